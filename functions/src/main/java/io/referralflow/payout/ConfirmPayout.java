package io.referralflow.payout;

import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.Money;
import io.referralflow.reward.Payment;
import io.referralflow.reward.PayoutReference;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Takes finance's confirmation that an instalment was paid, once: the same confirmation again is
/// the same outcome, another one is refused. Nobody confirms a payout of their own.
public final class ConfirmPayout {

  private final Steps steps;

  public ConfirmPayout(Steps steps) {
    this.steps = steps;
  }

  /// What finance says.
  public record Confirmation(
      EmployeeId by,
      ReferralId referral,
      int instalment,
      LocalDate paidOn,
      Money amount,
      String reference) {}

  /// What became of the confirmation.
  public enum Confirming {
    CONFIRMED,
    /// Another amount than the payout's, or another date than the one confirmed.
    DIFFERS,
    NOT_RELEASED,
    IN_THE_FUTURE,
    WRONG_REFERENCE,
    OWN_REFERRAL,
    NOT_FOUND
  }

  public Confirming execute(Confirmation confirmation) {
    return steps
        .take(
            confirmation.referral(),
            new OperationId("confirm:" + confirmation.instalment() + ":" + confirmation.paidOn()),
            (found, now) -> rule(confirmation, found, now))
        .orElse(Confirming.NOT_FOUND);
  }

  private static Ruling<Confirming> rule(Confirmation said, Snapshot found, Instant now) {
    var referral = found.referral();
    var particulars = referral.particulars();
    var instalment = particulars.terms().reward().instalment(said.instalment());
    if (instalment.isEmpty()) {
      return Ruling.leave(Confirming.NOT_FOUND);
    }
    if (particulars.referrer().equals(said.by())) {
      return Ruling.leave(Confirming.OWN_REFERRAL);
    }
    if (!PayoutReference.of(particulars.receiptNumber(), said.instalment())
        .equals(said.reference())) {
      return Ruling.leave(Confirming.WRONG_REFERENCE);
    }
    if (said.paidOn().isAfter(LocalDate.ofInstant(now, particulars.terms().zone()))) {
      return Ruling.leave(Confirming.IN_THE_FUTURE);
    }
    return payment(referral, said.instalment())
        .map(payment -> rule(said, instalment.get(), payment, now))
        .orElseGet(() -> Ruling.leave(Confirming.NOT_RELEASED));
  }

  private static Ruling<Confirming> rule(
      Confirmation said, Instalment instalment, Payment payment, Instant now) {
    if (!instalment.amount().equals(said.amount())) {
      return Ruling.leave(Confirming.DIFFERS);
    }
    if (payment.paidOn().isPresent()) {
      return Ruling.leave(
          payment.paidOn().get().equals(said.paidOn()) ? Confirming.CONFIRMED : Confirming.DIFFERS);
    }
    return Ruling.record(
        new Fact.Paid(now, said.instalment(), said.paidOn(), said.by()), Confirming.CONFIRMED);
  }

  private static Optional<Payment> payment(Referral referral, int instalment) {
    return referral instanceof Employed employed
        ? employed.hire().payment(instalment)
        : Optional.empty();
  }
}
