package io.referralflow.referral;

/// Why a referrer finds the decision about a hire wrong.
public enum AppealReason {
  /// By the rule for several referrals this one earns the hire.
  REFERRED_FIRST,
  /// The candidate had neither applied nor worked here before.
  CANDIDATE_NOT_KNOWN,
  /// A date that the decision rests on is wrong.
  WRONG_DATE,
  OTHER
}
