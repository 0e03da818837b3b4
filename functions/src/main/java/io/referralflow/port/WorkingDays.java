package io.referralflow.port;

import java.time.LocalDate;

/// Which days are worked on: no weekend and no public holiday.
@FunctionalInterface
public interface WorkingDays {

  boolean contains(LocalDate day);

  /// The latest working day that is not after a day.
  default LocalDate onOrBefore(LocalDate day) {
    var working = day;
    while (!contains(working)) {
      working = working.minusDays(1);
    }
    return working;
  }
}
