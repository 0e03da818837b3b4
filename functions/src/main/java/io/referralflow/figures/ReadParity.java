package io.referralflow.figures;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.FindColleague;
import io.referralflow.port.Chance;
import io.referralflow.port.Employees;
import io.referralflow.port.History;
import io.referralflow.port.Page;
import io.referralflow.port.Persons;
import io.referralflow.port.Persons.Referred;
import io.referralflow.port.Referrals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares how referrals of each kind of referrer were treated: those that can still be matched
/// with a hire, the youngest two thousand of them. The work has that bound, whatever is stored.
public final class ReadParity {

  /// One query for each of them must fit into one call.
  static final int MOST = 2_000;

  private static final int PAGE = 100;

  private final Persons persons;
  private final Referrals referrals;
  private final Employees employees;
  private final FindColleague findColleague;
  private final Parity parity;
  private final InstantSource clock;

  public ReadParity(
      Persons persons,
      Referrals referrals,
      Employees employees,
      FindColleague findColleague,
      Chance chance,
      InstantSource clock) {
    this.persons = persons;
    this.referrals = referrals;
    this.employees = employees;
    this.findColleague = findColleague;
    this.parity = new Parity(chance);
    this.clock = clock;
  }

  /// The report.
  ///
  /// @param complete whether no older referral was left out
  public record Report(Instant asOf, boolean complete, List<Parity.Row> rows) {
    public Report {
      rows = List.copyOf(rows);
    }
  }

  public Report execute() {
    var referred = new ArrayList<Referred>();
    var cursor = Optional.<String>empty();
    do {
      var page = persons.referred(new Page.Request(PAGE, cursor));
      referred.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent() && referred.size() < MOST);
    return new Report(clock.instant(), cursor.isEmpty(), parity.of(byKind(referred)));
  }

  private Map<ReferrerKind, List<Treatment>> byKind(List<Referred> referred) {
    var treatments =
        referred.stream()
            .flatMap(each ->
                referrals
                    .read(each.id())
                    .map(History::facts)
                    .flatMap(facts -> Treatment.of(each.referrer(), facts))
                    .stream())
            .toList();
    var colleagues =
        findColleague.execute(
            employees
                .findAll(treatments.stream().map(Treatment::referrer).distinct().toList())
                .values());
    return treatments.stream()
        .collect(
            Collectors.groupingBy(
                each -> kind(Optional.ofNullable(colleagues.get(each.referrer())))));
  }

  private static ReferrerKind kind(Optional<Colleague> colleague) {
    return colleague
        .flatMap(Colleague::contract)
        .map(ReferrerKind::of)
        .orElse(ReferrerKind.UNKNOWN);
  }
}
