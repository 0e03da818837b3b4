package io.referralflow.reward;

/// What a confirmed payment was put right to, last.
///
/// @param number how many corrections there are with this one; the one before it, or the
///   confirmation, is what it corrects
/// @param paid what was paid in all, gross
public record Correction(int number, CorrectionReason reason, Money paid) {

  public Correction {
    if (number < 1) {
      throw new IllegalArgumentException("Corrections are numbered from 1: " + number);
    }
  }

  /// What is still to be paid of an amount: something only where what was paid had been entered
  /// wrongly.
  public Money outstanding(Money owed) {
    var isShort = reason == CorrectionReason.ENTERED_WRONGLY && paid.compareTo(owed) < 0;
    return isShort ? owed.minus(paid) : new Money(0, owed.currency());
  }
}
