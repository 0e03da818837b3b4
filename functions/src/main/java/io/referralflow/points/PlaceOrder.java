package io.referralflow.points;

import io.referralflow.port.Ids;
import io.referralflow.port.Points;
import io.referralflow.port.Points.Draw;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Settings;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Exchanges points for an item of the catalogue, once for each key: the same request again is the
/// same order, and two requests never spend the same points.
public final class PlaceOrder {

  private static final int TRIES = 20;

  private final Points points;
  private final Programmes programmes;
  private final Ids ids;
  private final InstantSource clock;

  public PlaceOrder(Points points, Programmes programmes, Ids ids, InstantSource clock) {
    this.points = points;
    this.programmes = programmes;
    this.ids = ids;
    this.clock = clock;
  }

  /// What is asked for.
  ///
  /// @param price the price that the caller saw
  /// @param key the caller's idempotency key
  public record Request(Employee caller, ItemId item, int price, String key) {}

  /// What became of it.
  public sealed interface Placing {
    /// Placed, now or by the same request before.
    record Placed(Order.Placed order) implements Placing {}

    /// The key belongs to another order.
    record KeyReused() implements Placing {}

    /// There is no such item, or it is retired.
    record NotOffered() implements Placing {}

    /// The item costs something else by now.
    record OtherPrice(int price) implements Placing {}

    record SoldOut() implements Placing {}

    record NotEnough() implements Placing {}
  }

  /// Places the order, or says why not.
  ///
  /// @throws IllegalStateException when others kept coming first, which ends as a fault
  public Placing execute(Request request) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var earlier = points.placed(request.caller().id(), request.key()).map(Order::placed);
      if (earlier.isPresent()) {
        return again(request, earlier.get());
      }
      var offered = points.item(request.item()).filter(item -> item.content().active());
      if (offered.isEmpty()) {
        return new Placing.NotOffered();
      }
      var item = offered.get();
      if (item.content().price() != request.price()) {
        return new Placing.OtherPrice(item.content().price());
      }
      if (item.isSoldOut()) {
        return new Placing.SoldOut();
      }
      var draws = draws(request.caller().ids(), request.price());
      if (draws.isEmpty()) {
        return new Placing.NotEnough();
      }
      var order = order(request.caller().id(), item);
      switch (points.place(order, draws, request.key(), request.caller())) {
        case PLACED -> {
          return new Placing.Placed(order);
        }
        case NOT_ENOUGH, STALE -> {
          // Somebody else came first: read and judge again.
        }
      }
    }
    throw new IllegalStateException("An order met others again and again");
  }

  /// Which accounts of a person pay: the one of the sign-in as far as it goes, then the others;
  /// none where all of them together hold less than the price.
  private List<Draw> draws(List<EmployeeId> accounts, int price) {
    var draws = new ArrayList<Draw>();
    var left = price;
    for (var account : accounts) {
      var part = left == 0 ? 0 : (int) Math.min(left, points.balance(account));
      if (part > 0) {
        draws.add(new Draw(account, part));
        left -= part;
      }
    }
    return left == 0 ? draws : List.of();
  }

  private static Placing again(Request request, Order.Placed earlier) {
    var ordered = earlier.ordered();
    return ordered.item().equals(request.item()) && ordered.price() == request.price()
        ? new Placing.Placed(earlier)
        : new Placing.KeyReused();
  }

  private Order.Placed order(EmployeeId caller, CatalogueItem item) {
    var content = item.content();
    var settings = programmes.settings();
    return new Order.Placed(
        new OrderId(ids.next()),
        caller,
        new Order.Ordered(
            item.id(),
            item.version(),
            content.title(),
            content.price(),
            content.kind(),
            settings.flatMap((Settings known) -> known.taxLabel(content.kind()))),
        clock.instant());
  }
}
