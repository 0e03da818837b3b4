package io.referralflow.tests.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The rule of a major version: a new schema may add optional fields and change words, nothing
/// else.
final class SchemaChange {

  private static final Set<String> WORDS = Set.of("description", "examples", "$comment");

  private SchemaChange() {}

  /// Where a schema breaks with the one before it, as JSON pointers; empty when readers of either
  /// understand writers of the other.
  static List<String> breaks(JsonNode before, JsonNode after) {
    var breaks = new ArrayList<String>();
    compare("", before, after, breaks);
    return breaks;
  }

  private static void compare(String at, JsonNode before, JsonNode after, List<String> breaks) {
    var keywords = new TreeSet<String>();
    keywords.addAll(before.propertyNames());
    keywords.addAll(after.propertyNames());
    keywords.removeAll(WORDS);
    for (var keyword : keywords) {
      var here = at + Schemas.step(keyword);
      if (keyword.equals("properties")) {
        compareFields(here, before.path(keyword), after.path(keyword), breaks);
      } else if (!before.path(keyword).equals(after.path(keyword))) {
        breaks.add(here);
      }
    }
  }

  private static void compareFields(
      String at, JsonNode before, JsonNode after, List<String> breaks) {
    before
        .propertyStream()
        .forEach(field -> {
          var here = at + Schemas.step(field.getKey());
          if (after.has(field.getKey())) {
            compare(here, field.getValue(), after.get(field.getKey()), breaks);
          } else {
            breaks.add(here);
          }
        });
  }
}
