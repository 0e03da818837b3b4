package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.ActionReportItem;
import io.referralflow.aws.item.ColleagueItem;
import io.referralflow.aws.item.PortfolioItem;
import io.referralflow.aws.item.SettingsItem;
import io.referralflow.aws.item.TermsItem;
import io.referralflow.aws.item.VacancyItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.figures.ActionReport;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Terms, vacancies and settings in the table. A change of a vacancy or of the settings is kept as
/// a row of its own; a version of the terms is one.
final class DynamoProgrammes implements Programmes {

  /// Nothing else was stored since.
  private static final Condition SAME_VERSION = new Condition("#version = :version");

  /// Nobody changed the vacancy since.
  private static final Condition SAME_CHANGE =
      new Condition("#changedBy = :changedBy AND #changedAt = :changedAt");

  private final Table table;

  DynamoProgrammes(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Terms> terms(Instant at) {
    return inForce(table.getAll(List.of(Key.termsInForce(), Key.termsUpcoming()), true), at);
  }

  /// What was announced is in force as soon as its time has come, whatever row it stands in.
  private Optional<Terms> inForce(List<Attributes> rows, Instant at) {
    return announced(rows, Rows.OF_ALL)
        .filter(terms -> terms.isInForce(at))
        .or(() -> row(rows, Key.termsInForce()).or(() -> newestTerms()).map(TermsItem::fromItem));
  }

  private static Optional<Terms> announced(List<Attributes> rows, Rows where) {
    return row(rows, where.upcoming()).map(TermsItem::fromItem);
  }

  @Override
  public Optional<Terms> upcoming(Instant at) {
    return upcoming(Rows.OF_ALL, at);
  }

  private Optional<Terms> upcoming(Rows where, Instant at) {
    return table
        .get(where.upcoming())
        .map(TermsItem::fromItem)
        .filter(terms -> !terms.isInForce(at));
  }

  /// What was published before there was a row of its own for the terms in force; none of it was
  /// announced, nor was any of a programme's own.
  private Optional<Attributes> newestTerms() {
    return table.query(Key.termsVersions()).stream()
        .filter(row -> !TermsItem.isAnnounced(row) && TermsItem.programme(row).isEmpty())
        .reduce((_, newer) -> newer);
  }

  @Override
  public Map<ProgrammeId, Terms> ownTerms(Collection<ProgrammeId> programmes, Instant at) {
    var places = programmes.stream().distinct().collect(Collectors.toMap(id -> id, Rows::of));
    var rows =
        table.getAll(
            places.values().stream()
                .flatMap(each -> Stream.of(each.inForce(), each.upcoming()))
                .toList(),
            true);
    var found = new HashMap<ProgrammeId, Terms>();
    places.forEach((id, where) ->
        announced(rows, where)
            .filter(terms -> terms.isInForce(at))
            .or(() -> row(rows, where.inForce()).map(TermsItem::fromItem))
            .ifPresent(terms -> found.put(id, terms)));
    return Map.copyOf(found);
  }

  @Override
  public Optional<Terms> ownUpcoming(ProgrammeId programme, Instant at) {
    return upcoming(Rows.of(programme), at);
  }

  @Override
  public Optional<Terms> version(int number) {
    return table.get(Key.terms(number)).map(TermsItem::fromItem);
  }

  /// When the version is there already, it may be this very one, written by a try whose answer was
  /// lost.
  @Override
  public boolean publish(Terms terms, EmployeeId by) {
    var row = TermsItem.toItem(terms, by);
    return isWritten(table.transact(publication(terms, row, Rows.OF_ALL)), row);
  }

  @Override
  public boolean publishOwn(Portfolio portfolio, Programme changed, Terms terms, EmployeeId by) {
    var row = TermsItem.toItem(terms, changed.id(), by);
    var steps = new ArrayList<>(publication(terms, row, Rows.of(changed.id())));
    steps.addAll(change(portfolio, changed, terms.publishedAt()));
    return isWritten(table.transact(steps), row);
  }

  /// The version and a copy of it: as the terms in force, or as those announced. What was announced
  /// before takes its place among the terms in force if its time has come, and is gone if not.
  private List<Step<String>> publication(Terms terms, Attributes row, Rows where) {
    var steps = new ArrayList<Step<String>>();
    steps.add(new Step<>("version", new Write.Put(row, Condition.ABSENT)));
    if (terms.isInForce(terms.publishedAt())) {
      steps.add(copied("in-force", row, where.inForce()));
      steps.add(new Step<>("upcoming", new Write.Delete(where.upcoming(), Condition.NONE)));
    } else {
      table
          .get(where.upcoming())
          .filter(before -> TermsItem.fromItem(before).isInForce(terms.publishedAt()))
          .ifPresent(before -> steps.add(copied("in-force", before, where.inForce())));
      steps.add(copied("upcoming", row, where.upcoming()));
    }
    return steps;
  }

  private static Step<String> copied(String name, Attributes version, Key as) {
    return new Step<>(name, new Write.Put(TermsItem.copy(version, as), Condition.NONE));
  }

  private static boolean isWritten(Transacted<String> published, Attributes row) {
    return switch (published) {
      case Transacted.Done<String> _ -> true;
      case Transacted.Refused<String>(var found) ->
          Optional.of(row).equals(found.getOrDefault("version", Optional.empty()));
    };
  }

  /// Where copies of the terms stand that are in force and announced: the organisation's, or those
  /// of a programme's own.
  private record Rows(Key inForce, Key upcoming) {

    static final Rows OF_ALL = new Rows(Key.termsInForce(), Key.termsUpcoming());

    static Rows of(ProgrammeId programme) {
      return new Rows(Key.ownTermsInForce(programme), Key.ownTermsUpcoming(programme));
    }
  }

  @Override
  public Optional<Settings> settings() {
    return table.get(Key.settings()).map(SettingsItem::fromItem);
  }

  @Override
  public void save(Settings settings, EmployeeId by, Instant at) {
    var _ =
        together(
            SettingsItem.toItem(settings, by, at),
            SettingsItem.change(settings, by, at),
            Condition.NONE);
  }

  @Override
  public Offer offer(VacancyId id, Instant at) {
    return offer(Optional.of(Key.vacancy(id)), at);
  }

  @Override
  public Offer ground(Instant at) {
    return offer(Optional.empty(), at);
  }

  private Offer offer(Optional<Key> vacancy, Instant at) {
    var keys = Stream.of(Key.termsInForce(), Key.termsUpcoming(), Key.settings(), Key.portfolio());
    var rows = table.getAll(Stream.concat(keys, vacancy.stream()).toList(), true);
    return new Offer(
        inForce(rows, at),
        row(rows, Key.settings()).map(SettingsItem::fromItem),
        vacancy.flatMap(key -> row(rows, key)).map(VacancyItem::fromItem),
        portfolio(row(rows, Key.portfolio())));
  }

  @Override
  public Portfolio portfolio() {
    return portfolio(table.get(Key.portfolio()));
  }

  private static Portfolio portfolio(Optional<Attributes> row) {
    return row.map(PortfolioItem::fromItem).orElse(Portfolio.UNTOUCHED);
  }

  /// When another one stands there, it may be this very one, written by a try whose answer was
  /// lost.
  @Override
  public boolean save(Portfolio portfolio, Programme changed, Instant at) {
    var steps = change(portfolio, changed, at);
    return switch (table.transact(steps)) {
      case Transacted.Done<String> _ -> true;
      case Transacted.Refused<String>(var found) ->
          Optional.of(PortfolioItem.change(portfolio.stored(), changed, at))
              .equals(found.getOrDefault("change", Optional.empty()));
    };
  }

  private static List<Step<String>> change(Portfolio portfolio, Programme changed, Instant at) {
    var row = PortfolioItem.toItem(portfolio.stored());
    var change = PortfolioItem.change(portfolio.stored(), changed, at);
    return List.of(
        new Step<>("row", new Write.Put(row, asRead(portfolio))),
        new Step<>("change", new Write.Put(change, Condition.ABSENT)));
  }

  @Override
  public List<ActionReport> reports(ProgrammeId action) {
    return table.query(Key.actionReports(action)).stream().map(ActionReportItem::fromItem).toList();
  }

  /// When one stands there, it may be this very one, written by a try whose answer was lost.
  @Override
  public boolean save(ActionReport report) {
    var row = ActionReportItem.toItem(report);
    return switch (table.transact(
        List.of(new Step<>("row", new Write.Put(row, Condition.ABSENT))))) {
      case Transacted.Done<String> _ -> true;
      case Transacted.Refused<String>(var found) ->
          Optional.of(row).equals(found.getOrDefault("row", Optional.empty()));
    };
  }

  private static Condition asRead(Portfolio portfolio) {
    return portfolio.version() == 0
        ? Condition.ABSENT
        : SAME_VERSION.with(Attributes.none().number(PortfolioItem.VERSION, portfolio.version()));
  }

  private static Optional<Attributes> row(List<Attributes> rows, Key key) {
    return rows.stream().filter(row -> row.key().equals(key)).findFirst();
  }

  @Override
  public Optional<Vacancy> vacancy(VacancyId id) {
    return table.get(Key.vacancy(id)).map(VacancyItem::fromItem);
  }

  @Override
  public Optional<Said> said(VacancyId id) {
    return table.get(Key.vacancy(id)).map(VacancyItem::said);
  }

  /// When the vacancy stands as it should, this very change was written by a try whose answer was
  /// lost.
  @Override
  public Directory.Saving hear(Optional<Said> before, Said after, Directory.Heard event) {
    var row = VacancyItem.toItem(after);
    var written =
        table.transact(
            List.of(
                new Step<>("row", new Write.Put(row, unchanged(before))),
                new Step<>(
                    "change",
                    new Write.Put(
                        VacancyItem.change(after.vacancy(), after.by(), after.at()),
                        Condition.NONE)),
                new Step<>("event", new Write.Put(ColleagueItem.seen(event), Condition.ABSENT))));
    return switch (written) {
      case Transacted.Done<String> _ -> Directory.Saving.SAVED;
      case Transacted.Refused<String>(var found) when found.containsKey("event") -> {
        var seen = found.getOrDefault("event", Optional.empty());
        yield Optional.of(row).equals(found.getOrDefault("row", Optional.empty()))
            ? Directory.Saving.SAVED
            : seen.equals(Optional.of(ColleagueItem.seen(event)))
                ? Directory.Saving.SEEN
                : Directory.Saving.CONFLICT;
      }
      case Transacted.Refused<String> _ -> Directory.Saving.STALE;
    };
  }

  private static Condition unchanged(Optional<Said> before) {
    return before.map(said -> SAME_CHANGE.with(VacancyItem.asRead(said))).orElse(Condition.ABSENT);
  }

  @Override
  public Map<VacancyId, Vacancy> vacancies(List<VacancyId> ids) {
    return table.getAll(ids.stream().map(Key::vacancy).toList(), false).stream()
        .map(VacancyItem::fromItem)
        .collect(Collectors.toMap(Vacancy::id, Function.identity()));
  }

  @Override
  public Page<Vacancy> vacancies(Page.Request page) {
    return Pages.of(table, Index.LIST, Listing.vacancies(), true, page, VacancyItem::fromItem);
  }

  /// First as a new one, since whether it is new is the answer.
  @Override
  public boolean save(Vacancy vacancy, EmployeeId by, Instant at) {
    var row = VacancyItem.toItem(vacancy, by, at);
    var change = VacancyItem.change(vacancy, by, at);
    return switch (together(row, change, Condition.ABSENT)) {
      case Transacted.Done<String> _ -> true;
      case Transacted.Refused<String> _ -> {
        var _ = together(row, change, Condition.NONE);
        yield false;
      }
    };
  }

  private Transacted<String> together(Attributes row, Attributes change, Condition condition) {
    return table.transact(
        List.of(
            new Step<>("row", new Write.Put(row, condition)),
            new Step<>("change", new Write.Put(change, Condition.NONE))));
  }
}
