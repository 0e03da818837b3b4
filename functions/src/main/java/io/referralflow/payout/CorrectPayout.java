package io.referralflow.payout;

import io.referralflow.port.Entries;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Correction;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.Money;
import io.referralflow.reward.Payment;
import io.referralflow.staff.Employee;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Puts a confirmed payment right: another day, or another amount in all (issue 5, part 12). The
/// confirmation stays as it was written; the correction is a row of its own that names the row it
/// corrects. Idempotent: what says what stands already changes nothing. The same people may do it
/// who may confirm, see [ConfirmPayout].
public final class CorrectPayout {

  private final Referrals referrals;
  private final Steps steps;
  private final OwnWord ownWord;

  public CorrectPayout(Referrals referrals, Steps steps, Entries entries) {
    this.referrals = referrals;
    this.steps = steps;
    ownWord = new OwnWord(entries);
  }

  /// What is right.
  ///
  /// @param paidOn empty where the day stands
  /// @param paid in all, gross; empty where the amount stands
  public record Request(
      Employee by,
      ReferralId referral,
      int instalment,
      CorrectionReason reason,
      Optional<LocalDate> paidOn,
      Optional<Money> paid) {}

  /// What became of the request.
  public sealed interface Correcting {
    /// So it stands, now or since before.
    record Corrected(LocalDate paidOn, Money paid, int number) implements Correcting {}

    record Refused(Refusal why) implements Correcting {}
  }

  /// Why a payment is not put right.
  public enum Refusal {
    /// Nothing was confirmed that could be put right.
    NOT_PAID,
    /// It says what was confirmed.
    NOTHING_CHANGES,
    IN_THE_FUTURE,
    /// Of another currency than the payout, or an amount of something that is no money.
    NOT_ITS_MONEY,
    /// Less is to be owed since the hire left earlier, but HR does not say so: what vested stays.
    VESTED,
    /// After a leave less was paid than was promised.
    NOT_LESS,
    OWN_REFERRAL,
    /// The caller entered what HR would have said, or agreed to it.
    ENTERED_BY_CALLER,
    NOT_FOUND
  }

  public Correcting execute(Request request) {
    return referrals
        .find(request.referral())
        .flatMap(found ->
            steps.take(
                request.referral(),
                Optional.of(found),
                operation(request, found),
                (now, at) -> rule(request, now, at)))
        .orElseGet(() -> new Correcting.Refused(Refusal.NOT_FOUND));
  }

  private static OperationId operation(Request request, Snapshot found) {
    return new OperationId(
        "correct:%d:%s:%s:%s:%d:%s"
            .formatted(
                request.instalment(),
                request.reason(),
                request.paidOn().map(LocalDate::toString).orElse("-"),
                request.paid().map(paid -> paid.amount().toPlainString()).orElse("-"),
                found.lastFact(),
                request.by().id().value()));
  }

  private Ruling<Correcting> rule(Request request, Snapshot found, Instant now) {
    var referral = found.referral();
    var part = Owed.reward(referral).instalment(request.instalment());
    if (part.isEmpty()) {
      return refused(Refusal.NOT_FOUND);
    }
    if (referral.particulars().isOwn(request.by())) {
      return refused(Refusal.OWN_REFERRAL);
    }
    if (request
        .paidOn()
        .filter(day -> JudgeConfirmation.isAhead(referral.particulars(), day, now))
        .isPresent()) {
      return refused(Refusal.IN_THE_FUTURE);
    }
    if (!(referral instanceof Employed employed)) {
      return refused(Refusal.NOT_PAID);
    }
    return employed
        .hire()
        .payment(request.instalment())
        .filter(payment -> payment.paidOn().isPresent())
        .map(payment -> rule(request, employed, part.get(), payment, now))
        .orElseGet(() -> refused(Refusal.NOT_PAID));
  }

  private Ruling<Correcting> rule(
      Request request, Employed employed, Instalment part, Payment payment, Instant now) {
    var before = payment.paid(part.amount());
    var paid = request.paid().orElse(before);
    var confirmedOn = payment.paidOn().orElseThrow();
    var paidOn = request.paidOn().orElse(confirmedOn);
    if (!paid.currency().equals(before.currency())
        || (part.benefit().isPresent() && paid.minorUnits() > 0)) {
      return refused(Refusal.NOT_ITS_MONEY);
    }
    if (paid.equals(before) && paidOn.equals(confirmedOn)) {
      if (payment.correction().isEmpty()) {
        return refused(Refusal.NOTHING_CHANGES);
      }
      var last = payment.correction().get();
      if (last.reason() == request.reason()) {
        return Ruling.leave(new Correcting.Corrected(confirmedOn, before, last.number()));
      }
    }
    if (ownWord.counts(employed.hire().employment(), request.by().id())) {
      return refused(Refusal.ENTERED_BY_CALLER);
    }
    if (request.reason() == CorrectionReason.LEFT_EARLIER) {
      if (Owed.isVested(employed, part)) {
        return refused(Refusal.VESTED);
      }
      if (paid.compareTo(part.amount()) >= 0) {
        return refused(Refusal.NOT_LESS);
      }
    }
    var correction = new Correction(payment.corrections() + 1, request.reason(), paid);
    return Ruling.record(
        new Fact.PaymentCorrected(now, part.number(), paidOn, correction, request.by().id()),
        new Correcting.Corrected(paidOn, paid, correction.number()));
  }

  private static Ruling<Correcting> refused(Refusal why) {
    return Ruling.leave(new Correcting.Refused(why));
  }
}
