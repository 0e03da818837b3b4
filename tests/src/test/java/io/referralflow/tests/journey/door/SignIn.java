package io.referralflow.tests.journey.door;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Signs people in with their password, as the stage `local` allows it to scripts.
final class SignIn {

  static final String PASSWORD = "Referral-2026";

  private final Http http;
  private final URI address;
  private final String client;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  SignIn(Http http, JsonNode config) {
    this.http = http;
    address = URI.create(config.path("cloud").asString() + "/");
    client = config.at("/signIn/clientId").asString();
  }

  String idToken(String username) {
    return tokens.computeIfAbsent(username, name -> token(name, "IdToken"));
  }

  /// The next call signs in again.
  void forget(String username) {
    var _ = tokens.remove(username);
  }

  String accessToken(String username) {
    return token(username, "AccessToken");
  }

  private String token(String username, String kind) {
    var request =
        Map.of(
            "AuthFlow",
            "USER_PASSWORD_AUTH",
            "ClientId",
            client,
            "AuthParameters",
            Map.of("USERNAME", username + "@example.com", "PASSWORD", PASSWORD));
    var answer =
        http.json(
            http.send(
                Http.request(address)
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .header("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth")
                    .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(request)))
                    .build()));
    return answer.at("/AuthenticationResult/" + kind).asString();
  }
}
