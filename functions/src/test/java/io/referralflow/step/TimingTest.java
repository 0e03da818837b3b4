package io.referralflow.step;

import static io.referralflow.hire.ReportFixtures.startMoved;
import static io.referralflow.referral.FactFixtures.particulars;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.terms;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAsTooLate;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralThatLeft;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRemindedReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.with;
import static io.referralflow.referral.ReferralFixtures.withTerms;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.StateName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// When a referral's clock must ring.
class TimingTest {

  private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }

  @Nested
  class The_clock {

    @Test
    void of_an_invitation_rings_for_the_reminder_and_then_for_the_expiry() {
      assertThat(Timing.wakeAt(anInvitedReferral(), NOW, NOW)).hasValue(at("2026-03-07T09:00:00Z"));
      assertThat(Timing.wakeAt(aRemindedReferral(), NOW, NOW)).hasValue(at("2026-03-16T09:00:00Z"));
    }

    @Test
    void of_an_invitation_that_expires_before_any_reminder_rings_for_the_expiry() {
      assertThat(Timing.wakeAt(patient(20, 14), NOW, NOW)).hasValue(at("2026-03-16T09:00:00Z"));
    }

    @Test
    void of_a_waiting_leg_rings_a_day_before_its_wait_is_renewed() {
      assertThat(Timing.wakeAt(aReferralInScreening(), NOW, NOW))
          .hasValue(at("2026-12-27T12:00:00Z"));
      assertThat(Timing.wakeAt(aReferralInHiring(), NOW, NOW)).hasValue(at("2026-12-27T12:00:00Z"));
      assertThat(Timing.wakeAt(patient(1000, 2000), NOW, NOW)).hasValue(at("2026-12-27T12:00:00Z"));
    }

    @Test
    void of_a_referral_that_nobody_ends_rings_when_nobody_can_be_found_any_more() {
      var legSince = at("2027-10-22T12:00:00Z");

      assertThat(Timing.wakeAt(aReferralInScreening(), legSince, legSince))
          .hasValue(at("2028-05-31T09:00:00Z"));
      assertThat(Timing.wakeAt(aReferralInHiring(), legSince, legSince))
          .hasValue(at("2028-05-31T09:00:00Z"));
    }

    @Test
    void of_a_plan_rings_two_hours_after_the_next_release_was_due() {
      assertThat(Timing.wakeAt(aHiredReferral(), NOW, NOW)).hasValue(at("2026-05-01T00:00:00Z"));
      assertThat(Timing.wakeAt(aReferralInProbation(), NOW, NOW))
          .hasValue(at("2026-07-01T00:00:00Z"));
    }

    @Test
    void of_an_overdue_release_rings_in_two_hours() {
      assertThat(
              Timing.wakeAt(
                  aHiredReferral(), at("2026-05-06T10:00:00Z"), at("2026-05-06T10:00:00Z")))
          .hasValue(at("2026-05-06T12:00:00Z"));
    }

    @Test
    void of_a_release_that_is_far_away_rings_for_the_leg() {
      var far =
          Life.of(
              aHiredReferral(),
              List.of(
                  reported(
                      "2026-03-21T12:00:00Z", startMoved("2026-03-21T09:00:00Z", "2027-05-01"))));

      assertThat(Timing.wakeAt(far, at("2026-03-21T12:00:00Z"), at("2026-03-21T12:00:00Z")))
          .hasValue(at("2027-01-14T12:00:00Z"));
    }

    @Test
    void counts_the_age_of_a_leg_from_its_beginning() {
      var legSince = at("2026-01-01T00:00:00Z");

      assertThat(Timing.wakeAt(aReferralInHiring(), legSince, at("2026-10-01T00:00:00Z")))
          .hasValue(at("2026-10-27T00:00:00Z"));
    }

    @Test
    void of_what_is_over_never_rings() {
      for (var over :
          List.of(
              aCompletedReferral(),
              aReferralThatLeft(),
              aReferralWithItsHireCancelled(),
              aDeclinedReferral(),
              aReferralHeldAsTooLate())) {
        assertThat(Timing.wakeAt(over, NOW, NOW)).isEmpty();
      }
    }

    private static Referral patient(int reminderDays, int expiryDays) {
      var old = terms();
      return with(
          anInvitedReferral(),
          withTerms(
              particulars(),
              new Particulars.Pinned(
                  old.version(),
                  old.reward(),
                  old.probationMonths(),
                  old.promise(),
                  old.eligibilityMonths(),
                  old.zone(),
                  Duration.ofDays(reminderDays),
                  Duration.ofDays(expiryDays),
                  old.noticeDelay())));
    }
  }

  @Test
  void an_instalment_is_due_when_its_day_begins_in_the_programmes_zone() {
    var hired = aHiredReferral();
    assertThat(Owed.of(hired))
        .extracting(line -> Timing.dueAt(hired, line))
        .containsExactly(at("2026-04-30T22:00:00Z"), at("2026-06-30T22:00:00Z"));
  }

  @Test
  void an_execution_enters_where_the_referral_stands() {
    assertThat(Timing.entry(StateName.INVITED)).hasValue("invitation");
    assertThat(Timing.entry(StateName.SCREENING)).hasValue("screening");
    assertThat(Timing.entry(StateName.HIRING)).hasValue("hire");
    assertThat(Timing.entry(StateName.HIRED)).hasValue("payout");
    assertThat(Timing.entry(StateName.PROBATION)).hasValue("payout");
    assertThat(Timing.entry(StateName.LEFT)).isEmpty();
    assertThat(Timing.entry(StateName.HELD)).isEmpty();
    assertThat(Timing.entry(StateName.DECLINED)).isEmpty();
  }
}
