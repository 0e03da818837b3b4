package io.referralflow.function.api;

import io.referralflow.json.Answers;
import io.referralflow.json.FieldError;
import io.referralflow.json.Requests;
import io.referralflow.payout.ConfirmPayout;
import io.referralflow.payout.CorrectPayout;
import io.referralflow.payout.HoldPayout;
import io.referralflow.payout.JudgeConfirmation;
import io.referralflow.payout.ListHeldPayouts;
import io.referralflow.payout.ListPayouts;
import io.referralflow.payout.ListPayouts.Line;
import io.referralflow.payout.ListShortPayouts;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.HoldReason;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What finance sees and confirms.
public final class PayoutRoutes {

  private static final Pattern ID = Pattern.compile("([a-z0-9]{26})-([1-9][0-9]?)");

  private static final FieldError FUTURE =
      new FieldError("paidOn", "in-the-future", "Not after today.");
  private static final FieldError NOT_ITS_OWN =
      new FieldError("reference", "not-its-own", "The payout has another reference.");

  private final ListPayouts listPayouts;
  private final ListHeldPayouts listHeldPayouts;
  private final ListShortPayouts listShortPayouts;
  private final ConfirmPayout confirmPayout;
  private final JudgeConfirmation judgeConfirmation;
  private final HoldPayout holdPayout;
  private final CorrectPayout correctPayout;
  private final Programmes programmes;

  public PayoutRoutes(
      ListPayouts listPayouts,
      ListHeldPayouts listHeldPayouts,
      ListShortPayouts listShortPayouts,
      ConfirmPayout confirmPayout,
      JudgeConfirmation judgeConfirmation,
      HoldPayout holdPayout,
      CorrectPayout correctPayout,
      Programmes programmes) {
    this.listPayouts = listPayouts;
    this.listHeldPayouts = listHeldPayouts;
    this.listShortPayouts = listShortPayouts;
    this.confirmPayout = confirmPayout;
    this.judgeConfirmation = judgeConfirmation;
    this.holdPayout = holdPayout;
    this.correctPayout = correctPayout;
    this.programmes = programmes;
  }

  List<Route> routes() {
    var finance = Set.of(Role.FINANCE);
    var holders = Set.of(Role.FINANCE, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/payouts", false, finance, (_, call) -> list(call)),
        Route.signedIn("POST", "/payouts/{id}/confirmation", true, finance, this::confirm),
        Route.signedIn("POST", "/payouts/{id}/hold", true, holders, this::hold),
        Route.signedIn("POST", "/payouts/{id}/hold-release", false, holders, this::takeOffHold),
        Route.signedIn("POST", "/payouts/{id}/corrections", true, finance, this::correct));
  }

  private Answer list(Call call) {
    return switch (call.query("state").orElse("released")) {
      case "released" -> list(call, page -> listPayouts.execute(PayoutState.RELEASED, page));
      case "paid" -> list(call, page -> listPayouts.execute(PayoutState.PAID, page));
      case "short" -> list(call, listShortPayouts::execute);
      case "held" ->
          Paging.page(
              call,
              page ->
                  Answer.ok(
                      Answers.heldPayouts(listHeldPayouts.execute(page), programmes.settings())));
      default -> Answer.wrong("state", "not-in-list", "released, paid, short or held.");
    };
  }

  private Answer list(Call call, Function<Page.Request, Page<Line>> list) {
    return Paging.page(
        call, page -> Answer.ok(Answers.payouts(list.apply(page), programmes.settings())));
  }

  private Answer confirm(Caller caller, Call call) {
    return Bodies.then(
        Requests.confirmation(call.request().body()),
        () -> broken(call),
        said -> {
          var payout = call.variable("id");
          var id = ID.matcher(payout);
          if (!id.matches()) {
            return Answer.refused(Refusal.NOT_FOUND);
          }
          return confirm(
              new ConfirmPayout.Confirmation(
                  caller.employee(),
                  new ReferralId(id.group(1)),
                  Integer.parseInt(id.group(2)),
                  said.paidOn(),
                  said.amount(),
                  said.reference()),
              Answers.confirmation(payout, said));
        });
  }

  private List<FieldError> broken(Call call) {
    var id = ID.matcher(call.variable("id"));
    if (!id.matches()) {
      return List.of();
    }
    var said = Requests.legibleConfirmation(call.request().body());
    return judgeConfirmation
        .execute(
            new ReferralId(id.group(1)),
            Integer.parseInt(id.group(2)),
            said.paidOn(),
            said.reference())
        .stream()
        .map(PayoutRoutes::error)
        .toList();
  }

