package io.referralflow.staff;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import java.util.Optional;

/// What is known of a person who signed in: how to address and reach them.
///
/// @param hrNumber the HR system's id of this person, where the sign-in names it
/// @param verified whether the sign-in has verified that the address is theirs
public record Employee(
    EmployeeId id,
    String name,
    Email email,
    Language language,
    Optional<String> hrNumber,
    boolean verified) {

  /// A person whose address is known to be theirs.
  public Employee(
      EmployeeId id, String name, Email email, Language language, Optional<String> hrNumber) {
    this(id, name, email, language, hrNumber, true);
  }

  /// Never personal data: it must not reach a log by accident.
  @Override
  public String toString() {
    return "Employee[" + id.value() + "]";
  }
}
