package io.referralflow.referral;

import io.referralflow.reward.Money;
import java.util.List;
import java.util.Optional;

/// How the reward of one hire is divided over the referrals that earn it together (S28). Each of
/// them hears what HR reports of the hire, and has the same division.
///
/// @param parts the referrals, lowest receipt number first
public record Division(List<Part> parts) {

  /// A referral's part.
  ///
  /// @param weight its share in proportion to the others'; 0 for one that hears of the hire without
  ///   taking anything of this reward
  public record Part(ReferralId referral, int weight) {}

  public Division {
    parts = List.copyOf(parts);
    if (parts.stream().mapToInt(Part::weight).sum() <= 0
        || parts.stream().anyMatch(part -> part.weight() < 0)) {
      throw new IllegalArgumentException("Somebody gets something, and nobody less than nothing");
    }
  }

  /// The division that a referral's facts come to.
  public static Optional<Division> among(List<Fact> facts) {
    return facts.stream()
        .filter(Fact.Divided.class::isInstance)
        .map(fact -> ((Fact.Divided) fact).division())
        .reduce((_, later) -> later);
  }

  /// Whether a referral is among those that hear of the hire.
  public boolean names(ReferralId referral) {
    return parts.stream().anyMatch(part -> part.referral().equals(referral));
  }

  /// What a referral gets of an amount: its part rounded down, and one cent of what is left over
  /// for each of the first ones until nothing is left.
  public Money of(Money amount, ReferralId referral) {
    var all = parts.stream().mapToLong(Part::weight).sum();
    var left =
        amount.minorUnits()
            - parts.stream().mapToLong(part -> floor(amount, part.weight(), all)).sum();
    var mine = 0L;
    for (var part : parts) {
      var extra = part.weight() > 0 && left > 0 ? 1 : 0;
      left -= extra;
      if (part.referral().equals(referral)) {
        mine += floor(amount, part.weight(), all) + extra;
      }
    }
    return new Money(mine, amount.currency());
  }

  /// Whether a referral gets what cannot be divided: the one with the greatest part, of equal ones
  /// the first.
  public boolean isFirst(ReferralId referral) {
    var greatest = parts.stream().mapToInt(Part::weight).max().orElse(0);
    return parts.stream()
        .filter(part -> part.weight() == greatest)
        .findFirst()
        .filter(part -> part.referral().equals(referral))
        .isPresent();
  }

  /// The others that hear of the same hire.
  public List<ReferralId> others(ReferralId referral) {
    return parts.stream().map(Part::referral).filter(id -> !id.equals(referral)).toList();
  }

  /// Whether several referrals take a part of the reward.
  public boolean isShared() {
    return parts.stream().filter(part -> part.weight() > 0).count() > 1;
  }

  private static long floor(Money amount, int weight, long all) {
    return Math.floorDiv(Math.multiplyExact(amount.minorUnits(), (long) weight), all);
  }
}
