package io.referralflow.tests.journey.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The company's HR system: puts real events on the bus.
public final class HrSystem {

  private static final String SOURCE = "com.example.hr";

  private final Cloud cloud;
  private final String bus;
  private final Clock clock;

  HrSystem(Cloud cloud, String bus, Clock clock) {
    this.cloud = cloud;
    this.bus = bus;
    this.clock = clock;
  }

  /// Somebody was hired, known by the address that the candidate was referred with.
  public HrMessage hired(String employee, Candidate candidate, LocalDate start) {
    return message(
        "CandidateHired",
        Map.of(
            "employeeId", employee,
            "startDate", start.toString(),
            "candidateEmail", candidate.email()));
  }

  /// Somebody was hired, known by the referral.
  public HrMessage hired(String employee, Referral referral, LocalDate start) {
    return message(
        "CandidateHired",
        Map.of(
            "employeeId", employee,
            "startDate", start.toString(),
            "referralId", referral.id()));
  }

  public HrMessage startMoved(String employee, LocalDate start) {
    return message("StartDateChanged", Map.of("employeeId", employee, "startDate", start + ""));
  }

  public HrMessage probationMoved(String employee, LocalDate end) {
    return message(
        "ProbationChanged", Map.of("employeeId", employee, "probationEndDate", end + ""));
  }

  public HrMessage cancelled(String employee) {
    return message("HireCancelled", Map.of("employeeId", employee));
  }

  public HrMessage left(String employee, LocalDate lastDay) {
    return message("EmploymentEnded", Map.of("employeeId", employee, "lastDay", lastDay + ""));
  }

  /// The application of a referral came into a phase of the procedure.
  public HrMessage advanced(Referral referral, String phase) {
    return message("ApplicationAdvanced", Map.of("phase", phase, "referralId", referral.id()));
  }

  /// Puts messages on the bus, in this order.
  public void reports(HrMessage... messages) {
    for (var message : messages) {
      puts(message.type(), JsonMapper.shared().writeValueAsString(message.detail()));
    }
  }

  /// Puts messages on the bus together.
  public void reportsTogether(List<HrMessage> messages) {
    put(
        messages.stream()
            .map(message ->
                entry(message.type(), JsonMapper.shared().writeValueAsString(message.detail())))
            .toList());
  }

  /// Puts a text on the bus, right or wrong.
  public void puts(String type, String detail) {
    put(List.of(entry(type, detail)));
  }

  /// The queue of what could not be brought to a function gets messages, as the bus leaves them.
  public void reportsInVain(HrMessage... messages) {
    for (var message : messages) {
      leaves("undelivered", event(message));
    }
  }

  /// The queue of what a function failed with gets messages, as the service leaves them that calls
  /// functions.
  public void reportsToAFailingFunction(HrMessage... messages) {
    for (var message : messages) {
      leaves(
          "failed",
          Map.of(
              "version", "1.0",
              "timestamp", now().toString(),
              "requestContext",
                  Map.of(
                      "functionArn",
                      "arn:aws:lambda:eu-west-1:000000000000:function:"
                          + "referralflow-local-hr-events:live",
                      "condition",
                      "RetriesExhausted"),
              "requestPayload", event(message)));
    }
  }

  private void leaves(String queue, Map<String, Object> message) {
    cloud.send("referralflow-local-" + queue, JsonMapper.shared().writeValueAsString(message));
  }

  private Map<String, Object> event(HrMessage message) {
    return Map.of(
        "version", "0",
        "id", message.id(),
        "detail-type", message.type(),
        "source", SOURCE,
        "account", "000000000000",
        "time", now().toString(),
        "region", "eu-west-1",
        "resources", List.of(),
        "detail", message.detail());
  }

  private Map<String, String> entry(String type, String detail) {
    return Map.of("EventBusName", bus, "Source", SOURCE, "DetailType", type, "Detail", detail);
  }

  private void put(List<Map<String, String>> entries) {
    var answer = cloud.putEvents(entries);
    if (answer.path("FailedEntryCount").asInt() > 0) {
      throw new AssertionError("The bus refused " + Arrays.toString(entries.toArray()) + answer);
    }
  }

  private HrMessage message(String type, Map<String, Object> data) {
    return HrMessage.of(type, now(), data);
  }

  private Instant now() {
    return clock.now();
  }
}
