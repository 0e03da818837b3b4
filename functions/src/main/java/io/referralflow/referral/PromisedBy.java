package io.referralflow.referral;

/// What says which reward a referral earns.
public enum PromisedBy {
  /// The terms, by the function level of the vacancy.
  TERMS,
  /// The vacancy's own plan.
  VACANCY,
  /// A promise from before the programme was kept here, brought in with the referral.
  EARLIER_PROMISE
}
