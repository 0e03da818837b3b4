package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.item.Chain;
import io.referralflow.aws.item.FactItem;
import io.referralflow.aws.item.LedgerItem;
import io.referralflow.aws.item.ReferralItem;
import io.referralflow.port.Chronicles;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The records of referrals in the table.
final class DynamoChronicles implements Chronicles {

  private static final int READS = 6;

  private final Table table;
  private final Pause pause;

  DynamoChronicles(Table table, Pause pause) {
    this.table = table;
    this.pause = pause;
  }

  /// One query does not read at one moment, so a step that is being written may be seen in part.
  /// What does not fit is therefore read again, and broken only if it stays so.
  @Override
  public Optional<Chronicle> read(ReferralId id) {
    for (var attempt = 1; ; attempt++) {
      var rows = table.query(Key.chronicle(id));
      if (rows.stream().allMatch(row -> row.key().isRecognition())) {
        return Optional.empty();
      }
      var chronicle = chronicle(id, rows);
      if (attempt == READS || chronicle instanceof Chronicle.Whole) {
        return Optional.of(chronicle);
      }
      pause.after(attempt, id.hashCode());
    }
  }

  static Chronicle chronicle(ReferralId id, List<Attributes> rows) {
    var facts = rows.stream().filter(row -> row.key().isFact()).toList();
    var head = rows.stream().filter(row -> row.key().isHead()).findFirst();
    if (head.isEmpty()) {
      return new Chronicle.Broken(id, Flaw.NO_SNAPSHOT);
    }
    try {
      return chronicle(id, ReferralItem.fromItem(head.get()), facts, ledger(rows));
    } catch (RuntimeException unreadable) { // What no version wrote fails in ways nobody foresaw.
      return new Chronicle.Broken(id, Flaw.UNREADABLE);
    }
  }

  private static List<LedgerEntry> ledger(List<Attributes> rows) {
    return rows.stream().filter(row -> row.key().isLedger()).map(LedgerItem::fromItem).toList();
  }

  private static Chronicle chronicle(
      ReferralId id, Snapshot snapshot, List<Attributes> facts, List<LedgerEntry> ledger) {
    if (!Chain.isWhole(facts, snapshot.lastFact(), snapshot.lastHash())) {
      return new Chronicle.Broken(id, Flaw.CHAIN);
    }
    var written = new ArrayList<Written>();
    for (var row : facts) {
      written.add(new Written(FactItem.fromItem(row), FactItem.operation(row)));
    }
    return new Chronicle.Whole(snapshot, written, ledger);
  }
}
