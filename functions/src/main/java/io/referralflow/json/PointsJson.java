package io.referralflow.json;

import io.referralflow.points.CatalogueItem;
import io.referralflow.points.CatalogueItem.Content;
import io.referralflow.points.CatalogueItem.Words;
import io.referralflow.points.HandleOrder;
import io.referralflow.points.ItemId;
import io.referralflow.points.ListOpenOrders;
import io.referralflow.points.Order;
import io.referralflow.points.PointsEntry;
import io.referralflow.points.ReadAccount.Account;
import io.referralflow.port.Page;
import io.referralflow.programme.Settings;
import io.referralflow.reward.RewardKind;
import io.referralflow.staff.EmployeeId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Points, the catalogue and orders on the wire.
public final class PointsJson {

  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_ID = 128;

  private PointsJson() {}

  private enum Status {
    ACTIVE,
    RETIRED
  }

  /// What an employee asks for.
  ///
  /// @param price the price that they saw
  public record Wanted(ItemId item, int price) {}

  /// What a programme manager says of somebody's account.
  public record Correction(EmployeeId employee, int change, String reason) {}

  /// What a programme manager says of an item.
  public static Decoded<Content> content(String body) {
    return Form.read(
        body,
        form -> {
          var title = form.object("title").flatMap(words -> words(words, LONGEST_TITLE));
          var description =
              form.object("description").flatMap(words -> words(words, LONGEST_DESCRIPTION));
          var price = form.required("price", Fields.whole(1, CatalogueItem.DEAREST));
          var kind = form.required("kind", Fields.oneOf(RewardKind.class));
          if (kind.filter(known -> !CatalogueItem.isExchanged(known)).isPresent()) {
            form.error("kind", "not-in-list", "Points are exchanged for neither money nor points.");
            return null;
          }
          var stock = form.optional("stock", Fields.whole(0, CatalogueItem.LARGEST_STOCK));
          var status = form.required("status", Fields.oneOf(Status.class));
          return title.isEmpty()
                  || description.isEmpty()
                  || price.isEmpty()
                  || kind.isEmpty()
                  || status.isEmpty()
              ? null
              : new Content(
                  title.get(),
                  description.get(),
                  price.get(),
                  kind.get(),
                  stock,
                  status.get() == Status.ACTIVE);
        });
  }

  private static Optional<Words> words(Form form, int longest) {
    var dutch = form.required("nl", Fields.line(longest));
    var english = form.required("en", Fields.line(longest));
    return dutch.flatMap(nl -> english.map(en -> new Words(nl, en)));
  }

  public static Decoded<Wanted> wanted(String body) {
    return Form.read(
        body,
        form -> {
          var item = form.required("item", Fields.line(LONGEST_ID));
          var price = form.required("price", Fields.whole(1, CatalogueItem.DEAREST));
          if (item.filter(id -> !ItemId.isValid(id)).isPresent()) {
            form.error("item", "format", "1 to 40 lower-case letters, digits, dashes.");
            return null;
          }
          return item.isEmpty() || price.isEmpty()
              ? null
              : new Wanted(new ItemId(item.get()), price.get());
        });
  }

  public static Decoded<HandleOrder.Ending> cancellation(String body) {
    return Form.read(
        body,
        form ->
            form.required("reason", Fields.line(LONGEST_REASON))
                .map(HandleOrder.Ending.Cancellation::new)
                .orElse(null));
  }

  public static Decoded<Correction> correction(String body) {
    return Form.read(
        body,
        form -> {
          var employee = form.required("employee", Fields.line(LONGEST_ID));
          var points =
              form.required(
                  "points", Fields.whole(-PointsEntry.MOST_CORRECTED, PointsEntry.MOST_CORRECTED));
          var reason = form.required("reason", Fields.line(LONGEST_REASON));
          if (points.filter(change -> change == 0).isPresent()) {
            form.error("points", "out-of-range", "More than none, given or taken.");
            return null;
          }
          return employee.isEmpty() || points.isEmpty() || reason.isEmpty()
              ? null
              : new Correction(new EmployeeId(employee.get()), points.get(), reason.get());
        });
  }

