"""Hunts for answers outside the contract, in every role at once.

    python tests/contract/run.py                                on a system of its own
    python tests/contract/run.py --site http://localhost:8080   on one that runs

It refers a few candidates first, so that there is something to find, and puts terms and settings back at
the end. Other data stays as the hunt left it, so hunt on data that nobody needs.
"""

import argparse
import contextlib
import datetime
import json
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

import hunt

PASSWORD = "Referral-2026"
PEOPLE = {
    "employee": "emma",
    "other-employee": "joris",
    "recruiter": "ruben",
    "second-recruiter": "rosa",
    "finance": "fatima",
    "programme-manager": "petra",
}
WAIT = 60
START = 600


class System:
    """A running ReferralFlow, as somebody outside sees it."""

    def __init__(self, site):
        self.site = site.rstrip("/")
        config = requests.get(f"{self.site}/config.json", timeout=10).json()
        self.api = config["api"]
        self._cloud = config["cloud"]
        self._client = config["signIn"]["clientId"]
        self.tokens = {role: self._token(username) for role, username in PEOPLE.items()}

    def _token(self, username):
        answer = requests.post(
            f"{self._cloud}/",
            headers={
                "Content-Type": "application/x-amz-json-1.1",
                "X-Amz-Target": "AWSCognitoIdentityProviderService.InitiateAuth",
            },
            json={
                "ClientId": self._client,
                "AuthFlow": "USER_PASSWORD_AUTH",
                "AuthParameters": {"USERNAME": username, "PASSWORD": PASSWORD},
            },
            timeout=30,
        )
        answer.raise_for_status()
        return answer.json()["AuthenticationResult"]["IdToken"]

    def call(self, role, method, path, body=None, headers=None):
        signed = {"Authorization": f"Bearer {self.tokens[role]}"} if role else {}
        return requests.request(
            method, self.api + path, headers={**signed, **(headers or {})}, json=body, timeout=30
        )

    def done(self, role, method, path, body=None, headers=None):
        """The answer to a call that must work."""
        answer = self.call(role, method, path, body, headers)
        if not answer.ok:
            raise SystemExit(f"{method} {path} was answered {answer.status_code}: {answer.text}")
        return answer.json()

    def now(self):
        clock = requests.get(f"{self.site}/local/clock", timeout=10).json()
        return datetime.datetime.fromisoformat(clock["now"].replace("Z", "+00:00"))

    def invitation(self, address):
        """The token from the link that was mailed to a candidate."""
        def mailed():
            mails = requests.get(f"{self.site}/local/mail", headers={"Accept": "application/json"}, timeout=10)
            for mail in mails.json()["items"]:
                link = re.search(r"#/invitation/([A-Za-z0-9_.-]+)", mail["text"])
                if address in mail["to"] and link:
                    return link.group(1)
            return None

        return until(mailed, f"the invitation of {address}")


@contextlib.contextmanager
def own_system(work):
    """A system that nobody else uses, started as `make run` does; its site's address."""
    command = ["python3", hunt.ROOT / "local" / "run.py", "--work", work / "system"]
    for port in ("--site-port", "--cloud-port", "--host-port"):
        command += [port, free_port()]
    log = work / "system.log"
    with open(log, "w", encoding="utf-8") as words:
        process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=words, stderr=subprocess.STDOUT
        )
    ready = work / "system" / "ready.json"

    def started():
        if process.poll() is not None:
            raise SystemExit(f"The system did not start:\n{log.read_text()}")
        return ready.exists() and json.loads(ready.read_text() or "{}")

    try:
        yield until(started, f"the system to start; see {log}", START)["site"]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def until(look, what, seconds=WAIT):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.5)
    raise SystemExit(f"Waited {seconds} s in vain for {what}.")


def prepare(system):
    """Referrals in several states; answers what exists where, for the hunt to use."""
    vacancies = [one["id"] for one in system.done("employee", "GET", "/vacancies?limit=100")["items"] if one["status"] == "open"]
    mark = uuid.uuid4().hex[:8]
    mine, tokens, addresses = [], [], []
    for number in range(6):
        address = f"hunt-{mark}-{number}@example.com"
        referral = system.done("employee", "POST", "/referrals", {
            "vacancyId": vacancies[number % len(vacancies)],
            "candidate": {"name": f"Candidate {number}", "email": address},
        })
        mine.append(referral["id"])
        addresses.append(address)
    theirs = system.done("other-employee", "POST", "/referrals", {
        "vacancyId": vacancies[0],
        "candidate": {"name": "Candidate of another", "email": f"hunt-{mark}-other@example.com"},
    })["id"]
    tokens = [system.invitation(address) for address in addresses]
    for token in tokens[:4]:
        system.done(None, "POST", "/invitation", {"answer": "accept"}, {"Invitation-Token": token})
    for referral in mine[:2]:
        system.done("recruiter", "POST", f"/referrals/{referral}/decisions", {"decision": "advance"})

    hired = event(system, mine[0], f"E-{mark}-0")
    system.done("recruiter", "POST", "/hr-events", hired)
    system.done("second-recruiter", "POST", f"/hr-events/{hired['metadata']['id']}/agreement")
    waiting = event(system, mine[1], f"E-{mark}-1")
    system.done("recruiter", "POST", "/hr-events", waiting)
    payouts = until(
        lambda: [one["id"] for one in system.done("finance", "GET", "/payouts?limit=100")["items"]],
        "the first instalment, due today",
    )
    return {
        "parameter ReferralId": [*mine, theirs],
        "parameter InvitationToken": tokens,
        "path /vacancies/{id}": ["of-the-hunt", vacancies[0]],
        "path /payouts/{id}/confirmation": payouts,
        "path /hr-events/{id}/agreement": [hired["metadata"]["id"], waiting["metadata"]["id"]],
        "schema Submission.vacancyId": vacancies[1:] or vacancies,
    }


