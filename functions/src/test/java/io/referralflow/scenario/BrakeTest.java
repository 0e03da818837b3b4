package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the brake does to the lives of referrals. Upkeep runs every hour here, as in production.
class BrakeTest {

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  @BeforeEach
  void sam_is_hired_to_begin_on_the_first_of_may() {
    world.hourly();
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
  }

  @Test
  void nothing_is_released_until_the_hour_after_the_thaw() {
    world.goTo("2026-04-30T20:00");
    world.freezes();
    world.goTo("2026-05-12T09:10");
    assertThat(Told.ledger(world, sam)).isEmpty();

    world.thaw();
    world.goTo("2026-05-12T10:10");

    assertThat(Told.ledger(world, sam))
        .containsExactly("2026-05-12T10:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29");
    world.goTo("2026-07-02T09:00");
    assertThat(Told.ledger(world, sam))
        .containsExactly(
            "2026-05-12T10:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
            "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
  }

  @Test
  void the_execution_ends_and_no_other_is_started_while_payouts_are_frozen() {
    world.goTo("2026-04-30T20:00");
    world.freezes();
    world.goTo("2026-05-01T00:10");
    assertThat(world.visited(sam, 1))
        .endsWith("Release Instalment", "More To Pay?", "Payouts Frozen");
    var transitions = world.transitions(sam);

    world.goTo("2026-06-20T09:00");

    assertThat(world.runningLegs(sam)).isEmpty();
    assertThat(world.transitions(sam)).isEqualTo(transitions);
  }

  @Test
  void both_instalments_wait_and_come_when_it_is_over() {
    world.goTo("2026-04-30T20:00");
    world.freezes();
    world.goTo("2026-07-20T09:10");
    world.thaw();
    world.goTo("2026-07-20T10:10");

    assertThat(Told.ledger(world, sam))
        .containsExactly(
            "2026-07-20T10:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
            "2026-07-20T10:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
  }

  @Test
  void a_plan_that_changes_meanwhile_counts() {
    world.goTo("2026-04-30T20:00");
    world.freezes();
    world.goTo("2026-05-02T09:10");
    world.hears(startMoved("HR-1", "2026-06-01"));
    world.goTo("2026-05-20T09:10");
    world.thaw();
    world.goTo("2026-06-02T09:00");

    assertThat(Told.ledger(world, sam))
        .containsExactly("2026-06-01T00:00 released 1 1000.00 due 2026-06-01 promised 2026-07-01");
  }

  @Test
  void the_referrer_sees_the_instalment_planned_meanwhile() {
    world.goTo("2026-04-30T20:00");
    var before = world.seenBy(EMMA, sam).instalments();
    world.freezes();
    world.goTo("2026-05-12T09:10");

    assertThat(world.seenBy(EMMA, sam).instalments()).isEqualTo(before);
  }

  @Test
  void what_finance_has_is_confirmed_all_the_same() {
    world.goTo("2026-05-02T09:00");
    world.freezes();

    world.confirms(FATIMA, sam, 1, "2026-05-02");
  }

  @Test
  void other_overdue_referrals_are_tended_meanwhile() {
    world.freezes();
    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    world.losesAllExecutions();
    world.goTo("2026-03-30T09:00");

    assertThat(world.referral(ada)).isInstanceOf(Referral.Expired.class);
  }

  @Test
  void a_restore_freezes_before_anything_begins_anew() {
    world.losesAllExecutions();
    world.sleepsUntil("2026-05-01T09:00");
    world.upkeep(Run.AMNESIA);
    world.goTo("2026-05-03T09:10");

    assertThat(Told.ledger(world, sam)).isEmpty();
    assertThat(world.ports().brake().standing().pulls())
        .extracting(Pull::cause)
        .containsExactly(Cause.RESTORE);

    world.thaw();
    world.goTo("2026-05-03T10:10");
    assertThat(Told.ledger(world, sam))
        .containsExactly("2026-05-03T10:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29");
  }
}
