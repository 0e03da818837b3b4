package io.referralflow.json;

import io.referralflow.figures.ActionReport;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Programme.Content;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Scope;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Programmes and actions on the wire.
public final class PortfolioJson {

  private static final int LONGEST_NAME = 100;

  /// All programmes stand in one row, so that none may be too long.
  private static final int MOST_LEFT_OUT = 40;

  private PortfolioJson() {}

  private enum ScopeKind {
    EVERYBODY,
    DEPARTMENT,
    TEAM
  }

  /// What a programme manager says of a programme.
  ///
  /// @param id of the programme: the standing one is retired, not ended, since nobody counts what
  ///   is referred by it
  public static Decoded<Content> content(ProgrammeId id, String body) {
    return Form.read(
        body,
        form -> {
          var name = form.required("name", Fields.line(LONGEST_NAME));
          var audience = form.required("audience", Fields.oneOf(Audience.class));
          var scope =
              form.has("scope") ? form.object("scope").flatMap(PortfolioJson::scope) : everybody();
          var startsOn = form.required("startsOn", Fields::date);
          if (id.equals(ProgrammeId.STANDING)) {
            form.refuse("endsOn", "not-with-kind", "This programme is retired, not ended.");
          }
          var endsOn = form.optional("endsOn", Fields::date);
          var leftOut = leftOut(form);
          if (endsOn.filter(end -> startsOn.filter(end::isBefore).isPresent()).isPresent()) {
            form.error("endsOn", "ends-before-start", "It would end before it starts.");
          }
          return name.isEmpty() || audience.isEmpty() || scope.isEmpty() || startsOn.isEmpty()
              ? null
              : new Content(
                  name.get(), audience.get(), scope.get(), startsOn.get(), endsOn, leftOut);
        });
  }

  private static Optional<Scope> everybody() {
    return Optional.of(Scope.EVERYBODY);
  }

  private static Optional<Scope> scope(Form form) {
    return form.required("kind", Fields.oneOf(ScopeKind.class))
        .flatMap(kind ->
            switch (kind) {
              case EVERYBODY -> {
                form.refuse("name", "not-with-kind", "Everybody has no name.");
                yield everybody();
              }
              case DEPARTMENT ->
                  form.required("name", Fields.line(LONGEST_NAME)).map(Scope.Department::new);
              case TEAM -> form.required("name", Fields.line(LONGEST_NAME)).map(Scope.Team::new);
            });
  }

  private static Set<VacancyId> leftOut(Form form) {
    return Set.copyOf(
        form.optional("vacanciesLeftOut", Fields.listOf(Fields::vacancyId, MOST_LEFT_OUT))
            .orElse(List.of()));
  }

  /// Where a programme is to move.
  public static Decoded<Programme.Status> status(String body) {
    return Form.read(
        body, form -> form.required("status", Fields.oneOf(Programme.Status.class)).orElse(null));
  }

  /// A programme; who manages it is for those who have a role.
  public static String programme(Programme programme, boolean forStaff) {
    return node(programme, forStaff).toString();
  }

  public static String programmes(List<Programme> all, boolean forStaff) {
    var json = Json.object();
    var items = json.putArray("items");
    all.forEach(each -> items.add(node(each, forStaff)));
    return json.toString();
  }

  /// What an action reported.
  public static String report(ActionReport report) {
    var json = Json.object();
    json.put("programmeId", report.programme().value());
    json.put("startsOn", report.startsOn().toString());
    json.put("endsOn", report.endsOn().toString());
    json.put("at", report.at().toString());
    json.put("submitted", report.submitted());
    json.put("hired", report.hired());
    json.put("paid", report.paid());
    json.putObject("promise").put("kept", report.kept()).put("late", report.late());
    var costs = json.putArray("costs");
    for (var cost : report.costs()) {
      var one = costs.addObject();
      one.set("paid", Answers.money(cost.paid()));
      one.set("open", Answers.money(cost.open()));
    }
    return json.toString();
  }

  private static ObjectNode node(Programme programme, boolean forStaff) {
    var json = Json.object();
    json.put("id", programme.id().value());
    json.put("name", programme.name());
    json.put("kind", programme.isAction() ? "action" : "programme");
    json.put("audience", Wire.name(programme.audience()));
    put(json.putObject("scope"), programme.scope());
    json.put("startsOn", programme.startsOn().toString());
    programme.endsOn().ifPresent(day -> json.put("endsOn", day.toString()));
    var leftOut = json.putArray("vacanciesLeftOut");
    programme.leftOut().stream().map(VacancyId::value).sorted().forEach(leftOut::add);
    json.put("status", Wire.name(programme.status()));
    var terms = json.putArray("termsVersions");
    programme.terms().forEach(terms::add);
    programme
        .managedBy()
        .filter(_ -> forStaff)
        .map(EmployeeId::value)
        .ifPresent(id -> json.put("managedBy", id));
    return json;
  }

  private static void put(ObjectNode json, Scope scope) {
    switch (scope) {
      case Scope.Everybody _ -> json.put("kind", Wire.name(ScopeKind.EVERYBODY));
      case Scope.Department(var name) ->
          json.put("kind", Wire.name(ScopeKind.DEPARTMENT)).put("name", name);
      case Scope.Team(var name) -> json.put("kind", Wire.name(ScopeKind.TEAM)).put("name", name);
    }
  }
}
