package io.referralflow.fake;

import io.referralflow.port.Entries;
import io.referralflow.port.Page;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Entries by hand in memory.
final class InMemoryEntries implements Entries {

  private final InMemoryWorld world;

  InMemoryEntries(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public Entry enter(Entry entry) {
    synchronized (world) {
      var standing = world.entries.putIfAbsent(entry.event().id(), entry);
      return standing == null ? entry : standing;
    }
  }

  @Override
  public Optional<Entry> find(String eventId) {
    synchronized (world) {
      return Optional.ofNullable(world.entries.get(eventId));
    }
  }

  @Override
  public Entry agree(String eventId, EmployeeId by) {
    synchronized (world) {
      var entry =
          find(eventId).orElseThrow(() -> new IllegalStateException("No such entry: " + eventId));
      if (entry.agreedBy().isPresent()) {
        return entry;
      }
      var agreed =
          new Entry(
              entry.event(),
              entry.person(),
              "",
              entry.enteredBy(),
              entry.enteredAt(),
              Optional.of(by));
      world.entries.put(eventId, agreed);
      return agreed;
    }
  }

  @Override
  public int forgetPending(Instant before, int limit) {
    synchronized (world) {
      var gone =
          waiting()
              .filter(entry -> entry.enteredAt().isBefore(before))
              .sorted(Comparator.comparing(Entry::enteredAt))
              .limit(limit)
              .toList();
      gone.forEach(entry -> world.entries.remove(entry.event().id()));
      return gone.size();
    }
  }

  @Override
  public Page<Entry> pending(Page.Request page) {
    synchronized (world) {
      return InMemoryPages.ascending(
          waiting(), entry -> InMemoryTime.sortable(entry.enteredAt()) + entry.event().id(), page);
    }
  }

  private Stream<Entry> waiting() {
    return world.entries.values().stream().filter(entry -> entry.agreedBy().isEmpty());
  }
}
