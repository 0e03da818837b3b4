package io.referralflow.tests.simulation;

import io.referralflow.tests.simulation.Plant.Bug;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Whether the rules find bugs: each planted bug is looked for, seed after seed.
public final class Planted {

  /// A bug must be found within so many seeds.
  static final int SEEDS = 2_000;

  private Planted() {}

  /// How a bug was found.
  ///
  /// @param seeds how many it took; 0 when it was not found
  record Find(int seeds, String violation) {}

  /// Prints, for each planted bug, how many seeds it took to find it.
  public static void main(String[] arguments) {
    System.out.println(told(findAll(2)));
  }

  static Map<Bug, Find> findAll(int threads) {
    var bugs = new ConcurrentLinkedQueue<>(Plant.all());
    var finds = new EnumMap<Bug, Find>(Bug.class);
    var workers = new ArrayList<Thread>();
    for (var i = 0; i < threads; i++) {
      workers.add(
          Thread.ofPlatform()
              .start(() -> {
                for (var bug = bugs.poll(); bug != null; bug = bugs.poll()) {
                  var found = find(bug);
                  if (Boolean.getBoolean("simulation.talk")) {
                    System.out.println(bug + " " + found);
                  }
                  synchronized (finds) {
                    finds.put(bug, found);
                  }
                }
              }));
    }
    for (var worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    return finds;
  }

  private static Find find(Bug bug) {
    for (var seed = 1; seed <= SEEDS; seed++) {
      var violations = History.play(Teller.tell(seed), new Plant(bug)).violations();
      if (!violations.isEmpty() && History.play(Teller.tell(seed)).violations().isEmpty()) {
        return new Find(seed, violations.getFirst());
      }
    }
    return new Find(0, "never found");
  }

  static String told(Map<Bug, Find> finds) {
    var text = new StringBuilder();
    finds.forEach((bug, find) ->
        text.append(
            String.format(
                "%-26s %5d seeds  %-70s %s%n",
                bug, find.seeds(), bug.sentence(), shortly(find.violation()))));
    var seeds = finds.values().stream().mapToInt(Find::seeds).sorted().boxed().toList();
    return text
        + String.format(
            "%d planted bugs, %d found within %,d seeds, median %d, most %d%n",
            finds.size(),
            seeds.stream().filter(count -> count > 0).count(),
            SEEDS,
            median(seeds),
            seeds.getLast());
  }

  static int median(List<Integer> sorted) {
    return sorted.get(sorted.size() / 2);
  }

  private static String shortly(String violation) {
    return violation.length() > 110 ? violation.substring(0, 110) + "..." : violation;
  }
}
