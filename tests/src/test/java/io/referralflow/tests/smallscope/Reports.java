package io.referralflow.tests.smallscope;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What HR may say about Sam, chosen for where it matters: last days just before and on the days
/// that make money due, a start that moves there and back, a hire that is called off and comes
/// again.
final class Reports {

  static final HrNumber SAM = new HrNumber("HR-2041");

  /// The start is 1 May; without more, half falls due then and half on 1 July.
  static final Report HIRED = hired("2026-03-20T08:00:00Z", "2026-05-01", null);

  static final Report HIRED_WITH_A_NAMED_END =
      hired("2026-03-21T08:00:00Z", "2026-05-01", "2026-06-30");
  static final Report HIRED_AGAIN = hired("2026-04-12T08:00:00Z", "2026-06-15", null);
  static final Report MOVED =
      new Report.StartMoved(SAM, stamp("2026-03-25T08:00:00Z"), LocalDate.parse("2026-05-15"));
  static final Report MOVED_BACK =
      new Report.StartMoved(SAM, stamp("2026-04-10T08:00:00Z"), LocalDate.parse("2026-05-01"));
  static final Report PROBATION_SHORTER =
      new Report.ProbationChanged(
          SAM, stamp("2026-03-26T08:00:00Z"), LocalDate.parse("2026-05-31"));
  static final Report PROBATION_BEFORE_A_MOVED_START =
      new Report.ProbationChanged(
          SAM, stamp("2026-03-27T08:00:00Z"), LocalDate.parse("2026-05-10"));
  static final Report CANCELLED = new Report.Cancelled(SAM, stamp("2026-04-02T08:00:00Z"));
  static final Report GONE_BEFORE_THE_FIRST_DAY = ended("2026-04-03T08:00:00Z", "2026-04-30");
  static final Report GONE_ON_THE_FIRST_DAY = ended("2026-04-04T08:00:00Z", "2026-05-01");
  static final Report GONE_ON_THE_LAST_DAY_OF_PROBATION =
      ended("2026-04-05T08:00:00Z", "2026-06-30");
  static final Report GONE_THE_DAY_AFTER = ended("2026-04-14T08:00:00Z", "2026-07-01");

  static final List<Report> ALL =
      List.of(
          HIRED,
          HIRED_WITH_A_NAMED_END,
          HIRED_AGAIN,
          MOVED,
          MOVED_BACK,
          PROBATION_SHORTER,
          PROBATION_BEFORE_A_MOVED_START,
          CANCELLED,
          GONE_BEFORE_THE_FIRST_DAY,
          GONE_ON_THE_FIRST_DAY,
          GONE_ON_THE_LAST_DAY_OF_PROBATION,
          GONE_THE_DAY_AFTER);

  private Reports() {}

  private static Report hired(String occurredAt, String start, @Nullable String end) {
    return new Report.Hired(
        SAM,
        stamp(occurredAt),
        LocalDate.parse(start),
        Optional.ofNullable(end).map(LocalDate::parse));
  }

  private static Report ended(String occurredAt, String lastDay) {
    return new Report.Ended(SAM, stamp(occurredAt), LocalDate.parse(lastDay));
  }

  private static Stamp stamp(String occurredAt) {
    return new Stamp(Instant.parse(occurredAt), "event-" + occurredAt);
  }
}
