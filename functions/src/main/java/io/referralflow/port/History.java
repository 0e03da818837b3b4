package io.referralflow.port;

import io.referralflow.referral.Fact;
import io.referralflow.referral.Recognition;
import java.util.List;
import java.util.Optional;

/// A referral with all its facts, in the order of their numbers.
///
/// @param recognition what was prepared to thank the referrer, where anything was
public record History(Snapshot snapshot, List<Fact> facts, Optional<Recognition> recognition) {

  /// A referral whose referrer nobody is asked to thank.
  public History(Snapshot snapshot, List<Fact> facts) {
    this(snapshot, facts, Optional.empty());
  }

  public History {
    facts = List.copyOf(facts);
  }
}
