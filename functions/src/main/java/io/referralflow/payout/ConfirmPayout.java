package io.referralflow.payout;

import io.referralflow.port.Entries;
import io.referralflow.port.History;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Hire;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.Money;
import io.referralflow.reward.Payment;
import io.referralflow.staff.Employee;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Takes finance's confirmation that an instalment was paid, once: the same confirmation again is
/// the same outcome, also when its day was put right since; another one is refused. Nobody confirms
/// a payout of their own, nor one that rests on an HR event which they entered or agreed to.
public final class ConfirmPayout {

  private final Referrals referrals;
  private final Steps steps;
  private final OwnWord ownWord;

  public ConfirmPayout(Referrals referrals, Steps steps, Entries entries) {
    this.referrals = referrals;
    this.steps = steps;
    ownWord = new OwnWord(entries);
  }

  /// What finance says.
  public record Confirmation(
      Employee by,
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
    /// Finance holds it for now.
    ON_HOLD,
    IN_THE_FUTURE,
    WRONG_REFERENCE,
    IN_THE_FUTURE_AND_WRONG_REFERENCE,
    OWN_REFERRAL,
    /// The caller entered what HR would have said, or agreed to it.
    ENTERED_BY_CALLER,
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

  private Ruling<Confirming> rule(Confirmation said, Snapshot found, Instant now) {
    var referral = found.referral();
    var particulars = referral.particulars();
    var instalment = Owed.reward(referral).instalment(said.instalment());
    if (instalment.isEmpty()) {
      return Ruling.leave(Confirming.NOT_FOUND);
    }
    if (particulars.isOwn(said.by())) {
      return Ruling.leave(Confirming.OWN_REFERRAL);
    }
    var isOther = JudgeConfirmation.isOther(particulars, said.instalment(), said.reference());
    if (JudgeConfirmation.isAhead(particulars, said.paidOn(), now)) {
      return Ruling.leave(
          isOther ? Confirming.IN_THE_FUTURE_AND_WRONG_REFERENCE : Confirming.IN_THE_FUTURE);
    }
    if (isOther) {
      return Ruling.leave(Confirming.WRONG_REFERENCE);
    }
    return hire(referral)
        .flatMap(hire ->
            hire.payment(said.instalment())
                .map(payment -> rule(said, instalment.get(), hire, payment, now)))
        .orElseGet(() -> Ruling.leave(Confirming.NOT_RELEASED));
  }

  private Ruling<Confirming> rule(
      Confirmation said, Instalment instalment, Hire hire, Payment payment, Instant now) {
    if (!instalment.amount().equals(said.amount())) {
      return Ruling.leave(Confirming.DIFFERS);
    }
    if (payment.paidOn().isPresent()) {
      return Ruling.leave(
          payment.paidOn().get().equals(said.paidOn()) || wasConfirmed(said, payment)
              ? Confirming.CONFIRMED
              : Confirming.DIFFERS);
    }
    if (ownWord.counts(hire.employment(), said.by().id())) {
      return Ruling.leave(Confirming.ENTERED_BY_CALLER);
    }
    if (payment.heldBecause().isPresent()) {
      return Ruling.leave(Confirming.ON_HOLD);
    }
    return new Ruling.Confirm<>(
        new Fact.Paid(now, said.instalment(), said.paidOn(), said.by().id()),
        Confirming.CONFIRMED,
        Confirming.DIFFERS);
  }

  /// Whether it is the confirmation whose day was put right since.
  private boolean wasConfirmed(Confirmation said, Payment payment) {
    return payment.correction().isPresent()
        && referrals.read(said.referral()).stream()
            .map(History::facts)
            .flatMap(List::stream)
            .anyMatch(fact ->
                fact instanceof Fact.Paid(_, var instalment, var paidOn, _)
                    && instalment == said.instalment()
                    && paidOn.equals(said.paidOn()));
  }

  private static Optional<Hire> hire(Referral referral) {
    return referral instanceof Employed employed ? Optional.of(employed.hire()) : Optional.empty();
  }
}
