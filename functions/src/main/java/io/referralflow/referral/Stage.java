package io.referralflow.referral;

/// How far a referral had come: what the referrer saw before an unhappy end.
public enum Stage {
  INVITED,
  SCREENING,
  HIRING,
  HIRED,
  PROBATION
}
