package io.referralflow.directory;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Directory;
import io.referralflow.port.Directory.Change;
import io.referralflow.port.Seals;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes down by hand what is known of a colleague. It counts as said now, so that an older report
/// of HR's that comes later changes nothing, and a newer one does. Idempotent: the same again is
/// the same outcome.
public final class SaveColleague {

  private static final int TRIES = 10;

  private final Directory directory;
  private final Seals seals;
  private final InstantSource clock;

  public SaveColleague(Directory directory, Seals seals, InstantSource clock) {
    this.directory = directory;
    this.seals = seals;
    this.clock = clock;
  }

  /// What became of it.
  ///
  /// @param made whether the directory did not know the number before
  public record Saved(Colleague colleague, boolean made) {}

  public Saved execute(EmployeeId by, HrNumber number, Map<Detail, Optional<String>> details) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var before = directory.find(number).orElseGet(() -> Colleague.unheardOf(number));
      var after = before.with(new Saying(stamp(clock.instant(), before, by), details));
      var saved = directory.save(Change.of(before, after, seals), Optional.empty());
      if (saved == Directory.Saving.SAVED) {
        return new Saved(after.stored(), before.version() == 0);
      }
    }
    throw new IllegalStateException("A colleague was changed by others again and again");
  }

  /// The version makes what is said later greater, also within one millisecond.
  static Stamp stamp(Instant now, Colleague before, EmployeeId by) {
    return new Stamp(
        now, String.format(Locale.ROOT, "by-hand-%09d-%s", before.version() + 1, by.value()));
  }
}
