package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.points.OrderId;
import io.referralflow.points.PointsEntry;
import io.referralflow.port.Points.Correction;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;

/// Somebody's points: a row `ENTRY#...` for each entry, for ever, the row `ACCOUNT` with what they
/// add up to, and a row for each idempotency key that was used.
public final class PointsItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String EARNED = "earned";
  private static final String SPENT = "spent";
  private static final String RETURNED = "returned";
  private static final String CORRECTED = "corrected";

  private static final String SCHEMA = "schema";
  private static final String TYPE = "type";
  private static final String AT = "at";
  private static final String POINTS = "points";
  private static final String REFERRAL = "referral";
  private static final String INSTALMENT = "instalment";
  private static final String ORDER = "order";
  private static final String BY = "by";
  private static final String KEY = "key";
  private static final String REASON = "reason";
  private static final String WHOSE = "whose";
  public static final String BALANCE = "balance";

  private PointsItem() {}

  /// An entry; its points are what it adds to the account.
  public static Attributes toItem(EmployeeId whose, PointsEntry entry) {
    var key = key(whose, entry);
    return attributes(entry).key(key).owned(Listing.entry(whose, entry.at(), key));
  }

  private static Attributes attributes(PointsEntry entry) {
    var item =
        Attributes.none()
            .number(SCHEMA, SCHEMA_NUMBER)
            .instant(AT, entry.at())
            .number(POINTS, entry.change());
    return switch (entry) {
      case PointsEntry.Earned(var referral, var instalment, _, _) ->
          item.text(TYPE, EARNED).text(REFERRAL, referral.value()).number(INSTALMENT, instalment);
      case PointsEntry.Spent(var order, _, _) -> item.text(TYPE, SPENT).text(ORDER, order.value());
      case PointsEntry.Returned(var order, _, _) ->
          item.text(TYPE, RETURNED).text(ORDER, order.value());
      case PointsEntry.Corrected(var by, var key, _, _, var reason) ->
          item.text(TYPE, CORRECTED).text(BY, by.value()).text(KEY, key).text(REASON, reason);
    };
  }

  private static Key key(EmployeeId whose, PointsEntry entry) {
    return switch (entry) {
      case PointsEntry.Earned earned -> Key.earned(whose, earned.referral(), earned.instalment());
      case PointsEntry.Spent spent -> Key.spent(whose, spent.order());
      case PointsEntry.Returned returned -> Key.returned(whose, returned.order());
      case PointsEntry.Corrected corrected -> Key.corrected(whose, corrected.by(), corrected.key());
    };
  }

  public static PointsEntry fromItem(Attributes item) {
    var at = item.instant(AT);
    return switch (item.text(TYPE)) {
      case EARNED ->
          new PointsEntry.Earned(
              new ReferralId(item.text(REFERRAL)), item.count(INSTALMENT), at, item.count(POINTS));
      case SPENT -> new PointsEntry.Spent(new OrderId(item.text(ORDER)), at, -item.count(POINTS));
      case RETURNED ->
          new PointsEntry.Returned(new OrderId(item.text(ORDER)), at, item.count(POINTS));
      case CORRECTED -> corrected(item);
      default -> throw Unreadable.type("entry of points", item.text(TYPE));
    };
  }

  private static PointsEntry.Corrected corrected(Attributes item) {
    return new PointsEntry.Corrected(
        new EmployeeId(item.text(BY)),
        item.text(KEY),
        item.instant(AT),
        item.number(POINTS),
        item.text(REASON));
  }

  /// That a key was used for an order.
  public static Attributes orderKey(EmployeeId who, String key, OrderId order) {
    return Attributes.none()
        .key(Key.orderKey(who, key))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(ORDER, order.value());
  }

  public static OrderId order(Attributes item) {
    return new OrderId(item.text(ORDER));
  }

  /// That a key was used for a correction, and for which.
  public static Attributes correctionKey(Correction correction) {
    var entry = correction.entry();
    return attributes(entry)
        .key(Key.correctionKey(entry.by(), entry.key()))
        .text(WHOSE, correction.whose().value());
  }

  public static Correction correction(Attributes item) {
    return new Correction(new EmployeeId(item.text(WHOSE)), corrected(item));
  }
}
