package io.referralflow.tests.simulation;

import io.referralflow.tests.simulation.Deeds.Trouble;
import io.referralflow.tests.simulation.Faults.Kind;
import io.referralflow.tests.simulation.History.Played;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// What many histories came to: how often each fault met each step, how often each promise was
/// looked at, and where it did not hold.
final class Totals {

  private long histories;
  private long attempts;
  private long failed;
  private final List<EnumMap<Kind, Long>> cells = new ArrayList<>();
  private final Map<Promise, Long> evaluated = new EnumMap<>(Promise.class);
  private final Map<String, Long> troubles = new TreeMap<>();
  private final Map<String, Long> unknownPlaces = new TreeMap<>();
  private final Map<Long, List<String>> violations = new TreeMap<>();
  private double seconds;
  private long first;

  /// Of all traces, in whatever order the histories were played.
  private long trace;

  private Totals() {
    Faults.PLACES.forEach(_ -> cells.add(new EnumMap<>(Kind.class)));
  }

  /// Plays the histories of some seeds on as many threads.
  static Totals play(long first, int histories, int threads) {
    var began = System.nanoTime();
    var next = new AtomicLong(first);
    var totals = new Totals();
    totals.first = first;
    var workers = new ArrayList<Thread>();
    for (var i = 0; i < threads; i++) {
      workers.add(
          Thread.ofPlatform()
              .start(() -> {
                var own = new Totals();
                for (var seed = next.getAndIncrement();
                    seed < first + histories;
                    seed = next.getAndIncrement()) {
                  own.add(seed, History.play(Teller.tell(seed)));
                }
                totals.add(own);
              }));
    }
    for (var worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    if (totals.histories != histories) {
      throw new IllegalStateException(
          "Only " + totals.histories + " of " + histories + " histories came to their end");
    }
    totals.seconds = (System.nanoTime() - began) / 1e9;
    return totals;
  }

  private void add(long seed, Played played) {
    histories++;
    trace += Dice.hash(seed, played.trace());
    attempts += played.attempts();
    failed += played.failed();
    for (var fault : played.happened()) {
      var _ = cells.get(fault.place()).merge(fault.kind(), 1L, Long::sum);
    }
    played.evaluated().forEach((promise, count) -> evaluated.merge(promise, count, Long::sum));
    played.troubles().forEach((name, count) -> troubles.merge(name, (long) count, Long::sum));
    played
        .unknownPlaces()
        .forEach((name, count) -> unknownPlaces.merge(name, (long) count, Long::sum));
    if (!played.violations().isEmpty()) {
      violations.put(seed, played.violations());
    }
  }

  private synchronized void add(Totals other) {
    histories += other.histories;
    trace += other.trace;
    attempts += other.attempts;
    failed += other.failed;
    for (var place = 0; place < cells.size(); place++) {
      var own = cells.get(place);
      other.cells.get(place).forEach((kind, count) -> own.merge(kind, count, Long::sum));
    }
    other.evaluated.forEach((promise, count) -> evaluated.merge(promise, count, Long::sum));
    other.troubles.forEach((name, count) -> troubles.merge(name, count, Long::sum));
    other.unknownPlaces.forEach((name, count) -> unknownPlaces.merge(name, count, Long::sum));
    violations.putAll(other.violations);
  }

  Map<Long, List<String>> violations() {
    return violations;
  }

  /// Places where the product calls outside that `places.txt` does not list.
  Map<String, Long> unknownPlaces() {
    return unknownPlaces;
  }

  /// Those that more than one history in a thousand reaches: they belong on the list, where every
  /// fault is aimed at them. What is rarer is told, not asked for.
  List<String> newPlaces() {
    return unknownPlaces.entrySet().stream()
        .filter(place -> place.getValue() * 1_000 > histories)
        .map(place ->
            String.format(
                Locale.ROOT, "%s %.3f", place.getKey(), place.getValue() / (double) histories))
        .toList();
  }

  long histories() {
    return histories;
  }

  /// Faults by use case: how often each kind met each step; steps that make no such call are left
  /// out.
  Map<Step, Map<Kind, Long>> byStep() {
    var table = new TreeMap<Step, Map<Kind, Long>>();
    for (var place = 0; place < cells.size(); place++) {
      var known = Faults.PLACES.get(place);
      var row =
          table.computeIfAbsent(Step.valueOf(known.name().split(" ", -1)[0]), _ -> new TreeMap<>());
      for (var kind : known.kinds()) {
        row.merge(kind, cells.get(place).getOrDefault(kind, 0L), Long::sum);
      }
    }
    return table;
  }

  /// Cells of fault and call that no history reached.
  List<String> unreached() {
    var unreached = new ArrayList<String>();
    for (var place = 0; place < cells.size(); place++) {
      for (var kind : Faults.PLACES.get(place).kinds()) {
        if (cells.get(place).getOrDefault(kind, 0L) == 0) {
          unreached.add(Faults.PLACES.get(place).name() + " " + kind);
        }
      }
    }
    return unreached;
  }

  /// The cell of fault and step that was reached least.
  long least() {
    return byStep().values().stream()
        .flatMap(row -> row.values().stream())
        .mapToLong(Long::longValue)
        .min()
        .orElse(0);
  }

  /// What a gate's worth of histories must have met and did not: each fault of calls in each use
  /// case, and each trouble besides, must have struck once in 300 histories.
  List<String> rare() {
    var enough = histories / 300;
    var rare = new ArrayList<String>();
    byStep()
        .forEach((step, row) ->
            row.forEach((kind, count) -> {
              if (count < enough) {
                rare.add(step + " " + kind + " " + count);
              }
            }));
    for (var trouble : Trouble.values()) {
      var struck =
          troubles.entrySet().stream()
              .filter(place -> place.getKey().startsWith(trouble.begins()))
              .mapToLong(Map.Entry::getValue)
              .sum();
      if (struck < enough) {
        rare.add(trouble + " " + struck);
      }
    }
    return rare;
  }

  /// Cells of fault and call, and how often all of them together were reached.
  long[] cellsAndHits() {
    var sums = new long[2];
    for (var place = 0; place < cells.size(); place++) {
      for (var kind : Faults.PLACES.get(place).kinds()) {
        sums[0]++;
        sums[1] += cells.get(place).getOrDefault(kind, 0L);
      }
    }
    return sums;
  }

  long evaluations() {
    return evaluated.values().stream().mapToLong(Long::longValue).sum();
  }

  /// The whole as text.
  String told() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Seeds %d to %d at %s, trace %016x%n",
            first,
            first + histories - 1,
            commit(),
            trace));
    text.append(
        String.format(
            Locale.ROOT,
            "%,d histories of three years, %,d calls of use cases, %,d of them failed by a fault, %.0f s%n",
            histories,
            attempts,
            failed,
            seconds));
    text.append("\nFaults of calls, by use case (rows) and kind (columns)\n");
    text.append(" ".repeat(16));
    for (var kind : Kind.values()) {
      text.append(String.format(Locale.ROOT, "%14s", kind));
    }
    text.append('\n');
    byStep()
        .forEach((step, row) -> {
          text.append(String.format(Locale.ROOT, "%-16s", step));
          for (var kind : Kind.values()) {
            var count = row.get(kind);
            text.append(
                count == null
                    ? String.format("%14s", "-")
                    : String.format(Locale.ROOT, "%,14d", count));
          }
          text.append('\n');
        });
    var sums = cellsAndHits();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d cells of fault and call reached %,d times, %,d never; the rarest of fault and use case %,d times%n",
            sums[0],
            sums[1],
            unreached().size(),
            least()));
    text.append("\nOther faults, by where they struck\n");
    troubles.forEach(
        (name, count) -> text.append(String.format(Locale.ROOT, "%-48s %,10d%n", name, count)));
    text.append("\nPromises evaluated\n");
    for (var promise : Promise.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%3s %-16s %,14d  %s%n",
              promise.number() == 0 ? "" : promise.number(),
              promise,
              evaluated.getOrDefault(promise, 0L),
              promise.sentence()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%,d evaluations, %,d histories violated a promise; none in N bounds the rate at 3/N: %s%n",
            evaluations(),
            violations.size(),
            violations.isEmpty()
                ? String.format(Locale.ROOT, "%.1e", 3.0 / histories)
                : "not applicable"));
    return text.toString();
  }

  /// What is played, so that the same seeds can be played again; ends with `-dirty` when that is
  /// committed nowhere.
  private static String commit() {
    try {
      var git =
          new ProcessBuilder(
                  "git",
                  "-C",
                  System.getProperty("project.root", ".."),
                  "describe",
                  "--always",
                  "--dirty")
              .redirectErrorStream(true)
              .start();
      try (var said = git.inputReader()) {
        var commit = said.readAllAsString().strip();
        return git.waitFor() == 0 ? commit : "an unknown commit";
      }
    } catch (IOException noGit) {
      return "an unknown commit";
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// The counts that a campaign adds up.
  String counts() {
    return "campaign {\"histories\": %d, \"steps\": %d, \"faults_injected\": %d, \"evaluations\": %d, \"violations\": %d}"
        .formatted(histories, attempts, cellsAndHits()[1], evaluations(), violations.size());
  }
}
