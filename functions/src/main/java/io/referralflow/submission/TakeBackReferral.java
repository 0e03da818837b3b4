package io.referralflow.submission;

import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Employee;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;

/// Takes a referral back, before the hire. The candidate is told. Idempotent: taken back again is
/// the same answer.
public final class TakeBackReferral {

  private final Steps steps;

  public TakeBackReferral(Steps steps) {
    this.steps = steps;
  }

  /// What became of it.
  public enum TakingBack {
    TAKEN_BACK,
    TOO_LATE,
    /// There is no such referral of this referrer.
    NOT_FOUND
  }

  public TakingBack execute(Employee referrer, ReferralId id) {
    return steps
        .take(id, new OperationId("take-back"), (found, now) -> rule(referrer, found, now))
        .orElse(TakingBack.NOT_FOUND);
  }

  private static Ruling<TakingBack> rule(Employee referrer, Snapshot found, Instant now) {
    var referral = found.referral();
    if (!referrer.is(referral.particulars().referrer())) {
      return Ruling.leave(TakingBack.NOT_FOUND);
    }
    return switch (referral) {
      case Referral.Open _ -> Ruling.record(new Fact.TakenBack(now), TakingBack.TAKEN_BACK);
      case Referral.Withdrawn gone when gone.byReferrer() -> Ruling.leave(TakingBack.TAKEN_BACK);
      case Referral.Ended _, Referral.Employed _, Referral.Held _ ->
          Ruling.leave(TakingBack.TOO_LATE);
    };
  }
}
