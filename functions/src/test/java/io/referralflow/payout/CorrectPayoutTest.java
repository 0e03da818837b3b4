package io.referralflow.payout;

import static io.referralflow.referral.FactFixtures.euros;
import static io.referralflow.reward.CorrectionReason.AGREED;
import static io.referralflow.reward.CorrectionReason.ENTERED_WRONGLY;
import static io.referralflow.reward.CorrectionReason.LEFT_EARLIER;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.audit.Audit;
import io.referralflow.fake.FakeIds;
import io.referralflow.figures.Assumptions;
import io.referralflow.figures.Likelihood;
import io.referralflow.figures.Provision;
import io.referralflow.figures.ReadPromiseKept;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.payout.CorrectPayout.Correcting;
import io.referralflow.payout.CorrectPayout.Correcting.Corrected;
import io.referralflow.payout.CorrectPayout.Refusal;
import io.referralflow.payout.CorrectPayout.Request;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.Money;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A confirmed payment that is put right. The first half, 1,000.00 euros, was due on 1 May 2026,
/// promised for 29 May, and confirmed as paid on 28 May.
class CorrectPayoutTest {

  private static final LocalDate MAY_28 = LocalDate.parse("2026-05-28");
  private static final LocalDate JUNE_1 = LocalDate.parse("2026-06-01");

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  private void isPaid() {
    isReleased();
    world.confirms(FATIMA, sam, 1, "2026-05-28");
    world.goTo("2026-06-02T09:00");
  }

  private void isReleased() {
    world.accepts(sam);
    world.advances(RUBEN, sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.goTo("2026-05-28T15:00");
  }

  private Correcting correct(
      Caller by, CorrectionReason reason, Optional<LocalDate> paidOn, Optional<Money> paid) {
    return world
        .product()
        .correctPayout
        .execute(new Request(by.employee(), sam, 1, reason, paidOn, paid));
  }

  private Correcting amount(CorrectionReason reason, String amount) {
    return correct(FATIMA, reason, Optional.empty(), Optional.of(euros(amount)));
  }

  private Correcting day(LocalDate day) {
    return correct(FATIMA, ENTERED_WRONGLY, Optional.of(day), Optional.empty());
  }

  private static Correcting refused(Refusal why) {
    return new Correcting.Refused(why);
  }

  private List<String> corrections() {
    return Told.ledger(world, sam).stream().filter(row -> row.contains("corrected")).toList();
  }

  private void isSound() {
    assertThat(Audit.of(world.ports().chronicles().read(sam).orElseThrow())).isEmpty();
    world.assertSound();
  }

  @Nested
  class A_correction {

    @Test
    void is_a_row_of_its_own_beside_what_it_corrects() {
      isPaid();

      assertThat(amount(ENTERED_WRONGLY, "900.00"))
          .isEqualTo(new Corrected(MAY_28, euros("900.00"), 1));
      world.goTo("2026-06-03T09:00");
      assertThat(day(JUNE_1)).isEqualTo(new Corrected(JUNE_1, euros("900.00"), 2));
      world.goTo("2026-06-04T09:00");
      assertThat(amount(ENTERED_WRONGLY, "1000.00"))
          .isEqualTo(new Corrected(JUNE_1, euros("1000.00"), 3));

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-05-28T15:00 paid 1 1000.00 on 2026-05-28 by fatima",
              "2026-06-02T09:00 corrected 1 no. 1 to 900.00 (-10000) on 2026-05-28, "
                  + "ENTERED_WRONGLY by fatima",
              "2026-06-03T09:00 corrected 1 no. 2 to 900.00 (+0) on 2026-06-01, "
                  + "ENTERED_WRONGLY by fatima",
              "2026-06-04T09:00 corrected 1 no. 3 to 1000.00 (+10000) on 2026-06-01, "
                  + "ENTERED_WRONGLY by fatima");
      isSound();
    }

    @Test
    void that_comes_again_is_the_same_answer_and_one_row() {
      isPaid();

      var first = amount(ENTERED_WRONGLY, "900.00");

      assertThat(amount(ENTERED_WRONGLY, "900.00")).isEqualTo(first);
      assertThat(
              correct(FATIMA, ENTERED_WRONGLY, Optional.of(MAY_28), Optional.of(euros("900.00"))))
          .isEqualTo(first);
      assertThat(corrections()).hasSize(1);
    }

    @Test
    void of_the_day_leaves_the_same_confirmation_again_the_same_answer() {
      isPaid();
      var _ = day(JUNE_1);

      assertThat(world.confirm(FATIMA, sam, 1, "2026-05-28")).isEqualTo(Confirming.CONFIRMED);
      assertThat(world.confirm(FATIMA, sam, 1, "2026-06-01")).isEqualTo(Confirming.CONFIRMED);
      assertThat(world.confirm(FATIMA, sam, 1, "2026-05-27")).isEqualTo(Confirming.DIFFERS);
      assertThat(corrections()).hasSize(1);
    }

    @Test
    void may_give_another_reason_for_what_stands() {
      isPaid();
      var _ = amount(ENTERED_WRONGLY, "900.00");

      assertThat(amount(AGREED, "900.00")).isEqualTo(new Corrected(MAY_28, euros("900.00"), 2));
      isSound();
    }

    @Test
    void is_seen_by_the_referrer_and_by_finance() {
      isPaid();
      assertThat(world.seenBy(EMMA, sam).instalments().getFirst().corrected()).isEmpty();

      var _ = correct(FATIMA, ENTERED_WRONGLY, Optional.of(JUNE_1), Optional.of(euros("900.00")));

      var view = world.seenBy(EMMA, sam);
      assertThat(view.instalments().getFirst().corrected()).contains(euros("900.00"));
      assertThat(view.instalments().getFirst().paidOn()).contains(JUNE_1);
      assertThat(view.timeline())
          .extracting(TimelineEntry::kind)
          .endsWith(TimelineEntry.Kind.PAID, TimelineEntry.Kind.PAYMENT_CORRECTED);
      var paid =
          world
              .product()
              .listPayouts
              .execute(PayoutState.PAID, new Page.Request(10, Optional.empty()))
              .items();
      assertThat(paid).hasSize(1);
      assertThat(paid.getFirst().payout().paidOn()).contains(JUNE_1);
      assertThat(paid.getFirst().payout().correction().orElseThrow().paid())
          .isEqualTo(euros("900.00"));
      assertThat(paid.getFirst().payout().outstanding()).isEqualTo(euros("100.00"));
    }
  }

