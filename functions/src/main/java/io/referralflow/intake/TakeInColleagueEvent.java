package io.referralflow.intake;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.ColleagueEvent;
import io.referralflow.directory.Detail;
import io.referralflow.directory.Saying;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.port.Directory;
import io.referralflow.port.Directory.Change;
import io.referralflow.port.Directory.Heard;
import io.referralflow.port.Failures;
import io.referralflow.port.Seals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Takes in a well-formed event about a colleague, in whatever order they come. Idempotent for
/// ever: an event that was seen is passed over.
public final class TakeInColleagueEvent {

  private static final Duration AHEAD = Duration.ofHours(24);
  private static final int TRIES = 10;

  private final Directory directory;
  private final Failures failures;
  private final Seals seals;
  private final InstantSource clock;

  public TakeInColleagueEvent(
      Directory directory, Failures failures, Seals seals, InstantSource clock) {
    this.directory = directory;
    this.failures = failures;
    this.seals = seals;
    this.clock = clock;
  }

  /// What became of an event.
  public sealed interface TakingIn {
    /// It is part of what is known, now or before.
    record Applied() implements TakingIn {}

    /// It cannot be taken in; a person finds it on the failure list.
    record Refused(Reason reason) implements TakingIn {}
  }

  public TakingIn execute(ColleagueEvent event) {
    var now = clock.instant();
    if (event.saying().stamp().occurredAt().isAfter(now.plus(AHEAD))) {
      return refuse(event, Reason.FROM_THE_FUTURE, now);
    }
    if (contradicts(event.saying())) {
      return refuse(event, Reason.DATES_CONTRADICT, now);
    }
    var heard = Optional.of(new Heard(event.source(), event.id(), event.bodyHash()));
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var before =
          directory.find(event.colleague()).orElseGet(() -> Colleague.unheardOf(event.colleague()));
      switch (directory.save(Change.of(before, before.with(event.saying()), seals), heard)) {
        case SAVED, SEEN -> {
          return new TakingIn.Applied();
        }
        case CONFLICT -> {
          return refuse(event, Reason.SAME_ID_OTHER_BODY, now);
        }
        case STALE -> {}
      }
    }
    throw new IllegalStateException("A colleague was changed by others again and again");
  }

  private static boolean contradicts(Saying saying) {
    var from = said(saying, Detail.IN_SERVICE_FROM);
    return said(saying, Detail.IN_SERVICE_TO)
        .filter(to -> from.filter(day -> to.compareTo(day) < 0).isPresent())
        .isPresent();
  }

  private static Optional<String> said(Saying saying, Detail detail) {
    return saying.details().getOrDefault(detail, Optional.empty());
  }

  private TakingIn refuse(ColleagueEvent event, Reason reason, Instant now) {
    failures.add(
        Refusals.of(event.source(), event.bodyHash(), Optional.of(event.id()), reason, now));
    return new TakingIn.Refused(reason);
  }
}
