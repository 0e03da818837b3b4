package io.referralflow.tests.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.barecloud.BareCloud;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every way through the machine to one of its ends, on the local cloud with scripted steps. Ends
/// are told apart by their names: the local cloud does not look at what a `Succeed` puts out.
class ReferralMachineIT {

  private static final String FUNCTION = "machine-under-test";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String WAIT_FOR_FIRST =
      "{\"more\":true,\"due\":false,\"instalment\":1,\"seconds\":60}";
  private static final String WAIT_FOR_SECOND =
      "{\"more\":true,\"due\":false,\"instalment\":2,\"seconds\":5184000}";
  private static final String COMPLETED = "{\"more\":false,\"outcome\":\"completed\"}";

  private static ScriptedSteps steps;
  private static BareCloud cloud;
  private static String machine;
  private static String impatient;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    steps = new ScriptedSteps();
    // Sixty days take half a second.
    cloud =
        BareCloud.start(
            Map.of(
                "MINISTACK_LAMBDA_PROXY_" + FUNCTION,
                steps.address().toString(),
                "SFN_WAIT_SCALE",
                "0.0000001"));
    steps.completeWith(ReferralMachineIT::complete);
    cloud.createFunction(FUNCTION);
    String definition = Machine.source().replace("${WorkflowFunctionAlias}", FUNCTION);
    machine = create("referral", definition);
    impatient =
        create(
            "impatient",
            definition.replace("\"TimeoutSeconds\": 25920000", "\"TimeoutSeconds\": 1"));
  }

  @AfterAll
  static void end() {
    cloud.close();
    steps.close();
  }

  @Test
  void a_reward_in_two_instalments_takes_seventeen_transitions() throws Exception {
    Ended ended =
        run(
            machine,
            "paid",
            "invitation",
            "{\"next\":\"screening\"}",
            "{\"next\":\"hire\"}",
            "{\"next\":\"payout\"}",
            WAIT_FOR_FIRST,
            WAIT_FOR_SECOND,
            COMPLETED);

    assertThat(ended.visited())
        .containsExactly(
            "Where To?",
            "Invite Candidate",
            "Candidate Answered?",
            "Await Screening",
            "Screening Passed?",
            "Await Hire",
            "Hired?",
            "Plan Next Instalment",
            "More To Pay?",
            "Wait Until Due",
            "Release Instalment",
            "More To Pay?",
            "Wait Until Due",
            "Release Instalment",
            "More To Pay?",
            "Reward Released");
    assertThat(ended.transitions()).isEqualTo(17);
    assertThat(steps.callsOf("paid"))
        .extracting(call -> call.path("step").asString() + " " + call.path("instalment").asInt(0))
        .containsExactly(
            "invite 0", "await-screening 0", "await-hire 0", "plan 0", "release 1", "release 2");
  }

  @Test
  void a_rejection_takes_seven_transitions() throws Exception {
    Ended ended =
        run(
            machine,
            "rejected",
            "invitation",
            "{\"next\":\"screening\"}",
            "{\"next\":\"rejected\"}");

    assertThat(ended.visited())
        .containsExactly(
            "Where To?",
            "Invite Candidate",
            "Candidate Answered?",
            "Await Screening",
            "Screening Passed?",
            "Candidate Rejected");
    assertThat(ended.transitions()).isEqualTo(7);
  }

  @Test
  void a_candidate_may_decline() throws Exception {
    Ended ended = run(machine, "declined", "invitation", "{\"next\":\"declined\"}");

    assertThat(ended.visited())
        .containsExactly(
            "Where To?", "Invite Candidate", "Candidate Answered?", "Candidate Declined");
  }

  @Test
  void a_referral_may_close_while_the_hire_is_awaited() throws Exception {
    Ended ended = run(machine, "closed", "hire", "{\"next\":\"closed\"}");

    assertThat(ended.visited())
        .containsExactly("Where To?", "Await Hire", "Hired?", "Referral Closed");
  }

  @Test
  void a_referral_may_be_held_for_a_person() throws Exception {
    Ended ended = run(machine, "held", "screening", "{\"next\":\"held\"}");

    assertThat(ended.visited())
        .containsExactly("Where To?", "Await Screening", "Screening Passed?", "Referral Held");
  }

  @Test
  void a_release_while_payouts_are_frozen_ends_the_leg() throws Exception {
    Ended ended =
        run(
            machine,
            "frozen",
            "payout",
            "{\"more\":true,\"due\":true,\"instalment\":1,\"seconds\":60}",
            "{\"more\":false,\"outcome\":\"frozen\"}");

    assertThat(ended.visited())
        .containsExactly(
            "Where To?",
            "Plan Next Instalment",
            "More To Pay?",
            "Release Instalment",
            "More To Pay?",
            "Payouts Frozen");
  }

  @Test
  void an_old_leg_ends_quietly() throws Exception {
    Ended ended =
        run(machine, "superseded", "payout", "{\"more\":false,\"outcome\":\"superseded\"}");

    assertThat(ended.visited())
        .containsExactly("Where To?", "Plan Next Instalment", "More To Pay?", "Leg Superseded");
  }

  @Test
  void a_hire_that_comes_first_skips_the_screening() throws Exception {
    Ended ended = run(machine, "early", "invitation", "{\"next\":\"payout\"}", COMPLETED);

    assertThat(ended.visited())
        .containsExactly(
            "Where To?",
            "Invite Candidate",
            "Candidate Answered?",
            "Plan Next Instalment",
            "More To Pay?",
            "Reward Released");
  }

  @Test
  void what_is_due_is_released_without_waiting() throws Exception {
    Ended ended =
        run(
            machine,
            "due",
            "payout",
            "{\"more\":true,\"due\":true,\"instalment\":1,\"seconds\":60}",
            COMPLETED);

    assertThat(ended.visited())
        .containsExactly(
            "Where To?",
            "Plan Next Instalment",
            "More To Pay?",
            "Release Instalment",
            "More To Pay?",
            "Reward Released");
  }

  @Test
  void a_wait_that_times_out_waits_again() throws Exception {
    Ended ended = run(impatient, "patient", "hire", "silence", "{\"next\":\"closed\"}");

    assertThat(ended.visited())
        .containsExactly("Where To?", "Await Hire", "Await Hire", "Hired?", "Referral Closed");
  }

  @Test
  void a_fault_that_passes_is_forgotten() throws Exception {
    Ended ended = run(machine, "shaky", "payout", "fault", "fault", COMPLETED);

    assertThat(ended.visited())
        .containsExactly("Where To?", "Plan Next Instalment", "More To Pay?", "Reward Released");
    assertThat(steps.callsOf("shaky")).hasSize(3);
  }

  @Test
  void a_fault_that_stays_fails_after_eight_more_tries() throws Exception {
    Ended ended = run(machine, "broken", "payout", "fault");

    assertThat(ended.visited()).containsExactly("Where To?", "Plan Next Instalment", "Step Failed");
    assertThat(ended.status()).isEqualTo("FAILED");
    assertThat(ended.error()).isEqualTo("StepFailed");
    assertThat(ended.cause()).startsWith("Plan Next Instalment had ");
    assertThat(steps.callsOf("broken")).hasSize(9);
  }

  @Test
  void an_input_that_is_not_understood_fails_at_once() throws Exception {
    Ended ended = run(machine, "lost", "elsewhere", COMPLETED);

    assertThat(ended.visited()).containsExactly("Where To?", "Input Not Understood");
    assertThat(ended.error()).isEqualTo("InputNotUnderstood");
    assertThat(steps.callsOf("lost")).isEmpty();
  }

  @Test
  void an_answer_that_is_not_understood_fails_and_says_where() throws Exception {
    Ended ended = run(machine, "puzzled", "hire", "{\"next\":\"perhaps\"}");

    assertThat(ended.visited())
        .containsExactly("Where To?", "Await Hire", "Hired?", "Answer Not Understood");
    assertThat(ended.error()).isEqualTo("AnswerNotUnderstood");
    assertThat(ended.cause()).startsWith("Hired? got an unknown answer");
  }

  private record Ended(String status, List<String> visited, String error, String cause) {

    /// As they are billed: the start counts as one.
    int transitions() {
      return visited.size() + 1;
    }
  }

  private static Ended run(String on, String referral, String from, String... answers)
      throws Exception {
    steps.script(referral, List.of(answers));
    String execution =
        cloud
            .states(
                "StartExecution",
                Map.of(
                    "stateMachineArn",
                    on,
                    "name",
                    referral + "-1",
                    "input",
                    "{\"id\":\"%s\",\"leg\":1,\"from\":\"%s\"}".formatted(referral, from)))
            .path("executionArn")
            .asString();
    JsonNode described = awaitEnd(execution);
    JsonNode history =
        cloud.states("GetExecutionHistory", Map.of("executionArn", execution, "maxResults", 1000));
    List<String> visited =
        StreamSupport.stream(history.path("events").spliterator(), false)
            .filter(event -> event.path("type").asString().endsWith("StateEntered"))
            .map(event -> event.path("stateEnteredEventDetails").path("name").asString())
            .toList();
    return new Ended(
        described.path("status").asString(),
        visited,
        described.path("error").asString(""),
        described.path("cause").asString(""));
  }

  private static JsonNode awaitEnd(String execution) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      JsonNode described = cloud.states("DescribeExecution", Map.of("executionArn", execution));
      if (!described.path("status").asString("").equals("RUNNING")) {
        return described;
      }
      assertThat(Instant.now()).as("%s is still running", execution).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static String create(String name, String definition)
      throws IOException, InterruptedException {
    JsonNode made =
        cloud.states(
            "CreateStateMachine",
            Map.of(
                "name", name,
                "definition", definition,
                "roleArn", "arn:aws:iam::000000000000:role/none"));
    assertThat(made.has("stateMachineArn")).as("%s", made).isTrue();
    return made.path("stateMachineArn").asString();
  }

  private static void complete(String token, String output) {
    var _ = cloud.states("SendTaskSuccess", Map.of("taskToken", token, "output", output));
  }
}
