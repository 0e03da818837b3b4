package io.referralflow.aws.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.fault.Fault;
import io.referralflow.aws.fault.FaultInterceptor;
import io.referralflow.aws.fault.FaultInterceptor.Plan;
import io.referralflow.aws.table.DynamoDbLocal;
import io.referralflow.aws.table.LocalTable;
import io.referralflow.fake.EachPort;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.fake.Stores;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Sixteen threads on few referrals, while calls fail: in memory, where much can be done in little
/// time, and on the table through the real SDK. Each run is written to `target/crowd` and judged.
///
/// `-Dcrowd.runs=600 -Dcrowd.table.runs=60 -Dcrowd.operations=2000 -Dcrowd.seed=7`.
class ManyThreadsIT {

  private static final int RUNS = Integer.getInteger("crowd.runs", 60);
  private static final int ON_TABLE = Integer.getInteger("crowd.table.runs", 2);
  private static final int OPERATIONS = Integer.getInteger("crowd.operations", 2_000);
  private static final long SEED = Long.getLong("crowd.seed", 1);
  private static final Path FOLDER = Path.of("target", "crowd");

  private static long done;

  @AfterAll
  static void tell() {
    System.out.printf(
        "campaign {\"runs\": %d, \"runs_on_the_table\": %d, \"operations\": %d, \"violations\": 0}%n",
        RUNS, ON_TABLE, done);
  }

  /// A call failed before or after it took effect.
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lost() {
      super("Lost on purpose", null, false, false);
    }
  }

  @Test
  void do_no_harm_in_memory() throws Exception {
    run(
        "memory",
        RUNS,
        number -> {
          var memory = new InMemoryWorld();
          return new Crowd(memory, troubled(memory), SEED * 1_000_003 + number, () -> {});
        });
  }

  @Test
  void do_no_harm_on_the_table() throws Exception {
    var faults = new FaultInterceptor();
    var client = DynamoDbLocal.impatientClient(faults);
    run(
        "table",
        ON_TABLE,
        number -> {
          faults.begin(Plan.none());
          var table = LocalTable.fresh(client);
          return new Crowd(table, table, SEED * 1_000_003 + number, () -> faults.begin(some()));
        });
    var happened = new TreeMap<Fault, Integer>();
    faults.cells().forEach((cell, count) -> happened.merge(cell.fault(), count, Integer::sum));
    System.out.printf("crowd: faults on the table: %s%n", happened);
    assertThat(happened).hasSizeGreaterThan(8);
  }

  /// In one of ten deeds, one of its calls.
  private static Plan some() {
    var chance = ThreadLocalRandom.current();
    if (chance.nextInt(10) > 0) {
      return Plan.none();
    }
    var which = new int[] {chance.nextInt(5)};
    return (site, _) -> {
      var faults = List.copyOf(Fault.of(site.operation()));
      return which[0]-- == 0
          ? Optional.of(faults.get(chance.nextInt(faults.size())))
          : Optional.empty();
    };
  }

  private static void run(String where, int runs, IntFunction<Crowd> made) throws Exception {
    var began = System.nanoTime();
    var kinds = new TreeMap<String, Integer>();
    var failures = new TreeMap<String, Long>();
    for (var number = 0; number < runs; number++) {
      var crowd = made.apply(number);
      crowd.rush(OPERATIONS);
      var deeds = crowd.deeds();
      var file = written(where, number, deeds);
      done += deeds.size();
      deeds.forEach(deed -> kinds.merge(deed.kind() + " " + deed.outcome(), 1, Integer::sum));
      crowd.faults().forEach((fault, count) -> failures.merge(fault, count, Long::sum));
      assertThat(crowd.violations()).as(() -> "see " + file).isEmpty();
    }
    System.out.printf(
        "crowd: %d runs of %d operations by %d threads in %s, seed %d, %d s, no violation%n  %s%n"
            + "  failures: %s%n",
        runs,
        OPERATIONS,
        Crowd.THREADS,
        where,
        SEED,
        (System.nanoTime() - began) / 1_000_000_000,
        kinds,
        failures);
    assertThat(kinds)
        .containsKeys(
            "confirm CONFIRMED",
            "confirm NOT_RELEASED",
            "hear Applied",
            "accept Taken",
            "accept TooLate",
            "advance Decided",
            "release Completed",
            "submit Accepted",
            "upkeep done");
    assertThat(failures.keySet()).noneMatch(ManyThreadsIT::isOurFault);
  }

  private static boolean isOurFault(String failure) {
    return !failure.contains("Lost")
        && !failure.contains("software.amazon.awssdk")
        && !failure.contains("Too many")
        && !failure.contains("lacks facts")
        && !failure.contains("does not answer a batch");
  }

  private static Path written(String where, int number, List<Deed> deeds) throws IOException {
    var lines = new ArrayList<>(deeds);
    lines.sort(Comparator.comparingLong(Deed::began));
    return Files.write(
        Files.createDirectories(FOLDER).resolve(where + "-" + number + ".txt"),
        lines.stream().map(Deed::line).toList());
  }

  /// The same stores, slow at random moments; one in a hundred calls is lost before or after.
  private static Stores troubled(Stores stores) {
    return EachPort.instead(port -> troubled(port.getReturnType(), port.invoke(stores)));
  }

  private static Object troubled(Class<?> type, Object port) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, method, arguments) -> {
          var chance = ThreadLocalRandom.current();
          var trouble = chance.nextInt(200);
          if (trouble == 0) {
            throw new Lost();
          }
          if (trouble < 60) {
            Thread.onSpinWait();
          } else if (trouble < 64) {
            LockSupport.parkNanos(chance.nextLong(20_000));
          }
          try {
            var answer = method.invoke(port, arguments);
            if (trouble == 199) {
              throw new Lost();
            }
            return answer;
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        });
  }
}
