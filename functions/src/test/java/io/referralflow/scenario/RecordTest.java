package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.audit.Finding;
import io.referralflow.audit.ReportBeforePaying;
import io.referralflow.audit.ReportBeforePaying.Report;
import io.referralflow.audit.ReportBeforePaying.Scope;
import io.referralflow.audit.ReportBeforePaying.When;
import io.referralflow.audit.StopPayouts;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.payout.HoldPayout;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.HoldReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A record that does not hold stops all payouts, before it is paid by.
class RecordTest {

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
  private final ReferralId kim = world.refers(JORIS, "kim@example.org", JAVA_ENGINEER);

  @BeforeEach
  void both_are_hired() {
    world.hourly();
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.accepts(kim);
    world.hears(hired("HR-2", "2026-05-01").of("kim@example.org"));
  }

  /// Somebody changes a stored fact by hand.
  private void tamperWith(ReferralId id) {
    world.store().changeFact(id, 2, new Fact.Accepted(world.now(), Feedback.REASON, Keep.YEAR));
  }

  @Test
  void what_holds_is_reported_without_a_word() {
    world.goTo("2026-04-29T09:00");

    var report = world.product().reportBeforePaying.execute(Scope.WHOLE);

    assertThat(report.differences()).isZero();
    assertThat(report.lines())
        .extracting(line -> line.receiptNumber() + " " + line.instalment() + " " + line.when())
        .containsExactlyInAnyOrder("1 1 SOON", "2 1 SOON");
    assertThat(world.ports().brake().standing().isFrozen()).isFalse();
  }

  @Test
  void a_far_instalment_is_not_looked_at() {
    assertThat(world.product().reportBeforePaying.execute(Scope.WHOLE).lines()).isEmpty();
  }

  @Test
  void the_report_stops_payouts_before_the_day_for_whoever_asks() {
    world.goTo("2026-04-29T06:00");
    tamperWith(sam);
    assertThat(world.product().reportBeforePaying.execute(Scope.WHOLE).differences()).isEqualTo(1);

    assertThat(world.ports().brake().standing().pulls())
        .containsExactly(
            new Pull(
                Cause.BROKEN_RECORD,
                Optional.of(sam),
                Optional.empty(),
                "The record is not what was written.",
                World.moment("2026-04-29T06:00")));
    assertThat(world.failures()).containsExactly("record record-broken");
    world.goTo("2026-05-02T09:00");
    assertThat(Told.ledger(world, sam)).isEmpty();
    assertThat(Told.ledger(world, kim)).isEmpty();
  }

  @Test
  void a_release_looks_itself_and_is_not_made() {
    world.goTo("2026-04-30T12:00");
    tamperWith(sam);
    world.goTo("2026-05-01T00:30");

    assertThat(Told.ledger(world, sam)).isEmpty();
    assertThat(world.ports().brake().standing().pulls())
        .extracting(Pull::referral)
        .containsExactly(Optional.of(sam));
  }

  @Test
  void a_thaw_while_the_record_is_broken_is_followed_by_another_stop() {
    world.goTo("2026-04-30T12:00");
    tamperWith(sam);
    world.goTo("2026-05-01T09:00");
    world.thaw();
    world.pass(Duration.ofHours(2));

    assertThat(Told.ledger(world, sam)).isEmpty();
    assertThat(world.ports().brake().standing().isFrozen()).isTrue();
    assertThat(world.failures()).containsExactly("record record-broken");
  }

  @Test
  void once_mended_everything_is_paid_after_the_thaw() {
    world.goTo("2026-04-30T12:00");
    var sound = world.facts(sam).get(1);
    tamperWith(sam);
    world.goTo("2026-05-01T09:00");
    world.store().changeFact(sam, 2, sound);
    world.thaw();
    world.pass(Duration.ofHours(2));

    assertThat(Told.ledger(world, sam)).hasSize(1);
    assertThat(Told.ledger(world, kim)).hasSize(1);
    assertThat(world.ports().brake().standing().isFrozen()).isFalse();
  }

  @Test
  void what_finance_has_is_looked_at_until_it_is_confirmed() {
    world.goTo("2026-05-10T09:00");
    tamperWith(kim);

    var report = world.product().reportBeforePaying.execute(Scope.WHOLE);

    assertThat(report.differences()).isEqualTo(1);
    assertThat(report.lines())
        .filteredOn(line -> line.when() == When.RELEASED)
        .extracting(line -> line.receiptNumber() + " " + line.finding())
        .containsExactly("1 Optional.empty");
    assertThat(report.unreadable())
        .singleElement()
        .satisfies(each -> assertThat(each.finding()).isEqualTo(Finding.BROKEN_RECORD));
  }

  @Test
  void finances_list_that_does_not_know_a_hold_stops_payouts_once_it_had_time_to() {
    world.goTo("2026-05-10T09:00");
    var before = world.ports().referrals().payouts(PayoutState.RELEASED, FIRST);
    var _ =
        world
            .product()
            .holdPayout
            .execute(
                new HoldPayout.Request(
                    FATIMA.employee(), sam, 1, Optional.of(HoldReason.DISPUTED)));
    assertThat(world.product().reportBeforePaying.execute(Scope.WHOLE).differences()).isZero();
    assertThat(reportOn(before).differences()).isZero();

    world.goTo("2026-05-10T10:00");
    assertThat(world.product().reportBeforePaying.execute(Scope.WHOLE).differences()).isZero();
    assertThat(reportOn(before).lines())
        .filteredOn(line -> line.finding().isPresent())
        .extracting(line -> line.referral() + " " + line.finding().orElseThrow())
        .containsExactly(sam + " " + Finding.LIST_DIFFERS);
  }

  private static final Page.Request FIRST = new Page.Request(100, Optional.empty());

  /// The report where finance's list stands as it did.
  private Report reportOn(Page<Payout> list) {
    var ports = world.ports();
    FaultyReferrals stale =
        new FaultyReferrals() {
          @Override
          public Referrals sound() {
            return ports.referrals();
          }

          @Override
          public Page<Payout> payouts(PayoutState state, Page.Request page) {
            return list;
          }
        };
    return new ReportBeforePaying(
            ports.waits(),
            stale,
            ports.chronicles(),
            new StopPayouts(ports.brake(), ports.failures()),
            ports.clock())
        .execute(Scope.WHOLE);
  }

  @Test
  void a_release_that_upkeep_could_not_help_goes_to_the_failure_list_once() {
    world.goTo("2026-04-30T12:00");
    world.losesAllExecutions();
    world.streamStops();
    world.goTo("2026-05-01T02:10");
    assertThat(world.failures()).isEmpty();

    world.goTo("2026-05-01T08:10");

    assertThat(world.failures())
        .containsExactly("payout release-overdue", "payout release-overdue");
    world.streamFlows();
    assertThat(Told.ledger(world, sam)).hasSize(1);
  }
}
