package io.referralflow.fake;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Points in memory.
final class InMemoryPoints implements Points {

  private final InMemoryWorld world;

  InMemoryPoints(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public long balance(EmployeeId who) {
    synchronized (world) {
      return all(who).values().stream().mapToLong(PointsEntry::change).sum();
    }
  }

  private SortedMap<String, PointsEntry> all(EmployeeId who) {
    return world.points.getOrDefault(who, new TreeMap<>());
  }

  @Override
  public Page<PointsEntry> entries(EmployeeId who, Page.Request page) {
    synchronized (world) {
      return InMemoryPages.descending(
          all(who).values().stream(),
          entry -> InMemoryTime.sortable(entry.at()) + " " + place(entry),
          page);
    }
  }

  /// What makes a second entry for the same thing impossible.
  static String place(PointsEntry entry) {
    return switch (entry) {
      case PointsEntry.Earned(var referral, var instalment, _, _) ->
          "EARNED#" + referral.value() + "#" + instalment;
      case PointsEntry.Spent(var order, _, _) -> "SPENT#" + order.value();
      case PointsEntry.Returned(var order, _, _) -> "RETURNED#" + order.value();
      case PointsEntry.Corrected(var by, var key, _, _, _) -> "CORRECTED#" + by.value() + "#" + key;
    };
  }

  static void add(InMemoryWorld world, EmployeeId whose, PointsEntry entry) {
    var entries = world.points.computeIfAbsent(whose, _ -> new TreeMap<>());
    if (entries.putIfAbsent(place(entry), entry) != null) {
      throw new IllegalStateException("The account holds this entry already: " + place(entry));
    }
  }

  @Override
  public List<CatalogueItem> catalogue() {
    synchronized (world) {
      return List.copyOf(new TreeMap<>(world.catalogue).values());
    }
  }

  @Override
  public Optional<CatalogueItem> item(ItemId id) {
    synchronized (world) {
      return Optional.ofNullable(world.catalogue.get(id.value()));
    }
  }

  @Override
  public boolean save(CatalogueItem item, EmployeeId by, Instant at) {
    synchronized (world) {
      var change = List.of(item.version(), item.content(), by, at);
      var place = item.id().value() + "#" + item.version();
      var standing = item(item.id());
      if (standing.map(CatalogueItem::version).orElse(0L) != item.version() - 1) {
        return change.equals(world.catalogueChanges.get(place));
      }
      world.catalogueChanges.put(place, change);
      var ordered = standing.map(CatalogueItem::ordered).orElse(item.ordered());
      world.catalogue.put(
          item.id().value(), new CatalogueItem(item.id(), item.version(), item.content(), ordered));
      return true;
    }
  }

  @Override
  public Optional<Order> order(OrderId id) {
    synchronized (world) {
      return Optional.ofNullable(world.orders.get(id));
    }
  }

  @Override
  public Optional<Order> placed(EmployeeId who, String key) {
    synchronized (world) {
      return Optional.ofNullable(world.orderKeys.get(List.of(who.value(), key)))
          .flatMap(this::order);
    }
  }

  @Override
  public Placing place(Order.Placed order, List<Draw> draws, String key, Employee caller) {
    synchronized (world) {
      var ordered = order.ordered();
      var used = List.of(order.by().value(), key);
      var item =
          item(ordered.item())
              .filter(found -> found.version() == ordered.version())
              .filter(found ->
                  found.content().stock().filter(stock -> found.ordered() >= stock).isEmpty());
      if (world.orderKeys.containsKey(used)
          || world.orders.containsKey(order.id())
          || item.isEmpty()) {
        return Placing.STALE;
      }
      if (draws.stream().anyMatch(draw -> balance(draw.account()) < draw.points())) {
        return Placing.NOT_ENOUGH;
      }
      world.orderKeys.put(used, order.id());
      world.orders.put(order.id(), order);
      draws.forEach(draw -> add(world, draw.account(), draw.spent(order)));
      world.catalogue.put(ordered.item().value(), item.get().ordered(1));
      world.employees.put(caller.id(), caller);
      InMemoryPost.add(world, new ProgrammeNotice.OrderPlaced(order.id()), order.at());
      return Placing.PLACED;
    }
  }

  @Override
  public Order end(Order.Ended ended) {
    synchronized (world) {
      var standing = Objects.requireNonNull(world.orders.get(ended.id()));
      if (!(standing instanceof Order.Placed)) {
        return standing;
      }
      world.orders.put(ended.id(), ended);
      if (ended instanceof Order.Delivered) {
        InMemoryPost.add(world, new ProgrammeNotice.OrderDelivered(ended.id()), ended.at());
      }
      if (ended instanceof Order.Cancelled cancelled) {
        add(world, cancelled.placed().by(), cancelled.returned());
        var _ =
            world.catalogue.computeIfPresent(
                cancelled.placed().ordered().item().value(), (_, item) -> item.ordered(-1));
      }
      return ended;
    }
  }

  @Override
  public Page<Order> ordersOf(EmployeeId who, Page.Request page) {
    synchronized (world) {
      return InMemoryPages.descending(
          world.orders.values().stream().filter(order -> order.placed().by().equals(who)),
          InMemoryPoints::place,
          page);
    }
  }

  @Override
  public Page<Order> openOrders(Page.Request page) {
    synchronized (world) {
      return InMemoryPages.ascending(
          world.orders.values().stream().filter(Order.Placed.class::isInstance),
          InMemoryPoints::place,
          page);
    }
  }

  private static String place(Order order) {
    return InMemoryTime.sortable(order.placed().at()) + " " + order.id().value();
  }

  @Override
  public Optional<Correction> correct(Correction correction) {
    synchronized (world) {
      var entry = correction.entry();
      var used = List.of(entry.by().value(), entry.key());
      var before = world.corrections.get(used);
      if (before != null) {
        return Optional.of(before);
      }
      if (entry.change() < 0 && balance(correction.whose()) + entry.change() < 0) {
        return Optional.empty();
      }
      world.corrections.put(used, correction);
      add(world, correction.whose(), entry);
      return Optional.of(correction);
    }
  }
}
