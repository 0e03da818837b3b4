package io.referralflow.tests.smallscope;

import io.referralflow.hire.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a hire earns, written from the policy text and not from the product: half on the first
/// working day, half on the day after the last day of probation; who has left before such a day, or
/// was never hired after all, does not earn what falls on it. Of contradicting reports the latest
/// counts, by what HR says about when it happened.
final class Policy {

  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /// Probation where HR names no end.
  static final int MONTHS = 2;

  private static final Comparator<Report> LATEST =
      Comparator.<Report, Instant>comparing(report -> report.stamp().occurredAt())
          .thenComparing(report -> report.stamp().eventId());

  private Policy() {}

  /// What is owed for one milestone.
  ///
  /// @param earned whether the person is in service on the day
  record Share(LocalDate day, boolean earned) {}

  /// The shares of the first working day and of the end of probation, by what is known; empty
  /// without a hire.
  static List<Share> shares(List<? extends Report> known) {
    var hire = latest(known, Report.Hired.class);
    if (hire.isEmpty()) {
      return List.of();
    }
    var cancelled = latest(known, Report.Cancelled.class);
    var stands = cancelled.isEmpty() || LATEST.compare(cancelled.get(), hire.get()) < 0;
    var settled = stands ? hire.get() : cancelled.orElseThrow();

    var starts = new ArrayList<Report>();
    var ends = new ArrayList<Report>();
    for (var report : known) {
      if (report instanceof Report.Hired || report instanceof Report.StartMoved) {
        starts.add(report);
      }
      if (report instanceof Report.ProbationChanged
          || (report instanceof Report.Hired each && each.probationEnd().isPresent())) {
        ends.add(report);
      }
    }
    var start =
        switch (starts.stream().max(LATEST).orElseThrow()) {
          case Report.Hired each -> each.start();
          case Report.StartMoved each -> each.start();
          case Report other -> throw new AssertionError(other);
        };
    var lastOfProbation =
        ends.stream()
            .max(LATEST)
            .map(report ->
                switch (report) {
                  case Report.Hired each -> each.probationEnd().orElseThrow();
                  case Report.ProbationChanged each -> each.probationEnd();
                  default -> throw new AssertionError(report);
                })
            .filter(day -> !day.isBefore(start))
            .orElseGet(() -> probationEnds(start, MONTHS));
    var leave =
        latest(known, Report.Ended.class)
            .filter(each -> LATEST.compare(each, settled) > 0 || !each.lastDay().isBefore(start))
            .map(Report.Ended::lastDay);

    return List.of(share(start, stands, leave), share(lastOfProbation.plusDays(1), stands, leave));
  }

  private static Share share(LocalDate day, boolean stands, Optional<LocalDate> leave) {
    return new Share(day, stands && (leave.isEmpty() || leave.get().compareTo(day) >= 0));
  }

  /// Counted in days on the calendar: from the start, so many months on, and back by one day; a
  /// month too short for that ends it.
  static LocalDate probationEnds(LocalDate start, int months) {
    var month = start.getMonthValue() - 1 + months;
    var first = LocalDate.of(start.getYear() + month / 12, month % 12 + 1, 1);
    var length = first.lengthOfMonth();
    return start.getDayOfMonth() > length
        ? first.plusDays(length - 1L)
        : first.plusDays(start.getDayOfMonth() - 2L);
  }

  private static <R extends Report> Optional<R> latest(
      List<? extends Report> known, Class<R> kind) {
    return known.stream().filter(kind::isInstance).map(kind::cast).max(LATEST);
  }
}
