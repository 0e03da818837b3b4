package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What is known of a person who signed in, the row `PROFILE`.
public final class EmployeeItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String EMAIL = "email";
  private static final String LANGUAGE = "language";
  private static final String HR_NUMBER = "hrNumber";

  /// Stands only where the address is not verified: in the pool of release 1.0.0, which did not
  /// write this, nobody could sign in with an address that was not.
  private static final String UNVERIFIED = "unverified";

  /// Stands only where there are any.
  private static final String ROLES = "roles";

  private static final String SPACE = " ";

  private EmployeeItem() {}

  public static Attributes toItem(Employee employee) {
    var item =
        Attributes.none()
            .key(Key.employee(employee.id()))
            .number(SCHEMA, SCHEMA_NUMBER)
            .text(ID, employee.id().value())
            .text(NAME, employee.name())
            .text(EMAIL, employee.email().value())
            .constant(LANGUAGE, employee.language())
            .text(HR_NUMBER, employee.hrNumber());
    var known = employee.verified() ? item : item.flag(UNVERIFIED, true);
    return employee.roles().isEmpty()
        ? known
        : known.text(
            ROLES,
            employee.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(SPACE)));
  }

  public static Employee fromItem(Attributes item) {
    return new Employee(
        new EmployeeId(item.text(ID)),
        item.text(NAME),
        new Email(item.text(EMAIL)),
        item.constant(LANGUAGE, Language.class),
        item.textIfAny(HR_NUMBER),
        !item.flagIfAny(UNVERIFIED),
        item.textIfAny(ROLES).stream()
            .flatMap(names -> Arrays.stream(names.split(SPACE, -1)))
            .map(Role::valueOf)
            .collect(Collectors.toSet()));
  }
}
