package io.referralflow.delivery;

import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.candidateTold;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.paid;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.released;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.withdrawn;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aLapsedReferral;
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
import io.referralflow.message.Notice;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Whether a mail is still true when it is sent.
class RelevanceTest {

  private static boolean holds(LetterKind kind, Referral referral, String now) {
    var sent = Instant.parse(now);
    return Relevance.holds(new Notice(1, kind, OptionalInt.empty(), sent), referral, sent);
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
    assertThat(holds(LetterKind.LAPSED, aLapsedReferral())).isTrue();
    assertThat(holds(LetterKind.LAPSED, aReferralHeldAfterItsEnd())).isFalse();
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
    for (var kind : List.of(LetterKind.HIRED, LetterKind.APPEAL_ALLOWED, LetterKind.PLAN_CHANGED)) {
      assertThat(holds(kind, aHiredReferral())).isTrue();
      assertThat(holds(kind, aReferralWithItsHireCancelled(), "2026-04-02T11:59:59Z")).isTrue();
      assertThat(holds(kind, aReferralWithItsHireCancelled(), "2026-04-02T12:00:00Z")).isFalse();
      assertThat(holds(kind, aReferralHeldAfterItsEnd())).isFalse();
      assertThat(holds(kind, aReferralInHiring())).isFalse();
    }
  }

  @Test
  void a_lost_instalment_is_told_while_it_is_lost() {
    assertThat(tellsTheLossOfTheSecond(leavesInMay())).isTrue();
    assertThat(tellsTheLossOfTheSecond(leavesInMay(), stays())).isFalse();
    assertThat(tellsTheLossOfTheSecond()).isFalse();
  }

  private static Fact leavesInMay() {
    return reported("2026-04-20T12:00:00Z", ended("2026-04-20T08:00:00Z", "2026-05-20"));
  }

  private static Fact stays() {
    return reported("2026-04-20T15:00:00Z", ended("2026-04-20T14:00:00Z", "2028-12-31"));
  }

  private static boolean tellsTheLossOfTheSecond(Fact... sinceTheHire) {
    var sent = Instant.parse("2026-04-21T12:00:00Z");
    var loss = new Notice(1, LetterKind.PLAN_CHANGED, OptionalInt.of(2), sent);
    return Relevance.holds(loss, Life.of(aHiredReferral(), List.of(sinceTheHire)), sent);
  }

  @Test
  void on_hold_is_told_while_it_is() {
    assertThat(holds(LetterKind.HELD, aReferralHeldAfterItsEnd())).isTrue();
    assertThat(holds(LetterKind.HELD, aHiredReferral())).isFalse();
  }

  @Test
  void a_move_is_told_while_the_procedure_runs() {
    for (var kind : List.of(LetterKind.MOVED, LetterKind.VACANCY_CHANGED)) {
      assertThat(holds(kind, aReferralInHiring())).isTrue();
      assertThat(holds(kind, aHiredReferral())).isFalse();
    }
  }

  @Test
  void the_rest_is_always_true() {
    for (var kind :
        List.of(
            LetterKind.RECEIVED,
            LetterKind.ENTERED,
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

  @Test
  void a_near_promise_is_told_while_it_is_not_kept() {
    var first = released("2026-04-30T22:00:00Z", 1, "2026-05-01", "2026-05-29");
    var paid = paid("2026-05-20T09:00:00Z", 1, "2026-05-20");

    assertThat(tellsThatTheFirstIsNear()).isTrue();
    assertThat(tellsThatTheFirstIsNear(first)).isTrue();
    assertThat(tellsThatTheFirstIsNear(first, paid)).isFalse();
    assertThat(tellsThatTheFirstIsNear(leavesBeforeTheStart())).isFalse();
  }

  private static Fact leavesBeforeTheStart() {
    return reported("2026-04-20T12:00:00Z", ended("2026-04-20T08:00:00Z", "2026-04-21"));
  }

  @Test
  void thanks_are_asked_for_while_the_hire_stands() {
    var now = Instant.parse("2026-05-21T04:00:00Z");
    var thanks = new Notice(1, LetterKind.THANKS, OptionalInt.empty(), now);
    var late = new Notice(2, LetterKind.THANKS_LATE, OptionalInt.empty(), now);

    assertThat(Relevance.holds(thanks, aHiredReferral(), now)).isTrue();
    assertThat(Relevance.holds(late, aHiredReferral(), now)).isTrue();
    assertThat(Relevance.holds(thanks, aReferralWithItsHireCancelled(), now)).isFalse();
  }

  private static boolean tellsThatTheFirstIsNear(Fact... sinceTheHire) {
    var sent = Instant.parse("2026-05-21T04:00:00Z");
    var near = new Notice(1, LetterKind.PROMISE_NEAR, OptionalInt.of(1), sent);
    return Relevance.holds(near, Life.of(aHiredReferral(), List.of(sinceTheHire)), sent);
  }
}
