package io.referralflow.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A batch of the table's stream.
public final class StreamJson {

  private StreamJson() {}

  /// One changed row.
  ///
  /// @param sequence names the record, so that its failure can be told
  /// @param attributes texts and numbers of the new image; the rest is left out
  /// @param changedAt when the row was written, to the second, where the stream says it
  public record Row(
      String sequence,
      String pk,
      String sk,
      Map<String, String> attributes,
      Optional<Instant> changedAt) {
    public Row {
      attributes = Map.copyOf(attributes);
    }
  }

  /// Reads a batch, in its order.
  public static List<Row> read(String text) {
    var json = Json.parse(text).orElseThrow(() -> new IllegalArgumentException("A batch is JSON"));
    var rows = new ArrayList<Row>();
    for (var record : json.path("Records")) {
      var change = record.path("dynamodb");
      var keys = scalars(change.path("Keys"));
      rows.add(
          new Row(
              change.path("SequenceNumber").asString(""),
              keys.getOrDefault("pk", ""),
              keys.getOrDefault("sk", ""),
              scalars(change.path("NewImage")),
              change
                  .path("ApproximateCreationDateTime")
                  .decimalValueOpt()
                  .map(seconds -> Instant.ofEpochSecond(seconds.longValue()))));
    }
    return rows;
  }

  /// The answer to a batch: the records to be sent again.
  public static String failed(List<String> sequences) {
    var json = Json.object();
    var failures = json.putArray("batchItemFailures");
    sequences.forEach(sequence -> failures.addObject().put("itemIdentifier", sequence));
    return json.toString();
  }

  private static Map<String, String> scalars(JsonNode item) {
    var scalars = new TreeMap<String, String>();
    item.properties()
        .forEach(attribute -> {
          for (var type : List.of("S", "N")) {
            if (attribute.getValue().path(type).isString()) {
              scalars.put(attribute.getKey(), attribute.getValue().path(type).stringValue());
            }
          }
        });
    return scalars;
  }
}
