package io.referralflow.fake;

import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Terms, vacancies and settings in memory.
final class InMemoryProgrammes implements Programmes {

  private final TreeMap<Integer, Terms> versions = new TreeMap<>();
  private final Map<VacancyId, Vacancy> vacancies = new HashMap<>();
  private @Nullable Settings settings;

  @Override
  public synchronized Optional<Terms> terms() {
    return Optional.ofNullable(versions.lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public synchronized boolean publish(Terms terms, EmployeeId by) {
    return versions.putIfAbsent(terms.version(), terms) == null;
  }

  @Override
  public synchronized Optional<Settings> settings() {
    return Optional.ofNullable(settings);
  }

  @Override
  public synchronized void save(Settings changed, EmployeeId by, Instant at) {
    settings = changed;
  }

  @Override
  public synchronized Optional<Vacancy> vacancy(VacancyId id) {
    return Optional.ofNullable(vacancies.get(id));
  }

  @Override
  public synchronized Map<VacancyId, Vacancy> vacancies(List<VacancyId> ids) {
    return ids.stream()
        .distinct()
        .filter(vacancies::containsKey)
        .collect(Collectors.toMap(id -> id, id -> vacancy(id).orElseThrow()));
  }

  @Override
  public synchronized Page<Vacancy> vacancies(Page.Request page) {
    return InMemoryPages.ascending(
        vacancies.values().stream(),
        vacancy -> vacancy.title().toLowerCase(Locale.ROOT) + "\n" + vacancy.id().value(),
        page);
  }

  @Override
  public synchronized boolean save(Vacancy vacancy, EmployeeId by, Instant at) {
    return vacancies.put(vacancy.id(), vacancy) == null;
  }
}
