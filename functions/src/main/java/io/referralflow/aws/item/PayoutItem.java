package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.reward.HoldReason;
import io.referralflow.staff.EmployeeId;

/// Finance's view of a released instalment, the row `PAYOUT#instalment`: made of the ledger, for
/// listing only.
public final class PayoutItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String INSTALMENT = "instalment";
  private static final String RECEIPT_NUMBER = "receiptNumber";
  private static final String PAYEE = "payee";
  private static final String AMOUNT = "amount";
  private static final String DUE_ON = "dueOn";
  private static final String PROMISED_ON = "promisedOn";
  private static final String PAID_ON = "paidOn";
  private static final String HELD_BECAUSE = "heldBecause";
  private static final String CORRECTION = "correction";

  private PayoutItem() {}

  public static Attributes toItem(Payout payout) {
    return BenefitMap.add(attributes(payout), payout.benefit());
  }

  private static Attributes attributes(Payout payout) {
    var isPaid = payout.paidOn().isPresent();
    return Attributes.none()
        .key(Key.payout(payout.referral(), payout.instalment()))
        .listed(Listing.payout(isPaid, payout.promisedOn(), payout.referral(), payout.instalment()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .number(INSTALMENT, payout.instalment())
        .number(RECEIPT_NUMBER, payout.receiptNumber())
        .text(PAYEE, payout.payee().value())
        .map(AMOUNT, MoneyMap.toMap(payout.amount()))
        .day(DUE_ON, payout.dueOn())
        .day(PROMISED_ON, payout.promisedOn())
        .day(PAID_ON, payout.paidOn())
        .constant(HELD_BECAUSE, payout.heldBecause())
        .map(CORRECTION, payout.correction().map(CorrectionMap::toMap));
  }

  public static Payout fromItem(Attributes item) {
    return new Payout(
        item.key().referral(),
        item.count(INSTALMENT),
        item.number(RECEIPT_NUMBER),
        new EmployeeId(item.text(PAYEE)),
        MoneyMap.fromMap(item.map(AMOUNT)),
        item.day(DUE_ON),
        item.day(PROMISED_ON),
        item.dayIfAny(PAID_ON),
        BenefitMap.fromMap(item),
        item.constantIfAny(HELD_BECAUSE, HoldReason.class),
        item.mapIfAny(CORRECTION).map(CorrectionMap::fromMap));
  }
}
