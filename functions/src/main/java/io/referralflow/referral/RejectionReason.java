package io.referralflow.referral;

/// The class of reason for which a candidate is rejected.
public enum RejectionReason {
  EXPERIENCE,
  SKILLS,
  LANGUAGE,
  LOCATION,
  SALARY,
  POSITION_FILLED,
  OTHER
}
