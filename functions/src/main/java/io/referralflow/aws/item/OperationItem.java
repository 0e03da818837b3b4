package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.port.Operations.Answer;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;

/// What was answered to an idempotency key, the row `OPERATION#caller#key`.
public final class OperationItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String CALLER = "caller";
  private static final String KEY = "key";
  private static final String BODY_HASH = "bodyHash";
  private static final String REFERRAL = "referral";
  private static final String RECEIPT_NUMBER = "receiptNumber";
  private static final String RECEIVED_AT = "receivedAt";
  private static final String TERMS_VERSION = "termsVersion";

  private OperationItem() {}

  public static Attributes toItem(Answer answer) {
    return Attributes.none()
        .key(Key.operation(answer.caller(), answer.key()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(CALLER, answer.caller().value())
        .text(KEY, answer.key())
        .text(BODY_HASH, answer.bodyHash())
        .text(REFERRAL, answer.referral().value())
        .number(RECEIPT_NUMBER, answer.receiptNumber())
        .instant(RECEIVED_AT, answer.receivedAt())
        .number(TERMS_VERSION, answer.termsVersion());
  }

  public static Answer fromItem(Attributes item) {
    return new Answer(
        new EmployeeId(item.text(CALLER)),
        item.text(KEY),
        item.text(BODY_HASH),
        new ReferralId(item.text(REFERRAL)),
        item.number(RECEIPT_NUMBER),
        item.instant(RECEIVED_AT),
        item.count(TERMS_VERSION));
  }
}
