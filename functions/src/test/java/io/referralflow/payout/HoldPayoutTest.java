package io.referralflow.payout;

import static io.referralflow.reward.HoldReason.AMOUNT_IN_DOUBT;
import static io.referralflow.reward.HoldReason.DISPUTED;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.audit.Audit;
import io.referralflow.fake.FakeIds;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.payout.ExportPayRun.Exporting;
import io.referralflow.payout.HoldPayout.Holding;
import io.referralflow.payout.HoldPayout.Request;
import io.referralflow.payout.PayrollTarget.Column;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.referral.View.NextStep;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.InstalmentState;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// One payout that finance does not pay for now. The first half is released on 1 May 2026 and
/// promised for 29 May.
class HoldPayoutTest {

  private static final LocalDate MAY_29 = LocalDate.parse("2026-05-29");

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = referred("sam@example.org", "HR-1");

  private ReferralId referred(String address, String number) {
    var id = world.refers(EMMA, address, JAVA_ENGINEER);
    world.accepts(id);
    world.advances(RUBEN, id);
    world.hears(hired(number, "2026-05-01").of(address));
    return id;
  }

  private void inMay() {
    world.goTo("2026-05-04T09:00");
  }

  private Holding hold(Caller by, HoldReason because) {
    return world
        .product()
        .holdPayout
        .execute(new Request(by.employee(), sam, 1, Optional.of(because)));
  }

  private Holding takeOff(Caller by) {
    return world.product().holdPayout.execute(new Request(by.employee(), sam, 1, Optional.empty()));
  }

  private List<String> held() {
    return world
        .product()
        .listHeldPayouts
        .execute(new Page.Request(10, Optional.empty()))
        .items()
        .stream()
        .map(held -> held.line().payout().instalment() + " " + held.because())
        .toList();
  }

  private Payout listed() {
    return world
        .product()
        .listPayouts
        .execute(PayoutState.RELEASED, new Page.Request(10, Optional.empty()))
        .items()
        .getFirst()
        .payout();
  }

  private InstalmentState seen() {
    return world.seenBy(EMMA, sam).instalments().getFirst().state();
  }

  @Nested
  class On_hold {

    @Test
    void it_is_not_confirmed_and_afterwards_it_is() {
      inMay();
      assertThat(hold(FATIMA, AMOUNT_IN_DOUBT)).isEqualTo(Holding.ON_HOLD);

      assertThat(world.confirm(FATIMA, sam, 1, "2026-05-04")).isEqualTo(Confirming.ON_HOLD);
      assertThat(takeOff(FATIMA)).isEqualTo(Holding.OFF_HOLD);
      assertThat(world.confirm(FATIMA, sam, 1, "2026-05-04")).isEqualTo(Confirming.CONFIRMED);
      assertThat(Told.ledger(world, sam))
          .containsExactlyInAnyOrder(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-05-04T09:00 on hold 1 1000.00 AMOUNT_IN_DOUBT by fatima",
              "2026-05-04T09:00 off hold 1 1000.00 by fatima",
              "2026-05-04T09:00 paid 1 1000.00 on 2026-05-04 by fatima");
      assertThat(Audit.of(world.ports().chronicles().read(sam).orElseThrow())).isEmpty();
      world.assertSound();
    }

    @Test
    void a_mail_that_asks_for_it_waits_and_is_sent_once_it_is_off_hold() {
      world.goTo("2026-04-30T20:00");
      world.streamStops();
      world.goTo("2026-05-01T01:00");
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);
      world.streamFlows();
      world.goTo("2026-05-06T09:00");
      assertThat(asked()).isZero();

      assertThat(takeOff(FATIMA)).isEqualTo(Holding.OFF_HOLD);
      world.goTo("2026-05-08T09:00");
      assertThat(asked()).isOne();
    }

    private long asked() {
      return world.postbox().received().stream()
          .filter(mail -> mail.letter().subject().startsWith("Te betalen"))
          .count();
    }

    @Test
    void the_record_holds_when_it_is_worked_out_afresh() {
      inMay();
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);

