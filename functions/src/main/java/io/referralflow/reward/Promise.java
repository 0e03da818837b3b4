package io.referralflow.reward;

import io.referralflow.port.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the terms promise about the day on which a due instalment is paid (S29): at the latest so
/// many days after it is due, moved back to a working day; and where the terms name the payroll's
/// calendar, on the pay day of the first run that can still take it in.
///
/// @param days the limit, in days after the due day
public record Promise(int days, Optional<PayrollCalendar> payroll) {

  /// A promise that knows a limit and no payroll calendar.
  public static Promise within(int days) {
    return new Promise(days, Optional.empty());
  }

  /// The day by which an instalment is promised to be paid.
  public LocalDate day(LocalDate dueOn, WorkingDays workingDays) {
    return payroll
        .map(calendar -> calendar.runFor(dueOn, workingDays).payDay())
        .orElseGet(() -> limit(dueOn, workingDays));
  }

  private LocalDate limit(LocalDate dueOn, WorkingDays workingDays) {
    return workingDays.onOrBefore(dueOn.plusDays(days));
  }

  /// The due days in a period for which the payroll's pay day lies behind the limit.
  ///
  /// @param until the first day that is not looked at
  public List<LocalDate> broken(LocalDate from, LocalDate until, WorkingDays workingDays) {
    return from.datesUntil(until)
        .filter(due -> day(due, workingDays).isAfter(limit(due, workingDays)))
        .toList();
  }
}
