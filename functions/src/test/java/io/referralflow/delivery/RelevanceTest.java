package io.referralflow.delivery;

import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.candidateTold;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.withdrawn;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAfterItsEnd;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheCandidateWithdrew;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheReferrerTookBack;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.aRemindedReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static io.referralflow.referral.ReferralFixtures.oneOfEachState;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.letter.LetterKind;
import io.referralflow.referral.Referral;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whether a mail is still true when it is sent.
class RelevanceTest {

  private static boolean holds(LetterKind kind, Referral referral, String now) {
    return Relevance.holds(kind, referral, Instant.parse(now));
  }

  private static boolean holds(LetterKind kind, Referral referral) {
    return holds(kind, referral, "2026-12-01T10:00:00Z");
  }

  @Test
  void a_candidate_is_invited_unless_it_is_all_over_for_them() {
    assertThat(holds(LetterKind.INVITATION, anInvitedReferral())).isTrue();
    assertThat(holds(LetterKind.INVITATION, aHiredReferral())).isTrue();
    assertThat(holds(LetterKind.INVITATION, aReferralThatTheReferrerTookBack())).isFalse();
    assertThat(holds(LetterKind.INVITATION, livedBy(accepted(), advanced(), hired(), withdrawn())))
        .isFalse();
  }

  @Test
  void a_reminder_makes_no_sense_after_the_answer() {
    assertThat(holds(LetterKind.INVITATION_REMINDER, aRemindedReferral())).isTrue();
    assertThat(holds(LetterKind.INVITATION_REMINDER, aReferralInScreening())).isFalse();
    assertThat(holds(LetterKind.INVITATION_REMINDER, anExpiredReferral())).isFalse();
  }

  @Test
  void an_end_that_a_hire_overtook_is_not_told() {
    assertThat(holds(LetterKind.REJECTED, aRejectedReferral())).isTrue();
    assertThat(holds(LetterKind.REJECTED, aReferralHeldAfterItsEnd())).isFalse();
    assertThat(holds(LetterKind.EXPIRED, anExpiredReferral())).isTrue();
    assertThat(holds(LetterKind.EXPIRED, aReferralHeldAfterItsEnd())).isFalse();
  }

  @Test
  void the_referrer_hears_of_an_end_once_it_may_be_shown() {
    var told = livedBy(accepted(), rejected(), candidateTold("2026-03-06T11:05:00Z"));

    assertThat(holds(LetterKind.ENDED, told, "2026-03-07T11:04:59Z")).isFalse();
    assertThat(holds(LetterKind.ENDED, told, "2026-03-07T11:05:00Z")).isTrue();
    assertThat(holds(LetterKind.ENDED, aRejectedReferral())).isFalse();
    assertThat(holds(LetterKind.ENDED, aReferralHeldAfterItsEnd())).isFalse();
    assertThat(holds(LetterKind.ENDED, aHiredReferral())).isFalse();
  }

  @Test
  void good_news_is_told_until_the_end_is() {
    for (var kind : List.of(LetterKind.HIRED, LetterKind.PLAN_CHANGED)) {
      assertThat(holds(kind, aHiredReferral())).isTrue();
      assertThat(holds(kind, aReferralWithItsHireCancelled(), "2026-04-02T11:59:59Z")).isTrue();
      assertThat(holds(kind, aReferralWithItsHireCancelled(), "2026-04-02T12:00:00Z")).isFalse();
      assertThat(holds(kind, aReferralHeldAfterItsEnd())).isFalse();
      assertThat(holds(kind, aReferralInHiring())).isFalse();
    }
  }

  @Test
  void on_hold_is_told_while_it_is() {
    assertThat(holds(LetterKind.HELD, aReferralHeldAfterItsEnd())).isTrue();
    assertThat(holds(LetterKind.HELD, aHiredReferral())).isFalse();
  }

  @Test
  void the_rest_is_always_true() {
    for (var kind :
        List.of(
            LetterKind.RECEIVED,
            LetterKind.ACCEPTED,
            LetterKind.ADVANCED,
            LetterKind.PAID,
            LetterKind.GOODBYE,
            LetterKind.TAKEN_BACK,
            LetterKind.PAYOUT,
            LetterKind.PAYOUT_COPY)) {
      assertThat(oneOfEachState()).allMatch(referral -> holds(kind, referral));
    }
    assertThat(holds(LetterKind.GOODBYE, aReferralThatTheCandidateWithdrew())).isTrue();
  }
}
