package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A recruiter advances or rejects whoever said yes.
class ScreeningTest {

  @Test
  void an_advanced_candidate_waits_for_the_hire() {
    assertThat(Life.after(aReferralInScreening(), advanced()))
        .contains(
            new Referral.Hiring(
                aReferralInScreening().dossier(), Instant.parse("2026-03-05T11:00:00Z")));
  }

  @Test
  void a_candidate_is_rejected_in_the_screening_or_after_it() {
    assertThat(Life.after(aReferralInScreening(), rejected()))
        .contains(
            new Referral.Rejected(
                aReferralInScreening().dossier(),
                Instant.parse("2026-03-06T11:00:00Z"),
                Stage.SCREENING,
                RejectionReason.EXPERIENCE));
    assertThat(Life.after(aReferralInHiring(), rejected()))
        .contains(
            new Referral.Rejected(
                aReferralInHiring().dossier(),
                Instant.parse("2026-03-06T11:00:00Z"),
                Stage.HIRING,
                RejectionReason.EXPERIENCE));
  }

  @Test
  void a_candidate_of_whom_nobody_decides_is_over_once_no_late_report_can_earn() {
    var last = Instant.parse("2028-05-31T09:00:00Z");

    assertThat(Life.after(aReferralInScreening(), new Fact.Lapsed(last)))
        .contains(new Referral.Lapsed(aReferralInScreening().dossier(), last, Stage.SCREENING));
    assertThat(Life.after(aReferralInHiring(), new Fact.Lapsed(last)))
        .contains(new Referral.Lapsed(aReferralInHiring().dossier(), last, Stage.HIRING));
    assertThat(Life.after(aReferralInHiring(), new Fact.Lapsed(last.minusMillis(1)))).isEmpty();
    assertThat(Life.after(anInvitedReferral(), new Fact.Lapsed(last))).isEmpty();
  }

  @Test
  void nobody_decides_before_the_candidate_did_or_twice() {
    assertThat(Life.after(anInvitedReferral(), advanced())).isEmpty();
    assertThat(Life.after(anInvitedReferral(), rejected())).isEmpty();
    assertThat(Life.after(aReferralInHiring(), advanced())).isEmpty();
  }
}
