package io.referralflow.fake;

import io.referralflow.port.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// Monday to Friday, but for the holidays it is given.
public record FakeWorkingDays(Set<LocalDate> holidays) implements WorkingDays {

  public FakeWorkingDays {
    holidays = Set.copyOf(holidays);
  }

  public FakeWorkingDays() {
    this(Set.of());
  }

  @Override
  public boolean contains(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
  }
}
