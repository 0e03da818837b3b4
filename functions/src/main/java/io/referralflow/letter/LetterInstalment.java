package io.referralflow.letter;

import io.referralflow.reward.Benefit;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import java.time.LocalDate;
import java.util.Optional;

/// One part of the reward as a letter tells it. Before a hire there are no dates.
///
/// @param benefit what is handed out where it is no money
/// @param dueOn the day on which it is earned
/// @param promisedOn the day by which it is paid
public record LetterInstalment(
    int number,
    Milestone milestone,
    Money amount,
    Optional<LocalDate> dueOn,
    Optional<LocalDate> promisedOn,
    InstalmentState state,
    Optional<Benefit> benefit) {

  /// A part that is money.
  public LetterInstalment(
      int number,
      Milestone milestone,
      Money amount,
      Optional<LocalDate> dueOn,
      Optional<LocalDate> promisedOn,
      InstalmentState state) {
    this(number, milestone, amount, dueOn, promisedOn, state, Optional.empty());
  }
}
