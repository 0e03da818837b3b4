package io.referralflow.referral;

import io.referralflow.reward.Money;

/// How much of a reward a programme manager allows on appeal, in percent. It cuts money alone: what
/// is no money cannot be cut, and is given whole.
public record Share(int percent) {

  /// All of it.
  public static final Share WHOLE = new Share(100);

  public Share {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("From 1 to 100 percent: " + percent);
    }
  }

  public boolean isWhole() {
    return equals(WHOLE);
  }

  /// The share of an amount, in the referrer's favour up to the whole cent, so that no part of a
  /// reward comes to nothing.
  Money of(Money amount) {
    return new Money(
        Math.ceilDiv(Math.multiplyExact(amount.minorUnits(), (long) percent), 100L),
        amount.currency());
  }
}
