package io.referralflow.fake;

import io.referralflow.port.Failures;
import io.referralflow.port.Page;

/// The failure list in memory.
final class InMemoryFailures implements Failures {

  private final InMemoryWorld world;

  InMemoryFailures(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public void add(Failure failure) {
    synchronized (world) {
      world.failures.putIfAbsent(failure.id(), failure);
    }
  }

  @Override
  public Page<Failure> list(Page.Request page) {
    synchronized (world) {
      return InMemoryPages.descending(
          world.failures.values().stream(),
          failure -> InMemoryTime.sortable(failure.at()) + failure.id(),
          page);
    }
  }
}
