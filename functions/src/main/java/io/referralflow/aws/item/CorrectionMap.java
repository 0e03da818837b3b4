package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.reward.Correction;
import io.referralflow.reward.CorrectionReason;

/// What a payment was put right to, inside a row.
final class CorrectionMap {

  private static final String NUMBER = "number";
  private static final String REASON = "reason";
  private static final String PAID = "paid";

  private CorrectionMap() {}

  static Attributes toMap(Correction correction) {
    return Attributes.none()
        .number(NUMBER, correction.number())
        .constant(REASON, correction.reason())
        .map(PAID, MoneyMap.toMap(correction.paid()));
  }

  static Correction fromMap(Attributes map) {
    return new Correction(
        map.count(NUMBER),
        map.constant(REASON, CorrectionReason.class),
        MoneyMap.fromMap(map.map(PAID)));
  }
}
