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

  /// An instalment is released, unless payouts are frozen or it was handed to finance before the
  /// table was brought back to an earlier moment.
  ///
  /// @param facts the release, and what follows from it at once
  /// @param frozen the outcome when payouts are frozen
  /// @param before the outcome when finance has it since before
  record Release<O>(List<Fact> facts, O outcome, O frozen, O before) implements Ruling<O> {
    public Release {
      facts = List.copyOf(facts);
    }
  }

  /// A payment is confirmed, unless it was confirmed with another date before the table was brought
  /// back to an earlier moment.
  ///
  /// @param differs the outcome when it was
  record Confirm<O>(Fact.Paid fact, O outcome, O differs) implements Ruling<O> {}

  /// Records one fact.
  static <O> Ruling<O> record(Fact fact, O outcome) {
    return new Write<>(List.of(fact), List.of(), false, outcome);
  }

  /// Leaves all as it is.
  static <O> Ruling<O> leave(O outcome) {
    return new Leave<>(outcome);
  }
}
