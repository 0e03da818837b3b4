package io.referralflow.fake;

import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.port.Change;
import io.referralflow.port.Change.Timer;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Life;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralFixtures;
import io.referralflow.referral.Retention;
import io.referralflow.reward.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A change as a test wants it: begun with one of the two factories, completed by withers.
public record ChangeFixture(
    Optional<Snapshot> before,
    String operation,
    Instant at,
    List<Fact> facts,
    List<LedgerEntry> ledger,
    List<Notice> notices,
    boolean newLeg,
    boolean wakes,
    Timer timer,
    List<Companion> companions) {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /// A submission that names nobody else: no notice and no companion.
  public static ChangeFixture submission(Particulars particulars) {
    return new ChangeFixture(
        Optional.empty(),
        "submit " + particulars.id().value(),
        particulars.submittedAt(),
        List.of(FactFixtures.submitted(particulars)),
        List.of(),
        List.of(),
        true,
        false,
        new Timer.Until(NOON),
        List.of());
  }

  /// A step that records facts and does nothing else.
  public static ChangeFixture step(Snapshot before, Fact... facts) {
    return new ChangeFixture(
        Optional.of(before),
        "step " + before.version(),
        NOON,
        List.of(facts),
        List.of(),
        List.of(),
        false,
        false,
        new Timer.Unchanged(),
        List.of());
  }

  /// The particulars of the nth referral, all else as in [FactFixtures].
  public static Particulars particulars(int number) {
    return ReferralFixtures.withReceipt(
        ReferralFixtures.withId(FactFixtures.particulars(), FakeIds.referral(number)),
        number,
        FactFixtures.particulars().submittedAt().plusSeconds(number));
  }

  public static Notice notice(long number, LetterKind kind, Instant notBefore) {
    return new Notice(number, kind, OptionalInt.empty(), notBefore);
  }

  public ChangeFixture by(String other) {
    return new ChangeFixture(
        before, other, at, facts, ledger, notices, newLeg, wakes, timer, companions);
  }

  public ChangeFixture at(Instant moment) {
    return new ChangeFixture(
        before, operation, moment, facts, ledger, notices, newLeg, wakes, timer, companions);
  }

  public ChangeFixture with(LedgerEntry... entries) {
    return new ChangeFixture(
        before, operation, at, facts, List.of(entries), notices, newLeg, wakes, timer, companions);
  }

  public ChangeFixture with(Notice... some) {
    return new ChangeFixture(
        before, operation, at, facts, ledger, List.of(some), newLeg, wakes, timer, companions);
  }

  public ChangeFixture with(Timer other) {
    return new ChangeFixture(
        before, operation, at, facts, ledger, notices, newLeg, wakes, other, companions);
  }

  public ChangeFixture with(Companion... some) {
    return new ChangeFixture(
        before, operation, at, facts, ledger, notices, newLeg, wakes, timer, List.of(some));
  }

  public ChangeFixture newLeg(Instant wakeAt) {
    return new ChangeFixture(
        before,
        operation,
        at,
        facts,
        ledger,
        notices,
        true,
        wakes,
        new Timer.Until(wakeAt),
        companions);
  }

  /// The step of another operation.
  public ChangeFixture named(String other) {
    return new ChangeFixture(
        before, other, at, facts, ledger, notices, newLeg, wakes, timer, companions);
  }

  public ChangeFixture waking() {
    return new ChangeFixture(
        before, operation, at, facts, ledger, notices, newLeg, true, timer, companions);
  }

  public Change make() {
    var after =
        before.map(known -> Life.of(known.referral(), facts)).orElseGet(() -> Life.of(facts));
    return new Change(
        before,
        after,
        new OperationId(operation),
        at,
        facts,
        ledger,
        notices,
        newLeg,
        wakes,
        timer,
        Retention.eraseBy(after),
        companions);
  }

  /// Commits the change, which must be done, and answers what it left behind.
  public Snapshot in(Referrals referrals) {
    return switch (referrals.commit(make())) {
      case Committed.Done(var snapshot) -> snapshot;
      case Committed.Stale _, Committed.Frozen _, Committed.DoneBefore _, Committed.Clash _ ->
          throw new AssertionError("Not committed: " + operation);
    };
  }
}
