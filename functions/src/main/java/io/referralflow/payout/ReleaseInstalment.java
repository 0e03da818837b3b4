package io.referralflow.payout;

import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.port.WorkingDays;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Promise;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import io.referralflow.step.Timing;
import java.time.Instant;

/// Hands an instalment to finance if it is due on the facts known now, and answers what comes next.
/// Idempotent: a released instalment is not released again, by the state, by the operation and by
/// the ledger's key.
public final class ReleaseInstalment {

  private final Steps steps;
  private final WorkingDays workingDays;

  public ReleaseInstalment(Steps steps, WorkingDays workingDays) {
    this.steps = steps;
    this.workingDays = workingDays;
  }

  public PayoutPlan execute(ReferralId id, int leg, int instalment) {
    return steps
        .take(
            id,
            new OperationId("release:" + instalment),
            (found, now) -> rule(leg, instalment, found, now))
        .orElseGet(PayoutPlan.Superseded::new);
  }

  private Ruling<PayoutPlan> rule(int leg, int instalment, Snapshot found, Instant now) {
    if (found.leg() != leg) {
      return Ruling.leave(new PayoutPlan.Superseded());
    }
    var referral = found.referral();
    return Owed.next(referral)
        .filter(line -> line.instalment().number() == instalment)
        .filter(line -> !Timing.dueAt(referral, line).isAfter(now))
        .map(line -> release(referral, line, now))
        .orElseGet(() -> Ruling.leave(PayoutPlan.of(referral, now)));
  }

  private Ruling<PayoutPlan> release(Referral referral, Owed.Line line, Instant now) {
    var promiseDays = referral.particulars().terms().promiseDays();
    var fact =
        new Fact.Released(
            now,
            line.instalment().number(),
            line.dueOn(),
            Promise.day(line.dueOn(), promiseDays, workingDays));
    var after =
        Life.after(referral, fact)
            .orElseThrow(() -> new IllegalStateException("A planned instalment can be released"));
    return Ruling.record(fact, PayoutPlan.of(after, now));
  }
}
