package io.referralflow.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What runs at this moment, and how long nothing has been running: the host's part in saying that
/// everything has come to rest.
public final class Activity {

  private final ConcurrentMap<String, AtomicInteger> running = new ConcurrentHashMap<>();
  private final AtomicLong successes = new AtomicLong();
  private final String quiet;
  private volatile long lastChange = System.nanoTime();

  /// The quiet function's calls are seen while they run and leave no trace afterwards.
  public Activity(String quiet) {
    this.quiet = quiet;
  }

  void started(String function) {
    counter(function).incrementAndGet();
  }

  void ended(String function) {
    if (!function.equals(quiet)) {
      lastChange = System.nanoTime();
    }
    counter(function).decrementAndGet();
  }

  /// Takes note that a call has done what it was for.
  public void succeeded() {
    successes.incrementAndGet();
  }

  /// How many calls have done what they were for: as long as this grows, things go on.
  public long successes() {
    return successes.get();
  }

  /// The functions that have calls in flight.
  public List<String> running() {
    return running.entrySet().stream()
        .filter(entry -> entry.getValue().get() > 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// How long ago a call ended last, the quiet function's left aside.
  public Duration sinceLastChange() {
    return Duration.ofNanos(System.nanoTime() - lastChange);
  }

  private AtomicInteger counter(String function) {
    return running.computeIfAbsent(function, _ -> new AtomicInteger());
  }
}
