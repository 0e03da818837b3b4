package io.referralflow.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.fault.Fault;
import io.referralflow.aws.fault.FaultInterceptor;
import io.referralflow.aws.table.DynamoDbLocal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The simulation's histories on the real table: through the SDK to DynamoDB Local, whose calls
/// fail as the real ones may. Memory goes along and answers alike at every step, so that what was
/// shown in memory a million times holds for the table.
///
/// It plays as many as fit: `-Dontable.seconds=120`, at most `-Dontable.histories=2000`, from
/// `-Dontable.seed=1` on, and says how many there were.
class OnTableIT {

  private static final int HISTORIES = Integer.getInteger("ontable.histories", 2_000);
  private static final int SECONDS = Integer.getInteger("ontable.seconds", 120);
  private static final long SEED = Long.getLong("ontable.seed", 1);

  /// Some ask while DynamoDB Local works for others: most of a call is waiting, for it or for the
  /// connection to it.
  private static final int THREADS = 4;

  /// What all histories came to.
  private static final class Sums {
    private final List<String> violations = new ArrayList<>();
    private int histories;
    private long compared;
    private long failures;

    synchronized void add(long seed, History.Played played, OnTable table) {
      played.violations().forEach(found -> violations.add("seed " + seed + ": " + found));
      compared += table.compared();
      failures += table.failures();
      histories++;
    }
  }

  @Test
  void histories_under_faults_of_the_sdk_violate_no_promise() {
    var faults = new FaultInterceptor();
    var client = DynamoDbLocal.impatientClient(faults);
    var began = System.nanoTime();
    var sums = new Sums();
    var taken = new AtomicInteger();
    try (var workers = Executors.newFixedThreadPool(THREADS)) {
      var all = new ArrayList<Future<?>>();
      for (var i = 0; i < THREADS; i++) {
        all.add(
            workers.submit(() -> {
              for (var next = taken.getAndIncrement();
                  next < HISTORIES && seconds(began) < SECONDS;
                  next = taken.getAndIncrement()) {
                var seed = SEED + next;
                try (var table = new OnTable(client, faults, seed)) {
                  sums.add(seed, History.play(Teller.tell(seed), table::instead), table);
                }
              }
            }));
      }
      all.forEach(OnTableIT::finished);
    }
    client.close();

    var histories = sums.histories;
    var compared = sums.compared;
    var failures = sums.failures;
    var violations = sums.violations;
    var cells = faults.cells();
    var byFault = new TreeMap<Fault, Integer>();
    cells.forEach((cell, count) -> byFault.merge(cell.fault(), count, Integer::sum));
    System.out.printf(
        "on the table: seeds %d to %d, %d histories, %,d answers equal, %d sites, %d cells of site"
            + " and fault, %d of them at least 20 times, %,d faults %s, %,d reached a use case, %d"
            + " violations, %d s%n",
        SEED,
        SEED + histories - 1,
        histories,
        compared,
        faults.sites().size(),
        cells.size(),
        cells.values().stream().filter(count -> count >= 20).count(),
        cells.values().stream().mapToInt(Integer::intValue).sum(),
        byFault,
        failures,
        violations.size(),
        seconds(began));
    System.out.printf(
        "campaign {\"histories\": %d, \"answers\": %d, \"faults\": %d, \"violations\": %d}%n",
        histories,
        compared,
        cells.values().stream().mapToInt(Integer::intValue).sum(),
        violations.size());
    assertThat(violations).isEmpty();
    assertThat(byFault.keySet()).containsExactly(Fault.values());
  }

  private static void finished(Future<?> worker) {
    try {
      var _ = worker.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long seconds(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }
}
