package io.referralflow.reward;

import io.referralflow.port.WorkingDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// When the payroll runs: each month on one day, and on extra days.
///
/// @param payDay the day of the month on which wages are paid, moved back to a working day; in a
///   shorter month its last day
/// @param cutOffWorkingDays how many working days before the pay day the run closes
/// @param extraRuns runs beside the monthly ones
public record PayrollCalendar(int payDay, int cutOffWorkingDays, List<PayRun> extraRuns) {

  /// The longest time before pay day that a run can close.
  public static final int EARLIEST_CUT_OFF = 20;

  /// More months than a run can be away: it closes at most a month before it pays.
  private static final int MONTHS_AHEAD = 3;

  private static final int LONGEST_MONTH = 31;

  public PayrollCalendar {
    if (payDay < 1 || payDay > LONGEST_MONTH) {
      throw new IllegalArgumentException("No day of a month: " + payDay);
    }
    if (cutOffWorkingDays < 0 || cutOffWorkingDays > EARLIEST_CUT_OFF) {
      throw new IllegalArgumentException("A run does not close then: " + cutOffWorkingDays);
    }
    extraRuns = List.copyOf(extraRuns);
  }

  /// The run that pays first of those that can still take in what is due on a day.
  public PayRun runFor(LocalDate dueOn, WorkingDays workingDays) {
    var monthly =
        LongStream.rangeClosed(0, MONTHS_AHEAD)
            .mapToObj(ahead -> monthly(YearMonth.from(dueOn).plusMonths(ahead), workingDays));
    return Stream.concat(monthly, extraRuns.stream())
        .filter(run -> !run.cutOff().isBefore(dueOn))
        .min(Comparator.comparing(PayRun::payDay).thenComparing(PayRun::cutOff))
        .orElseThrow();
  }

  /// The run of a month.
  public PayRun monthly(YearMonth month, WorkingDays workingDays) {
    var pays = workingDays.onOrBefore(month.atDay(Math.min(payDay, month.lengthOfMonth())));
    var closes = pays;
    for (var i = 0; i < cutOffWorkingDays; i++) {
      closes = workingDays.onOrBefore(closes.minusDays(1));
    }
    return new PayRun(closes, pays);
  }
}
