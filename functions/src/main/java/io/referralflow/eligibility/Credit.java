package io.referralflow.eligibility;

import java.util.List;

/// The written rule for several people who referred the same candidate (S28). Only those count
/// whose referral stands when the hire is attributed and came before it.
public sealed interface Credit {

  Credit LOWEST_RECEIPT = new LowestReceipt();
  Credit LAST_BEFORE_APPLICATION = new LastBeforeApplication();
  Credit SPLIT_EQUALLY = new SplitEqually();

  /// Who was first.
  record LowestReceipt() implements Credit {}

  /// Whoever was last before the candidate applied, or was hired where HR names no application.
  record LastBeforeApplication() implements Credit {}

  /// All of them, in equal parts.
  record SplitEqually() implements Credit {}

  /// The first of them, by written shares.
  ///
  /// @param percentages the share of the first, the second, ...; together 100. Where fewer referred
  ///   the candidate than there are shares, theirs keep their proportion; where more did, the later
  ///   ones get nothing
  record SplitByShares(List<Integer> percentages) implements Credit {

    public SplitByShares {
      percentages = List.copyOf(percentages);
      if (percentages.size() < 2
          || percentages.stream().anyMatch(share -> share <= 0)
          || percentages.stream().mapToInt(Integer::intValue).sum() != 100) {
        throw new IllegalArgumentException("At least two shares that add up to 100");
      }
    }
  }
}
