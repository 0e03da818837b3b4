package io.referralflow.fake;

import io.referralflow.port.Brake;
import io.referralflow.port.Page;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The brake in memory.
final class InMemoryBrake implements Brake {

  private final InMemoryWorld world;

  InMemoryBrake(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public Standing standing() {
    synchronized (world) {
      return world.brake;
    }
  }

  @Override
  public Standing pull(Pull pull) {
    synchronized (world) {
      return become(world.brake.with(pull), new Change.Pulled(pull));
    }
  }

  @Override
  public Optional<Standing> thaw(Thaw thaw, Optional<Long> version) {
    synchronized (world) {
      return version.isPresent() && version.get() != world.brake.version()
          ? Optional.empty()
          : Optional.of(become(world.brake.thawed(), new Change.Thawed(thaw)));
    }
  }

  private Standing become(Standing after, Change change) {
    if (!after.equals(world.brake)) {
      world.brake = after;
      world.brakeChanges.add(change);
    }
    return after;
  }

  @Override
  public Page<Change> changes(Page.Request page) {
    synchronized (world) {
      var changes = world.brakeChanges;
      var numbers =
          InMemoryPages.descending(
              IntStream.range(0, changes.size()).boxed(),
              number -> String.format(Locale.ROOT, "%09d", number),
              page);
      return new Page<>(numbers.items().stream().map(changes::get).toList(), numbers.next());
    }
  }
}
