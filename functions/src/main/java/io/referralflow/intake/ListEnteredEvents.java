package io.referralflow.intake;

import io.referralflow.port.Employees;
import io.referralflow.port.Entries;
import io.referralflow.port.Entries.Entry;
import io.referralflow.port.Page;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.Map;
import java.util.Optional;

/// Lists entries by hand that wait for a second person, oldest first.
public final class ListEnteredEvents {

  private final Entries entries;
  private final Employees employees;

  public ListEnteredEvents(Entries entries, Employees employees) {
    this.entries = entries;
    this.employees = employees;
  }

  /// A part of the list, with the names of those who entered them.
  public record Listed(Page<Entry> page, Map<EmployeeId, Employee> people) {
    public Listed {
      people = Map.copyOf(people);
    }

    /// The name of whoever entered one.
    public String enteredBy(Entry entry) {
      return Optional.ofNullable(people.get(entry.enteredBy())).map(Employee::name).orElse("");
    }
  }

  public Listed execute(Page.Request request) {
    var page = entries.pending(request);
    var people = page.items().stream().map(Entry::enteredBy).distinct().toList();
    return new Listed(page, employees.findAll(people));
  }
}
