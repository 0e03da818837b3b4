package io.referralflow.reward;

import java.time.Instant;
import java.time.LocalDate;

/// One thing that happened to an instalment, written once and never changed. The key of its row is
/// made of the referral, the instalment and the kind of entry, so that a second release or payment
/// of one instalment cannot be written down.
public sealed interface LedgerEntry {

  int instalment();

  Instant at();

  /// Handed to finance: pay this amount by the promised day.
  record Released(int instalment, Instant at, Money amount, LocalDate dueOn, LocalDate promisedOn)
      implements LedgerEntry {}

  /// Confirmed by finance.
  record Paid(int instalment, Instant at, Money amount, LocalDate paidOn, String confirmedBy)
      implements LedgerEntry {}

  /// Will not be paid, on the facts known with fact `fact`.
  record Cancelled(int instalment, Instant at, Money amount, long fact) implements LedgerEntry {}

  /// Planned again after a cancellation, on the facts known with fact `fact`.
  record Revived(int instalment, Instant at, Money amount, long fact) implements LedgerEntry {}

  /// Not to be paid for now, by the word of fact `fact`.
  record PutOnHold(
      int instalment, Instant at, Money amount, long fact, HoldReason reason, String by)
      implements LedgerEntry {}

  /// To be paid after all, by the word of fact `fact`.
  record TakenOffHold(int instalment, Instant at, Money amount, long fact, String by)
      implements LedgerEntry {}

  /// The confirmation, or the correction before this one, put right. What it corrects stays as it
  /// was written.
  ///
  /// @param amount what was paid in all
  /// @param number from 1; number 1 corrects the confirmation, each other one the one before it
  /// @param difference what the books change by, in minor units: below 0 where less was paid
  record Corrected(
      int instalment,
      Instant at,
      Money amount,
      int number,
      long difference,
      LocalDate paidOn,
      CorrectionReason reason,
      String by)
      implements LedgerEntry {}
}
