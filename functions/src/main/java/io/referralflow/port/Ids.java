package io.referralflow.port;

import io.referralflow.referral.ReferralId;

/// New identities.
public interface Ids {

  ReferralId nextReferral();

  /// A text that names one thing that happens, and nothing else.
  default String next() {
    return nextReferral().value();
  }
}
