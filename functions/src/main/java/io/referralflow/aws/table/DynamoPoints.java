package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.CatalogueRow;
import io.referralflow.aws.item.EmployeeItem;
import io.referralflow.aws.item.OrderItem;
import io.referralflow.aws.item.PointsItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.ItemId;
import io.referralflow.points.Order;
import io.referralflow.points.OrderId;
import io.referralflow.points.PointsEntry;
import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.port.Points.Draw;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Points in the table. What an account holds is added to by the transaction that writes the entry,
/// so that the two never differ.
final class DynamoPoints implements Points {

  /// The account holds what is taken from it: no balance falls below 0.
  private static final Condition HOLDS = new Condition("#balance >= :needed");

  /// The item is as it was read, and not all of it is ordered: nobody pays another price or for
  /// what is not there.
  private static final Condition STILL_OFFERED =
      new Condition("#version = :version AND (attribute_not_exists(#stock) OR #ordered < #stock)");

  /// Nobody changed the item since it was read.
  private static final Condition SAME_VERSION = new Condition("#version = :before");

  /// The order has not ended: it ends once, and points come back once.
  private static final Condition STILL_OPEN = new Condition("#type = :type");

  private static final String ACCOUNT = "account ";

  private final Table table;

  DynamoPoints(Table table) {
    this.table = table;
  }

  @Override
  public long balance(EmployeeId who) {
    return table.get(Key.account(who)).map(row -> row.number(PointsItem.BALANCE)).orElse(0L);
  }

  /// The index holds keys only, so that an entry is not stored twice.
  @Override
  public Page<PointsEntry> entries(EmployeeId who, Page.Request page) {
    return rows(Listing.pointsEntries(who), page, PointsItem::fromItem);
  }

  private <T> Page<T> rows(String list, Page.Request page, Function<Attributes, T> read) {
    var keys = Pages.of(table, Index.OWNER, list, false, page, Attributes::key);
    var rows =
        table.getAll(keys.items(), true).stream()
            .collect(Collectors.toMap(Attributes::key, Function.identity()));
    return new Page<>(
        keys.items().stream().flatMap(key -> Stream.ofNullable(rows.get(key))).map(read).toList(),
        keys.next());
  }

  @Override
  public List<CatalogueItem> catalogue() {
    return table.query(Key.catalogue()).stream().map(CatalogueRow::fromItem).toList();
  }

  @Override
  public Optional<CatalogueItem> item(ItemId id) {
    return table.get(Key.catalogueItem(id)).map(CatalogueRow::fromItem);
  }

  /// When this version was written already, it may be this very change, by a try whose answer was
  /// lost.
  @Override
  public boolean save(CatalogueItem item, EmployeeId by, Instant at) {
    var change = CatalogueRow.change(item, by, at);
    var saved =
        table.transact(
            List.of(
                new Step<>("item", saving(item, by, at)),
                new Step<>("change", new Write.Put(change, Condition.ABSENT))));
    return switch (saved) {
      case Transacted.Done<String> _ -> true;
      case Transacted.Refused<String>(var found) ->
          Optional.of(change).equals(found.getOrDefault("change", Optional.empty()));
    };
  }

  private static Write saving(CatalogueItem item, EmployeeId by, Instant at) {
    return item.version() == 1
        ? new Write.Put(CatalogueRow.toItem(item, by, at), Condition.ABSENT)
        : new Write.Update(
            Key.catalogueItem(item.id()),
            CatalogueRow.changed(item, by, at),
            item.content().stock().isPresent() ? List.of() : List.of(CatalogueRow.STOCK),
            SAME_VERSION.with(Attributes.none().number("before", item.version() - 1)));
  }

  @Override
  public Optional<Order> order(OrderId id) {
    return table.get(Key.order(id)).map(OrderItem::fromItem);
  }

  @Override
  public Optional<Order> placed(EmployeeId who, String key) {
    return table.get(Key.orderKey(who, key)).map(PointsItem::order).flatMap(this::order);
  }

