package io.referralflow.intake;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.port.Directory.Heard;
import io.referralflow.port.Failures;
import io.referralflow.port.Programmes;
import io.referralflow.port.Programmes.Said;
import io.referralflow.programme.Vacancy;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Takes in one well-formed event about a vacancy, with the effect of the same change through the
/// API. What a vacancy is and whether it is open are two registers, each set by the event that
/// happened last, and by a change through the API as if it happened then. The vacancy's own reward
/// is no part of an event and stays. Idempotent for ever: an event that was seen is passed over.
public final class TakeInVacancyEvent {

  private static final Duration AHEAD = Duration.ofHours(24);
  private static final int TRIES = 10;

  private final Programmes programmes;
  private final Failures failures;
  private final InstantSource clock;

  public TakeInVacancyEvent(Programmes programmes, Failures failures, InstantSource clock) {
    this.programmes = programmes;
    this.failures = failures;
    this.clock = clock;
  }

  /// What became of an event.
  public sealed interface TakingIn {
    /// It is part of what is known, now or before.
    record Applied() implements TakingIn {}

    /// It cannot be taken in; a person finds it on the failure list.
    record Refused(Reason reason) implements TakingIn {}
  }

  public TakingIn execute(VacancyEvent event) {
    var now = clock.instant();
    if (event.stamp().occurredAt().isAfter(now.plus(AHEAD))) {
      return refuse(event, Reason.FROM_THE_FUTURE, now);
    }
    var heard = new Heard(event.source(), event.stamp().eventId(), event.bodyHash());
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var before = programmes.said(event.vacancy());
      var after = after(before, event, now);
      if (after.isEmpty()) {
        return refuse(event, Reason.VACANCY_UNKNOWN, now);
      }
      var vacancy = after.get().vacancy();
      if (event.content().isPresent()
          && vacancy.inProgramme()
          && programmes.terms(now).flatMap(terms -> terms.reward(vacancy)).isEmpty()) {
        return refuse(event, Reason.FUNCTION_LEVEL_UNKNOWN, now);
      }
      switch (programmes.hear(before, after.get(), heard)) {
        case SAVED, SEEN -> {
          return new TakingIn.Applied();
        }
        case CONFLICT -> {
          return refuse(event, Reason.SAME_ID_OTHER_BODY, now);
        }
        case STALE -> {}
      }
    }
    throw new IllegalStateException("A vacancy was changed by others again and again");
  }

  /// The vacancy after the event; empty when nobody ever said what it is.
  private static Optional<Said> after(Optional<Said> before, VacancyEvent event, Instant now) {
    return before
        .map(known -> changed(known, event, now))
        .or(() ->
            event.open().flatMap(open -> event.content().map(it -> made(event, it, open, now))));
  }

  private static Said made(
      VacancyEvent event, VacancyEvent.Content content, boolean open, Instant now) {
    var vacancy =
        new Vacancy(
            event.vacancy(),
            content.title(),
            content.functionLevel(),
            content.profile(),
            open,
            content.inProgramme().orElse(true),
            Optional.empty(),
            content.hiringManager().map(HrNumber::value));
    return new Said(vacancy, event.stamp(), event.stamp(), by(event), now);
  }

  /// Whoever changes a vacancy stands on its row; an event stands there by its id.
  private static EmployeeId by(VacancyEvent event) {
    return new EmployeeId("event:" + event.stamp().eventId());
  }

  private static Said changed(Said known, VacancyEvent event, Instant now) {
    var was = known.vacancy();
    var content = event.content().filter(_ -> isNewer(event.stamp(), known.content()));
    var open = event.open().filter(_ -> isNewer(event.stamp(), known.status()));
    var vacancy =
        new Vacancy(
            was.id(),
            content.map(VacancyEvent.Content::title).orElse(was.title()),
            content.map(VacancyEvent.Content::functionLevel).orElse(was.functionLevel()),
            content.map(VacancyEvent.Content::profile).orElse(was.profile()),
            open.orElse(was.open()),
            content.flatMap(VacancyEvent.Content::inProgramme).orElse(was.inProgramme()),
            was.plan(),
            content
                .flatMap(VacancyEvent.Content::hiringManager)
                .map(HrNumber::value)
                .or(was::hiringManager));
    return new Said(
        vacancy,
        content.isPresent() ? event.stamp() : known.content(),
        open.isPresent() ? event.stamp() : known.status(),
        by(event),
        now);
  }

  private static boolean isNewer(Stamp stamp, Stamp known) {
    return stamp.compareTo(known) > 0;
  }

  private TakingIn refuse(VacancyEvent event, Reason reason, Instant now) {
    failures.add(
        Refusals.of(
            event.source(), event.bodyHash(), Optional.of(event.stamp().eventId()), reason, now));
    return new TakingIn.Refused(reason);
  }
}
