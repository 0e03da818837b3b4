package io.referralflow.local.cloud;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Knows which records of the table's stream are still on their way to the function that reads it:
/// those that its filters let through, less those it was given and has answered for.
public final class StreamWatch {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int ENOUGH = 5_000;

  private final LocalCloud cloud;
  private final String function;
  private final List<EventPattern> filters;
  private String position;
  private final Set<String> awaited = new HashSet<>();
  private final Set<String> early = new HashSet<>();

  private StreamWatch(
      LocalCloud cloud, String function, List<EventPattern> filters, String position) {
    this.cloud = cloud;
    this.function = function;
    this.filters = filters;
    this.position = position;
  }

  /// Watches the one stream that the stack reads, from now on.
  public static StreamWatch begin(LocalCloud cloud) throws InterruptedException {
    JsonNode mapping =
        cloud
            .eventSourceMappings()
            .path("EventSourceMappings")
            .valueStream()
            .filter(one -> one.path("EventSourceArn").asString("").contains("/stream/"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No function reads the table's stream."));
    List<EventPattern> filters =
        mapping
            .path("FilterCriteria")
            .path("Filters")
            .valueStream()
            .map(filter -> new EventPattern(JSON.readTree(filter.get("Pattern").asString())))
            .toList();
    return new StreamWatch(
        cloud,
        functionName(mapping.path("FunctionArn").asString()),
        filters,
        latest(cloud, mapping.path("EventSourceArn").asString()));
  }

  /// Takes note that a function has answered for a batch.
  public synchronized void delivered(String function, String event) throws InterruptedException {
    if (!function.equals(this.function)) {
      return;
    }
    JSON.readTree(event)
        .path("Records")
        .valueStream()
        .map(record -> record.path("dynamodb").path("SequenceNumber").asString(""))
        .filter(number -> !awaited.remove(number))
        .forEach(early::add);
    if (early.size() > ENOUGH) {
      readOn();
    }
  }

  /// How many records are still to be handed over.
  synchronized int onTheirWay() throws InterruptedException {
    readOn();
    return awaited.size();
  }

  private void readOn() throws InterruptedException {
    while (true) {
      JsonNode page =
          cloud.streams("GetRecords", JSON.createObjectNode().put("ShardIterator", position));
      page.path("Records").valueStream().filter(this::passes).forEach(this::await);
      position = page.path("NextShardIterator").asString();
      if (page.path("Records").isEmpty()) {
        return;
      }
    }
  }

  private boolean passes(JsonNode event) {
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(event));
  }

  private void await(JsonNode event) {
    String number = event.path("dynamodb").path("SequenceNumber").asString();
    if (!early.remove(number)) {
      awaited.add(number);
    }
  }

  private static String latest(LocalCloud cloud, String stream) throws InterruptedException {
    JsonNode shard =
        cloud
            .streams("DescribeStream", JSON.createObjectNode().put("StreamArn", stream))
            .path("StreamDescription")
            .path("Shards")
            .path(0);
    return cloud
        .streams(
            "GetShardIterator",
            JSON.createObjectNode()
                .put("StreamArn", stream)
                .put("ShardId", shard.path("ShardId").asString())
                .put("ShardIteratorType", "LATEST"))
        .path("ShardIterator")
        .asString();
  }

  private static String functionName(String arn) {
    String name = arn.substring(arn.indexOf(":function:") + ":function:".length());
    int alias = name.indexOf(':');
    return alias < 0 ? name : name.substring(0, alias);
  }
}