  /// What somebody's account holds, and how it came to it.
  public static String account(Account account) {
    var json = Json.object();
    json.put("balance", account.balance());
    var items = json.putArray("items");
    account.entries().items().forEach(entry -> items.add(node(entry)));
    json.put("next", account.entries().next().orElse(null));
    return json.toString();
  }

  private static ObjectNode node(PointsEntry entry) {
    var json = Json.object();
    json.put("at", entry.at().toString());
    json.put("points", entry.change());
    switch (entry) {
      case PointsEntry.Earned(var referral, var instalment, _, _) ->
          json.put("kind", "earned")
              .put("referralId", referral.value())
              .put("instalment", instalment);
      case PointsEntry.Spent(var order, _, _) ->
          json.put("kind", "spent").put("orderId", order.value());
      case PointsEntry.Returned(var order, _, _) ->
          json.put("kind", "returned").put("orderId", order.value());
      case PointsEntry.Corrected corrected ->
          json.put("kind", "corrected").put("reason", corrected.reason());
    }
    return json;
  }

  /// A correction that was made.
  public static String corrected(EmployeeId whose, PointsEntry.Corrected entry) {
    return node(entry).put("employee", whose.value()).toString();
  }

  /// The catalogue.
  ///
  /// @param forManager whether stock and orders are told as well
  public static String catalogue(
      List<CatalogueItem> all, Optional<Settings> settings, boolean forManager) {
    var json = Json.object();
    var items = json.putArray("items");
    all.forEach(item -> items.add(node(item, settings, forManager)));
    return json.toString();
  }

  public static String item(CatalogueItem item, Optional<Settings> settings) {
    return node(item, settings, true).toString();
  }

  private static ObjectNode node(
      CatalogueItem item, Optional<Settings> settings, boolean forManager) {
    var content = item.content();
    var json = Json.object();
    json.put("id", item.id().value());
    put(json.putObject("title"), content.title());
    put(json.putObject("description"), content.description());
    json.put("price", content.price());
    json.put("kind", Wire.name(content.kind()));
    settings
        .flatMap(known -> known.taxLabel(content.kind()))
        .ifPresent(label -> json.put("taxLabel", label));
    json.put("status", Wire.name(content.active() ? Status.ACTIVE : Status.RETIRED));
    item.available().ifPresent(left -> json.put("available", left));
    if (forManager) {
      content.stock().ifPresent(stock -> json.put("stock", stock));
      json.put("ordered", item.ordered());
      json.put("version", item.version());
    }
    return json;
  }

  private static void put(ObjectNode json, Words words) {
    var _ = json.put("nl", words.dutch()).put("en", words.english());
  }

  /// An order as whoever placed it sees it.
  public static String order(Order order) {
    return node(order).toString();
  }

  /// Somebody's orders.
  public static String orders(Page<Order> page) {
    var json = Json.object();
    var items = json.putArray("items");
    page.items().forEach(order -> items.add(node(order)));
    json.put("next", page.next().orElse(null));
    return json.toString();
  }

  /// Orders that are to be delivered, for whoever delivers them.
  public static String openOrders(Page<ListOpenOrders.Line> page) {
    var json = Json.object();
    var items = json.putArray("items");
    for (var line : page.items()) {
      var node = node(line.order());
      node.putObject("orderedBy")
          .put("id", line.order().placed().by().value())
          .put("name", line.name().orElse(null));
      items.add(node);
    }
    json.put("next", page.next().orElse(null));
    return json.toString();
  }

  private static ObjectNode node(Order order) {
    var placed = order.placed();
    var ordered = placed.ordered();
    var json = Json.object();
    json.put("id", order.id().value());
    json.put("item", ordered.item().value());
    put(json.putObject("title"), ordered.title());
    json.put("price", ordered.price());
    json.put("kind", Wire.name(ordered.kind()));
    ordered.taxLabel().ifPresent(label -> json.put("taxLabel", label));
    json.put("placedAt", placed.at().toString());
    switch (order) {
      case Order.Placed _ -> json.put("state", "placed");
      case Order.Delivered delivered ->
          json.put("state", "delivered").put("endedAt", delivered.at().toString());
      case Order.Cancelled cancelled ->
          json.put("state", "cancelled")
              .put("endedAt", cancelled.at().toString())
              .put("reason", cancelled.reason());
    }
    return json;
  }
}
