package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.item.CandidateItem;
import io.referralflow.aws.item.EmployeeItem;
import io.referralflow.aws.item.ReferralItem;
import io.referralflow.aws.item.SettingsItem;
import io.referralflow.aws.item.VacancyItem;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Persons.Referred;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A referral with its people and words, by one batch of reads.
final class DynamoBackgrounds implements Backgrounds {

  private final Table table;

  DynamoBackgrounds(Table table) {
    this.table = table;
  }

  @Override
  public Background of(ReferralId id, EmployeeId referrer, VacancyId vacancy) {
    var keys =
        List.of(
            Key.head(id),
            Key.employee(referrer),
            Key.candidate(id),
            Key.vacancy(vacancy),
            Key.settings());
    var rows = table.getAll(keys, true);
    return new Background(
        row(rows, Key.head(id)).map(ReferralItem::fromItem),
        row(rows, Key.employee(referrer)).map(EmployeeItem::fromItem),
        row(rows, Key.candidate(id)).flatMap(CandidateItem::fromItem),
        row(rows, Key.vacancy(vacancy)).map(VacancyItem::fromItem),
        row(rows, Key.settings()).map(SettingsItem::fromItem));
  }

  @Override
  public Candidacies candidacies(List<Referred> referred) {
    var heads = referred.stream().map(each -> Key.head(each.id())).toList();
    var profiles = referred.stream().map(each -> Key.employee(each.referrer())).toList();
    var rows = table.getAll(Stream.concat(heads.stream(), profiles.stream()).toList(), true);
    return new Candidacies(
        heads.stream().flatMap(key -> row(rows, key).stream()).map(ReferralItem::fromItem).toList(),
        profiles.stream()
            .distinct()
            .flatMap(key -> row(rows, key).stream())
            .map(EmployeeItem::fromItem)
            .collect(Collectors.toMap(Employee::id, Function.identity())));
  }

  private static Optional<Attributes> row(List<Attributes> rows, Key key) {
    return rows.stream().filter(row -> row.key().equals(key)).findFirst();
  }
}
