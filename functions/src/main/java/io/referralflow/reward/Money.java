package io.referralflow.reward;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// An amount in whole minor units (cents) of one currency; never negative.
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

  public Money {
    if (minorUnits < 0) {
      throw new IllegalArgumentException("An amount of money cannot be negative: " + minorUnits);
    }
  }

  /// The amount of a decimal number such as `1750.00`; refuses more decimals than the currency has.
  public static Money of(BigDecimal amount, Currency currency) {
    var scaled = amount.movePointRight(currency.getDefaultFractionDigits());
    return new Money(scaled.longValueExact(), currency);
  }

  /// The decimal number, with as many decimals as the currency has.
  public BigDecimal amount() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
  }

  /// The difference to an amount that is not greater.
  public Money minus(Money other) {
    return new Money(minorUnits - same(other).minorUnits, currency);
  }

  /// By amount; amounts of different currencies have no order.
  @Override
  public int compareTo(Money other) {
    return Long.compare(minorUnits, same(other).minorUnits);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(other.currency + " is not " + currency);
    }
    return other;
  }

  /// Splits the amount by shares in percent that add up to 100. No cent is lost: what does not
  /// divide goes to the last part.
  public List<Money> split(List<Integer> percentages) {
    if (percentages.stream().mapToInt(Integer::intValue).sum() != 100
        || percentages.stream().anyMatch(share -> share <= 0)) {
      throw new IllegalArgumentException(
          "Shares must be above 0 and add up to 100: " + percentages);
    }
    var parts = new ArrayList<Money>();
    var left = minorUnits;
    for (var share : percentages.subList(0, percentages.size() - 1)) {
      var part = Math.floorDiv(Math.multiplyExact(minorUnits, share), 100L);
      parts.add(new Money(part, currency));
      left -= part;
    }
    parts.add(new Money(left, currency));
    return List.copyOf(parts);
  }
}
