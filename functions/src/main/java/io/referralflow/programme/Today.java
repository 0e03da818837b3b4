package io.referralflow.programme;

import io.referralflow.port.Programmes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The programme's calendar day.
public final class Today {

  private Today() {}

  /// The day at a moment, in the programme's zone; in UTC where there are no settings yet.
  public static LocalDate at(Instant now, Programmes programmes) {
    return programmes
        .settings()
        .map(settings -> settings.day(now))
        .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
  }
}
