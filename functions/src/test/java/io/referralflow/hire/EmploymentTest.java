package io.referralflow.hire;

import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.hire.ReportFixtures.probationChanged;
import static io.referralflow.hire.ReportFixtures.stamp;
import static io.referralflow.hire.ReportFixtures.startMoved;
import static io.referralflow.reward.Milestone.END_OF_PROBATION;
import static io.referralflow.reward.Milestone.FIRST_WORKING_DAY;
import static io.referralflow.reward.Milestone.HIRE_AGREED;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.reward.Milestone.MonthsServed;
import io.referralflow.reward.Milestone.OnDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmploymentTest {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final Report.Hired hire = hired("2026-03-20T08:00:00Z", "2026-05-01");

  private static Employment employment(Report.Hired hire, Report... reports) {
    var employment = Employment.of(hire);
    for (var report : reports) {
      employment = employment.with(report);
    }
    return employment;
  }

  private static LocalDate start(Employment employment) {
    return employment.day(FIRST_WORKING_DAY, 2, AMSTERDAM);
  }

  private static LocalDate afterProbation(Employment employment) {
    return employment.day(END_OF_PROBATION, 2, AMSTERDAM);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void begins_with_what_the_hire_says() {
    var stamp = stamp("2026-03-20T08:00:00Z");

    assertThat(employment(hired("2026-03-20T08:00:00Z", "2026-05-01", "2026-05-31")))
        .isEqualTo(
            new Employment(
                new Register<>(true, stamp),
                stamp,
                new Register<>(day("2026-05-01"), stamp),
                Optional.of(new Register<>(day("2026-05-31"), stamp)),
                Optional.empty()));
  }

  @Test
  void keeps_each_thing_that_HR_says_in_a_register_of_its_own() {
    var employment =
        employment(
            hire,
            startMoved("2026-03-21T08:00:00Z", "2026-06-01"),
            probationChanged("2026-03-22T08:00:00Z", "2026-08-31"),
            cancelled("2026-03-23T08:00:00Z"),
            ended("2026-03-24T08:00:00Z", "2026-06-15"));

    assertThat(employment)
        .isEqualTo(
            new Employment(
                new Register<>(false, stamp("2026-03-23T08:00:00Z")),
                stamp("2026-03-20T08:00:00Z"),
                new Register<>(day("2026-06-01"), stamp("2026-03-21T08:00:00Z")),
                Optional.of(new Register<>(day("2026-08-31"), stamp("2026-03-22T08:00:00Z"))),
                Optional.of(new Register<>(day("2026-06-15"), stamp("2026-03-24T08:00:00Z")))));
  }

  @Nested
  class The_start {

    @ParameterizedTest
    @CsvSource({"2026-04-15, 2026-06-15", "2026-06-01, 2026-08-01"})
    void moves_earlier_and_later_and_a_probation_worked_out_moves_with_it(
        LocalDate start, LocalDate afterProbation) {
      var employment = employment(hire, startMoved("2026-03-21T08:00:00Z", start.toString()));

      assertThat(start(employment)).isEqualTo(start);
      assertThat(afterProbation(employment)).isEqualTo(afterProbation);
    }

    @Test
    void stays_when_an_older_report_comes_late() {
      var moved = startMoved("2026-03-21T08:00:00Z", "2026-06-01");
      var older = startMoved("2026-03-19T08:00:00Z", "2026-04-01");

      assertThat(start(employment(hire, moved, older))).isEqualTo("2026-06-01");
      assertThat(start(employment(hire, older))).isEqualTo("2026-05-01");
    }

    @Test
    void of_the_same_moment_is_won_by_the_greater_event_id() {
      var small = hired(stamp("2026-03-20T08:00:00Z", "a"), "2026-05-01");
      var great = hired(stamp("2026-03-20T08:00:00Z", "b"), "2026-06-01");

      assertThat(start(employment(small, great))).isEqualTo("2026-06-01");
      assertThat(start(employment(great, small))).isEqualTo("2026-06-01");
    }

    @Test
    void is_the_same_when_the_same_hire_comes_under_another_event_id() {
      var again = hired(stamp("2026-03-20T08:00:05Z", "again"), "2026-05-01");

      assertThat(start(employment(hire, again))).isEqualTo("2026-05-01");
      assertThat(afterProbation(employment(hire, again))).isEqualTo("2026-07-01");
    }
  }

  @Nested
  class Probation {

    @Test
    void lasts_the_terms_months_when_HR_names_no_end() {
      assertThat(employment(hire).day(END_OF_PROBATION, 1, AMSTERDAM)).isEqualTo("2026-06-01");
      assertThat(employment(hire).day(END_OF_PROBATION, 2, AMSTERDAM)).isEqualTo("2026-07-01");
    }

    @Test
    void ends_on_the_day_that_HR_names_and_is_over_on_the_next() {
      assertThat(
              afterProbation(employment(hired("2026-03-20T08:00:00Z", "2026-05-01", "2026-05-31"))))
          .isEqualTo("2026-06-01");
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, 2026-06-01", "2026-08-31, 2026-09-01"})
    void is_made_shorter_and_longer(String lastDay, LocalDate over) {
      assertThat(
              afterProbation(employment(hire, probationChanged("2026-04-01T08:00:00Z", lastDay))))
          .isEqualTo(over);
    }

    @Test
    void named_by_HR_stays_when_the_start_moves() {
      var employment =
          employment(
              hire,
              probationChanged("2026-03-21T08:00:00Z", "2026-07-31"),
              startMoved("2026-03-22T08:00:00Z", "2026-06-01"));

      assertThat(afterProbation(employment)).isEqualTo("2026-08-01");
    }

    @Test
    void named_by_HR_counts_no_more_when_the_start_moves_beyond_it() {
      var employment =
          employment(
              hire,
              probationChanged("2026-03-21T08:00:00Z", "2026-07-31"),
              startMoved("2026-03-22T08:00:00Z", "2026-08-01"));

      assertThat(afterProbation(employment)).isEqualTo("2026-10-01");
    }

    @Test
    void named_by_HR_stays_when_a_later_hire_names_none() {
      var employment =
          employment(
              hired("2026-03-20T08:00:00Z", "2026-05-01", "2026-05-31"),
              hired("2026-03-25T08:00:00Z", "2026-05-01"));

      assertThat(afterProbation(employment)).isEqualTo("2026-06-01");
    }

    @Test
    void named_by_a_later_hire_counts() {
      var later = hired("2026-03-25T08:00:00Z", "2026-05-01", "2026-06-15");

      assertThat(afterProbation(employment(hire, later))).isEqualTo("2026-06-16");
    }
  }

  @Nested
  class A_length_of_service {

    @Test
    void is_reached_on_the_day_after_so_many_whole_months() {
      assertThat(employment(hire).day(new MonthsServed(6), 2, AMSTERDAM)).isEqualTo("2026-11-01");
    }

    @Test
    void is_counted_to_the_end_of_a_shorter_month() {
      var start = hired("2026-03-20T08:00:00Z", "2026-08-31");

      assertThat(employment(start).day(new MonthsServed(6), 2, AMSTERDAM)).isEqualTo("2027-03-01");
    }

    @Test
    void does_not_ask_when_probation_ends() {
      var named = hired("2026-03-20T08:00:00Z", "2026-05-01", "2026-05-31");

      assertThat(employment(named).day(new MonthsServed(1), 2, AMSTERDAM)).isEqualTo("2026-06-01");
    }
  }

  @Nested
  class A_day_of_the_calendar {

    @Test
    void is_that_day() {
      assertThat(employment(hire).day(new OnDay(day("2026-12-24")), 2, AMSTERDAM))
          .isEqualTo("2026-12-24");
      assertThat(employment(hire).day(new OnDay(day("2026-05-01")), 2, AMSTERDAM))
          .isEqualTo("2026-05-01");
    }

    @Test
    void waits_for_a_later_first_working_day() {
      assertThat(employment(hire).day(new OnDay(day("2026-04-30")), 2, AMSTERDAM))
          .isEqualTo("2026-05-01");
    }
  }

  @Nested
  class The_agreement {

    @Test
    void is_the_day_of_the_hire_in_the_programmes_zone() {
      var atNight = hired("2026-03-20T23:30:00Z", "2026-05-01");

      assertThat(employment(atNight).day(HIRE_AGREED, 2, AMSTERDAM)).isEqualTo("2026-03-21");
      assertThat(employment(atNight).day(HIRE_AGREED, 2, ZoneId.of("America/New_York")))
          .isEqualTo("2026-03-20");
    }

    @Test
    void is_the_day_of_the_first_hire_whichever_came_first() {
      var second = hired("2026-03-25T08:00:00Z", "2026-05-01");

      assertThat(employment(hire, second).day(HIRE_AGREED, 2, AMSTERDAM)).isEqualTo("2026-03-20");
      assertThat(employment(second, hire).day(HIRE_AGREED, 2, AMSTERDAM)).isEqualTo("2026-03-20");
    }
  }

  @Nested
  class In_service {

    @Test
    void is_whoever_is_hired_and_has_no_last_day() {
      assertThat(employment(hire).inServiceOn(day("2026-05-01"))).isTrue();
      assertThat(employment(hire).inServiceOn(day("2046-05-01"))).isTrue();
      assertThat(employment(hire).leaves()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-05-19, true", "2026-05-20, true", "2026-05-21, false"})
    void is_whoever_leaves_until_the_last_day_itself(LocalDate on, boolean inService) {
      var left = employment(hire, ended("2026-05-18T08:00:00Z", "2026-05-20"));

      assertThat(left.inServiceOn(on)).isEqualTo(inService);
      assertThat(left.leaves()).contains(day("2026-05-20"));
    }

    @Test
    void is_by_the_latest_report_of_the_last_day() {
      var employment =
          employment(
              hire,
              ended("2026-05-18T08:00:00Z", "2026-05-20"),
              ended("2026-05-19T08:00:00Z", "2026-07-31"),
              ended("2026-05-17T08:00:00Z", "2026-05-10"));

      assertThat(employment.leaves()).contains(day("2026-07-31"));
    }

    @Test
    void is_nobody_whose_hire_was_cancelled() {
      var cancelled = employment(hire, cancelled("2026-04-01T08:00:00Z"));

      assertThat(cancelled.inServiceOn(day("2026-05-01"))).isFalse();
      assertThat(cancelled.inServiceOn(day("2026-03-20"))).isFalse();
    }

    @Test
    void is_whoever_was_hired_again_after_a_cancellation_whatever_came_first() {
      var again = hired("2026-04-02T08:00:00Z", "2026-06-01");
      var cancellation = cancelled("2026-04-01T08:00:00Z");

      assertThat(employment(hire, cancellation, again).inServiceOn(day("2026-06-01"))).isTrue();
      assertThat(employment(hire, again, cancellation).inServiceOn(day("2026-06-01"))).isTrue();
    }

    @Test
    void is_nobody_who_resigned_before_the_first_day() {
      var resigned = employment(hire, ended("2026-04-10T08:00:00Z", "2026-04-10"));

      assertThat(resigned.inServiceOn(day("2026-05-01"))).isFalse();
    }

    @Test
    void is_whoever_was_hired_again_after_leaving() {
      var rehired =
          employment(
              hire,
              ended("2026-05-18T08:00:00Z", "2026-05-20"),
              hired("2026-08-01T08:00:00Z", "2026-09-01"));

      assertThat(rehired.leaves()).isEmpty();
      assertThat(rehired.inServiceOn(day("2026-09-01"))).isTrue();
      assertThat(rehired.inServiceOn(day("2026-11-01"))).isTrue();
    }

    @Test
    void is_whoever_left_an_earlier_employment_before_this_one_was_agreed() {
      var employment = employment(hire, ended("2026-03-19T08:00:00Z", "2026-03-31"));

      assertThat(employment.inServiceOn(day("2026-05-01"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-04-30, true", "2026-05-01, false", "2026-05-02, false"})
    void is_by_a_leave_older_than_the_hire_only_when_it_lies_before_the_start(
        String lastDay, boolean counts) {
      var employment = employment(hire, ended("2026-03-19T08:00:00Z", lastDay));

      assertThat(employment.leaves().isEmpty()).isEqualTo(counts);
    }

    @Test
    void is_nobody_who_left_although_the_same_hire_is_sent_again() {
      var employment =
          employment(
              hire,
              ended("2026-05-18T08:00:00Z", "2026-05-20"),
              hired("2026-05-19T08:00:00Z", "2026-05-01"));

      assertThat(employment.inServiceOn(day("2026-07-01"))).isFalse();
    }

    @Test
    void is_whoever_left_at_the_moment_of_a_hire_with_a_greater_event_id_and_later_start() {
      var leave =
          new Report.Ended(
              ReportFixtures.HR_NUMBER, stamp("2026-03-20T08:00:00Z", "a"), day("2026-04-30"));
      var laterHire = hired(stamp("2026-03-20T08:00:00Z", "b"), "2026-05-01");
      var sameStamp = hired(stamp("2026-03-20T08:00:00Z", "a"), "2026-05-01");

      assertThat(employment(laterHire, leave).leaves()).isEmpty();
      assertThat(employment(sameStamp, leave).leaves()).isEmpty();
    }
  }
}
