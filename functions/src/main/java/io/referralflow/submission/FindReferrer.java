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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Finds the person on whose behalf a recruiter enters a referral: by HR number, as the directory
/// has it, or by the id under which they signed in. What only a sign-in tells, that somebody works
/// in recruitment or human resources, is known of those whose profile was kept. Writes nothing.
public final class FindReferrer {

  private final Directory directory;
  private final Employees employees;
  private final FindColleague findColleague;
  private final InstantSource clock;

  public FindReferrer(
      Directory directory, Employees employees, FindColleague findColleague, InstantSource clock) {
    this.directory = directory;
    this.employees = employees;
    this.findColleague = findColleague;
    this.clock = clock;
  }

  /// Who the referrer of an entry would be.
  public sealed interface Referrer {
    record Found(Caller referrer) implements Referrer {}

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
          var row = findColleague.execute(List.of(profile)).get(profile.id());
          return new Referrer.Found(caller(profile, row != null && !row.inServiceOn(today())));
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
    return new Referrer.Found(caller(person, !colleague.inServiceOn(today())));
  }

  /// Whoever is not in service is outside, whatever else they may be.
  private static Caller caller(Employee person, boolean outside) {
    var roles = EnumSet.noneOf(Role.class);
    roles.addAll(person.roles());
    if (outside) {
      roles.add(Role.OUTSIDE_REFERRER);
    }
    return new Caller(person.with(roles), roles);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
