package io.referralflow.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.WorkingDays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutchWorkingDaysTest {

  private static final WorkingDays DAYS = new DutchWorkingDays();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01", // New Year's Day
        "2026-04-06", // Easter Monday
        "2026-04-27", // King's Day
        "2026-05-14", // Ascension Day
        "2026-05-25", // Whit Monday
        "2026-12-25", // Christmas Day
        "2029-12-26", // Boxing Day, a Wednesday
        "2025-05-05", // Liberation Day in a lustrum
      })
  void nobody_works_on_a_public_holiday(LocalDate day) {
    assertThat(DAYS.contains(day)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-28", "2026-03-01", "2026-05-30", "2026-05-31"})
  void nobody_works_at_the_weekend(LocalDate day) {
    assertThat(DAYS.contains(day)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02",
        "2026-12-24",
        "2026-12-31",
        "2026-05-15", // the day after Ascension Day
        "2026-04-03", // Good Friday
      })
  void all_other_days_are_worked_on(LocalDate day) {
    assertThat(DAYS.contains(day)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31, 2026-05-29", // a Sunday
    "2026-04-06, 2026-04-03", // Easter Monday
    "2027-01-01, 2026-12-31",
    "2026-03-04, 2026-03-04",
  })
  void a_promise_moves_back_to_a_working_day(LocalDate day, LocalDate working) {
    assertThat(DAYS.onOrBefore(day)).isEqualTo(working);
  }

  @Test
  void every_week_of_twenty_years_has_a_working_day() {
    for (var day = LocalDate.parse("2024-01-01"); day.getYear() < 2045; day = day.plusDays(1)) {
      assertThat(DAYS.onOrBefore(day)).isAfter(day.minusDays(7));
    }
  }
}
