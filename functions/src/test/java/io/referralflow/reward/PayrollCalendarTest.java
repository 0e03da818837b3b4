package io.referralflow.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.port.WorkingDays;
import io.referralflow.scenario.Programme;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A payroll that pays on the 25th and closes eight working days before.
class PayrollCalendarTest {

  private static final WorkingDays WORKING_DAYS = Programme.workingDays();
  private static final PayrollCalendar CALENDAR = new PayrollCalendar(25, 8, List.of());

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @ParameterizedTest(name = "{0}: closes on {1}, pays on {2}")
  @CsvSource({
    "2026-03, 2026-03-13, 2026-03-25",
    // The 25th is a Saturday.
    "2026-04, 2026-04-14, 2026-04-24",
    // Whit Monday is the 25th, and Ascension Day lies between.
    "2026-05, 2026-05-11, 2026-05-22",
    // Christmas.
    "2026-12, 2026-12-14, 2026-12-24"
  })
  void runs_each_month_on_working_days(YearMonth month, LocalDate cutOff, LocalDate payDay) {
    assertThat(CALENDAR.monthly(month, WORKING_DAYS)).containsExactly(new PayRun(cutOff, payDay));
  }

  @ParameterizedTest
  @CsvSource({"2027-02, 2027-02-26", "2028-02, 2028-02-29", "2026-04, 2026-04-30"})
  void pays_on_the_last_day_of_a_month_that_is_too_short(YearMonth month, LocalDate payDay) {
    assertThat(new PayrollCalendar(31, 0, List.of()).monthly(month, WORKING_DAYS))
        .containsExactly(new PayRun(payDay, payDay));
  }

  @ParameterizedTest(name = "due on {0}: paid on {1}")
  @CsvSource({
    "2026-03-01, 2026-03-25",
    "2026-03-13, 2026-03-25",
    "2026-03-14, 2026-04-24",
    "2026-12-14, 2026-12-24",
    "2026-12-15, 2027-01-25"
  })
  void takes_what_is_due_in_until_the_cut_off(LocalDate dueOn, LocalDate payDay) {
    assertThat(CALENDAR.runFor(dueOn, WORKING_DAYS).payDay()).isEqualTo(payDay);
  }

  @Nested
  class A_second_pay_day {

    private final PayrollCalendar calendar = new PayrollCalendar(25, 8, List.of(), List.of(10));

    @ParameterizedTest(name = "due on {0}: paid on {1}")
    @CsvSource({
      "2026-03-13, 2026-03-25",
      // The 10th closes eight working days before, on the last day of March; Easter lies between.
      "2026-03-14, 2026-04-10",
      "2026-12-15, 2027-01-08"
    })
    void takes_in_what_the_first_one_cannot(LocalDate dueOn, LocalDate payDay) {
      assertThat(calendar.runFor(dueOn, WORKING_DAYS).payDay()).isEqualTo(payDay);
    }

    @Test
    void keeps_a_promise_that_one_a_month_cannot_in_all_years_that_are_looked_at() {
      var from = day("2026-01-01");
      var until = day("2040-01-01");

      assertThat(new Promise(31, Optional.of(CALENDAR)).broken(from, until, WORKING_DAYS))
          .isNotEmpty();
      assertThat(new Promise(31, Optional.of(calendar)).broken(from, until, WORKING_DAYS))
          .isEmpty();
    }

