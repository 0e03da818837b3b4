package io.referralflow.tests.journey.door;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what comes by itself, with an end.
public final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final Duration GLANCE = Duration.ofMillis(100);

  private Patience() {}

  /// Looks until what is seen is as wished; after the limit, what was seen last, for the test to
  /// complain of.
  public static <T> T until(Supplier<T> look, Predicate<T> wished) {
    return until(LIMIT, look, wished);
  }

  /// The same with a limit of one's own.
  public static <T> T until(Duration limit, Supplier<T> look, Predicate<T> wished) {
    var end = Instant.now().plus(limit);
    var seen = look.get();
    while (!wished.test(seen) && Instant.now().isBefore(end)) {
      glance();
      seen = look.get();
    }
    return seen;
  }

  static void glance() {
    try {
      Thread.sleep(GLANCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
