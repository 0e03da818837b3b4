package io.referralflow.screening;

import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Procedure;
import io.referralflow.referral.Fact;
import io.referralflow.referral.HeldBecause;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.referral.Share;
import io.referralflow.referral.StateName;
import io.referralflow.staff.Caller;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes a decision about a referral. Idempotent: the same decision again is the same outcome,
/// another one is refused. Nobody decides on a referral of their own, nor on one that they entered
/// for another.
public final class DecideReferral {

  private final Referrals referrals;
  private final Steps steps;

  public DecideReferral(Referrals referrals, Steps steps) {
    this.referrals = referrals;
    this.steps = steps;
  }

  /// What is decided.
  public sealed interface Decision {
    /// The screening was passed.
    record Advance() implements Decision {}

    /// The candidate is not hired by this procedure.
    record Reject(RejectionReason reason) implements Decision {}

    /// A held referral earns the hire.
    ///
    /// @param share how much of the reward; less than the whole on appeal only
    record Allow(SettlementReason reason, Share share) implements Decision {

      /// All of the reward.
      public Allow(SettlementReason reason) {
        this(reason, Share.WHOLE);
      }
    }

    /// A held referral does not earn the hire.
    record Refuse(SettlementReason reason) implements Decision {}
  }

  /// What became of the decision.
  public sealed interface Deciding {
    /// Taken, now or before.
    record Decided(StateName state) implements Deciding {}

    /// The state does not allow it.
    record WrongState(StateName state) implements Deciding {}

    /// No appeal is to be settled: what is held for another reason earns all or nothing.
    record NotShared() implements Deciding {}

    /// Another decision was taken before.
    record DecidedOtherwise() implements Deciding {}

    /// It is the caller's own referral, or one that they entered for another.
    record OwnReferral() implements Deciding {}

    /// The caller's roles do not allow it.
    record NotAllowed() implements Deciding {}

    /// There is no such referral.
    record NotFound() implements Deciding {}
  }

  public Deciding execute(Caller caller, ReferralId id, Decision decision) {
    if (!mayDecide(caller, decision)) {
      return new Deciding.NotAllowed();
    }
    var operation = new OperationId("decide:" + caller.id().value() + ":" + decision);
    var outcome = steps.take(id, operation, (found, now) -> rule(caller, decision, found, now));
    return switch (outcome.orElseGet(Deciding.NotFound::new)) {
      case Deciding.WrongState wrong -> before(id, decision).orElse(wrong);
      case Deciding other -> other;
    };
  }

  private static boolean mayDecide(Caller caller, Decision decision) {
    return switch (decision) {
      case Decision.Advance _, Decision.Reject _ ->
          caller.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER);
      case Decision.Allow _, Decision.Refuse _ -> caller.has(Role.PROGRAMME_MANAGER);
    };
  }

  private static Ruling<Deciding> rule(
      Caller caller, Decision decision, Snapshot found, Instant now) {
    var referral = found.referral();
    if (referral.particulars().isOwn(caller.employee())) {
      return Ruling.leave(new Deciding.OwnReferral());
    }
    if (referral instanceof Referral.Held held && isSharedWithoutAppeal(held, decision)) {
      return Ruling.leave(new Deciding.NotShared());
    }
    var fact = fact(decision, caller.id(), now);
    return Life.after(referral, fact)
        .map(after -> Ruling.<Deciding>record(fact, new Deciding.Decided(StateName.of(after))))
        .orElseGet(() -> Ruling.leave(new Deciding.WrongState(StateName.of(referral))));
  }

  private static boolean isSharedWithoutAppeal(Referral.Held held, Decision decision) {
    return held.because() != HeldBecause.APPEALED
        && decision instanceof Decision.Allow(_, var share)
        && !share.isWhole();
  }

  private static Fact fact(Decision decision, EmployeeId by, Instant at) {
    return switch (decision) {
      case Decision.Advance _ -> new Fact.Advanced(at, by);
      case Decision.Reject(var reason) -> new Fact.Rejected(at, by, reason);
      case Decision.Allow(var reason, var share) -> new Fact.Allowed(at, by, reason, share);
      case Decision.Refuse(var reason) -> new Fact.Refused(at, by, reason);
    };
  }

  /// What the latest decision on record says about one that the state does not allow any more.
  private Optional<Deciding> before(ReferralId id, Decision decision) {
    return referrals
        .read(id)
        .flatMap(history ->
            latest(
                    history.facts(),
                    isSettlement(decision),
                    history.snapshot().referral().particulars().terms().procedure())
                .map(taken ->
                    taken.equals(decision)
                        ? new Deciding.Decided(StateName.of(history.snapshot().referral()))
                        : new Deciding.DecidedOtherwise()));
  }

  private static boolean isSettlement(Decision decision) {
    return decision instanceof Decision.Allow || decision instanceof Decision.Refuse;
  }

  /// What HR said before the candidate's yes takes effect with it, and is no decision without it.
  private static Optional<Decision> latest(
      List<Fact> facts, boolean settlement, Procedure procedure) {
    var isAnswered = facts.stream().anyMatch(Fact.Accepted.class::isInstance);
    return facts.stream()
        .filter(fact ->
            isAnswered || !(fact instanceof Fact.PhaseEntered || fact instanceof Fact.TurnedDown))
        .flatMap(fact -> decision(fact, procedure).stream())
        .filter(decision -> isSettlement(decision) == settlement)
        .reduce((_, later) -> later);
  }

  /// A move beyond the first phase passed the screening as the decision does.
  private static Optional<Decision> decision(Fact fact, Procedure procedure) {
    return switch (fact) {
      case Fact.Advanced _ -> Optional.of(new Decision.Advance());
      case Fact.PhaseEntered entered when !procedure.isFirst(entered.phase()) ->
          Optional.of(new Decision.Advance());
      case Fact.TurnedDown turnedDown -> Optional.of(new Decision.Reject(turnedDown.reason()));
      case Fact.Rejected rejected -> Optional.of(new Decision.Reject(rejected.reason()));
      case Fact.Allowed allowed ->
          Optional.of(new Decision.Allow(allowed.reason(), allowed.share()));
      case Fact.Refused refused -> Optional.of(new Decision.Refuse(refused.reason()));
      default -> Optional.empty();
    };
  }
}
