package io.referralflow.referral;

import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.hire.ReportFixtures.startMoved;
import static io.referralflow.referral.FactFixtures.firstPaid;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.left;
import static io.referralflow.referral.FactFixtures.paid;
import static io.referralflow.referral.FactFixtures.released;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.secondPaid;
import static io.referralflow.referral.FactFixtures.secondReleased;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aPaidReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aReferralThatLeft;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Employment;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.reward.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An instalment is released once, when its day has come, and paid once.
class ReleaseTest {

  private static final Payment FIRST =
      new Payment(
          1,
          Instant.parse("2026-04-30T22:00:00Z"),
          LocalDate.of(2026, 5, 1),
          LocalDate.of(2026, 5, 29),
          Optional.empty());
  private static final Payment SECOND =
      new Payment(
          2,
          Instant.parse("2026-06-30T22:00:00Z"),
          LocalDate.of(2026, 7, 1),
          LocalDate.of(2026, 7, 31),
          Optional.empty());

  @Test
  void the_first_instalment_begins_probation() {
    var attributed = Instant.parse("2026-03-20T12:00:00Z");

    assertThat(Life.after(aHiredReferral(), firstReleased()))
        .contains(
            new Referral.Probation(
                aHiredReferral().dossier(),
                new Referral.Hire(
                    ReportFixtures.HR_NUMBER,
                    Employment.of(hired("2026-03-20T08:00:00Z", "2026-05-01")),
                    Map.of(),
                    List.of(FIRST),
                    attributed,
                    attributed,
                    Map.of())));
  }

  @Test
  void the_last_instalment_completes_it() {
    assertThat(Life.after(aReferralInProbation(), secondReleased()))
        .get()
        .isInstanceOfSatisfying(
            Referral.Completed.class,
            completed -> assertThat(completed.hire().payments()).containsExactly(FIRST, SECOND));
  }

  @Test
  void payments_stay_in_order_of_their_number() {
    var secondFirst =
        livedBy(hired(), released("2026-07-01T08:00:00Z", 2, "2026-07-01", "2026-07-31"));

    assertThat(
            Life.after(
                secondFirst, released("2026-07-01T08:00:01Z", 1, "2026-05-01", "2026-05-29")))
        .get()
        .isInstanceOfSatisfying(
            Referral.Completed.class,
            completed ->
                assertThat(completed.hire().payments().stream().map(Payment::instalment))
                    .containsExactly(1, 2));
  }

  @Nested
  class Nothing_is_released {

    @Test
    void twice() {
      assertThat(Life.after(aReferralInProbation(), firstReleased())).isEmpty();
      assertThat(Life.after(aPaidReferral(), firstReleased())).isEmpty();
      assertThat(Life.after(aCompletedReferral(), secondReleased())).isEmpty();
    }

    @Test
    void that_the_reward_does_not_have() {
      assertThat(
              Life.after(
                  aHiredReferral(),
                  released("2026-05-01T08:00:00Z", 3, "2026-05-01", "2026-05-29")))
          .isEmpty();
    }

    @Test
    void for_another_day_than_the_one_it_is_due_on() {
      assertThat(
              Life.after(
                  aHiredReferral(),
                  released("2026-05-03T08:00:00Z", 1, "2026-05-02", "2026-05-29")))
          .isEmpty();
    }

    @Test
    void for_the_old_day_after_the_start_moved() {
      var moved =
          livedBy(
              hired(),
              reported("2026-04-20T12:00:00Z", startMoved("2026-04-20T08:00:00Z", "2026-06-01")));

      assertThat(Life.after(moved, firstReleased())).isEmpty();
      assertThat(Life.after(moved, released("2026-05-31T22:00:00Z", 1, "2026-06-01", "2026-07-01")))
          .get()
          .isInstanceOf(Referral.Probation.class);
    }

    @Test
    void that_is_cancelled() {
      assertThat(Life.after(aReferralThatLeft(), secondReleased())).isEmpty();
      assertThat(Life.after(aReferralWithItsHireCancelled(), firstReleased())).isEmpty();
    }
  }

