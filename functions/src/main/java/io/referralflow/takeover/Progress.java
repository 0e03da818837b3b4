package io.referralflow.takeover;

import io.referralflow.hire.HrNumber;
import java.time.LocalDate;
import java.util.Optional;

/// How far a referral had come when it was brought in.
public sealed interface Progress {

  /// Nobody has asked the candidate yet, or there is no answer.
  record Invited() implements Progress {}

  /// The candidate said yes.
  record Screening() implements Progress {}

  /// The candidate passed the screening.
  record Hiring() implements Progress {}

  /// The candidate was hired.
  ///
  /// @param agreedOn when the hire was agreed
  /// @param start the first working day
  /// @param probationEnd the last day of probation, where HR named one
  record Hired(
      HrNumber employee, LocalDate agreedOn, LocalDate start, Optional<LocalDate> probationEnd)
      implements Progress {}
}
