package io.referralflow.referral;

/// Why a programme manager allowed or refused a held referral.
public enum SettlementReason {
  EXPERIENCE,
  SKILLS,
  LANGUAGE,
  LOCATION,
  SALARY,
  POSITION_FILLED,
  OTHER,
  REFERRED_FIRST,
  REFERRED_TOO_LATE,
  NOT_ELIGIBLE,
  MISTAKE
}
