package io.referralflow.aws.table;

import java.time.Duration;

/// How long to wait before a conflicting write is tried again.
@FunctionalInterface
interface Pause {

  /// Waits.
  ///
  /// @param attempt which try failed, from 1
  /// @param salt differs between writers, so that two that collided do not collide again
  void after(int attempt, int salt);

  Duration FIRST = Duration.ofMillis(25);
  Duration LONGEST = Duration.ofMillis(800);

  /// Up to 25 ms, then up to twice as long each time: full jitter, taken from the salt, since
  /// chance is for identities only.
  static Pause jittered() {
    return (attempt, salt) -> {
      try {
        Thread.sleep(length(attempt, salt));
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting to write again", ended);
      }
    };
  }

  static Duration length(int attempt, int salt) {
    var longest = Math.min(FIRST.toMillis() << (attempt - 1), LONGEST.toMillis());
    var mixed = (salt * 31 + attempt) * 0x9E3779B9;
    return Duration.ofMillis(1 + Integer.toUnsignedLong(mixed) % longest);
  }
}
