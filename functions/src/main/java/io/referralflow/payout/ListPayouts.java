package io.referralflow.payout;

import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.staff.Employee;
import java.util.Optional;

/// Lists what finance was asked to pay, by one query and one batch read of names.
public final class ListPayouts {

  private final Referrals referrals;
  private final Employees employees;

  public ListPayouts(Referrals referrals, Employees employees) {
    this.referrals = referrals;
    this.employees = employees;
  }

  /// A payout with the payee's name.
  public record Line(Payout payout, String payeeName) {}

  public Page<Line> execute(PayoutState state, Page.Request request) {
    var page = referrals.payouts(state, request);
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
