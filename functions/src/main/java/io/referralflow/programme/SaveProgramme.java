package io.referralflow.programme;

import io.referralflow.port.Programmes;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Makes or changes a programme or action. A new one is a draft; a change leaves the status, and
/// what was referred already, as they are. Idempotent: the same content again changes nothing.
public final class SaveProgramme {

  private static final int TRIES = 10;

  private final Programmes programmes;
  private final InstantSource clock;

  public SaveProgramme(Programmes programmes, InstantSource clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Saving {
    record Saved(Programme programme, boolean made) implements Saving {}

    /// It is retired and stays as it was.
    record Retired() implements Saving {}

    /// There are as many as can be kept.
    record TooMany() implements Saving {}
  }

  public Saving execute(EmployeeId by, ProgrammeId id, Programme.Content content) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var portfolio = programmes.portfolio();
      var before = portfolio.find(id);
      if (before.isEmpty() && portfolio.programmes().size() >= Portfolio.MOST) {
        return new Saving.TooMany();
      }
      if (before.filter(it -> it.status() == Programme.Status.RETIRED).isPresent()) {
        return new Saving.Retired();
      }
      var after = before.map(it -> it.with(content, by)).orElseGet(() -> draft(id, content, by));
      if (before.filter(it -> it.content().equals(content)).isPresent()) {
        return new Saving.Saved(before.get(), false);
      }
      if (programmes.save(portfolio.with(after), after, clock.instant())) {
        return new Saving.Saved(after, before.isEmpty());
      }
    }
    throw new IllegalStateException("Others kept changing programmes at the same moment");
  }

  private static Programme draft(ProgrammeId id, Programme.Content content, EmployeeId by) {
    return new Programme(
        id,
        content.name(),
        content.audience(),
        content.scope(),
        content.startsOn(),
        content.endsOn(),
        content.leftOut(),
        Programme.Status.DRAFT,
        List.of(),
        Optional.of(by));
  }
}
