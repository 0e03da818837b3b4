package io.referralflow.eligibility;

/// The day on which the referrer must be in service for a hire to earn, as the terms name it. Only
/// a last day that HR's directory names counts against somebody. Who refers from outside the
/// organisation is not asked for a service.
public enum ServiceDay {
  /// The day of the referral; whoever leaves later keeps what was referred before.
  SUBMISSION,
  /// The day on which the hire was agreed.
  HIRE,
  /// The due day of each instalment. Who leaves on that day or later has earned it for good, since
  /// a vested instalment is never forfeited; so the day of the payment cannot be named.
  MILESTONE
}
