package io.referralflow.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {

  private static final Set<LocalDate> HOLIDAYS =
      Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));

  private static final WorkingDays WORKING_DAYS =
      day ->
          day.getDayOfWeek() != DayOfWeek.SATURDAY
              && day.getDayOfWeek() != DayOfWeek.SUNDAY
              && !HOLIDAYS.contains(day);

  @ParameterizedTest(name = "due on {0}, promised within {1} days: {2}")
  @CsvSource({
    "2026-07-01, 30, 2026-07-31",
    "2026-05-01, 30, 2026-05-29",
    "2026-05-02, 28, 2026-05-29",
    "2026-11-27, 30, 2026-12-24",
    "2026-12-02, 30, 2026-12-31",
    "2026-05-06, 0, 2026-05-06"
  })
  void is_the_last_working_day_within_the_promised_time(
      LocalDate dueOn, int days, LocalDate promisedOn) {
    assertThat(Promise.within(days).day(dueOn, WORKING_DAYS)).isEqualTo(promisedOn);
  }
}
