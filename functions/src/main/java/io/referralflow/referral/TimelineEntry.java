package io.referralflow.referral;

import io.referralflow.candidate.Detail;
import io.referralflow.programme.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One line of a referral's history, without names.
///
/// @param stage how far it had come, with an end
/// @param reason why, with an end or a settlement
/// @param instalment which one, with money
/// @param details which ones, with a correction by the candidate
/// @param phase which one, where it came into another phase
public record TimelineEntry(
    Instant at,
    Kind kind,
    Optional<Stage> stage,
    Optional<SettlementReason> reason,
    OptionalInt instalment,
    List<Detail> details,
    Optional<Phase> phase) {

  public TimelineEntry {
    details = List.copyOf(details);
  }

  /// What happened. The first half is shown to everybody; the true ends to recruiters only.
  public enum Kind {
    SUBMITTED,
    /// Recruitment entered it on the referrer's behalf.
    ENTERED_ON_BEHALF,
    INVITED,
    REMINDED,
    ADDRESS_CORRECTED,
    /// It is for another vacancy from here on.
    MOVED,
    ACCEPTED,
    ADVANCED,
    PHASE_ENTERED,
    HELD,
    APPEALED,
    HIRED,
    /// Others earn a part of the reward.
    SHARED,
    /// A part of the reward was allowed on appeal.
    ALLOWED_IN_PART,
    START_MOVED,
    PROBATION_CHANGED,
    RELEASED,
    PAID,
    CANCELLED,
    /// Finance does not pay it for now.
    PAYOUT_HELD,
    /// Finance pays it after all.
    PAYOUT_RESUMED,
    /// Finance put right when, or how much, was paid.
    PAYMENT_CORRECTED,
    /// A manager thanked the referrer.
    THANKED,
    /// The referral was mentioned in the team meeting.
    MENTIONED,
    ENDED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    OBJECTED,
    /// A thank-you was prepared for a manager.
    THANKS_PREPARED,
    COPY_GIVEN,
    CORRECTED,
    TAKEN_BACK,
    EXPIRED,
    LAPSED,
    HIRE_CANCELLED,
    LEFT,
    NOT_ELIGIBLE,
    ALREADY_KNOWN
  }

  static TimelineEntry of(Instant at, Kind kind) {
    return of(at, kind, List.of());
  }

  static TimelineEntry of(Instant at, Kind kind, List<Detail> details) {
    return new TimelineEntry(
        at,
        kind,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        details,
        Optional.empty());
  }

  static TimelineEntry of(Instant at, Kind kind, int instalment) {
    return new TimelineEntry(
        at,
        kind,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.of(instalment),
        List.of(),
        Optional.empty());
  }

  static TimelineEntry end(Instant at, Kind kind, Stage stage, Optional<SettlementReason> reason) {
    return new TimelineEntry(
        at, kind, Optional.of(stage), reason, OptionalInt.empty(), List.of(), Optional.empty());
  }

  static TimelineEntry of(Instant at, Phase phase) {
    return new TimelineEntry(
        at,
        Kind.PHASE_ENTERED,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        List.of(),
        Optional.of(phase));
  }
}
