package io.referralflow.tests.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One folder of `events/`: an event's schemas, one for each major version, with examples.
record HrEvents(Path folder) {

  private static final Set<String> HIRES =
      Set.of(
          "CandidateHired",
          "StartDateChanged",
          "ProbationChanged",
          "HireCancelled",
          "EmploymentEnded");

  static List<HrEvents> all() {
    return ProjectFiles.folders(ProjectFiles.events()).stream()
        .filter(folder -> Files.exists(folder.resolve("1.schema.json")))
        .map(HrEvents::new)
        .toList();
  }

  /// Those about a hire, which a person may enter by hand where the HR system says nothing.
  static List<HrEvents> aboutHires() {
    return all().stream().filter(event -> HIRES.contains(event.detailType())).toList();
  }

  String name() {
    return folder.getFileName().toString();
  }

  String detailType() {
    return schema(1).get("title").asString();
  }

  List<Integer> versions() {
    return ProjectFiles.below(folder, ".schema.json").stream()
        .filter(file -> folder.equals(file.getParent()))
        .map(file -> Integer.valueOf(file.getFileName().toString().split("\\.", 2)[0]))
        .toList();
  }

  JsonNode schema(int version) {
    return ProjectFiles.json(folder.resolve(version + ".schema.json"));
  }

  /// The schemas of a major version as they were published, one after the other.
  List<Path> published(int version) {
    return ProjectFiles.below(folder.resolve("published"), ".schema.json").stream()
        .filter(file -> file.getFileName().toString().startsWith(version + "."))
        .toList();
  }

  List<Path> examples(int version) {
    return ProjectFiles.below(folder.resolve("examples"), ".json").stream()
        .filter(file -> file.getFileName().toString().startsWith(version + "-"))
        .toList();
  }

  List<Path> badExamples() {
    return ProjectFiles.below(folder.resolve("bad"), ".json");
  }

  /// A copy in which every node has been replaced, from the top down.
  static JsonNode mapped(JsonNode node, UnaryOperator<JsonNode> change) {
    var changed = change.apply(node);
    if (changed.isObject()) {
      var copy = JsonNodeFactory.instance.objectNode();
      changed.propertyStream().forEach(it -> copy.set(it.getKey(), mapped(it.getValue(), change)));
      return copy;
    }
    if (changed.isArray()) {
      var copy = JsonNodeFactory.instance.arrayNode();
      changed.forEach(item -> copy.add(mapped(item, change)));
      return copy;
    }
    return changed;
  }

  /// A copy of a schema without some keywords; properties of those names stay.
  static JsonNode without(JsonNode schema, Set<String> keywords) {
    return mapped(
        schema,
        node -> {
          if (!node.isObject()) {
            return node;
          }
          var copy = JsonNodeFactory.instance.objectNode();
          node.propertyStream()
              .filter(it -> !keywords.contains(it.getKey()) || it.getValue().isObject())
              .forEach(it -> copy.set(it.getKey(), it.getValue()));
          return copy;
        });
  }
}
