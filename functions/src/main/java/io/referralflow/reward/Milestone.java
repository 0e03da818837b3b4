package io.referralflow.reward;

import java.time.LocalDate;

/// What makes an instalment due (S5).
public sealed interface Milestone {

  Milestone HIRE_AGREED = new HireAgreed();
  Milestone FIRST_WORKING_DAY = new FirstWorkingDay();
  Milestone END_OF_PROBATION = new EndOfProbation();

  /// The day on which the hire was reported as agreed.
  record HireAgreed() implements Milestone {}

  /// The first working day.
  record FirstWorkingDay() implements Milestone {}

  /// The day after the last day of probation.
  record EndOfProbation() implements Milestone {}

  /// The day after so many whole months of service.
  record MonthsServed(int months) implements Milestone {

    /// The longest service that terms may wait for.
    public static final int LONGEST = 60;

    public MonthsServed {
      if (months < 1 || months > LONGEST) {
        throw new IllegalArgumentException("From 1 to " + LONGEST + " months: " + months);
      }
    }
  }

  /// A day of the calendar, or the first working day where that is later.
  record OnDay(LocalDate day) implements Milestone {}
}
