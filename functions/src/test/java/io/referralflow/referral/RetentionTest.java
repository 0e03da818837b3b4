package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.allowed;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.erased;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.hiredBeforeSubmission;
import static io.referralflow.referral.FactFixtures.left;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.withdrawn;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aLapsedReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAfterItsEnd;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheCandidateWithdrew;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheReferrerTookBack;
import static io.referralflow.referral.ReferralFixtures.aRefusedReferral;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.anAlreadyKnownReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static io.referralflow.referral.ReferralFixtures.oneOfEachState;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.hire.ReportFixtures;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// When the candidate's personal data must be gone.
class RetentionTest {

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Nested
  class Four_weeks_after {

    @Test
    void an_end() {
      assertThat(Retention.eraseBy(aDeclinedReferral())).contains(at("2026-03-31T10:00:00Z"));
      assertThat(Retention.eraseBy(anExpiredReferral())).contains(at("2026-04-13T09:00:00Z"));
      assertThat(Retention.eraseBy(aLapsedReferral())).contains(at("2028-06-28T09:00:00Z"));
      assertThat(Retention.eraseBy(aRejectedReferral())).contains(at("2026-04-03T11:00:00Z"));
      assertThat(Retention.eraseBy(anAlreadyKnownReferral())).contains(at("2026-04-17T12:00:00Z"));
      assertThat(Retention.eraseBy(aRefusedReferral())).contains(at("2026-04-21T15:00:00Z"));
    }

    @Test
    void the_hire_whatever_becomes_of_it() {
      assertThat(Retention.eraseBy(livedBy(hired()))).contains(at("2026-04-17T12:00:00Z"));
      assertThat(Retention.eraseBy(livedBy(hired(), firstReleased(), left())))
          .contains(at("2026-04-17T12:00:00Z"));
      assertThat(Retention.eraseBy(livedBy(hiredBeforeSubmission(), allowed())))
          .contains(at("2026-04-17T12:00:00Z"));
    }

    @Test
    void a_hire_that_is_held_also_when_that_turned_out_later() {
      var older =
          FactFixtures.reported(
              "2026-04-01T12:00:00Z", ReportFixtures.hired("2026-03-01T08:00:00Z", "2026-05-01"));

      assertThat(Retention.eraseBy(aReferralHeldAfterItsEnd()))
          .contains(at("2026-04-17T12:00:00Z"));
      assertThat(Retention.eraseBy(livedBy(hired(), older))).contains(at("2026-04-17T12:00:00Z"));
    }
  }

  @Test
  void a_year_after_the_end_with_consent() {
    assertThat(Retention.eraseBy(livedBy(accepted(Feedback.STAGE, Keep.YEAR), rejected())))
        .contains(at("2027-03-06T11:00:00Z"));
  }

  @Nested
  class A_day_after {

    @Test
    void a_withdrawal() {
      assertThat(Retention.eraseBy(aReferralThatTheCandidateWithdrew()))
          .contains(at("2026-03-11T10:00:00Z"));
      assertThat(Retention.eraseBy(aReferralThatTheReferrerTookBack()))
          .contains(at("2026-03-11T10:00:00Z"));
    }

    @Test
    void a_withdrawal_that_follows_a_hire_or_an_end() {
      assertThat(Retention.eraseBy(livedBy(hired(), withdrawn("2026-03-25T10:00:00Z"))))
          .contains(at("2026-03-26T10:00:00Z"));
      assertThat(Retention.eraseBy(livedBy(declined(), withdrawn("2026-03-25T10:00:00Z"))))
          .contains(at("2026-03-26T10:00:00Z"));
    }

    @Test
    void a_withdrawal_even_with_consent_for_a_year() {
      assertThat(
              Retention.eraseBy(
                  livedBy(
                      accepted(Feedback.STAGE, Keep.YEAR),
                      advanced(),
                      withdrawn("2026-03-25T10:00:00Z"))))
          .contains(at("2026-03-26T10:00:00Z"));
    }

    @Test
    void a_withdrawal_but_never_later_than_without_one() {
      assertThat(Retention.eraseBy(livedBy(declined(), withdrawn("2026-03-31T09:00:00Z"))))
          .contains(at("2026-03-31T10:00:00Z"));
    }
  }

  @Test
  void never_while_the_procedure_goes_on() {
    assertThat(Retention.eraseBy(anInvitedReferral())).isEmpty();
    assertThat(Retention.eraseBy(aReferralInScreening())).isEmpty();
    assertThat(Retention.eraseBy(aReferralInHiring())).isEmpty();
  }

  @Test
  void never_again_once_it_is_gone() {
    assertThat(oneOfEachState())
        .filteredOn(referral -> !(referral instanceof Referral.Open))
        .allMatch(referral -> Life.after(referral, erased()).flatMap(Retention::eraseBy).isEmpty());
  }

  @Nested
  class The_candidate_reads {

    @Test
    void the_day_on_which_the_data_goes_after_an_invitation_that_nobody_answers() {
      assertThat(Retention.keptUntil(anInvitedReferral())).contains(LocalDate.of(2026, 4, 13));
    }

    @Test
    void the_day_on_which_the_data_goes_after_a_procedure_that_nobody_ends() {
      assertThat(Retention.keptUntil(aReferralInScreening())).contains(LocalDate.of(2028, 6, 28));
      assertThat(Retention.keptUntil(livedBy(accepted(Feedback.STAGE, Keep.YEAR), advanced())))
          .contains(LocalDate.of(2029, 5, 31));
    }

    @Test
    void the_day_in_the_programmes_zone() {
      assertThat(Retention.keptUntil(aDeclinedReferral())).contains(LocalDate.of(2026, 3, 31));
      assertThat(
              Retention.keptUntil(
                  livedBy(new Fact.Declined(Instant.parse("2026-03-03T22:30:00Z")))))
          .contains(LocalDate.of(2026, 4, 1));
    }
  }
}
