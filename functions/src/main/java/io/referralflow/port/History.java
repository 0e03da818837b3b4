package io.referralflow.port;

import io.referralflow.referral.Fact;
import java.util.List;

/// A referral with all its facts, in the order of their numbers.
public record History(Snapshot snapshot, List<Fact> facts) {

  public History {
    facts = List.copyOf(facts);
  }
}
