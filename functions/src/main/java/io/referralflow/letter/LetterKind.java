package io.referralflow.letter;

import java.util.Arrays;
import java.util.Optional;

/// Every letter that the product sends, with its name on the wire and who receives it.
public enum LetterKind {
  /// Names the referrer, what is stored and the candidate's rights, and asks for a yes or a no.
  INVITATION("invitation", Recipient.CANDIDATE),
  /// Asks once more, gently.
  INVITATION_REMINDER("invitation-reminder", Recipient.CANDIDATE),
  /// The candidate is the first to hear of a rejection.
  REJECTED("rejected", Recipient.CANDIDATE),
  /// Nobody answered the invitation.
  EXPIRED("expired", Recipient.CANDIDATE),
  /// Nobody ended the procedure until no hire could count any more.
  LAPSED("lapsed", Recipient.CANDIDATE),
  /// The candidate declined or withdrew.
  GOODBYE("goodbye", Recipient.CANDIDATE),
  /// The referrer took the referral back.
  TAKEN_BACK("taken-back", Recipient.CANDIDATE),

  /// The referral is for another vacancy from now on.
  VACANCY_CHANGED("vacancy-changed", Recipient.CANDIDATE),
  /// First contact with the candidate of a referral that began before this product kept it.
  IMPORTED("imported", Recipient.CANDIDATE),

  /// The receipt of a referral.
  RECEIVED("received", Recipient.REFERRER),
  /// The receipt of a referral that recruitment entered on somebody's behalf.
  ENTERED("entered", Recipient.REFERRER),
  /// The candidate said yes.
  ACCEPTED("accepted", Recipient.REFERRER),
  /// The candidate passed the screening.
  ADVANCED("advanced", Recipient.REFERRER),
  /// A recruiter moved the referral to another vacancy.
  MOVED("moved", Recipient.REFERRER),
  /// The candidate was hired: what is earned when.
  HIRED("hired", Recipient.REFERRER),
  /// A start or probation moved, or an instalment was cancelled or revived.
  PLAN_CHANGED("plan-changed", Recipient.REFERRER),
  /// Finance confirmed an instalment.
  PAID("paid", Recipient.REFERRER),
  /// A person has to decide first.
  HELD("held", Recipient.REFERRER),
  /// The procedure ended, told only as far as the candidate allowed.
  ENDED("ended", Recipient.REFERRER),
  /// The appeal was allowed, wholly or in part: what is earned when.
  APPEAL_ALLOWED("appeal-allowed", Recipient.REFERRER),
  /// The appeal was dismissed.
  APPEAL_DISMISSED("appeal-dismissed", Recipient.REFERRER),

  /// Asks finance to pay one instalment.
  PAYOUT("payout", Recipient.FINANCE),
  /// The same payout once more, marked as a copy, because nobody knows whether the first arrived.
  PAYOUT_COPY("payout-copy", Recipient.FINANCE),
  /// The promised day of a payout is near and nobody confirmed the payment.
  PROMISE_NEAR("promise-near", Recipient.FINANCE),

  /// A thank-you and a line for the team meeting, ready for the manager to use.
  THANKS("thanks", Recipient.MANAGER),
  /// A referrer was not thanked in time.
  THANKS_LATE("thanks-late", Recipient.PROGRAMME_MANAGER);

  private final String wireName;
  private final Recipient recipient;

  LetterKind(String wireName, Recipient recipient) {
    this.wireName = wireName;
    this.recipient = recipient;
  }

  public String wireName() {
    return wireName;
  }

  public Recipient recipient() {
    return recipient;
  }

  /// The kind of a name on the wire; empty when there is no such letter.
  public static Optional<LetterKind> named(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }
}
