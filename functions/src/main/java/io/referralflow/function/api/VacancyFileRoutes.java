package io.referralflow.function.api;

import io.referralflow.json.FieldError;
import io.referralflow.json.VacancyFileJson;
import io.referralflow.programme.ImportVacancies;
import io.referralflow.programme.ImportVacancies.Because;
import io.referralflow.programme.ImportVacancies.Mode;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

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
    return switch (call.query("mode").orElse("whole")) {
      case "whole" -> takeFile(caller, call, Mode.WHOLE);
      case "lines" -> takeFile(caller, call, Mode.LINES);
      default -> Answer.wrong("mode", "not-in-list", "whole or lines.");
    };
  }

  private Answer takeFile(Caller caller, Call call, Mode mode) {
    return Files.then(
        call,
        new Files.Form(VacancyFileJson.columns(), VacancyFileJson.needed(), MOST_LINES),
        line -> VacancyFileJson.line(line.number(), line.cells()),
        lines -> {
          var whole = mode == Mode.WHOLE;
          var imported =
              importVacancies.execute(
                  caller.id(),
                  lines.right(),
                  whole && !lines.wrong().isEmpty() ? Mode.JUDGE : mode);
          var wrong = new TreeMap<>(lines.wrong());
          imported
              .refused()
              .forEach(refusal -> wrong.put(refusal.line(), List.of(error(refusal.because()))));
          return whole && !wrong.isEmpty()
              ? Files.refused(wrong)
              : Answer.ok(VacancyFileJson.imported(imported, wrong));
        });
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
