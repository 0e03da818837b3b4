package io.referralflow.intake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.port.OperationId;
import io.referralflow.port.Persons;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ApplicationEvent.Saying;
import io.referralflow.referral.Course;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
  private final Persons persons;
  private final Referrals referrals;
  private final Failures failures;
  private final Steps steps;
  private final InstantSource clock;

  public TakeInApplicationEvent(
      HrReports reports,
      Persons persons,
      Referrals referrals,
      Failures failures,
      Steps steps,
      InstantSource clock) {
    this.reports = reports;
    this.persons = persons;
    this.referrals = referrals;
    this.failures = failures;
    this.steps = steps;
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

  /// What one referral makes of it.
  private enum Taking {
    TAKEN,
    OVER,
    PHASE_UNKNOWN
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
    return apply(event, candidate, now);
  }

  /// Applies an event that was taken in, for a referral of its candidate that may have come in
  /// after it looked. One that is older than the referral has nothing to say of it.
  public void meet(ApplicationEvent event, Referral referral) {
    var particulars = referral.particulars();
    if (isFor(event, particulars.vacancy()) && !isOlder(event, referral)) {
      var _ = apply(event, Optional.of(particulars.person()), clock.instant());
    }
  }

  private TakingIn apply(ApplicationEvent event, Optional<PersonKey> person, Instant now) {
    var running = event.referralId().isPresent() ? named(event) : running(event, person);
    if (event.referralId().isPresent() && running.isEmpty()) {
      return refuse(event, Reason.REFERRAL_UNKNOWN, now);
    }
    if (vacancies(running) > 1) {
      return refuse(event, Reason.VACANCY_UNCLEAR, now);
    }
    var taken = running.stream().map(referral -> take(event, referral.id())).toList();
    if (taken.contains(Taking.PHASE_UNKNOWN)) {
      return refuse(event, Reason.PHASE_UNKNOWN, now);
    }
    return taken.contains(Taking.TAKEN) ? new TakingIn.Applied() : new TakingIn.Unmatched();
  }

  private List<Referral> named(ApplicationEvent event) {
    return event.referralId().filter(ReferralId::isValid).map(ReferralId::new).stream()
        .flatMap(id -> referrals.find(id).stream())
        .map(Snapshot::referral)
        .filter(referral -> isFor(event, referral.particulars().vacancy()))
        .toList();
  }

  private static boolean isFor(ApplicationEvent event, VacancyId vacancy) {
    return event.vacancy().map(vacancy::equals).orElse(true);
  }

  /// The candidate's referrals for the vacancy, where one is named, as far as they are not over.
  private List<Referral> running(ApplicationEvent event, Optional<PersonKey> person) {
    var ids =
        person.stream()
            .flatMap(key -> persons.find(key).referrals().stream())
            .filter(referred -> isFor(event, referred.vacancy()))
            .map(Persons.Referred::id)
            .toList();
    return ids.isEmpty()
        ? List.of()
        : referrals.findAll(ids).stream()
            .map(Snapshot::referral)
            .filter(referral -> referral instanceof Referral.Open || heard(event, referral))
            .toList();
  }

  private static long vacancies(List<Referral> running) {
    return running.stream().map(referral -> referral.particulars().vacancy()).distinct().count();
  }

  private Taking take(ApplicationEvent event, ReferralId id) {
    var operation =
        new OperationId("application:" + event.source() + ":" + event.stamp().eventId());
    return steps
        .take(id, operation, (found, now) -> rule(event, found.referral(), now))
        .orElse(Taking.OVER);
  }

  private Ruling<Taking> rule(ApplicationEvent event, Referral referral, Instant now) {
    if (heard(event, referral) || refusedBeforeMove(event, referral)) {
      return Ruling.leave(Taking.TAKEN);
    }
    if (!(referral instanceof Referral.Open) || isOlder(event, referral)) {
      return Ruling.leave(Taking.OVER);
    }
    if (event.saying() instanceof Saying.Advanced(var phase)
        && referral.particulars().terms().procedure().find(phase).isEmpty()) {
      return Ruling.leave(Taking.PHASE_UNKNOWN);
    }
    var fact = fact(event, referral, now);
    return Life.after(referral, fact).isPresent()
        ? Ruling.record(fact, Taking.TAKEN)
        : Ruling.leave(Taking.OVER);
  }

  /// What happened before the candidate was referred is no part of the referral's course, nor is a
  /// refusal before the referral was moved, unless it names the vacancy that this is for now: it
  /// was of another application.
  private static boolean isOlder(ApplicationEvent event, Referral referral) {
    var particulars = referral.particulars();
    var began =
        event.saying() instanceof Saying.Rejected && event.vacancy().isEmpty()
            ? particulars.movedAt().orElse(particulars.submittedAt())
            : particulars.submittedAt();
    return event.stamp().occurredAt().isBefore(began);
  }

  /// Whether this refusal was noted for the vacancy from which the referral was moved since. The
  /// state has forgotten it then; the facts have not.
  private boolean refusedBeforeMove(ApplicationEvent event, Referral referral) {
    return event.saying() instanceof Saying.Rejected
        && referral.particulars().movedAt().isPresent()
        && referrals.read(referral.id()).stream()
            .flatMap(read -> read.facts().stream())
            .anyMatch(fact ->
                fact instanceof Fact.TurnedDown refusal && refusal.by().equals(sayer(event)));
  }

  private static EmployeeId sayer(ApplicationEvent event) {
    return new EmployeeId("event:" + event.stamp().eventId());
  }

  private static boolean heard(ApplicationEvent event, Referral referral) {
    return event.saying() instanceof Saying.Advanced(var phase)
        && referral.dossier().course().entries().contains(new Course.Entry(phase, event.stamp()));
  }

  private static Fact fact(ApplicationEvent event, Referral referral, Instant now) {
    var by = sayer(event);
    return switch (event.saying()) {
      case Saying.Advanced(var phase) -> new Fact.PhaseEntered(now, by, phase, event.stamp());
      case Saying.Rejected(var reason) ->
          referral instanceof Referral.Invited
              ? new Fact.TurnedDown(now, by, reason)
              : new Fact.Rejected(now, by, reason);
    };
  }

  private TakingIn refuse(ApplicationEvent event, Reason reason, Instant now) {
    failures.add(
        Refusals.of(
            event.source(), event.bodyHash(), Optional.of(event.stamp().eventId()), reason, now));
    return new TakingIn.Refused(reason);
  }
}
