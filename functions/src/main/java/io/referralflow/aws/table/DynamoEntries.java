package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.EntryItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.port.Entries;
import io.referralflow.port.Page;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;

/// Entries by hand in the table.
final class DynamoEntries implements Entries {

  /// The entry is there and nobody agreed yet: an agreement is given once.
  private static final Condition NOT_AGREED =
      new Condition("attribute_exists(#pk) AND attribute_not_exists(#agreedBy)");

  private final Table table;

  DynamoEntries(Table table) {
    this.table = table;
  }

  @Override
  public Entry enter(Entry entry) {
    return switch (table.write(new Write.Put(EntryItem.toItem(entry), Condition.ABSENT))) {
      case Written.Done _ -> entry;
      case Written.Refused(var found) -> found.map(EntryItem::fromItem).orElseThrow();
    };
  }

  @Override
  public Optional<Entry> find(String eventId) {
    return table.get(Key.entry(eventId)).map(EntryItem::fromItem);
  }

  @Override
  public Entry agree(String eventId, EmployeeId by) {
    var agreement =
        new Write.Update(Key.entry(eventId), EntryItem.agreed(by), Attributes.LISTED, NOT_AGREED);
    return switch (table.write(agreement)) {
      case Written.Done(var row) -> EntryItem.fromItem(row);
      case Written.Refused(var found) ->
          found
              .map(EntryItem::fromItem)
              .orElseThrow(() -> new IllegalStateException("No such entry: " + eventId));
    };
  }

  @Override
  public int forgetPending(Instant before, int limit) {
    return (int)
        table.listUntil(Listing.entries(), Listing.sortable(before), limit).stream()
            .map(row -> table.write(new Write.Delete(row.key(), NOT_AGREED)))
            .filter(Written.Done.class::isInstance)
            .count();
  }

  @Override
  public Page<Entry> pending(Page.Request page) {
    return Pages.of(table, Index.LIST, Listing.entries(), true, page, EntryItem::fromItem);
  }
}
