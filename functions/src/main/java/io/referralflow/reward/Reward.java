package io.referralflow.reward;

import java.util.List;
import java.util.Optional;

/// The whole reward of one referral, cut into instalments when the referral was submitted and
/// pinned to it since (S5; terms are versioned).
public record Reward(List<Instalment> instalments) {

  public Reward {
    instalments = List.copyOf(instalments);
    if (instalments.isEmpty()) {
      throw new IllegalArgumentException("A reward has at least one instalment");
    }
  }

  /// Cuts a total as a plan says.
  ///
  /// @throws IllegalArgumentException when the plan contradicts itself
  public static Reward of(Money total, List<InstalmentTerm> terms) {
    return new RewardPlan(total, terms).reward();
  }

  /// The instalment of a number; empty when the reward has no such part.
  public Optional<Instalment> instalment(int number) {
    return instalments.stream().filter(each -> each.number() == number).findFirst();
  }
}
