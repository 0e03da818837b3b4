package io.referralflow.audit;

import io.referralflow.port.Chronicles.Chronicle;
import io.referralflow.port.Chronicles.Written;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.step.Consequences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says whether a referral's record holds: its facts are those that were written, they make its
/// state, they make its ledger, and what is owed comes out the same when it is worked out by other
/// code.
public final class Audit {

  private static final Comparator<LedgerEntry> ORDER = Comparator.comparing(LedgerEntry::toString);

  private Audit() {}

  /// What is wrong with a record; empty when all of it holds.
  public static Optional<Finding> of(Chronicle chronicle) {
    return switch (chronicle) {
      case Chronicle.Broken _ -> Optional.of(Finding.BROKEN_RECORD);
      case Chronicle.Whole whole -> of(whole);
    };
  }

  private static Optional<Finding> of(Chronicle.Whole whole) {
    var referral = whole.snapshot().referral();
    var states = states(whole.facts());
    if (states.isEmpty() || !states.getLast().equals(referral)) {
      return Optional.of(Finding.STATE_DIFFERS);
    }
    if (!sorted(ledger(whole.written(), states)).equals(sorted(whole.ledger()))) {
      return Optional.of(Finding.LEDGER_DIFFERS);
    }
    return Afresh.of(whole.facts()).equals(owed(referral))
        ? Optional.empty()
        : Optional.of(Finding.OWED_DIFFERS);
  }

  /// The states that facts lead through, the first one that of the submission; none when they
  /// cannot have happened.
  private static List<Referral> states(List<Fact> facts) {
    var states = new ArrayList<Referral>();
    for (var fact : facts) {
      var after =
          states.isEmpty()
              ? fact instanceof Fact.Submitted begins
                  ? Optional.of(Life.begin(begins))
                  : Optional.<Referral>empty()
              : Life.after(states.getLast(), fact);
      if (after.isEmpty()) {
        return List.of();
      }
      states.add(after.get());
    }
    return states;
  }

  /// The ledger that these facts made, change by change.
  private static List<LedgerEntry> ledger(List<Written> written, List<Referral> states) {
    var entries = new ArrayList<LedgerEntry>();
    var from = 1;
    while (from < written.size()) {
      var to = from + 1;
      while (to < written.size()
          && written.get(to).operation().equals(written.get(from).operation())) {
        to++;
      }
      var facts = written.subList(from, to).stream().map(Written::fact).toList();
      entries.addAll(
          Consequences.ledger(
              states.get(from - 1), states.get(to - 1), facts, facts.getLast().at(), to));
      from = to;
    }
    return entries;
  }

  private static List<LedgerEntry> sorted(List<LedgerEntry> entries) {
    return entries.stream().sorted(ORDER).toList();
  }

  /// What is owed by the fold.
  static List<Afresh.Line> owed(Referral referral) {
    return Owed.of(referral).stream()
        .map(line ->
            new Afresh.Line(
                line.instalment().number(),
                line.instalment().amount(),
                line.dueOn(),
                standing(line.state())))
        .toList();
  }

  private static Afresh.Standing standing(InstalmentState state) {
    return switch (state) {
      case PLANNED -> Afresh.Standing.PLANNED;
      case HELD -> Afresh.Standing.HELD;
      case CANCELLED -> Afresh.Standing.CANCELLED;
      case RELEASED -> Afresh.Standing.RELEASED;
      case PAID -> Afresh.Standing.PAID;
    };
  }
}
