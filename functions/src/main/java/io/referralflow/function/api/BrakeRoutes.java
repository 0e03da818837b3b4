package io.referralflow.function.api;

import io.referralflow.audit.OperateBrake;
import io.referralflow.audit.OperateBrake.Operated;
import io.referralflow.audit.OperateBrake.Order;
import io.referralflow.audit.ReadBrake;
import io.referralflow.audit.ReportBeforePaying;
import io.referralflow.audit.ReportBeforePaying.Scope;
import io.referralflow.json.BrakeJson;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Set;

/// The brake on payouts and the report before paying.
public final class BrakeRoutes {

  private final ReadBrake readBrake;
  private final OperateBrake operateBrake;
  private final ReportBeforePaying reportBeforePaying;

  public BrakeRoutes(
      ReadBrake readBrake, OperateBrake operateBrake, ReportBeforePaying reportBeforePaying) {
    this.readBrake = readBrake;
    this.operateBrake = operateBrake;
    this.reportBeforePaying = reportBeforePaying;
  }

  List<Route> routes() {
    var operators = Set.of(Role.FINANCE, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn(
            "GET",
            "/brake",
            false,
            operators,
            (_, _) -> Answer.ok(BrakeJson.standing(readBrake.standing()))),
        Route.signedIn("POST", "/brake", true, operators, this::operate),
        Route.signedIn(
            "GET",
            "/brake/changes",
            false,
            operators,
            (_, call) ->
                Paging.page(call, page -> Answer.ok(BrakeJson.changes(readBrake.changes(page))))),
        Route.signedIn(
            "GET",
            "/pre-payment-report",
            false,
            operators,
            (_, _) -> Answer.ok(BrakeJson.report(reportBeforePaying.execute(Scope.WHOLE)))));
  }

  private Answer operate(Caller caller, Call call) {
    return Bodies.then(
        BrakeJson.order(call.request().body()),
        wanted ->
            answer(
                operateBrake.execute(
                    new Order(
                        caller.employee(), wanted.frozen(), wanted.reason(), wanted.version()))));
  }

  private Answer answer(Operated operated) {
    return switch (operated) {
      case Operated.Stands(var standing) -> Answer.ok(BrakeJson.standing(readBrake.of(standing)));
      case Operated.Changed _ ->
          Answer.refused(Refusal.DIFFERS, "The brake changed since you looked.");
      case Operated.OwnReferral _ -> Answer.refused(Refusal.OWN_REFERRAL);
    };
  }
}
