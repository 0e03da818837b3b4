package io.referralflow.fake;

import io.referralflow.port.Waits;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Waits in memory.
final class InMemoryWaits implements Waits {

  private final InMemoryWorld world;

  InMemoryWaits(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public boolean park(ReferralId id, int leg, String step, String token, Instant wakeAt) {
    synchronized (world) {
      return standing(id, leg)
          .map(_ ->
              world.waits.put(id, new Wait(id, leg, Optional.of(step), Optional.of(token), wakeAt)))
          .isPresent();
    }
  }

  @Override
  public boolean postpone(ReferralId id, int leg, Instant wakeAt) {
    synchronized (world) {
      return standing(id, leg)
          .map(wait -> world.waits.put(id, new Wait(id, leg, wait.step(), wait.token(), wakeAt)))
          .isPresent();
    }
  }

  @Override
  public Optional<Wait> find(ReferralId id) {
    synchronized (world) {
      return Optional.ofNullable(world.waits.get(id));
    }
  }

  @Override
  public void remove(ReferralId id, int leg) {
    synchronized (world) {
      if (standing(id, leg).isPresent()) {
        world.waits.remove(id);
      }
    }
  }

  @Override
  public List<Wait> overdue(Instant now, int limit) {
    synchronized (world) {
      return world.waits.values().stream()
          .filter(wait -> !wait.wakeAt().isAfter(now))
          .sorted(Comparator.comparing(Wait::wakeAt).thenComparing(wait -> wait.referral().value()))
          .limit(limit)
          .toList();
    }
  }

  private Optional<Wait> standing(ReferralId id, int leg) {
    return Optional.ofNullable(world.waits.get(id)).filter(wait -> wait.leg() == leg);
  }
}
