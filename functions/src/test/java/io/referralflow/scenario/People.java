package io.referralflow.scenario;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import java.util.Optional;
import java.util.Set;

/// The people of the demo company.
public final class People {

  public static final Caller EMMA = caller("emma", "Emma Jansen", "HR-0001");
  public static final Caller JORIS = caller("joris", "Joris Bakker", "HR-0002");
  public static final Caller RUBEN = caller("ruben", "Ruben Visser", "HR-0003", Role.RECRUITER);
  public static final Caller ROSA = caller("rosa", "Rosa Mulder", "HR-0004", Role.RECRUITER);
  public static final Caller FATIMA = caller("fatima", "Fatima Demir", "HR-0005", Role.FINANCE);
  public static final Caller PETRA =
      caller("petra", "Petra de Boer", "HR-0006", Role.PROGRAMME_MANAGER);

  private People() {}

  /// Somebody whose sign-in names an HR number.
  public static Caller caller(String id, String name, String hrNumber, Role... roles) {
    return new Caller(
        new Employee(
            new EmployeeId(id),
            name,
            new Email(id + "@example.com"),
            Language.NL,
            Optional.of(hrNumber)),
        Set.of(roles));
  }

  /// The same person with other roles.
  public static Caller as(Caller person, Role... roles) {
    return new Caller(person.employee(), Set.of(roles));
  }
}
