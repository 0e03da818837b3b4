package io.referralflow.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One line of a referral's history, without names.
///
/// @param stage how far it had come, with an end
/// @param reason why, with an end or a settlement
/// @param instalment which one, with money
public record TimelineEntry(
    Instant at,
    Kind kind,
    Optional<Stage> stage,
    Optional<SettlementReason> reason,
    OptionalInt instalment) {

  /// What happened. The first half is shown to everybody; the true ends to recruiters only.
  public enum Kind {
    SUBMITTED,
    INVITED,
    REMINDED,
    ACCEPTED,
    ADVANCED,
    HELD,
    HIRED,
    START_MOVED,
    PROBATION_CHANGED,
    RELEASED,
    PAID,
    CANCELLED,
    ENDED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    TAKEN_BACK,
    EXPIRED,
    HIRE_CANCELLED,
    LEFT,
    NOT_ELIGIBLE,
    ALREADY_KNOWN
  }

  static TimelineEntry of(Instant at, Kind kind) {
    return new TimelineEntry(at, kind, Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  static TimelineEntry of(Instant at, Kind kind, int instalment) {
    return new TimelineEntry(
        at, kind, Optional.empty(), Optional.empty(), OptionalInt.of(instalment));
  }

  static TimelineEntry end(Instant at, Kind kind, Stage stage, Optional<SettlementReason> reason) {
    return new TimelineEntry(at, kind, Optional.of(stage), reason, OptionalInt.empty());
  }
}
