package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.InMemoryWorld;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Erasure;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The table is brought back to an earlier moment, and the run after a restore makes good what must
/// not be undone: who was let go stays so, and nothing is paid twice.
class RestoreTest {

  private static final String SAM = "sam@example.org";

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, SAM, JAVA_ENGINEER);

  @BeforeEach
  void upkeep_runs_hourly() {
    world.hourly();
  }

  @AfterEach
  void all_is_sound() {
    world.assertSound();
  }

  /// How often finance was told to pay something.
  private long handedOver() {
    return world.postbox().received().stream()
        .filter(mail -> mail.to().value().equals("finance@example.com"))
        .filter(mail -> mail.letter().subject().matches("(To be paid|Te betalen): .*"))
        .count();
  }

  private List<Payout> withFinance(PayoutState state) {
    return world.ports().referrals().payouts(state, new Page.Request(10, Optional.empty())).items();
  }

  @Test
  void who_withdrew_and_was_erased_is_erased_before_anything_begins_anew() {
    world.accepts(sam);
    var moment = world.store().moment();
    world.goTo("2026-03-05T11:00");
    world.withdraws(sam);
    assertThat(world.store().knowsCandidate(sam)).isFalse();
    world.goTo("2026-03-06T11:00");
    var mailed = world.postbox().received().size();

    world.restore(moment);

    assertThat(world.store().knowsCandidate(sam)).isFalse();
    assertThat(world.referral(sam)).isInstanceOf(Referral.Withdrawn.class);
    assertThat(world.ports().brake().standing().pulls())
        .extracting(Pull::cause)
        .containsExactly(Cause.RESTORE);
    world.goTo("2026-03-20T11:00");
    assertThat(world.runningLegs(sam)).isEmpty();
    assertThat(world.postbox().received().stream().skip(mailed))
        .noneMatch(mail -> mail.to().value().equals(SAM));
  }

  /// The row beside the table is past its ninety days and still there.
  @Test
  void what_is_kept_of_an_erasure_long_ago_changes_nothing() {
    world.accepts(sam);
    world.goTo("2026-03-05T11:00");
    world.withdraws(sam);
    world.goTo("2026-06-15T11:00");
    var facts = world.facts(sam);
    var mailed = world.postbox().received().size();
    assertThat(
            world.ports().referrals().erasedBetween(World.moment("2026-03-01T00:00"), world.now()))
        .extracting(Erasure::referral)
        .containsExactly(sam);

    world.restore(world.store().moment());

    assertThat(world.facts(sam)).isEqualTo(facts);
    assertThat(world.postbox().received()).hasSize(mailed);
  }

  @Test
  void who_withdrew_and_was_not_yet_erased_withdraws_again_and_gets_the_goodbye() {
    world.accepts(sam);
    var moment = world.store().moment();
    world.goTo("2026-03-05T11:00");
    world.streamStops();
    world.objects(sam);
    world.streamIsLost();

    world.restore(moment);

    assertThat(world.referral(sam)).isInstanceOf(Referral.Withdrawn.class);
    assertThat(world.store().knowsCandidate(sam)).isFalse();
    assertThat(Told.mails(world, sam)).last().asString().endsWith("goodbye to sam");
  }

  @Test
  void what_was_taken_back_is_taken_back_again() {
    var moment = world.store().moment();
    world.goTo("2026-03-03T11:00");
    world.takesBack(EMMA, sam);

    world.restore(moment);

    assertThat(world.referral(sam))
        .isInstanceOfSatisfying(
            Referral.Withdrawn.class, gone -> assertThat(gone.byReferrer()).isTrue());
    assertThat(world.store().knowsCandidate(sam)).isFalse();
  }

  @Test
  void the_data_goes_again_where_its_time_was_over_and_the_referral_goes_on() {
    world.accepts(sam);
    world.goTo("2026-03-20T09:00");
    var moment = world.store().moment();
    world.hears(hired("HR-1", "2026-05-01").of(SAM));
    world.goTo("2026-04-18T09:00");
    assertThat(world.store().knowsCandidate(sam)).isFalse();

    world.restore(moment);

    assertThat(world.store().knowsCandidate(sam)).isFalse();
    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.SCREENING);
    world.hears(hired("HR-1", "2026-05-01").of(SAM));
    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.HIRED);
    world.thaw();
    world.goTo("2026-05-01T09:00");
    assertThat(Told.ledger(world, sam)).hasSize(1);
  }

  @Test
  void an_end_that_the_table_still_knows_is_only_erased() {
    world.declines(sam);
    var moment = world.store().moment();
    world.goTo("2026-03-31T09:00");

    world.restore(moment);

    assertThat(world.store().knowsCandidate(sam)).isFalse();
    assertThat(world.referral(sam)).isInstanceOf(Referral.Declined.class);
    assertThat(world.referral(sam).dossier().erasedAt()).contains(world.now());
  }

  @Test
  void who_withdrew_after_the_hire_is_erased_and_the_plan_stands() {
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of(SAM));
    world.goTo("2026-03-20T09:00");
    var moment = world.store().moment();
    world.withdraws(sam);
    world.goTo("2026-03-21T09:00");

    world.restore(moment);

    assertThat(world.store().knowsCandidate(sam)).isFalse();
    assertThat(world.referral(sam).dossier().withdrawnAt()).contains(world.now());
    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.HIRED);
  }

  @Test
  void who_withdrew_after_a_hire_that_is_lost_loses_the_data_and_nobody_the_hire() {
    world.accepts(sam);
    world.goTo("2026-03-20T09:00");
    var moment = world.store().moment();
    world.hears(hired("HR-1", "2026-05-01").of(SAM));
    world.streamStops();
    world.withdraws(sam);
    world.streamIsLost();

    world.restore(moment);

    assertThat(world.store().knowsCandidate(sam)).isFalse();
    world.hears(hired("HR-1", "2026-05-01").of(SAM));
    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.HIRED);
  }

  @Test
  void where_the_table_knows_of_it_nothing_is_done() {
    var joriss = world.refers(JORIS, "kim@example.org", JAVA_ENGINEER);
    world.withdraws(sam);
    world.streamStops();
    world.withdraws(joriss);
    var facts = List.of(world.facts(sam), world.facts(joriss));

    var done = world.product().upkeep.execute(Run.AMNESIA);

    assertThat(done.erased()).isZero();
    assertThat(List.of(world.facts(sam), world.facts(joriss))).isEqualTo(facts);
    assertThat(world.store().knowsCandidate(joriss)).as("until the goodbye is sent").isTrue();
    world.streamFlows();
    assertThat(world.store().knowsCandidate(joriss)).isFalse();
  }

  @Test
  void a_run_says_how_many_were_erased_again() {
    var kim = world.refers(JORIS, "kim@example.org", JAVA_ENGINEER);
    var moment = world.store().moment();
    world.withdraws(sam);
    world.withdraws(kim);
    world.store().returnTo(moment);

    assertThat(world.product().upkeep.execute(Run.AMNESIA).erased()).isEqualTo(2);
    assertThat(world.product().upkeep.execute(Run.RESTART).erased()).isZero();
  }

  private InMemoryWorld.Moment beforeTheFirstRelease() {
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of(SAM));
    world.goTo("2026-04-30T20:00");
    var moment = world.store().moment();
    world.goTo("2026-05-01T09:00");
    assertThat(handedOver()).isEqualTo(1);
    return moment;
  }

  @Test
  void what_finance_has_is_not_handed_over_again_but_waits_for_its_confirmation() {
    var moment = beforeTheFirstRelease();

    world.restore(moment);
    world.goTo("2026-05-02T09:00");
    assertThat(Told.ledger(world, sam)).as("frozen").isEmpty();
    world.thaw();
    world.goTo("2026-05-02T12:00");

    assertThat(Told.ledger(world, sam))
        .containsExactly("2026-05-02T10:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29");
    assertThat(handedOver()).isEqualTo(1);
    assertThat(withFinance(PayoutState.RELEASED)).hasSize(1);
    assertThat(world.failures()).containsExactly("payout released-before");
    world.confirms(FATIMA, sam, 1, "2026-05-02");
    world.goTo("2026-07-01T09:00");
    assertThat(handedOver()).as("the second instalment").isEqualTo(2);
    assertThat(world.failures()).containsExactly("payout released-before");
  }

  @Test
  void what_was_confirmed_before_is_confirmed_with_the_same_date_only() {
    var moment = beforeTheFirstRelease();
    world.goTo("2026-05-12T15:00");
    world.confirms(FATIMA, sam, 1, "2026-05-12");

    world.restore(moment);
    world.thaw();
    world.goTo("2026-05-13T09:00");

    assertThat(world.confirm(FATIMA, sam, 1, "2026-05-13")).isEqualTo(Confirming.DIFFERS);
    assertThat(withFinance(PayoutState.PAID)).isEmpty();
    assertThat(world.confirm(FATIMA, sam, 1, "2026-05-12")).isEqualTo(Confirming.CONFIRMED);
    assertThat(withFinance(PayoutState.PAID)).hasSize(1);
    assertThat(handedOver()).isEqualTo(1);
  }

  @Test
  void twice_restored_is_restored() {
    var moment = beforeTheFirstRelease();
    world.withdraws(sam);

    world.restore(moment);
    world.thaw();
    world.goTo("2026-05-01T12:00");
    world.restore(moment);
    world.thaw();
    world.goTo("2026-05-01T15:00");

    assertThat(Told.ledger(world, sam)).hasSize(1);
    assertThat(handedOver()).isEqualTo(1);
    assertThat(world.store().knowsCandidate(sam)).isFalse();
  }
}
