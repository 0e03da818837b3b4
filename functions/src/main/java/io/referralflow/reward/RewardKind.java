package io.referralflow.reward;

/// The kinds of reward (S6).
public enum RewardKind {
  MONEY,
  TRAINING_BUDGET,
  CERTIFICATION,
  CONFERENCE,
  /// A place on an innovative project.
  PROJECT,
  DAYS_OFF,
  /// A gift to charity in the referrer's name.
  CHARITY
}
