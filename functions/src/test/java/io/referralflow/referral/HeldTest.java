package io.referralflow.referral;

import static io.referralflow.hire.ReportFixtures.HR_NUMBER;
import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.allowed;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.hiredBeforeSubmission;
import static io.referralflow.referral.FactFixtures.refused;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.selfReferred;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aLapsedReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAfterItsEnd;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAsTooLate;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Employment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What contradicts HR waits for a person: a hire after an end, and a referral after the hire.
class HeldTest {

  private static final Instant REPORTED_AT = Instant.parse("2026-03-20T12:00:00Z");
  private static final Instant SETTLED_AT = Instant.parse("2026-03-24T15:00:00Z");

  static List<Referral.Ended> endsThatMayYetEarn() {
    return List.of(
        aDeclinedReferral(), anExpiredReferral(), aLapsedReferral(), aRejectedReferral());
  }

  @ParameterizedTest
  @MethodSource("endsThatMayYetEarn")
  void a_hire_after_an_end_is_held(Referral.Ended ended) {
    assertThat(Life.after(ended, hired()))
        .contains(
            new Referral.Held(
                ended.dossier(),
                HeldBecause.HIRED_AFTER_END,
                ended.stage(),
                REPORTED_AT,
                new Referral.Hire(
                    HR_NUMBER,
                    Employment.of(hired("2026-03-20T08:00:00Z", "2026-05-01")),
                    Map.of(),
                    List.of(),
                    REPORTED_AT,
                    REPORTED_AT,
                    Map.of())));
  }

  @Test
  void ends_that_may_yet_earn_know_how_far_they_came() {
    assertThat(endsThatMayYetEarn().stream().map(Referral.Ended::stage))
        .containsExactly(Stage.INVITED, Stage.INVITED, Stage.HIRING, Stage.SCREENING);
  }

  @ParameterizedTest(name = "hired at {0}: held is {1}")
  @CsvSource({
    "2026-03-02T08:59:59.999Z, true",
    "2026-03-02T09:00:00Z, false",
    "2026-03-02T09:00:00.001Z, false"
  })
  void a_referral_submitted_after_the_hire_is_held(String occurredAt, boolean held) {
    var after =
        Life.after(
                anInvitedReferral(),
                reported("2026-03-20T12:00:00Z", hired(occurredAt, "2026-05-01")))
            .orElseThrow();

    assertThat(after instanceof Referral.Held).isEqualTo(held);
    assertThat(after instanceof Referral.Hired).isEqualTo(!held);
  }

  @Test
  void a_referral_submitted_after_the_hire_says_so() {
    assertThat(aReferralHeldAsTooLate())
        .isEqualTo(
            new Referral.Held(
                anInvitedReferral().dossier(),
                HeldBecause.SUBMITTED_AFTER_HIRE,
                Stage.INVITED,
                REPORTED_AT,
                new Referral.Hire(
                    HR_NUMBER,
                    Employment.of(hired("2026-03-01T08:00:00Z", "2026-05-01")),
                    Map.of(),
                    List.of(),
                    REPORTED_AT,
                    REPORTED_AT,
                    Map.of())));
  }

  @Nested
  class When_the_older_report_of_a_hire_comes_last {

    private final Fact.Reported older =
        reported("2026-03-22T12:00:00Z", hired("2026-03-01T08:00:00Z", "2026-05-01"));

    @Test
    void it_is_held_as_if_it_had_come_first() {
      assertThat(Life.after(aHiredReferral(), older))
          .contains(
              new Referral.Held(
                  aHiredReferral().dossier(),
                  HeldBecause.SUBMITTED_AFTER_HIRE,
                  Stage.HIRED,
                  Instant.parse("2026-03-22T12:00:00Z"),
                  new Referral.Hire(
                      HR_NUMBER,
                      aHiredReferral()
                          .hire()
                          .employment()
                          .with(hired("2026-03-01T08:00:00Z", "2026-05-01")),
                      Map.of(),
                      List.of(),
                      REPORTED_AT,
                      REPORTED_AT,
                      Map.of())));
    }

