package io.referralflow.function.api;

import io.referralflow.json.Answers;
import io.referralflow.json.FieldError;
import io.referralflow.json.Requests;
import io.referralflow.port.Programmes;
import io.referralflow.programme.JudgeVacancy;
import io.referralflow.programme.SaveSettings;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.ListVacancies;
import io.referralflow.submission.ReadVacancy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is signed in, vacancies and settings.
public final class ProgrammeRoutes {

  private static final FieldError LEVEL_UNKNOWN =
      new FieldError(
          "functionLevel", "function-level-unknown", "The terms in force do not name this level.");

  private static final FieldError NO_PAYROLL_CALENDAR =
      new FieldError(
          "payoutMail",
          "no-payroll-calendar",
          "One mail per pay run needs terms in force that name the payroll's calendar.");

  private final Programmes programmes;
  private final SaveVacancy saveVacancy;
  private final JudgeVacancy judgeVacancy;
  private final ReadVacancy readVacancy;
  private final ListVacancies listVacancies;
  private final SaveSettings saveSettings;

  public ProgrammeRoutes(
      Programmes programmes,
      SaveVacancy saveVacancy,
      JudgeVacancy judgeVacancy,
      ReadVacancy readVacancy,
      ListVacancies listVacancies,
      SaveSettings saveSettings) {
    this.programmes = programmes;
    this.saveVacancy = saveVacancy;
    this.judgeVacancy = judgeVacancy;
    this.readVacancy = readVacancy;
    this.listVacancies = listVacancies;
    this.saveSettings = saveSettings;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    var editors = Set.of(Role.RECRUITER, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/me", false, everybody, (who, _) -> Answer.ok(Answers.me(who))),
        Route.signedIn("GET", "/vacancies", false, everybody, this::vacancies),
        Route.signedIn("GET", "/vacancies/{id}", false, everybody, this::vacancy),
        Route.signedIn("PUT", "/vacancies/{id}", true, editors, this::saveVacancy),
        Route.signedIn("GET", "/settings", false, manager, (_, _) -> settings()),
        Route.signedIn("PUT", "/settings", true, manager, this::saveSettings));
  }

  private Answer vacancies(Caller caller, Call call) {
    return Paging.page(
        call,
        page ->
            Answer.ok(Answers.vacancies(listVacancies.execute(caller, page), isEditor(caller))));
  }

  private Answer vacancy(Caller caller, Call call) {
    return vacancyId(call)
        .flatMap(id -> readVacancy.execute(caller, id))
        .map(offered -> Answer.ok(Answers.vacancy(offered, isEditor(caller))))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer saveVacancy(Caller caller, Call call) {
    var id = vacancyId(call);
    return id.isEmpty()
        ? Answer.wrong("id", "format", "1 to 64 letters, digits, dots, dashes, underscores.")
        : Bodies.then(
            Requests.vacancy(id.get(), call.request().body()),
            () -> broken(Requests.levelToKnow(call.request().body())),
            vacancy ->
                switch (saveVacancy.execute(vacancy, caller.id())) {
                  case MADE -> Answer.made(offered(caller, vacancy));
                  case CHANGED -> Answer.ok(offered(caller, vacancy));
                  case FUNCTION_LEVEL_UNKNOWN -> Answer.wrong(List.of(LEVEL_UNKNOWN));
                });
  }

  private String offered(Caller caller, Vacancy saved) {
    return Answers.vacancy(readVacancy.execute(caller, saved.id()).orElseThrow(), true);
  }

  private List<FieldError> broken(Optional<String> level) {
    return level.filter(it -> !judgeVacancy.execute(it)).map(_ -> LEVEL_UNKNOWN).stream().toList();
  }

  private static boolean isEditor(Caller caller) {
    return caller.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER);
  }

  private static Optional<VacancyId> vacancyId(Call call) {
    return Optional.of(call.variable("id")).filter(VacancyId::isValid).map(VacancyId::new);
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
        settings ->
            switch (saveSettings.execute(settings, caller.id())) {
              case SAVED -> Answer.ok(Answers.settings(settings));
              case NO_PAYROLL_CALENDAR -> Answer.wrong(List.of(NO_PAYROLL_CALENDAR));
            });
  }
}
