package io.referralflow.intake;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.HrNumber;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.intake.TakeInHrEvent.TakingIn;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Page;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Taking an event in: stored first, then applied; once for ever.
class TakeInHrEventTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

  private final World world = World.on("2026-03-02T09:15");

  private TakingIn hear(HrMessage message) {
    return world.hear(message);
  }

  private List<Failure> failures() {
    return world.ports().failures().list(new Page.Request(20, Optional.empty())).items();
  }

  @Test
  void an_event_of_a_referral_is_applied() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

    assertThat(hear(hired("HR-1", "2026-05-01").of("sam@example.org")))
        .isEqualTo(new TakingIn.Applied());
    assertThat(world.facts(sam)).hasSize(2);
  }

  @Test
  void an_event_of_nobody_is_unmatched_and_stays_for_a_while() {
    var event = hired("HR-1", "2026-05-01").of("sam@example.org").named("event");

    assertThat(hear(event)).isEqualTo(new TakingIn.Unmatched());
    assertThat(world.ports().hrReports().of(new HrNumber("HR-1")).reports())
        .extracting(report -> report.event().id())
        .containsExactly("event");
    assertThat(failures()).isEmpty();
  }

  @Test
  void an_event_that_was_seen_is_applied_again_and_changes_nothing() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    var event =
        hired("HR-1", "2026-05-01").of("sam@example.org").named("event").occurred(world.now());
    assertThat(hear(event)).isEqualTo(new TakingIn.Applied());
    var facts = world.facts(sam);

    assertThat(hear(event)).isEqualTo(new TakingIn.Applied());
    assertThat(world.facts(sam)).isEqualTo(facts);
  }

  @Test
  void an_event_stored_by_a_try_that_died_is_applied_by_the_next() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    var message =
        hired("HR-1", "2026-05-01").of("sam@example.org").named("event").occurred(world.now());
    var _ =
        world
            .ports()
            .hrReports()
            .receive(
                world.event(message),
                message.email().map(world.ports().seals()::person),
                world.now());

    assertThat(hear(message)).isEqualTo(new TakingIn.Applied());
    assertThat(world.facts(sam)).hasSize(2);
  }

  @Test
  void the_same_id_with_another_body_is_listed_once() {
    var event = hired("HR-1", "2026-05-01").named("event").occurred(NOW);
    var other = hired("HR-1", "2026-06-01").named("event").occurred(NOW);
    assertThat(hear(event)).isEqualTo(new TakingIn.Unmatched());

    assertThat(hear(other)).isEqualTo(new TakingIn.Refused(Reason.SAME_ID_OTHER_BODY));
    assertThat(hear(other)).isEqualTo(new TakingIn.Refused(Reason.SAME_ID_OTHER_BODY));
    var hash = world.event(other).bodyHash();
    assertThat(failures())
        .containsExactly(
            new Failure(
                "same-id-other-body/com.example.hr/event/" + hash,
                Kind.EVENT,
                "same-id-other-body",
                NOW,
                Optional.of("event")));
    assertThat(world.ports().hrReports().of(new HrNumber("HR-1")).reports())
        .extracting(report -> report.event())
        .containsExactly(world.event(event));
  }

  @Test
  void an_event_from_more_than_a_day_ahead_is_refused_and_not_stored() {
    var ahead = hired("HR-1", "2026-05-01").named("event").occurred(NOW.plusSeconds(86_401));

    assertThat(hear(ahead)).isEqualTo(new TakingIn.Refused(Reason.FROM_THE_FUTURE));
    assertThat(failures()).extracting(Failure::reason).containsExactly("from-the-future");
    assertThat(world.ports().hrReports().of(new HrNumber("HR-1")).reports()).isEmpty();
  }

  @Test
  void an_event_from_just_a_day_ahead_is_taken() {
    assertThat(hear(hired("HR-1", "2026-05-01").occurred(NOW.plusSeconds(86_400))))
        .isEqualTo(new TakingIn.Unmatched());
  }

  @Test
  void a_probation_that_ends_before_the_start_is_refused() {
    assertThat(hear(hired("HR-1", "2026-05-01", "2026-04-30")))
        .isEqualTo(new TakingIn.Refused(Reason.DATES_CONTRADICT));
    assertThat(failures()).extracting(Failure::reason).containsExactly("dates-contradict");
  }

  @Test
  void a_probation_of_one_day_is_taken() {
    assertThat(hear(hired("HR-1", "2026-05-01", "2026-05-01"))).isEqualTo(new TakingIn.Unmatched());
  }

  @Test
  void a_report_about_nobody_waits_for_the_hire() {
    assertThat(hear(startMoved("HR-1", "2026-05-18"))).isEqualTo(new TakingIn.Unmatched());
    assertThat(hear(left("HR-1", "2026-05-18"))).isEqualTo(new TakingIn.Unmatched());
    assertThat(failures()).isEmpty();
  }

  @Test
  void an_event_that_is_not_understood_is_listed_once() {
    for (var i = 0; i < 2; i++) {
      world
          .product()
          .refuseHrEvent
          .execute("com.example.hr", "hash", Optional.empty(), Reason.UNKNOWN_VERSION);
    }

    assertThat(failures())
        .containsExactly(
            new Failure(
                "unknown-version/com.example.hr/-/hash",
                Kind.EVENT,
                "unknown-version",
                NOW,
                Optional.empty()));
  }

  @Test
  void an_event_for_an_ended_referral_that_is_settled_is_unmatched() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.takesBack(EMMA, sam);

    assertThat(hear(hired("HR-1", "2026-05-01").forReferral(sam)))
        .isEqualTo(new TakingIn.Unmatched());
    assertThat(hear(hired("HR-1", "2026-05-01").forReferral(new ReferralId("a".repeat(26)))))
        .isEqualTo(new TakingIn.Unmatched());
  }
}
