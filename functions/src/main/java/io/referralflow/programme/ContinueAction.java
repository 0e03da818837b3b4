package io.referralflow.programme;

import io.referralflow.port.Programmes;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;

/// Lets an action that works become an ongoing programme: its scope widens to everybody it is for,
/// and it has no end (S89). Also after its last day, since its report is the reason. Idempotent:
/// one that is ongoing stays.
public final class ContinueAction {

  private static final int TRIES = 10;

  private final Programmes programmes;
  private final InstantSource clock;

  public ContinueAction(Programmes programmes, InstantSource clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Continuing {
    record Continued(Programme programme) implements Continuing {}

    /// Only what is published can go on.
    record NotPublished() implements Continuing {}

    record NotFound() implements Continuing {}
  }

  public Continuing execute(EmployeeId by, ProgrammeId id) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var portfolio = programmes.portfolio();
      var before = portfolio.find(id);
      if (before.isEmpty()) {
        return new Continuing.NotFound();
      }
      if (before.get().status() != Programme.Status.PUBLISHED) {
        return new Continuing.NotPublished();
      }
      if (!before.get().isAction()) {
        return new Continuing.Continued(before.get());
      }
      var after = before.get().continued(by);
      if (programmes.save(portfolio.with(after), after, clock.instant())) {
        return new Continuing.Continued(after);
      }
    }
    throw new IllegalStateException("Others kept changing programmes at the same moment");
  }
}
