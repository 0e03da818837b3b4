package io.referralflow.reward;

/// A reward that is no money: so many of something, in words of both languages. It is never added
/// up with money.
public record Benefit(RewardKind kind, int quantity, String dutch, String english) {

  /// The most of something that one instalment can be.
  public static final int MOST = 100_000;

  public Benefit {
    if (kind == RewardKind.MONEY) {
      throw new IllegalArgumentException("Money is an amount and no benefit");
    }
    if (quantity < 1 || quantity > MOST) {
      throw new IllegalArgumentException("From 1 to " + MOST + ": " + quantity);
    }
  }
}
