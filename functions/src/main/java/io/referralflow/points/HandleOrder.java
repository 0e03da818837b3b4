package io.referralflow.points;

import io.referralflow.port.Points;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;

/// Ends an order: delivered, or cancelled with a reason, which gives the points back. Nobody
/// handles an order of their own. The same end again is the same outcome.
public final class HandleOrder {

  private final Points points;
  private final InstantSource clock;

  public HandleOrder(Points points, InstantSource clock) {
    this.points = points;
    this.clock = clock;
  }

  /// How an order is to end.
  public sealed interface Ending {
    record Delivery() implements Ending {}

    /// The points go back.
    ///
    /// @param reason in words for whoever ordered
    record Cancellation(String reason) implements Ending {}
  }

  /// What became of it.
  public sealed interface Handling {
    record Handled(Order.Ended order) implements Handling {}

    record OwnOrder() implements Handling {}

    /// It ended in another way before.
    record EndedOtherwise() implements Handling {}

    record NotFound() implements Handling {}
  }

  public Handling execute(Employee by, OrderId id, Ending ending) {
    var found = points.order(id);
    if (found.isEmpty()) {
      return new Handling.NotFound();
    }
    if (by.is(found.get().placed().by())) {
      return new Handling.OwnOrder();
    }
    var wanted = ended(found.get().placed(), by.id(), ending);
    var standing = found.get() instanceof Order.Placed ? points.end(wanted) : found.get();
    return standing instanceof Order.Ended ended && isSame(ended, wanted)
        ? new Handling.Handled(ended)
        : new Handling.EndedOtherwise();
  }

  private Order.Ended ended(Order.Placed placed, EmployeeId by, Ending ending) {
    return switch (ending) {
      case Ending.Delivery _ -> placed.deliver(by, clock.instant());
      case Ending.Cancellation(var reason) -> placed.cancel(by, reason, clock.instant());
    };
  }

  private static boolean isSame(Order.Ended one, Order.Ended other) {
    return switch (one) {
      case Order.Delivered _ -> other instanceof Order.Delivered;
      case Order.Cancelled cancelled ->
          other instanceof Order.Cancelled again && again.reason().equals(cancelled.reason());
    };
  }
}
