package io.referralflow.payout;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.probationChanged;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static io.referralflow.scenario.Programme.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.FakeIds;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.payout.ConfirmPayout.Confirmation;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.payout.JudgeConfirmation.Rule;
import io.referralflow.payout.ListPayouts.Line;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Finance's confirmation, and its list. The first half is released on 1 May 2026.
class ConfirmPayoutTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 28);

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  private void isReleased() {
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.goTo("2026-05-28T15:00");
  }

  private Confirming confirm(Confirmation confirmation) {
    var confirming = world.product().confirmPayout.execute(confirmation);
    world.settle();
    return confirming;
  }

  private Confirmation said(Caller by, LocalDate paidOn, String amount, String reference) {
    return new Confirmation(by.employee(), sam, 1, paidOn, euros(amount), reference);
  }

  private Confirmation right() {
    return said(FATIMA, TODAY, "1000.00", "RF-1-1");
  }

  @Nested
  class A_confirmation {

    @Test
    void that_cannot_be_read_whole_is_judged_by_what_can_be() {
      isReleased();
      var judge = new JudgeConfirmation(world.ports().referrals(), world.ports().clock());
      var tomorrow = Optional.of(TODAY.plusDays(1));

      assertThat(judge.execute(sam, 1, tomorrow, Optional.of("RF-1-2")))
          .containsExactly(Rule.IN_THE_FUTURE, Rule.WRONG_REFERENCE);
      assertThat(judge.execute(sam, 1, Optional.empty(), Optional.of("RF-1-2")))
          .containsExactly(Rule.WRONG_REFERENCE);
      assertThat(judge.execute(sam, 1, tomorrow, Optional.empty()))
          .containsExactly(Rule.IN_THE_FUTURE);
      assertThat(judge.execute(sam, 1, Optional.of(TODAY), Optional.of("RF-1-1"))).isEmpty();
      assertThat(judge.execute(sam, 3, tomorrow, Optional.of("RF-1-3"))).isEmpty();
      assertThat(judge.execute(FakeIds.referral(9), 1, tomorrow, Optional.empty())).isEmpty();
    }

    @Test
    void is_written_once() {
      isReleased();
      assertThat(confirm(right())).isEqualTo(Confirming.CONFIRMED);
      world.goTo("2026-06-15T15:00");
      assertThat(confirm(right())).isEqualTo(Confirming.CONFIRMED);

      assertThat(world.facts(sam))
          .filteredOn(Fact.Paid.class::isInstance)
          .containsExactly(
              new Fact.Paid(Instant.parse("2026-05-28T13:00:00Z"), 1, TODAY, FATIMA.id()));
      assertThat(Told.ledger(world, sam))
          .contains("2026-05-28T15:00 paid 1 1000.00 on 2026-05-28 by fatima");
    }

    @Test
    void by_a_colleague_of_the_same_payment_is_the_same_answer() {
      isReleased();
      assertThat(confirm(right())).isEqualTo(Confirming.CONFIRMED);

      assertThat(confirm(said(PETRA, TODAY, "1000.00", "RF-1-1"))).isEqualTo(Confirming.CONFIRMED);
    }

    @Test
    void of_another_day_or_amount_is_refused() {
      isReleased();
      assertThat(confirm(said(FATIMA, TODAY, "1000.01", "RF-1-1"))).isEqualTo(Confirming.DIFFERS);
      assertThat(confirm(right())).isEqualTo(Confirming.CONFIRMED);

      assertThat(confirm(said(FATIMA, TODAY.minusDays(1), "1000.00", "RF-1-1")))
          .isEqualTo(Confirming.DIFFERS);
      assertThat(confirm(said(FATIMA, TODAY, "999.99", "RF-1-1"))).isEqualTo(Confirming.DIFFERS);
      assertThat(Told.ledger(world, sam)).hasSize(2);
    }

    @Test
    void in_the_future_is_refused() {
      isReleased();
      assertThat(confirm(said(FATIMA, TODAY.plusDays(1), "1000.00", "RF-1-1")))
          .isEqualTo(Confirming.IN_THE_FUTURE);
    }

    @Test
    void knows_today_in_the_programmes_zone() {
      isReleased();
      world.goTo("2026-05-29T00:00");

      assertThat(confirm(said(FATIMA, TODAY.plusDays(1), "1000.00", "RF-1-1")))
          .isEqualTo(Confirming.CONFIRMED);
    }

    @Test
    void with_another_reference_is_refused() {
      isReleased();
      for (var reference : List.of("RF-1-2", "RF-2-1", "rf-1-1", "")) {
        assertThat(confirm(said(FATIMA, TODAY, "1000.00", reference)))
            .isEqualTo(Confirming.WRONG_REFERENCE);
      }
    }

    @Test
    void in_the_future_and_with_another_reference_is_told_both() {
      isReleased();
      assertThat(confirm(said(FATIMA, TODAY.plusDays(1), "1000.00", "RF-1-2")))
          .isEqualTo(Confirming.IN_THE_FUTURE_AND_WRONG_REFERENCE);
    }

    @Test
    void of_what_was_not_released_is_refused() {
      assertThat(confirm(said(FATIMA, LocalDate.of(2026, 3, 2), "1000.00", "RF-1-1")))
          .isEqualTo(Confirming.NOT_RELEASED);
      isReleased();
      assertThat(
              confirm(
                  new Confirmation(FATIMA.employee(), sam, 2, TODAY, euros("1000.00"), "RF-1-2")))
          .isEqualTo(Confirming.NOT_RELEASED);
    }

    @Test
    void of_what_does_not_exist_is_not_found() {
      isReleased();
      assertThat(
              confirm(
                  new Confirmation(FATIMA.employee(), sam, 3, TODAY, euros("1000.00"), "RF-1-3")))
          .isEqualTo(Confirming.NOT_FOUND);
      assertThat(
              confirm(
                  new Confirmation(
                      FATIMA.employee(),
                      new ReferralId("nosuchreferral000000000000"),
                      1,
                      TODAY,
                      euros("1000.00"),
                      "RF-1-1")))
          .isEqualTo(Confirming.NOT_FOUND);
    }

    @Test
    void of_ones_own_is_refused_whatever_it_says() {
      isReleased();
      assertThat(confirm(said(EMMA, TODAY, "1000.00", "RF-1-1")))
          .isEqualTo(Confirming.OWN_REFERRAL);
      assertThat(confirm(said(EMMA, TODAY.plusDays(9), "1.00", "no")))
          .isEqualTo(Confirming.OWN_REFERRAL);
    }

    @Test
    void of_one_who_left_since_is_taken() {
      isReleased();
      world.hears(left("HR-1", "2026-05-31"));

      assertThat(confirm(right())).isEqualTo(Confirming.CONFIRMED);
    }
  }

  @Nested
  class Word_of_ones_own {

    private void counts(HrMessage message, String id) {
      world.enters(RUBEN, message.named(id));
      world.agrees(ROSA, id);
    }

    private void assertThatNeitherConfirms() {
      world.goTo("2026-05-28T15:00");
      for (var caller : List.of(RUBEN, ROSA)) {
        assertThat(confirm(said(caller, TODAY, "1000.00", "RF-1-1")))
            .isEqualTo(Confirming.ENTERED_BY_CALLER);
      }
      assertThat(confirm(right())).isEqualTo(Confirming.CONFIRMED);
    }

    @Test
    void for_the_hire() {
      counts(hired("HR-1", "2026-05-01").of("sam@example.org"), "hire");
      assertThatNeitherConfirms();
    }

    @Test
    void for_the_first_of_two_hires() {
      counts(hired("HR-1", "2026-05-01").of("sam@example.org"), "hire");
      world.goTo("2026-03-03T15:00");
      world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
      assertThatNeitherConfirms();
    }

    @Test
    void for_the_start() {
      world.hears(hired("HR-1", "2026-05-18").of("sam@example.org"));
      world.goTo("2026-03-03T15:00");
      counts(startMoved("HR-1", "2026-05-01"), "start");
      assertThatNeitherConfirms();
    }

    @Test
    void for_the_probation() {
      world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
      counts(probationChanged("HR-1", "2026-06-30"), "probation");
      assertThatNeitherConfirms();
    }

    @Test
    void for_the_last_day() {
      world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
      counts(left("HR-1", "2027-05-01"), "last-day");
      assertThatNeitherConfirms();
    }

    @Test
    void for_what_hr_has_overridden_does_not_count() {
      world.hears(hired("HR-1", "2026-05-18").of("sam@example.org"));
      world.goTo("2026-03-03T15:00");
      counts(startMoved("HR-1", "2026-05-11"), "start");
      world.goTo("2026-03-04T15:00");
      world.hears(startMoved("HR-1", "2026-05-01"));
      world.goTo("2026-05-28T15:00");

      assertThat(confirm(said(RUBEN, TODAY, "1000.00", "RF-1-1"))).isEqualTo(Confirming.CONFIRMED);
    }
  }

  @Nested
  class The_list {

    private List<Line> list(PayoutState state) {
      return world
          .product()
          .listPayouts
          .execute(state, new Page.Request(20, Optional.empty()))
          .items();
    }

    private Line line(int instalment, String dueOn, String promisedOn, Optional<LocalDate> paidOn) {
      return new Line(
          new Payout(
              sam,
              instalment,
              1,
              EMMA.id(),
              euros("1000.00"),
              LocalDate.parse(dueOn),
              LocalDate.parse(promisedOn),
              paidOn),
          "Emma Jansen");
    }

    @Test
    void names_what_to_pay_to_whom_by_when() {
      isReleased();
      world.goTo("2026-07-01T15:00");
      assertThat(list(PayoutState.RELEASED))
          .containsExactly(
              line(1, "2026-05-01", "2026-05-29", Optional.empty()),
              line(2, "2026-07-01", "2026-07-31", Optional.empty()));
      assertThat(list(PayoutState.PAID)).isEmpty();

      assertThat(confirm(right())).isEqualTo(Confirming.CONFIRMED);
      assertThat(list(PayoutState.RELEASED))
          .containsExactly(line(2, "2026-07-01", "2026-07-31", Optional.empty()));
      assertThat(list(PayoutState.PAID))
          .containsExactly(line(1, "2026-05-01", "2026-05-29", Optional.of(TODAY)));
    }

    @Test
    void comes_in_parts() {
      isReleased();
      world.goTo("2026-07-01T15:00");
      var first =
          world
              .product()
              .listPayouts
              .execute(PayoutState.RELEASED, new Page.Request(1, Optional.empty()));
      assertThat(first.items()).hasSize(1);
      var second =
          world
              .product()
              .listPayouts
              .execute(PayoutState.RELEASED, new Page.Request(1, first.next()));

      assertThat(second.items())
          .containsExactly(line(2, "2026-07-01", "2026-07-31", Optional.empty()));
      assertThat(second.next()).isEmpty();
    }

    @Test
    void of_a_payee_without_a_row_has_no_name() {
      isReleased();
      var useCase = new ListPayouts(world.ports().referrals(), new InMemoryWorld().employees());

      assertThat(
              useCase.execute(PayoutState.RELEASED, new Page.Request(20, Optional.empty())).items())
          .extracting(Line::payeeName)
          .containsExactly("");
    }
  }
}
