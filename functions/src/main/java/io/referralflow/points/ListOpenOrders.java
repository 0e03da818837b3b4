package io.referralflow.points;

import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.staff.Employee;
import java.util.Optional;

/// Lists the orders that are to be delivered, oldest first, by one query and one batch read of
/// names.
public final class ListOpenOrders {

  private final Points points;
  private final Employees employees;

  public ListOpenOrders(Points points, Employees employees) {
    this.points = points;
    this.employees = employees;
  }

  /// A line of the list.
  ///
  /// @param name of whoever ordered; empty where nothing is known of them any more
  public record Line(Order order, Optional<String> name) {}

  public Page<Line> execute(Page.Request request) {
    var page = points.openOrders(request);
    var names =
        employees.findAll(
            page.items().stream().map(order -> order.placed().by()).distinct().toList());
    return new Page<>(
        page.items().stream()
            .map(order ->
                new Line(
                    order, Optional.ofNullable(names.get(order.placed().by())).map(Employee::name)))
            .toList(),
        page.next());
  }
}
