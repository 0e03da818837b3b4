package io.referralflow.tests.statemachine;

import static io.referralflow.tests.statemachine.Machine.list;
import static io.referralflow.tests.statemachine.Machine.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The referral's machine keeps to every rule, every rule sees a machine that does not, and its
/// expressions choose what they should.
class ReferralMachineTest {

  private static final Machine MACHINE = Machine.ofProject();

  @ParameterizedTest
  @EnumSource(MachineRule.class)
  void the_machine_keeps_to(MachineRule rule) {
    assertThat(rule.brokenIn(MACHINE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("harms")
  void a_harm_is_seen(Harm harm) {
    assertThat(harm.rule().brokenIn(MACHINE.harmed(harm.done())))
        .anyMatch(text -> text.contains(harm.seenAs()));
  }

  @Test
  void every_rule_is_harmed_at_least_once() {
    Set<MachineRule> harmed =
        harms()
            .map(Harm::rule)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(MachineRule.class)));

    assertThat(harmed).containsExactlyInAnyOrder(MachineRule.values());
  }

  @Test
  void there_are_as_many_states_as_the_drawing_has() {
    assertThat(MACHINE.states()).hasSize(21);
    assertThat(MACHINE.namesOf("Task")).hasSize(5);
  }

  @Nested
  class Expressions {

    @ParameterizedTest
    @CsvSource({
      "invitation, Invite Candidate",
      "screening, Await Screening",
      "hire, Await Hire",
      "payout, Plan Next Instalment",
      "elsewhere, Input Not Understood",
    })
    void a_leg_enters_where_the_referral_stands(String from, String next) {
      Map<String, Object> input = Map.of("id", "r-1", "leg", 3, "from", from);

      assertThat(chosen("Where To?", Map.of("states", Map.of("input", input)))).isEqualTo(next);
    }

    @Test
    void an_input_without_id_leg_or_place_is_not_understood() {
      for (Map<String, Object> input :
          List.<Map<String, Object>>of(
              Map.of("leg", 1, "from", "hire"),
              Map.of("id", "r-1", "from", "hire"),
              Map.of("id", "r-1", "leg", 1))) {
        assertThat(chosen("Where To?", Map.of("states", Map.of("input", input))))
            .isEqualTo("Input Not Understood");
      }
    }

    @ParameterizedTest
    @CsvSource({
      "Candidate Answered?, screening, Await Screening",
      "Candidate Answered?, hire, Await Hire",
      "Candidate Answered?, payout, Plan Next Instalment",
      "Candidate Answered?, declined, Candidate Declined",
      "Candidate Answered?, rejected, Candidate Rejected",
      "Candidate Answered?, closed, Referral Closed",
      "Candidate Answered?, held, Referral Held",
      "Candidate Answered?, superseded, Leg Superseded",
      "Candidate Answered?, perhaps, Answer Not Understood",
      "Screening Passed?, hire, Await Hire",
      "Screening Passed?, payout, Plan Next Instalment",
      "Screening Passed?, declined, Candidate Declined",
      "Screening Passed?, rejected, Candidate Rejected",
      "Screening Passed?, closed, Referral Closed",
      "Screening Passed?, held, Referral Held",
      "Screening Passed?, superseded, Leg Superseded",
      "Screening Passed?, screening, Answer Not Understood",
      "Hired?, payout, Plan Next Instalment",
      "Hired?, declined, Candidate Declined",
      "Hired?, rejected, Candidate Rejected",
      "Hired?, closed, Referral Closed",
      "Hired?, held, Referral Held",
      "Hired?, superseded, Leg Superseded",
      "Hired?, hire, Answer Not Understood",
    })
    void an_answer_leads_on(String state, String answer, String next) {
      assertThat(chosen(state, Map.of("answer", answer))).isEqualTo(next);
    }

    @Test
    void a_plan_releases_waits_or_ends() {
      assertThat(chosenByPlan(Map.of("more", true, "due", true, "instalment", 1, "seconds", 60)))
          .isEqualTo("Release Instalment");
      assertThat(
              chosenByPlan(Map.of("more", true, "due", false, "instalment", 1, "seconds", 86400)))
          .isEqualTo("Wait Until Due");
      assertThat(chosenByPlan(Map.of("more", false, "outcome", "completed")))
          .isEqualTo("Reward Released");
      assertThat(chosenByPlan(Map.of("more", false, "outcome", "closed")))
          .isEqualTo("Referral Closed");
      assertThat(chosenByPlan(Map.of("more", false, "outcome", "held"))).isEqualTo("Referral Held");
      assertThat(chosenByPlan(Map.of("more", false, "outcome", "frozen")))
          .isEqualTo("Payouts Frozen");
      assertThat(chosenByPlan(Map.of("more", false, "outcome", "superseded")))
          .isEqualTo("Leg Superseded");
      assertThat(chosenByPlan(Map.of("more", false))).isEqualTo("Answer Not Understood");
      assertThat(chosenByPlan(Map.of())).isEqualTo("Answer Not Understood");
    }

    @Test
    void a_step_is_asked_with_id_leg_and_token() {
      Map<String, Object> known =
          Map.of(
              "referral",
              "r-1",
              "leg",
              2,
              "states",
              Map.of("context", Map.of("Task", Map.of("Token", "t-9"))));

      assertThat(payload("Invite Candidate", known))
          .isEqualTo(Map.of("step", "invite", "id", "r-1", "leg", 2, "token", "t-9"));
      assertThat(payload("Await Screening", known))
          .isEqualTo(Map.of("step", "await-screening", "id", "r-1", "leg", 2, "token", "t-9"));
      assertThat(payload("Await Hire", known))
          .isEqualTo(Map.of("step", "await-hire", "id", "r-1", "leg", 2, "token", "t-9"));
    }

    @Test
    void money_is_asked_for_by_instalment() {
      Map<String, Object> known =
          Map.of("referral", "r-1", "leg", 2, "plan", Map.of("instalment", 2, "seconds", 5184000));

      assertThat(payload("Plan Next Instalment", known))
          .isEqualTo(Map.of("step", "plan", "id", "r-1", "leg", 2));
      assertThat(payload("Release Instalment", known))
          .isEqualTo(Map.of("step", "release", "id", "r-1", "leg", 2, "instalment", 2));
      assertThat(value("Wait Until Due", known, "Seconds")).isEqualTo(5184000);
    }

    @Test
    void results_are_kept_whole() {
      Map<String, Object> plan = Map.of("more", false, "outcome", "completed");

      assertThat(
              value(
                  "Plan Next Instalment",
                  Map.of("states", Map.of("result", Map.of("Payload", plan))),
                  "Assign",
                  "plan"))
          .isEqualTo(plan);
      assertThat(
              value(
                  "Await Hire",
                  Map.of("states", Map.of("result", Map.of("next", "payout"))),
                  "Assign",
                  "answer"))
          .isEqualTo("payout");
    }

    @ParameterizedTest
    @CsvSource({
      "Reward Released, completed",
      "Candidate Declined, declined",
      "Candidate Rejected, rejected",
      "Referral Closed, closed",
      "Referral Held, held",
      "Payouts Frozen, frozen",
      "Leg Superseded, superseded",
    })
    void an_end_says_how_it_ended(String state, String outcome) {
      Map<String, Object> known = Map.of("referral", "r-1", "leg", 2);

      assertThat(value(state, known, "Output", "id")).isEqualTo("r-1");
      assertThat(value(state, known, "Output", "leg")).isEqualTo(2);
      assertThat(value(state, known, "Output", "outcome")).isEqualTo(outcome);
    }

    @Test
    void a_fault_says_where_and_what() {
      Map<String, Object> known =
          Map.of("fault", Map.of("state", "Await Hire", "error", "Lambda.Unknown"));

      assertThat(value("Step Failed", known, "Cause"))
          .isEqualTo("Await Hire had Lambda.Unknown; upkeep starts the next leg");
      assertThat(value("Answer Not Understood", known, "Cause"))
          .isEqualTo("Await Hire got an unknown answer; upkeep starts the next leg");
    }

    private String chosenByPlan(Map<String, Object> plan) {
      return chosen("More To Pay?", Map.of("plan", plan));
    }

    private String chosen(String state, Map<String, Object> known) {
      for (Object choice : list(MACHINE.state(state).get("Choices"))) {
        if (Boolean.TRUE.equals(evaluated(map(choice).get("Condition"), known))) {
          return Machine.text(map(choice).get("Next"));
        }
      }
      return Machine.text(MACHINE.state(state).get("Default"));
    }

    private Object payload(String state, Map<String, Object> known) {
      Map<String, Object> answer = new LinkedHashMap<>();
      map(map(MACHINE.state(state).get("Arguments")).get("Payload"))
          .forEach((key, value) -> answer.put(key, evaluated(value, known)));
      return answer;
    }

    private @Nullable Object value(String state, Map<String, Object> known, String... keys) {
      Object found = MACHINE.state(state);
      for (String key : keys) {
        found = map(found).get(key);
      }
      return evaluated(found, known);
    }

    private Object evaluated(@Nullable Object value, Map<String, Object> known) {
      String text = Machine.text(value);
      if (!text.startsWith("{%")) {
        return text;
      }
      Jsonata expression = Jsonata.jsonata(text.substring(2, text.length() - 2).strip());
      Jsonata.Frame variables = expression.createFrame();
      known.forEach(variables::bind);
      Object result = expression.evaluate(null, variables);
      return result == null ? "undefined" : result;
    }
  }

  static Stream<Harm> harms() {
    return Stream.of(
        harm(MachineRule.THE_TOP_READS_IN_ORDER, "the top is not in order")
            .by(root -> {
              Object comment = root.remove("Comment");
              root.put("Comment", String.valueOf(comment));
            }),
        harm(MachineRule.STATES_READ_IN_ORDER, "Await Hire is not in order")
            .by(root -> {
              Object type = state(root, "Await Hire").remove("Type");
              state(root, "Await Hire").put("Type", String.valueOf(type));
            }),
        harm(MachineRule.STATES_READ_IN_ORDER, "unknown word Banana")
            .by(root -> state(root, "Await Hire").put("Banana", "yellow")),
        harm(MachineRule.THE_STORY_COMES_IN_ORDER, "ends stand between steps")
            .by(root -> {
              Map<String, Object> states = map(root.get("States"));
              Object moved = states.remove("Await Hire");
              states.put("Await Hire", map(moved));
            }),
        harm(MachineRule.EVERY_STATE_SAYS_WHAT_IT_IS_FOR, "Await Hire has no comment")
            .by(root -> state(root, "Await Hire").remove("Comment")),
        harm(MachineRule.NAMES_ARE_PHRASES_OF_THE_BUSINESS, "wait_for_it is no phrase")
            .by(root -> map(root.get("States")).put("wait_for_it", Map.of("Type", "Wait"))),
        harm(MachineRule.NAMES_ARE_PHRASES_OF_THE_BUSINESS, "Is It? asks")
            .by(root -> map(root.get("States")).put("Is It?", Map.of("Type", "Wait"))),
        harm(MachineRule.EVERYTHING_IS_BOUND_IN_TIME, "Await Hire has no timeout")
            .by(root -> state(root, "Await Hire").remove("TimeoutSeconds")),
        harm(MachineRule.EVERYTHING_IS_BOUND_IN_TIME, "Await Hire has no timeout in plain seconds")
            .by(root -> state(root, "Await Hire").put("TimeoutSeconds", "{% $plan.seconds %}")),
        harm(MachineRule.WAITING_GOES_ON_AFTER_A_TIMEOUT, "Await Hire ends with its timeout")
            .by(root -> list(state(root, "Await Hire").get("Catch")).removeFirst()),
        harm(MachineRule.WAITING_GOES_ON_AFTER_A_TIMEOUT, "gives its token to nobody")
            .by(root ->
                map(map(state(root, "Await Hire").get("Arguments")).get("Payload"))
                    .remove("token")),
        harm(MachineRule.RETRIES_ARE_ALL_THE_SAME, "retries differ")
            .by(root -> firstRetry(root, "Await Hire").put("MaxAttempts", 9)),
        harm(MachineRule.RETRIES_ARE_ALL_THE_SAME, "Await Hire retries without full jitter")
            .by(root -> firstRetry(root, "Await Hire").remove("JitterStrategy")),
        harm(MachineRule.RETRIES_ARE_ALL_THE_SAME, "Await Hire does not retry")
            .by(root -> state(root, "Await Hire").remove("Retry")),
        harm(MachineRule.ERRORS_HAVE_NAMES_THAT_EXIST, "the unknown error Lambda.Oops")
            .by(root -> list(firstRetry(root, "Await Hire").get("ErrorEquals")).add("Lambda.Oops")),
        harm(
                MachineRule.ALL_OTHER_FAULTS_COME_LAST_AND_TO_ONE_PLACE,
                "does not catch the rest last")
            .by(root -> {
              List<Object> ways = list(state(root, "Await Hire").get("Catch"));
              ways.add(ways.removeFirst());
            }),
        harm(MachineRule.ALL_OTHER_FAULTS_COME_LAST_AND_TO_ONE_PLACE, "Await Hire fails elsewhere")
            .by(root ->
                map(list(state(root, "Await Hire").get("Catch")).getLast())
                    .put("Next", "Referral Closed")),
        harm(MachineRule.ONLY_FAULTS_FAIL, "Step Failed has an error of no list")
            .by(root -> state(root, "Step Failed").put("Error", "Oops")),
        harm(MachineRule.ONLY_FAULTS_FAIL, "Candidate Rejected does not say how it ended")
            .by(root -> state(root, "Candidate Rejected").remove("Output")),
        harm(MachineRule.CHOICES_ALWAYS_LEAD_SOMEWHERE, "Hired? has no default")
            .by(root -> state(root, "Hired?").remove("Default")),
        harm(MachineRule.EVERY_STATE_IS_REACHED_AND_EXISTS, "Wait Until Due is never reached")
            .by(root -> list(state(root, "More To Pay?").get("Choices")).remove(1)),
        harm(MachineRule.EVERY_STATE_IS_REACHED_AND_EXISTS, "there is no state Nowhere")
            .by(root -> state(root, "Wait Until Due").put("Next", "Nowhere")),
        harm(MachineRule.VARIABLES_ARE_BOUND, "Wait Until Due uses $plans before it is there")
            .by(root -> state(root, "Wait Until Due").put("Seconds", "{% $plans.seconds %}")),
        harm(MachineRule.VARIABLES_ARE_BOUND, "Await Hire uses $leg before it is there")
            .by(root ->
                map(map(list(state(root, "Where To?").get("Choices")).get(3)).get("Assign"))
                    .remove("leg")),
        harm(MachineRule.EXPRESSIONS_ARE_SHORT_AND_RIGHT, "cannot be read: $plan.seconds +")
            .by(root -> state(root, "Wait Until Due").put("Seconds", "{% $plan.seconds + %}")),
        harm(MachineRule.EXPRESSIONS_ARE_SHORT_AND_RIGHT, "written as JSON")
            .by(root -> state(root, "Wait Until Due").put("Seconds", "{% 60 %}")),
        harm(MachineRule.EXPRESSIONS_ARE_SHORT_AND_RIGHT, "braces of: {%$plan.seconds%}")
            .by(root -> state(root, "Wait Until Due").put("Seconds", "{%$plan.seconds%}")),
        harm(MachineRule.EXPRESSIONS_ARE_SHORT_AND_RIGHT, "unknown function $toMillis")
            .by(root -> state(root, "Wait Until Due").put("Seconds", "{% $toMillis($plan.due) %}")),
        harm(MachineRule.NOTHING_IS_LEFT_OF_THE_OLD_PATHS, "Await Hire has ResultPath")
            .by(root -> state(root, "Await Hire").put("ResultPath", "$.answer")),
        harm(MachineRule.NOTHING_NAMES_A_PLACE_IN_A_CLOUD, "names a place")
            .by(root ->
                map(state(root, "Await Hire").get("Arguments"))
                    .put("FunctionName", "arn:aws:lambda:eu-west-1:123456789012:function:f")));
  }

  /// A rule, something done to the machine, and how the rule should complain.
  record Harm(MachineRule rule, String seenAs, Consumer<Map<String, Object>> done) {

    Harm by(Consumer<Map<String, Object>> harm) {
      return new Harm(rule, seenAs, harm);
    }

    @Override
    public String toString() {
      return rule + ", " + seenAs;
    }
  }

  private static Harm harm(MachineRule rule, String seenAs) {
    return new Harm(rule, seenAs, root -> {});
  }

  private static Map<String, Object> state(Map<String, Object> root, String name) {
    return map(map(root.get("States")).get(name));
  }

  private static Map<String, Object> firstRetry(Map<String, Object> root, String name) {
    return map(list(state(root, name).get("Retry")).getFirst());
  }
}
