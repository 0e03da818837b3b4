package io.referralflow.payout;

import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.step.Timing;
import java.time.Duration;
import java.time.Instant;

/// What an execution is to do next about a reward.
public sealed interface PayoutPlan {

  /// An instalment is to come: release it now, or after some seconds.
  ///
  /// @param seconds how long to wait, from a minute to 300 days; a longer wait is taken in parts
  record More(int instalment, boolean due, long seconds) implements PayoutPlan {}

  /// Every instalment was released.
  record Completed() implements PayoutPlan {}

  /// Nothing more is owed.
  record Closed() implements PayoutPlan {}

  /// A person must decide first.
  record Held() implements PayoutPlan {}

  /// Payouts are frozen; upkeep takes over when they are thawed.
  record Frozen() implements PayoutPlan {}

  /// Another execution has taken over.
  record Superseded() implements PayoutPlan {}

  /// The plan for a referral as it stands at a moment.
  static PayoutPlan of(Referral referral, Instant now) {
    if (referral instanceof Referral.Held) {
      return new Held();
    }
    return Owed.next(referral)
        .<PayoutPlan>map(line -> {
          var wait = Duration.between(now, Timing.dueAt(referral, line));
          return new More(line.instalment().number(), !wait.isPositive(), seconds(wait));
        })
        .orElseGet(() -> referral instanceof Referral.Completed ? new Completed() : new Closed());
  }

  private static long seconds(Duration wait) {
    var whole = wait.plusSeconds(1).minusNanos(1).toSeconds();
    return Math.clamp(whole, Duration.ofMinutes(1).toSeconds(), Duration.ofDays(300).toSeconds());
  }
}
