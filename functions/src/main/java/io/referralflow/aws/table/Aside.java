package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.FailureItem;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads the rows of upkeep's lists of mails, each whether or not another can be read. One that
/// cannot, as after a roll back over what a newer release wrote, is put on the failure list, once,
/// and a day further down its own list: it is in nobody's way, and a release that can read it finds
/// it there.
final class Aside {

  private static final Duration LATER = Duration.ofDays(1);

  /// Nobody moved the row meanwhile.
  private static final Condition SAME_PLACE = new Condition("#listOrder = :order");

  private final Table table;
  private final Function<Attributes, String> name;

  /// @param name what the failure of a row is called, of which no more than the key can be read
  Aside(Table table, Function<Attributes, String> name) {
    this.table = table;
    this.name = name;
  }

  /// What a row says; empty where that cannot be read, or where `read` has nothing to say of it.
  <T> Optional<T> read(Attributes row, Instant now, Function<Attributes, Optional<T>> read) {
    try {
      return read.apply(row);
    } catch (RuntimeException unreadable) { // What no version wrote fails in ways nobody foresaw.
      put(row, now);
      return Optional.empty();
    }
  }

  private void put(Attributes row, Instant now) {
    var failure = new Failure(name.apply(row), Kind.MAIL, "fault", now, Optional.empty());
    var _ = table.write(new Write.Put(FailureItem.toItem(failure), Condition.ABSENT));
    row.listing().ifPresent(place -> move(row, place, now.plus(LATER)));
  }

  private void move(Attributes row, Listing place, Instant until) {
    var _ =
        table.write(
            new Write.Update(
                row.key(),
                Attributes.none().listed(place.at(until)),
                List.of(),
                SAME_PLACE.with(Attributes.none().text("order", place.order()))));
  }
}
