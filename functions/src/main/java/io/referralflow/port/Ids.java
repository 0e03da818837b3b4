package io.referralflow.port;

import io.referralflow.referral.ReferralId;

/// New identities.
public interface Ids {

  ReferralId nextReferral();
}
