package io.referralflow.process;

import io.referralflow.intake.ApplyApplicationEvent;
import io.referralflow.intake.ApplyReports;
import io.referralflow.port.Executions;
import io.referralflow.port.Persons;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.step.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/// Parks an execution in a waiting step. The token is stored first and the referral read
/// afterwards: if what is waited for has happened already, the step completes its own token. Each
/// step also looks for what was said of the person before the referral came in, of applications and
/// of hires, since nobody can say which step of a new leg is the first. Parking again with the same
/// token is harmless.
public final class ParkExecution {

  private static final Duration MARGIN = Duration.ofDays(30);

  private final Referrals referrals;
  private final Waits waits;
  private final Persons persons;
  private final ApplyApplicationEvent applyApplicationEvent;
  private final ApplyReports applyReports;
  private final Executions executions;
  private final InstantSource clock;

  public ParkExecution(
      Referrals referrals,
      Waits waits,
      Persons persons,
      ApplyApplicationEvent applyApplicationEvent,
      ApplyReports applyReports,
      Executions executions,
      InstantSource clock) {
    this.referrals = referrals;
    this.waits = waits;
    this.persons = persons;
    this.applyApplicationEvent = applyApplicationEvent;
    this.applyReports = applyReports;
    this.executions = executions;
    this.clock = clock;
  }

  public void execute(WaitingStep step, ReferralId id, int leg, String token) {
    var now = clock.instant();
    var entering = step == WaitingStep.INVITE || leg > 1 ? referrals.find(id) : nothing();
    var wakeAt =
        entering
            .flatMap(found -> Timing.wakeAt(found.referral(), found.legSince(), now))
            .orElseGet(() -> Timing.legEnds(now));
    if (waits.park(id, leg, step.wireName(), token, wakeAt)) {
      entering.map(Snapshot::referral).ifPresent(this::lookForEvents);
    }
    referrals
        .find(id)
        .filter(snapshot -> snapshot.leg() == leg)
        .ifPresentOrElse(
            snapshot -> {
              notTooLate(snapshot, wakeAt, now);
              completeIfOver(step, snapshot, token);
            },
            () -> complete(token, "superseded"));
  }

  /// Where the referral was not read first, the wait was set as if the leg had begun with it. Up to
  /// a month more does an execution no harm and is not worth a write; a referral that nobody ends
  /// is over on its day.
  private void notTooLate(Snapshot snapshot, Instant wakeAt, Instant now) {
    var end = Timing.legEnds(snapshot.legSince());
    Timing.wakeAt(snapshot.referral(), snapshot.legSince(), now)
        .filter(due -> wakeAt.isAfter(due.equals(end) ? due.plus(MARGIN) : due))
        .ifPresent(due -> {
          var _ = waits.postpone(snapshot.referral().id(), snapshot.leg(), due);
        });
  }

  private static Optional<Snapshot> nothing() {
    return Optional.empty();
  }

  private void lookForEvents(Referral referral) {
    var key = referral.particulars().person();
    var person = persons.find(key);
    person.applications().stream()
        .sorted(Comparator.comparing(ApplicationEvent::stamp))
        .forEach(event -> {
          var _ = applyApplicationEvent.execute(event, Optional.of(key));
        });
    for (var hire : person.hires()) {
      var _ = applyReports.execute(hire);
    }
  }

  private void completeIfOver(WaitingStep step, Snapshot snapshot, String token) {
    var state = StateName.of(snapshot.referral());
    step.next(state)
        .ifPresent(next -> {
          complete(token, next);
          if (Timing.entry(state).isEmpty()) {
            waits.remove(snapshot.referral().id(), snapshot.leg());
          }
        });
  }

  private void complete(String token, String next) {
    var _ = executions.wake(token, next);
  }
}
