package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.hire.Background;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;

/// What HR said, inside a row.
final class ReportMap {

  private static final String TYPE = "type";
  private static final String HIRED = "hired";
  private static final String START_MOVED = "start-moved";
  private static final String PROBATION_CHANGED = "probation-changed";
  private static final String CANCELLED = "cancelled";
  private static final String ENDED = "ended";

  private static final String EMPLOYEE = "employee";
  private static final String OCCURRED_AT = "occurredAt";
  private static final String EVENT_ID = "eventId";
  private static final String START = "start";
  private static final String PROBATION_END = "probationEnd";
  private static final String LAST_DAY = "lastDay";
  private static final String APPLIED_ON = "appliedOn";
  private static final String LAST_EMPLOYED_ON = "lastEmployedOn";

  private ReportMap() {}

  static Attributes toMap(Report report) {
    var map =
        stamp(report.stamp()).and(Attributes.none().text(EMPLOYEE, report.employee().value()));
    return switch (report) {
      case Report.Hired(_, _, var start, var probationEnd, var background) ->
          map.text(TYPE, HIRED)
              .day(START, start)
              .day(PROBATION_END, probationEnd)
              .day(APPLIED_ON, background.appliedOn())
              .day(LAST_EMPLOYED_ON, background.lastEmployedOn());
      case Report.StartMoved(_, _, var start) -> map.text(TYPE, START_MOVED).day(START, start);
      case Report.ProbationChanged(_, _, var probationEnd) ->
          map.text(TYPE, PROBATION_CHANGED).day(PROBATION_END, probationEnd);
      case Report.Cancelled _ -> map.text(TYPE, CANCELLED);
      case Report.Ended(_, _, var lastDay) -> map.text(TYPE, ENDED).day(LAST_DAY, lastDay);
    };
  }

  static Report fromMap(Attributes map) {
    var employee = new HrNumber(map.text(EMPLOYEE));
    var stamp = stamp(map);
    return switch (map.text(TYPE)) {
      case HIRED -> hired(map);
      case START_MOVED -> new Report.StartMoved(employee, stamp, map.day(START));
      case PROBATION_CHANGED ->
          new Report.ProbationChanged(employee, stamp, map.day(PROBATION_END));
      case CANCELLED -> new Report.Cancelled(employee, stamp);
      case ENDED -> new Report.Ended(employee, stamp, map.day(LAST_DAY));
      default -> throw Unreadable.type("report", map.text(TYPE));
    };
  }

  static Report.Hired hired(Attributes map) {
    return new Report.Hired(
        new HrNumber(map.text(EMPLOYEE)),
        stamp(map),
        map.day(START),
        map.dayIfAny(PROBATION_END),
        new Background(map.dayIfAny(APPLIED_ON), map.dayIfAny(LAST_EMPLOYED_ON)));
  }

  static Attributes stamp(Stamp stamp) {
    return Attributes.none()
        .instant(OCCURRED_AT, stamp.occurredAt())
        .text(EVENT_ID, stamp.eventId());
  }

  static Stamp stamp(Attributes map) {
    return new Stamp(map.instant(OCCURRED_AT), map.text(EVENT_ID));
  }
}
