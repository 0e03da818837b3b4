package io.referralflow.port;

import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import java.util.Optional;

/// That a candidate's data was let go: noted outside the table, so that it is still known when the
/// table is brought back to an earlier moment.
///
/// @param erased whether the data was deleted; until then only its end was decided
public record Erasure(ReferralId referral, Ending ending, boolean erased) {

  /// What the candidate's or the referrer's word did to the referral itself.
  public enum Ending {
    /// The referrer took it back.
    TAKEN_BACK,
    /// The candidate withdrew or objected, which ended the referral.
    WITHDRAWN,
    /// The candidate withdrew or objected after the end or the hire: only the data goes.
    WITHDRAWN_AFTER_END,
    /// Nobody said anything: the data's time was over.
    NONE
  }

  /// What a change lets go.
  public static Optional<Erasure> of(Change change) {
    var erases =
        change.companions().contains(new Companion.CandidateDeleted())
            || change.facts().stream().anyMatch(Fact.Erased.class::isInstance);
    var ends = change.facts().stream().anyMatch(Erasure::ends);
    return erases || ends
        ? Optional.of(
            new Erasure(
                change.after().id(),
                ending(change.after()),
                erases || change.after().dossier().erasedAt().isPresent()))
        : Optional.empty();
  }

  private static boolean ends(Fact fact) {
    return fact instanceof Fact.Withdrawn
        || fact instanceof Fact.Objected
        || fact instanceof Fact.TakenBack;
  }

  private static Ending ending(Referral after) {
    if (after instanceof Referral.Withdrawn gone) {
      return gone.byReferrer() ? Ending.TAKEN_BACK : Ending.WITHDRAWN;
    }
    return after.dossier().withdrawnAt().isPresent() ? Ending.WITHDRAWN_AFTER_END : Ending.NONE;
  }
}
