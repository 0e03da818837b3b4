package io.referralflow.referral;

/// Why a person must decide about a referral.
public enum HeldBecause {
  /// HR reports a hire for a referral that had ended: declined, rejected, expired or lapsed.
  HIRED_AFTER_END,
  /// HR reports a hire that happened before the referral was submitted.
  SUBMITTED_AFTER_HIRE,
  /// HR says that the candidate had applied or worked here shortly before the referral.
  CANDIDATE_KNOWN,
  /// The referrer appealed against the decision that the referral does not earn the hire.
  APPEALED
}
