package io.referralflow.hire;

import java.time.LocalDate;
import java.util.Optional;

/// One thing that HR says about a hired person.
public sealed interface Report {

  HrNumber employee();

  Stamp stamp();

  /// Somebody was hired and begins on a day.
  ///
  /// @param probationEnd the last day of probation; the terms say how long when HR names none
  /// @param background what HR knows of the person from before
  record Hired(
      HrNumber employee,
      Stamp stamp,
      LocalDate start,
      Optional<LocalDate> probationEnd,
      Background background)
      implements Report {

    /// A hire of somebody of whom HR says nothing from before.
    public Hired(
        HrNumber employee, Stamp stamp, LocalDate start, Optional<LocalDate> probationEnd) {
      this(employee, stamp, start, probationEnd, Background.NONE);
    }
  }

  /// The first working day moved.
  record StartMoved(HrNumber employee, Stamp stamp, LocalDate start) implements Report {}

  /// Probation was made longer or shorter.
  record ProbationChanged(HrNumber employee, Stamp stamp, LocalDate probationEnd)
      implements Report {}

  /// The hire does not happen.
  record Cancelled(HrNumber employee, Stamp stamp) implements Report {}

  /// The employment ends, or ended, after its last day.
  record Ended(HrNumber employee, Stamp stamp, LocalDate lastDay) implements Report {}
}
