package io.referralflow.recognition;

import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.port.Outbox;
import io.referralflow.port.Referrals;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.ThankYou;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Recognition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/// Prepares the thank-you and the mention when the referrer is told of the hire, once for each
/// referral: the manager gets both in one mail.
public final class PrepareThanks {

  /// Numbers of these mails lie behind those of all notices that a change of the referral makes.
  static final long NUMBER = 800_000_001L;

  private final Referrals referrals;
  private final Outbox outbox;
  private final WorkingDays workingDays;

  public PrepareThanks(Referrals referrals, Outbox outbox, WorkingDays workingDays) {
    this.referrals = referrals;
    this.outbox = outbox;
    this.workingDays = workingDays;
  }

  public void execute(Particulars particulars, ThankYou settings, Instant now) {
    var today = LocalDate.ofInstant(now, particulars.terms().zone());
    var last = today;
    for (var counted = 0; counted < settings.workingDays(); counted++) {
      last = next(last);
    }
    var _ = referrals.recognise(Recognition.prepared(particulars.id(), now, last));
    outbox.add(particulars, new Notice(NUMBER, LetterKind.THANKS, OptionalInt.empty(), now), now);
  }

  private LocalDate next(LocalDate day) {
    var next = day.plusDays(1);
    while (!workingDays.contains(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
