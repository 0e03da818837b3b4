package io.referralflow.tests.rights;

import io.referralflow.function.ApiDoor;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A request, as API Gateway hands it over once its authorizer has let it pass.
///
/// @param path with the values of its parameters, below `/v1`
/// @param claims of the checked token; empty where there is none
record Ask(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Optional<String> body,
    Optional<ObjectNode> claims) {

  private static final JsonMapper JSON = JsonMapper.shared();

  Ask {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /// An answer of the handler.
  record Reply(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    /// The last part of a problem's type.
    String problem() {
      var type = json().path("type").asString("");
      return type.substring(type.lastIndexOf(':') + 1);
    }
  }

  /// A call by its name, such as `GET /me`, of nobody in particular and without anything.
  static Ask of(String call) {
    var parts = call.split(" ", 3);
    return new Ask(parts[0], parts[1], Map.of(), Map.of(), Optional.empty(), Optional.empty());
  }

  Ask with(String parameter, String value) {
    return new Ask(
        method, path.replace("{" + parameter + "}", value), query, headers, body, claims);
  }

  Ask query(String name, String value) {
    var more = new TreeMap<>(query);
    more.put(name, value);
    return new Ask(method, path, more, headers, body, claims);
  }

  Ask header(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new Ask(method, path, query, more, body, claims);
  }

  Ask json(String text) {
    return header("Content-Type", "application/json").body(text);
  }

  Ask body(String text) {
    return new Ask(method, path, query, headers, Optional.of(text), claims);
  }

  Ask by(Caller who) {
    return claiming(claims(who));
  }

  /// With the claims of a token that the authorizer let pass.
  Ask claiming(ObjectNode said) {
    return new Ask(method, path, query, headers, body, Optional.of(said))
        .header("Authorization", "Bearer (the ID token)");
  }

  /// The claims of somebody's ID token.
  static ObjectNode claims(Caller who) {
    var claims =
        JSON.createObjectNode()
            .put("sub", who.id().value())
            .put("email", who.employee().email().value())
            .put("name", who.employee().name())
            .put("token_use", "id")
            .put("aud", ApiDoor.CLIENT);
    who.employee().hrNumber().ifPresent(number -> claims.put("custom:hrNumber", number));
    var groups =
        Arrays.stream(Role.values())
            .filter(who::has)
            .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(","));
    if (!groups.isEmpty()) {
      claims.put("cognito:groups", groups);
    }
    return claims;
  }

  /// The event that the handler gets.
  String event() {
    var event = JSON.createObjectNode();
    event.put("resource", "/v1/{proxy+}");
    event.put("path", "/v1" + path);
    event.put("httpMethod", method);
    event.set("headers", JSON.valueToTree(headers));
    event.set("queryStringParameters", query.isEmpty() ? null : JSON.valueToTree(query));
    event.put("body", body.orElse(null));
    event.put("isBase64Encoded", false);
    var context = event.putObject("requestContext");
    claims.ifPresent(said -> context.putObject("authorizer").set("claims", said));
    return event.toString();
  }

  Reply at(ApiDoor door) {
    var answer = JSON.readTree(door.handle(event()));
    return new Reply(
        answer.get("statusCode").asInt(),
        answer
            .get("headers")
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asString())),
        answer.get("body").asString());
  }

  /// The request with its answer, for the contract to judge.
  Exchange answered(Reply reply) {
    return new Exchange(
        method,
        "/v1" + path,
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&")),
        lists(headers),
        body,
        reply.status(),
        lists(reply.headers()),
        reply.body());
  }

  private static Map<String, List<String>> lists(Map<String, String> single) {
    return single.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
  }
}
