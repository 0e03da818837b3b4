package io.referralflow.intake;

import io.referralflow.hire.HrEvent;
import io.referralflow.port.Failures;
import io.referralflow.port.Failures.Failure;
import io.referralflow.referral.ApplicationEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Events that cannot be taken in, as rows of the failure list: one row per event and reason.
public final class Refusals {

  private Refusals() {}

  /// Why an event cannot be taken in.
  public enum Reason {
    MALFORMED,
    UNKNOWN_TYPE,
    UNKNOWN_VERSION,
    FROM_THE_FUTURE,
    DATES_CONTRADICT,
    SAME_ID_OTHER_BODY,
    /// It says that something of a vacancy changed of which nobody said what it is.
    VACANCY_UNKNOWN,
    /// The terms in force do not know the vacancy's function level.
    FUNCTION_LEVEL_UNKNOWN,
    /// There is no referral of the id that it names.
    REFERRAL_UNKNOWN,
    /// The candidate was referred for several vacancies, and it names none.
    VACANCY_UNCLEAR,
    /// The referral's procedure has no such phase.
    PHASE_UNKNOWN,
    /// Well formed, but a fault of ours keeps it from being taken in.
    FAULT;

    /// The name on the wire.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The failure of a well-formed event.
  public static Failure of(HrEvent event, Reason reason, Instant at) {
    return of(event.source(), event.bodyHash(), Optional.of(event.id()), reason, at);
  }

  /// The failure of a well-formed event about an application.
  public static Failure of(ApplicationEvent event, Reason reason, Instant at) {
    return of(event.source(), event.bodyHash(), Optional.of(event.stamp().eventId()), reason, at);
  }

  /// The failure of an event that may have no id.
  ///
  /// @param bodyHash a keyed hash of its content, which keeps two events of one id apart
  public static Failure of(
      String source, String bodyHash, Optional<String> eventId, Reason reason, Instant at) {
    var id = String.join("/", reason.wireName(), source, eventId.orElse("-"), bodyHash);
    return new Failure(id, Failures.Kind.EVENT, reason.wireName(), at, eventId);
  }
}
