package io.referralflow.submission;

import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.staff.Employee;
import java.util.Optional;

/// Finds out whether a version of the terms is what somebody was promised. A referral keeps the
/// version of its submission (S3, S34), so its referrer may read it whatever became of the
/// programme since. Reads their referrals, page by page.
public final class FindPinned {

  private static final int PAGE = 100;

  private final Referrals referrals;

  public FindPinned(Referrals referrals) {
    this.referrals = referrals;
  }

  /// Whether a referral of theirs keeps the version.
  public boolean execute(Employee referrer, int version) {
    for (var id : referrer.ids()) {
      var cursor = Optional.<String>empty();
      do {
        var page = referrals.ownedBy(id, new Page.Request(PAGE, cursor));
        if (page.items().stream()
            .anyMatch(own -> own.referral().particulars().terms().version() == version)) {
          return true;
        }
        cursor = page.next();
      } while (cursor.isPresent());
    }
    return false;
  }
}
