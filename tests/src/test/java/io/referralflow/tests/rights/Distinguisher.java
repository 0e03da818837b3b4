package io.referralflow.tests.rights;

import io.referralflow.function.ApiDoor;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Tries to tell by the time of the answer whether a candidate had been referred by a colleague.
/// The two classes are called in random order in one company, so that whatever else the machine
/// does slows both alike; and ranks are compared, so that a few slow calls weigh little. The time
/// that the stores take is left out: in memory it says nothing about the table, and that they are
/// asked the same is shown by counting.
final class Distinguisher {

  private static final int WARMING = 2_000;

  /// For the first calls, which warm the machine.
  private static final long NOT_COUNTED = -1;

  private Distinguisher() {}

  /// The probability that a call about somebody known takes longer than one about somebody unknown:
  /// a half means that nobody can tell.
  ///
  /// @param calls of each class
  static double areaUnderTheCurve(long seed, int calls) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var inStores = new AtomicLong();
    var world =
        World.on(
            "2026-03-02T09:15",
            ports ->
                Counting.of(
                    ports,
                    (_, passing) -> {
                      var from = System.nanoTime();
                      try {
                        return passing.on();
                      } finally {
                        inStores.addAndGet(System.nanoTime() - from);
                      }
                    }));
    var door = new ApiDoor(world.ports());
    var all = calls + WARMING;
    for (var i = 0; i < all; i++) {
      var reply = submission(known(i)).by(Cast.JORIS).at(door);
      if (reply.status() != 201) {
        throw new AssertionError(reply.body());
      }
    }
    var _ = world.store().takeStream();
    var order = shuffled(random, 2 * all);
    var nanos = new long[2 * all];
    for (var which : order) {
      var ask = submission(which < all ? known(which) : unknown(which - all)).by(Cast.EMMA);
      var event = ask.event();
      inStores.set(0);
      var before = System.nanoTime();
      var answer = door.handle(event);
      nanos[which] = System.nanoTime() - before - inStores.get();
      if (!answer.contains("201")) {
        throw new AssertionError(answer);
      }
    }
    for (var i = 0; i < 2 * WARMING; i++) {
      nanos[order[i]] = NOT_COUNTED;
    }
    return area(nanos, all);
  }

  /// By Mann and Whitney, with ties counted as a half.
  private static double area(long[] nanos, int all) {
    var known = Arrays.stream(nanos, 0, all).filter(each -> each >= 0).sorted().toArray();
    var unknown = Arrays.stream(nanos, all, 2 * all).filter(each -> each >= 0).sorted().toArray();
    var longer = 0.0;
    var below = 0;
    var upTo = 0;
    for (var each : known) {
      while (below < unknown.length && unknown[below] < each) {
        below++;
      }
      while (upTo < unknown.length && unknown[upTo] <= each) {
        upTo++;
      }
      longer += below + (upTo - below) / 2.0;
    }
    return longer / known.length / unknown.length;
  }

  private static int[] shuffled(RandomGenerator random, int size) {
    var order = new int[size];
    for (var i = 0; i < size; i++) {
      order[i] = i;
    }
    for (var i = size - 1; i > 0; i--) {
      var other = random.nextInt(i + 1);
      var kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private static String known(int number) {
    return "k%06d@example.org".formatted(number);
  }

  private static String unknown(int number) {
    return "u%06d@example.org".formatted(number);
  }

  private static Ask submission(String address) {
    return Ask.of("POST /referrals")
        .json(
            """
            {"vacancyId": "%s", "candidate": {"name": "Robin", "email": "%s"}}
            """
                .formatted(Programme.JAVA_ENGINEER.value(), address));
  }
}
