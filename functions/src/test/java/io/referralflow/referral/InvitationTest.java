package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.expired;
import static io.referralflow.referral.FactFixtures.particulars;
import static io.referralflow.referral.FactFixtures.reminded;
import static io.referralflow.referral.FactFixtures.submitted;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aRemindedReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The candidate is invited, reminded once, and says yes, no or nothing.
class InvitationTest {

  private final Dossier untouched =
      new Dossier(
          particulars(),
          Feedback.STAGE,
          Keep.PROCEDURE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Course.NONE);

  @Test
  void a_submission_invites_the_candidate() {
    assertThat(Life.begin(submitted()))
        .isEqualTo(new Referral.Invited(untouched, Optional.empty()));
  }

  @Test
  void a_silent_candidate_is_reminded_once() {
    assertThat(Life.after(anInvitedReferral(), reminded()))
        .contains(
            new Referral.Invited(untouched, Optional.of(Instant.parse("2026-03-07T09:00:00Z"))));
    assertThat(Life.after(aRemindedReferral(), reminded())).isEmpty();
  }

  @Test
  void a_yes_leads_to_the_screening_with_what_the_candidate_allows() {
    var yes = accepted(Feedback.REASON, Keep.YEAR);

    assertThat(Life.after(anInvitedReferral(), yes))
        .contains(
            new Referral.Screening(
                new Dossier(
                    particulars(),
                    Feedback.REASON,
                    Keep.YEAR,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Course.NONE),
                Instant.parse("2026-03-03T10:00:00Z")));
  }

  @Test
  void a_yes_after_the_reminder_is_as_good() {
    assertThat(Life.after(aRemindedReferral(), accepted())).contains(aReferralInScreening());
  }

  @Test
  void a_no_is_an_end_and_no_withdrawal_the_data_goes_later() {
    assertThat(Life.after(anInvitedReferral(), declined()))
        .contains(new Referral.Declined(untouched, Instant.parse("2026-03-03T10:00:00Z")));
  }

  @Test
  void silence_is_an_end() {
    assertThat(Life.after(aRemindedReferral(), expired()))
        .contains(new Referral.Expired(untouched, Instant.parse("2026-03-16T09:00:00Z")));
  }

  @Test
  void an_answer_after_the_end_is_refused() {
    assertThat(Life.after(anExpiredReferral(), accepted())).isEmpty();
    assertThat(Life.after(anExpiredReferral(), declined())).isEmpty();
  }

  @Test
  void there_is_one_answer() {
    assertThat(Life.after(aReferralInScreening(), accepted())).isEmpty();
    assertThat(Life.after(aReferralInScreening(), declined())).isEmpty();
    assertThat(Life.after(aReferralInScreening(), expired())).isEmpty();
  }

  @Test
  void nothing_comes_before_the_submission() {
    assertThatThrownBy(() -> Life.of(List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A referral begins with its submission");
    assertThatThrownBy(() -> Life.of(List.of(accepted(), submitted())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A referral begins with its submission");
  }

  @Test
  void facts_that_cannot_follow_each_other_are_a_defect() {
    assertThatThrownBy(() -> Life.of(List.of(submitted(), declined(), accepted())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Accepted cannot follow Declined");
  }

  @Test
  void the_invitation_expires_two_weeks_after_the_submission() {
    assertThat(particulars().expiresAt()).isEqualTo("2026-03-16T09:00:00Z");
  }
}