      assertThat(Audit.of(world.ports().chronicles().read(sam).orElseThrow())).isEmpty();
    }

    @Test
    void it_is_listed_with_its_reason_and_in_no_file_for_payroll() {
      world.ports().payrollTargets().save(amounts(), PETRA.id(), world.now());
      inMay();
      assertThat(exported()).containsExactly(List.of("1000.00"));

      assertThat(hold(PETRA, DISPUTED)).isEqualTo(Holding.ON_HOLD);

      assertThat(exported()).isEmpty();
      assertThat(listed().heldBecause()).contains(DISPUTED);
      assertThat(listed().isToBePaid()).isFalse();
      assertThat(held()).containsExactly("1 ON_HOLD");
      assertThat(takeOff(PETRA)).isEqualTo(Holding.OFF_HOLD);
      assertThat(exported()).containsExactly(List.of("1000.00"));
      assertThat(held()).isEmpty();
    }

    private PayrollTarget amounts() {
      return new PayrollTarget(
          "amounts", List.of(new Column("Amount", PayrollField.AMOUNT, Optional.empty())));
    }

    private List<List<String>> exported() {
      return world.product().exportPayRun.execute(MAY_29, "amounts")
              instanceof Exporting.Exported(_, var rows)
          ? rows
          : List.of(List.of("not exported"));
    }

    @Test
    void it_is_listed_beside_what_is_frozen() {
      inMay();
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);
      var _ =
          world
              .ports()
              .brake()
              .pull(
                  new Pull(Cause.OPERATOR, Optional.empty(), Optional.empty(), "Why", world.now()));
      world.goTo("2026-07-02T09:00");

      assertThat(held()).containsExactly("1 ON_HOLD", "2 BRAKE");
    }

    @Test
    void the_referrer_sees_it_held_and_then_with_finance_again() {
      inMay();
      assertThat(seen()).isEqualTo(InstalmentState.RELEASED);
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);

      var view = world.seenBy(EMMA, sam);
      assertThat(view.instalments().getFirst().state()).isEqualTo(InstalmentState.HELD);
      assertThat(view.nextStep())
          .isEqualTo(new NextStep(NextStep.Kind.PAYMENT, Optional.of(MAY_29)));
      world.goTo("2026-05-05T09:00");
      assertThat(takeOff(FATIMA)).isEqualTo(Holding.OFF_HOLD);
      assertThat(seen()).isEqualTo(InstalmentState.RELEASED);
      assertThat(world.seenBy(EMMA, sam).timeline())
          .extracting(TimelineEntry::kind)
          .endsWith(
              TimelineEntry.Kind.RELEASED,
              TimelineEntry.Kind.PAYOUT_HELD,
              TimelineEntry.Kind.PAYOUT_RESUMED);
    }

    @Test
    void its_promise_is_warned_of_all_the_same() {
      inMay();
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);
      world.goTo("2026-05-25T09:00");

      assertThat(Told.mails(world, sam)).contains("2026-05-21 promise near to finance");
      assertThat(world.failures()).containsExactly("payout promise-near");
    }

    @Test
    void the_next_instalment_goes_its_way() {
      inMay();
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);
      world.goTo("2026-07-02T09:00");

      assertThat(world.seenBy(EMMA, sam).instalments())
          .extracting(line -> line.state())
          .containsExactly(InstalmentState.HELD, InstalmentState.RELEASED);
    }
  }

  @Nested
  class A_request {

    @Test
    void that_comes_again_is_the_same_answer_and_one_row() {
      inMay();
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);
      assertThat(hold(PETRA, DISPUTED)).isEqualTo(Holding.ON_HOLD);
      assertThat(hold(FATIMA, AMOUNT_IN_DOUBT)).isEqualTo(Holding.DIFFERS);
      assertThat(Told.ledger(world, sam)).hasSize(2);

      assertThat(takeOff(FATIMA)).isEqualTo(Holding.OFF_HOLD);
      assertThat(takeOff(FATIMA)).isEqualTo(Holding.OFF_HOLD);
      assertThat(Told.ledger(world, sam)).hasSize(3);
    }

    @Test
    void may_hold_again_what_was_held_before() {
      inMay();
      for (var round = 1; round <= 3; round++) {
        assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);
        assertThat(takeOff(FATIMA)).isEqualTo(Holding.OFF_HOLD);
        assertThat(Told.ledger(world, sam)).hasSize(1 + 2 * round);
      }
    }

    @Test
    void before_the_release_or_after_the_payment_is_refused() {
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.NOT_RELEASED);
      assertThat(takeOff(FATIMA)).isEqualTo(Holding.NOT_RELEASED);
      inMay();
      world.confirms(FATIMA, sam, 1, "2026-05-04");

      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.PAID);
      assertThat(takeOff(FATIMA)).isEqualTo(Holding.PAID);
    }

    @Test
    void of_an_open_referral_is_refused() {
      var alex = world.refers(EMMA, "alex@example.org", JAVA_ENGINEER);
      assertThat(
              world
                  .product()
                  .holdPayout
                  .execute(new Request(FATIMA.employee(), alex, 1, Optional.of(DISPUTED))))
          .isEqualTo(Holding.NOT_RELEASED);
    }

    @Test
    void of_ones_own_is_refused() {
      inMay();
      assertThat(hold(EMMA, DISPUTED)).isEqualTo(Holding.OWN_REFERRAL);
      assertThat(hold(FATIMA, DISPUTED)).isEqualTo(Holding.ON_HOLD);
      assertThat(takeOff(EMMA)).isEqualTo(Holding.OWN_REFERRAL);
    }

    @Test
    void of_what_does_not_exist_is_not_found() {
      inMay();
      var holdPayout = world.product().holdPayout;
      assertThat(holdPayout.execute(new Request(FATIMA.employee(), sam, 3, Optional.of(DISPUTED))))
          .isEqualTo(Holding.NOT_FOUND);
      assertThat(
              holdPayout.execute(
                  new Request(FATIMA.employee(), FakeIds.referral(99), 1, Optional.empty())))
          .isEqualTo(Holding.NOT_FOUND);
    }
  }
}
