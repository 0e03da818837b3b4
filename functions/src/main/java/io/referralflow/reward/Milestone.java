package io.referralflow.reward;

/// The day that makes an instalment due (S5).
public enum Milestone {
  /// The day on which the hire was reported as agreed.
  HIRE_AGREED,
  /// The first working day.
  FIRST_WORKING_DAY,
  /// The day after the last day of probation.
  END_OF_PROBATION
}
