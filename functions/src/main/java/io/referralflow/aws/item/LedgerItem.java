package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.port.OperationId;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.LedgerEntry;

/// One entry of the ledger, the row `LEDGER#instalment#kind`. What happens to an instalment once
/// has its kind alone in the key; what may happen more than once names the fact that made it.
public final class LedgerItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String RELEASED = "released";
  private static final String PAID = "paid";
  private static final String CANCELLED = "cancelled";
  private static final String REVIVED = "revived";
  private static final String HELD = "held";
  private static final String RESUMED = "resumed";
  private static final String CORRECTED = "corrected";

  private static final String SCHEMA = "schema";
  private static final String TYPE = "type";
  private static final String OPERATION = "operation";
  private static final String INSTALMENT = "instalment";
  private static final String AT = "at";
  private static final String AMOUNT = "amount";
  private static final String DUE_ON = "dueOn";
  private static final String PROMISED_ON = "promisedOn";
  private static final String PAID_ON = "paidOn";
  private static final String CONFIRMED_BY = "confirmedBy";
  private static final String FACT = "fact";
  private static final String REASON = "reason";
  private static final String BY = "by";
  private static final String NUMBER = "number";
  private static final String CORRECTS = "corrects";
  private static final String DIFFERENCE = "difference";

  private LedgerItem() {}

  public static Attributes toItem(ReferralId id, LedgerEntry entry, OperationId operation) {
    return attributes(entry)
        .key(Key.ledger(id, entry.instalment(), kind(entry)))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(OPERATION, operation.value())
        .number(INSTALMENT, entry.instalment())
        .instant(AT, entry.at());
  }

  private static String kind(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Released _ -> RELEASED;
      case LedgerEntry.Paid _ -> PAID;
      case LedgerEntry.Cancelled cancelled -> CANCELLED + "-" + cancelled.fact();
      case LedgerEntry.Revived revived -> REVIVED + "-" + revived.fact();
      case LedgerEntry.PutOnHold held -> HELD + "-" + held.fact();
      case LedgerEntry.TakenOffHold resumed -> RESUMED + "-" + resumed.fact();
      case LedgerEntry.Corrected corrected -> corrected(corrected.number());
    };
  }

  private static String corrected(int number) {
    return CORRECTED + "-" + number;
  }

  /// The kind in the key of the row that a correction puts right.
  private static String corrects(int number) {
    return number == 1 ? PAID : corrected(number - 1);
  }

  private static Attributes attributes(LedgerEntry entry) {
    var item = Attributes.none();
    return switch (entry) {
      case LedgerEntry.Released(_, _, var amount, var dueOn, var promisedOn) ->
          item.text(TYPE, RELEASED)
              .map(AMOUNT, MoneyMap.toMap(amount))
              .day(DUE_ON, dueOn)
              .day(PROMISED_ON, promisedOn);
      case LedgerEntry.Paid(_, _, var amount, var paidOn, var confirmedBy) ->
          item.text(TYPE, PAID)
              .map(AMOUNT, MoneyMap.toMap(amount))
              .day(PAID_ON, paidOn)
              .text(CONFIRMED_BY, confirmedBy);
      case LedgerEntry.Cancelled(_, _, var amount, var fact) ->
          item.text(TYPE, CANCELLED).map(AMOUNT, MoneyMap.toMap(amount)).number(FACT, fact);
      case LedgerEntry.Revived(_, _, var amount, var fact) ->
          item.text(TYPE, REVIVED).map(AMOUNT, MoneyMap.toMap(amount)).number(FACT, fact);
      case LedgerEntry.PutOnHold(_, _, var amount, var fact, var reason, var by) ->
          item.text(TYPE, HELD)
              .map(AMOUNT, MoneyMap.toMap(amount))
              .number(FACT, fact)
              .constant(REASON, reason)
              .text(BY, by);
      case LedgerEntry.TakenOffHold(_, _, var amount, var fact, var by) ->
          item.text(TYPE, RESUMED)
              .map(AMOUNT, MoneyMap.toMap(amount))
              .number(FACT, fact)
              .text(BY, by);
      case LedgerEntry.Corrected(
              _,
              _,
              var amount,
              var number,
              var difference,
              var paidOn,
              var reason,
              var by) ->
          item.text(TYPE, CORRECTED)
              .map(AMOUNT, MoneyMap.toMap(amount))
              .number(NUMBER, number)
              .text(CORRECTS, corrects(number))
              .number(DIFFERENCE, difference)
              .day(PAID_ON, paidOn)
              .constant(REASON, reason)
              .text(BY, by);
    };
  }

  public static LedgerEntry fromItem(Attributes item) {
    var instalment = item.count(INSTALMENT);
    var at = item.instant(AT);
    var amount = MoneyMap.fromMap(item.map(AMOUNT));
    return switch (item.text(TYPE)) {
      case RELEASED ->
          new LedgerEntry.Released(instalment, at, amount, item.day(DUE_ON), item.day(PROMISED_ON));
      case PAID ->
          new LedgerEntry.Paid(instalment, at, amount, item.day(PAID_ON), item.text(CONFIRMED_BY));
      case CANCELLED -> new LedgerEntry.Cancelled(instalment, at, amount, item.number(FACT));
      case REVIVED -> new LedgerEntry.Revived(instalment, at, amount, item.number(FACT));
      case HELD ->
          new LedgerEntry.PutOnHold(
              instalment,
              at,
              amount,
              item.number(FACT),
              item.constant(REASON, HoldReason.class),
              item.text(BY));
      case RESUMED ->
          new LedgerEntry.TakenOffHold(instalment, at, amount, item.number(FACT), item.text(BY));
      case CORRECTED ->
          new LedgerEntry.Corrected(
              instalment,
              at,
              amount,
              item.count(NUMBER),
              item.number(DIFFERENCE),
              item.day(PAID_ON),
              item.constant(REASON, CorrectionReason.class),
              item.text(BY));
      default -> throw Unreadable.type("ledger entry", item.text(TYPE));
    };
  }
}
