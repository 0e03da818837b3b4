package io.referralflow.fake;

import io.referralflow.fake.InMemoryWorld.Rows;
import io.referralflow.port.Chronicles;
import io.referralflow.port.OperationId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The records of referrals in memory. The chain is a sum over what the facts say: enough to find
/// what a test changes.
final class InMemoryChronicles implements Chronicles {

  private final InMemoryWorld world;

  InMemoryChronicles(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public Optional<Chronicle> read(ReferralId id) {
    synchronized (world) {
      return Optional.ofNullable(world.referrals.get(id)).map(rows -> chronicle(id, rows));
    }
  }

  private Chronicle chronicle(ReferralId id, Rows rows) {
    var snapshot = rows.snapshot;
    if (rows.facts.size() != snapshot.lastFact()
        || !hash(world, "", rows.facts, rows.operations).equals(snapshot.lastHash())) {
      return new Chronicle.Broken(id, Flaw.CHAIN);
    }
    var written = new ArrayList<Written>();
    for (var i = 0; i < rows.facts.size(); i++) {
      written.add(new Written(rows.facts.get(i), rows.operations.get(i)));
    }
    return new Chronicle.Whole(snapshot, written, List.copyOf(rows.ledger.values()));
  }

  /// The hash of the last of some facts that follow a hash. What a fact says is worked out once for
  /// each world: a fact never changes, and a test that tampers puts another one in its place.
  static String hash(
      InMemoryWorld world, String previous, List<Fact> facts, List<OperationId> operations) {
    var hash = previous;
    for (var i = 0; i < facts.size(); i++) {
      var said = world.said.computeIfAbsent(facts.get(i), Fact::toString);
      hash = Integer.toHexString(Objects.hash(hash, said, operations.get(i)));
    }
    return hash;
  }
}
