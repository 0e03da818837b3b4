package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Listing;
import io.referralflow.port.Waits.Wait;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.List;

/// What a live referral waits for, the row `WAIT`. Listed by the moment by which something must
/// have happened. It is only ever changed in part, since a step and its execution write different
/// parts.
public final class WaitItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  public static final String LEG = "leg";
  private static final String STEP = "step";
  private static final String TOKEN = "token";
  private static final String WAKE_AT = "wakeAt";

  /// What a new leg takes away: its predecessor's token.
  public static final List<String> PARKED = List.of(STEP, TOKEN);

  private WaitItem() {}

  public static Attributes until(ReferralId id, int leg, Instant wakeAt) {
    return Attributes.none()
        .number(SCHEMA, SCHEMA_NUMBER)
        .number(LEG, leg)
        .instant(WAKE_AT, wakeAt)
        .listed(Listing.wait(id, wakeAt));
  }

  public static Attributes parked(String step, String token) {
    return Attributes.none().text(STEP, step).text(TOKEN, token);
  }

  public static Wait fromItem(Attributes item) {
    return new Wait(
        item.key().referral(),
        item.count(LEG),
        item.textIfAny(STEP),
        item.textIfAny(TOKEN),
        item.instant(WAKE_AT));
  }
}
