package io.referralflow.tests.journey;

import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Clock;
import io.referralflow.tests.journey.door.Referral;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import org.junit.jupiter.api.Test;

/// On which day money is due: days of the calendar in the programme's zone, whatever months and
/// clocks do.
class DueDaysIT extends Journey {

  @Test
  void two_months_from_the_end_of_the_year_end_on_the_last_of_february() {
    var start = next(MonthDay.of(12, 31));

    assertThat(plan(start))
        .isEqualTo(start + " and " + LocalDate.of(start.getYear() + 1, Month.MARCH, 1));
  }

  @Test
  void also_in_a_leap_year() {
    var leap = today.getYear() + 1;
    while (!Year.isLeap(leap)) {
      leap++;
    }
    var start = LocalDate.of(leap - 1, Month.DECEMBER, 30);

    assertThat(plan(start)).isEqualTo(start + " and " + leap + "-03-01");
    assertThat(plan(LocalDate.of(leap - 1, Month.DECEMBER, 29)))
        .isEqualTo((leap - 1) + "-12-29 and " + leap + "-02-29");
  }

  @Test
  void a_short_month_does_not_lend_days() {
    var start = next(MonthDay.of(8, 1));

    assertThat(plan(start)).isEqualTo(start + " and " + start.getYear() + "-10-01");
  }

  @Test
  void money_is_released_on_its_day_on_both_sides_of_a_clock_change() {
    var change = nextClockChange();
    clock.goTo(change.minusDays(3));
    today = clock.today();
    var before = hiredOn(change.minusDays(1), change);
    var after = hiredOn(change, change.plusDays(1));

    clock.goTo(change.minusDays(2));
    assertThat(door.fatima().payoutsOf(before)).isEmpty();
    clock.goTo(change.plusDays(3));

    assertThat(door.emma().sees(before).dayOf("released 1")).isEqualTo(change.minusDays(1));
    assertThat(door.emma().sees(before).dayOf("released 2")).isEqualTo(change.plusDays(1));
    assertThat(door.emma().sees(after).dayOf("released 1")).isEqualTo(change);
    assertThat(door.emma().sees(after).dayOf("released 2")).isEqualTo(change.plusDays(2));
  }

  private Referral hiredOn(LocalDate start, LocalDate probationEnd) {
    sam = door.somebody("Sam Sample");
    var referral = inHiring();
    hr.reports(hired(referral, start).withProbationUntil(probationEnd));
    var _ = door.emma().seesIn("hired", referral);
    return referral;
  }

  /// When the two instalments of a hire with that start are due. The hire is cancelled again.
  private String plan(LocalDate start) {
    sam = door.somebody("Sam Sample");
    var referral = inHiring();
    hr.reports(hired(referral, start));
    var money = door.emma().seesIn("hired", referral).money();
    hr.reports(hr.cancelled(employee(referral)));
    var _ = door.ruben().seesIn("hire-cancelled", referral);
    return String.join(" and ", money).replace("1000.00 planned for ", "");
  }

  private LocalDate next(MonthDay day) {
    var thisYear = day.atYear(today.getYear());
    return thisYear.isAfter(today) ? thisYear : day.atYear(today.getYear() + 1);
  }

  private LocalDate nextClockChange() {
    var day = today.plusDays(4);
    while (clockOf(day).equals(clockOf(day.plusDays(1)))) {
      day = day.plusDays(1);
    }
    assertThat(day).isEqualTo(day.with(lastInMonth(SUNDAY)));
    return day;
  }

  private static String clockOf(LocalDate day) {
    return day.atStartOfDay(Clock.ZONE).getOffset().getId();
  }
}
