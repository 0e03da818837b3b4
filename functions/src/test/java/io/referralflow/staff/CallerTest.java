package io.referralflow.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

  private static final Employee ROSA =
      new Employee(
          new EmployeeId("rosa-sub"),
          "Rosa",
          new Email("rosa@example.com"),
          Language.NL,
          Optional.of("HR-7"));

  @Test
  void is_known_by_the_employee_id() {
    assertThat(new Caller(ROSA, Set.of()).id()).isEqualTo(new EmployeeId("rosa-sub"));
  }

  @Test
  void has_the_roles_of_the_token_and_no_other() {
    var recruiter = new Caller(ROSA, Set.of(Role.RECRUITER));

    assertThat(recruiter.has(Role.RECRUITER)).isTrue();
    assertThat(recruiter.has(Role.FINANCE)).isFalse();
    assertThat(recruiter.has(Role.PROGRAMME_MANAGER)).isFalse();
  }

  @Test
  void has_any_of_two_roles_by_having_one() {
    var recruiter = new Caller(ROSA, Set.of(Role.RECRUITER));

    assertThat(recruiter.hasAny(Role.RECRUITER, Role.FINANCE)).isTrue();
    assertThat(recruiter.hasAny(Role.FINANCE, Role.RECRUITER)).isTrue();
    assertThat(recruiter.hasAny(Role.FINANCE, Role.PROGRAMME_MANAGER)).isFalse();
  }

  @Test
  void keeps_a_copy_of_the_roles() {
    var roles = EnumSet.of(Role.RECRUITER);
    var caller = new Caller(ROSA, roles);

    roles.add(Role.FINANCE);

    assertThat(caller.roles()).containsExactly(Role.RECRUITER);
  }

  @Test
  void does_not_show_personal_data() {
    assertThat(ROSA).hasToString("Employee[rosa-sub]");
  }

  @Test
  void has_an_id_that_is_not_blank() {
    assertThatThrownBy(() -> new EmployeeId(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
