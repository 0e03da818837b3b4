package io.referralflow.programme;

import io.referralflow.port.Programmes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// The programme's calendar day.
public final class Today {

  private Today() {}

  /// The day at a moment, in the programme's zone; in UTC where there are no settings yet.
  public static LocalDate at(Instant now, Programmes programmes) {
    return at(now, programmes.settings());
  }

  /// The day at a moment, where the settings were read already.
  public static LocalDate at(Instant now, Optional<Settings> known) {
    return known
        .map(settings -> settings.day(now))
        .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
  }
}
