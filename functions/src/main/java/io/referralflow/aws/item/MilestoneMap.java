package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.reward.Milestone;

/// A milestone among the attributes of whatever is due at it.
final class MilestoneMap {

  private static final String MILESTONE = "milestone";
  private static final String MONTHS = "months";
  private static final String DAY = "day";
  private static final String HIRE_AGREED = "hire-agreed";
  private static final String FIRST_WORKING_DAY = "first-working-day";
  private static final String END_OF_PROBATION = "end-of-probation";
  private static final String MONTHS_IN_SERVICE = "months-in-service";
  private static final String ON_DAY = "on-day";

  private MilestoneMap() {}

  static Attributes toMap(Milestone milestone) {
    return switch (milestone) {
      case Milestone.HireAgreed _ -> of(HIRE_AGREED);
      case Milestone.FirstWorkingDay _ -> of(FIRST_WORKING_DAY);
      case Milestone.EndOfProbation _ -> of(END_OF_PROBATION);
      case Milestone.MonthsServed(var months) -> of(MONTHS_IN_SERVICE).number(MONTHS, months);
      case Milestone.OnDay(var day) -> of(ON_DAY).day(DAY, day);
    };
  }

  private static Attributes of(String name) {
    return Attributes.none().text(MILESTONE, name);
  }

  static Milestone fromMap(Attributes map) {
    return switch (map.text(MILESTONE)) {
      case HIRE_AGREED -> Milestone.HIRE_AGREED;
      case FIRST_WORKING_DAY -> Milestone.FIRST_WORKING_DAY;
      case END_OF_PROBATION -> Milestone.END_OF_PROBATION;
      case MONTHS_IN_SERVICE -> new Milestone.MonthsServed(map.count(MONTHS));
      case ON_DAY -> new Milestone.OnDay(map.day(DAY));
      default -> throw Unreadable.type("milestone", map.text(MILESTONE));
    };
  }
}
