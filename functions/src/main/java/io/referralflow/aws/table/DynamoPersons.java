package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.PersonItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Page;
import io.referralflow.port.Persons;
import java.time.Instant;
import java.util.Optional;

/// Persons in the table.
final class DynamoPersons implements Persons {

  /// The row still ends when the list said: one that was written anew stays.
  private static final Condition SAME_END = new Condition("#listOrder = :order");

  private final Table table;

  DynamoPersons(Table table) {
    this.table = table;
  }

  @Override
  public Person find(PersonKey key) {
    var rows = table.query(Key.person(key));
    return new Person(
        rows.stream().flatMap(row -> referredIfAny(row).stream()).toList(),
        rows.stream().filter(row -> row.key().isHire()).map(PersonItem::hired).toList(),
        rows.stream()
            .filter(row -> row.key().isApplication())
            .map(PersonItem::application)
            .toList());
  }

  /// Hires that belong to nobody, and applications, stand in the same list.
  @Override
  public Page<Referred> referred(Page.Request request) {
    var rows =
        Pages.of(
            table, Index.LIST, Listing.personRows(), false, request, DynamoPersons::referredIfAny);
    return new Page<>(rows.items().stream().flatMap(Optional::stream).toList(), rows.next());
  }

  private static Optional<Referred> referredIfAny(Attributes row) {
    return row.key().isHire() || row.key().isApplication()
        ? Optional.empty()
        : Optional.of(PersonItem.referred(row));
  }

  @Override
  public int forgetExpired(Instant now, int limit) {
    var expired = table.listUntil(Listing.personRows(), Listing.until(now), limit);
    return (int) expired.stream().filter(this::forget).count();
  }

  private boolean forget(Attributes row) {
    var order = row.listing().map(Listing::order).orElse("");
    var deletion =
        new Write.Delete(row.key(), SAME_END.with(Attributes.none().text("order", order)));
    return table.write(deletion) instanceof Written.Done;
  }
}
