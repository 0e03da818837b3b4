package io.referralflow.fake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Persons;
import java.time.Instant;
import java.util.List;

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
          ? new Person(List.of(), List.of())
          : new Person(List.copyOf(rows.referrals.values()), List.copyOf(rows.hires.keySet()));
    }
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
      }
      return gone;
    }
  }
}
