package io.referralflow.directory;

import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.port.Seals;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the directory's row of people who signed in: by the HR number that the sign-in names, else
/// by an address that the sign-in has verified. Where several share an address it is the one in
/// service today, where nobody is the one who was invited from outside; where that is none or
/// several, nobody is found, since money may follow from it.
public final class FindColleague {

  private final Directory directory;
  private final Seals seals;
  private final InstantSource clock;

  public FindColleague(Directory directory, Seals seals, InstantSource clock) {
    this.directory = directory;
    this.seals = seals;
    this.clock = clock;
  }

  /// The rows of those who are in the directory. Costs one batch of reads, and a query and a batch
  /// for each one who is looked for by address.
  public Map<EmployeeId, Colleague> execute(Collection<Employee> people) {
    var numbered = directory.findAll(people.stream().flatMap(it -> number(it).stream()).toList());
    var found = new HashMap<EmployeeId, Colleague>();
    for (var person : people) {
      number(person)
          .flatMap(number -> Optional.ofNullable(numbered.get(number)))
          .or(() -> byAddress(person))
          .ifPresent(colleague -> found.put(person.id(), colleague));
    }
    return Map.copyOf(found);
  }

  private static Optional<HrNumber> number(Employee person) {
    return person.hrNumber().filter(HrNumber::isValid).map(HrNumber::new);
  }

  private Optional<Colleague> byAddress(Employee person) {
    if (!person.verified()) {
      return Optional.empty();
    }
    var all = directory.at(seals.person(person.email()));
    return only(all)
        .or(() -> {
          var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
          var serving = all.stream().filter(colleague -> colleague.inServiceOn(today)).toList();
          return serving.isEmpty()
              ? only(all.stream().filter(colleague -> colleague.number().isInvited()).toList())
              : only(serving);
        });
  }

  private static Optional<Colleague> only(List<Colleague> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
