package io.referralflow.fake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Page;
import io.referralflow.port.Persons;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Persons in memory.
final class InMemoryPersons implements Persons {

  private final InMemoryWorld world;

  InMemoryPersons(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public Person find(PersonKey key) {
    synchronized (world) {
      var rows = world.persons.get(key);
      return rows == null
          ? new Person(List.of(), List.of(), List.of())
          : new Person(
              List.copyOf(rows.referrals.values()),
              List.copyOf(rows.hires.keySet()),
              rows.applications.values().stream().map(each -> each.event()).toList());
    }
  }

  /// A row of the list of persons, in which hires and applications stand among the referrals.
  private record Row(String order, Optional<Referred> referred) {}

  @Override
  public Page<Referred> referred(Page.Request request) {
    synchronized (world) {
      var page =
          InMemoryPages.descending(
              world.persons.values().stream().flatMap(InMemoryPersons::rows), Row::order, request);
      return new Page<>(
          page.items().stream().flatMap(row -> row.referred().stream()).toList(), page.next());
    }
  }

  private static Stream<Row> rows(InMemoryWorld.PersonRows person) {
    var others =
        Stream.concat(
            person.hires.entrySet().stream()
                .map(
                    each -> InMemoryTime.sortable(each.getValue().until()) + each.getKey().value()),
            person.applications.entrySet().stream()
                .map(each ->
                    InMemoryTime.sortable(each.getValue().until())
                        + String.join("#", each.getKey())));
    return Stream.concat(
        person.referrals.entrySet().stream()
            .map(each ->
                new Row(
                    InMemoryTime.sortable(Objects.requireNonNull(person.ends.get(each.getKey())))
                        + each.getValue().id().value(),
                    Optional.of(each.getValue()))),
        others.map(order -> new Row(order, Optional.empty())));
  }

  @Override
  public int forgetExpired(Instant now, int limit) {
    synchronized (world) {
      var gone = 0;
      for (var rows : world.persons.values()) {
        for (var end : List.copyOf(rows.ends.entrySet())) {
          if (gone < limit && !end.getValue().isAfter(now)) {
            rows.referrals.remove(end.getKey());
            rows.ends.remove(end.getKey());
            gone++;
          }
        }
        for (var hire : List.copyOf(rows.hires.entrySet())) {
          if (gone < limit && !hire.getValue().until().isAfter(now)) {
            rows.hires.remove(hire.getKey());
            gone++;
          }
        }
        for (var said : List.copyOf(rows.applications.entrySet())) {
          if (gone < limit && !said.getValue().until().isAfter(now)) {
            rows.applications.remove(said.getKey());
            gone++;
          }
        }
      }
      return gone;
    }
  }
}
