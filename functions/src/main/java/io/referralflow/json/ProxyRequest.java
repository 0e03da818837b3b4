package io.referralflow.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A request as API Gateway hands it over (Lambda proxy, format 1.0).
///
/// @param path the decoded path without the stage, beginning with `/v1`
/// @param headers by lower-case name
/// @param claims the checked token's claims, empty where the route asks for no token; lists are
///   written as API Gateway writes them
public record ProxyRequest(
    String method,
    String path,
    Map<String, String> headers,
    Map<String, String> query,
    String body,
    Map<String, List<String>> claims) {

  public ProxyRequest {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
    claims = Map.copyOf(claims);
  }

  /// Reads the event.
  ///
  /// @throws IllegalArgumentException when it is no event of API Gateway, which is a defect
  public static ProxyRequest read(String event) {
    var json =
        Json.parse(event)
            .filter(JsonNode::isObject)
            .orElseThrow(() -> new IllegalArgumentException("Not an event of API Gateway"));
    return new ProxyRequest(
        json.path("httpMethod").asString(""),
        json.path("path").asString(""),
        strings(json.path("headers"), true),
        strings(json.path("queryStringParameters"), false),
        body(json),
        claims(json.path("requestContext").path("authorizer").path("claims")));
  }

  /// A header by its name in lower case.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static String body(JsonNode json) {
    var body = json.path("body").asString("");
    return json.path("isBase64Encoded").asBoolean(false)
        ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
        : body;
  }

  private static Map<String, String> strings(JsonNode node, boolean lowerCase) {
    var strings = new TreeMap<String, String>();
    node.properties()
        .forEach(property -> {
          var name = lowerCase ? property.getKey().toLowerCase(Locale.ROOT) : property.getKey();
          if (property.getValue().isString()) {
            strings.put(name, property.getValue().stringValue());
          }
        });
    return strings;
  }

  private static Map<String, List<String>> claims(JsonNode node) {
    var claims = new TreeMap<String, List<String>>();
    node.properties()
        .forEach(property -> {
          var values = new ArrayList<String>();
          if (property.getValue().isArray()) {
            property.getValue().forEach(value -> values.add(value.asString("")));
          } else {
            values.add(property.getValue().asString(""));
          }
          claims.put(property.getKey(), List.copyOf(values));
        });
    return claims;
  }
}
