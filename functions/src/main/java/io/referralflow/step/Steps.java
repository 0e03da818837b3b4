package io.referralflow.step;

import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Takes steps in a referral's life: reads it, asks a rule, and writes what the rule says with all
/// its consequences in one transaction under the version lock. When another step came first it
/// reads and asks again, so that a rule must decide on what it is given and nothing else.
public final class Steps {

  private static final int TRIES = 40;

  private final Referrals referrals;
  private final InstantSource clock;

  public Steps(Referrals referrals, InstantSource clock) {
    this.referrals = referrals;
    this.clock = clock;
  }

  /// Takes one step.
  ///
  /// @param operation the same for every try of the same step
  /// @param rule decides by the snapshot and the moment
  /// @return the rule's outcome; empty when there is no such referral
  /// @throws IllegalStateException when other steps kept coming first, which ends as a fault and is
  ///   tried again by whoever called
  public <O> Optional<O> take(
      ReferralId id, OperationId operation, BiFunction<Snapshot, Instant, Ruling<O>> rule) {
    return take(id, Optional.empty(), operation, rule);
  }

  /// Takes one step in a referral that the caller has just read, and need not be read again unless
  /// another step came first.
  ///
  /// @param known the referral as it was read after all that the rule goes by was written
  /// @throws IllegalStateException as for a step without it
  public <O> Optional<O> take(
      ReferralId id,
      Optional<Snapshot> known,
      OperationId operation,
      BiFunction<Snapshot, Instant, Ruling<O>> rule) {
    var firstLook = new AtomicReference<>(known);
    return take(
        () -> firstLook.getAndSet(Optional.empty()).or(() -> referrals.find(id)),
        Function.identity(),
        operation,
        rule);
  }

  /// Takes one step that is decided on more than the snapshot.
  ///
  /// @param look reads what the rule needs; asked again for every try
  /// @param snapshot what is read of the referral itself; asked only when the rule writes
  /// @param <S> what the rule decides on
  public <S, O> Optional<O> take(
      Supplier<Optional<S>> look,
      Function<S, Snapshot> snapshot,
      OperationId operation,
      BiFunction<S, Instant, Ruling<O>> rule) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var found = look.get();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      var now = clock.instant();
      var ruling = rule.apply(found.get(), now);
      if (ruling instanceof Ruling.Leave<O>(var outcome)) {
        return Optional.of(outcome);
      }
      switch (referrals.commit(change(snapshot.apply(found.get()), operation, now, ruling))) {
        case Committed.Done _ -> {
          return Optional.of(outcome(ruling));
        }
        case Committed.Frozen _ -> {
          return Optional.of(frozen(ruling));
        }
        case Committed.DoneBefore _ -> {
          return Optional.of(doneBefore(ruling));
        }
        case Committed.Stale _, Committed.Clash _ -> {
          // Somebody else came first: read and decide again.
        }
      }
    }
    throw new IllegalStateException("Too many steps at once on one referral: " + operation.value());
  }

  private static <O> Change change(
      Snapshot before, OperationId operation, Instant now, Ruling<O> ruling) {
    return switch (ruling) {
      case Ruling.Leave<O> _ -> throw new IllegalArgumentException("Nothing is written");
      case Ruling.Write<O>(var facts, var companions, var newLeg, _) ->
          Consequences.of(before, operation, now, facts, companions, newLeg);
      case Ruling.Release<O>(var facts, _, _, _) ->
          Consequences.of(before, operation, now, facts, List.of(), false);
      case Ruling.Confirm<O>(var fact, _, _) ->
          Consequences.of(before, operation, now, List.of(fact), List.of(), false);
    };
  }

  private static <O> O outcome(Ruling<O> ruling) {
    return switch (ruling) {
      case Ruling.Leave<O>(var outcome) -> outcome;
      case Ruling.Write<O>(_, _, _, var outcome) -> outcome;
      case Ruling.Release<O>(_, var outcome, _, _) -> outcome;
      case Ruling.Confirm<O>(_, var outcome, _) -> outcome;
    };
  }

  private static <O> O frozen(Ruling<O> ruling) {
    if (ruling instanceof Ruling.Release<O>(_, _, var frozen, _)) {
      return frozen;
    }
    throw new IllegalStateException("Only a release says what happens when frozen");
  }

  private static <O> O doneBefore(Ruling<O> ruling) {
    return switch (ruling) {
      case Ruling.Release<O>(_, _, _, var before) -> before;
      case Ruling.Confirm<O>(_, _, var differs) -> differs;
      case Ruling.Leave<O> _, Ruling.Write<O> _ ->
          throw new IllegalStateException("Only what is done once may have been done before");
    };
  }
}
