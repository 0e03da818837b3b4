package io.referralflow.process;

import io.referralflow.port.Executions;
import io.referralflow.port.Waits;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.step.Timing;

/// Makes executions follow a referral that changed: starts the execution of a new leg and stops the
/// one before, or wakes the one that waited for this change. Idempotent: an execution's name is its
/// leg, and a token answered twice is no error.
public final class FollowReferral {

  private final Waits waits;
  private final Executions executions;

  public FollowReferral(Waits waits, Executions executions) {
    this.waits = waits;
    this.executions = executions;
  }

  /// The change of a referral as the stream tells it. It may be old news: whoever acts on it looks
  /// at the referral itself before anything is decided.
  ///
  /// @param state the state after the change
  /// @param newLeg whether the leg began with this change
  /// @param wakes whether the running execution waited for this change
  public record Changed(ReferralId id, int leg, StateName state, boolean newLeg, boolean wakes) {}

  public void execute(Changed changed) {
    if (changed.newLeg()) {
      takeOver(changed);
    } else if (changed.wakes()) {
      wake(changed);
    }
  }

  private void takeOver(Changed changed) {
    var entry = Timing.entry(changed.state());
    if (entry.isPresent()) {
      executions.start(changed.id(), changed.leg(), entry.get());
    } else {
      waits.remove(changed.id(), changed.leg());
    }
    if (changed.leg() > 1) {
      executions.stop(changed.id(), changed.leg() - 1);
    }
  }

  private void wake(Changed changed) {
    var wait = waits.find(changed.id()).filter(found -> found.leg() == changed.leg());
    if (wait.isEmpty()) {
      return;
    }
    var next =
        wait.get().step().flatMap(WaitingStep::named).flatMap(step -> step.next(changed.state()));
    if (wait.get().token().isPresent() && next.isPresent()) {
      var _ = executions.wake(wait.get().token().get(), next.get());
    }
    if (Timing.entry(changed.state()).isEmpty()) {
      waits.remove(changed.id(), changed.leg());
    }
  }
}
