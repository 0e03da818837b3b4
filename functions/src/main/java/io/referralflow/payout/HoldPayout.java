package io.referralflow.payout;

import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.Payment;
import io.referralflow.staff.Employee;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.util.Optional;

/// Puts a released payout on hold with a reason, and takes it off again (issue 5, part 12). While
/// it is on hold it is in no export and no mail of a pay run, and its confirmation is refused; its
/// promised day stands, and so does the warning before that day. Idempotent: what is on hold for
/// this reason, or off hold, is so again. Nobody does either to a payout of their own.
public final class HoldPayout {

  private final Referrals referrals;
  private final Steps steps;

  public HoldPayout(Referrals referrals, Steps steps) {
    this.referrals = referrals;
    this.steps = steps;
  }

  /// Which payout, and why it is to wait.
  ///
  /// @param because empty to take it off hold
  public record Request(
      Employee by, ReferralId referral, int instalment, Optional<HoldReason> because) {}

  /// What became of the request.
  public enum Holding {
    ON_HOLD,
    OFF_HOLD,
    /// It is on hold for another reason, which stays.
    DIFFERS,
    NOT_RELEASED,
    PAID,
    OWN_REFERRAL,
    NOT_FOUND
  }

  public Holding execute(Request request) {
    return referrals
        .find(request.referral())
        .flatMap(found ->
            steps.take(
                request.referral(),
                Optional.of(found),
                operation(request, found),
                (now, at) -> rule(request, now, at)))
        .orElse(Holding.NOT_FOUND);
  }

  /// What was put on hold, taken off and put on again is another operation each time, since facts
  /// came in between.
  private static OperationId operation(Request request, Snapshot found) {
    return new OperationId(
        "hold:%d:%s:%d:%s"
            .formatted(
                request.instalment(),
                request.because().map(Enum::name).orElse("off"),
                found.lastFact(),
                request.by().id().value()));
  }

  private static Ruling<Holding> rule(Request request, Snapshot found, Instant now) {
    var referral = found.referral();
    if (Owed.reward(referral).instalment(request.instalment()).isEmpty()) {
      return Ruling.leave(Holding.NOT_FOUND);
    }
    if (referral.particulars().isOwn(request.by())) {
      return Ruling.leave(Holding.OWN_REFERRAL);
    }
    return referral instanceof Employed employed
        ? employed
            .hire()
            .payment(request.instalment())
            .map(payment -> rule(request, payment, now))
            .orElseGet(() -> Ruling.leave(Holding.NOT_RELEASED))
        : Ruling.leave(Holding.NOT_RELEASED);
  }

  private static Ruling<Holding> rule(Request request, Payment payment, Instant now) {
    if (payment.paidOn().isPresent()) {
      return Ruling.leave(Holding.PAID);
    }
    if (payment.heldBecause().equals(request.because())) {
      return Ruling.leave(request.because().isPresent() ? Holding.ON_HOLD : Holding.OFF_HOLD);
    }
    return request
        .because()
        .map(reason -> putOn(request, payment, reason, now))
        .orElseGet(() ->
            Ruling.record(
                new Fact.TakenOffHold(now, request.instalment(), request.by().id()),
                Holding.OFF_HOLD));
  }

  private static Ruling<Holding> putOn(
      Request request, Payment payment, HoldReason reason, Instant now) {
    return payment.heldBecause().isPresent()
        ? Ruling.leave(Holding.DIFFERS)
        : Ruling.record(
            new Fact.PutOnHold(now, request.instalment(), reason, request.by().id()),
            Holding.ON_HOLD);
  }
}