    @Test
    void is_another_one() {
      assertThatThrownBy(() -> new PayrollCalendar(25, 8, List.of(), List.of(25)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new PayrollCalendar(25, 8, List.of(), List.of(0)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new PayrollCalendar(5, 8, List.of(), List.of(1, 2, 3, 4, 6)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class An_extra_run {

    private final PayRun extra = new PayRun(day("2026-12-20"), day("2026-12-31"));
    private final PayrollCalendar calendar = new PayrollCalendar(25, 8, List.of(extra));

    @Test
    void takes_in_what_the_monthly_one_cannot() {
      assertThat(calendar.runFor(day("2026-12-15"), WORKING_DAYS)).isEqualTo(extra);
      assertThat(calendar.runFor(day("2026-12-20"), WORKING_DAYS)).isEqualTo(extra);
    }

    @Test
    void changes_nothing_for_what_is_paid_before_it_or_after() {
      assertThat(calendar.runFor(day("2026-12-14"), WORKING_DAYS).payDay()).isEqualTo("2026-12-24");
      assertThat(calendar.runFor(day("2026-12-21"), WORKING_DAYS).payDay()).isEqualTo("2027-01-25");
    }
  }

  @Nested
  class A_promise {

    @Test
    void is_the_pay_day_of_the_run() {
      assertThat(new Promise(45, Optional.of(CALENDAR)).day(day("2026-03-14"), WORKING_DAYS))
          .isEqualTo("2026-04-24");
    }

    @Test
    void is_broken_where_the_pay_day_lies_behind_the_limit() {
      var promise = new Promise(40, Optional.of(CALENDAR));

      // The last day of 40 is 23 April, a Thursday; the run pays on the 24th.
      assertThat(promise.broken(day("2026-03-01"), day("2026-04-01"), WORKING_DAYS))
          .containsExactly(day("2026-03-14"));
      assertThat(promise.broken(day("2026-03-01"), day("2026-03-14"), WORKING_DAYS)).isEmpty();
    }

    @Test
    void is_kept_by_an_extra_run() {
      var extra = new PayRun(day("2026-03-14"), day("2026-03-31"));
      var calendar = new PayrollCalendar(25, 8, List.of(extra));

      assertThat(
              new Promise(40, Optional.of(calendar))
                  .broken(day("2026-03-01"), day("2026-04-01"), WORKING_DAYS))
          .isEmpty();
    }

    /// Every date from 2024 to 2040, held against a search day by day.
    @Test
    void is_the_first_pay_day_that_can_be_reached_on_every_date() {
      for (var due = day("2024-01-01"); due.getYear() <= 2040; due = due.plusDays(1)) {
        var pays = CALENDAR.runFor(due, WORKING_DAYS).payDay();

        assertThat(pays).as("due on " + due).isEqualTo(searched(due));
      }
    }

    private static LocalDate searched(LocalDate due) {
      var pays = due;
      while (!isPayDay(pays) || workingDaysBetween(due, pays) < 8) {
        pays = pays.plusDays(1);
      }
      return pays;
    }

    /// The last working day up to the 25th.
    private static boolean isPayDay(LocalDate date) {
      if (date.getDayOfMonth() > 25 || !WORKING_DAYS.contains(date)) {
        return false;
      }
      return date.plusDays(1)
          .datesUntil(date.withDayOfMonth(25).plusDays(1))
          .noneMatch(WORKING_DAYS::contains);
    }

    /// Working days from a day, itself included, up to another, itself not included.
    private static long workingDaysBetween(LocalDate from, LocalDate to) {
      return from.datesUntil(to).filter(WORKING_DAYS::contains).count();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "32, 8", "25, -1", "25, 21"})
  void a_calendar_that_cannot_be_is_refused(int payDay, int cutOff) {
    assertThatThrownBy(() -> new PayrollCalendar(payDay, cutOff, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "31, 20"})
  void a_calendar_may_be_at_its_bounds(int payDay, int cutOff) {
    assertThat(new PayrollCalendar(payDay, cutOff, List.of()).payDay()).isEqualTo(payDay);
  }

  @Test
  void a_run_does_not_pay_before_it_closes() {
    assertThatThrownBy(() -> new PayRun(day("2026-03-14"), day("2026-03-13")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new PayRun(day("2026-03-14"), day("2026-03-14")).payDay()).isEqualTo("2026-03-14");
  }
}
