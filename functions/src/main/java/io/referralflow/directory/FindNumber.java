package io.referralflow.directory;

import io.referralflow.staff.Employee;
import java.util.List;
import java.util.Optional;

/// Finds the HR number of somebody who signed in: what the sign-in names, else that of their row in
/// the directory, see [FindColleague]. The directory is asked only where the sign-in names none.
public final class FindNumber {

  private final FindColleague findColleague;

  public FindNumber(FindColleague findColleague) {
    this.findColleague = findColleague;
  }

  public Optional<String> execute(Employee person) {
    return person
        .hrNumber()
        .filter(number -> !number.isBlank())
        .or(() ->
            Optional.ofNullable(findColleague.execute(List.of(person)).get(person.id()))
                .map(colleague -> colleague.number().value()));
  }
}
