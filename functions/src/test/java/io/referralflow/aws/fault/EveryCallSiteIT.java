package io.referralflow.aws.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.fault.Beside.Call;
import io.referralflow.aws.fault.FaultInterceptor.Cell;
import io.referralflow.aws.fault.FaultInterceptor.Plan;
import io.referralflow.aws.table.DynamoDbLocal;
import io.referralflow.aws.table.LocalTable;
import io.referralflow.fake.InMemoryWorld;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Every place that calls the table, under every fault that can happen to it, again and again: the
/// call ends once. Whatever is asked afterwards is answered as by memory, in which nothing failed;
/// so what was lost or done twice shows.
///
/// `-Dcells.each=1000 -Dcells.seed=7` does it more often and in another way.
class EveryCallSiteIT {

  private static final int EACH = Integer.getInteger("cells.each", 20);
  private static final long SEED = Long.getLong("cells.seed", 1);
  private static final int PER_TABLE = 1_500;

  /// The table's calls that a plain run may never come to: they follow a fault only.
  private static final int ROUNDS_TO_LOOK_AROUND = 400;

  /// What makes rows that other calls come by: asked when a place was not reached.
  private static final List<String> WHAT_OTHERS_NEED =
      List.of("HrReports.receive", "Entries.enter", "Referrals.commit", "HrReports.receive");

  /// Most of a call is waiting for DynamoDB Local, or for the connection to it.
  private static final int WORKERS = 3;

  private final FaultInterceptor faults = new FaultInterceptor();
  private final AtomicLong operations = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong compared = new AtomicLong();
  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void under_every_fault_ends_once() {
    var began = System.nanoTime();
    var client = DynamoDbLocal.impatientClient(faults);
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      var all =
          IntStream.range(0, WORKERS)
              .mapToObj(_ -> CompletableFuture.runAsync(() -> rounds(client), workers))
              .toList();
      all.forEach(CompletableFuture::join);
    }
    client.close();
    tell(began);

