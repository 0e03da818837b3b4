package io.referralflow.port;

import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Terms, vacancies and settings. Every change is kept with who made it and when.
public interface Programmes {

  /// The terms in force; empty before the first were published.
  Optional<Terms> terms();

  /// Publishes terms as the version they name; false when that version exists already.
  boolean publish(Terms terms, EmployeeId by);

  /// The settings; empty before they were first made.
  Optional<Settings> settings();

  void save(Settings settings, EmployeeId by, Instant at);

  Optional<Vacancy> vacancy(VacancyId id);

  /// Several vacancies at once; unknown ones are left out.
  Map<VacancyId, Vacancy> vacancies(List<VacancyId> ids);

  /// All vacancies, by title.
  Page<Vacancy> vacancies(Page.Request page);

  /// Makes or changes a vacancy; answers whether it was made.
  boolean save(Vacancy vacancy, EmployeeId by, Instant at);
}