  @Nested
  class The_figures {

    private List<Long> due(String month) {
      return world
          .product()
          .readProvision
          .execute(Optional.of(YearMonth.parse(month)))
          .orElseThrow()
          .lines()
          .stream()
          .filter(line -> line.kind() == Provision.Kind.DUE)
          .map(Provision::minorUnits)
          .toList();
    }

    @Test
    void count_what_was_paid_too_little_as_owed_and_what_was_agreed_as_settled() {
      isPaid();
      assertThat(due("2026-05")).isEmpty();

      var _ = amount(ENTERED_WRONGLY, "900.00");
      assertThat(due("2026-05")).containsExactly(10_000L);

      var _ = amount(ENTERED_WRONGLY, "1100.00");
      assertThat(due("2026-05")).isEmpty();

      var _ = amount(AGREED, "900.00");
      assertThat(due("2026-05")).isEmpty();
    }

    @Test
    void and_the_list_of_what_was_paid_too_little_name_the_same() {
      isPaid();
      assertThat(tooLittle()).isEmpty();

      var _ = amount(ENTERED_WRONGLY, "900.00");
      assertThat(tooLittle()).containsExactly("Emma Jansen 1 10000");

      var _ = amount(ENTERED_WRONGLY, "1100.00");
      assertThat(tooLittle()).isEmpty();

      var _ = amount(ENTERED_WRONGLY, "900.00");
      world.goTo("2027-12-01T09:00");
      assertThat(tooLittle()).containsExactly("Emma Jansen 1 10000");

      var _ = amount(AGREED, "900.00");
      assertThat(tooLittle()).isEmpty();
    }

    private List<String> tooLittle() {
      return world
          .product()
          .listShortPayouts
          .execute(new Page.Request(10, Optional.empty()))
          .items()
          .stream()
          .map(line ->
              "%s %d %d"
                  .formatted(
                      line.payeeName(),
                      line.payout().instalment(),
                      line.payout().outstanding().minorUnits()))
          .toList();
    }

    @Test
    void leave_the_rest_of_what_was_paid_too_little_to_be_paid_this_month() {
      isPaid();
      assertThat(committed()).containsExactly("2026-07 100000");

      var _ = amount(ENTERED_WRONGLY, "900.00");
      assertThat(committed()).containsExactly("2026-06 10000", "2026-07 100000");

      var _ = amount(AGREED, "900.00");
      assertThat(committed()).containsExactly("2026-07 100000");
    }

    private List<String> committed() {
      return world
          .product()
          .readForecast
          .execute(Assumptions.USUAL, Optional.empty())
          .lines()
          .stream()
          .filter(line -> line.likelihood() == Likelihood.COMMITTED)
          .map(line -> line.month() + " " + line.minorUnits())
          .toList();
    }