  private static FieldError error(JudgeConfirmation.Rule rule) {
    return switch (rule) {
      case IN_THE_FUTURE -> FUTURE;
      case WRONG_REFERENCE -> NOT_ITS_OWN;
    };
  }

  private Answer confirm(ConfirmPayout.Confirmation confirmation, String confirmed) {
    return switch (confirmPayout.execute(confirmation)) {
      case CONFIRMED -> Answer.ok(confirmed);
      case DIFFERS ->
          Answer.refused(
              Refusal.DIFFERS, "The amount is not the payout's, or another day was confirmed.");
      case NOT_RELEASED -> Answer.refused(Refusal.WRONG_STATE, "The payout is not released.");
      case ON_HOLD -> Answer.refused(Refusal.WRONG_STATE, "The payout is on hold.");
      case IN_THE_FUTURE -> Answer.wrong(List.of(FUTURE));
      case WRONG_REFERENCE -> Answer.wrong(List.of(NOT_ITS_OWN));
      case IN_THE_FUTURE_AND_WRONG_REFERENCE -> Answer.wrong(List.of(FUTURE, NOT_ITS_OWN));
      case OWN_REFERRAL -> Answer.refused(Refusal.OWN_REFERRAL);
      case ENTERED_BY_CALLER -> Answer.refused(Refusal.SECOND_PERSON);
      case NOT_FOUND -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer hold(Caller caller, Call call) {
    return Bodies.then(
        Requests.hold(call.request().body()), reason -> hold(caller, call, Optional.of(reason)));
  }

  private Answer takeOffHold(Caller caller, Call call) {
    return hold(caller, call, Optional.empty());
  }

  private Answer hold(Caller caller, Call call, Optional<HoldReason> because) {
    var payout = call.variable("id");
    var id = ID.matcher(payout);
    if (!id.matches()) {
      return Answer.refused(Refusal.NOT_FOUND);
    }
    var request =
        new HoldPayout.Request(
            caller.employee(), new ReferralId(id.group(1)), Integer.parseInt(id.group(2)), because);
    return switch (holdPayout.execute(request)) {
      case ON_HOLD, OFF_HOLD -> Answer.ok(Answers.hold(payout, because));
      case DIFFERS -> Answer.refused(Refusal.DIFFERS, "The payout is on hold for another reason.");
      case NOT_RELEASED -> Answer.refused(Refusal.WRONG_STATE, "The payout is not released.");
      case PAID -> Answer.refused(Refusal.WRONG_STATE, "The payout is paid.");
      case OWN_REFERRAL -> Answer.refused(Refusal.OWN_REFERRAL);
      case NOT_FOUND -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer correct(Caller caller, Call call) {
    return Bodies.then(
        Requests.paymentCorrection(call.request().body()),
        said -> {
          var payout = call.variable("id");
          var id = ID.matcher(payout);
          if (!id.matches()) {
            return Answer.refused(Refusal.NOT_FOUND);
          }
          var request =
              new CorrectPayout.Request(
                  caller.employee(),
                  new ReferralId(id.group(1)),
                  Integer.parseInt(id.group(2)),
                  said.reason(),
                  said.paidOn(),
                  said.amount());
          return switch (correctPayout.execute(request)) {
            case CorrectPayout.Correcting.Corrected stands ->
                Answer.ok(Answers.correction(payout, stands));
            case CorrectPayout.Correcting.Refused(var why) -> refused(why);
          };
        });
  }

  private static Answer refused(CorrectPayout.Refusal why) {
    return switch (why) {
      case NOT_PAID -> Answer.refused(Refusal.WRONG_STATE, "The payout is not confirmed as paid.");
      case NOTHING_CHANGES -> Answer.refused(Refusal.WRONG_STATE, "That is what was confirmed.");
      case VESTED ->
          Answer.refused(
              Refusal.WRONG_STATE, "HR says that the hire was in service at the milestone.");
      case IN_THE_FUTURE -> Answer.wrong(List.of(FUTURE));
      case NOT_ITS_MONEY ->
          Answer.wrong("amount", "not-its-own", "An amount of money in the payout's currency.");
      case NOT_LESS ->
          Answer.wrong("amount", "not-less", "Who left earlier gets less than was promised.");
      case OWN_REFERRAL -> Answer.refused(Refusal.OWN_REFERRAL);
      case ENTERED_BY_CALLER -> Answer.refused(Refusal.SECOND_PERSON);
      case NOT_FOUND -> Answer.refused(Refusal.NOT_FOUND);
    };
  }
}
