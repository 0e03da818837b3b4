package io.referralflow.fake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.port.HrReports;
import io.referralflow.referral.ApplicationEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// HR's reports in memory.
final class InMemoryHrReports implements HrReports {

  enum Standing {
    OPEN,
    UNMATCHED,
    APPLIED
  }

  record Row(HrEvent event, Optional<PersonKey> person, Instant storedAt, Standing standing) {
    Row standing(Standing other) {
      return new Row(event, person, storedAt, other);
    }

    HrNumber employee() {
      return event.report().employee();
    }
  }

  /// How long a hire can be found by person.
  private static final Duration HIRE_KEPT = Duration.ofDays(30);

  private static final Comparator<Row> BY_STORED =
      Comparator.comparing(Row::storedAt).thenComparing(row -> row.event().id());

  private final InMemoryWorld world;

  InMemoryHrReports(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public Receipt receive(HrEvent event, Optional<PersonKey> person, Instant at) {
    synchronized (world) {
      var name = List.of(event.source(), event.id());
      var known = world.eventHashes.get(name);
      if (known != null) {
        return known.equals(event.bodyHash()) ? Receipt.SEEN : Receipt.CONFLICT;
      }
      var employee = event.report().employee();
      var reports = world.reports.computeIfAbsent(employee, _ -> new LinkedHashMap<>());
      var twin = reports.get(event.id());
      if (twin != null) {
        return twin.event().bodyHash().equals(event.bodyHash()) ? Receipt.SEEN : Receipt.CONFLICT;
      }
      world.eventHashes.put(name, event.bodyHash());
      reports.put(event.id(), new Row(event, person, at, Standing.OPEN));
      if (event.report() instanceof Report.Hired) {
        person.ifPresent(key ->
            world
                .persons
                .computeIfAbsent(key, _ -> new InMemoryWorld.PersonRows())
                .hires
                .put(employee, new InMemoryWorld.PersonRows.Hire(event.id(), at.plus(HIRE_KEPT))));
      }
      return Receipt.NEW;
    }
  }

  @Override
  public boolean hear(ApplicationEvent event, Optional<PersonKey> person, Instant at) {
    synchronized (world) {
      var name = List.of(event.source(), event.stamp().eventId());
      var known = world.eventHashes.putIfAbsent(name, event.bodyHash());
      if (known == null) {
        person.ifPresent(key ->
            world
                .persons
                .computeIfAbsent(key, _ -> new InMemoryWorld.PersonRows())
                .applications
                .put(
                    name,
                    new InMemoryWorld.PersonRows.Application(event, event.findableUntil(at))));
      }
      return known == null || known.equals(event.bodyHash());
    }
  }

  @Override
  public Reported of(HrNumber employee) {
    synchronized (world) {
      var rows = world.reports.get(employee);
      return new Reported(
          Optional.ofNullable(world.links.get(employee)),
          rows == null
              ? List.of()
              : rows.values().stream()
                  .sorted(Comparator.comparing(row -> row.event().report().stamp()))
                  .map(row ->
                      new StoredReport(
                          row.event(), row.person(), row.standing() == Standing.APPLIED))
                  .toList());
    }
  }

  @Override
  public void settle(HrNumber employee, List<String> eventIds) {
    synchronized (world) {
      var rows = world.reports.get(employee);
      if (rows != null) {
        for (var eventId : eventIds) {
          rows.computeIfPresent(
              eventId,
              (_, row) -> row.standing() == Standing.OPEN ? row.standing(Standing.UNMATCHED) : row);
        }
      }
    }
  }

  @Override
  public List<HrNumber> unfinished(Instant before, int limit) {
    synchronized (world) {
      return rows()
          .filter(row -> row.standing() == Standing.OPEN && row.storedAt().isBefore(before))
          .sorted(BY_STORED)
          .map(Row::employee)
          .distinct()
          .limit(limit)
          .toList();
    }
  }

  @Override
  public int forgetUnmatched(Instant before, int limit) {
    synchronized (world) {
      var gone =
          rows()
              .filter(row -> row.standing() != Standing.APPLIED && row.storedAt().isBefore(before))
              .sorted(BY_STORED)
              .limit(limit)
              .toList();
      gone.forEach(this::forget);
      return gone.size();
    }
  }

  private void forget(Row row) {
    var rows = world.reports.get(row.employee());
    if (rows != null) {
      rows.remove(row.event().id());
    }
    row.person()
        .map(world.persons::get)
        .ifPresent(person ->
            person.hires.computeIfPresent(
                row.employee(),
                (_, hire) -> hire.eventId().equals(row.event().id()) ? null : hire));
  }

  private Stream<Row> rows() {
    return world.reports.values().stream().map(Map::values).flatMap(rows -> rows.stream());
  }
}
