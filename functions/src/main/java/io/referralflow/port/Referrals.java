package io.referralflow.port;

import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Money;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All referrals. Single reads are strongly consistent; lists may lag a moment behind.
public interface Referrals {

  /// The next receipt number: greater than all given before, with gaps where a submission failed.
  long nextReceiptNumber();

  Optional<Snapshot> find(ReferralId id);

  /// Several referrals at once, in no order; unknown ones are left out.
  List<Snapshot> findAll(List<ReferralId> ids);

  /// The referral with all its facts, by one query.
  Optional<History> read(ReferralId id);

  /// Writes a change, or nothing.
  Committed commit(Change change);

  /// A referrer's own referrals, newest first.
  Page<Snapshot> ownedBy(EmployeeId referrer, Page.Request page);

  /// Referrals that wait for a recruiter or a programme manager, oldest first.
  Page<Snapshot> worklist(Page.Request page);

  /// Released instalments, by promised day.
  Page<Payout> payouts(PayoutState state, Page.Request page);

  /// Referrals whose candidate's data must be deleted by a moment, at most `limit`.
  List<ReferralId> toErase(Instant by, int limit);

  /// Where a released instalment stands with finance.
  enum PayoutState {
    RELEASED,
    PAID
  }

  /// A released instalment as finance sees it.
  record Payout(
      ReferralId referral,
      int instalment,
      long receiptNumber,
      EmployeeId payee,
      Money amount,
      LocalDate dueOn,
      LocalDate promisedOn,
      Optional<LocalDate> paidOn) {}
}
