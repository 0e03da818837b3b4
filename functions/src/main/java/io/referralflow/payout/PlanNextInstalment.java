package io.referralflow.payout;

import io.referralflow.port.Referrals;
import io.referralflow.port.Waits;
import io.referralflow.referral.ReferralId;
import io.referralflow.step.Timing;
import java.time.InstantSource;

/// Tells an execution what to do next about a reward, and sets the clock that watches over it.
/// Reads and sets the same again when called again.
public final class PlanNextInstalment {

  private final Referrals referrals;
  private final Waits waits;
  private final InstantSource clock;

  public PlanNextInstalment(Referrals referrals, Waits waits, InstantSource clock) {
    this.referrals = referrals;
    this.waits = waits;
    this.clock = clock;
  }

  public PayoutPlan execute(ReferralId id, int leg) {
    var found = referrals.find(id);
    if (found.isEmpty() || found.get().leg() != leg) {
      return new PayoutPlan.Superseded();
    }
    var referral = found.get().referral();
    var now = clock.instant();
    var wakeAt = Timing.wakeAt(referral, found.get().legSince(), now);
    if (wakeAt.isEmpty()) {
      waits.remove(id, leg);
    } else if (!waits.postpone(id, leg, wakeAt.get())) {
      return new PayoutPlan.Superseded();
    }
    return PayoutPlan.of(referral, now);
  }
}
