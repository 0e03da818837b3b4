package io.referralflow.reward;

import java.time.LocalDate;

/// One run of the payroll.
///
/// @param cutOff the last day on which what is due can still be taken in
/// @param payDay the day on which it is paid
public record PayRun(LocalDate cutOff, LocalDate payDay) {

  public PayRun {
    if (payDay.isBefore(cutOff)) {
      throw new IllegalArgumentException("A run pays on or after its cut-off: " + payDay);
    }
  }
}
