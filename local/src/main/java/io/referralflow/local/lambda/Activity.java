package io.referralflow.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What runs at this moment, and how long nothing has been running: the host's part in saying that
/// everything has come to rest.
public final class Activity {

  private final ConcurrentMap<String, AtomicInteger> running = new ConcurrentHashMap<>();
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
