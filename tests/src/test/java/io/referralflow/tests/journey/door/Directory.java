package io.referralflow.tests.journey.door;

import java.util.List;
import java.util.Map;

/// The company's directory of people, from which everybody signs in.
public final class Directory {

  private final Cloud cloud;
  private final String pool;
  private final SignIn signIn;
  private final Door door;

  Directory(Cloud cloud, String pool, SignIn signIn, Door door) {
    this.cloud = cloud;
    this.pool = pool;
    this.signIn = signIn;
    this.door = door;
  }

  /// Somebody new, an employee and nothing else.
  public Person adds(String username) {
    var who = Map.of("UserPoolId", pool, "Username", username);
    var attributes =
        List.of(
            Map.of("Name", "email", "Value", username + "@example.com"),
            Map.of("Name", "email_verified", "Value", "true"),
            Map.of("Name", "name", "Value", "Nina Newcomer"));
    cloud.people(
        "AdminCreateUser", who, Map.of("MessageAction", "SUPPRESS", "UserAttributes", attributes));
    cloud.people(
        "AdminSetUserPassword", who, Map.of("Password", SignIn.PASSWORD, "Permanent", true));
    return door.person(username);
  }

  /// Somebody gets a role, and signs in again.
  public void appoints(String username, String role) {
    cloud.people(
        "AdminAddUserToGroup",
        Map.of("UserPoolId", pool, "Username", username),
        Map.of("GroupName", role));
    signIn.forget(username);
  }

  /// The key that everybody may check tokens with.
  public String publicKey() {
    return cloud.publicKey(pool);
  }

  /// A token that is well signed, but made for another app than the site.
  public String tokenOfAnotherClient(String username) {
    return token(pool, username);
  }

  /// A token that is well signed, but by a directory that has nothing to do with the site.
  public String tokenOfAnotherPool(String username) {
    var other =
        cloud
            .directory("CreateUserPool", Map.of("PoolName", "another"))
            .at("/UserPool/Id")
            .asString();
    var who = Map.of("UserPoolId", other, "Username", username);
    var attributes = List.of(Map.of("Name", "email", "Value", username + "@example.com"));
    cloud.people(
        "AdminCreateUser", who, Map.of("MessageAction", "SUPPRESS", "UserAttributes", attributes));
    cloud.people(
        "AdminSetUserPassword", who, Map.of("Password", SignIn.PASSWORD, "Permanent", true));
    return token(other, username);
  }

  private String token(String where, String username) {
    var client =
        cloud
            .directory(
                "CreateUserPoolClient",
                Map.of(
                    "UserPoolId",
                    where,
                    "ClientName",
                    "another",
                    "ExplicitAuthFlows",
                    List.of("ALLOW_USER_PASSWORD_AUTH")))
            .at("/UserPoolClient/ClientId")
            .asString();
    return cloud
        .directory(
            "InitiateAuth",
            Map.of(
                "AuthFlow",
                "USER_PASSWORD_AUTH",
                "ClientId",
                client,
                "AuthParameters",
                Map.of("USERNAME", username, "PASSWORD", SignIn.PASSWORD)))
        .at("/AuthenticationResult/IdToken")
        .asString();
  }
}
