package io.referralflow.eligibility;

/// A group of people who may not refer, as the terms say.
public enum Excluded {
  /// Whoever works in recruitment.
  RECRUITERS,
  /// Whoever the vacancy reports to; they may refer for other vacancies.
  HIRING_MANAGER,
  /// Whoever works in human resources.
  HUMAN_RESOURCES
}
