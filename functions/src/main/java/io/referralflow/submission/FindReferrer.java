package io.referralflow.submission;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.FindColleague;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.port.Employees;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Finds the person on whose behalf a recruiter enters a referral: by HR number, as the directory
/// has it, or by the id under which they signed in. What only a sign-in tells, that somebody works
/// in recruitment or human resources, is known of those whose profile was kept. Former staff and
/// outside relations, as the directory calls them, are outside referrers; whether others are in
/// service is for the rules to judge. Writes nothing.
public final class FindReferrer {

  private final Directory directory;
  private final Employees employees;
  private final FindColleague findColleague;

  public FindReferrer(Directory directory, Employees employees, FindColleague findColleague) {
    this.directory = directory;
    this.employees = employees;
    this.findColleague = findColleague;
  }

  /// Who the referrer of an entry would be.
  public sealed interface Referrer {
    /// Somebody who may be judged.
    ///
    /// @param colleague their row in the directory, if they have one
    record Found(Caller referrer, Optional<Colleague> colleague) implements Referrer {}

    record Not(Wrong because) implements Referrer {}
  }

  /// Why somebody cannot be the referrer.
  public enum Wrong {
    /// Neither the directory nor a sign-in knows them.
    UNKNOWN,
    /// The directory has no address to which a receipt could go.
    WITHOUT_ADDRESS,
    /// It is the caller.
    YOURSELF
  }

  public Referrer execute(Caller by, String onBehalfOf) {
    var colleague =
        HrNumber.isValid(onBehalfOf)
            ? directory.find(new HrNumber(onBehalfOf))
            : Optional.<Colleague>empty();
    if (colleague.isPresent()) {
      return inDirectory(by, colleague.get());
    }
    return employees
        .find(new EmployeeId(onBehalfOf))
        .<Referrer>map(profile -> {
          if (by.employee().isSamePerson(profile)) {
            return new Referrer.Not(Wrong.YOURSELF);
          }
          var row = Optional.ofNullable(findColleague.execute(List.of(profile)).get(profile.id()));
          return new Referrer.Found(
              caller(profile, row.filter(Colleague::isOutside).isPresent()), row);
        })
        .orElseGet(() -> new Referrer.Not(Wrong.UNKNOWN));
  }

  private Referrer inDirectory(Caller by, Colleague colleague) {
    var id = EmployeeId.ofHrNumber(colleague.number().value());
    var email = colleague.email();
    if (by.employee().is(id) || email.filter(by.employee().email()::sameMailbox).isPresent()) {
      return new Referrer.Not(Wrong.YOURSELF);
    }
    if (email.isEmpty()) {
      return new Referrer.Not(Wrong.WITHOUT_ADDRESS);
    }
    var language = colleague.language().orElseGet(() -> by.employee().language());
    var person =
        new Employee(
            id,
            colleague.text(Detail.NAME).orElseGet(() -> colleague.number().value()),
            email.get(),
            language,
            Optional.of(colleague.number().value()));
    return new Referrer.Found(caller(person, colleague.isOutside()), Optional.of(colleague));
  }

  private static Caller caller(Employee person, boolean outside) {
    var roles = EnumSet.noneOf(Role.class);
    roles.addAll(person.roles());
    if (outside) {
      roles.add(Role.OUTSIDE_REFERRER);
    }
    return new Caller(person.with(roles), roles);
  }
}
