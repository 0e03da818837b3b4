package io.referralflow.payout;

import io.referralflow.payout.ListPayouts.Line;
import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.PayoutState;
import java.time.LocalDate;

/// Lists the payments of which something is still owed, since less was paid than had been
/// confirmed, oldest due day first. One leaves the list with the correction that says that the rest
/// was paid, or that less is owed. A debt has no last day, so that all is read that was ever paid.
public final class ListShortPayouts {

  /// Later than anything is promised.
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

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
    var paid = referrals.promised(PayoutState.PAID, LocalDate.EPOCH, LAST).stream();
    return lines.of(page.of(paid.filter(payout -> payout.outstanding().minorUnits() > 0)));
  }
}
