package io.referralflow.reward;

/// How a plan cuts a reward: a part of it, or something beside it, due at a milestone.
public sealed interface InstalmentTerm {

  Milestone milestone();

  /// A share of the whole in percent.
  record Share(Milestone milestone, int percent) implements InstalmentTerm {}

  /// An amount of money.
  record Fixed(Milestone milestone, Money amount) implements InstalmentTerm {}

  /// Something beside the money, no part of the whole.
  record InKind(Milestone milestone, Benefit benefit) implements InstalmentTerm {}

  static InstalmentTerm share(Milestone milestone, int percent) {
    return new Share(milestone, percent);
  }

  static InstalmentTerm inKind(Milestone milestone, Benefit benefit) {
    return new InKind(milestone, benefit);
  }

  static InstalmentTerm fixed(Milestone milestone, Money amount) {
    return new Fixed(milestone, amount);
  }
}
