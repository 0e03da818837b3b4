package io.referralflow.eligibility;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the terms say about who may refer and who counts as referred, beside the rules that hold
/// for every programme.
///
/// @param excluded who may not refer
/// @param knownMonths for how many months before the referral the candidate may not have applied or
///   worked here; 0 where that does not matter
/// @param credit who earns when several people referred the same candidate
/// @param appealDays for how many days after a referrer learnt that a hire earns nothing it can be
///   appealed against
/// @param inService on which day the referrer must be in service
public record RuleBook(
    Set<Excluded> excluded, int knownMonths, Credit credit, int appealDays, ServiceDay inService) {

  /// What holds where the terms say nothing.
  public static final RuleBook STANDARD =
      new RuleBook(Set.of(Excluded.RECRUITERS), 0, Credit.LOWEST_RECEIPT, 28);

  /// Rules under which a referrer who leaves keeps what was referred before.
  public RuleBook(Set<Excluded> excluded, int knownMonths, Credit credit, int appealDays) {
    this(excluded, knownMonths, credit, appealDays, ServiceDay.SUBMISSION);
  }

  /// The same rules with another day on which the referrer must be in service.
  public RuleBook with(ServiceDay day) {
    return new RuleBook(excluded, knownMonths, credit, appealDays, day);
  }

  public RuleBook {
    excluded = Set.copyOf(excluded);
    if (knownMonths < 0 || appealDays < 0) {
      throw new IllegalArgumentException("Months and days are counted from 0");
    }
  }

  /// Whether people of a group may not refer.
  public boolean excludes(Excluded group) {
    return excluded.contains(group);
  }

  /// Whether somebody was known here before they were referred.
  ///
  /// @param referredOn the day of the referral; who applied on the same day counts as referred
  /// @param appliedOn when they applied by themselves
  /// @param lastEmployedOn the last day of an earlier employment
  public boolean isKnown(
      LocalDate referredOn, Optional<LocalDate> appliedOn, Optional<LocalDate> lastEmployedOn) {
    var since = referredOn.minusMonths(knownMonths);
    return knownMonths > 0
        && (appliedOn.filter(day -> day.isBefore(referredOn) && !day.isBefore(since)).isPresent()
            || lastEmployedOn.filter(day -> !day.isBefore(since)).isPresent());
  }

  /// Whether a referrer whose last day of service is known was in service on the day that the rules
  /// name for an instalment.
  ///
  /// @param agreedOn the day on which the hire was agreed
  /// @param dueOn the day on which the instalment falls due
  public boolean isInService(LocalDate lastDay, LocalDate agreedOn, LocalDate dueOn) {
    return switch (inService) {
      case SUBMISSION -> true;
      case HIRE -> !lastDay.isBefore(agreedOn);
      case MILESTONE -> !lastDay.isBefore(dueOn);
    };
  }

  /// The rules that are judged when somebody is referred, in the order of the book.
  public List<Rule> atSubmission() {
    return at(Rule.Moment.SUBMISSION);
  }

  /// The rules that are judged when a hire is attributed, in the order of the book.
  public List<Rule> atHire() {
    return at(Rule.Moment.HIRE);
  }

  private List<Rule> at(Rule.Moment moment) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.moment() == moment && applies(rule))
        .toList();
  }

  /// Whether a rule holds in this book.
  public boolean applies(Rule rule) {
    return switch (rule) {
      case RECRUITER -> excludes(Excluded.RECRUITERS);
      case HUMAN_RESOURCES -> excludes(Excluded.HUMAN_RESOURCES);
      case HIRING_MANAGER -> excludes(Excluded.HIRING_MANAGER);
      case CANDIDATE_KNOWN -> knownMonths > 0;
      case REFERRER_LEFT_BEFORE_HIRE -> inService == ServiceDay.HIRE;
      case REFERRER_LEFT_BEFORE_MILESTONE -> inService == ServiceDay.MILESTONE;
      case OWN_ADDRESS,
          NOT_IN_SERVICE,
          VACANCY_UNKNOWN,
          VACANCY_CLOSED,
          VACANCY_NOT_IN_PROGRAMME,
          PROGRAMME_NOT_RUNNING,
          PROGRAMME_AUDIENCE,
          PROGRAMME_SCOPE,
          OWN_HIRE,
          REFERRED_AFTER_HIRE,
          ENDED_BEFORE_HIRE,
          OTHER_REFERRAL ->
          true;
    };
  }
}
