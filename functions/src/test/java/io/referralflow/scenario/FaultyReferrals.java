package io.referralflow.scenario;

import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.History;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Referrals that work but for what a test makes go wrong.
public interface FaultyReferrals extends Referrals {

  /// What works.
  Referrals sound();

  @Override
  default long nextReceiptNumber() {
    return sound().nextReceiptNumber();
  }

  @Override
  default Optional<Snapshot> find(ReferralId id) {
    return sound().find(id);
  }

  @Override
  default List<Snapshot> findAll(List<ReferralId> ids) {
    return sound().findAll(ids);
  }

  @Override
  default Optional<History> read(ReferralId id) {
    return sound().read(id);
  }

  @Override
  default Committed commit(Change change) {
    return sound().commit(change);
  }

  @Override
  default Page<Snapshot> ownedBy(EmployeeId referrer, Page.Request page) {
    return sound().ownedBy(referrer, page);
  }

  @Override
  default Page<Snapshot> worklist(Page.Request page) {
    return sound().worklist(page);
  }

  @Override
  default Page<Payout> payouts(PayoutState state, Page.Request page) {
    return sound().payouts(state, page);
  }

  @Override
  default List<ReferralId> toErase(Instant by, int limit) {
    return sound().toErase(by, limit);
  }
}
