package io.referralflow.figures;

import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.port.Waits.Wait;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/// All that is under way, through the lists of what waits, what a person must decide and what
/// finance has to pay: the work grows with that, not with what is stored.
final class UnderWay {

  /// Later than anything waits for.
  private static final Duration FAR = Duration.ofDays(4_000);

  /// Longer than a promise or a milestone can lie ahead.
  private static final int YEARS_AHEAD = 10;

  private final Waits waits;
  private final Referrals referrals;

  UnderWay(Waits waits, Referrals referrals) {
    this.waits = waits;
    this.referrals = referrals;
  }

  /// Every referral that still waits for something.
  List<Referral> live(Instant now) {
    var ids = new LinkedHashSet<ReferralId>();
    waits.overdue(now.plus(FAR), Integer.MAX_VALUE).stream().map(Wait::referral).forEach(ids::add);
    Page.all(referrals::worklist).forEach(each -> ids.add(each.referral().id()));
    return referrals.findAll(List.copyOf(ids)).stream().map(Snapshot::referral).toList();
  }

  /// Every instalment that is confirmed and was promised for a day from a year before another on.
  List<Payout> paid(LocalDate day) {
    return referrals.promised(PayoutState.PAID, day.minusYears(1), day.plusYears(YEARS_AHEAD));
  }

  /// Every instalment that is released and not confirmed.
  List<Payout> released() {
    return Page.all(part -> referrals.payouts(PayoutState.RELEASED, part)).toList();
  }
}
