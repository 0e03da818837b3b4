package io.referralflow.step;

import io.referralflow.port.Change;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.reward.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Stored referrals, and what a change writes beside its facts in short lines.
public final class StepFixtures {

  private StepFixtures() {}

  /// A referral stored with ten facts and four notices, in its second leg.
  public static Snapshot stored(Referral referral) {
    return new Snapshot(
        referral,
        12,
        2,
        Instant.parse("2026-03-02T09:00:00Z"),
        10,
        "hash-10",
        4,
        new OperationId("before"));
  }

  /// The change that facts make to a stored referral; it happens with the last of them.
  static Change change(Referral before, Fact... facts) {
    return Consequences.of(
        stored(before),
        new OperationId("test"),
        facts[facts.length - 1].at(),
        List.of(facts),
        List.of(),
        false);
  }

  /// Everything that a change writes beside facts and companions.
  static List<String> lines(Change change) {
    var lines = new ArrayList<String>();
    for (var notice : change.notices()) {
      lines.add(
          "mail %d %s%s from %s"
              .formatted(
                  notice.number(),
                  notice.kind().wireName(),
                  notice.instalment().isPresent() ? " " + notice.instalment().getAsInt() : "",
                  notice.notBefore()));
    }
    for (var entry : change.ledger()) {
      lines.add("ledger " + words(entry));
    }
    if (change.newLeg()) {
      lines.add("new leg");
    }
    if (change.wakes()) {
      lines.add("wakes");
    }
    lines.add(
        switch (change.timer()) {
          case Change.Timer.Unchanged _ -> "clock unchanged";
          case Change.Timer.Until(var wakeAt) -> "clock " + wakeAt;
          case Change.Timer.Done _ -> "clock done";
        });
    change.eraseBy().ifPresent(at -> lines.add("erase by " + at));
    return lines;
  }

  private static String words(LedgerEntry entry) {
    var kind = entry.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return switch (entry) {
      case LedgerEntry.Released(var number, var at, var amount, var dueOn, var promisedOn) ->
          "%s %d %s %s due %s promised %s"
              .formatted(kind, number, at, amount.amount(), dueOn, promisedOn);
      case LedgerEntry.Paid(var number, var at, var amount, var paidOn, var by) ->
          "%s %d %s %s on %s by %s".formatted(kind, number, at, amount.amount(), paidOn, by);
      case LedgerEntry.Cancelled(var number, var at, var amount, var fact) ->
          "%s %d %s %s fact %d".formatted(kind, number, at, amount.amount(), fact);
      case LedgerEntry.Revived(var number, var at, var amount, var fact) ->
          "%s %d %s %s fact %d".formatted(kind, number, at, amount.amount(), fact);
      case LedgerEntry.PutOnHold(var number, var at, var amount, var fact, var reason, var by) ->
          "%s %d %s %s fact %d %s by %s"
              .formatted(kind, number, at, amount.amount(), fact, reason, by);
      case LedgerEntry.TakenOffHold(var number, var at, var amount, var fact, var by) ->
          "%s %d %s %s fact %d by %s".formatted(kind, number, at, amount.amount(), fact, by);
      case LedgerEntry.Corrected right ->
          "%s %d %s %s number %d difference %d on %s %s by %s"
              .formatted(
                  kind,
                  right.instalment(),
                  right.at(),
                  right.amount().amount(),
                  right.number(),
                  right.difference(),
                  right.paidOn(),
                  right.reason(),
                  right.by());
    };
  }
}
