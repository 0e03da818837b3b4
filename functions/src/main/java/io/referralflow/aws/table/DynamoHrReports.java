package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.PersonItem;
import io.referralflow.aws.item.ReportItem;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.port.HrReports;
import io.referralflow.referral.ApplicationEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// HR's reports in the table. The event, the report and the hire under its person are stored
/// together, so that whoever finds one finds all.
final class DynamoHrReports implements HrReports {

  /// How long a hire can be found by person.
  private static final Duration HIRE_KEPT = Duration.ofDays(30);

  /// The report is stored and belongs to no referral: what was applied meanwhile stays as it is.
  private static final Condition NOT_APPLIED =
      new Condition("attribute_exists(#pk) AND attribute_not_exists(#applied)");

  /// The hire was not reported anew by a later event.
  private static final Condition SAME_EVENT = new Condition("#eventId = :event");

  private final Table table;

  DynamoHrReports(Table table) {
    this.table = table;
  }

  @Override
  public Receipt receive(HrEvent event, Optional<PersonKey> person, Instant at) {
    var steps = new ArrayList<Step<String>>();
    steps.add(put("event", ReportItem.seen(event, at), Condition.ABSENT));
    steps.add(put("report", ReportItem.toItem(event, person, at), Condition.ABSENT));
    if (event.report() instanceof Report.Hired hired) {
      person
          .map(key -> PersonItem.hire(key, hired.employee(), event.id(), at.plus(HIRE_KEPT)))
          .ifPresent(row -> steps.add(put("hire", row, Condition.NONE)));
    }
    return switch (table.transact(steps)) {
      case Transacted.Done<String> _ -> Receipt.NEW;
      case Transacted.Refused<String>(var found) ->
          isTheSame(found.values(), event.bodyHash()) ? Receipt.SEEN : Receipt.CONFLICT;
    };
  }

  @Override
  public boolean hear(ApplicationEvent event, Optional<PersonKey> person, Instant at) {
    var steps = new ArrayList<Step<String>>();
    steps.add(put("event", ReportItem.seen(event, at), Condition.ABSENT));
    person
        .map(key -> PersonItem.application(key, event, at))
        .ifPresent(row -> steps.add(put("application", row, Condition.NONE)));
    return switch (table.transact(steps)) {
      case Transacted.Done<String> _ -> true;
      case Transacted.Refused<String>(var found) -> isTheSame(found.values(), event.bodyHash());
    };
  }

  private static boolean isTheSame(Collection<Optional<Attributes>> standing, String bodyHash) {
    return standing.stream()
        .flatMap(Optional::stream)
        .allMatch(row -> row.text(ReportItem.BODY_HASH).equals(bodyHash));
  }

  private static Step<String> put(String name, Attributes row, Condition condition) {
    return new Step<>(name, new Write.Put(row, condition));
  }

  @Override
  public Reported of(HrNumber employee) {
    var rows = table.query(Key.reported(employee));
    return new Reported(
        rows.stream().filter(row -> row.key().isLink()).findFirst().map(ReportItem::linked),
        rows.stream()
            .filter(row -> row.key().isReport())
            .map(ReportItem::fromItem)
            .sorted(Comparator.comparing(stored -> stored.event().report().stamp()))
            .toList());
  }

  @Override
  public void settle(HrNumber employee, List<String> eventIds) {
    for (var eventId : eventIds) {
      var _ =
          table.write(
              new Write.Update(
                  Key.report(employee, eventId), ReportItem.unmatched(), List.of(), NOT_APPLIED));
    }
  }

  @Override
  public List<HrNumber> unfinished(Instant before, int limit) {
    return table.listUntil(Listing.reports(false), Listing.sortable(before), limit).stream()
        .map(row -> row.key().hrNumber())
        .distinct()
        .toList();
  }

  @Override
  public int forgetUnmatched(Instant before, int limit) {
    return (int)
        Stream.of(true, false)
            .flatMap(looked ->
                table.listUntil(Listing.reports(looked), Listing.sortable(before), limit).stream())
            .sorted(Comparator.comparing(DynamoHrReports::order))
            .limit(limit)
            .filter(this::forget)
            .count();
  }

  private static String order(Attributes row) {
    return row.listing().map(Listing::order).orElse("");
  }

  /// The person's key goes first: the report is what it is found by when the work breaks off
  /// between the two. A report that is gone already is gone by a try of ours whose answer was lost,
  /// or by another run.
  ///
  /// Whether the report can be read does not matter; one that is no hire is nobody's key.
  private boolean forget(Attributes row) {
    ReportItem.person(row)
        .ifPresent(person -> {
          var _ =
              table.write(
                  new Write.Delete(
                      Key.personHire(person, row.key().hrNumber()),
                      SAME_EVENT.with(Attributes.none().text("event", row.key().reportedBy()))));
        });
    return switch (table.write(new Write.Delete(row.key(), NOT_APPLIED))) {
      case Written.Done _ -> true;
      case Written.Refused(var standing) -> standing.isEmpty();
    };
  }
}
