package io.referralflow.process;

import io.referralflow.port.Executions;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.step.Timing;

/// Makes executions follow a referral that changed: starts the execution of a new leg and stops the
/// one before, or wakes the one that waited for this change. Idempotent: an execution's name is its
/// leg, and a token answered twice is no error.
public final class FollowReferral {

  private final Referrals referrals;
  private final Waits waits;
  private final Executions executions;

  public FollowReferral(Referrals referrals, Waits waits, Executions executions) {
    this.referrals = referrals;
    this.waits = waits;
    this.executions = executions;
  }

  /// The change of a referral as the stream tells it.
  ///
  /// @param newLeg whether the leg began with this change
  /// @param wakes whether the running execution waited for this change
  public record Changed(ReferralId id, int leg, boolean newLeg, boolean wakes) {}

  public void execute(Changed changed) {
    if (!changed.newLeg() && !changed.wakes()) {
      return;
    }
    var found = referrals.find(changed.id());
    if (found.isEmpty() || found.get().leg() != changed.leg()) {
      return;
    }
    if (changed.newLeg()) {
      takeOver(found.get());
    } else {
      wake(found.get());
    }
  }

  private void takeOver(Snapshot snapshot) {
    var referral = snapshot.referral();
    var entry = Timing.entry(referral).filter(_ -> hasSomethingToCome(referral));
    if (entry.isPresent()) {
      executions.start(referral.id(), snapshot.leg(), entry.get());
    } else {
      waits.remove(referral.id(), snapshot.leg());
    }
    if (snapshot.leg() > 1) {
      executions.stop(referral.id(), snapshot.leg() - 1);
    }
  }

  private static boolean hasSomethingToCome(Referral referral) {
    return referral instanceof Referral.Open || Owed.next(referral).isPresent();
  }

  private void wake(Snapshot snapshot) {
    var referral = snapshot.referral();
    var wait = waits.find(referral.id()).filter(found -> found.leg() == snapshot.leg());
    if (wait.isEmpty()) {
      return;
    }
    var next = wait.get().step().flatMap(WaitingStep::named).flatMap(step -> step.next(referral));
    if (wait.get().token().isPresent() && next.isPresent()) {
      var _ = executions.wake(wait.get().token().get(), next.get());
    }
    if (Timing.entry(referral).isEmpty()) {
      waits.remove(referral.id(), snapshot.leg());
    }
  }
}
