package io.referralflow.referral;

import static io.referralflow.candidate.Feedback.NOTHING;
import static io.referralflow.candidate.Feedback.REASON;
import static io.referralflow.candidate.Feedback.STAGE;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aLapsedReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAsTooLate;
import static io.referralflow.referral.ReferralFixtures.aReferralOfOneself;
import static io.referralflow.referral.ReferralFixtures.aReferralThatLeft;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheCandidateWithdrew;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How much of an unhappy end the referrer is told: as far as the candidate allowed.
class OutcomeTest {

  private static final Outcome UNTOLD = new Outcome(Optional.empty(), Optional.empty());

  private static Outcome stage(Stage stage) {
    return new Outcome(Optional.of(stage), Optional.empty());
  }

  @Test
  void nothing_but_that_it_ended() {
    assertThat(Outcome.of(aRejectedReferral(), NOTHING)).isEqualTo(UNTOLD);
    assertThat(Outcome.of(aReferralThatLeft(), NOTHING)).isEqualTo(UNTOLD);
  }

  @Test
  void how_far_it_had_come() {
    assertThat(Outcome.of(anExpiredReferral(), STAGE)).isEqualTo(stage(Stage.INVITED));
    assertThat(Outcome.of(aRejectedReferral(), STAGE)).isEqualTo(stage(Stage.SCREENING));
    assertThat(Outcome.of(aReferralThatTheCandidateWithdrew(), STAGE))
        .isEqualTo(stage(Stage.SCREENING));
    assertThat(Outcome.of(aReferralWithItsHireCancelled(), STAGE)).isEqualTo(stage(Stage.HIRED));
    assertThat(Outcome.of(aReferralThatLeft(), STAGE)).isEqualTo(stage(Stage.PROBATION));
    assertThat(Outcome.of(aReferralOfOneself(), STAGE)).isEqualTo(stage(Stage.HIRED));
  }

  @Test
  void the_class_of_reason_where_there_is_one() {
    assertThat(Outcome.of(aRejectedReferral(), REASON))
        .isEqualTo(
            new Outcome(Optional.of(Stage.SCREENING), Optional.of(RejectionReason.EXPERIENCE)));
    assertThat(Outcome.of(anExpiredReferral(), REASON)).isEqualTo(stage(Stage.INVITED));
    assertThat(Outcome.of(aLapsedReferral(), REASON)).isEqualTo(stage(Stage.HIRING));
  }

  @Test
  void nothing_of_what_has_not_ended() {
    assertThat(Outcome.of(anInvitedReferral(), REASON)).isEqualTo(UNTOLD);
    assertThat(Outcome.of(aHiredReferral(), REASON)).isEqualTo(UNTOLD);
    assertThat(Outcome.of(aReferralHeldAsTooLate(), REASON)).isEqualTo(UNTOLD);
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_of_a_rejection_is_among_those_of_a_settlement(RejectionReason reason) {
    assertThat(SettlementReason.of(reason)).hasToString(reason.name());
  }
}
