package io.referralflow.port;

import io.referralflow.referral.ReferralId;

/// The executions that keep time for referrals.
public interface Executions {

  /// Starts the execution of a leg; starting the same one again does nothing.
  ///
  /// @param from where the referral stands: `invitation`, `screening`, `hire` or `payout`
  void start(ReferralId id, int leg, String from);

  /// Stops the execution of a leg; one that is over or unknown is left alone.
  void stop(ReferralId id, int leg);

  /// Wakes a waiting step with its answer; false when the token is no longer good, which is no
  /// error.
  boolean wake(String token, String next);
}
