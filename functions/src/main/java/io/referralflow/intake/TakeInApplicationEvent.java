package io.referralflow.intake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.referral.ApplicationEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Takes in one well-formed event about an application (issue 5, part 10): every referral of the
/// candidate that still runs for the vacancy comes into the phase, or is rejected as if a recruiter
/// had decided it. Where the candidate has not answered yet it waits for a yes, so that nobody
/// learns from it who applied. It is stored with its candidate before it looks for referrals, and a
/// referral that comes in looks for it, so that they meet whichever came first; after a day it is
/// forgotten, since most applications are no referrals. Idempotent for ever: an event that was seen
/// is applied again, which changes nothing.
public final class TakeInApplicationEvent {

  private static final Duration AHEAD = Duration.ofHours(24);

  private final HrReports reports;
  private final ApplyApplicationEvent applyApplicationEvent;
  private final Failures failures;
  private final InstantSource clock;

  public TakeInApplicationEvent(
      HrReports reports,
      ApplyApplicationEvent applyApplicationEvent,
      Failures failures,
      InstantSource clock) {
    this.reports = reports;
    this.applyApplicationEvent = applyApplicationEvent;
    this.failures = failures;
    this.clock = clock;
  }

  /// What became of an event.
  public sealed interface TakingIn {
    /// It is part of a referral's facts, now or before.
    record Applied() implements TakingIn {}

    /// No referral takes it: there is none, or it is over.
    record Unmatched() implements TakingIn {}

    /// It cannot be taken in; a person finds it on the failure list.
    record Refused(Reason reason) implements TakingIn {}
  }

  /// Takes in an event.
  ///
  /// @param person the candidate, where the event names an address; where it names a referral too,
  ///   that is what it is about
  public TakingIn execute(ApplicationEvent event, Optional<PersonKey> person) {
    var now = clock.instant();
    if (event.stamp().occurredAt().isAfter(now.plus(AHEAD))) {
      return refuse(event, Reason.FROM_THE_FUTURE, now);
    }
    var candidate = person.filter(_ -> event.referralId().isEmpty());
    if (!reports.hear(event, candidate, now)) {
      return refuse(event, Reason.SAME_ID_OTHER_BODY, now);
    }
    return applyApplicationEvent.execute(event, candidate);
  }

  private TakingIn refuse(ApplicationEvent event, Reason reason, Instant now) {
    failures.add(Refusals.of(event, reason, now));
    return new TakingIn.Refused(reason);
  }
}
