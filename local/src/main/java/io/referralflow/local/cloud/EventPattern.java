package io.referralflow.local.cloud;

import tools.jackson.databind.JsonNode;

/// A filter of an event source mapping, as far as ours go: objects nest, a list is "one of these",
/// and an element is a literal or `prefix`. What is not understood is refused, since a filter read
/// wrongly would make "all is settled" a lie.
record EventPattern(JsonNode pattern) {

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static boolean matches(JsonNode pattern, JsonNode value) {
    if (pattern.isObject()) {
      return pattern.properties().stream()
          .allMatch(rule -> matches(rule.getValue(), value.path(rule.getKey())));
    }
    if (!pattern.isArray()) {
      throw new IllegalStateException("A filter the host does not understand: " + pattern);
    }
    return pattern.valueStream().anyMatch(rule -> allows(rule, value));
  }

  private static boolean allows(JsonNode rule, JsonNode value) {
    if (rule.isValueNode()) {
      return rule.equals(value);
    }
    if (rule.size() == 1 && rule.has("prefix")) {
      return value.isString() && value.asString().startsWith(rule.get("prefix").asString());
    }
    throw new IllegalStateException("A filter the host does not understand: " + rule);
  }
}
