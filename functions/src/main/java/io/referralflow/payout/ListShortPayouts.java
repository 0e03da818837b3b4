package io.referralflow.payout;

import io.referralflow.payout.ListPayouts.Line;
import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.PayoutState;

/// Lists the payments of which something is still owed, since less was paid than had been
/// confirmed, oldest due day first. One leaves the list with the correction that says that the rest
/// was paid, or that less is owed. A debt has no last day, so that all is read that was ever paid.
public final class ListShortPayouts {

  private final Referrals referrals;
  private final Lines lines;

  public ListShortPayouts(Referrals referrals, Employees employees) {
    this.referrals = referrals;
    this.lines = new Lines(employees);
  }

  /// One page.
  ///
  /// @throws io.referralflow.port.BadCursor if the request's cursor is none of this list
  public Page<Line> execute(Page.Request request) {
    var page = new ByDueDay(request);
    return lines.of(
        page.of(
            Page.all(part -> referrals.payouts(PayoutState.PAID, part))
                .filter(payout -> payout.outstanding().minorUnits() > 0)));
  }
}
