package io.referralflow.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The business's time on this machine: real time and a distance that only grows. Functions find it
/// with `ServiceLoader`, exactly as they would find any other clock; in production there is none
/// and they take the system's.
///
/// The distance is static because the service loader makes as many instances as there are handlers,
/// and all of them, and the host, must agree on the time.
public final class SteppedClock implements InstantSource {

  private static volatile Duration ahead = Duration.ZERO;

  /// For the service loader.
  public SteppedClock() {}

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  static Duration ahead() {
    return ahead;
  }

  static void setAhead(Duration distance) {
    ahead = distance;
  }
}
