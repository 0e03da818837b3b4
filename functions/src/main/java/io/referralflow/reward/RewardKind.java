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
  CHARITY,
  /// Points, saved in the referrer's account and exchanged for items of the catalogue (S7).
  POINTS
}
