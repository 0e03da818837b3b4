package io.referralflow.delivery;

import io.referralflow.letter.LetterKind;
import io.referralflow.referral.Disclosure;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Invited;
import java.time.Instant;

/// Whether a notice is still true when it is sent: a reminder makes no sense after the answer, and
/// an end that was overtaken is not told.
final class Relevance {

  private Relevance() {}

  static boolean holds(LetterKind kind, Referral referral, Instant now) {
    return switch (kind) {
      case INVITATION -> referral.dossier().withdrawnAt().isEmpty();
      case INVITATION_REMINDER -> referral instanceof Invited;
      case REJECTED -> referral instanceof Referral.Rejected;
      case EXPIRED -> referral instanceof Referral.Expired;
      case ENDED -> Disclosure.isEnded(referral, now);
      case HIRED, PLAN_CHANGED ->
          referral instanceof Employed && !Disclosure.isEnded(referral, now);
      case HELD -> referral instanceof Referral.Held;
      case RECEIVED, ACCEPTED, ADVANCED, PAID, GOODBYE, TAKEN_BACK, PAYOUT, PAYOUT_COPY -> true;
    };
  }
}
