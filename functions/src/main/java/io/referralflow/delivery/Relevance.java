package io.referralflow.delivery;

import io.referralflow.message.Notice;
import io.referralflow.referral.Disclosure;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Invited;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Payment;
import java.time.Instant;
import java.util.OptionalInt;

/// Whether a notice is still true when it is sent: a reminder makes no sense after the answer, and
/// an end or a loss that was overtaken is not told.
final class Relevance {

  private Relevance() {}

  static boolean holds(Notice notice, Referral referral, Instant now) {
    return switch (notice.kind()) {
      case INVITATION, IMPORTED -> referral.dossier().withdrawnAt().isEmpty();
      case INVITATION_REMINDER -> referral instanceof Invited;
      case REJECTED -> referral instanceof Referral.Rejected;
      case EXPIRED -> referral instanceof Referral.Expired;
      case LAPSED -> referral instanceof Referral.Lapsed;
      case ENDED, APPEAL_DISMISSED -> Disclosure.isEnded(referral, now);
      case HIRED, APPEAL_ALLOWED ->
          referral instanceof Employed && !Disclosure.isEnded(referral, now);
      case PLAN_CHANGED ->
          referral instanceof Employed employed
              && !Disclosure.isEnded(referral, now)
              && (notice.instalment().isEmpty()
                  || employed.hire().cancelledAt().containsKey(notice.instalment().getAsInt()));
      case PROMISE_NEAR -> isOpen(notice, referral);
      case THANKS, THANKS_LATE ->
          referral instanceof Employed && !Disclosure.isEnded(referral, now);
      case VACANCY_CHANGED, MOVED -> referral instanceof Referral.Open;
      case HELD -> referral instanceof Referral.Held;
      case RECEIVED, ENTERED, ACCEPTED, ADVANCED, PAID, GOODBYE, TAKEN_BACK, PAYOUT, PAYOUT_COPY ->
          true;
    };
  }

  /// Whether a notice must not be sent now, and may have to be later: finance is not asked for what
  /// it holds.
  static boolean waits(Notice notice, Referral referral) {
    return switch (notice.kind()) {
      case PAYOUT, PAYOUT_COPY ->
          notice.instalment().isPresent()
              && referral instanceof Employed employed
              && employed
                  .hire()
                  .payment(notice.instalment().getAsInt())
                  .flatMap(Payment::heldBecause)
                  .isPresent();
      default -> false;
    };
  }

  private static boolean isOpen(Notice notice, Referral referral) {
    return Owed.of(referral).stream()
        .filter(line -> OptionalInt.of(line.instalment().number()).equals(notice.instalment()))
        .anyMatch(line ->
            line.state() == InstalmentState.PLANNED
                || line.state() == InstalmentState.HELD
                || line.payment().filter(payment -> payment.paidOn().isEmpty()).isPresent());
  }
}
