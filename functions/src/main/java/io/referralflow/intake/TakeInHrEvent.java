package io.referralflow.intake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.Report;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes in a well-formed event: stores it, then applies it. Idempotent for ever: an event that was
/// seen is applied again, which changes nothing.
public final class TakeInHrEvent {

  private static final Duration AHEAD = Duration.ofHours(24);

  private final HrReports reports;
  private final ApplyReports applyReports;
  private final Failures failures;
  private final InstantSource clock;

  public TakeInHrEvent(
      HrReports reports, ApplyReports applyReports, Failures failures, InstantSource clock) {
    this.reports = reports;
    this.applyReports = applyReports;
    this.failures = failures;
    this.clock = clock;
  }

  /// What became of an event.
  public sealed interface TakingIn {
    /// It belongs to a referral, and is part of its facts.
    record Applied() implements TakingIn {}

    /// It belongs to no referral, as most hires do.
    record Unmatched() implements TakingIn {}

    /// It cannot be taken in; a person finds it on the failure list.
    record Refused(Reason reason) implements TakingIn {}
  }

  public TakingIn execute(HrEvent event, Optional<PersonKey> person) {
    var now = clock.instant();
    var reasons = refusals(event, now);
    if (!reasons.isEmpty()) {
      return refuse(event, reasons.getFirst(), now);
    }
    return switch (reports.receive(event, person, now)) {
      case NEW, SEEN ->
          applyReports.execute(event.report().employee())
              ? new TakingIn.Applied()
              : new TakingIn.Unmatched();
      case CONFLICT -> refuse(event, Reason.SAME_ID_OTHER_BODY, now);
    };
  }

  /// Why an event cannot be meant: it is dated more than 24 hours ahead, or its probation ends
  /// before its start.
  static List<Reason> refusals(HrEvent event, Instant now) {
    var reasons = new ArrayList<Reason>();
    var report = event.report();
    if (report.stamp().occurredAt().isAfter(now.plus(AHEAD))) {
      reasons.add(Reason.FROM_THE_FUTURE);
    }
    if (report instanceof Report.Hired hired
        && hired.probationEnd().filter(end -> end.isBefore(hired.start())).isPresent()) {
      reasons.add(Reason.DATES_CONTRADICT);
    }
    return List.copyOf(reasons);
  }

  private TakingIn refuse(HrEvent event, Reason reason, Instant now) {
    failures.add(Refusals.of(event, reason, now));
    return new TakingIn.Refused(reason);
  }
}
