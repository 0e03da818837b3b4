package io.referralflow.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbationEndTest {

  @Nested
  class Worked_out_from_the_terms {

    @ParameterizedTest(name = "{1} months from {0} end on {2}")
    @CsvSource({
      "2026-05-01, 2, 2026-06-30",
      "2026-05-15, 2, 2026-07-14",
      "2026-01-01, 1, 2026-01-31",
      "2025-12-31, 2, 2026-02-28",
      "2027-12-31, 2, 2028-02-29",
      "2025-12-30, 2, 2026-02-28",
      "2025-12-29, 2, 2026-02-28",
      "2025-12-28, 2, 2026-02-27",
      "2027-12-29, 2, 2028-02-28",
      "2026-01-31, 1, 2026-02-28",
      "2028-01-31, 1, 2028-02-29",
      "2028-01-29, 1, 2028-02-28",
      "2026-08-31, 1, 2026-09-30",
      "2026-08-31, 6, 2027-02-28",
      "2028-02-29, 1, 2028-03-28",
      "2026-02-28, 1, 2026-03-27",
      "2026-11-01, 3, 2027-01-31"
    })
    void ends_a_day_before_the_same_day_of_the_month(LocalDate start, int months, LocalDate end) {
      assertThat(ProbationEnd.of(start, Optional.empty(), months)).isEqualTo(end);
    }

    @Test
    @Tag("exhaustive")
    void agrees_with_counting_days_on_every_start_from_2024_to_2040() {
      for (var start = LocalDate.of(2024, 1, 1);
          start.getYear() <= 2040;
          start = start.plusDays(1)) {
        for (var months = 1; months <= 6; months++) {
          assertThat(ProbationEnd.of(start, Optional.empty(), months))
              .as("%d months from %s", months, start)
              .isEqualTo(counted(start, months));
        }
      }
    }

    /// Walks from day to day and counts the firsts of a month; never adds months.
    private static LocalDate counted(LocalDate start, int months) {
      var day = start;
      var firsts = 0;
      while (true) {
        var next = day.plusDays(1);
        if (firsts == months && next.getDayOfMonth() == 1) {
          return day;
        }
        day = next;
        firsts += day.getDayOfMonth() == 1 ? 1 : 0;
        if (firsts == months && day.getDayOfMonth() == start.getDayOfMonth()) {
          return day.minusDays(1);
        }
      }
    }
  }

  @Nested
  class Named_by_HR {

    @ParameterizedTest(name = "start {0}, named {1}: ends on {2}")
    @CsvSource({
      "2026-05-01, 2026-07-31, 2026-07-31",
      "2026-05-01, 2026-05-02, 2026-05-02",
      "2026-05-01, 2026-05-01, 2026-05-01"
    })
    void stays_as_named(LocalDate start, LocalDate named, LocalDate end) {
      assertThat(ProbationEnd.of(start, Optional.of(named), 2)).isEqualTo(end);
    }

    @Test
    void counts_as_not_named_when_it_lies_before_the_start() {
      assertThat(
              ProbationEnd.of(LocalDate.of(2026, 5, 1), Optional.of(LocalDate.of(2026, 4, 30)), 2))
          .isEqualTo(LocalDate.of(2026, 6, 30));
    }
  }
}
