package io.referralflow.tests.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What `openapi.yaml` says can be called and answered. A call is named by method and path below
/// `/v1`, such as `GET /referrals/{id}`.
public final class Calls {

  private static final JsonNode DOCUMENT = ProjectFiles.openapi();
  private static final List<Operation> OPERATIONS = Operation.all(DOCUMENT);

  private Calls() {}

  public static Set<String> all() {
    return OPERATIONS.stream().map(Calls::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /// Calls that need a token of the user pool.
  public static Set<String> signedIn() {
    return OPERATIONS.stream()
        .filter(Operation::needsToken)
        .map(Calls::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Every field that an answer of success may have; those of a list stand as the list's, as in
  /// `timeline.at`.
  public static Set<String> answerFields(String call) {
    var operation = operation(call);
    var fields = new TreeSet<String>();
    operation.statuses().stream()
        .filter(status -> status < 300)
        .forEach(status -> collect(operation.answerSchema(status), "", fields, new HashSet<>()));
    return fields;
  }

  /// The first example of a call's body; empty when it takes none.
  public static Optional<String> example(String call) {
    return operation(call)
        .requestSchema()
        .map(schema -> schema.substring(0, schema.length() - "/schema".length()) + "/examples")
        .map(at -> DOCUMENT.at(at).propertyStream().findFirst().orElseThrow().getValue())
        .map(example -> resolved(example).get("value").toString());
  }

  private static Operation operation(String call) {
    return OPERATIONS.stream()
        .filter(operation -> name(operation).equals(call))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such call: " + call));
  }

  private static String name(Operation operation) {
    return operation.method().toUpperCase(Locale.ROOT) + " " + operation.template();
  }

  private static void collect(String at, String name, Set<String> fields, Set<String> above) {
    var node = DOCUMENT.at(at);
    if (node.has("$ref")) {
      var target = node.get("$ref").asString().substring(1);
      if (above.contains(target)) {
        throw new IllegalStateException("A schema holds itself: " + target);
      }
      var within = new HashSet<>(above);
      within.add(target);
      collect(target, name, fields, within);
      return;
    }
    var below = new ArrayList<String>();
    for (var list : List.of("oneOf", "anyOf")) {
      for (var i = 0; i < node.path(list).size(); i++) {
        below.add(at + "/" + list + "/" + i);
      }
    }
    if (node.has("items")) {
      below.add(at + "/items");
    }
    below.forEach(each -> collect(each, name, fields, above));
    node.path("properties")
        .propertyNames()
        .forEach(property ->
            collect(
                at + "/properties" + Schemas.step(property),
                name.isEmpty() ? property : name + "." + property,
                fields,
                above));
    var isLeaf = below.isEmpty() && !node.has("properties");
    if (isLeaf && !"null".equals(node.path("type").asString(""))) {
      fields.add(name);
    }
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asString().substring(1)) : node;
  }
}
