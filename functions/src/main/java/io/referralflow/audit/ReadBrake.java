package io.referralflow.audit;

import io.referralflow.port.Brake;
import io.referralflow.port.Brake.Change;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Brake.Standing;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows the brake and what was ever done to it, with the names of who did it.
public final class ReadBrake {

  private final Brake brake;
  private final Employees employees;

  public ReadBrake(Brake brake, Employees employees) {
    this.brake = brake;
    this.employees = employees;
  }

  /// Something about the brake.
  ///
  /// @param names of the people in it, as far as they are known
  public record Shown<T>(T about, Map<EmployeeId, String> names) {
    public Shown {
      names = Map.copyOf(names);
    }
  }

  public Shown<Standing> standing() {
    return of(brake.standing());
  }

  /// A standing with its names.
  public Shown<Standing> of(Standing standing) {
    return named(standing, standing.pulls().stream().map(Pull::by).flatMap(Optional::stream));
  }

  public Shown<Page<Change>> changes(Page.Request request) {
    var page = brake.changes(request);
    return named(page, page.items().stream().flatMap(ReadBrake::people));
  }

  private static Stream<EmployeeId> people(Change change) {
    return switch (change) {
      case Change.Pulled(Pull pull) -> pull.by().stream();
      case Change.Thawed(Thaw(var by, _, _)) -> Stream.of(by);
    };
  }

  private <T> Shown<T> named(T about, Stream<EmployeeId> people) {
    var ids = people.distinct().toList();
    return new Shown<>(
        about,
        ids.isEmpty()
            ? Map.of()
            : employees.findAll(ids).values().stream()
                .collect(Collectors.toMap(Employee::id, Employee::name, (one, _) -> one)));
  }
}
