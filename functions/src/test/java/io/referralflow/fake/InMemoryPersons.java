package io.referralflow.fake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Persons;
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
}
