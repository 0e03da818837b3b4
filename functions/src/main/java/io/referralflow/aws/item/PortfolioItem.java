package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Scope;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All programmes and actions in one row, so that a submission reads them with all else that it
/// rests on, and the rows that keep who changed which one when.
public final class PortfolioItem {

  private static final int SCHEMA_NUMBER = 1;

  /// Counts the changes, and the terms.
  public static final String VERSION = "version";

  private static final String SCHEMA = "schema";
  private static final String PROGRAMMES = "programmes";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String AUDIENCE = "audience";
  private static final String DEPARTMENT = "department";
  private static final String TEAM = "team";
  private static final String STARTS_ON = "startsOn";
  private static final String ENDS_ON = "endsOn";
  private static final String LEFT_OUT = "leftOut";
  private static final String STATUS = "status";
  private static final String TERMS = "terms";
  private static final String MANAGED_BY = "managedBy";
  private static final String CHANGED_AT = "changedAt";

  private PortfolioItem() {}

  public static Attributes toItem(Portfolio portfolio) {
    return Attributes.none()
        .key(Key.portfolio())
        .number(SCHEMA, SCHEMA_NUMBER)
        .number(VERSION, portfolio.version())
        .list(PROGRAMMES, portfolio.programmes().stream().map(PortfolioItem::toMap).toList());
  }

  /// The change alone, for ever.
  public static Attributes change(Portfolio portfolio, Programme changed, Instant at) {
    return toMap(changed)
        .key(Key.portfolioChange(portfolio.version()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .instant(CHANGED_AT, at);
  }

  public static Portfolio fromItem(Attributes item) {
    return new Portfolio(
        item.list(PROGRAMMES).stream().map(PortfolioItem::programme).toList(),
        item.number(VERSION));
  }

  private static Attributes toMap(Programme programme) {
    var map =
        Attributes.none()
            .text(ID, programme.id().value())
            .text(NAME, programme.name())
            .constant(AUDIENCE, programme.audience())
            .day(STARTS_ON, programme.startsOn())
            .day(ENDS_ON, programme.endsOn())
            .list(
                LEFT_OUT,
                programme.leftOut().stream()
                    .map(VacancyId::value)
                    .sorted()
                    .map(id -> Attributes.none().text(ID, id))
                    .toList())
            .constant(STATUS, programme.status())
            .list(
                TERMS,
                programme.terms().stream()
                    .map(number -> Attributes.none().number(VERSION, number))
                    .toList())
            .text(MANAGED_BY, programme.managedBy().map(EmployeeId::value));
    return switch (programme.scope()) {
      case Scope.Everybody _ -> map;
      case Scope.Department(var name) -> map.text(DEPARTMENT, name);
      case Scope.Team(var name) -> map.text(TEAM, name);
    };
  }

  private static Programme programme(Attributes map) {
    return new Programme(
        new ProgrammeId(map.text(ID)),
        map.text(NAME),
        map.constant(AUDIENCE, Audience.class),
        scope(map),
        map.day(STARTS_ON),
        map.dayIfAny(ENDS_ON),
        map.list(LEFT_OUT).stream()
            .map(each -> new VacancyId(each.text(ID)))
            .collect(Collectors.toSet()),
        map.constant(STATUS, Programme.Status.class),
        map.has(TERMS)
            ? map.list(TERMS).stream().map(each -> each.count(VERSION)).toList()
            : List.of(),
        map.textIfAny(MANAGED_BY).map(EmployeeId::new));
  }

  private static Scope scope(Attributes map) {
    Optional<Scope> department = map.textIfAny(DEPARTMENT).map(Scope.Department::new);
    return department.or(() -> map.textIfAny(TEAM).map(Scope.Team::new)).orElse(Scope.EVERYBODY);
  }
}
