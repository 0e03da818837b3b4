package io.referralflow.referral;

/// Why a programme manager allowed or refused a held referral; the reasons of a rejection are among
/// them.
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
  MISTAKE;

  /// The reason of a rejection, in the wider list.
  static SettlementReason of(RejectionReason reason) {
    return valueOf(reason.name());
  }
}
