package io.referralflow.staff;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import java.util.Optional;

/// What is known of a person who signed in: how to address and reach them.
///
/// @param hrNumber the HR system's id of this person, where the sign-in names it
public record Employee(
    EmployeeId id, String name, Email email, Language language, Optional<String> hrNumber) {

  /// Never personal data: it must not reach a log by accident.
  @Override
  public String toString() {
    return "Employee[" + id.value() + "]";
  }
}
