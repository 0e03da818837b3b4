package io.referralflow.function.api;

import io.referralflow.csv.Csv;
import io.referralflow.json.FieldError;
import io.referralflow.json.PayRunJson;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.payout.ConfirmPayouts;
import io.referralflow.payout.ExportPayRun;
import io.referralflow.payout.ExportPayRun.Exporting;
import io.referralflow.payout.PayrollTarget;
import io.referralflow.payout.ReadPayRun;
import io.referralflow.payout.ReadPayrollTarget;
import io.referralflow.port.PayrollTargets;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What finance exchanges with the payroll system: runs, files and the columns of files.
public final class PayRunRoutes {

  /// A refusal names this many payees at most.
  private static final int MOST_NAMED = 20;

  /// Each line is a transaction of its own.
  private static final int MOST_LINES = 500;

  private final ReadPayRun readPayRun;
  private final ExportPayRun exportPayRun;
  private final ConfirmPayouts confirmPayouts;
  private final ReadPayrollTarget readTarget;
  private final PayrollTargets targets;
  private final InstantSource clock;

  public PayRunRoutes(
      ReadPayRun readPayRun,
      ExportPayRun exportPayRun,
      ConfirmPayouts confirmPayouts,
      ReadPayrollTarget readTarget,
      PayrollTargets targets,
      InstantSource clock) {
    this.readPayRun = readPayRun;
    this.exportPayRun = exportPayRun;
    this.confirmPayouts = confirmPayouts;
    this.readTarget = readTarget;
    this.targets = targets;
    this.clock = clock;
  }

  List<Route> routes() {
    var finance = Set.of(Role.FINANCE);
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    var readers = Set.of(Role.FINANCE, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn(
            "GET",
            "/pay-runs/{payDay}",
            false,
            finance,
            (_, call) -> onPayDay(call, day -> Answer.ok(PayRunJson.run(readPayRun.execute(day))))),
        Route.signedIn(
            "GET",
            "/pay-runs/{payDay}/export",
            false,
            finance,
            (_, call) -> onPayDay(call, day -> export(call, day))),
        Route.signedIn("GET", "/payroll-targets/{name}", false, readers, (_, call) -> read(call)),
        Route.signedIn("PUT", "/payroll-targets/{name}", true, manager, this::save),
        Route.file("/payouts/confirmations", finance, this::confirm));
  }

  private static Answer onPayDay(Call call, Function<LocalDate, Answer> handler) {
    try {
      return handler.apply(LocalDate.parse(call.variable("payDay")));
    } catch (DateTimeException noSuchDay) {
      return Answer.wrong("payDay", "date", "This is to be a day that exists, as 2026-03-25.");
    }
  }

  private Answer export(Call call, LocalDate payDay) {
    var name = call.query("target").orElse(PayrollTarget.AFAS.name());
    return switch (exportPayRun.execute(payDay, name)) {
      case Exporting.Exported(var columns, var rows) ->
          Answer.file("payouts-" + payDay + "-" + name + ".csv", Csv.write(columns, rows));
      case Exporting.Incomplete(var gaps) ->
          Answer.refused(
              Refusal.WRONG_STATE,
              "The directory lacks: "
                  + gaps.stream()
                      .limit(MOST_NAMED)
                      .map(gap -> gap.reference() + " " + PayRunJson.name(gap.field()))
                      .collect(Collectors.joining(", "))
                  + (gaps.size() > MOST_NAMED ? " and more." : "."));
      case Exporting.NoTarget _ ->
          Answer.wrong("target", "not-in-list", "There is no such payroll system.");
    };
  }

  private Answer read(Call call) {
    return name(call)
        .flatMap(readTarget::execute)
        .map(target -> Answer.ok(PayRunJson.target(target)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer save(Caller caller, Call call) {
    var name = name(call);
    return name.isEmpty()
        ? Answer.wrong("name", "format", "1 to 64 lower-case letters, digits, dashes.")
        : Bodies.then(
            PayRunJson.target(name.get(), call.request().body()),
            target -> {
              targets.save(target, caller.id(), clock.instant());
              return Answer.ok(PayRunJson.target(target));
            });
  }

  private static Optional<String> name(Call call) {
    return Optional.of(call.variable("name")).filter(PayrollTarget::isName);
  }

  private Answer confirm(Caller caller, Call call) {
    return Files.then(
        call,
        new Files.Form(PayRunJson.paymentColumns(), PayRunJson.paymentColumns(), MOST_LINES),
        line -> PayRunJson.payment(line.number(), line.cells()),
        lines -> {
          var outcomes = confirmPayouts.execute(caller.employee(), lines.right());
          var wrong = new TreeMap<>(lines.wrong());
          outcomes.forEach((line, outcome) ->
              error(outcome).ifPresent(error -> wrong.put(line, List.of(error))));
          var confirmed =
              (int) outcomes.values().stream().filter(Confirming.CONFIRMED::equals).count();
          return Answer.ok(PayRunJson.confirmed(confirmed, wrong));
        });
  }

  private static Optional<FieldError> error(Confirming outcome) {
    return switch (outcome) {
      case CONFIRMED -> Optional.empty();
      case DIFFERS ->
          wrong("amount", "differs", "The amount, or the day confirmed before, is another.");
      case ON_HOLD -> wrong("reference", "on-hold", "Finance put this on hold.");
      case NOT_RELEASED -> wrong("reference", "not-released", "This is not to be paid.");
      case IN_THE_FUTURE, IN_THE_FUTURE_AND_WRONG_REFERENCE ->
          wrong("paidOn", "in-the-future", "Not after today.");
      case WRONG_REFERENCE, NOT_FOUND ->
          wrong("reference", "reference-unknown", "There is no such payout.");
      case OWN_REFERRAL ->
          wrong("reference", "own-referral", "Nobody confirms a payout of their own.");
      case ENTERED_BY_CALLER ->
          wrong("reference", "second-person", "You entered what it rests on, or agreed to it.");
    };
  }

  private static Optional<FieldError> wrong(String field, String code, String message) {
    return Optional.of(new FieldError(field, code, message));
  }
}
