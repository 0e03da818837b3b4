package io.referralflow.step;

import io.referralflow.port.Companion;
import io.referralflow.referral.Fact;
import java.util.List;

/// What a rule says about a referral as it stands.
///
/// @param <O> the outcome that the caller gets
public sealed interface Ruling<O> {

  /// Nothing is written.
  record Leave<O>(O outcome) implements Ruling<O> {}

  /// Facts are recorded, with the rows that go with them.
  ///
  /// @param newLeg whether a new execution must take over whatever the facts say
  record Write<O>(List<Fact> facts, List<Companion> companions, boolean newLeg, O outcome)
      implements Ruling<O> {
    public Write {
      facts = List.copyOf(facts);
      companions = List.copyOf(companions);
    }
  }

  /// Records one fact.
  static <O> Ruling<O> record(Fact fact, O outcome) {
    return new Write<>(List.of(fact), List.of(), false, outcome);
  }

  /// Leaves all as it is.
  static <O> Ruling<O> leave(O outcome) {
    return new Leave<>(outcome);
  }
}
