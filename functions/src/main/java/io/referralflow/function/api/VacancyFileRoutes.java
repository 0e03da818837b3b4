package io.referralflow.function.api;

import io.referralflow.json.FieldError;
import io.referralflow.json.VacancyFileJson;
import io.referralflow.programme.ImportVacancies;
import io.referralflow.programme.ImportVacancies.Because;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Set;

/// Vacancies by file.
public final class VacancyFileRoutes {

  /// Each line is a transaction of its own.
  private static final int MOST_LINES = 500;

  private final ImportVacancies importVacancies;

  public VacancyFileRoutes(ImportVacancies importVacancies) {
    this.importVacancies = importVacancies;
  }

  List<Route> routes() {
    return List.of(
        Route.file(
            "/vacancies/import", Set.of(Role.RECRUITER, Role.PROGRAMME_MANAGER), this::takeFile));
  }

  private Answer takeFile(Caller caller, Call call) {
    return Files.take(
        call,
        new Files.Form(VacancyFileJson.columns(), VacancyFileJson.needed(), MOST_LINES),
        line -> VacancyFileJson.line(line.number(), line.cells()),
        (lines, mode) -> importVacancies.execute(caller.id(), lines, mode),
        VacancyFileRoutes::error);
  }

  private static FieldError error(Because because) {
    return switch (because) {
      case DUPLICATE -> new FieldError("id", "duplicate", "An earlier line is about it.");
      case FUNCTION_LEVEL_UNKNOWN ->
          new FieldError(
              "functionLevel",
              "function-level-unknown",
              "The terms in force do not name this level.");
    };
  }
}
