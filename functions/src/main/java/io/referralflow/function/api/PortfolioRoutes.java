package io.referralflow.function.api;

import io.referralflow.delivery.AnnounceOwnTerms;
import io.referralflow.json.PortfolioJson;
import io.referralflow.port.Programmes;
import io.referralflow.programme.ContinueAction;
import io.referralflow.programme.ContinueAction.Continuing;
import io.referralflow.programme.MoveProgramme;
import io.referralflow.programme.MoveProgramme.Moving;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.SaveProgramme;
import io.referralflow.programme.SaveProgramme.Saving;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Programmes and actions.
public final class PortfolioRoutes {

  private final Programmes programmes;
  private final SaveProgramme saveProgramme;
  private final MoveProgramme moveProgramme;
  private final ContinueAction continueAction;
  private final AnnounceOwnTerms announceOwnTerms;

  public PortfolioRoutes(
      Programmes programmes,
      SaveProgramme saveProgramme,
      MoveProgramme moveProgramme,
      ContinueAction continueAction,
      AnnounceOwnTerms announceOwnTerms) {
    this.announceOwnTerms = announceOwnTerms;
    this.programmes = programmes;
    this.saveProgramme = saveProgramme;
    this.moveProgramme = moveProgramme;
    this.continueAction = continueAction;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    var reporters = Set.of(Role.FINANCE, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/programmes", false, everybody, (who, _) -> list(who)),
        Route.signedIn("GET", "/programmes/{id}", false, everybody, this::read),
        Route.signedIn(
            "GET", "/programmes/{id}/report", false, reporters, (_, call) -> report(call)),
        Route.signedIn("PUT", "/programmes/{id}", true, manager, this::save),
        Route.signedIn("POST", "/programmes/{id}/status", true, manager, this::move),
        Route.signedIn("POST", "/programmes/{id}/continuation", false, manager, this::goOn));
  }

  private Answer list(Caller caller) {
    var concerning =
        programmes.portfolio().programmes().stream().filter(it -> concerns(it, caller)).toList();
    return Answer.ok(PortfolioJson.programmes(concerning, caller.isStaffed()));
  }

  private Answer read(Caller caller, Call call) {
    return id(call)
        .flatMap(programmes.portfolio()::find)
        .filter(programme -> concerns(programme, caller))
        .map(programme -> Answer.ok(PortfolioJson.programme(programme, caller.isStaffed())))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  /// What an action last reported; none before its last day had passed.
  private Answer report(Call call) {
    return id(call)
        .map(programmes::reports)
        .filter(reports -> !reports.isEmpty())
        .map(reports -> Answer.ok(PortfolioJson.report(reports.getLast())))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private static boolean concerns(Programme programme, Caller caller) {
    return programme.concerns(
        caller.isOutside(), caller.isStaffed(), caller.has(Role.PROGRAMME_MANAGER));
  }

  private Answer save(Caller caller, Call call) {
    var id = id(call);
    return id.isEmpty()
        ? Answer.wrong("id", "format", "1 to 40 lower-case letters, digits, dashes.")
        : Bodies.then(
            PortfolioJson.content(id.get(), call.request().body()),
            content ->
                switch (saveProgramme.execute(caller.id(), id.get(), content)) {
                  case Saving.Saved(var programme, var made) -> {
                    var json = PortfolioJson.programme(programme, true);
                    yield made ? Answer.made(json) : Answer.ok(json);
                  }
                  case Saving.Retired _ ->
                      Answer.refused(Refusal.WRONG_STATE, "It is retired and stays as it was.");
                  case Saving.TooMany _ ->
                      Answer.refused(
                          Refusal.WRONG_STATE,
                          "There are " + Portfolio.MOST + " programmes, and no more are kept.");
                });
  }

  private Answer move(Caller caller, Call call) {
    return id(call)
        .map(id ->
            Bodies.then(
                PortfolioJson.status(call.request().body()),
                next -> answer(moveProgramme.execute(caller.id(), id, next))))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer answer(Moving moving) {
    return switch (moving) {
      case Moving.Moved(var programme) -> {
        announceOwnTerms.execute(programme);
        yield Answer.ok(PortfolioJson.programme(programme, true));
      }
      case Moving.NotFromHere _ ->
          Answer.refused(
              Refusal.WRONG_STATE,
              "A draft is previewed or published, a preview published or a draft again, and what is"
                  + " published is retired.");
      case Moving.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer goOn(Caller caller, Call call) {
    return id(call)
        .map(id -> answer(continueAction.execute(caller.id(), id)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private static Answer answer(Continuing continuing) {
    return switch (continuing) {
      case Continuing.Continued(var programme) ->
          Answer.ok(PortfolioJson.programme(programme, true));
      case Continuing.NotPublished _ ->
          Answer.refused(Refusal.WRONG_STATE, "Only what is published can go on.");
      case Continuing.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private static Optional<ProgrammeId> id(Call call) {
    return Optional.of(call.variable("id")).filter(ProgrammeId::isValid).map(ProgrammeId::new);
  }
}
