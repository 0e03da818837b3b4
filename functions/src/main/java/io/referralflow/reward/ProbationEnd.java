package io.referralflow.reward;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// The last day of probation.
public final class ProbationEnd {

  private ProbationEnd() {}

  /// The day that HR named, unless it lies before the start; else the terms' months after the
  /// start, less a day. Where that day of the month does not exist, the last day of the month: two
  /// months from 31 December end on the last of February.
  public static LocalDate of(LocalDate start, Optional<LocalDate> named, int months) {
    return named.filter(day -> !day.isBefore(start)).orElseGet(() -> worked(start, months));
  }

  private static LocalDate worked(LocalDate start, int months) {
    var month = YearMonth.from(start).plusMonths(months);
    return start.getDayOfMonth() > month.lengthOfMonth()
        ? month.atEndOfMonth()
        : start.plusMonths(months).minusDays(1);
  }
}
