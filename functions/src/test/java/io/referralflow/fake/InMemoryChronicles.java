package io.referralflow.fake;

import io.referralflow.fake.InMemoryWorld.Rows;
import io.referralflow.port.Chronicles;
import io.referralflow.port.OperationId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import java.util.ArrayList;
import java.util.List;
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

  private static Chronicle chronicle(ReferralId id, Rows rows) {
    var snapshot = rows.snapshot;
    if (rows.facts.size() != snapshot.lastFact()
        || !hash("", rows.facts, rows.operations).equals(snapshot.lastHash())) {
      return new Chronicle.Broken(id, Flaw.CHAIN);
    }
    var written = new ArrayList<Written>();
    for (var i = 0; i < rows.facts.size(); i++) {
      written.add(new Written(rows.facts.get(i), rows.operations.get(i)));
    }
    return new Chronicle.Whole(snapshot, written, List.copyOf(rows.ledger.values()));
  }

  /// The hash of the last of some facts that follow a hash.
  static String hash(String previous, List<Fact> facts, List<OperationId> operations) {
    var hash = previous;
    for (var i = 0; i < facts.size(); i++) {
      hash = Integer.toHexString((hash + facts.get(i) + operations.get(i)).hashCode());
    }
    return hash;
  }
}
