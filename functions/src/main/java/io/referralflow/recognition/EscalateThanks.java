package io.referralflow.recognition;

import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.port.Outbox;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Recognition;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/// Tells the programme manager, once, of what was prepared for a manager and not marked as done in
/// time. Its work grows with what is late.
public final class EscalateThanks {

  private static final long NUMBER = PrepareThanks.NUMBER + 1;

  private final Referrals referrals;
  private final Outbox outbox;
  private final InstantSource clock;

  public EscalateThanks(Referrals referrals, Outbox outbox, InstantSource clock) {
    this.referrals = referrals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Answers how many were late.
  public int execute() {
    var late = referrals.unrecognised(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    late.forEach(this::escalate);
    return late.size();
  }

  /// The mail first: were it lost in between, the next run would not write it again.
  private void escalate(Recognition late) {
    var now = clock.instant();
    referrals
        .find(late.referral())
        .map(Snapshot::referral)
        .ifPresent(referral ->
            outbox.add(
                referral.particulars(),
                new Notice(NUMBER, LetterKind.THANKS_LATE, OptionalInt.empty(), now),
                now));
    var _ = referrals.recognise(late.told());
  }
}
