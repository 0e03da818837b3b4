package io.referralflow.candidate;

import java.time.Duration;

/// How long the candidate lets the personal data be kept after the end of the procedure.
public enum Keep {
  PROCEDURE(Duration.ofDays(28)),
  YEAR(Duration.ofDays(365));

  private final Duration afterEnd;

  Keep(Duration afterEnd) {
    this.afterEnd = afterEnd;
  }

  /// How long after the end of the procedure the data is deleted.
  public Duration afterEnd() {
    return afterEnd;
  }
}
