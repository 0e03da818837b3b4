package io.referralflow.function.api;

import io.referralflow.figures.Assumptions;
import io.referralflow.figures.ReadForecast;
import io.referralflow.figures.ReadParity;
import io.referralflow.figures.ReadPromiseKept;
import io.referralflow.figures.ReadProvision;
import io.referralflow.json.FiguresJson;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The programme's figures.
public final class FigureRoutes {

  private static final Pattern MONTHS = Pattern.compile("[1-9]|1[0-9]|2[0-4]");
  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
  private static final int USUAL = 12;

  private final ReadPromiseKept readPromiseKept;
  private final ReadForecast readForecast;
  private final ReadProvision readProvision;
  private final ReadParity readParity;

  public FigureRoutes(
      ReadPromiseKept readPromiseKept,
      ReadForecast readForecast,
      ReadProvision readProvision,
      ReadParity readParity) {
    this.readPromiseKept = readPromiseKept;
    this.readForecast = readForecast;
    this.readProvision = readProvision;
    this.readParity = readParity;
  }

  List<Route> routes() {
    var planners = Set.of(Role.FINANCE, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/programme/promise-kept", false, Set.of(), this::promiseKept),
        Route.signedIn(
            "GET",
            "/parity",
            false,
            Set.of(Role.PROGRAMME_MANAGER),
            (_, _) -> Answer.ok(FiguresJson.parity(readParity.execute()))),
        Route.signedIn("GET", "/forecast", false, planners, (_, _) -> forecast()),
        Route.signedIn("POST", "/forecast/what-if", true, planners, (_, call) -> whatIf(call)),
        Route.signedIn("GET", "/provision", false, planners, (_, call) -> provision(call)));
  }

  /// Published within the organisation; it does not concern who is outside.
  private Answer promiseKept(Caller caller, Call call) {
    if (caller.isOutside()) {
      return Answer.refused(Refusal.FORBIDDEN);
    }
    var months = call.query("months");
    return months.filter(text -> !MONTHS.matcher(text).matches()).isPresent()
        ? Answer.wrong("months", "out-of-range", "From 1 to 24.")
        : Answer.ok(
            FiguresJson.promiseKept(
                readPromiseKept.execute(months.map(Integer::parseInt).orElse(USUAL))));
  }

  private Answer forecast() {
    return Answer.ok(
        FiguresJson.forecast(readForecast.execute(Assumptions.USUAL, Optional.empty())));
  }

  private Answer provision(Call call) {
    var month = call.query("month");
    return month.filter(text -> !MONTH.matcher(text).matches()).isPresent()
        ? Answer.wrong("month", "date", "A month such as 2026-11.")
        : readProvision
            .execute(month.map(YearMonth::parse))
            .map(provision -> Answer.ok(FiguresJson.provision(provision)))
            .orElseGet(() ->
                Answer.wrong(
                    "month", "out-of-range", "The present month, or one of the twelve before."));
  }

  private Answer whatIf(Call call) {
    return Bodies.then(
        FiguresJson.whatIf(call.request().body()),
        tried ->
            Answer.ok(
                FiguresJson.forecast(
                    readForecast.execute(tried.assumptions(), Optional.of(tried.plan())))));
  }
}
