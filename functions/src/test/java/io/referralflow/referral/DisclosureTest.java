package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.candidateTold;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aLapsedReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAfterItsEnd;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralOfOneself;
import static io.referralflow.referral.ReferralFixtures.aReferralThatLeft;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheCandidateWithdrew;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheReferrerTookBack;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRefusedReferral;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.anAlreadyKnownReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// When the referrer may know of an unhappy end, and what reads until then.
class DisclosureTest {

  private static final Instant FAR_AWAY = Instant.parse("2046-01-01T00:00:00Z");

  static Stream<Arguments> endsOfWhichTheCandidateIsTold() {
    return Stream.of(
        arguments(aDeclinedReferral(), StateName.INVITED),
        arguments(anExpiredReferral(), StateName.INVITED),
        arguments(aLapsedReferral(), StateName.HIRING),
        arguments(aRejectedReferral(), StateName.SCREENING),
        arguments(aReferralThatTheCandidateWithdrew(), StateName.SCREENING));
  }

  static Stream<Arguments> endsWithoutANotice() {
    return Stream.of(
        arguments(anAlreadyKnownReferral(), "2026-03-21T12:00:00Z", StateName.SCREENING),
        arguments(aReferralOfOneself(), "2026-03-21T12:00:00Z", StateName.HIRED),
        arguments(aRefusedReferral(), "2026-03-25T15:00:00Z", StateName.HELD),
        arguments(aReferralWithItsHireCancelled(), "2026-04-02T12:00:00Z", StateName.HIRED),
        arguments(aReferralThatLeft(), "2026-05-19T12:00:00Z", StateName.PROBATION));
  }

  static Stream<Arguments> noEnds() {
    return Stream.of(
        arguments(anInvitedReferral(), StateName.INVITED),
        arguments(aReferralInScreening(), StateName.SCREENING),
        arguments(aReferralInHiring(), StateName.HIRING),
        arguments(aHiredReferral(), StateName.HIRED),
        arguments(aReferralInProbation(), StateName.PROBATION),
        arguments(aCompletedReferral(), StateName.COMPLETED),
        arguments(aReferralHeldAfterItsEnd(), StateName.HELD));
  }

  private static StateName seen(Referral referral, Instant now) {
    return Disclosure.stateForReferrer(referral, now);
  }

  @ParameterizedTest
  @MethodSource("endsOfWhichTheCandidateIsTold")
  void an_end_of_which_the_candidate_is_told_is_shown_a_day_later(
      Referral referral, StateName before) {
    var told = Life.after(referral, candidateTold("2026-04-01T09:05:00Z")).orElseThrow();

    assertThat(seen(referral, FAR_AWAY)).isEqualTo(before);
    assertThat(seen(told, Instant.parse("2026-04-02T09:04:59.999Z"))).isEqualTo(before);
    assertThat(seen(told, Instant.parse("2026-04-02T09:05:00Z"))).isEqualTo(StateName.ENDED);
  }

  @ParameterizedTest
  @MethodSource("endsWithoutANotice")
  void an_end_without_a_notice_is_shown_a_day_after_the_fact(
      Referral referral, Instant shownFrom, StateName before) {
    assertThat(seen(referral, shownFrom.minusMillis(1))).isEqualTo(before);
    assertThat(Disclosure.isEnded(referral, shownFrom.minusMillis(1))).isFalse();
    assertThat(seen(referral, shownFrom)).isEqualTo(StateName.ENDED);
    assertThat(Disclosure.isEnded(referral, shownFrom)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("noEnds")
  void all_else_reads_as_it_is(Referral referral, StateName name) {
    assertThat(seen(referral, FAR_AWAY)).isEqualTo(name);
    assertThat(Disclosure.isEnded(referral, FAR_AWAY)).isFalse();
  }

  @Test
  void what_the_referrer_took_back_reads_ended_at_once() {
    assertThat(seen(aReferralThatTheReferrerTookBack(), Instant.parse("2026-03-10T10:00:00Z")))
        .isEqualTo(StateName.ENDED);
  }

  @Test
  void the_delay_is_that_of_the_terms() {
    var rejected = livedBy(accepted(), rejected(), candidateTold("2026-03-06T11:05:00Z"));
    var terms = FactFixtures.terms();
    var patient =
        ReferralFixtures.with(
            rejected,
            ReferralFixtures.withTerms(
                FactFixtures.particulars(),
                new Particulars.Pinned(
                    terms.version(),
                    terms.reward(),
                    terms.probationMonths(),
                    terms.promise(),
                    terms.eligibilityMonths(),
                    terms.zone(),
                    terms.reminderAfter(),
                    terms.expiryAfter(),
                    Duration.ofDays(3))));

    assertThat(seen(patient, Instant.parse("2026-03-09T11:04:59Z"))).isEqualTo(StateName.SCREENING);
    assertThat(seen(patient, Instant.parse("2026-03-09T11:05:00Z"))).isEqualTo(StateName.ENDED);
  }
}
