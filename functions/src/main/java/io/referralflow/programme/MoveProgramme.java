package io.referralflow.programme;

import io.referralflow.port.Programmes;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;

/// Previews, publishes or retires a programme. Idempotent: one that stands there already stays.
public final class MoveProgramme {

  private static final int TRIES = 10;

  private final Programmes programmes;
  private final InstantSource clock;

  public MoveProgramme(Programmes programmes, InstantSource clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Moving {
    record Moved(Programme programme) implements Moving {}

    /// It does not move there from where it stands.
    record NotFromHere() implements Moving {}

    record NotFound() implements Moving {}
  }

  public Moving execute(EmployeeId by, ProgrammeId id, Programme.Status next) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var portfolio = programmes.portfolio();
      var before = portfolio.find(id);
      if (before.isEmpty()) {
        return new Moving.NotFound();
      }
      if (before.get().status() == next) {
        return new Moving.Moved(before.get());
      }
      if (!before.get().status().leadsTo(next)) {
        return new Moving.NotFromHere();
      }
      var after = before.get().in(next, by);
      if (programmes.save(portfolio.with(after), after, clock.instant())) {
        return new Moving.Moved(after);
      }
    }
    throw new IllegalStateException("Others kept changing programmes at the same moment");
  }
}
