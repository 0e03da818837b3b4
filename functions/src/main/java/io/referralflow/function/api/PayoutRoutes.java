package io.referralflow.function.api;

import io.referralflow.json.Answers;
import io.referralflow.json.Requests;
import io.referralflow.payout.ConfirmPayout;
import io.referralflow.payout.ListPayouts;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What finance sees and confirms.
public final class PayoutRoutes {

  private static final Pattern ID = Pattern.compile("([a-z0-9]{26})-([1-9][0-9]?)");

  private final ListPayouts listPayouts;
  private final ConfirmPayout confirmPayout;

  public PayoutRoutes(ListPayouts listPayouts, ConfirmPayout confirmPayout) {
    this.listPayouts = listPayouts;
    this.confirmPayout = confirmPayout;
  }

  List<Route> routes() {
    var finance = Set.of(Role.FINANCE);
    return List.of(
        Route.signedIn("GET", "/payouts", false, finance, (_, call) -> list(call)),
        Route.signedIn("POST", "/payouts/{id}/confirmation", true, finance, this::confirm));
  }

  private Answer list(Call call) {
    return state(call.query("state").orElse("released"))
        .map(state ->
            Paging.page(
                call, page -> Answer.ok(Answers.payouts(listPayouts.execute(state, page), state))))
        .orElseGet(() -> Answer.wrong("state", "not-in-list", "released or paid."));
  }

  private static Optional<PayoutState> state(String name) {
    return switch (name) {
      case "released" -> Optional.of(PayoutState.RELEASED);
      case "paid" -> Optional.of(PayoutState.PAID);
      default -> Optional.empty();
    };
  }

  private Answer confirm(Caller caller, Call call) {
    return Bodies.then(
        Requests.confirmation(call.request().body()),
        said -> {
          var payout = call.variable("id");
          var id = ID.matcher(payout);
          if (!id.matches()) {
            return Answer.refused(Refusal.NOT_FOUND);
          }
          return confirm(
              new ConfirmPayout.Confirmation(
                  caller.id(),
                  new ReferralId(id.group(1)),
                  Integer.parseInt(id.group(2)),
                  said.paidOn(),
                  said.amount(),
                  said.reference()),
              Answers.confirmation(payout, said));
        });
  }

  private Answer confirm(ConfirmPayout.Confirmation confirmation, String confirmed) {
    return switch (confirmPayout.execute(confirmation)) {
      case CONFIRMED -> Answer.ok(confirmed);
      case DIFFERS ->
          Answer.refused(
              Refusal.DIFFERS, "The amount is not the payout's, or another day was confirmed.");
      case NOT_RELEASED -> Answer.refused(Refusal.WRONG_STATE, "The payout is not released.");
      case IN_THE_FUTURE -> Answer.wrong("paidOn", "in-the-future", "Not after today.");
      case WRONG_REFERENCE ->
          Answer.wrong("reference", "not-its-own", "The payout has another reference.");
      case OWN_REFERRAL -> Answer.refused(Refusal.OWN_REFERRAL);
      case ENTERED_BY_CALLER -> Answer.refused(Refusal.SECOND_PERSON);
      case NOT_FOUND -> Answer.refused(Refusal.NOT_FOUND);
    };
  }
}
