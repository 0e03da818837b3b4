package io.referralflow.points;

import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.staff.EmployeeId;

/// What somebody's account holds, and how it came to it.
public final class ReadAccount {

  private final Points points;

  public ReadAccount(Points points) {
    this.points = points;
  }

  /// An account.
  ///
  /// @param entries newest first
  public record Account(long balance, Page<PointsEntry> entries) {}

  public Account execute(EmployeeId who, Page.Request page) {
    return new Account(points.balance(who), points.entries(who, page));
  }
}
