package io.referralflow.reward;

import io.referralflow.port.WorkingDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// When the payroll runs: each month on a day or on several, and on extra days.
///
/// @param payDay the day of the month on which wages are paid, moved back to a working day; in a
///   shorter month its last day
/// @param cutOffWorkingDays how many working days before the pay day the run closes
/// @param extraRuns runs beside the monthly ones
/// @param morePayDays further days of every month on which wages are paid, each as the first; in
///   rising order
public record PayrollCalendar(
    int payDay, int cutOffWorkingDays, List<PayRun> extraRuns, List<Integer> morePayDays) {

  /// So many that wages can be paid each week.
  public static final int MOST_PAY_DAYS = 5;

  /// The longest time before pay day that a run can close.
  public static final int EARLIEST_CUT_OFF = 20;

  /// More months than a run can be away: it closes at most a month before it pays.
  private static final int MONTHS_AHEAD = 3;

  private static final int LONGEST_MONTH = 31;

  public PayrollCalendar {
    morePayDays = morePayDays.stream().sorted().toList();
    var payDays = Stream.concat(Stream.of(payDay), morePayDays.stream()).toList();
    if (payDays.stream().anyMatch(day -> day < 1 || day > LONGEST_MONTH)) {
      throw new IllegalArgumentException("No days of a month: " + payDays);
    }
    if (Set.copyOf(payDays).size() < payDays.size() || payDays.size() > MOST_PAY_DAYS) {
      throw new IllegalArgumentException("Not different days of a month: " + payDays);
    }
    if (cutOffWorkingDays < 0 || cutOffWorkingDays > EARLIEST_CUT_OFF) {
      throw new IllegalArgumentException("A run does not close then: " + cutOffWorkingDays);
    }
    extraRuns = List.copyOf(extraRuns);
  }

  /// A payroll with one run a month, and extra ones.
  public PayrollCalendar(int payDay, int cutOffWorkingDays, List<PayRun> extraRuns) {
    this(payDay, cutOffWorkingDays, extraRuns, List.of());
  }

  /// The run that pays first of those that can still take in what is due on a day.
  public PayRun runFor(LocalDate dueOn, WorkingDays workingDays) {
    var monthly =
        LongStream.rangeClosed(0, MONTHS_AHEAD)
            .boxed()
            .flatMap(ahead -> monthly(YearMonth.from(dueOn).plusMonths(ahead), workingDays));
    return Stream.concat(monthly, extraRuns.stream())
        .filter(run -> !run.cutOff().isBefore(dueOn))
        .min(Comparator.comparing(PayRun::payDay).thenComparing(PayRun::cutOff))
        .orElseThrow();
  }

  /// The runs of a month, but for extra ones.
  public Stream<PayRun> monthly(YearMonth month, WorkingDays workingDays) {
    return Stream.concat(Stream.of(payDay), morePayDays.stream())
        .map(day -> month.atDay(Math.min(day, month.lengthOfMonth())))
        .map(day -> run(day, workingDays));
  }

  private PayRun run(LocalDate payDay, WorkingDays workingDays) {
    var pays = workingDays.onOrBefore(payDay);
    var closes = pays;
    for (var i = 0; i < cutOffWorkingDays; i++) {
      closes = workingDays.onOrBefore(closes.minusDays(1));
    }
    return new PayRun(closes, pays);
  }
}
