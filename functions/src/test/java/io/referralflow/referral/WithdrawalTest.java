package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.takenBack;
import static io.referralflow.referral.FactFixtures.withdrawn;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAfterItsEnd;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheCandidateWithdrew;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheReferrerTookBack;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.oneOfEachState;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The candidate may withdraw at any time, the referrer take it back before the hire.
class WithdrawalTest {

  private static final Instant AT = Instant.parse("2026-03-10T10:00:00Z");

  static List<Referral.Open> openReferrals() {
    return List.of(anInvitedReferral(), aReferralInScreening(), aReferralInHiring());
  }

  static List<Referral> afterTheHireOrAnotherEnd() {
    return List.of(
        aHiredReferral(),
        aReferralInProbation(),
        aReferralHeldAfterItsEnd(),
        aDeclinedReferral(),
        anExpiredReferral(),
        aRejectedReferral());
  }

  static List<Referral> notOpen() {
    return oneOfEachState().stream().filter(each -> !(each instanceof Referral.Open)).toList();
  }

  private static Dossier withdrawnDossier(Referral referral) {
    var dossier = referral.dossier();
    return new Dossier(
        dossier.particulars(),
        dossier.feedback(),
        dossier.keep(),
        dossier.toldAt(),
        Optional.of(AT),
        dossier.erasedAt(),
        dossier.course());
  }

  @ParameterizedTest
  @MethodSource("openReferrals")
  void the_candidate_ends_an_open_referral(Referral.Open open) {
    assertThat(Life.after(open, withdrawn()))
        .contains(new Referral.Withdrawn(withdrawnDossier(open), AT, open.stage(), false));
  }

  @ParameterizedTest
  @MethodSource("openReferrals")
  void the_referrer_takes_an_open_referral_back(Referral.Open open) {
    assertThat(Life.after(open, takenBack()))
        .contains(new Referral.Withdrawn(withdrawnDossier(open), AT, open.stage(), true));
  }

  @Test
  void the_stage_is_the_one_before() {
    assertThat(openReferrals().stream().map(Referral.Open::stage))
        .containsExactly(Stage.INVITED, Stage.SCREENING, Stage.HIRING);
  }

  @ParameterizedTest
  @MethodSource("afterTheHireOrAnotherEnd")
  void later_it_takes_the_personal_data_and_leaves_all_else(Referral referral) {
    assertThat(Life.after(referral, withdrawn()))
        .contains(referral.with(withdrawnDossier(referral)));
  }

  @ParameterizedTest
  @MethodSource("notOpen")
  void the_referrer_takes_nothing_back_after_the_hire_or_an_end(Referral referral) {
    assertThat(Life.after(referral, takenBack())).isEmpty();
  }

  @Test
  void it_happens_once() {
    assertThat(Life.after(aReferralThatTheCandidateWithdrew(), withdrawn())).isEmpty();
    assertThat(Life.after(aReferralThatTheReferrerTookBack(), withdrawn())).isEmpty();
  }
}
