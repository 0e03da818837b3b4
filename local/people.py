"""Who can sign in on this machine. On AWS a company adds its own, or federates its own provider."""

from dataclasses import dataclass

PASSWORD = "Referral-2026"


@dataclass(frozen=True)
class Person:
    username: str
    name: str
    role: str | None = None

    @property
    def email(self):
        return f"{self.username}@example.com"


PEOPLE = (
    Person("emma", "Emma Example"),
    Person("joris", "Joris Example"),
    Person("ruben", "Ruben Example", "recruiter"),
    Person("rosa", "Rosa Example", "recruiter"),
    Person("fatima", "Fatima Example", "finance"),
    Person("petra", "Petra Example", "programme-manager"),
    Person("frits", "Frits Example", "outside-referrer"),
)


class Directory:
    def __init__(self, stack):
        self._cognito = stack.client("cognito-idp")
        self._pool = stack.outputs["UserPoolId"]
        self._client = stack.outputs["UserPoolClientId"]

    def add(self, person, known=None):
        """Adds a person for good, with a password that need not be changed; again is no harm.

        `known` is what a company knows of them, by the attributes of a sign-in.
        """
        who = {"UserPoolId": self._pool, "Username": person.username}
        attributes = {"email": person.email, "email_verified": "true", "name": person.name, **(known or {})}
        try:
            self._cognito.admin_create_user(
                **who,
                MessageAction="SUPPRESS",
                UserAttributes=[{"Name": name, "Value": value} for name, value in attributes.items()],
            )
        except self._cognito.exceptions.UsernameExistsException:
            return
        self._cognito.admin_set_user_password(**who, Password=PASSWORD, Permanent=True)
        if person.role:
            self._cognito.admin_add_user_to_group(**who, GroupName=person.role)

    def token(self, username):
        """What somebody carries after signing in."""
        answer = self._cognito.initiate_auth(
            ClientId=self._client,
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": username, "PASSWORD": PASSWORD},
        )
        return answer["AuthenticationResult"]["IdToken"]
