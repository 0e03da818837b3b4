package io.referralflow.port;

import io.referralflow.message.Notice;
import io.referralflow.points.PointsEntry;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.reward.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that one step writes, together or not at all: facts, the new snapshot, ledger
/// entries, notices and the rows that go with them.
///
/// @param before what the step was decided on; empty for the submission
/// @param newLeg whether a new execution must take over (also true for the submission)
/// @param wakes whether the running execution waits for just this and must be woken
/// @param eraseBy the moment by which the candidate's data must be deleted from now on
public record Change(
    Optional<Snapshot> before,
    Referral after,
    OperationId operation,
    Instant at,
    List<Fact> facts,
    List<LedgerEntry> ledger,
    List<Notice> notices,
    boolean newLeg,
    boolean wakes,
    Timer timer,
    Optional<Instant> eraseBy,
    List<Companion> companions) {

  /// What becomes of the referral's wait.
  public sealed interface Timer {
    /// It stays as it is.
    record Unchanged() implements Timer {}

    /// Something must have happened by itself by a moment; a waiting token stays.
    record Until(Instant wakeAt) implements Timer {}

    /// Nothing is waited for any more.
    record Done() implements Timer {}
  }

  public Change {
    facts = List.copyOf(facts);
    ledger = List.copyOf(ledger);
    notices = List.copyOf(notices);
    companions = List.copyOf(companions);
    if (!after.equals(made(before, facts))) {
      throw new IllegalArgumentException("Not the state that the facts make");
    }
    if (newLeg && !(timer instanceof Timer.Until)) {
      throw new IllegalArgumentException("A new leg needs a moment by which it must have begun");
    }
  }

  /// Whether an instalment is handed to finance, which the brake may forbid.
  public boolean releases() {
    return facts.stream()
        .anyMatch(fact ->
            fact instanceof Fact.Released released
                && !wasHandedOver(released)
                && !wasPaidBefore(released));
  }

  /// Whether finance had paid it before the product kept the referral: it comes in as paid, and
  /// nothing is handed over.
  private boolean wasPaidBefore(Fact.Released released) {
    return facts.stream()
            .anyMatch(fact ->
                fact instanceof Fact.Paid paid && paid.instalment() == released.instalment())
        && staysDone(released.instalment());
  }

  /// Whether a release only tells the table again what finance has since before.
  public boolean wasHandedOver(Fact.Released released) {
    return companions.contains(new Companion.HandedOverBefore(released.instalment()));
  }

  /// Whether what is done to an instalment must stay done when the table is brought back to an
  /// earlier moment. Points are nowhere but in the table: they go back with it and are earned
  /// again.
  public boolean staysDone(int instalment) {
    return facts.stream()
        .noneMatch(fact ->
            fact instanceof Fact.Paid(_, var number, _, var by)
                && number == instalment
                && by.equals(PointsEntry.ACCOUNT));
  }

  private static Referral made(Optional<Snapshot> before, List<Fact> facts) {
    return before
        .map(snapshot -> Life.of(snapshot.referral(), facts))
        .orElseGet(() -> Life.of(facts));
  }
}