  /// When the key was used, it may be by this very order, whose answer was lost: whoever looks
  /// again finds it.
  @Override
  public Placing place(Order.Placed order, List<Draw> draws, String key, Employee caller) {
    var ordered = order.ordered();
    var steps = new ArrayList<Step<String>>();
    for (var draw : draws) {
      var account = ACCOUNT + draw.account().value();
      steps.add(new Step<>("entry " + account, adds(draw.account(), draw.spent(order))));
      steps.add(new Step<>(account, takes(draw.account(), draw.points())));
    }
    steps.addAll(
        List.of(
            new Step<>(
                "key",
                new Write.Put(PointsItem.orderKey(order.by(), key, order.id()), Condition.ABSENT)),
            new Step<>("order", new Write.Put(OrderItem.toItem(order), Condition.ABSENT)),
            new Step<>(
                "item",
                count(
                    ordered.item(),
                    1,
                    STILL_OFFERED.with(
                        Attributes.none().number(CatalogueRow.VERSION, ordered.version())))),
            new Step<>(
                "mail", DynamoPost.adding(new ProgrammeNotice.OrderPlaced(order.id()), order.at())),
            new Step<>("caller", new Write.Put(EmployeeItem.toItem(caller), Condition.NONE))));
    return switch (table.transact(steps)) {
      case Transacted.Done<String> _ -> Placing.PLACED;
      case Transacted.Refused<String>(var found) ->
          !found.isEmpty() && found.keySet().stream().allMatch(step -> step.startsWith(ACCOUNT))
              ? Placing.NOT_ENOUGH
              : Placing.STALE;
    };
  }

  private static Write adds(EmployeeId whose, PointsEntry entry) {
    return new Write.Put(PointsItem.toItem(whose, entry), Condition.ABSENT);
  }

  private static Write takes(EmployeeId whose, long points) {
    return gives(whose, -points, HOLDS.with(Attributes.none().number("needed", points)));
  }

  private static Write gives(EmployeeId whose, long points, Condition condition) {
    return new Write.Update(
        Key.account(whose),
        Attributes.none(),
        List.of(),
        Attributes.none().number(PointsItem.BALANCE, points),
        condition);
  }

  /// The two rows that go with the release of an instalment of points.
  static List<Write> earning(EmployeeId whose, PointsEntry.Earned earned) {
    return List.of(adds(whose, earned), gives(whose, earned.points(), Condition.NONE));
  }

  private static Write count(ItemId item, int change, Condition condition) {
    return new Write.Update(
        Key.catalogueItem(item),
        Attributes.none(),
        List.of(),
        Attributes.none().number(CatalogueRow.ORDERED, change),
        condition);
  }

  @Override
  public Order end(Order.Ended ended) {
    var steps = new ArrayList<Step<String>>();
    steps.add(
        new Step<>(
            "order", new Write.Put(OrderItem.toItem(ended), STILL_OPEN.with(OrderItem.OPEN))));
    if (ended instanceof Order.Cancelled cancelled) {
      var placed = cancelled.placed();
      steps.add(new Step<>("entry", adds(placed.by(), cancelled.returned())));
      steps.add(
          new Step<>("account", gives(placed.by(), placed.ordered().price(), Condition.NONE)));
      steps.add(new Step<>("item", count(placed.ordered().item(), -1, Condition.PRESENT)));
    }
    if (ended instanceof Order.Delivered) {
      steps.add(
          new Step<>(
              "mail",
              DynamoPost.adding(new ProgrammeNotice.OrderDelivered(ended.id()), ended.at())));
    }
    return switch (table.transact(steps)) {
      case Transacted.Done<String> _ -> ended;
      case Transacted.Refused<String>(var found) ->
          found.getOrDefault("order", Optional.empty()).map(OrderItem::fromItem).orElseThrow();
    };
  }

  @Override
  public Page<Order> ordersOf(EmployeeId who, Page.Request page) {
    return rows(Listing.orders(who), page, OrderItem::fromItem);
  }

  @Override
  public Page<Order> openOrders(Page.Request page) {
    return Pages.of(table, Index.LIST, Listing.openOrders(), true, page, OrderItem::fromItem);
  }

  @Override
  public Optional<Correction> correct(Correction correction) {
    var entry = correction.entry();
    var change =
        entry.change() < 0
            ? takes(correction.whose(), -entry.change())
            : gives(correction.whose(), entry.change(), Condition.NONE);
    var corrected =
        table.transact(
            List.of(
                new Step<>(
                    "key", new Write.Put(PointsItem.correctionKey(correction), Condition.ABSENT)),
                new Step<>("entry", adds(correction.whose(), entry)),
                new Step<>("account", change)));
    return switch (corrected) {
      case Transacted.Done<String> _ -> Optional.of(correction);
      case Transacted.Refused<String>(var found) ->
          found.getOrDefault("key", Optional.empty()).map(PointsItem::correction);
    };
  }
}
