package io.referralflow.referral;

import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When the referrer may know of an unhappy end: a day (the terms' delay) after the candidate's own
/// notice was handed over; where the candidate gets none, after the fact; at once when the referrer
/// ended it.
public final class Disclosure {

  private Disclosure() {}

  /// Whether the end of a referral may be shown to its referrer at a moment.
  public static boolean isEnded(Referral referral, Instant now) {
    return endShownFrom(referral).filter(from -> !from.isAfter(now)).isPresent();
  }

  /// Whether the referrer may appeal at a moment: a hire earns nothing by a rule or a decision, and
  /// the terms' days since the referrer could know it are not over.
  public static boolean mayAppeal(Referral referral, Instant now) {
    var days = Duration.ofDays(referral.particulars().terms().rules().appealDays());
    return switch (referral) {
      case Referral.NotEligible _, Referral.AlreadyKnown _ ->
          endShownFrom(referral)
              .filter(from -> !from.isAfter(now) && from.plus(days).isAfter(now))
              .isPresent();
      case Open _, Employed _, Held _, Ended _ -> false;
    };
  }

  /// The moment from which the referrer sees that it ended; empty when it has not ended, or when
  /// the candidate is not told yet.
  static Optional<Instant> endShownFrom(Referral referral) {
    var delay = referral.particulars().terms().noticeDelay();
    return switch (referral) {
      case Referral.Withdrawn gone when gone.byReferrer() -> Optional.of(gone.endedAt());
      case Referral.NotEligible gone -> Optional.of(gone.endedAt().plus(delay));
      case Referral.AlreadyKnown gone -> Optional.of(gone.endedAt().plus(delay));
      case Ended ended -> ended.dossier().toldAt().map(told -> told.plus(delay));
      case Referral.HireCancelled gone -> Optional.of(gone.hire().revisedAt().plus(delay));
      case Referral.Left gone -> Optional.of(gone.hire().revisedAt().plus(delay));
      case Open _, Employed _, Held _ -> Optional.empty();
    };
  }

  /// Whether an instalment is cancelled and its referrer may not know of it yet.
  public static boolean isHidden(Employed employed, int instalment, Instant now) {
    var delay = employed.particulars().terms().noticeDelay();
    return Optional.ofNullable(employed.hire().cancelledAt().get(instalment))
        .filter(since -> since.plus(delay).isAfter(now))
        .isPresent();
  }

  /// The state that the referrer sees.
  public static StateName stateForReferrer(Referral referral, Instant now) {
    return isEnded(referral, now)
        ? StateName.ENDED
        : switch (referral) {
          case Referral.NotEligible gone when gone.wasHeld() -> StateName.HELD;
          case Ended ended -> StateName.of(ended.stage());
          case Referral.HireCancelled gone -> StateName.of(stage(gone));
          case Referral.Left gone -> StateName.of(stage(gone));
          case Open _, Employed _, Held _ -> StateName.of(referral);
        };
  }

  /// How far a hire had come.
  static Stage stage(Employed employed) {
    return Owed.begun(Owed.of(employed)) ? Stage.PROBATION : Stage.HIRED;
  }
}
