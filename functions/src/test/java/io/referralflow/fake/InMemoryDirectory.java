package io.referralflow.fake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.directory.Colleague;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.port.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// HR's directory in memory.
final class InMemoryDirectory implements Directory {

  record Row(Colleague colleague, Optional<PersonKey> address) {}

  private final InMemoryWorld world;

  InMemoryDirectory(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public Optional<Colleague> find(HrNumber number) {
    synchronized (world) {
      return Optional.ofNullable(world.directory.get(number)).map(Row::colleague);
    }
  }

  @Override
  public Map<HrNumber, Colleague> findAll(List<HrNumber> numbers) {
    return numbers.stream()
        .distinct()
        .flatMap(number -> find(number).stream())
        .collect(Collectors.toMap(Colleague::number, colleague -> colleague));
  }

  @Override
  public List<Colleague> at(PersonKey address) {
    synchronized (world) {
      return world.directory.values().stream()
          .filter(row -> row.address().equals(Optional.of(address)))
          .map(Row::colleague)
          .toList();
    }
  }

  @Override
  public Page<Colleague> list(Page.Request page) {
    return listed(page, false);
  }

  @Override
  public Page<Colleague> invited(Page.Request page) {
    return listed(page, true);
  }

  private Page<Colleague> listed(Page.Request page, boolean isInvited) {
    synchronized (world) {
      return InMemoryPages.ascending(
          world.directory.values().stream()
              .map(Row::colleague)
              .filter(colleague -> colleague.number().isInvited() == isInvited),
          colleague -> colleague.number().value(),
          page);
    }
  }

  @Override
  public Saving save(Change change, Optional<Heard> event) {
    synchronized (world) {
      var known =
          event.flatMap(heard ->
              Optional.ofNullable(world.eventHashes.get(List.of(heard.source(), heard.id()))));
      if (known.isEmpty() && store(change)) {
        event.ifPresent(
            heard -> world.eventHashes.put(List.of(heard.source(), heard.id()), heard.bodyHash()));
        return Saving.SAVED;
      }
      if (stands(change)) {
        return Saving.SAVED;
      }
      if (known.isPresent()) {
        return known.equals(event.map(Heard::bodyHash)) ? Saving.SEEN : Saving.CONFLICT;
      }
      return Saving.STALE;
    }
  }

  @Override
  public List<HrNumber> saveAll(List<Change> changes) {
    synchronized (world) {
      return changes.stream()
          .filter(change -> !store(change) && !stands(change))
          .map(change -> change.after().number())
          .toList();
    }
  }

  /// What stands in the way is this very change.
  private boolean stands(Change change) {
    return find(change.after().number()).equals(Optional.of(change.after().stored()));
  }

  private boolean store(Change change) {
    var number = change.after().number();
    if (find(number).map(Colleague::version).orElse(0L) != change.before().version()) {
      return false;
    }
    world.directory.put(number, new Row(change.after().stored(), change.is()));
    return true;
  }
}
