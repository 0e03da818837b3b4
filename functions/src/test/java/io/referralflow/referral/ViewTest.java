package io.referralflow.referral;

import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.candidateTold;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.euros;
import static io.referralflow.referral.FactFixtures.firstPaid;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hireCancelled;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.hiredBeforeSubmission;
import static io.referralflow.referral.FactFixtures.left;
import static io.referralflow.referral.FactFixtures.outrun;
import static io.referralflow.referral.FactFixtures.refused;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.secondPaid;
import static io.referralflow.referral.FactFixtures.secondReleased;
import static io.referralflow.referral.FactFixtures.selfReferred;
import static io.referralflow.referral.FactFixtures.takenBack;
import static io.referralflow.referral.TimelineTest.life;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.Rule;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.port.WorkingDays;
import io.referralflow.referral.View.NextStep;
import io.referralflow.referral.View.ShownInstalment;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Milestone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A referral as its referrer, or a recruiter, sees it.
class ViewTest {

  static final WorkingDays WEEKDAYS =
      day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

  private static View seen(String now, Fact... facts) {
    var life = life(facts);
    return View.forReferrer(Life.of(life), life, Instant.parse(now), WEEKDAYS);
  }

  private static View truth(Fact... facts) {
    var life = life(facts);
    return View.forRecruiter(Life.of(life), life, WEEKDAYS);
  }

  /// State, instalments and next step in one line.
  private static String words(View view) {
    var instalments =
        view.instalments().stream()
            .map(line ->
                line.instalment().number()
                    + " "
                    + line.state()
                    + line.dueOn().map(day -> " due " + day).orElse("")
                    + line.promisedOn().map(day -> " promised " + day).orElse("")
                    + line.paidOn().map(day -> " paid " + day).orElse(""))
            .toList();
    return "%s [%s] %s%s"
        .formatted(
            view.state(),
            String.join(", ", instalments),
            view.nextStep().kind(),
            view.nextStep().by().map(day -> " by " + day).orElse(""));
  }

