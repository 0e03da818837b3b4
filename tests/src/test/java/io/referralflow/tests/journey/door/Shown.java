package io.referralflow.tests.journey.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What somebody is shown of a referral, in short lines, so that a story can say it in a sentence.
///
/// @param money the instalments, such as `1000.00 planned for 2026-05-01`
/// @param timeline what happened, such as `released 1` or `ended screening experience`
/// @param next what comes next, such as `payment by 2026-05-29`
public record Shown(
    String state, List<String> money, List<String> timeline, String next, JsonNode json) {

  public Shown {
    money = List.copyOf(money);
    timeline = List.copyOf(timeline);
  }

  static Shown of(JsonNode json) {
    return new Shown(
        json.get("state").asString(),
        json.get("instalments").valueStream().map(Shown::instalment).toList(),
        json.get("timeline").valueStream().map(Shown::entry).toList(),
        json.at("/nextStep/kind").asString()
            + (json.at("/nextStep/by").isNull() ? "" : " by " + json.at("/nextStep/by").asString()),
        json);
  }

  /// The day on which something of the timeline happened, in the programme's zone.
  public LocalDate dayOf(String entry) {
    return LocalDate.ofInstant(at(entry), Clock.ZONE);
  }

  /// The moment at which something of the timeline happened.
  public Instant at(String entry) {
    var index = timeline.indexOf(entry);
    if (index < 0) {
      throw new AssertionError(entry + " is not in " + timeline);
    }
    return Instant.parse(json.get("timeline").get(index).get("at").asString());
  }

  /// The day by which an instalment is promised.
  public LocalDate promisedOn(int instalment) {
    return LocalDate.parse(
        json.get("instalments").get(instalment - 1).get("promisedOn").asString());
  }

  /// The candidate's name, or `null` in words once it is gone.
  public String name() {
    return json.at("/candidate/name").asString("null");
  }

  private static String instalment(JsonNode json) {
    var due = json.get("dueOn");
    return json.at("/amount/amount").asString()
        + " "
        + json.get("state").asString()
        + (due.isNull() ? "" : " for " + due.asString());
  }

  private static String entry(JsonNode json) {
    return json.get("kind").asString()
        + (json.has("instalment") ? " " + json.get("instalment").asInt() : "")
        + (json.has("stage") ? " " + json.get("stage").asString() : "")
        + (json.has("reason") ? " " + json.get("reason").asString() : "");
  }
}
