package io.referralflow.screening;

import io.referralflow.hire.Stamp;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.PhaseId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Passage;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Duration;
import java.time.Instant;

/// Moves a referral to another phase of its procedure, forth or back. Leaving the first phase is
/// the decision to advance. Idempotent: where it is already it stays, since when it is there.
/// Nobody moves a referral of their own.
public final class EnterPhase {

  private static final Duration NEXT = Duration.ofMillis(1);

  private final Steps steps;

  public EnterPhase(Steps steps) {
    this.steps = steps;
  }

  /// What became of the move.
  public sealed interface Passing {
    /// It is there, now or since before.
    record Passed(StateName state, Passage passage) implements Passing {}

    /// The referral's procedure has no such phase.
    record UnknownPhase() implements Passing {}

    /// The candidate has not answered, was hired, or it ended.
    record WrongState() implements Passing {}

    /// It is the caller's own referral.
    record OwnReferral() implements Passing {}

    /// The caller's roles do not allow it.
    record NotAllowed() implements Passing {}

    /// There is no such referral.
    record NotFound() implements Passing {}
  }

  public Passing execute(Caller caller, ReferralId id, PhaseId phase) {
    if (!caller.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER)) {
      return new Passing.NotAllowed();
    }
    var operation = new OperationId("phase:" + caller.id().value() + ":" + phase.value());
    return steps
        .take(id, operation, (found, now) -> rule(caller, phase, found, now))
        .orElseGet(Passing.NotFound::new);
  }

  private static Ruling<Passing> rule(Caller caller, PhaseId phase, Snapshot found, Instant now) {
    var referral = found.referral();
    if (referral.particulars().isOwn(caller.employee())) {
      return Ruling.leave(new Passing.OwnReferral());
    }
    if (referral.particulars().terms().procedure().find(phase).isEmpty()) {
      return Ruling.leave(new Passing.UnknownPhase());
    }
    var before = Passage.now(referral);
    if (before.filter(passage -> passage.phase().id().equals(phase)).isPresent()) {
      return Ruling.leave(new Passing.Passed(StateName.of(referral), before.get()));
    }
    var fact = new Fact.PhaseEntered(now, caller.id(), phase, after(referral, now));
    return before
        .flatMap(_ -> Life.after(referral, fact))
        .flatMap(after ->
            Passage.now(after)
                .map(passage ->
                    Ruling.<Passing>record(fact, new Passing.Passed(StateName.of(after), passage))))
        .orElseGet(() -> Ruling.leave(new Passing.WrongState()));
  }

  /// What a recruiter says counts from now on, also where HR's clock is ahead of ours.
  private static Stamp after(Referral referral, Instant now) {
    var latest =
        Passage.lastSaid(referral).filter(said -> !said.isBefore(now)).map(said -> said.plus(NEXT));
    return new Stamp(latest.orElse(now), "");
  }
}
