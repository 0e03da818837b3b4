package io.referralflow.fake;

import java.time.Instant;
import java.util.Locale;

/// Moments as texts that sort as the moments do.
final class InMemoryTime {

  private InMemoryTime() {}

  static String sortable(Instant at) {
    return String.format(Locale.ROOT, "%020d.%09d.", at.getEpochSecond(), at.getNano());
  }
}
