package io.referralflow.local.cloud;

import io.referralflow.local.clock.ClockHistory;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A stand-in for the company's HR system: puts on the bus what a real one would, dated with the
/// moved clock. What it is given goes out as it is, right or wrong, as from a real one.
public final class HrSystem {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final LocalCloud cloud;
  private final String bus;
  private final ClockHistory clock;

  public HrSystem(LocalCloud cloud, String bus, ClockHistory clock) {
    this.cloud = cloud;
    this.bus = bus;
    this.clock = clock;
  }

  /// Reports something; the answer is the event's id.
  public String report(String type, JsonNode data) throws InterruptedException {
    String id = UUID.randomUUID().toString();
    ObjectNode detail = JSON.createObjectNode();
    detail
        .putObject("metadata")
        .put("id", id)
        .put("occurredAt", clock.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("version", 1);
    detail.set("data", data);
    ObjectNode request = JSON.createObjectNode();
    request
        .putArray("Entries")
        .addObject()
        .put("EventBusName", bus)
        .put("Source", "com.example.hr")
        .put("DetailType", type)
        .put("Detail", detail.toString());
    JsonNode answer = cloud.events("PutEvents", request);
    if (answer.path("FailedEntryCount").asInt(0) > 0) {
      throw new IllegalStateException("The bus refused the event: " + answer);
    }
    return id;
  }
}
