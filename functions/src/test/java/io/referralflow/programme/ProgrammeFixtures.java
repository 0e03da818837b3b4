package io.referralflow.programme;

import io.referralflow.staff.EmployeeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Programmes and actions to test with.
public final class ProgrammeFixtures {

  public static final EmployeeId PETRA = new EmployeeId("petra");

  private ProgrammeFixtures() {}

  /// A published action of the department IT, for everybody inside and outside.
  public static Programme action(String id, LocalDate startsOn, LocalDate endsOn) {
    return new Programme(
        new ProgrammeId(id),
        "Action " + id,
        Audience.COMBINED,
        new Scope.Department("IT"),
        startsOn,
        Optional.of(endsOn),
        Set.of(new VacancyId("platform-lead")),
        Programme.Status.PUBLISHED,
        List.of(),
        Optional.of(PETRA));
  }

  /// A published programme of one team that is always there.
  public static Programme ofTeam(String id, String team) {
    return ongoing(id, Audience.INTERNAL, new Scope.Team(team));
  }

  /// A published programme that is always there.
  public static Programme ongoing(String id, Audience audience, Scope scope) {
    return new Programme(
        new ProgrammeId(id),
        "Programme " + id,
        audience,
        scope,
        LocalDate.of(2026, 1, 1),
        Optional.empty(),
        Set.of(),
        Programme.Status.PUBLISHED,
        List.of(),
        Optional.of(PETRA));
  }

  /// The same with one more version of its own terms.
  public static Programme promising(Programme programme, int version, EmployeeId by) {
    return programme.promising(version, by);
  }
}