    @Test
    void go_by_the_right_day() {
      isPaid();

      var _ = day(JUNE_1);

      assertThat(due("2026-05")).containsExactly(100_000L);
      var may =
          world.product().readPromiseKept.execute(2).months().stream()
              .map(ReadPromiseKept.Month::all)
              .filter(month -> month.month().equals(YearMonth.parse("2026-05")))
              .findFirst()
              .orElseThrow();
      assertThat(may.late()).isEqualTo(1);
      assertThat(may.kept()).isZero();
    }
  }

  @Nested
  class After_a_leave {

    @Test
    void that_came_before_the_milestone_what_was_paid_may_be_taken_back() {
      isPaid();
      assertThat(amount(LEFT_EARLIER, "0.00")).isEqualTo(refused(Refusal.VESTED));
      world.hears(left("HR-1", "2026-04-30"));

      assertThat(amount(LEFT_EARLIER, "1000.00")).isEqualTo(refused(Refusal.NOTHING_CHANGES));
      assertThat(amount(LEFT_EARLIER, "1000.01")).isEqualTo(refused(Refusal.NOT_LESS));
      assertThat(amount(LEFT_EARLIER, "0.00")).isEqualTo(new Corrected(MAY_28, euros("0.00"), 1));
      isSound();
    }

    @Test
    void that_came_on_or_after_the_milestone_it_stays() {
      isPaid();
      world.hears(left("HR-1", "2026-05-01"));

      assertThat(amount(LEFT_EARLIER, "0.00")).isEqualTo(refused(Refusal.VESTED));
      assertThat(corrections()).isEmpty();
    }
  }

  @Nested
  class Is_refused {

    @Test
    void before_a_confirmation() {
      assertThat(amount(ENTERED_WRONGLY, "900.00")).isEqualTo(refused(Refusal.NOT_PAID));
      isReleased();
      assertThat(amount(ENTERED_WRONGLY, "900.00")).isEqualTo(refused(Refusal.NOT_PAID));
    }

    @Test
    void where_it_says_what_was_confirmed() {
      isPaid();
      assertThat(amount(AGREED, "1000.00")).isEqualTo(refused(Refusal.NOTHING_CHANGES));
      assertThat(day(MAY_28)).isEqualTo(refused(Refusal.NOTHING_CHANGES));
    }

    @Test
    void of_a_day_to_come() {
      isPaid();
      assertThat(day(LocalDate.parse("2026-06-03"))).isEqualTo(refused(Refusal.IN_THE_FUTURE));
      assertThat(day(LocalDate.parse("2026-06-02"))).isInstanceOf(Corrected.class);
    }

    @Test
    void in_another_currency() {
      isPaid();
      var dollars = new Money(90_000, Currency.getInstance("USD"));
      assertThat(correct(FATIMA, ENTERED_WRONGLY, Optional.empty(), Optional.of(dollars)))
          .isEqualTo(refused(Refusal.NOT_ITS_MONEY));
    }

    @Test
    void of_ones_own() {
      isPaid();
      assertThat(correct(EMMA, ENTERED_WRONGLY, Optional.of(JUNE_1), Optional.empty()))
          .isEqualTo(refused(Refusal.OWN_REFERRAL));
    }

    @Test
    void by_who_gave_their_word_for_the_hire() {
      world.accepts(sam);
      world.advances(RUBEN, sam);
      world.enters(RUBEN, hired("HR-1", "2026-05-01").of("sam@example.org").named("e-1"));
      world.agrees(PETRA, "e-1");
      world.goTo("2026-05-28T15:00");
      world.confirms(FATIMA, sam, 1, "2026-05-28");

      for (var caller : List.of(RUBEN, PETRA)) {
        assertThat(correct(caller, ENTERED_WRONGLY, Optional.empty(), Optional.of(euros("900.00"))))
            .isEqualTo(refused(Refusal.ENTERED_BY_CALLER));
      }
      assertThat(amount(ENTERED_WRONGLY, "900.00")).isInstanceOf(Corrected.class);
    }

    @Test
    void of_what_does_not_exist() {
      isPaid();
      var correctPayout = world.product().correctPayout;
      for (var place : List.of(new Place(sam, 3), new Place(FakeIds.referral(99), 1))) {
        assertThat(
                correctPayout.execute(
                    new Request(
                        FATIMA.employee(),
                        place.referral(),
                        place.instalment(),
                        AGREED,
                        Optional.empty(),
                        Optional.of(euros("900.00")))))
            .isEqualTo(refused(Refusal.NOT_FOUND));
      }
    }

    private record Place(ReferralId referral, int instalment) {}
  }
}
