package io.referralflow.function.api;

import io.referralflow.json.Answers;
import io.referralflow.json.Requests;
import io.referralflow.port.Programmes;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is signed in, vacancies, terms and settings.
public final class ProgrammeRoutes {

  private final Programmes programmes;
  private final SaveVacancy saveVacancy;
  private final PublishTerms publishTerms;
  private final InstantSource clock;

  public ProgrammeRoutes(
      Programmes programmes,
      SaveVacancy saveVacancy,
      PublishTerms publishTerms,
      InstantSource clock) {
    this.programmes = programmes;
    this.saveVacancy = saveVacancy;
    this.publishTerms = publishTerms;
    this.clock = clock;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    var editors = Set.of(Role.RECRUITER, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/me", false, everybody, (who, _) -> Answer.ok(Answers.me(who))),
        Route.signedIn("GET", "/vacancies", false, everybody, (_, call) -> vacancies(call)),
        Route.signedIn("GET", "/vacancies/{id}", false, everybody, (_, call) -> vacancy(call)),
        Route.signedIn("PUT", "/vacancies/{id}", true, editors, this::saveVacancy),
        Route.signedIn("GET", "/terms", false, everybody, (_, _) -> terms()),
        Route.signedIn("PUT", "/terms", true, manager, this::publishTerms),
        Route.signedIn("GET", "/settings", false, manager, (_, _) -> settings()),
        Route.signedIn("PUT", "/settings", true, manager, this::saveSettings));
  }

  private Answer vacancies(Call call) {
    return Paging.page(
        call, page -> Answer.ok(Answers.vacancies(programmes.vacancies(page), programmes.terms())));
  }

  private Answer vacancy(Call call) {
    return vacancyId(call)
        .flatMap(programmes::vacancy)
        .map(vacancy -> Answer.ok(Answers.vacancy(vacancy, programmes.terms())))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer saveVacancy(Caller caller, Call call) {
    var id = vacancyId(call);
    return id.isEmpty()
        ? Answer.wrong("id", "format", "1 to 64 letters, digits, dots, dashes, underscores.")
        : Bodies.then(
            Requests.vacancy(id.get(), call.request().body()),
            vacancy ->
                switch (saveVacancy.execute(vacancy, caller.id())) {
                  case MADE -> Answer.made(Answers.vacancy(vacancy, programmes.terms()));
                  case CHANGED -> Answer.ok(Answers.vacancy(vacancy, programmes.terms()));
                  case FUNCTION_LEVEL_UNKNOWN ->
                      Answer.wrong(
                          "functionLevel",
                          "function-level-unknown",
                          "The terms in force do not name this level.");
                });
  }

  private static Optional<VacancyId> vacancyId(Call call) {
    return Optional.of(call.variable("id")).filter(VacancyId::isValid).map(VacancyId::new);
  }

  private Answer terms() {
    return programmes
        .terms()
        .map(terms -> Answer.ok(Answers.terms(terms)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer publishTerms(Caller caller, Call call) {
    return Bodies.then(
        Requests.terms(call.request().body()),
        content -> {
          var publication = publishTerms.execute(content, caller.id());
          var json = Answers.terms(publication.terms());
          return publication.isNew() ? Answer.made(json) : Answer.ok(json);
        });
  }

  private Answer settings() {
    return programmes
        .settings()
        .map(settings -> Answer.ok(Answers.settings(settings)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer saveSettings(Caller caller, Call call) {
    return Bodies.then(
        Requests.settings(call.request().body()),
        settings -> {
          programmes.save(settings, caller.id(), clock.instant());
          return Answer.ok(Answers.settings(settings));
        });
  }
}
