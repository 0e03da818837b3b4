package io.referralflow.staff;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is known of a person who signed in: how to address and reach them.
///
/// @param hrNumber the HR system's id of this person, where the sign-in names it
/// @param verified whether the sign-in has verified that the address is theirs
/// @param roles what the last sign-in that was kept said of their work here
public record Employee(
    EmployeeId id,
    String name,
    Email email,
    Language language,
    Optional<String> hrNumber,
    boolean verified,
    Set<Role> roles) {

  public Employee {
    roles = Set.copyOf(roles);
  }

  /// A person with no other part here than to refer.
  public Employee(
      EmployeeId id,
      String name,
      Email email,
      Language language,
      Optional<String> hrNumber,
      boolean verified) {
    this(id, name, email, language, hrNumber, verified, Set.of());
  }

  /// A person whose address is known to be theirs.
  public Employee(
      EmployeeId id, String name, Email email, Language language, Optional<String> hrNumber) {
    this(id, name, email, language, hrNumber, true);
  }

  /// All ids under which referrals may be theirs: the sign-in's, and that of the HR number which
  /// the sign-in names.
  public List<EmployeeId> ids() {
    return Stream.concat(
            Stream.of(id),
            hrNumber.filter(it -> !it.isBlank()).map(EmployeeId::ofHrNumber).stream())
        .distinct()
        .toList();
  }

  /// Whether this is the person whom an id means.
  public boolean is(EmployeeId other) {
    return ids().contains(other);
  }

  /// Whether two profiles are of one person: the same id, or the same HR number.
  public boolean isSamePerson(Employee other) {
    return other.ids().stream().anyMatch(this::is);
  }

  /// The same person with the roles that a sign-in names.
  public Employee with(Set<Role> named) {
    return new Employee(id, name, email, language, hrNumber, verified, named);
  }

  /// Whether the last sign-in that was kept was that of former staff or an outside relation, and of
  /// nothing else here.
  public boolean isOutside() {
    return roles.equals(Set.of(Role.OUTSIDE_REFERRER));
  }

  /// Never personal data: it must not reach a log by accident.
  @Override
  public String toString() {
    return "Employee[" + id.value() + "]";
  }
}
