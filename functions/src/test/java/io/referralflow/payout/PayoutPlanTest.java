package io.referralflow.payout;

import static io.referralflow.hire.ReportFixtures.startMoved;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aPaidReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAsTooLate;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralThatLeft;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an execution is told to do next. The instalments fall due on 1 May and 1 July, midnight in
/// Amsterdam.
class PayoutPlanTest {

  @ParameterizedTest
  @CsvSource({
    "2026-04-20T22:00:00Z, false, 864000",
    "2026-04-30T21:00:00Z, false, 3600",
    "2026-04-30T21:58:00.500Z, false, 120",
    "2026-04-30T21:58:59Z, false, 61",
    "2026-04-30T21:58:59.999999999Z, false, 61",
    "2026-04-30T21:59:00Z, false, 60",
    "2026-04-30T21:59:59.999999999Z, false, 60",
    "2026-04-30T22:00:00Z, true, 60",
    "2026-06-10T10:00:00Z, true, 60"
  })
  void an_instalment_is_waited_for_in_whole_seconds_and_at_least_a_minute(
      Instant now, boolean due, long seconds) {
    assertThat(PayoutPlan.of(aHiredReferral(), now))
        .isEqualTo(new PayoutPlan.More(1, due, seconds));
  }

  @Test
  void no_wait_is_longer_than_three_hundred_days() {
    var far =
        Life.of(
            aHiredReferral(),
            List.of(
                reported(
                    "2026-03-21T12:00:00Z", startMoved("2026-03-21T09:00:00Z", "2027-05-01"))));

    assertThat(PayoutPlan.of(far, Instant.parse("2026-03-21T12:00:00Z")))
        .isEqualTo(new PayoutPlan.More(1, false, 25_920_000));
    assertThat(PayoutPlan.of(far, Instant.parse("2026-07-04T22:00:00Z")))
        .isEqualTo(new PayoutPlan.More(1, false, 25_920_000));
    assertThat(PayoutPlan.of(far, Instant.parse("2026-07-04T22:00:01Z")))
        .isEqualTo(new PayoutPlan.More(1, false, 25_919_999));
  }

  @Test
  void the_second_instalment_follows_the_first() {
    assertThat(PayoutPlan.of(aReferralInProbation(), Instant.parse("2026-06-29T22:00:00Z")))
        .isEqualTo(new PayoutPlan.More(2, false, 86_400));
  }

  @Test
  void what_is_over_is_closed_or_completed_or_held() {
    assertThat(plan(aCompletedReferral())).isEqualTo(new PayoutPlan.Completed());
    assertThat(plan(aPaidReferral())).isEqualTo(new PayoutPlan.Completed());
    assertThat(plan(aReferralThatLeft())).isEqualTo(new PayoutPlan.Closed());
    assertThat(plan(aReferralWithItsHireCancelled())).isEqualTo(new PayoutPlan.Closed());
    assertThat(plan(aRejectedReferral())).isEqualTo(new PayoutPlan.Closed());
    assertThat(plan(aReferralInScreening())).isEqualTo(new PayoutPlan.Closed());
    assertThat(plan(aReferralHeldAsTooLate())).isEqualTo(new PayoutPlan.Held());
  }

  private static PayoutPlan plan(Referral referral) {
    return PayoutPlan.of(referral, Instant.parse("2026-07-01T10:00:00Z"));
  }
}
