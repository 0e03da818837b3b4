package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.SettingsItem;
import io.referralflow.aws.item.TermsItem;
import io.referralflow.aws.item.VacancyItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Terms, vacancies and settings in the table. A change of a vacancy or of the settings is kept as
/// a row of its own; a version of the terms is one.
final class DynamoProgrammes implements Programmes {

  private final Table table;

  DynamoProgrammes(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Terms> terms() {
    return table.last(Key.terms()).map(TermsItem::fromItem);
  }

  /// When the version is there already, it may be this very one, written by a try whose answer was
  /// lost.
  @Override
  public boolean publish(Terms terms, EmployeeId by) {
    var row = TermsItem.toItem(terms, by);
    return switch (table.write(new Write.Put(row, Condition.ABSENT))) {
      case Written.Done _ -> true;
      case Written.Refused(var found) -> found.equals(Optional.of(row));
    };
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
  public Optional<Vacancy> vacancy(VacancyId id) {
    return table.get(Key.vacancy(id)).map(VacancyItem::fromItem);
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
