package io.referralflow.reward;

import java.util.Optional;

/// One part of a reward: its number (from 1, in order of payment), what makes it due, and how much.
///
/// @param amount 0 for a part that is no money, so that no sum counts it
/// @param benefit what is handed out where it is no money
public record Instalment(int number, Milestone milestone, Money amount, Optional<Benefit> benefit) {

  public Instalment {
    if (number < 1) {
      throw new IllegalArgumentException("Instalments are numbered from 1: " + number);
    }
    if (benefit.isPresent() && amount.minorUnits() > 0) {
      throw new IllegalArgumentException("Either money or something else: " + number);
    }
  }

  /// A part that is money.
  public Instalment(int number, Milestone milestone, Money amount) {
    this(number, milestone, amount, Optional.empty());
  }

  /// What kind of reward this is.
  public RewardKind kind() {
    return benefit.map(Benefit::kind).orElse(RewardKind.MONEY);
  }
}