  @Test
  void shows_the_whole_plan_from_the_submission_on() {
    assertThat(seen("2026-03-02T09:00:00Z"))
        .isEqualTo(
            new View(
                StateName.INVITED,
                List.of(
                    TimelineEntry.of(
                        Instant.parse("2026-03-02T09:00:00Z"), TimelineEntry.Kind.SUBMITTED),
                    TimelineEntry.of(
                        Instant.parse("2026-03-02T09:00:00Z"), TimelineEntry.Kind.INVITED)),
                List.of(
                    new ShownInstalment(
                        new Instalment(1, Milestone.FIRST_WORKING_DAY, euros("1750.00")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        InstalmentState.PLANNED),
                    new ShownInstalment(
                        new Instalment(2, Milestone.END_OF_PROBATION, euros("1750.00")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        InstalmentState.PLANNED)),
                new NextStep(
                    NextStep.Kind.CANDIDATE_ANSWER, Optional.of(LocalDate.of(2026, 3, 15))),
                List.of(
                    new Decision(
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Decision.Kind.SUBMISSION,
                        Decision.Outcome.ACCEPTED,
                        Stream.of(
                                Rule.OWN_ADDRESS,
                                Rule.RECRUITER,
                                Rule.NOT_IN_SERVICE,
                                Rule.VACANCY_UNKNOWN,
                                Rule.VACANCY_CLOSED,
                                Rule.VACANCY_NOT_IN_PROGRAMME,
                                Rule.PROGRAMME_NOT_RUNNING,
                                Rule.PROGRAMME_AUDIENCE,
                                Rule.PROGRAMME_SCOPE)
                            .map(rule -> new Decision.Judged(rule, true))
                            .toList(),
                        Optional.empty())),
                false));
  }

  @Test
  void keeps_copies_of_its_lists() {
    var timeline = new ArrayList<TimelineEntry>();
    var instalments = new ArrayList<ShownInstalment>();
    var none = new NextStep(NextStep.Kind.NONE, Optional.empty());
    var view = new View(StateName.ENDED, timeline, instalments, none, List.of(), false);

    timeline.add(TimelineEntry.of(Instant.EPOCH, TimelineEntry.Kind.ENDED));

    assertThat(view)
        .isEqualTo(new View(StateName.ENDED, List.of(), List.of(), none, List.of(), false));
  }

  @Nested
  class The_referrer_sees {

    private static final String PLAN =
        "[1 PLANNED due 2026-05-01 promised 2026-05-29, 2 PLANNED due 2026-07-01 promised"
            + " 2026-07-31]";

    @Test
    void what_is_waited_for() {
      assertThat(words(seen("2026-03-03T10:00:00Z", accepted())))
          .isEqualTo("SCREENING [1 PLANNED, 2 PLANNED] SCREENING_DECISION");
      assertThat(words(seen("2026-03-05T11:00:00Z", accepted(), advanced())))
          .isEqualTo("HIRING [1 PLANNED, 2 PLANNED] HIRE");
      assertThat(words(seen("2026-03-20T12:00:00Z", hired())))
          .isEqualTo("HIRED " + PLAN + " FIRST_WORKING_DAY by 2026-05-01");
    }

    @Test
    void money_from_the_promise_to_the_payment() {
      assertThat(words(seen("2026-05-01T08:00:00Z", hired(), firstReleased())))
          .isEqualTo(
              "PROBATION [1 RELEASED due 2026-05-01 promised 2026-05-29, 2 PLANNED due 2026-07-01"
                  + " promised 2026-07-31] PAYMENT by 2026-05-29");
      assertThat(words(seen("2026-05-28T13:00:00Z", hired(), firstReleased(), firstPaid())))
          .isEqualTo(
              "PROBATION [1 PAID due 2026-05-01 promised 2026-05-29 paid 2026-05-28, 2 PLANNED due"
                  + " 2026-07-01 promised 2026-07-31] END_OF_PROBATION by 2026-07-01");
      assertThat(
              words(
                  seen(
                      "2026-07-30T13:00:00Z",
                      hired(),
                      firstReleased(),
                      firstPaid(),
                      secondReleased(),
                      secondPaid())))
          .isEqualTo(
              "COMPLETED [1 PAID due 2026-05-01 promised 2026-05-29 paid 2026-05-28, 2 PAID due"
                  + " 2026-07-01 promised 2026-07-31 paid 2026-07-30] NONE");
    }

    @Test
    void that_it_is_held() {
      assertThat(words(seen("2026-03-20T12:00:00Z", hiredBeforeSubmission())))
          .isEqualTo(
              "HELD [1 HELD due 2026-05-01 promised 2026-05-29, 2 HELD due 2026-07-01 promised"
                  + " 2026-07-31] SETTLEMENT");
    }

    @Test
    void a_refusal_only_a_day_later_and_held_with_its_days_until_then() {
      assertThat(words(seen("2026-03-25T14:59:59Z", hiredBeforeSubmission(), refused())))
          .isEqualTo(
              "HELD [1 HELD due 2026-05-01 promised 2026-05-29, 2 HELD due 2026-07-01 promised"
                  + " 2026-07-31] SETTLEMENT");
      assertThat(words(seen("2026-03-25T15:00:00Z", hiredBeforeSubmission(), refused())))
          .isEqualTo("ENDED [1 CANCELLED, 2 CANCELLED] NONE");
    }

    @Test
    void a_referral_of_oneself_as_hired_for_a_day() {
      assertThat(words(seen("2026-03-21T11:59:59Z", hired(), selfReferred())))
          .isEqualTo("HIRED " + PLAN + " FIRST_WORKING_DAY by 2026-05-01");
      assertThat(words(seen("2026-03-21T12:00:00Z", hired(), selfReferred())))
          .isEqualTo("ENDED [1 CANCELLED, 2 CANCELLED] NONE");
    }

    @Test
    void instalments_of_an_end_as_before_until_it_is_shown_then_cancelled() {
      Fact[] life = {accepted(), rejected(), candidateTold("2026-03-06T11:05:00Z")};

      assertThat(words(seen("2026-03-07T11:04:59Z", life)))
          .isEqualTo("SCREENING [1 PLANNED, 2 PLANNED] SCREENING_DECISION");
      assertThat(words(seen("2026-03-07T11:05:00Z", life)))
          .isEqualTo("ENDED [1 CANCELLED, 2 CANCELLED] NONE");
    }

    @Test
    void instalments_of_an_already_known_one_as_cancelled() {
      assertThat(words(seen("2026-03-21T11:59:59Z", accepted(), outrun())))
          .isEqualTo("SCREENING [1 PLANNED, 2 PLANNED] SCREENING_DECISION");
      assertThat(words(seen("2026-03-21T12:00:00Z", accepted(), outrun())))
          .isEqualTo("ENDED [1 CANCELLED, 2 CANCELLED] NONE");
    }

    @Test
    void a_cancelled_hire_a_day_later() {
      assertThat(words(seen("2026-04-02T11:59:59Z", hired(), hireCancelled())))
          .isEqualTo("HIRED " + PLAN + " FIRST_WORKING_DAY by 2026-05-01");
      assertThat(words(seen("2026-04-02T12:00:00Z", hired(), hireCancelled())))
          .isEqualTo(
              "ENDED [1 CANCELLED due 2026-05-01 promised 2026-05-29, 2 CANCELLED due 2026-07-01"
                  + " promised 2026-07-31] NONE");
    }

    @Test
    void who_left_and_the_first_instalment_that_is_still_to_be_paid() {
      assertThat(words(seen("2026-05-19T12:00:00Z", hired(), firstReleased(), left())))
          .isEqualTo(
              "ENDED [1 RELEASED due 2026-05-01 promised 2026-05-29, 2 CANCELLED due 2026-07-01"
                  + " promised 2026-07-31] PAYMENT by 2026-05-29");
    }

    @Test
    void who_will_leave_a_day_after_it_is_known_while_the_first_instalment_still_comes() {
      var leaving = reported("2026-04-20T12:00:00Z", ended("2026-04-20T08:00:00Z", "2026-05-20"));

      assertThat(words(seen("2026-04-21T11:59:59Z", hired(), leaving)))
          .isEqualTo("HIRED " + PLAN + " FIRST_WORKING_DAY by 2026-05-01");
      assertThat(words(seen("2026-04-21T12:00:00Z", hired(), leaving)))
          .isEqualTo(
              "HIRED [1 PLANNED due 2026-05-01 promised 2026-05-29, 2 CANCELLED due 2026-07-01"
                  + " promised 2026-07-31] FIRST_WORKING_DAY by 2026-05-01");
    }

    @Test
    void what_was_shown_as_cancelled_never_as_planned_again_when_more_is_cancelled() {
      var leaving = reported("2026-04-20T12:00:00Z", ended("2026-04-20T08:00:00Z", "2026-05-20"));
      var cancellation = reported("2026-04-25T12:00:00Z", cancelled("2026-04-25T08:00:00Z"));

      assertThat(words(seen("2026-04-25T12:00:01Z", hired(), leaving, cancellation)))
          .isEqualTo(
              "HIRED [1 PLANNED due 2026-05-01 promised 2026-05-29, 2 CANCELLED due 2026-07-01"
                  + " promised 2026-07-31] FIRST_WORKING_DAY by 2026-05-01");
    }

    @Test
    void what_was_taken_back_at_once() {
      assertThat(words(seen("2026-03-10T10:00:00Z", takenBack())))
          .isEqualTo("ENDED [1 CANCELLED, 2 CANCELLED] NONE");
    }
  }

  @Nested
  class A_recruiter_sees_the_truth {

    @Test
    void of_every_end_at_once() {
      assertThat(words(truth(accepted(), rejected())))
          .isEqualTo("REJECTED [1 CANCELLED, 2 CANCELLED] NONE");
      assertThat(words(truth(declined()))).isEqualTo("DECLINED [1 CANCELLED, 2 CANCELLED] NONE");
      assertThat(words(truth(hired(), hireCancelled())))
          .isEqualTo(
              "HIRE_CANCELLED [1 CANCELLED due 2026-05-01 promised 2026-05-29, 2 CANCELLED due"
                  + " 2026-07-01 promised 2026-07-31] NONE");
      assertThat(words(truth(hired(), firstReleased(), left())))
          .isEqualTo(
              "LEFT [1 RELEASED due 2026-05-01 promised 2026-05-29, 2 CANCELLED due 2026-07-01"
                  + " promised 2026-07-31] PAYMENT by 2026-05-29");
    }

    @Test
    void with_the_true_timeline() {
      assertThat(truth(accepted(), rejected()).timeline())
          .isEqualTo(Timeline.whole(life(accepted(), rejected())))
          .hasSize(4);
    }
  }

  @Nested
  class A_letter_shows {

    private static List<String> instalments(String now, Fact... facts) {
      return View.instalmentsForReferrer(Life.of(life(facts)), Instant.parse(now), WEEKDAYS)
          .stream()
          .map(line -> line.instalment().number() + " " + line.state())
          .toList();
    }

    @Test
    void what_is_hidden_as_planned_or_held() {
      assertThat(instalments("2026-03-03T10:00:00Z", declined()))
          .containsExactly("1 PLANNED", "2 PLANNED");
      assertThat(instalments("2026-04-02T11:59:59Z", hired(), hireCancelled()))
          .containsExactly("1 PLANNED", "2 PLANNED");
      assertThat(instalments("2026-05-19T11:59:59Z", hired(), firstReleased(), left()))
          .containsExactly("1 RELEASED", "2 PLANNED");
      assertThat(instalments("2026-03-25T14:59:59Z", hiredBeforeSubmission(), refused()))
          .containsExactly("1 HELD", "2 HELD");
    }

    @Test
    void each_cancellation_a_day_after_it_happened() {
      var leavesInMay =
          reported("2026-04-20T12:00:00Z", ended("2026-04-20T08:00:00Z", "2026-05-20"));
      var neverComes = reported("2026-04-21T06:00:00Z", cancelled("2026-04-21T05:00:00Z"));
      var comesAfterAll =
          reported(
              "2026-04-21T07:00:00Z", ReportFixtures.hired("2026-04-21T06:00:00Z", "2026-05-01"));

      assertThat(
              instalments("2026-04-21T11:59:59Z", hired(), leavesInMay, neverComes, comesAfterAll))
          .containsExactly("1 PLANNED", "2 PLANNED");
      assertThat(
              instalments("2026-04-21T12:00:00Z", hired(), leavesInMay, neverComes, comesAfterAll))
          .containsExactly("1 PLANNED", "2 CANCELLED");
    }

    @Test
    void all_else_as_it_is() {
      assertThat(instalments("2026-03-03T10:00:00Z", accepted()))
          .containsExactly("1 PLANNED", "2 PLANNED");
      assertThat(instalments("2026-04-02T12:00:00Z", hired(), hireCancelled()))
          .containsExactly("1 CANCELLED", "2 CANCELLED");
      assertThat(instalments("2026-05-01T08:00:00Z", hired(), firstReleased()))
          .containsExactly("1 RELEASED", "2 PLANNED");
      assertThat(instalments("2026-03-20T12:00:00Z", hiredBeforeSubmission()))
          .containsExactly("1 HELD", "2 HELD");
      assertThat(instalments("2026-03-25T15:00:00Z", hiredBeforeSubmission(), refused()))
          .containsExactly("1 CANCELLED", "2 CANCELLED");
      var leaving = reported("2026-04-20T12:00:00Z", ended("2026-04-20T08:00:00Z", "2026-05-20"));
      assertThat(instalments("2026-04-21T12:00:00Z", hired(), leaving))
          .containsExactly("1 PLANNED", "2 CANCELLED");
    }
  }
}
