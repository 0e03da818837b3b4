package io.referralflow.tests.simulation;

import java.util.List;

/// The command: plays the histories of the seeds from one on, says what they came to, and shrinks
/// the first that violates a promise. `make simulate SEED=1 HISTORIES=2000`.
public final class Simulate {

  private static final int THREADS = 2;

  /// From so many histories on every fault is due, as in the gate.
  private static final int GATE = 60_000;

  private Simulate() {}

  /// Plays and tells; ends with 1 when a promise was violated, when the product calls what
  /// `places.txt` does not list, or when, of a gate's worth of histories, too few met a fault.
  ///
  /// @param arguments the first seed and how many histories
  public static void main(String[] arguments) {
    var first = Long.parseLong(arguments[0]);
    var histories = Integer.parseInt(arguments[1]);
    var totals = Totals.play(first, histories, THREADS);
    System.out.println(totals.told());
    totals.newPlaces().forEach(place -> System.out.println("Not in places.txt: " + place));
    totals.violations().entrySet().stream()
        .limit(20)
        .forEach(entry ->
            System.out.println("seed " + entry.getKey() + ": " + entry.getValue().getFirst()));
    totals.violations().keySet().stream()
        .findFirst()
        .ifPresent(seed -> {
          var story = Shrinker.shrink(Teller.tell(seed), Plant.NONE);
          System.out.println(Shrinker.told(story, Plant.NONE));
          System.out.println("To keep it, store this in regressions/:\n" + story.text());
        });
    System.out.println(totals.counts());
    var rare = histories < GATE ? List.<String>of() : totals.rare();
    rare.forEach(fault -> System.out.println("Too seldom: " + fault));
    System.exit(
        totals.violations().isEmpty() && totals.newPlaces().isEmpty() && rare.isEmpty() ? 0 : 1);
  }
}