    @Test
    void what_was_released_is_not_taken_back() {
      assertThat(Life.after(aReferralInProbation(), older))
          .get()
          .isInstanceOf(Referral.Probation.class);
    }

    @Test
    void a_person_settles_it_once() {
      var settled = livedBy(hiredBeforeSubmission(), allowed());

      assertThat(Life.after(settled, older)).get().isInstanceOf(Referral.Hired.class);
    }
  }

  @Nested
  class While_it_is_held {

    @Test
    void nothing_is_released_or_planned() {
      assertThat(Life.after(aReferralHeldAfterItsEnd(), firstReleased())).isEmpty();
      assertThat(Owed.next(aReferralHeldAfterItsEnd())).isEmpty();
      assertThat(OwedTest.states(aReferralHeldAfterItsEnd())).containsExactly("1 HELD", "2 HELD");
    }

    @Test
    void reports_are_taken_in() {
      var held = aReferralHeldAfterItsEnd();
      var leave = ended("2026-03-21T08:00:00Z", "2026-05-20");

      assertThat(Life.after(held, reported("2026-03-21T12:00:00Z", leave)))
          .contains(
              new Referral.Held(
                  held.dossier(),
                  HeldBecause.HIRED_AFTER_END,
                  Stage.SCREENING,
                  REPORTED_AT,
                  new Referral.Hire(
                      HR_NUMBER,
                      held.hire().employment().with(leave),
                      Map.of(),
                      List.of(),
                      REPORTED_AT,
                      REPORTED_AT,
                      Map.of())));
    }
  }

  @Nested
  class A_programme_manager {

    @Test
    void allows_it_and_it_goes_on_as_hired() {
      var held = aReferralHeldAfterItsEnd();

      assertThat(Life.after(held, allowed()))
          .contains(
              new Referral.Hired(
                  held.dossier(),
                  new Referral.Hire(
                      HR_NUMBER,
                      held.hire().employment(),
                      Map.of(),
                      List.of(),
                      REPORTED_AT,
                      SETTLED_AT,
                      Map.of())));
    }

    @Test
    void allows_what_was_cancelled_meanwhile_and_the_referrer_hears_of_it_a_day_later() {
      var allowed =
          livedBy(
              declined(),
              hired(),
              reported("2026-03-21T12:00:00Z", cancelled("2026-03-21T08:00:00Z")),
              allowed());

      assertThat(allowed).isInstanceOf(Referral.HireCancelled.class);
      assertThat(Disclosure.endShownFrom(allowed))
          .isEqualTo(Optional.of(Instant.parse("2026-03-25T15:00:00Z")));
    }

    @Test
    void refuses_it_and_it_earns_nothing() {
      assertThat(Life.after(aReferralHeldAsTooLate(), refused()))
          .contains(
              new Referral.NotEligible(
                  aReferralHeldAsTooLate().dossier(), SETTLED_AT, Stage.INVITED, true));
    }

    @Test
    void settles_only_what_is_held_and_only_once() {
      assertThat(Life.after(aHiredReferral(), allowed())).isEmpty();
      assertThat(Life.after(aRejectedReferral(), refused())).isEmpty();
      assertThat(Life.after(livedBy(accepted(), rejected(), hired(), allowed()), refused()))
          .isEmpty();
      assertThat(Life.after(livedBy(accepted(), rejected(), hired(), refused()), allowed()))
          .isEmpty();
    }
  }

  @Test
  void who_turns_out_to_be_the_referrer_earns_nothing() {
    assertThat(Life.after(aReferralHeldAfterItsEnd(), selfReferred()))
        .contains(
            new Referral.NotEligible(
                aReferralHeldAfterItsEnd().dossier(), REPORTED_AT, Stage.SCREENING, true));
  }
}
