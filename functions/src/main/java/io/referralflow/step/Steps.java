package io.referralflow.step;

import io.referralflow.port.Committed;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

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
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var found = referrals.find(id);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      var now = clock.instant();
      switch (rule.apply(found.get(), now)) {
        case Ruling.Leave<O>(var outcome) -> {
          return Optional.of(outcome);
        }
        case Ruling.Write<O>(var facts, var companions, var newLeg, var outcome) -> {
          var change = Consequences.of(found.get(), operation, now, facts, companions, newLeg);
          switch (referrals.commit(change)) {
            case Committed.Done _ -> {
              return Optional.of(outcome);
            }
            case Committed.Stale _, Committed.Clash _ -> {
              // Somebody else came first: read and decide again.
            }
          }
        }
      }
    }
    throw new IllegalStateException("Too many steps at once on one referral: " + operation.value());
  }
}
