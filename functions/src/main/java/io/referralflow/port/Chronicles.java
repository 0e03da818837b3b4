package io.referralflow.port;

import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.LedgerEntry;
import java.util.List;
import java.util.Optional;

/// The records of referrals, for whoever checks them: not only what they say, but whether they
/// still are what was written.
public interface Chronicles {

  /// Reads facts, snapshot and ledger of a referral by one strongly consistent query, and checks
  /// the chain of its facts.
  Optional<Chronicle> read(ReferralId id);

  /// The record of one referral.
  sealed interface Chronicle {
    ReferralId id();

    /// No fact was changed, removed, swapped, inserted or cut off since it was written.
    ///
    /// @param written the facts in the order of their numbers
    record Whole(Snapshot snapshot, List<Written> written, List<LedgerEntry> ledger)
        implements Chronicle {
      public Whole {
        written = List.copyOf(written);
        ledger = List.copyOf(ledger);
      }

      @Override
      public ReferralId id() {
        return snapshot.referral().id();
      }

      public List<Fact> facts() {
        return written.stream().map(Written::fact).toList();
      }
    }

    /// It is not what was written.
    record Broken(ReferralId id, Flaw flaw) implements Chronicle {}
  }

  /// A fact with the operation that wrote it; those of one change follow each other.
  record Written(Fact fact, OperationId operation) {}

  /// How a record is broken.
  enum Flaw {
    /// A fact was changed, removed, swapped, inserted or cut off.
    CHAIN,
    /// The snapshot is gone.
    NO_SNAPSHOT,
    /// A row says what no version ever wrote.
    UNREADABLE
  }
}
