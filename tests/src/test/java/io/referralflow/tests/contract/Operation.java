package io.referralflow.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One operation of `openapi.yaml`: which path and method, what may be asked, what may be answered.
///
/// @param template the path with its parameters in braces, below `/v1`
/// @param pointer where the operation stands in the document
record Operation(String template, String method, String pointer, JsonNode document) {

  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  /// One parameter of an operation.
  record Parameter(String name, String in, boolean required, String schemaPointer) {}

  static List<Operation> all(JsonNode document) {
    return document
        .get("paths")
        .propertyStream()
        .flatMap(path ->
            path.getValue().propertyNames().stream()
                .filter(METHODS::contains)
                .map(method ->
                    new Operation(
                        path.getKey(),
                        method,
                        "/paths" + Schemas.step(path.getKey()) + "/" + method,
                        document)))
        .toList();
  }

  String id() {
    return node().get("operationId").asString();
  }

  JsonNode node() {
    return document.at(pointer);
  }

  boolean needsToken() {
    var security = node().has("security") ? node().get("security") : document.get("security");
    return !security.isEmpty();
  }

  /// The values of the path's parameters; empty when the path is not this one's.
  Optional<Map<String, String>> match(String method, String path) {
    var ours = template.split("/", -1);
    var theirs = path.split("/", -1);
    if (!this.method.equalsIgnoreCase(method) || ours.length != theirs.length) {
      return Optional.empty();
    }
    var values = new HashMap<String, String>();
    for (var i = 0; i < ours.length; i++) {
      if (ours[i].startsWith("{")) {
        values.put(ours[i].substring(1, ours[i].length() - 1), decoded(theirs[i]));
      } else if (!ours[i].equals(theirs[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  List<Parameter> parameters() {
    var ofPath = pointer.substring(0, pointer.lastIndexOf('/'));
    return Stream.of(ofPath, pointer).flatMap(this::parametersAt).toList();
  }

  private Stream<Parameter> parametersAt(String owner) {
    var list = document.at(owner + "/parameters");
    var found = new ArrayList<Parameter>();
    for (var i = 0; i < list.size(); i++) {
      var at = resolved(owner + "/parameters/" + i);
      var node = document.at(at);
      found.add(
          new Parameter(
              node.get("name").asString(),
              node.get("in").asString(),
              node.path("required").asBoolean(false),
              at + "/schema"));
    }
    return found.stream();
  }

  /// Where the schema of the request's body stands; empty when the operation takes no body.
  Optional<String> requestSchema() {
    var at = pointer + "/requestBody/content/application~1json/schema";
    return document.at(at).isMissingNode() ? Optional.empty() : Optional.of(at);
  }

  List<Integer> statuses() {
    return node().get("responses").propertyNames().stream().map(Integer::valueOf).toList();
  }

  /// The one media type with which a status is answered.
  String mediaType(int status) {
    return document.at(response(status) + "/content").propertyNames().iterator().next();
  }

  String answerSchema(int status) {
    return response(status) + "/content" + Schemas.step(mediaType(status)) + "/schema";
  }

  private String response(int status) {
    return resolved(pointer + "/responses/" + status);
  }

  private String resolved(String at) {
    var reference = document.at(at).path("$ref");
    return reference.isMissingNode() ? at : reference.asString().substring(1);
  }

  boolean isLiteral() {
    return Arrays.stream(template.split("/", -1)).noneMatch(part -> part.startsWith("{"));
  }
}
