package io.referralflow.function.api;

import io.referralflow.directory.ImportColleagues;
import io.referralflow.directory.ImportColleagues.Because;
import io.referralflow.directory.SaveColleague;
import io.referralflow.hire.HrNumber;
import io.referralflow.json.ColleagueJson;
import io.referralflow.json.FieldError;
import io.referralflow.port.Directory;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// HR's directory of the organisation's people.
public final class DirectoryRoutes {

  private static final int MOST_LINES = 10_000;

  private final Directory directory;
  private final SaveColleague saveColleague;
  private final ImportColleagues importColleagues;

  public DirectoryRoutes(
      Directory directory, SaveColleague saveColleague, ImportColleagues importColleagues) {
    this.directory = directory;
    this.saveColleague = saveColleague;
    this.importColleagues = importColleagues;
  }

  List<Route> routes() {
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn(
            "GET",
            "/employees",
            false,
            manager,
            (_, call) ->
                Paging.page(
                    call, page -> Answer.ok(ColleagueJson.colleagues(directory.list(page))))),
        Route.signedIn("GET", "/employees/{hrNumber}", false, manager, (_, call) -> read(call)),
        Route.signedIn("PUT", "/employees/{hrNumber}", true, manager, this::save),
        Route.file("/employees/import", manager, this::takeFile));
  }

  private Answer takeFile(Caller caller, Call call) {
    return Files.take(
        call,
        new Files.Form(ColleagueJson.columns(), List.of("hrNumber"), MOST_LINES),
        line -> ColleagueJson.line(line.number(), line.cells()),
        (lines, mode) -> importColleagues.execute(caller.id(), lines, mode),
        DirectoryRoutes::error);
  }

  private static FieldError error(Because because) {
    return switch (because) {
      case DUPLICATE -> new FieldError("hrNumber", "duplicate", "An earlier line is about it.");
      case UNKNOWN ->
          new FieldError("hrNumber", "employee-unknown", "Somebody new needs name and contract.");
    };
  }

  private Answer read(Call call) {
    return number(call)
        .flatMap(directory::find)
        .map(colleague -> Answer.ok(ColleagueJson.colleague(colleague)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer save(Caller caller, Call call) {
    var number = number(call);
    return number.isEmpty()
        ? Answer.wrong("hrNumber", "format", "1 to 128 visible characters.")
        : Bodies.then(
            ColleagueJson.content(number.get(), call.request().body()),
            details -> {
              var saved = saveColleague.execute(caller.id(), number.get(), details);
              var json = ColleagueJson.colleague(saved.colleague());
              return saved.made() ? Answer.made(json) : Answer.ok(json);
            });
  }

  private static Optional<HrNumber> number(Call call) {
    return Optional.of(call.variable("hrNumber")).filter(HrNumber::isValid).map(HrNumber::new);
  }
}
