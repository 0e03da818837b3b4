package io.referralflow.payout;

import io.referralflow.payout.ListPayouts.Line;
import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.staff.Employee;
import java.util.Optional;

/// Puts names to payouts, by one batch read.
final class Lines {

  private final Employees employees;

  Lines(Employees employees) {
    this.employees = employees;
  }

  Page<Line> of(Page<Payout> page) {
    var payees = employees.findAll(page.items().stream().map(Payout::payee).distinct().toList());
    var lines =
        page.items().stream()
            .map(payout ->
                new Line(
                    payout,
                    Optional.ofNullable(payees.get(payout.payee())).map(Employee::name).orElse("")))
            .toList();
    return new Page<>(lines, page.next());
  }
}
