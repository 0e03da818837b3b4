package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.ItemId;
import io.referralflow.points.Order;
import io.referralflow.points.OrderId;
import io.referralflow.reward.RewardKind;
import io.referralflow.staff.EmployeeId;

/// An order, with what was ordered as it was then.
public final class OrderItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String PLACED = "placed";
  private static final String DELIVERED = "delivered";
  private static final String CANCELLED = "cancelled";

  private static final String SCHEMA = "schema";
  public static final String TYPE = "type";
  private static final String ID = "id";
  private static final String PLACED_BY = "placedBy";
  private static final String PLACED_AT = "placedAt";
  private static final String ITEM = "item";
  private static final String VERSION = "version";
  private static final String DUTCH = "nl";
  private static final String ENGLISH = "en";
  private static final String PRICE = "price";
  private static final String KIND = "kind";
  private static final String TAX_LABEL = "taxLabel";
  private static final String ENDED_BY = "endedBy";
  private static final String ENDED_AT = "endedAt";
  private static final String REASON = "reason";

  /// The type of an order that is to be delivered.
  public static final Attributes OPEN = Attributes.none().text(TYPE, PLACED);

  private OrderItem() {}

  public static Attributes toItem(Order order) {
    var item = placed(order.placed());
    return switch (order) {
      case Order.Placed placed ->
          item.text(TYPE, PLACED).listed(Listing.openOrder(placed.at(), placed.id()));
      case Order.Delivered delivered -> ended(item, delivered).text(TYPE, DELIVERED);
      case Order.Cancelled cancelled ->
          ended(item, cancelled).text(TYPE, CANCELLED).text(REASON, cancelled.reason());
    };
  }

  private static Attributes placed(Order.Placed placed) {
    var ordered = placed.ordered();
    return Attributes.none()
        .key(Key.order(placed.id()))
        .owned(Listing.ordered(placed.by(), placed.at(), placed.id()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(ID, placed.id().value())
        .text(PLACED_BY, placed.by().value())
        .instant(PLACED_AT, placed.at())
        .text(ITEM, ordered.item().value())
        .number(VERSION, ordered.version())
        .text(DUTCH, ordered.title().dutch())
        .text(ENGLISH, ordered.title().english())
        .number(PRICE, ordered.price())
        .constant(KIND, ordered.kind())
        .text(TAX_LABEL, ordered.taxLabel());
  }

  private static Attributes ended(Attributes item, Order.Ended ended) {
    return item.text(ENDED_BY, ended.by().value()).instant(ENDED_AT, ended.at());
  }

  public static Order fromItem(Attributes item) {
    var placed =
        new Order.Placed(
            new OrderId(item.text(ID)),
            new EmployeeId(item.text(PLACED_BY)),
            new Order.Ordered(
                new ItemId(item.text(ITEM)),
                item.number(VERSION),
                new CatalogueItem.Words(item.text(DUTCH), item.text(ENGLISH)),
                item.count(PRICE),
                item.constant(KIND, RewardKind.class),
                item.textIfAny(TAX_LABEL)),
            item.instant(PLACED_AT));
    return switch (item.text(TYPE)) {
      case PLACED -> placed;
      case DELIVERED -> placed.deliver(new EmployeeId(item.text(ENDED_BY)), item.instant(ENDED_AT));
      case CANCELLED ->
          placed.cancel(
              new EmployeeId(item.text(ENDED_BY)), item.text(REASON), item.instant(ENDED_AT));
      default -> throw Unreadable.type("order", item.text(TYPE));
    };
  }
}
