package io.referralflow.process;

import static io.referralflow.process.WaitingStep.AWAIT_HIRE;
import static io.referralflow.process.WaitingStep.AWAIT_SCREENING;
import static io.referralflow.process.WaitingStep.INVITE;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aLapsedReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAfterItsEnd;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralThatLeft;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheCandidateWithdrew;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheReferrerTookBack;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRefusedReferral;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.anAlreadyKnownReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.Referral;
import io.referralflow.referral.StateName;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where the machine goes from each waiting step; the names are those of its choices.
class WaitingStepTest {

  private static void leads(WaitingStep step, String next, List<? extends Referral> referrals) {
    for (var referral : referrals) {
      assertThat(step.next(StateName.of(referral)))
          .as(referral.getClass().getSimpleName())
          .hasValue(next);
    }
  }

  @Test
  void each_waits_for_its_own() {
    assertThat(INVITE.next(StateName.INVITED)).isEmpty();
    assertThat(AWAIT_SCREENING.next(StateName.SCREENING)).isEmpty();
    assertThat(AWAIT_HIRE.next(StateName.HIRING)).isEmpty();
  }

  @Test
  void each_goes_on_with_the_next() {
    leads(INVITE, "screening", List.of(aReferralInScreening()));
    leads(INVITE, "hire", List.of(aReferralInHiring()));
    leads(AWAIT_SCREENING, "hire", List.of(aReferralInHiring()));
  }

  @Test
  void every_one_ends_with_what_became_of_the_referral() {
    for (var step : WaitingStep.values()) {
      leads(
          step,
          "payout",
          List.of(
              aHiredReferral(),
              aReferralInProbation(),
              aCompletedReferral(),
              aReferralThatLeft(),
              aReferralWithItsHireCancelled()));
      leads(step, "held", List.of(aReferralHeldAfterItsEnd()));
      leads(step, "declined", List.of(aDeclinedReferral()));
      leads(step, "rejected", List.of(aRejectedReferral()));
      leads(
          step,
          "closed",
          List.of(
              anExpiredReferral(),
              aLapsedReferral(),
              aReferralThatTheCandidateWithdrew(),
              aReferralThatTheReferrerTookBack(),
              aRefusedReferral(),
              anAlreadyKnownReferral()));
    }
  }

  @Test
  void old_news_leads_nowhere() {
    assertThat(AWAIT_SCREENING.next(StateName.INVITED)).isEmpty();
    assertThat(AWAIT_HIRE.next(StateName.INVITED)).isEmpty();
    assertThat(AWAIT_HIRE.next(StateName.SCREENING)).isEmpty();
  }

  @Test
  void each_has_a_name_on_the_wire() {
    assertThat(WaitingStep.values())
        .extracting(WaitingStep::wireName)
        .containsExactly("invite", "await-screening", "await-hire");
    assertThat(WaitingStep.named("await-hire")).hasValue(AWAIT_HIRE);
    assertThat(WaitingStep.named("AWAIT_HIRE")).isEmpty();
  }
}