  @ParameterizedTest(name = "an instalment due on {0} may be released at {1}: {2}")
  @CsvSource({
    "2026-05-01, 2026-04-30T21:59:59.999Z, false",
    "2026-05-01, 2026-04-30T22:00:00Z, true",
    "2026-05-01, 2026-06-15T08:00:00Z, true",
    "2026-12-01, 2026-11-30T22:59:59.999Z, false",
    "2026-12-01, 2026-11-30T23:00:00Z, true",
    "2026-03-29, 2026-03-28T22:59:59.999Z, false",
    "2026-03-29, 2026-03-28T23:00:00Z, true",
    "2026-03-30, 2026-03-29T21:59:59.999Z, false",
    "2026-03-30, 2026-03-29T22:00:00Z, true",
    "2026-10-25, 2026-10-24T21:59:59.999Z, false",
    "2026-10-25, 2026-10-24T22:00:00Z, true",
    "2026-10-26, 2026-10-25T22:59:59.999Z, false",
    "2026-10-26, 2026-10-25T23:00:00Z, true",
    "2028-02-29, 2028-02-28T22:59:59.999Z, false",
    "2028-02-29, 2028-02-28T23:00:00Z, true"
  })
  void a_due_day_begins_at_midnight_in_amsterdam_also_when_the_clocks_change(
      String dueOn, String at, boolean allowed) {
    var referral = livedBy(reported("2026-03-20T12:00:00Z", hired("2026-03-20T08:00:00Z", dueOn)));

    assertThat(Life.after(referral, released(at, 1, dueOn, dueOn)).isPresent()).isEqualTo(allowed);
  }

  @Nested
  class A_payment {

    @Test
    void is_confirmed_with_its_day() {
      assertThat(Life.after(aReferralInProbation(), firstPaid()))
          .get()
          .isInstanceOfSatisfying(
              Referral.Probation.class,
              probation ->
                  assertThat(probation.hire().payments())
                      .containsExactly(FIRST.confirmed(LocalDate.of(2026, 5, 28))));
    }

    @Test
    void confirms_its_own_instalment_and_leaves_the_other() {
      assertThat(Life.after(aCompletedReferral(), secondPaid())).contains(aPaidReferral());
      assertThat(aPaidReferral().hire().payments())
          .containsExactly(
              FIRST.confirmed(LocalDate.of(2026, 5, 28)),
              SECOND.confirmed(LocalDate.of(2026, 7, 30)));
    }

    @Test
    void is_confirmed_once() {
      assertThat(Life.after(aPaidReferral(), firstPaid())).isEmpty();
      assertThat(Life.after(aPaidReferral(), paid("2026-08-01T13:00:00Z", 2, "2026-08-01")))
          .isEmpty();
    }

    @Test
    void is_not_confirmed_before_it_was_released() {
      assertThat(Life.after(aHiredReferral(), firstPaid())).isEmpty();
      assertThat(Life.after(aReferralInProbation(), secondPaid())).isEmpty();
    }

    @Test
    void is_confirmed_after_the_hired_person_left() {
      assertThat(Life.after(aReferralThatLeft(), firstPaid()))
          .get()
          .isInstanceOf(Referral.Left.class);
    }
  }

  @Test
  void who_leaves_after_the_milestone_but_before_the_release_has_vested_it() {
    var resigned =
        livedBy(
            hired(),
            firstReleased(),
            reported("2026-06-30T12:00:00Z", ended("2026-06-30T08:00:00Z", "2026-07-01")));

    assertThat(Life.after(resigned, secondReleased())).get().isInstanceOf(Referral.Completed.class);
  }

  @Test
  void a_referral_left_early_ends_with_the_release_of_what_was_reached() {
    var leaving =
        livedBy(
            hired(), reported("2026-04-20T12:00:00Z", ended("2026-04-20T08:00:00Z", "2026-05-20")));

    assertThat(leaving).isInstanceOf(Referral.Hired.class);
    assertThat(Life.after(leaving, firstReleased()))
        .get()
        .isInstanceOfSatisfying(
            Referral.Left.class,
            left -> assertThat(left.hire().revisedAt()).isEqualTo("2026-04-20T12:00:00Z"));
  }

  @Test
  void a_report_that_changes_what_is_owed_is_remembered_and_no_other() {
    assertThat(aReferralThatLeft().hire().revisedAt()).isEqualTo("2026-05-18T12:00:00Z");
    assertThat(Life.after(aReferralThatLeft(), left())).contains(aReferralThatLeft());
    assertThat(
            Life.after(
                aReferralThatLeft(),
                reported("2026-05-19T12:00:00Z", ended("2026-05-19T08:00:00Z", "2026-05-22"))))
        .map(after -> ((Referral.Left) after).hire().revisedAt())
        .contains(Instant.parse("2026-05-18T12:00:00Z"));
  }
}
