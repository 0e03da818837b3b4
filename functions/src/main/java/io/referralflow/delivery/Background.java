package io.referralflow.delivery;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.letter.LetterKind;
import io.referralflow.port.Candidates;
import io.referralflow.port.Employees;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.Referral;
import io.referralflow.staff.Employee;
import java.util.Optional;

/// The people and words around a referral that its letters name.
record Background(
    Settings settings,
    Optional<Employee> referrer,
    Optional<Candidate> candidate,
    Optional<Vacancy> vacancy) {

  /// Who receives a letter.
  record Addressee(Email email, String name, Language language) {}

  static Background of(
      Referral referral, Programmes programmes, Employees employees, Candidates candidates) {
    var particulars = referral.particulars();
    return new Background(
        programmes
            .settings()
            .orElseThrow(() -> new IllegalStateException("The programme has no settings")),
        employees.find(particulars.referrer()),
        candidates.find(referral.id()),
        programmes.vacancy(particulars.vacancy()));
  }

  /// The person a letter goes to; empty when their data is gone.
  Optional<Addressee> addressee(LetterKind kind) {
    return switch (kind.recipient()) {
      case CANDIDATE ->
          candidate.map(who -> new Addressee(who.email(), who.name(), who.language()));
      case REFERRER -> referrer.map(who -> new Addressee(who.email(), who.name(), who.language()));
      case FINANCE -> Optional.of(new Addressee(settings.financeEmail(), "", settings.language()));
    };
  }
}
