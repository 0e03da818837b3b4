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
import java.util.Collection;
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
  private final Map<Integer, List<Object>> publishers = new HashMap<>();
  private final Map<VacancyId, Said> said = new HashMap<>();
  private final Map<List<String>, String> heard = new HashMap<>();

  /// Without a programme, the organisation's.
  private final Map<Optional<ProgrammeId>, Terms> inForce = new HashMap<>();

  private final Map<Optional<ProgrammeId>, Terms> upcoming = new HashMap<>();
  private @Nullable Settings settings;
  private final List<ActionReport> reports = new ArrayList<>();
  private Portfolio portfolio = Portfolio.UNTOUCHED;
  private final Map<Long, List<Object>> portfolioChanges = new HashMap<>();

  @Override
  public synchronized Optional<Terms> terms(Instant at) {
    return inForce(Optional.empty(), at);
  }

  @Override
  public synchronized Optional<Terms> upcoming(Instant at) {
    return announced(Optional.empty()).filter(terms -> !terms.isInForce(at));
  }

  @Override
  public synchronized Map<ProgrammeId, Terms> ownTerms(
      Collection<ProgrammeId> programmes, Instant at) {
    var found = new HashMap<ProgrammeId, Terms>();
    programmes.forEach(id -> inForce(Optional.of(id), at).ifPresent(it -> found.put(id, it)));
    return Map.copyOf(found);
  }

  @Override
  public synchronized Optional<Terms> ownUpcoming(ProgrammeId programme, Instant at) {
    return announced(Optional.of(programme)).filter(terms -> !terms.isInForce(at));
  }

  private Optional<Terms> inForce(Optional<ProgrammeId> whose, Instant at) {
    return announced(whose)
        .filter(terms -> terms.isInForce(at))
        .or(() -> Optional.ofNullable(inForce.get(whose)));
  }

  private Optional<Terms> announced(Optional<ProgrammeId> whose) {
    return Optional.ofNullable(upcoming.get(whose));
  }

  @Override
  public synchronized Optional<Terms> version(int number) {
    return Optional.ofNullable(versions.get(number));
  }

  @Override
  public synchronized boolean publish(Terms terms, EmployeeId by) {
    return publish(Optional.empty(), terms, by);
  }

  @Override
  public synchronized boolean publishOwn(
      Portfolio changed, Programme programme, Terms terms, EmployeeId by) {
    var whose = Optional.of(programme.id());
    var isThere = versions.containsKey(terms.version());
    if (isThere || changed.version() != portfolio.version()) {
      return isThere && isWritten(whose, terms, by);
    }
    return save(changed, programme, terms.publishedAt()) && publish(whose, terms, by);
  }

  private boolean publish(Optional<ProgrammeId> whose, Terms terms, EmployeeId by) {
    if (versions.containsKey(terms.version())) {
      return isWritten(whose, terms, by);
    }
    versions.put(terms.version(), terms);
    publishers.put(terms.version(), List.of(whose, by));
    inForce(whose, terms.publishedAt()).ifPresent(before -> inForce.put(whose, before));
    upcoming.put(whose, terms);
    if (terms.isInForce(terms.publishedAt())) {
      inForce.put(whose, terms);
      upcoming.remove(whose);
    }
    return true;
  }

  private boolean isWritten(Optional<ProgrammeId> whose, Terms terms, EmployeeId by) {
    return terms.equals(versions.get(terms.version()))
        && List.of(whose, by).equals(publishers.get(terms.version()));
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
  public synchronized Offer ground(Instant at) {
    return new Offer(terms(at), settings(), Optional.empty(), portfolio);
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
