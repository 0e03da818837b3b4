package io.referralflow.holiday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.referralflow.port.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Every day but Saturday, Sunday and the public holidays of the Netherlands. The holidays of a
/// year are worked out when they are first asked for, and kept.
public final class DutchWorkingDays implements WorkingDays {

  private static final String NETHERLANDS = "nl";

  private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

  @Override
  public boolean contains(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
        && !holidays.computeIfAbsent(day.getYear(), DutchWorkingDays::holidays).contains(day);
  }

  private static Set<LocalDate> holidays(int year) {
    return HolidayManager.getInstance(ManagerParameters.create(NETHERLANDS))
        .getHolidays(Year.of(year))
        .stream()
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }
}
