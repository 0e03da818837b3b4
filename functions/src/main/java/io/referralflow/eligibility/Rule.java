package io.referralflow.eligibility;

/// One rule about who earns by referring whom. Each has its words in every language under its name
/// on the wire; `docs/rules.md` is printed from here.
public enum Rule {
  OWN_ADDRESS(Moment.SUBMISSION, "Nobody refers themselves."),
  RECRUITER(Moment.SUBMISSION, "Recruiters do not refer."),
  HUMAN_RESOURCES(Moment.SUBMISSION, "People of human resources do not refer."),
  HIRING_MANAGER(
      Moment.SUBMISSION, "The hiring manager of a vacancy does not refer somebody for it."),
  /// By HR's directory: a sign-in may outlive the service. Whoever refers from outside is not
  /// asked.
  NOT_IN_SERVICE(
      Moment.SUBMISSION,
      "Whoever is not in service refers only by invitation: former staff ask the programme manager"
          + " for one, new staff refer from their first working day on."),
  VACANCY_UNKNOWN(Moment.SUBMISSION, "There is no such vacancy."),
  VACANCY_CLOSED(Moment.SUBMISSION, "This vacancy takes no referrals."),
  VACANCY_NOT_IN_PROGRAMME(Moment.SUBMISSION, "This vacancy is not in the programme."),
  PROGRAMME_NOT_RUNNING(Moment.SUBMISSION, "No programme runs today."),
  PROGRAMME_AUDIENCE(
      Moment.SUBMISSION,
      "The programmes that run are for others: inside or outside the organisation."),
  PROGRAMME_SCOPE(Moment.SUBMISSION, "The programmes that run are for another department or team."),
  /// A hire was reported for a referral that had ended.
  ENDED_BEFORE_HIRE(
      Moment.HIRE,
      "A referral that ended before the hire was reported earns only if a person allows it."),
  REFERRED_AFTER_HIRE(Moment.HIRE, "A referral after the hire earns only if a person allows it."),
  /// Speaks only when a hire is attributed, or it would tell who is known.
  CANDIDATE_KNOWN(
      Moment.HIRE,
      "Somebody who applied or worked here shortly before the referral counts only if a person"
          + " allows it."),
  /// Speaks only when a hire is attributed, or it would tell who was referred by another.
  OTHER_REFERRAL(Moment.HIRE, "By the rule for several referrals another one earns this hire."),
  /// The referrer turns out to be the person who was hired.
  OWN_HIRE(Moment.HIRE, "Nobody earns by their own hire."),
  /// Judged again at a release: HR's directory may learn of it late.
  REFERRER_LEFT_BEFORE_HIRE(
      Moment.HIRE, "Whoever left the organisation before the hire does not earn it."),
  REFERRER_LEFT_BEFORE_MILESTONE(
      Moment.RELEASE,
      "Whoever left the organisation before an instalment fell due does not earn it.");

  /// When a rule is judged.
  public enum Moment {
    SUBMISSION,
    HIRE,
    /// When an instalment is due.
    RELEASE
  }

  private final Moment moment;
  private final String refusal;

  Rule(Moment moment, String refusal) {
    this.moment = moment;
    this.refusal = refusal;
  }

  public Moment moment() {
    return moment;
  }

  /// What somebody is told whom the rule refuses, in English.
  public String refusal() {
    return refusal;
  }
}
