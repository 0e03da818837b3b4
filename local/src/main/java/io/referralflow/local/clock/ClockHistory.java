package io.referralflow.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Remembers how far the clock was ahead from which real moment on, so that what the local cloud
/// stamped with real time (a mail) can be shown in the business's time. Kept in a small file, one
/// line for each move, so that a restart with the data of last time has the time of last time too.
public final class ClockHistory {

  private final NavigableMap<Instant, Duration> moves = new TreeMap<>();
  private final Path file;
  private final ZoneId zone;

  /// Reads what the file remembers and puts the clock where it was; without a file it is real time.
  public ClockHistory(Path file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
    if (Files.exists(file)) {
      read();
    }
    var last = moves.lastEntry();
    SteppedClock.setAhead(last == null ? Duration.ZERO : last.getValue());
  }

  /// What the moved clock said at this real moment.
  public synchronized Instant moved(Instant real) {
    Map.Entry<Instant, Duration> move = moves.floorEntry(real);
    return move == null ? real : real.plus(move.getValue());
  }

  /// Where the business's days begin.
  public ZoneId zone() {
    return zone;
  }

  /// The moved clock, now.
  public Instant now() {
    return new SteppedClock().instant();
  }

  /// Sets the moved clock; it never goes back.
  synchronized void set(Instant moved) {
    Instant real = Instant.now();
    Duration ahead = Duration.between(real, moved);
    if (ahead.compareTo(SteppedClock.ahead()) > 0) {
      moves.put(real, ahead);
      write();
      SteppedClock.setAhead(ahead);
    }
  }

  private void read() {
    try {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", 2);
        moves.put(Instant.parse(words[0]), Duration.parse(words[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    String text =
        moves.entrySet().stream()
            .map(move -> move.getKey() + " " + move.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