    assertThat(placesReached()).isEqualTo(placesOfTheTable());
    assertThat(portsReached()).isEqualTo(CallSite.methodsOf(SameAnswersIT.portsOfStorage()));
  }

  /// One round after another, each on a table of its own, beside others who do the same.
  private void rounds(DynamoDbClient client) {
    for (var number = rounds.getAndIncrement();
        number < WORKERS || !missing(EACH).isEmpty();
        number = rounds.getAndIncrement()) {
      assertThat(number).as(() -> "cells out of reach: " + missing(EACH)).isLessThan(12 + 2 * EACH);
      var table = LocalTable.fresh(client);
      round(table, SEED * 1_000_003 + number, number < WORKERS ? ROUNDS_TO_LOOK_AROUND : 120);
      table.drop();
      var left = missing(EACH);
      System.out.printf(
          "call sites: round %d, %d cells are left%s%n",
          number, left.size(), left.size() < 10 ? ": " + left : "");
    }
  }

  private void round(LocalTable table, long seed, int lookAround) {
    var memory = new InMemoryWorld();
    var calls = new RandomCalls(memory, seed);
    var random = new Random(seed);
    var beside = new Beside(memory, table, faults);
    for (var i = 0; i < PER_TABLE; i++) {
      var isLookingAround = i < lookAround && (i % 4 > 0 || faults.sites().isEmpty());
      var cells = isLookingAround ? List.<Cell>of() : missing(EACH);
      if (cells.isEmpty()) {
        ask(beside, calls.next(), Plan.none());
        if (!isLookingAround) {
          break;
        }
      } else {
        var cell = cells.get(random.nextInt(cells.size()));
        var struck = new AtomicBoolean();
        ask(beside, calls.next(cell.site().port()), watched(plan(cell, random), cell, struck));
        if (!struck.get()) {
          for (var port : WHAT_OTHERS_NEED) {
            ask(beside, calls.next(port), Plan.none());
          }
          ask(beside, calls.next(brakeBefore(cell.site().port())), Plan.none());
        }
      }
    }
    lookForMore(calls, beside);
    var _ = failures.addAndGet(beside.failures());
    var _ = compared.addAndGet(beside.compared());
  }

  /// A brake that is pulled is not pulled again, and one that is not is not thawed.
  private static String brakeBefore(String port) {
    return port.equals("Brake.pull") ? "Brake.thaw" : "Brake.pull";
  }

  private void ask(Beside beside, Call call, Plan plan) {
    var _ = operations.incrementAndGet();
    beside.ask(call, plan);
  }

  private static Plan watched(Plan plan, Cell cell, AtomicBoolean struck) {
    return (site, ordinal) -> {
      var fault = plan.at(site, ordinal);
      if (site.equals(cell.site()) && fault.isPresent()) {
        struck.set(true);
      }
      return fault;
    };
  }

  /// Some methods need rows that only a long round has: none is left out for that.
  private void lookForMore(RandomCalls calls, Beside beside) {
    var unreached = new TreeSet<>(CallSite.methodsOf(SameAnswersIT.portsOfStorage()));
    unreached.removeAll(portsReached());
    for (var port : unreached) {
      for (var i = 0; i < EACH; i++) {
        ask(beside, calls.next(port), Plan.none());
      }
    }
  }

  /// Mostly at the first call of the place. Where nothing but a lost answer or a refusal leads
  /// there, an answer is lost first.
  private static Plan plan(Cell cell, Random random) {
    var plan = Plan.one(cell.site(), random.nextInt(8) / 7, cell.fault());
    var isLook =
        cell.site().port().equals("Referrals.commit") && cell.site().operation().equals("getItem");
    return isLook
        ? plan.or((site, _) ->
            site.operation().equals("transactWriteItems")
                ? Optional.of(Fault.ANSWER_LOST)
                : Optional.empty())
        : plan;
  }

  /// The cells that were not reached often enough.
  private List<Cell> missing(int each) {
    var done = faults.cells();
    return faults.sites().stream()
        .flatMap(site -> Fault.of(site.operation()).stream().map(fault -> new Cell(site, fault)))
        .filter(cell -> done.getOrDefault(cell, 0) < each)
        .toList();
  }

  private Set<String> placesReached() {
    var places = new TreeSet<String>();
    faults.sites().forEach(site -> places.add(site.told()));
    return places;
  }

  private static Set<String> placesOfTheTable() {
    var places = new TreeSet<String>();
    CallSite.inTheCode().stream().filter(place -> place.startsWith("Table.")).forEach(places::add);
    return places;
  }

  private Set<String> portsReached() {
    var ports = new TreeSet<String>();
    faults.sites().forEach(site -> ports.add(site.port()));
    return ports;
  }

  private void tell(long began) {
    var cells = faults.cells();
    var byFault = new TreeMap<Fault, Integer>();
    cells.forEach((cell, count) -> byFault.merge(cell.fault(), count, Integer::sum));
    System.out.printf(
        "call sites: seed %d, %d sites, %d cells of site and fault, each at least %d times, "
            + "%,d faults, %,d failures reached the caller, %,d operations, %,d answers equal, %d s%n",
        SEED,
        faults.sites().size(),
        cells.size(),
        cells.values().stream().mapToInt(Integer::intValue).min().orElse(0),
        cells.values().stream().mapToInt(Integer::intValue).sum(),
        failures.get(),
        operations.get(),
        compared.get(),
        (System.nanoTime() - began) / 1_000_000_000);
    byFault.forEach((fault, count) -> System.out.printf("  %-28s %,d%n", fault, count));
    System.out.printf(
        "campaign {\"faults\": %d, \"cells\": %d, \"violations\": 0}%n",
        cells.values().stream().mapToInt(Integer::intValue).sum(), cells.size());
  }
}
