package io.referralflow.step;

import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.probationChanged;
import static io.referralflow.hire.ReportFixtures.startMoved;
import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.allowed;
import static io.referralflow.referral.FactFixtures.candidateTold;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.erased;
import static io.referralflow.referral.FactFixtures.expired;
import static io.referralflow.referral.FactFixtures.firstPaid;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hireCancelled;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.hiredBeforeSubmission;
import static io.referralflow.referral.FactFixtures.lapsed;
import static io.referralflow.referral.FactFixtures.left;
import static io.referralflow.referral.FactFixtures.outrun;
import static io.referralflow.referral.FactFixtures.refused;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.reminded;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.secondPaid;
import static io.referralflow.referral.FactFixtures.secondReleased;
import static io.referralflow.referral.FactFixtures.selfReferred;
import static io.referralflow.referral.FactFixtures.submitted;
import static io.referralflow.referral.FactFixtures.takenBack;
import static io.referralflow.referral.FactFixtures.withdrawn;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aLapsedReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAsTooLate;
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
import static io.referralflow.referral.ReferralFixtures.aRemindedReferral;
import static io.referralflow.referral.ReferralFixtures.anAlreadyKnownReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static io.referralflow.step.StepFixtures.change;
import static io.referralflow.step.StepFixtures.lines;
import static io.referralflow.step.StepFixtures.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.port.Companion;
import io.referralflow.port.OperationId;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What follows from each fact. See `FactFixtures` for the days, and [StepFixtures] for the lines.
class ConsequencesTest {

