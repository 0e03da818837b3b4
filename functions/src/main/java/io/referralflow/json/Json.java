package io.referralflow.json;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one JSON mapper. Two fields of one name and nesting beyond reason are refused.
public final class Json {

  private static final int DEEPEST = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Json() {}

  /// The value that a text holds; empty when it is no JSON.
  static Optional<JsonNode> parse(String text) {
    try {
      var node = MAPPER.readTree(text);
      return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /// Whether a text somewhere in a value holds half of a character, which can be written in JSON
  /// but cannot be stored.
  static boolean hasLoneSurrogate(JsonNode node) {
    return (node.isString() && hasLoneSurrogate(node.stringValue()))
        || node.propertyNames().stream().anyMatch(Json::hasLoneSurrogate)
        || node.valueStream().anyMatch(Json::hasLoneSurrogate);
  }

  static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// The same text for the same value, whatever the order of fields and the spaces were.
  static String normalForm(JsonNode node) {
    return MAPPER.writeValueAsString(MAPPER.treeToValue(node, Object.class));
  }
}
