package io.referralflow.scenario;

import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Erasure;
import io.referralflow.port.History;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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
  default List<ReferralId> held() {
    return sound().held();
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
  default List<Payout> promisedIn(YearMonth month) {
    return sound().promisedIn(month);
  }

  @Override
  default List<Payout> promised(PayoutState state, LocalDate from, LocalDate to) {
    return sound().promised(state, from, to);
  }

  @Override
  default Optional<Recognition> recognition(ReferralId id) {
    return sound().recognition(id);
  }

  @Override
  default boolean recognise(Recognition recognition) {
    return sound().recognise(recognition);
  }

  @Override
  default List<Recognition> unrecognised(LocalDate day) {
    return sound().unrecognised(day);
  }

  @Override
  default List<ReferralId> ofProgramme(ProgrammeId programme) {
    return sound().ofProgramme(programme);
  }

  @Override
  default List<Payout> promisedBy(LocalDate day) {
    return sound().promisedBy(day);
  }

  @Override
  default List<ReferralId> toErase(Instant by, int limit) {
    return sound().toErase(by, limit);
  }

  @Override
  default List<Erasure> erasedBetween(Instant from, Instant to) {
    return sound().erasedBetween(from, to);
  }

  @Override
  default boolean wasHandedOver(ReferralId id, int instalment) {
    return sound().wasHandedOver(id, instalment);
  }
}
