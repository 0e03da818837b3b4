package io.referralflow.reward;

import io.referralflow.port.WorkingDays;
import java.time.LocalDate;

/// The day by which an instalment is promised to be paid (S29).
public final class Promise {

  private Promise() {}

  /// The terms' number of days after the due day, moved back to a working day.
  public static LocalDate day(LocalDate dueOn, int promiseDays, WorkingDays workingDays) {
    return workingDays.onOrBefore(dueOn.plusDays(promiseDays));
  }
}
