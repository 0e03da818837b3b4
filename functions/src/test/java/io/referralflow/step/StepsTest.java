package io.referralflow.step;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.FaultyReferrals;
import io.referralflow.scenario.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// One step: read, decide, write, and again when another came first.
class StepsTest {

  private static final OperationId OPERATION = new OperationId("test");

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
  private final Contested referrals = new Contested(world.ports().referrals());
  private final Steps steps = new Steps(referrals, world.ports().clock());
  private final List<Snapshot> seen = new ArrayList<>();

  /// Answers commits with what a test says, and keeps them.
  private static final class Contested implements FaultyReferrals {
    private final Referrals sound;
    private final List<Change> changes = new ArrayList<>();
    private final List<Committed> answers = new ArrayList<>();

    Contested(Referrals sound) {
      this.sound = sound;
    }

    @Override
    public Referrals sound() {
      return sound;
    }

    @Override
    public Committed commit(Change change) {
      changes.add(change);
      return answers.isEmpty() ? sound.commit(change) : answers.removeFirst();
    }
  }

  private Ruling<String> accept(Snapshot found, Instant now) {
    seen.add(found);
    return Ruling.record(new Fact.Accepted(now, Feedback.STAGE, Keep.PROCEDURE), "accepted");
  }

  @Test
  void a_step_is_written_and_answers_the_rules_outcome() {
    assertThat(steps.take(sam, OPERATION, this::accept)).hasValue("accepted");

    assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
    assertThat(referrals.changes)
        .singleElement()
        .satisfies(change -> {
          assertThat(change.operation()).isEqualTo(OPERATION);
          assertThat(change.at()).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
          assertThat(change.newLeg()).isFalse();
          assertThat(change.companions()).isEmpty();
        });
  }

  @Test
  void a_rule_may_ask_for_companions_and_a_new_leg() {
    var companion = new Companion.NoticeSent(1, "mail-1");
    Ruling<String> ruling = new Ruling.Write<>(List.of(), List.of(companion), true, "a new leg");

    assertThat(steps.take(sam, OPERATION, (_, _) -> ruling)).hasValue("a new leg");
    assertThat(referrals.changes)
        .singleElement()
        .satisfies(change -> {
          assertThat(change.newLeg()).isTrue();
          assertThat(change.companions()).containsExactly(companion);
        });
  }

  @Test
  void a_rule_that_leaves_all_as_it_is_writes_nothing() {
    assertThat(steps.take(sam, OPERATION, (_, _) -> Ruling.leave("nothing"))).hasValue("nothing");

    assertThat(referrals.changes).isEmpty();
  }

  @Test
  void an_unknown_referral_is_no_step() {
    var nobody = new ReferralId("nosuchreferral000000000000");

    assertThat(steps.take(nobody, OPERATION, this::accept)).isEmpty();
    assertThat(seen).isEmpty();
  }

  @Test
  void another_step_that_came_first_is_read_and_decided_on_again() {
    referrals.answers.add(new Committed.Stale());
    referrals.answers.add(new Committed.Clash(new Companion.CandidateDeleted()));

    assertThat(steps.take(sam, OPERATION, this::accept)).hasValue("accepted");
    assertThat(seen).hasSize(3);
    assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
  }

  @Test
  void a_release_says_what_happens_when_frozen_and_when_it_was_done_before() {
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    var released = FactFixtures.released("2026-05-02T09:00:00Z", 1, "2026-05-01", "2026-05-29");
    Ruling<String> ruling = new Ruling.Release<>(List.of(released), "out", "frozen", "before");
    referrals.answers.add(new Committed.Frozen());
    referrals.answers.add(new Committed.DoneBefore());

    assertThat(steps.take(sam, OPERATION, (_, _) -> ruling)).hasValue("frozen");
    assertThat(steps.take(sam, OPERATION, (_, _) -> ruling)).hasValue("before");
    assertThat(steps.take(sam, OPERATION, (_, _) -> ruling)).hasValue("out");
    Ruling<String> confirmed =
        new Ruling.Confirm<>(
            FactFixtures.paid("2026-05-12T09:00:00Z", 1, "2026-05-12"), "paid", "differs");
    referrals.answers.add(new Committed.DoneBefore());
    assertThat(steps.take(sam, OPERATION, (_, _) -> confirmed)).hasValue("differs");
  }

  @Test
  void nothing_else_is_ever_frozen_or_done_before() {
    referrals.answers.add(new Committed.Frozen());
    assertThatThrownBy(() -> steps.take(sam, OPERATION, this::accept))
        .isInstanceOf(IllegalStateException.class);
    referrals.answers.add(new Committed.DoneBefore());
    assertThatThrownBy(() -> steps.take(sam, OPERATION, this::accept))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_rule_decides_on_what_stands_now() {
    referrals.answers.add(new Committed.Stale());
    BiFunction<Snapshot, Instant, Ruling<String>> rule =
        (found, now) -> {
          if (seen.isEmpty()) {
            world.accepts(sam);
          }
          seen.add(found);
          return found.referral() instanceof Referral.Invited
              ? Ruling.record(new Fact.Declined(now), "declined")
              : Ruling.leave("too late");
        };

    assertThat(steps.take(sam, OPERATION, rule)).hasValue("too late");
  }

  @Test
  void a_step_that_never_comes_first_is_a_fault() {
    for (var i = 0; i < 40; i++) {
      referrals.answers.add(new Committed.Stale());
    }

    assertThatThrownBy(() -> steps.take(sam, OPERATION, this::accept))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Too many steps at once on one referral: test");
    assertThat(seen).hasSize(40);
    assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);
  }
}