  @Test
  void a_submission_invites_the_candidate_and_thanks_the_referrer() {
    var companions = List.<Companion>of(new Companion.PersonReferred(Optional.empty()));
    var change = Consequences.ofSubmission(new OperationId("submit"), submitted(), companions);

    assertThat(lines(change))
        .containsExactly(
            "mail 1 invitation from 2026-03-02T09:00:00Z",
            "mail 2 received from 2026-03-02T09:00:00Z",
            "new leg",
            "clock 2026-03-02T10:00:00Z");
    assertThat(change.before()).isEmpty();
    assertThat(change.after()).isEqualTo(anInvitedReferral());
    assertThat(change.operation()).isEqualTo(new OperationId("submit"));
    assertThat(change.at()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(change.facts()).containsExactly(submitted());
    assertThat(change.companions()).isEqualTo(companions);
  }

  @Test
  void a_change_carries_what_it_was_made_of() {
    var companions = List.<Companion>of(new Companion.CandidateDeleted());
    var change =
        Consequences.of(
            stored(anInvitedReferral()),
            new OperationId("test"),
            accepted().at(),
            List.of(accepted()),
            companions,
            false);

    assertThat(change.before()).hasValue(stored(anInvitedReferral()));
    assertThat(change.after()).isEqualTo(aReferralInScreening());
    assertThat(change.operation()).isEqualTo(new OperationId("test"));
    assertThat(change.at()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
    assertThat(change.facts()).containsExactly(accepted());
    assertThat(change.companions()).isEqualTo(companions);
  }

  @Test
  void no_fact_and_a_new_leg_only_sets_the_clock() {
    var change =
        Consequences.of(
            stored(aReferralInHiring()),
            new OperationId("tend"),
            Instant.parse("2026-03-09T10:00:00Z"),
            List.of(),
            List.of(),
            true);

    assertThat(lines(change)).containsExactly("new leg", "clock 2026-03-09T11:00:00Z");
    assertThat(change.after()).isEqualTo(aReferralInHiring());
  }

  @Test
  void a_fact_that_is_not_allowed_is_a_defect() {
    assertThatThrownBy(() -> change(anInvitedReferral(), firstReleased()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Released is not allowed in Invited");
  }

  @Nested
  class Before_the_hire {

    @Test
    void a_reminder_sets_the_clock_to_the_expiry() {
      assertThat(lines(change(anInvitedReferral(), reminded())))
          .containsExactly(
              "mail 5 invitation-reminder from 2026-03-07T09:00:00Z", "clock 2026-03-16T09:00:00Z");
    }

    @Test
    void a_yes_wakes_the_execution() {
      assertThat(lines(change(anInvitedReferral(), accepted())))
          .containsExactly(
              "mail 5 accepted from 2026-03-03T10:00:00Z", "wakes", "clock 2026-03-03T11:00:00Z");
    }

    @Test
    void a_no_keeps_the_data_four_weeks() {
      assertThat(lines(change(anInvitedReferral(), declined())))
          .containsExactly(
              "mail 5 goodbye from 2026-03-03T10:00:00Z",
              "wakes",
              "clock 2026-03-03T11:00:00Z",
              "erase by 2026-03-31T10:00:00Z");
    }

    @Test
    void silence_to_the_end_is_told_to_the_candidate() {
      assertThat(lines(change(aRemindedReferral(), expired())))
          .containsExactly(
              "mail 5 expired from 2026-03-16T09:00:00Z",
              "wakes",
              "clock 2026-03-16T10:00:00Z",
              "erase by 2026-04-13T09:00:00Z");
    }

    @Test
    void the_end_that_nobody_made_is_told_to_the_candidate() {
      assertThat(lines(change(aReferralInHiring(), lapsed())))
          .containsExactly(
              "mail 5 lapsed from 2028-05-31T09:00:00Z",
              "wakes",
              "clock 2028-05-31T10:00:00Z",
              "erase by 2028-06-28T09:00:00Z");
    }

    @Test
    void a_passed_screening_wakes_the_execution() {
      assertThat(lines(change(aReferralInScreening(), advanced())))
          .containsExactly(
              "mail 5 advanced from 2026-03-05T11:00:00Z", "wakes", "clock 2026-03-05T12:00:00Z");
    }

    @Test
    void a_rejection_is_told_to_the_candidate_first() {
      assertThat(lines(change(aReferralInScreening(), rejected())))
          .containsExactly(
              "mail 5 rejected from 2026-03-06T11:00:00Z",
              "wakes",
              "clock 2026-03-06T12:00:00Z",
              "erase by 2026-04-03T11:00:00Z");
    }

    @Test
    void a_withdrawal_lets_the_data_go_within_a_day() {
      assertThat(lines(change(aReferralInScreening(), withdrawn())))
          .containsExactly(
              "mail 5 goodbye from 2026-03-10T10:00:00Z",
              "wakes",
              "clock 2026-03-10T11:00:00Z",
              "erase by 2026-03-11T10:00:00Z");
    }

    @Test
    void taking_back_tells_the_candidate() {
      assertThat(lines(change(aReferralInHiring(), takenBack())))
          .containsExactly(
              "mail 5 taken-back from 2026-03-10T10:00:00Z",
              "wakes",
              "clock 2026-03-10T11:00:00Z",
              "erase by 2026-03-11T10:00:00Z");
    }

    @Test
    void the_hire_of_another_is_told_a_day_later() {
      assertThat(lines(change(aReferralInHiring(), outrun())))
          .containsExactly(
              "mail 5 ended from 2026-03-21T12:00:00Z",
              "wakes",
              "clock 2026-03-20T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }
  }

  @Nested
  class At_the_hire {

    @Test
    void the_referrer_hears_the_plan() {
      assertThat(lines(change(aReferralInHiring(), hired())))
          .containsExactly(
              "mail 5 hired from 2026-03-20T12:00:00Z",
              "wakes",
              "clock 2026-03-20T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void several_reports_at_once_are_told_once() {
      var moved =
          reported("2026-03-20T12:00:00Z", startMoved("2026-03-20T09:00:00Z", "2026-05-18"));

      assertThat(lines(change(aReferralInHiring(), hired(), moved)))
          .containsExactly(
              "mail 5 hired from 2026-03-20T12:00:00Z",
              "wakes",
              "clock 2026-03-20T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void a_hire_that_is_cancelled_already_is_an_end() {
      var gone = reported("2026-03-20T12:00:00Z", cancelled("2026-03-20T09:00:00Z"));

      assertThat(lines(change(aReferralInHiring(), hired(), gone)))
          .containsExactly(
              "mail 5 ended from 2026-03-21T12:00:00Z",
              "ledger cancelled 1 2026-03-20T12:00:00Z 1750.00 fact 12",
              "ledger cancelled 2 2026-03-20T12:00:00Z 1750.00 fact 12",
              "wakes",
              "clock 2026-03-20T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void one_of_oneself_earns_nothing() {
      assertThat(lines(change(aReferralInHiring(), hired(), selfReferred())))
          .containsExactly(
              "mail 5 ended from 2026-03-21T12:00:00Z",
              "ledger cancelled 1 2026-03-20T12:00:00Z 1750.00 fact 12",
              "ledger cancelled 2 2026-03-20T12:00:00Z 1750.00 fact 12",
              "wakes",
              "clock 2026-03-20T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void one_older_than_the_referral_is_held() {
      assertThat(lines(change(anInvitedReferral(), hiredBeforeSubmission())))
          .containsExactly(
              "mail 5 held from 2026-03-20T12:00:00Z",
              "wakes",
              "clock 2026-03-20T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void one_of_a_rejected_candidate_is_held_and_wakes_nobody() {
      assertThat(lines(change(aRejectedReferral(), hired())))
          .containsExactly(
              "mail 5 held from 2026-03-20T12:00:00Z",
              "clock unchanged",
              "erase by 2026-04-17T12:00:00Z");
    }
  }

  @Nested
  class Of_a_held_referral {

    @Test
    void more_reports_are_not_told() {
      var moved =
          reported("2026-03-22T12:00:00Z", startMoved("2026-03-22T09:00:00Z", "2026-05-18"));

      assertThat(lines(change(aReferralHeldAsTooLate(), moved)))
          .containsExactly("clock unchanged", "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void allowing_it_begins_a_leg_and_tells_the_plan() {
      assertThat(lines(change(aReferralHeldAsTooLate(), allowed())))
          .containsExactly(
              "mail 5 hired from 2026-03-24T15:00:00Z",
              "new leg",
              "clock 2026-03-24T16:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void refusing_it_is_told_a_day_later() {
      assertThat(lines(change(aReferralHeldAsTooLate(), refused())))
          .containsExactly(
              "mail 5 ended from 2026-03-25T15:00:00Z",
              "ledger cancelled 1 2026-03-24T15:00:00Z 1750.00 fact 11",
              "ledger cancelled 2 2026-03-24T15:00:00Z 1750.00 fact 11",
              "clock unchanged",
              "erase by 2026-04-21T15:00:00Z");
    }
  }

  @Nested
  class After_the_hire {

    @Test
    void a_moved_start_begins_a_leg() {
      var moved =
          reported("2026-04-10T12:00:00Z", startMoved("2026-04-10T09:00:00Z", "2026-05-18"));

      assertThat(lines(change(aHiredReferral(), moved)))
          .containsExactly(
              "mail 5 plan-changed from 2026-04-10T12:00:00Z",
              "new leg",
              "clock 2026-04-10T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void a_longer_probation_before_the_first_release_leaves_the_execution_alone() {
      var longer =
          reported("2026-04-10T12:00:00Z", probationChanged("2026-04-10T09:00:00Z", "2026-08-31"));

      assertThat(lines(change(aHiredReferral(), longer)))
          .containsExactly(
              "mail 5 plan-changed from 2026-04-10T12:00:00Z",
              "clock unchanged",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void a_longer_probation_after_it_begins_a_leg() {
      var longer =
          reported("2026-05-10T12:00:00Z", probationChanged("2026-05-10T09:00:00Z", "2026-08-31"));

      assertThat(lines(change(aReferralInProbation(), longer)))
          .contains("mail 5 plan-changed from 2026-05-10T12:00:00Z", "new leg");
    }

    @Test
    void a_report_that_changes_nothing_is_not_told() {
      var same = reported("2026-04-10T12:00:00Z", startMoved("2026-04-10T09:00:00Z", "2026-05-01"));

      assertThat(lines(change(aHiredReferral(), same)))
          .containsExactly("clock unchanged", "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void a_cancelled_hire_cancels_what_is_not_released() {
      assertThat(lines(change(aHiredReferral(), hireCancelled())))
          .containsExactly(
              "mail 5 ended from 2026-04-02T12:00:00Z",
              "ledger cancelled 1 2026-04-01T12:00:00Z 1750.00 fact 11",
              "ledger cancelled 2 2026-04-01T12:00:00Z 1750.00 fact 11",
              "new leg",
              "clock 2026-04-01T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void leaving_during_probation_cancels_the_second_half_only() {
      assertThat(lines(change(aReferralInProbation(), left())))
          .containsExactly(
              "mail 5 ended from 2026-05-19T12:00:00Z",
              "ledger cancelled 2 2026-05-18T12:00:00Z 1750.00 fact 11",
              "new leg",
              "clock 2026-05-18T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void leaving_that_is_known_before_the_first_day_is_told_a_day_later() {
      var leaves = reported("2026-04-10T12:00:00Z", ended("2026-04-10T09:00:00Z", "2026-05-31"));

      assertThat(lines(change(aHiredReferral(), leaves)))
          .containsExactly(
              "mail 5 plan-changed 2 from 2026-04-11T12:00:00Z",
              "ledger cancelled 2 2026-04-10T12:00:00Z 1750.00 fact 11",
              "clock unchanged",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void coming_to_stay_after_all_revives_the_second_half() {
      var stays = reported("2026-05-20T12:00:00Z", ended("2026-05-20T09:00:00Z", "2027-05-31"));

      assertThat(lines(change(aReferralThatLeft(), stays)))
          .containsExactly(
              "mail 5 plan-changed from 2026-05-20T12:00:00Z",
              "ledger revived 2 2026-05-20T12:00:00Z 1750.00 fact 11",
              "new leg",
              "clock 2026-05-20T13:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void an_end_that_turns_into_another_is_told_once() {
      var gone = reported("2026-05-20T12:00:00Z", cancelled("2026-05-20T09:00:00Z"));
      assertThat(change(aReferralThatLeft(), gone).notices()).isEmpty();

      var leaves = reported("2026-04-02T12:00:00Z", ended("2026-04-02T09:00:00Z", "2026-04-02"));
      assertThat(change(aReferralWithItsHireCancelled(), leaves).notices()).isEmpty();
    }

    @Test
    void the_first_release_tells_finance_and_sets_the_clock_to_the_second() {
      assertThat(lines(change(aHiredReferral(), firstReleased())))
          .containsExactly(
              "mail 5 payout 1 from 2026-04-30T22:00:00Z",
              "ledger released 1 2026-04-30T22:00:00Z 1750.00 due 2026-05-01 promised 2026-05-29",
              "clock 2026-07-01T00:00:00Z",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void the_last_release_stops_the_clock() {
      assertThat(lines(change(aReferralInProbation(), secondReleased())))
          .containsExactly(
              "mail 5 payout 2 from 2026-06-30T22:00:00Z",
              "ledger released 2 2026-06-30T22:00:00Z 1750.00 due 2026-07-01 promised 2026-07-31",
              "clock done",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void the_first_release_of_one_who_leaves_is_the_end() {
      var leaves = reported("2026-04-10T12:00:00Z", ended("2026-04-10T09:00:00Z", "2026-05-31"));
      var leaving = livedBy(accepted(), advanced(), hired(), leaves);

      assertThat(lines(change(leaving, firstReleased())))
          .containsExactly(
              "mail 5 payout 1 from 2026-04-30T22:00:00Z",
              "mail 6 ended from 2026-05-01T22:00:00Z",
              "ledger released 1 2026-04-30T22:00:00Z 1750.00 due 2026-05-01 promised 2026-05-29",
              "clock done",
              "erase by 2026-04-17T12:00:00Z");
    }

    @Test
    void a_confirmation_tells_the_referrer() {
      assertThat(lines(change(aReferralInProbation(), firstPaid())))
          .containsExactly(
              "mail 5 paid 1 from 2026-05-28T13:00:00Z",
              "ledger paid 1 2026-05-28T13:00:00Z 1750.00 on 2026-05-28 by fatima",
              "clock unchanged",
              "erase by 2026-04-17T12:00:00Z");
      assertThat(lines(change(aCompletedReferral(), secondPaid())))
          .startsWith(
              "mail 5 paid 2 from 2026-07-30T13:00:00Z",
              "ledger paid 2 2026-07-30T13:00:00Z 1750.00 on 2026-07-30 by fatima");
    }

    @Test
    void a_withdrawal_says_goodbye_and_leaves_the_plan() {
      assertThat(lines(change(aHiredReferral(), withdrawn("2026-03-25T10:00:00Z"))))
          .containsExactly(
              "mail 5 goodbye from 2026-03-25T10:00:00Z",
              "clock unchanged",
              "erase by 2026-03-26T10:00:00Z");
    }

    @Test
    void a_withdrawal_after_the_data_is_gone_finds_nobody_to_say_goodbye_to() {
      var known = livedBy(accepted(), advanced(), hired(), erased("2026-04-17T13:00:00Z"));

      assertThat(lines(change(known, withdrawn("2026-05-25T10:00:00Z"))))
          .containsExactly("clock unchanged");
    }
  }

  @Nested
  class Once_the_candidate_was_told {

    @Test
    void the_referrer_hears_a_day_later() {
      for (var end :
          List.<Referral>of(
              aRejectedReferral(), aDeclinedReferral(), anExpiredReferral(), aLapsedReferral())) {
        assertThat(change(end, candidateTold("2028-06-01T09:05:00Z")).notices())
            .singleElement()
            .satisfies(notice -> {
              assertThat(notice.kind().wireName()).isEqualTo("ended");
              assertThat(notice.notBefore()).isEqualTo(Instant.parse("2028-06-02T09:05:00Z"));
            });
      }
    }

    @Test
    void a_withdrawn_one_is_told_with_the_erasure() {
      var told = candidateTold("2026-03-10T10:01:00Z");

      assertThat(
              lines(
                  change(
                      aReferralThatTheCandidateWithdrew(), told, erased("2026-03-10T10:01:00Z"))))
          .containsExactly("mail 5 ended from 2026-03-11T10:01:00Z", "clock unchanged");
    }

    @Test
    void a_referrer_who_took_it_back_knows() {
      assertThat(
              lines(
                  change(
                      aReferralThatTheReferrerTookBack(), candidateTold("2026-03-10T10:01:00Z"))))
          .containsExactly("clock unchanged", "erase by 2026-03-11T10:00:00Z");
    }

    @Test
    void who_was_told_of_the_hire_of_another_is_not_told_again() {
      var late = candidateTold("2026-04-01T09:05:00Z");
      assertThat(change(anAlreadyKnownReferral(), late).notices()).isEmpty();
      assertThat(change(aRefusedReferral(), late).notices()).isEmpty();
      assertThat(change(aReferralOfOneself(), late).notices()).isEmpty();
    }
  }

  @Test
  void an_erasure_ends_the_promise_to_erase() {
    assertThat(lines(change(aRejectedReferral(), erased()))).containsExactly("clock unchanged");
  }

  @Test
  void notices_are_numbered_on() {
    var change = change(aReferralInScreening(), advanced(), hired());

    assertThat(lines(change))
        .startsWith(
            "mail 5 advanced from 2026-03-05T11:00:00Z", "mail 6 hired from 2026-03-20T12:00:00Z");
    assertThat(change.after())
        .isEqualTo(Life.of(aReferralInScreening(), List.of(advanced(), hired())));
  }
}
