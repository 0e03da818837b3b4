package io.referralflow.referral;

/// The names of the states, as recruiters and candidates see them; [#ENDED] is what a referrer sees
/// of every unhappy end.
public enum StateName {
  INVITED,
  SCREENING,
  HIRING,
  HIRED,
  PROBATION,
  COMPLETED,
  HELD,
  DECLINED,
  REJECTED,
  WITHDRAWN,
  EXPIRED,
  LAPSED,
  HIRE_CANCELLED,
  LEFT,
  NOT_ELIGIBLE,
  ALREADY_KNOWN,
  ENDED;

  /// The true state.
  public static StateName of(Referral referral) {
    return switch (referral) {
      case Referral.Invited _ -> INVITED;
      case Referral.Screening _ -> SCREENING;
      case Referral.Hiring _ -> HIRING;
      case Referral.Hired _ -> HIRED;
      case Referral.Probation _ -> PROBATION;
      case Referral.Completed _ -> COMPLETED;
      case Referral.Held _ -> HELD;
      case Referral.Declined _ -> DECLINED;
      case Referral.Rejected _ -> REJECTED;
      case Referral.Withdrawn _ -> WITHDRAWN;
      case Referral.Expired _ -> EXPIRED;
      case Referral.Lapsed _ -> LAPSED;
      case Referral.HireCancelled _ -> HIRE_CANCELLED;
      case Referral.Left gone -> gone.isByReferrer() ? NOT_ELIGIBLE : LEFT;
      case Referral.NotEligible _ -> NOT_ELIGIBLE;
      case Referral.AlreadyKnown _ -> ALREADY_KNOWN;
    };
  }

  static StateName of(Stage stage) {
    return switch (stage) {
      case INVITED -> INVITED;
      case SCREENING -> SCREENING;
      case HIRING -> HIRING;
      case HIRED -> HIRED;
      case PROBATION -> PROBATION;
    };
  }
}
