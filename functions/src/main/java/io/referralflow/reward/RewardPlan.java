package io.referralflow.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A whole reward and how it is cut: all of it by shares that add up to 100, or all of it by
/// amounts that add up to the whole. What is no money stands beside it and is no part of the whole.
/// A plan that contradicts itself cannot be made.
public record RewardPlan(Money total, List<InstalmentTerm> instalments) {

  /// What is wrong with a plan.
  public enum Flaw {
    /// There is no instalment.
    EMPTY,
    /// Some instalments are shares and others amounts.
    MIXED,
    /// A share is not above 0, or the shares do not add up to 100.
    SHARES,
    /// An amount is 0, in another currency, or the amounts do not add up to the whole.
    AMOUNTS,
    /// Of so little money a share comes to nothing, as any share of 0 does.
    NOTHING
  }

  public RewardPlan {
    instalments = List.copyOf(instalments);
    flaw(total, instalments)
        .ifPresent(flaw -> {
          throw new IllegalArgumentException("A reward cannot be cut like this: " + flaw);
        });
  }

  /// What is wrong with a plan; empty when it can be made.
  public static Optional<Flaw> flaw(Money total, List<InstalmentTerm> instalments) {
    if (instalments.isEmpty()) {
      return Optional.of(Flaw.EMPTY);
    }
    var shares = shares(instalments);
    var amounts = amounts(instalments);
    if (!shares.isEmpty() && !amounts.isEmpty()) {
      return Optional.of(Flaw.MIXED);
    }
    if (!shares.isEmpty()) {
      return flawOfShares(total, shares);
    }
    return amounts.stream().allMatch(part -> isPartOf(part, total))
            && amounts.stream().mapToLong(Money::minorUnits).sum() == total.minorUnits()
        ? Optional.empty()
        : Optional.of(Flaw.AMOUNTS);
  }

  private static Optional<Flaw> flawOfShares(Money total, List<Integer> shares) {
    if (shares.stream().anyMatch(share -> share <= 0)
        || shares.stream().mapToInt(Integer::intValue).sum() != 100) {
      return Optional.of(Flaw.SHARES);
    }
    return total.split(shares).stream().allMatch(part -> part.minorUnits() > 0)
        ? Optional.empty()
        : Optional.of(Flaw.NOTHING);
  }

  private static boolean isPartOf(Money part, Money total) {
    return part.currency().equals(total.currency()) && part.minorUnits() > 0;
  }

  private static List<Integer> shares(List<InstalmentTerm> terms) {
    return terms.stream()
        .filter(InstalmentTerm.Share.class::isInstance)
        .map(InstalmentTerm.Share.class::cast)
        .map(InstalmentTerm.Share::percent)
        .toList();
  }

  private static List<Money> amounts(List<InstalmentTerm> terms) {
    return terms.stream()
        .filter(InstalmentTerm.Fixed.class::isInstance)
        .map(InstalmentTerm.Fixed.class::cast)
        .map(InstalmentTerm.Fixed::amount)
        .toList();
  }

  /// The reward that the plan cuts; no cent is lost.
  public Reward reward() {
    var shares = shares(instalments);
    var parts = shares.isEmpty() ? amounts(instalments) : total.split(shares);
    var cut = new ArrayList<Instalment>();
    var money = parts.iterator();
    for (var i = 0; i < instalments.size(); i++) {
      cut.add(
          switch (instalments.get(i)) {
            case InstalmentTerm.InKind(var milestone, var benefit) ->
                new Instalment(
                    i + 1, milestone, new Money(0, total.currency()), Optional.of(benefit));
            case InstalmentTerm.Share(var milestone, _) ->
                new Instalment(i + 1, milestone, money.next());
            case InstalmentTerm.Fixed(var milestone, _) ->
                new Instalment(i + 1, milestone, money.next());
          });
    }
    return new Reward(cut);
  }
}
