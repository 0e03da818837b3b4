package io.referralflow.tests.journey.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// What the HR system says about somebody whom the company knows by an HR number.
public record HrMessage(
    String id, String type, Instant occurredAt, int version, Map<String, Object> data) {

  public HrMessage {
    data = Map.copyOf(data);
  }

  static HrMessage of(String type, Instant occurredAt, Map<String, Object> data) {
    return new HrMessage(
        UUID.randomUUID().toString(), type, occurredAt.truncatedTo(ChronoUnit.MILLIS), 1, data);
  }

  /// The same message under another id, as some systems send it.
  public HrMessage underAnotherId() {
    return withId(UUID.randomUUID().toString());
  }

  public HrMessage withId(String other) {
    return new HrMessage(other, type, occurredAt, version, data);
  }

  /// As if it had happened at another moment.
  public HrMessage at(Instant moment) {
    return new HrMessage(id, type, moment.truncatedTo(ChronoUnit.MILLIS), version, data);
  }

  public HrMessage inVersion(int other) {
    return new HrMessage(id, type, occurredAt, other, data);
  }

  public HrMessage ofType(String other) {
    return new HrMessage(id, other, occurredAt, version, data);
  }

  public HrMessage with(String field, Object value) {
    var more = new LinkedHashMap<>(data);
    more.put(field, value);
    return new HrMessage(id, type, occurredAt, version, more);
  }

  public HrMessage without(String field) {
    var less = new LinkedHashMap<>(data);
    less.remove(field);
    return new HrMessage(id, type, occurredAt, version, less);
  }

  /// With a last day of probation.
  public HrMessage withProbationUntil(LocalDate day) {
    return with("probationEndDate", day.toString());
  }

  Map<String, Object> detail() {
    return Map.of("metadata", metadata(), "data", data);
  }

  Map<String, Object> byHand() {
    return Map.of("type", type, "metadata", metadata(), "data", data);
  }

  private Map<String, Object> metadata() {
    return Map.of("id", id, "occurredAt", occurredAt.toString(), "version", version);
  }
}
