package io.referralflow.port;

import io.referralflow.points.CatalogueItem;
import io.referralflow.points.ItemId;
import io.referralflow.points.Order;
import io.referralflow.points.OrderId;
import io.referralflow.points.PointsEntry;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts of points, the catalogue and orders. Points are earned by the step that releases an
/// instalment, see [Referrals#commit]. Single reads are strongly consistent; lists may lag a moment
/// behind.
public interface Points {

  /// What somebody's entries add up to; never below 0.
  long balance(EmployeeId who);

  /// Somebody's entries, newest first.
  Page<PointsEntry> entries(EmployeeId who, Page.Request page);

  /// Every item, retired ones included, by id.
  List<CatalogueItem> catalogue();

  Optional<CatalogueItem> item(ItemId id);

  /// Stores an item if its version follows on the one that is stored; false when something else was
  /// stored before. What is ordered is counted by orders and stays as it is.
  boolean save(CatalogueItem item, EmployeeId by, Instant at);

  Optional<Order> order(OrderId id);

  /// The order that was placed with an idempotency key.
  Optional<Order> placed(EmployeeId who, String key);

  /// Places an order: the accounts pay, the stock goes down, the key is used up, and what is known
  /// of the caller is stored, and a mail to who handles the order is in the post. All or nothing.
  ///
  /// @param draws which accounts pay how much, together the price
  Placing place(Order.Placed order, List<Draw> draws, String key, Employee caller);

  /// The part of a price that an account pays.
  ///
  /// @param points above 0
  record Draw(EmployeeId account, int points) {

    /// What it takes from the account.
    public PointsEntry.Spent spent(Order.Placed order) {
      return new PointsEntry.Spent(order.id(), order.at(), points);
    }
  }

  /// What became of an order.
  enum Placing {
    PLACED,
    /// An account holds less than it is to pay.
    NOT_ENOUGH,
    /// The key was used, or the item changed or sold out since it was read: look again.
    STALE
  }

  /// Ends a placed order, with the points back and the stock up where it is cancelled, and a mail
  /// to whoever ordered in the post where it is delivered.
  ///
  /// @return the order as it stands then, which is another end when that came before
  Order end(Order.Ended ended);

  /// Somebody's orders, newest first.
  Page<Order> ordersOf(EmployeeId who, Page.Request page);

  /// Orders that are to be delivered, oldest first.
  Page<Order> openOrders(Page.Request page);

  /// Adds a correction to somebody's account, unless it would fall below 0.
  ///
  /// @return the correction of this key as it stands; empty when the account holds too little
  Optional<Correction> correct(Correction correction);

  /// A correction of somebody's account.
  record Correction(EmployeeId whose, PointsEntry.Corrected entry) {}
}
