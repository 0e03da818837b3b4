package io.referralflow.referral;

import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
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
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The history of a referral, as recruiters and as the referrer read it.
class TimelineTest {

  private static final String LATE = "2030-01-01T00:00:00Z";

  /// The submission and what follows it.
  static List<Fact> life(Fact... facts) {
    var all = new ArrayList<Fact>(List.of(submitted()));
    all.addAll(List.of(facts));
    return all;
  }

  private static List<String> whole(Fact... facts) {
    return lines(Timeline.whole(life(facts)));
  }

  private static List<String> forReferrer(String now, Fact... facts) {
    return lines(Timeline.forReferrer(life(facts), Instant.parse(now)));
  }

  /// What follows the first two lines, submitted and invited.
  private static List<String> lines(List<TimelineEntry> entries) {
    return entries.stream().skip(2).map(TimelineTest::line).toList();
  }

  private static String line(TimelineEntry entry) {
    var line = new StringBuilder(entry.at().toString()).append(' ').append(entry.kind());
    entry.instalment().ifPresent(number -> line.append(' ').append(number));
    entry.stage().ifPresent(stage -> line.append(" at ").append(stage));
    entry.reason().ifPresent(reason -> line.append(" for ").append(reason));
    return line.toString();
  }

  @Test
  void begins_with_the_submission_and_the_invitation() {
    var at = Instant.parse("2026-03-02T09:00:00Z");

    assertThat(Timeline.whole(life()))
        .containsExactly(
            TimelineEntry.of(at, TimelineEntry.Kind.SUBMITTED),
            TimelineEntry.of(at, TimelineEntry.Kind.INVITED));
    assertThat(Timeline.forReferrer(life(), at)).isEqualTo(Timeline.whole(life()));
  }

  @Test
  void tells_a_whole_happy_life_the_same_to_both() {
    Fact[] life = {
      accepted(), advanced(), hired(), firstReleased(), firstPaid(), secondReleased(), secondPaid()
    };

    assertThat(whole(life))
        .containsExactly(
            "2026-03-03T10:00:00Z ACCEPTED",
            "2026-03-05T11:00:00Z ADVANCED",
            "2026-03-20T12:00:00Z HIRED",
            "2026-04-30T22:00:00Z RELEASED 1",
            "2026-05-28T13:00:00Z PAID 1",
            "2026-06-30T22:00:00Z RELEASED 2",
            "2026-07-30T13:00:00Z PAID 2");
    assertThat(forReferrer(LATE, life)).isEqualTo(whole(life));
  }

  @Test
  void is_in_order_of_time_not_of_arrival() {
    assertThat(
            whole(
                accepted(),
                new Fact.Advanced(Instant.parse("2026-03-02T09:30:00Z"), FactFixtures.RECRUITER)))
        .containsExactly("2026-03-02T09:30:00Z ADVANCED", "2026-03-03T10:00:00Z ACCEPTED");
  }

  @Nested
  class Recruiters_read_the_true_end {

    @Test
    void of_an_invitation() {
      assertThat(whole(reminded(), expired()))
          .containsExactly(
              "2026-03-07T09:00:00Z REMINDED", "2026-03-16T09:00:00Z EXPIRED at INVITED");
      assertThat(whole(declined())).containsExactly("2026-03-03T10:00:00Z DECLINED at INVITED");
    }

    @Test
    void of_a_procedure_that_nobody_ended() {
      assertThat(whole(accepted(), lapsed()))
          .containsExactly(
              "2026-03-03T10:00:00Z ACCEPTED", "2028-05-31T09:00:00Z LAPSED at SCREENING");
    }

    @Test
    void of_a_screening_with_the_reason() {
      assertThat(whole(accepted(), rejected()))
          .containsExactly(
              "2026-03-03T10:00:00Z ACCEPTED",
              "2026-03-06T11:00:00Z REJECTED at SCREENING for EXPERIENCE");
    }

    @Test
    void of_a_withdrawal_by_the_candidate_or_the_referrer() {
      assertThat(whole(withdrawn())).containsExactly("2026-03-10T10:00:00Z WITHDRAWN at INVITED");
      assertThat(whole(takenBack())).containsExactly("2026-03-10T10:00:00Z TAKEN_BACK at INVITED");
    }

    @Test
    void and_a_withdrawal_after_the_hire_or_another_end() {
      assertThat(whole(hired(), withdrawn("2026-03-25T10:00:00Z")))
          .containsExactly("2026-03-20T12:00:00Z HIRED", "2026-03-25T10:00:00Z WITHDRAWN");
      assertThat(whole(declined(), withdrawn()))
          .containsExactly(
              "2026-03-03T10:00:00Z DECLINED at INVITED", "2026-03-10T10:00:00Z WITHDRAWN");
    }

