package io.referralflow.referral;

import static io.referralflow.hire.ReportFixtures.HR_NUMBER;
import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.hire.ReportFixtures.probationChanged;
import static io.referralflow.hire.ReportFixtures.stamp;
import static io.referralflow.hire.ReportFixtures.startMoved;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.hiredBeforeSubmission;
import static io.referralflow.referral.FactFixtures.outrun;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.selfReferred;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheCandidateWithdrew;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRefusedReferral;
import static io.referralflow.referral.ReferralFixtures.anAlreadyKnownReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Employment;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A hire that HR reports belongs to an open referral from then on, whatever stage it was at.
class HireTest {

  private static final Instant REPORTED_AT = Instant.parse("2026-03-20T12:00:00Z");

  static List<Referral.Open> openReferrals() {
    return List.of(anInvitedReferral(), aReferralInScreening(), aReferralInHiring());
  }

  static List<Referral> referralsThatNoHireIsMatchedWith() {
    return List.of(
        aReferralThatTheCandidateWithdrew(), anAlreadyKnownReferral(), aRefusedReferral());
  }

  static List<Report> allButHires() {
    return List.of(
        startMoved("2026-03-21T08:00:00Z", "2026-06-01"),
        probationChanged("2026-03-22T08:00:00Z", "2026-08-31"),
        cancelled("2026-03-23T08:00:00Z"),
        ended("2026-03-24T08:00:00Z", "2026-06-15"));
  }

  @ParameterizedTest
  @MethodSource("openReferrals")
  void counts_as_answered_and_passed(Referral.Open open) {
    assertThat(Life.after(open, hired()))
        .contains(
            new Referral.Hired(
                open.dossier(),
                new Referral.Hire(
                    HR_NUMBER,
                    Employment.of(hired("2026-03-20T08:00:00Z", "2026-05-01")),
                    Map.of(),
                    List.of(),
                    REPORTED_AT,
                    REPORTED_AT,
                    Map.of())));
  }

  @ParameterizedTest
  @MethodSource("referralsThatNoHireIsMatchedWith")
  void is_never_matched_with_a_withdrawn_or_settled_referral(Referral referral) {
    assertThat(Life.after(referral, hired())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("allButHires")
  void comes_before_everything_else_that_HR_says(Report report) {
    assertThat(Life.after(aReferralInHiring(), reported("2026-03-25T12:00:00Z", report))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("allButHires")
  void is_changed_by_everything_else_that_HR_says(Report report) {
    var hire = aHiredReferral().hire();

    assertThat(Life.after(aHiredReferral(), reported("2026-03-25T12:00:00Z", report)))
        .map(after -> ((Referral.Employed) after).hire().employment())
        .contains(hire.employment().with(report));
  }

  @Test
  void that_another_referral_earns_ends_an_open_one() {
    assertThat(Life.after(aReferralInScreening(), outrun()))
        .contains(
            new Referral.AlreadyKnown(
                aReferralInScreening().dossier(), REPORTED_AT, Stage.SCREENING));
    assertThat(Life.after(aHiredReferral(), outrun())).isEmpty();
  }

  @Test
  void of_the_referrer_earns_nothing() {
    assertThat(Life.after(aHiredReferral(), selfReferred()))
        .contains(
            new Referral.NotEligible(aHiredReferral().dossier(), REPORTED_AT, Stage.HIRED, false));
  }

  @Test
  void of_the_referrer_that_was_paid_for_is_not_taken_back() {
    assertThat(Life.after(aReferralInProbation(), selfReferred())).isEmpty();
  }

  @Test
  void cancelled_before_the_first_day_ends_it() {
    assertThat(aReferralWithItsHireCancelled().hire().revisedAt())
        .isEqualTo("2026-04-01T12:00:00Z");
    assertThat(aReferralWithItsHireCancelled().hire().attributedAt()).isEqualTo(REPORTED_AT);
  }

  @Test
  void reported_again_later_revives_a_cancelled_one() {
    var again = reported("2026-04-02T12:00:00Z", hired("2026-04-02T08:00:00Z", "2026-06-01"));

    assertThat(Life.after(aReferralWithItsHireCancelled(), again))
        .contains(
            new Referral.Hired(
                aReferralWithItsHireCancelled().dossier(),
                new Referral.Hire(
                    HR_NUMBER,
                    aReferralWithItsHireCancelled()
                        .hire()
                        .employment()
                        .with(hired("2026-04-02T08:00:00Z", "2026-06-01")),
                    Map.of(),
                    List.of(),
                    REPORTED_AT,
                    Instant.parse("2026-04-02T12:00:00Z"),
                    Map.of())));
  }

  @Test
  void that_is_older_than_its_cancellation_does_not_revive_it() {
    var older = reported("2026-04-02T12:00:00Z", hired("2026-03-31T08:00:00Z", "2026-06-01"));

    assertThat(Life.after(aReferralWithItsHireCancelled(), older))
        .get()
        .isInstanceOf(Referral.HireCancelled.class);
  }

  @Test
  void cancelled_after_its_first_instalment_cancels_the_rest() {
    var cancellation = reported("2026-05-10T12:00:00Z", cancelled("2026-05-10T08:00:00Z"));

    var after = Life.after(aReferralInProbation(), cancellation).orElseThrow();

    assertThat(after).isInstanceOf(Referral.HireCancelled.class);
    assertThat(OwedTest.states(after)).containsExactly("1 RELEASED", "2 CANCELLED");
  }

  @Test
  void whose_instalments_were_all_released_stays_completed_whatever_HR_says() {
    for (var report : allButHires()) {
      assertThat(Life.after(aCompletedReferral(), reported("2026-08-01T12:00:00Z", report)))
          .get()
          .isInstanceOf(Referral.Completed.class);
    }
  }

  @Test
  void begins_probation_with_its_first_instalment() {
    assertThat(Life.after(aHiredReferral(), firstReleased())).contains(aReferralInProbation());
  }

  @Test
  void keeps_the_hr_number_of_the_latest_hire() {
    var other = new HrNumber("HR-2002");
    var later =
        new Report.Hired(
            other, stamp("2026-03-21T08:00:00Z"), LocalDate.of(2026, 5, 1), Optional.empty());
    var earlier =
        new Report.Hired(
            other, stamp("2026-03-19T08:00:00Z"), LocalDate.of(2026, 5, 1), Optional.empty());

    assertThat(hrNumberAfter(later)).isEqualTo(other);
    assertThat(hrNumberAfter(earlier)).isEqualTo(HR_NUMBER);
  }

  @Test
  void hears_nothing_of_a_number_that_was_not_hired() {
    var other = new Report.Cancelled(new HrNumber("HR-2002"), stamp("2026-03-21T08:00:00Z"));

    assertThat(Life.after(livedBy(hired()), reported("2026-03-22T12:00:00Z", other))).isEmpty();
    assertThat(
            Life.after(livedBy(hiredBeforeSubmission()), reported("2026-03-22T12:00:00Z", other)))
        .isEmpty();
  }

  private static HrNumber hrNumberAfter(Report report) {
    var after = Life.after(livedBy(hired()), reported("2026-03-22T12:00:00Z", report));
    return ((Referral.Employed) after.orElseThrow()).hire().employee();
  }
}
