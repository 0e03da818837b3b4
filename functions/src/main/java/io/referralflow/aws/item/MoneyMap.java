package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.reward.Money;
import java.util.Currency;

/// An amount of money, inside a row.
final class MoneyMap {

  private static final String MINOR_UNITS = "minorUnits";
  private static final String CURRENCY = "currency";

  private MoneyMap() {}

  static Attributes toMap(Money money) {
    return Attributes.none()
        .number(MINOR_UNITS, money.minorUnits())
        .text(CURRENCY, money.currency().getCurrencyCode());
  }

  static Money fromMap(Attributes map) {
    return new Money(map.number(MINOR_UNITS), Currency.getInstance(map.text(CURRENCY)));
  }
}
