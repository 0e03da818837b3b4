package io.referralflow.reward;

/// Where an instalment stands.
public enum InstalmentState {
  /// Still to come, or not yet certain to come.
  PLANNED,
  /// Handed to finance.
  RELEASED,
  /// Confirmed as paid by finance.
  PAID,
  /// Will not be paid.
  CANCELLED,
  /// Waits for a person's decision, or for finance.
  HELD
}
