package io.referralflow.referral;

import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/// When a candidate's personal data must be gone: 24 hours after a withdrawal at the latest, else
/// 28 days, or with consent one year, after the end of the procedure. A hire ends the procedure
/// too; the reward lives on without the person's data.
public final class Retention {

  private static final Duration GOODBYE = Duration.ofHours(24);

  private Retention() {}

  /// The moment by which the data is deleted; empty while the procedure goes on or when it is gone.
  public static Optional<Instant> eraseBy(Referral referral) {
    var dossier = referral.dossier();
    if (dossier.erasedAt().isPresent()) {
      return Optional.empty();
    }
    var keptUntil = procedureEnded(referral).map(end -> endingAt(end, referral));
    var goodbye = dossier.withdrawnAt().map(at -> at.plus(GOODBYE));
    return Stream.of(goodbye, keptUntil).flatMap(Optional::stream).min(Instant::compareTo);
  }

  /// The day in the programme's zone on which the data goes if nothing more happens, where an
  /// invitation that nobody answers expires first, and a procedure that nobody ends lapses; empty
  /// when the data is gone.
  public static Optional<LocalDate> keptUntil(Referral referral) {
    var particulars = referral.particulars();
    var moment =
        switch (referral) {
          case Referral.Invited _ -> Optional.of(endingAt(particulars.expiresAt(), referral));
          case Referral.Screening _, Referral.Hiring _ ->
              Optional.of(endingAt(particulars.findableUntil(), referral));
          case Employed _, Held _, Ended _ -> eraseBy(referral);
        };
    return moment.map(at -> LocalDate.ofInstant(at, particulars.terms().zone()));
  }

  private static Instant endingAt(Instant end, Referral referral) {
    return end.plus(referral.dossier().keep().afterEnd());
  }

  private static Optional<Instant> procedureEnded(Referral referral) {
    return switch (referral) {
      case Open _ -> Optional.empty();
      case Employed employed -> Optional.of(employed.hire().attributedAt());
      case Held held -> Optional.of(held.hire().attributedAt());
      case Ended ended -> Optional.of(ended.endedAt());
    };
  }
}
