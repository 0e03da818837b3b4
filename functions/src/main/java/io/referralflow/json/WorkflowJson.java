package io.referralflow.json;

import io.referralflow.payout.PayoutPlan;
import io.referralflow.process.WaitingStep;
import io.referralflow.referral.ReferralId;
import tools.jackson.databind.JsonNode;

/// What the state machine asks of `workflow`, and what it is answered.
public final class WorkflowJson {

  private WorkflowJson() {}

  /// A task of the state machine.
  public sealed interface Task {
    /// Park the execution until somebody answers.
    record Park(WaitingStep step, ReferralId id, int leg, String token) implements Task {}

    /// Say what is to be paid next, and when.
    record Plan(ReferralId id, int leg) implements Task {}

    /// Hand an instalment to finance.
    record Release(ReferralId id, int leg, int instalment) implements Task {}
  }

  /// Reads a task.
  ///
  /// @throws IllegalArgumentException when it is none, which is a defect of the state machine
  public static Task read(String text) {
    var json = Json.parse(text).orElseThrow(() -> new IllegalArgumentException("A task is JSON"));
    var step = text(json, "step");
    var id = new ReferralId(text(json, "id"));
    var leg = number(json, "leg");
    return switch (step) {
      case "plan" -> new Task.Plan(id, leg);
      case "release" -> new Task.Release(id, leg, number(json, "instalment"));
      default ->
          WaitingStep.named(step)
              .map(waiting -> new Task.Park(waiting, id, leg, text(json, "token")))
              .orElseThrow(() -> new IllegalArgumentException("There is no step " + step));
    };
  }

  /// The answer to a task that waits: nothing, since the token is completed later.
  public static String parked() {
    return "{}";
  }

  public static String plan(PayoutPlan plan) {
    var json = Json.object();
    return switch (plan) {
      case PayoutPlan.More(var instalment, var due, var seconds) ->
          json.put("more", true)
              .put("due", due)
              .put("instalment", instalment)
              .put("seconds", seconds)
              .toString();
      case PayoutPlan.Completed _ -> done("completed");
      case PayoutPlan.Closed _ -> done("closed");
      case PayoutPlan.Held _ -> done("held");
      case PayoutPlan.Frozen _ -> done("frozen");
      case PayoutPlan.Superseded _ -> done("superseded");
    };
  }

  private static String done(String outcome) {
    return Json.object().put("more", false).put("outcome", outcome).toString();
  }

  private static String text(JsonNode json, String name) {
    if (json.path(name).isString()) {
      return json.path(name).stringValue();
    }
    throw new IllegalArgumentException("A task names its " + name);
  }

  private static int number(JsonNode json, String name) {
    if (json.path(name).isIntegralNumber()) {
      return json.path(name).intValue();
    }
    throw new IllegalArgumentException("A task names its " + name);
  }
}
