package io.referralflow.reward;

import java.util.ArrayList;
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

  /// Cuts a total by the terms' shares.
  public static Reward of(Money total, List<InstalmentTerm> terms) {
    var parts = total.split(terms.stream().map(InstalmentTerm::share).toList());
    var instalments = new ArrayList<Instalment>();
    for (var i = 0; i < terms.size(); i++) {
      instalments.add(new Instalment(i + 1, terms.get(i).milestone(), parts.get(i)));
    }
    return new Reward(instalments);
  }

  /// The instalment of a number; empty when the reward has no such part.
  public Optional<Instalment> instalment(int number) {
    return instalments.stream().filter(each -> each.number() == number).findFirst();
  }
}
