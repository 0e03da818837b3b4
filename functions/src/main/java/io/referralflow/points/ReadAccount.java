package io.referralflow.points;

import io.referralflow.port.OwnLists;
import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.staff.Employee;
import java.util.Comparator;

/// What somebody's account holds, and how it came to it: all that was earned under any id of
/// theirs, since a referral that was entered for them earns under their HR number.
public final class ReadAccount {

  private static final Comparator<PointsEntry> NEWEST_FIRST =
      Comparator.comparing(PointsEntry::at).reversed();

  private final Points points;

  public ReadAccount(Points points) {
    this.points = points;
  }

  /// An account.
  ///
  /// @param entries newest first
  public record Account(long balance, Page<PointsEntry> entries) {}

  public Account execute(Employee who, Page.Request page) {
    return new Account(
        who.ids().stream().mapToLong(points::balance).sum(),
        new OwnLists<>(who.ids(), points::entries, NEWEST_FIRST).page(page));
  }
}
