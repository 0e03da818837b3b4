package io.referralflow.submission;

import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.staff.Employee;

/// Finds out whether a version of the terms is what somebody was promised. A referral keeps the
/// version of its submission (S3, S34), so its referrer may read it whatever became of the
/// programme since. Reads their referrals, page by page.
public final class FindPinned {

  private final Referrals referrals;

  public FindPinned(Referrals referrals) {
    this.referrals = referrals;
  }

  /// Whether a referral of theirs keeps the version.
  public boolean execute(Employee referrer, int version) {
    return referrer.ids().stream()
        .flatMap(id -> Page.all(part -> referrals.ownedBy(id, part)))
        .anyMatch(own -> own.referral().particulars().terms().version() == version);
  }
}
