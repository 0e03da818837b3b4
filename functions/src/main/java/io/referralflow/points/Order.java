package io.referralflow.points;

import io.referralflow.reward.RewardKind;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;

/// An order of an item of the catalogue: placed by whoever pays for it with points, then delivered,
/// or cancelled with a reason, by a programme manager who is somebody else.
public sealed interface Order {

  /// The order as it was placed.
  Placed placed();

  default OrderId id() {
    return placed().id();
  }

  /// What was ordered, as it was then.
  ///
  /// @param version of the item
  /// @param price in points
  /// @param taxLabel how payroll treated the kind of reward, in payroll's own words
  record Ordered(
      ItemId item,
      long version,
      CatalogueItem.Words title,
      int price,
      RewardKind kind,
      Optional<String> taxLabel) {}

  /// Paid for, and to be delivered.
  record Placed(OrderId id, EmployeeId by, Ordered ordered, Instant at) implements Order {

    @Override
    public Placed placed() {
      return this;
    }

    public Delivered deliver(EmployeeId manager, Instant now) {
      return new Delivered(this, manager, now);
    }

    public Cancelled cancel(EmployeeId manager, String reason, Instant now) {
      return new Cancelled(this, manager, reason, now);
    }
  }

  /// At its end.
  sealed interface Ended extends Order {
    /// The programme manager who ended it.
    EmployeeId by();

    Instant at();
  }

  /// Handed over to whoever ordered it.
  record Delivered(Placed placed, EmployeeId by, Instant at) implements Ended {}

  /// Not to be delivered; the points are back.
  ///
  /// @param reason in words for whoever ordered it
  record Cancelled(Placed placed, EmployeeId by, String reason, Instant at) implements Ended {

    /// What the account gets back.
    public PointsEntry.Returned returned() {
      return new PointsEntry.Returned(placed.id(), at, placed.ordered().price());
    }
  }
}