    @Test
    void of_a_hire() {
      assertThat(whole(hired(), hireCancelled()))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED",
              "2026-04-01T12:00:00Z CANCELLED 1",
              "2026-04-01T12:00:00Z CANCELLED 2",
              "2026-04-01T12:00:00Z HIRE_CANCELLED at HIRED");
      assertThat(whole(hired(), firstReleased(), left()))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED",
              "2026-04-30T22:00:00Z RELEASED 1",
              "2026-05-18T12:00:00Z CANCELLED 2",
              "2026-05-18T12:00:00Z LEFT at PROBATION");
    }

    @Test
    void of_what_may_not_earn() {
      assertThat(whole(hiredBeforeSubmission(), refused()))
          .containsExactly(
              "2026-03-20T12:00:00Z HELD",
              "2026-03-24T15:00:00Z NOT_ELIGIBLE at INVITED for REFERRED_TOO_LATE");
      assertThat(whole(hired(), selfReferred()))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED", "2026-03-20T12:00:00Z NOT_ELIGIBLE at HIRED");
      assertThat(whole(accepted(), outrun()))
          .containsExactly(
              "2026-03-03T10:00:00Z ACCEPTED", "2026-03-20T12:00:00Z ALREADY_KNOWN at SCREENING");
    }

    @Test
    void once() {
      assertThat(whole(declined(), candidateTold(), erased()))
          .containsExactly("2026-03-03T10:00:00Z DECLINED at INVITED");
      assertThat(whole(hired(), firstReleased(), left(), firstPaid()))
          .endsWith("2026-05-18T12:00:00Z LEFT at PROBATION", "2026-05-28T13:00:00Z PAID 1");
    }

    @Test
    void and_how_it_was_settled() {
      assertThat(whole(declined(), hired(), allowed()))
          .containsExactly(
              "2026-03-03T10:00:00Z DECLINED at INVITED",
              "2026-03-20T12:00:00Z HELD",
              "2026-03-24T15:00:00Z HIRED");
    }

    @Test
    void and_that_the_hire_stands_again() {
      assertThat(
              whole(
                  hired(),
                  hireCancelled(),
                  reported("2026-04-02T12:00:00Z", hired("2026-04-02T08:00:00Z", "2026-05-01"))))
          .endsWith("2026-04-01T12:00:00Z HIRE_CANCELLED at HIRED", "2026-04-02T12:00:00Z HIRED");
    }
  }

  @Nested
  class Both_read_of_a_change_of_the_plan {

    @Test
    void that_the_start_moved() {
      var moved =
          reported("2026-04-10T12:00:00Z", startMoved("2026-04-10T08:00:00Z", "2026-06-01"));

      assertThat(whole(hired(), moved))
          .containsExactly("2026-03-20T12:00:00Z HIRED", "2026-04-10T12:00:00Z START_MOVED");
      assertThat(forReferrer(LATE, hired(), moved)).isEqualTo(whole(hired(), moved));
    }

    @Test
    void that_the_start_moved_by_a_new_hire() {
      var later = reported("2026-04-10T12:00:00Z", hired("2026-04-10T08:00:00Z", "2026-06-01"));

      assertThat(whole(hired(), later)).endsWith("2026-04-10T12:00:00Z START_MOVED");
    }

    @Test
    void that_probation_changed() {
      var changed =
          reported("2026-04-11T12:00:00Z", probationChanged("2026-04-11T08:00:00Z", "2026-07-31"));

      assertThat(whole(hired(), changed)).endsWith("2026-04-11T12:00:00Z PROBATION_CHANGED");
    }

    @Test
    void that_probation_changed_by_a_new_hire_with_the_same_start() {
      var again =
          reported(
              "2026-04-11T12:00:00Z", hired("2026-04-11T08:00:00Z", "2026-05-01", "2026-07-31"));

      assertThat(whole(hired(), again)).endsWith("2026-04-11T12:00:00Z PROBATION_CHANGED");
    }

    @Test
    void also_while_it_is_held() {
      var moved =
          reported("2026-03-21T12:00:00Z", startMoved("2026-03-21T08:00:00Z", "2026-06-01"));
      var changed =
          reported("2026-03-22T12:00:00Z", probationChanged("2026-03-22T08:00:00Z", "2026-08-31"));

      assertThat(whole(hiredBeforeSubmission(), moved, changed))
          .containsExactly(
              "2026-03-20T12:00:00Z HELD",
              "2026-03-21T12:00:00Z START_MOVED",
              "2026-03-22T12:00:00Z PROBATION_CHANGED");
    }

    @Test
    void nothing_when_no_day_changed() {
      var sameStart =
          reported("2026-04-10T12:00:00Z", startMoved("2026-04-10T08:00:00Z", "2026-05-01"));
      var older =
          reported("2026-04-10T12:00:00Z", startMoved("2026-03-01T08:00:00Z", "2026-06-01"));

      assertThat(whole(hired(), sameStart)).containsExactly("2026-03-20T12:00:00Z HIRED");
      assertThat(whole(hired(), older)).containsExactly("2026-03-20T12:00:00Z HIRED");
    }

    @Test
    void that_a_hire_turned_out_to_be_older_than_the_referral() {
      var older = reported("2026-03-22T12:00:00Z", hired("2026-03-01T08:00:00Z", "2026-05-01"));

      assertThat(whole(hired(), older))
          .containsExactly("2026-03-20T12:00:00Z HIRED", "2026-03-22T12:00:00Z HELD");
    }
  }

  @Nested
  class The_referrer_reads_of_an_unhappy_end {

    private final Fact.Accepted allowingTheReason = accepted(Feedback.REASON, Keep.PROCEDURE);
    private final Fact.CandidateTold told = candidateTold("2026-03-06T11:05:00Z");

    @Test
    void nothing_before_the_candidate_was_told_a_day_ago() {
      assertThat(forReferrer(LATE, allowingTheReason, rejected()))
          .containsExactly("2026-03-03T10:00:00Z ACCEPTED");
      assertThat(forReferrer("2026-03-07T11:04:59Z", allowingTheReason, rejected(), told))
          .containsExactly("2026-03-03T10:00:00Z ACCEPTED");
      assertThat(forReferrer("2026-03-07T11:05:00Z", allowingTheReason, rejected(), told))
          .containsExactly(
              "2026-03-03T10:00:00Z ACCEPTED",
              "2026-03-07T11:05:00Z ENDED at SCREENING for EXPERIENCE");
    }

    @Test
    void as_much_as_the_candidate_allowed() {
      assertThat(forReferrer(LATE, accepted(Feedback.NOTHING, Keep.PROCEDURE), rejected(), told))
          .endsWith("2026-03-07T11:05:00Z ENDED");
      assertThat(forReferrer(LATE, accepted(), rejected(), told))
          .endsWith("2026-03-07T11:05:00Z ENDED at SCREENING");
    }

    @Test
    void at_once_what_the_referrer_did() {
      assertThat(forReferrer("2026-03-10T10:00:00Z", takenBack()))
          .containsExactly("2026-03-10T10:00:00Z ENDED at INVITED");
    }

    @Test
    void a_day_after_the_fact_where_the_candidate_gets_no_notice() {
      assertThat(forReferrer("2026-04-02T11:59:59Z", hired(), hireCancelled()))
          .containsExactly("2026-03-20T12:00:00Z HIRED");
      assertThat(forReferrer("2026-04-02T12:00:00Z", hired(), hireCancelled()))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED",
              "2026-04-02T12:00:00Z CANCELLED 1",
              "2026-04-02T12:00:00Z CANCELLED 2",
              "2026-04-02T12:00:00Z ENDED at HIRED");
      assertThat(forReferrer(LATE, outrun()))
          .containsExactly("2026-03-21T12:00:00Z ENDED at INVITED");
      assertThat(forReferrer(LATE, hiredBeforeSubmission(), refused()))
          .containsExactly("2026-03-20T12:00:00Z HELD", "2026-03-25T15:00:00Z ENDED at INVITED");
    }

    @Test
    void nothing_of_the_reports_that_make_it() {
      assertThat(forReferrer(LATE, hired(), firstReleased(), left()))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED",
              "2026-04-30T22:00:00Z RELEASED 1",
              "2026-05-19T12:00:00Z CANCELLED 2",
              "2026-05-19T12:00:00Z ENDED at PROBATION");
    }

    @Test
    void once_and_after_what_led_to_it() {
      var leaving = reported("2026-04-20T12:00:00Z", ended("2026-04-20T08:00:00Z", "2026-05-20"));

      assertThat(forReferrer(LATE, hired(), leaving, firstReleased(), firstPaid(), erased()))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED",
              "2026-04-21T12:00:00Z CANCELLED 2",
              "2026-04-30T22:00:00Z RELEASED 1",
              "2026-04-30T22:00:00Z ENDED at PROBATION",
              "2026-05-28T13:00:00Z PAID 1");
    }

    @Test
    void nothing_of_a_withdrawal_after_the_hire() {
      assertThat(forReferrer(LATE, hired(), withdrawn("2026-03-25T10:00:00Z")))
          .containsExactly("2026-03-20T12:00:00Z HIRED");
    }
  }

  @Nested
  class What_was_overtaken {

    private final Fact.Reported again =
        reported("2026-04-02T11:00:00Z", hired("2026-04-02T08:00:00Z", "2026-05-01"));
    private final Fact.Reported muchLater =
        reported("2026-04-05T12:00:00Z", hired("2026-04-05T08:00:00Z", "2026-05-01"));
    private final Fact.Reported muchLaterOnAnotherDay =
        reported("2026-04-05T12:00:00Z", hired("2026-04-05T08:00:00Z", "2026-06-01"));

    @Test
    void before_it_was_shown_is_never_shown() {
      assertThat(forReferrer(LATE, hired(), hireCancelled(), again))
          .containsExactly("2026-03-20T12:00:00Z HIRED");
    }

    @Test
    void after_it_was_shown_stays_and_the_hire_is_told_again() {
      assertThat(forReferrer(LATE, hired(), hireCancelled(), muchLater))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED",
              "2026-04-02T12:00:00Z CANCELLED 1",
              "2026-04-02T12:00:00Z CANCELLED 2",
              "2026-04-02T12:00:00Z ENDED at HIRED",
              "2026-04-05T12:00:00Z HIRED");
    }

    @Test
    void and_moved_is_told_as_moved() {
      var againOnAnotherDay =
          reported("2026-04-02T11:00:00Z", hired("2026-04-02T08:00:00Z", "2026-06-01"));

      assertThat(forReferrer(LATE, hired(), hireCancelled(), againOnAnotherDay))
          .containsExactly("2026-03-20T12:00:00Z HIRED", "2026-04-02T11:00:00Z START_MOVED");
      assertThat(forReferrer(LATE, hired(), hireCancelled(), muchLaterOnAnotherDay))
          .endsWith("2026-04-02T12:00:00Z ENDED at HIRED", "2026-04-05T12:00:00Z HIRED");
    }

    @Test
    void is_not_what_something_else_followed() {
      assertThat(forReferrer(LATE, hired(), hireCancelled(), erased("2026-04-01T13:00:00Z")))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED",
              "2026-04-02T12:00:00Z CANCELLED 1",
              "2026-04-02T12:00:00Z CANCELLED 2",
              "2026-04-02T12:00:00Z ENDED at HIRED");
    }

    @Test
    void by_the_clock_of_the_last_cancellation() {
      var cancelledAgain = reported("2026-04-02T11:30:00Z", cancelled("2026-04-02T09:00:00Z"));

      assertThat(forReferrer(LATE, hired(), hireCancelled(), again, cancelledAgain))
          .containsExactly(
              "2026-03-20T12:00:00Z HIRED",
              "2026-04-03T11:30:00Z CANCELLED 1",
              "2026-04-03T11:30:00Z CANCELLED 2",
              "2026-04-03T11:30:00Z ENDED at HIRED");
    }

    @Test
    void of_a_decision_is_an_end_that_a_hire_contradicts() {
      assertThat(forReferrer(LATE, declined(), hired(), allowed()))
          .containsExactly("2026-03-20T12:00:00Z HELD", "2026-03-24T15:00:00Z HIRED");
      assertThat(forReferrer(LATE, declined(), candidateTold("2026-03-03T10:05:00Z"), hired()))
          .containsExactly("2026-03-04T10:05:00Z ENDED at INVITED", "2026-03-20T12:00:00Z HELD");
    }

    @Test
    void by_a_decision_that_came_too_late_is_told_a_day_after_the_decision() {
      var cancellation = reported("2026-03-21T12:00:00Z", cancelled("2026-03-21T08:00:00Z"));

      assertThat(forReferrer(LATE, declined(), hired(), cancellation, allowed()))
          .containsExactly(
              "2026-03-20T12:00:00Z HELD",
              "2026-03-24T15:00:00Z HIRED",
              "2026-03-25T15:00:00Z CANCELLED 1",
              "2026-03-25T15:00:00Z CANCELLED 2",
              "2026-03-25T15:00:00Z ENDED at HIRED");
    }
  }
}
