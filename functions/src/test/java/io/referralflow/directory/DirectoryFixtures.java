package io.referralflow.directory;

import io.referralflow.hire.Stamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Things said of colleagues, by the minute of 2 March 2026 at which they became so.
public final class DirectoryFixtures {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private DirectoryFixtures() {}

  public static Saying said(int minute, Map<Detail, String> details) {
    return new Saying(
        stamp(minute),
        details.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> Optional.of(it.getValue()))));
  }

  /// That these are so no more.
  public static Saying unsaid(int minute, Detail... details) {
    return new Saying(
        stamp(minute),
        Stream.of(details)
            .collect(Collectors.toMap(detail -> detail, _ -> Optional.<String>empty())));
  }

  private static Stamp stamp(int minute) {
    return new Stamp(NINE.plusSeconds(60L * minute), "event-" + minute);
  }
}
