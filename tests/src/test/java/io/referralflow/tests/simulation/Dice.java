package io.referralflow.tests.simulation;

/// Chance that can be repeated: the same seed throws the same numbers on every machine
/// (SplitMix64).
final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed) {
    state = mixed(seed + GOLDEN);
  }

  static long mixed(long value) {
    var z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A number that depends on all parts and on nothing else.
  static long hash(long... parts) {
    var hash = GOLDEN;
    for (var part : parts) {
      hash = mixed(hash + part + GOLDEN);
    }
    return hash;
  }

  long next() {
    state += GOLDEN;
    return mixed(state);
  }

  /// From 0 to below a bound.
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /// Both bounds included.
  long between(long low, long high) {
    return low + Long.remainderUnsigned(next(), high - low + 1);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  int of(int... options) {
    return options[below(options.length)];
  }
}
