package io.referralflow.fake;

import io.referralflow.port.Executions;
import io.referralflow.referral.ReferralId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Remembers which executions were started, stopped and woken; runs none.
public final class FakeExecutions implements Executions {

  /// One leg of a referral.
  public record Leg(ReferralId id, int leg) {}

  /// One answer to a waiting step.
  public record Woken(String token, String next) {}

  private final Map<Leg, String> started = new HashMap<>();
  private final Set<Leg> stopped = new HashSet<>();
  private final List<Woken> woken = new ArrayList<>();
  private final Set<String> dead = new HashSet<>();

  @Override
  public synchronized void start(ReferralId id, int leg, String from) {
    started.putIfAbsent(new Leg(id, leg), from);
  }

  @Override
  public synchronized void stop(ReferralId id, int leg) {
    if (started.containsKey(new Leg(id, leg))) {
      stopped.add(new Leg(id, leg));
    }
  }

  @Override
  public synchronized boolean wake(String token, String next) {
    if (!dead.add(token)) {
      return false;
    }
    woken.add(new Woken(token, next));
    return true;
  }

  /// From now on the token is refused, as one that timed out is.
  public synchronized void expire(String token) {
    dead.add(token);
  }

  /// Where an execution entered; empty when it was never started.
  public synchronized Optional<String> startedFrom(ReferralId id, int leg) {
    return Optional.ofNullable(started.get(new Leg(id, leg)));
  }

  public synchronized Map<Leg, String> started() {
    return Map.copyOf(started);
  }

  public synchronized boolean isStopped(ReferralId id, int leg) {
    return stopped.contains(new Leg(id, leg));
  }

  public synchronized List<Woken> woken() {
    return List.copyOf(woken);
  }
}
