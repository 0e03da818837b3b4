package io.referralflow.tests.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The schemas inside one document, each found by its JSON pointer; formats count.
final class Schemas {

  private static final String DOCUMENT = "urn:referralflow:document";

  private final SchemaRegistry registry;
  private final Map<String, Schema> byPointer = new ConcurrentHashMap<>();

  private Schemas(JsonNode document) {
    var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemas(Map.of(DOCUMENT, document.toString())));
  }

  static Schemas in(JsonNode document) {
    return new Schemas(document);
  }

  /// What is wrong with a value by the schema at a pointer such as `/components/schemas/Me`.
  List<String> errors(String pointer, JsonNode value) {
    var schema = byPointer.computeIfAbsent(pointer, this::schema);
    return schema.validate(value).stream()
        .map(error -> "%s %s".formatted(error.getInstanceLocation(), error.getMessage()).strip())
        .toList();
  }

  private Schema schema(String pointer) {
    return registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer));
  }

  /// One step of a JSON pointer.
  static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
