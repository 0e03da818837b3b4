package io.referralflow.fake;

import io.referralflow.figures.ActionReport;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Directory;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final Map<Integer, EmployeeId> publishers = new HashMap<>();
  private final Map<VacancyId, Said> said = new HashMap<>();
  private final Map<List<String>, String> heard = new HashMap<>();
  private @Nullable Terms inForce;
  private @Nullable Terms upcoming;
  private @Nullable Settings settings;
  private final List<ActionReport> reports = new ArrayList<>();
  private Portfolio portfolio = Portfolio.UNTOUCHED;
  private final Map<Long, List<Object>> portfolioChanges = new HashMap<>();

  @Override
  public synchronized Optional<Terms> terms(Instant at) {
    return Optional.ofNullable(upcoming)
        .filter(terms -> terms.isInForce(at))
        .or(() -> Optional.ofNullable(inForce));
  }

  @Override
  public synchronized Optional<Terms> upcoming(Instant at) {
    return Optional.ofNullable(upcoming).filter(terms -> !terms.isInForce(at));
  }

  @Override
  public synchronized Optional<Terms> version(int number) {
    return Optional.ofNullable(versions.get(number));
  }

  @Override
  public synchronized boolean publish(Terms terms, EmployeeId by) {
    var standing = versions.putIfAbsent(terms.version(), terms);
    if (standing == null) {
      publishers.put(terms.version(), by);
      inForce = terms(terms.publishedAt()).orElse(null);
      upcoming = terms;
      if (terms.isInForce(terms.publishedAt())) {
        inForce = terms;
        upcoming = null;
      }
      return true;
    }
    return standing.equals(terms) && by.equals(publishers.get(terms.version()));
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
  public synchronized Offer offer(VacancyId id, Instant at) {
    return new Offer(terms(at), settings(), vacancy(id), portfolio);
  }

  @Override
  public synchronized Portfolio portfolio() {
    return portfolio;
  }

  @Override
  public synchronized boolean save(Portfolio changed, Programme programme, Instant at) {
    var isNext = changed.version() == portfolio.version();
    if (isNext) {
      portfolio = changed.stored();
      portfolioChanges.put(portfolio.version(), List.of(programme, at));
    }
    return isNext
        || List.of(programme, at).equals(portfolioChanges.get(changed.stored().version()));
  }

  @Override
  public synchronized List<ActionReport> reports(ProgrammeId action) {
    return reports.stream()
        .filter(each -> each.programme().equals(action))
        .sorted(Comparator.comparing(ActionReport::endsOn))
        .toList();
  }

  @Override
  public synchronized boolean save(ActionReport report) {
    var standing =
        reports(report.programme()).stream()
            .filter(each -> each.endsOn().equals(report.endsOn()))
            .findFirst();
    if (standing.isEmpty()) {
      reports.add(report);
    }
    return standing.isEmpty() || standing.get().equals(report);
  }

  @Override
  public synchronized Optional<Vacancy> vacancy(VacancyId id) {
    return said(id).map(Said::vacancy);
  }

  @Override
  public synchronized Optional<Said> said(VacancyId id) {
    return Optional.ofNullable(said.get(id));
  }

  @Override
  public synchronized Directory.Saving hear(
      Optional<Said> before, Said after, Directory.Heard event) {
    var name = List.of(event.source(), event.id());
    var seen = heard.get(name);
    var id = after.vacancy().id();
    if (seen != null) {
      return after.equals(said.get(id)) && !before.equals(said(id))
          ? Directory.Saving.SAVED
          : seen.equals(event.bodyHash()) ? Directory.Saving.SEEN : Directory.Saving.CONFLICT;
    }
    var isAsRead =
        before.map(Said::by).equals(said(id).map(Said::by))
            && before.map(Said::at).equals(said(id).map(Said::at));
    if (!isAsRead) {
      return Directory.Saving.STALE;
    }
    said.put(id, after);
    heard.put(name, event.bodyHash());
    return Directory.Saving.SAVED;
  }

  @Override
  public synchronized Map<VacancyId, Vacancy> vacancies(List<VacancyId> ids) {
    return ids.stream()
        .distinct()
        .filter(said::containsKey)
        .collect(Collectors.toMap(id -> id, id -> vacancy(id).orElseThrow()));
  }

  @Override
  public synchronized Page<Vacancy> vacancies(Page.Request page) {
    return InMemoryPages.ascending(
        said.values().stream().map(Said::vacancy),
        vacancy -> vacancy.title().toLowerCase(Locale.ROOT) + "\n" + vacancy.id().value(),
        page);
  }

  @Override
  public synchronized boolean save(Vacancy vacancy, EmployeeId by, Instant at) {
    var then = new Stamp(at, "");
    return said.put(vacancy.id(), new Said(vacancy, then, then, by, at)) == null;
  }

  /// All of it, in the same words for the same content.
  synchronized String everything() {
    return "programme %s %s %s %s %s".formatted(versions, settings, said, portfolio, reports);
  }
}
