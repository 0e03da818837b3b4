package io.referralflow.hire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Reports of the HR system about one person, in as few words as a test needs. An event id is made
/// of the moment unless the test names one.
public final class ReportFixtures {

  public static final HrNumber HR_NUMBER = new HrNumber("HR-1001");

  private ReportFixtures() {}

  public static Stamp stamp(String occurredAt) {
    return new Stamp(Instant.parse(occurredAt), "event-" + occurredAt);
  }

  public static Stamp stamp(String occurredAt, String eventId) {
    return new Stamp(Instant.parse(occurredAt), eventId);
  }

  public static Report.Hired hired(String occurredAt, String start) {
    return hired(stamp(occurredAt), start);
  }

  public static Report.Hired hired(String occurredAt, String start, String probationEnd) {
    return new Report.Hired(
        HR_NUMBER,
        stamp(occurredAt),
        LocalDate.parse(start),
        Optional.of(LocalDate.parse(probationEnd)));
  }

  public static Report.Hired hired(Stamp stamp, String start) {
    return new Report.Hired(HR_NUMBER, stamp, LocalDate.parse(start), Optional.empty());
  }

  public static Report.StartMoved startMoved(String occurredAt, String start) {
    return new Report.StartMoved(HR_NUMBER, stamp(occurredAt), LocalDate.parse(start));
  }

  public static Report.ProbationChanged probationChanged(String occurredAt, String probationEnd) {
    return new Report.ProbationChanged(HR_NUMBER, stamp(occurredAt), LocalDate.parse(probationEnd));
  }

  public static Report.Cancelled cancelled(String occurredAt) {
    return new Report.Cancelled(HR_NUMBER, stamp(occurredAt));
  }

  public static Report.Ended ended(String occurredAt, String lastDay) {
    return new Report.Ended(HR_NUMBER, stamp(occurredAt), LocalDate.parse(lastDay));
  }

  /// One report of every kind, the hire first.
  public static List<Report> oneOfEachKind() {
    return List.of(
        hired("2026-03-20T08:00:00Z", "2026-05-01"),
        startMoved("2026-03-21T08:00:00Z", "2026-06-01"),
        probationChanged("2026-03-22T08:00:00Z", "2026-08-31"),
        cancelled("2026-03-23T08:00:00Z"),
        ended("2026-03-24T08:00:00Z", "2026-06-15"));
  }
}