def event(system, referral, employee):
    now = system.now()
    return {
        "type": "CandidateHired",
        "metadata": {"id": str(uuid.uuid4()), "occurredAt": now.strftime("%Y-%m-%dT%H:%M:%SZ"), "version": 1},
        "data": {"employeeId": employee, "startDate": now.date().isoformat(), "referralId": referral},
    }


def wrongly_let_in(system, document):
    """Whoever lacks the role is refused with 403, whatever the request; nobody signed in, with 401."""
    wrong = []
    for path, method, operation in hunt.operations(document):
        roles = set(operation["x-roles"])
        if roles & {"employee", "candidate", "referrer"}:
            continue
        body = None
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            examples = content["application/json"]["examples"]
            body = next(iter(examples.values())).get("value")
        address = re.sub(r"{\w+}", "nobody-has-this-1", path)
        outsiders = {"employee", "recruiter", "finance", "programme-manager"} - roles
        for role in sorted(outsiders):
            status = system.call(role, method.upper(), address, body).status_code
            if status != 403:
                wrong.append(f"{role}: {method.upper()} {path} is answered {status}, not 403")
        status = system.call(None, method.upper(), address, body).status_code
        if status != 401:
            wrong.append(f"nobody: {method.upper()} {path} is answered {status}, not 401")
    return wrong


def roles_of(system, document):
    """Each role tries what it may do beyond what every employee may."""
    def signed_in(role):
        return {"Authorization": f"Bearer {system.tokens[role]}"}

    yield hunt.Role("employee", signed_in("employee"), hunt.allowed(document, "employee", "referrer"))
    for role in ("recruiter", "finance", "programme-manager"):
        yield hunt.Role(role, signed_in(role), hunt.allowed(document, role))
    yield hunt.Role("candidate", {}, hunt.allowed(document, "candidate"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", help="address of the site; without it a system is started")
    parser.add_argument("--examples", type=int, default=20, help="random calls for each operation")
    parser.add_argument("--seconds", type=int, default=240, help="longest time of all hunts together")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        with contextlib.nullcontext(words.site) if words.site else own_system(work) as site:
            return hunt_on(System(site), work, words.examples, words.seconds)


def hunt_on(system, work, examples, seconds):
    """Hunts, says what was found, and answers with the exit code."""
    document = hunt.contract()
    terms = system.done("employee", "GET", "/terms")
    settings = system.done("programme-manager", "GET", "/settings")
    real = hunt.with_real_values(document, prepare(system))
    wrong = wrongly_let_in(system, document)
    try:
        found = hunt_all(system, document, real, work, examples, seconds)
    finally:
        # Without notice, so that the terms of before hold again at once.
        system.done("programme-manager", "PUT", "/settings", settings | {"termsNoticeDays": 0})
        system.done("programme-manager", "PUT", "/terms", {"text": terms["text"], "rules": terms["rules"]})
        system.done("programme-manager", "PUT", "/settings", settings)

    for one in found:
        if not one.clean:
            print(f"== As {one.role}\n{one.words}")
    for one in wrong:
        print(one)
    print(f"{'role':<20}{'calls':>7}{'seconds':>9}  outcome")
    for one in found:
        print(f"{one.role:<20}{one.calls:>7}{one.seconds:>9.1f}  {'clean' if one.clean else 'NOT CLEAN'}")
    return 0 if not wrong and all(one.clean for one in found) else 1


def hunt_all(system, document, real, work, examples, seconds):
    """Two hunts side by side, each with what is left of the time."""
    deadline = time.monotonic() + seconds

    def one(role):
        left = max(1, deadline - time.monotonic())
        return hunt.hunt(real, system.api, role, work / role.name, examples, left)

    with ThreadPoolExecutor(max_workers=2) as lanes:
        return list(lanes.map(one, roles_of(system, document)))


if __name__ == "__main__":
    sys.exit(main())
