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
    return Duration.ofMillis(1 + Integer.toUnsignedLong(mixed(salt * 31 + attempt)) % longest);
  }

  /// Spreads neighbouring numbers over all numbers (the last steps of MurmurHash3).
  private static int mixed(int number) {
    var mixed = (number ^ (number >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
