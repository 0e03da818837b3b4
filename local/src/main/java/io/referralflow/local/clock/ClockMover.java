package io.referralflow.local.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// Moves the clock the way time passes: day by day, so that every reminder, release and mail on the
/// way happens in its order and on its day. Each morning the daily upkeep runs, as the schedule
/// would have it; nothing moves on before everything that it set going has come to rest.
public final class ClockMover {

  /// What the schedules of the real cloud would do at this moment.
  public interface Upkeep {
    void run(String kind) throws InterruptedException;
  }

  /// Waits until all is at rest.
  public interface Rest {
    /// Empty when all that was due by then is at rest, otherwise what still is not, after a bounded
    /// wait. What comes due while one waits is the next upkeep's.
    List<String> await(Instant moment) throws InterruptedException;
  }

  /// How a move went.
  public sealed interface Outcome {
    record Settled(Instant now) implements Outcome {}

    record Hanging(Instant now, List<String> blockers) implements Outcome {}
  }

  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private final ClockHistory clock;
  private final ZoneId zone;
  private final Upkeep upkeep;
  private final Rest rest;

  public ClockMover(ClockHistory clock, Upkeep upkeep, Rest rest) {
    this.clock = clock;
    this.zone = clock.zone();
    this.upkeep = upkeep;
    this.rest = rest;
  }

  /// Moves by a distance like `P60D`; an [IllegalArgumentException] names what is wrong with it.
  public synchronized Outcome advance(String distance) throws InterruptedException {
    Instant start = clock.now();
    Instant target = Advance.parse(distance).from(start, zone);
    upkeep.run("hourly"); // For what has come due by itself since the last move.
    List<String> blockers = rest.await(start);
    for (Instant morning = morningAfter(start);
        blockers.isEmpty() && !morning.isAfter(target);
        morning = morningAfter(morning)) {
      blockers = step(morning, "daily");
    }
    if (blockers.isEmpty()) {
      blockers = step(target, "hourly");
    }
    return blockers.isEmpty()
        ? new Outcome.Settled(clock.now())
        : new Outcome.Hanging(clock.now(), blockers);
  }

  private List<String> step(Instant moment, String kind) throws InterruptedException {
    clock.set(moment);
    upkeep.run(kind);
    return rest.await(moment);
  }

  private Instant morningAfter(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    Instant morning = day.atTime(MORNING).atZone(zone).toInstant();
    return morning.isAfter(moment)
        ? morning
        : day.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
  }
}
