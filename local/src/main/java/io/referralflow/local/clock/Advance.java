package io.referralflow.local.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;

/// How far to move: days and months of the calendar, then hours and minutes, so that sixty days
/// from ten in the morning is ten in the morning, whatever summer time does in between.
record Advance(Period days, Duration hours) {

  private static final Period LONGEST = Period.ofYears(20);

  Advance {
    if (days.isNegative() || hours.isNegative()) {
      throw new IllegalArgumentException("The clock goes forward only.");
    }
    if (end(days, hours).isAfter(end(LONGEST, Duration.ZERO))) {
      throw new IllegalArgumentException("The clock goes at most twenty years at a time.");
    }
  }

  /// Reads `P60D`, `PT2H`, `P1DT12H`; refuses anything else, what is negative, and what is too far.
  static Advance parse(String text) {
    int time = text.indexOf('T');
    String days = time < 0 ? text : text.substring(0, time);
    try {
      return new Advance(
          days.equals("P") && time > 0 ? Period.ZERO : Period.parse(days),
          time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("A distance like P60D or PT2H is expected.", e);
    }
  }

  Instant from(Instant start, ZoneId zone) {
    return start.atZone(zone).plus(days).toInstant().plus(hours);
  }

  private static LocalDateTime end(Period days, Duration hours) {
    return LocalDate.EPOCH.plus(days).atStartOfDay().plus(hours);
  }
}
