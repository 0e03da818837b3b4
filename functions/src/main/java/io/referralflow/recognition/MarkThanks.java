package io.referralflow.recognition;

import io.referralflow.port.Referrals;
import io.referralflow.recognition.ReadThanks.Prepared;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.Recognition.Deed;
import io.referralflow.referral.Recognition.Mark;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Caller;
import java.time.InstantSource;
import java.util.Optional;

/// Marks the thank-you as sent or the mention as done, by whoever may read what was prepared. Said
/// again it stays as it was said first.
public final class MarkThanks {

  private static final int TRIES = 5;

  private final Referrals referrals;
  private final ReadThanks readThanks;
  private final InstantSource clock;

  public MarkThanks(Referrals referrals, ReadThanks readThanks, InstantSource clock) {
    this.referrals = referrals;
    this.readThanks = readThanks;
    this.clock = clock;
  }

  /// What was prepared, with the mark; empty where the caller may not know of it.
  public Optional<Prepared> execute(Caller caller, ReferralId id, Deed deed) {
    for (var i = 0; i < TRIES; i++) {
      var found = readThanks.execute(caller, id);
      if (found.isEmpty() || found.get().recognition().isDone(deed)) {
        return found;
      }
      var after =
          found.get().recognition().done(deed, new Mark(clock.instant(), caller.id().value()));
      if (referrals.recognise(after)) {
        return found.map(prepared -> with(prepared, after));
      }
    }
    throw new IllegalStateException("Too many at once mark thanks of " + id.value());
  }

  private static Prepared with(Prepared prepared, Recognition after) {
    return new Prepared(
        after,
        prepared.receiptNumber(),
        prepared.referrer(),
        prepared.vacancy(),
        prepared.manager());
  }
}
