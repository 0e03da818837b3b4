package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.port.Erasure;
import io.referralflow.referral.ReferralId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// What is kept outside the table, ids and dates only: whose data was let go, and which instalments
/// were handed to finance and confirmed. The first goes by itself when no restore reaches it any
/// more; the others stay, as the ledger does.
public final class KeptItem {

  private static final int SCHEMA_NUMBER = 1;

  /// Longer than the table can be brought back, with room for the restore itself.
  private static final Duration KEPT = Duration.ofDays(90);

  private static final String SCHEMA = "schema";
  private static final String AT = "at";
  private static final String ENDING = "ending";
  private static final String ERASED = "erased";
  private static final String EXPIRES_AT = "expiresAt";
  public static final String PAID_ON = "paidOn";

  private KeptItem() {}

  public static Attributes toItem(Erasure erasure, Instant at) {
    return Attributes.none()
        .key(Key.keptErasure(erasure.referral(), at))
        .number(SCHEMA, SCHEMA_NUMBER)
        .constant(ENDING, erasure.ending())
        .flag(ERASED, erasure.erased())
        .instant(AT, at)
        .number(EXPIRES_AT, at.plus(KEPT).getEpochSecond());
  }

  public static Erasure erasure(Attributes item) {
    return new Erasure(
        item.key().keptReferral(), item.constant(ENDING, Erasure.Ending.class), item.flag(ERASED));
  }

  public static Attributes released(ReferralId id, int instalment, Instant at) {
    return Attributes.none()
        .key(Key.keptRelease(id, instalment))
        .number(SCHEMA, SCHEMA_NUMBER)
        .instant(AT, at);
  }

  public static Attributes paid(ReferralId id, int instalment, LocalDate paidOn, Instant at) {
    return Attributes.none()
        .key(Key.keptPayment(id, instalment))
        .number(SCHEMA, SCHEMA_NUMBER)
        .day(PAID_ON, paidOn)
        .instant(AT, at);
  }
}
