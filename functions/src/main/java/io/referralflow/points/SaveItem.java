package io.referralflow.points;

import io.referralflow.port.Points;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;

/// Makes or changes an item of the catalogue. Idempotent: the same content again changes nothing.
public final class SaveItem {

  private static final int TRIES = 10;

  private final Points points;
  private final InstantSource clock;

  public SaveItem(Points points, InstantSource clock) {
    this.points = points;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Saving {
    record Saved(CatalogueItem item, boolean made) implements Saving {}

    /// There are as many items as can be kept.
    record TooMany() implements Saving {}
  }

  public Saving execute(EmployeeId by, ItemId id, CatalogueItem.Content content) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var before = points.item(id);
      if (before.isEmpty() && points.catalogue().size() >= CatalogueItem.MOST) {
        return new Saving.TooMany();
      }
      if (before.filter(item -> item.content().equals(content)).isPresent()) {
        return new Saving.Saved(before.get(), false);
      }
      var after =
          before.map(item -> item.with(content)).orElseGet(() -> CatalogueItem.made(id, content));
      if (points.save(after, by, clock.instant())) {
        return new Saving.Saved(after, before.isEmpty());
      }
    }
    throw new IllegalStateException("Others kept changing an item at the same moment");
  }
}
