package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Change;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Brake.Standing;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;

/// The brake on payouts: the row `BRAKE` with the reasons for which it is on, a row for each change
/// that was ever made to it, and a row for each gate that is shut.
public final class BrakeItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String PULLED = "pulled";
  private static final String THAWED = "thawed";

  private static final String SCHEMA = "schema";
  private static final String TYPE = "type";
  public static final String VERSION = "version";
  private static final String PULLS = "pulls";
  private static final String CAUSE = "cause";
  private static final String REFERRAL = "referral";
  private static final String BY = "by";
  private static final String REASON = "reason";
  private static final String AT = "at";

  private BrakeItem() {}

  public static Attributes toItem(Standing standing) {
    return Attributes.none()
        .key(Key.brake())
        .number(SCHEMA, SCHEMA_NUMBER)
        .number(VERSION, standing.version())
        .list(PULLS, standing.pulls().stream().map(BrakeItem::toMap).toList());
  }

  public static Standing fromItem(Attributes item) {
    return new Standing(
        item.number(VERSION), item.list(PULLS).stream().map(BrakeItem::pull).toList());
  }

  /// The change that made a version of the brake.
  public static Attributes change(long version, Change change) {
    return (switch (change) {
          case Change.Pulled(var pull) ->
              toMap(pull).text(TYPE, PULLED).listed(Listing.brakeChange(pull.at(), version));
          case Change.Thawed(Thaw(var by, var reason, var at)) ->
              Attributes.none()
                  .text(TYPE, THAWED)
                  .text(BY, by.value())
                  .text(REASON, reason)
                  .instant(AT, at)
                  .listed(Listing.brakeChange(at, version));
        })
        .key(Key.brakeChange(version))
        .number(SCHEMA, SCHEMA_NUMBER);
  }

  public static Change change(Attributes item) {
    return switch (item.text(TYPE)) {
      case PULLED -> new Change.Pulled(pull(item));
      case THAWED ->
          new Change.Thawed(
              new Thaw(new EmployeeId(item.text(BY)), item.text(REASON), item.instant(AT)));
      default -> throw Unreadable.type("change of the brake", item.text(TYPE));
    };
  }

  /// A gate that is shut.
  public static Attributes gate(Key key) {
    return Attributes.none().key(key).number(SCHEMA, SCHEMA_NUMBER);
  }

  private static Attributes toMap(Pull pull) {
    return Attributes.none()
        .constant(CAUSE, pull.cause())
        .text(REFERRAL, pull.referral().map(ReferralId::value))
        .text(BY, pull.by().map(EmployeeId::value))
        .text(REASON, pull.reason())
        .instant(AT, pull.at());
  }

  private static Pull pull(Attributes map) {
    return new Pull(
        map.constant(CAUSE, Cause.class),
        map.textIfAny(REFERRAL).map(ReferralId::new),
        map.textIfAny(BY).map(EmployeeId::new),
        map.text(REASON),
        map.instant(AT));
  }
}
