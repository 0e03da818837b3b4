package io.referralflow.json;

import java.util.Locale;

/// How names of the code read on the wire.
public final class Wire {

  private Wire() {}

  /// A constant's name in lower case with dashes: `FIRST_WORKING_DAY` is `first-working-day`.
  public static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
