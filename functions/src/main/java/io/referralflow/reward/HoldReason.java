package io.referralflow.reward;

/// Why finance does not pay what it was asked to pay, for now. A list and no free text: the reason
/// is kept for ever, and free text would be about a person.
public enum HoldReason {
  /// The hire may have left, or not begun, before the milestone.
  EMPLOYMENT_IN_DOUBT,
  /// The amount may be wrong.
  AMOUNT_IN_DOUBT,
  /// Who is to be paid, or where, is not clear: personnel number, employer, leave.
  PAYEE_IN_DOUBT,
  /// The payee or somebody else disagrees.
  DISPUTED,
  OTHER
}
