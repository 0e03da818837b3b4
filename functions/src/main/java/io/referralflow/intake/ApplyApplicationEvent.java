package io.referralflow.intake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.intake.TakeInApplicationEvent.TakingIn;
import io.referralflow.port.Failures;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Applies one event about an application to what it speaks of, as often as anybody looks: when it
/// is taken in, and when a referral of its candidate comes in, whichever was first. What is older
/// than a referral has nothing to say of it.
public final class ApplyApplicationEvent {

  private final Persons persons;
  private final Referrals referrals;
  private final Failures failures;
  private final Steps steps;
  private final InstantSource clock;

  public ApplyApplicationEvent(
      Persons persons, Referrals referrals, Failures failures, Steps steps, InstantSource clock) {
    this.persons = persons;
    this.referrals = referrals;
    this.failures = failures;
    this.steps = steps;
    this.clock = clock;
  }

  /// What one referral makes of it.
  private enum Taking {
    TAKEN,
    OVER,
    PHASE_UNKNOWN
  }

  /// Applies an event.
  ///
  /// @param person the candidate, unless the event names its referral
  public TakingIn execute(ApplicationEvent event, Optional<PersonKey> person) {
    var running = event.referralId().isPresent() ? named(event) : running(event, person);
    if (event.referralId().isPresent() && running.isEmpty()) {
      return refuse(event, Reason.REFERRAL_UNKNOWN);
    }
    if (vacancies(running) > 1) {
      return refuse(event, Reason.VACANCY_UNCLEAR);
    }
    var taken = running.stream().map(referral -> take(event, referral.id())).toList();
    if (taken.contains(Taking.PHASE_UNKNOWN)) {
      return refuse(event, Reason.PHASE_UNKNOWN);
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

  /// The candidate's referrals for the vacancy, where one is named, of which the event speaks.
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
            .filter(referral -> speaksOf(event, referral) || applied(event, referral))
            .toList();
  }

  private static boolean speaksOf(ApplicationEvent event, Referral referral) {
    return referral instanceof Referral.Open && !isOlder(event, referral);
  }

  private boolean applied(ApplicationEvent event, Referral referral) {
    return heard(event, referral) || refusedBeforeMove(event, referral);
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
    if (applied(event, referral)) {
      return Ruling.leave(Taking.TAKEN);
    }
    if (!speaksOf(event, referral)) {
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

  private TakingIn refuse(ApplicationEvent event, Reason reason) {
    failures.add(Refusals.of(event, reason, clock.instant()));
    return new TakingIn.Refused(reason);
  }
}
