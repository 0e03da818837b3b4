package io.referralflow.payout;

import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;

/// Lists what finance was asked to pay, by one query and one batch read of names.
public final class ListPayouts {

  private final Referrals referrals;
  private final Lines lines;

  public ListPayouts(Referrals referrals, Employees employees) {
    this.referrals = referrals;
    this.lines = new Lines(employees);
  }

  /// A payout with the payee's name.
  public record Line(Payout payout, String payeeName) {}

  public Page<Line> execute(PayoutState state, Page.Request request) {
    return lines.of(referrals.payouts(state, request));
  }
}
