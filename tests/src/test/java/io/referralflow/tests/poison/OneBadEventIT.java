package io.referralflow.tests.poison;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.EachPort;
import io.referralflow.function.Handlers;
import io.referralflow.hire.HrEvent;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Failures;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.HrReports;
import io.referralflow.port.HrReports.Receipt;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.FaultyReferrals;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.World;
import io.referralflow.tests.smallscope.Campaign;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// HR sends 10 to 1,000 events, and one of them is bad: all others are taken in, the bad one is on
/// the failure list once, however often it comes, and what can be mended goes on when it is sent
/// again.
@TestInstance(Lifecycle.PER_CLASS)
class OneBadEventIT {

  private static final String HIRED =
      """
      {"source":"com.example.hr","detail-type":"CandidateHired","detail":{"metadata":{"id":"hire-%d",\
      "occurredAt":"2026-03-02T08:15:00Z","version":1},"data":{"employeeId":"HR-%d",\
      "startDate":"2026-05-01","candidateEmail":"sam%d@example.org"}}}\
      """;

  /// What is bad about the event: the reason that the list gives, and how a good one becomes it.
  private enum Kind {
    NO_JSON("malformed", "}", ""),
    NO_START("malformed", "\"startDate\"", "\"begins\""),
    NO_DATE("malformed", "2026-05-01", "2026-02-30"),
    NO_NUMBER("malformed", "\"HR-", "\"\\u0000-"),
    NEWER_VERSION("unknown-version", "\"version\":1", "\"version\":2"),
    OTHER_TYPE("unknown-type", "CandidateHired", "CandidateAdmired"),
    FROM_THE_FUTURE("from-the-future", "2026-03-02T08:15", "2027-03-02T08:15"),
    END_BEFORE_START(
        "dates-contradict", "\"startDate\"", "\"probationEndDate\":\"2026-04-01\",\"startDate\""),
    TOO_LARGE("malformed", "\"HR-", "\"" + "9".repeat(200_000) + "-"),
    /// Nothing is wrong with the event; the referral that it is about cannot be worked on.
    UNREADABLE_REFERRAL("fault", "", "");

    private final String reason;
    private final String good;
    private final String bad;

    Kind(String reason, String good, String bad) {
      this.reason = reason;
      this.good = good;
      this.bad = bad;
    }
  }

  private int batches;
  private long events;

  @AfterAll
  void counts() {
    Campaign.report(Map.of("batches", batches, "events", events));
  }

  @Test
  void of_many_keeps_nobody_from_being_hired_and_is_listed_once() {
    var random = new Random(400 + Campaign.slice());
    var wanted = Campaign.size(180, 1_000);
    for (var i = 0; i < wanted; i++) {
      var size = i < 2 ? 1_000 : 10 + random.nextInt(i % 10 == 0 ? 300 : 40);
      deliver(Kind.values()[i % Kind.values().length], size, random);
    }
    assertThat(batches).isEqualTo(wanted);
  }

  private void deliver(Kind kind, int size, Random random) {
    var unreadable = new Unreadable();
    var world = World.on("2026-03-02T09:15", unreadable::in);
    world.streamStops();
    var ids = new ArrayList<ReferralId>();
    for (var i = 0; i < size; i++) {
      ids.add(world.refers(EMMA, "sam" + i + "@example.org", JAVA_ENGINEER));
    }
    var handlers = new Handlers(world.ports());
    var bad = random.nextInt(size);
    if (kind == Kind.UNREADABLE_REFERRAL) {
      unreadable.id = Optional.of(ids.get(bad));
    }
    var order = new ArrayList<Integer>();
    for (var i = 0; i < size; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    batches++;
    events += size;

    for (var i : order) {
      var event = HIRED.formatted(i, i, i);
      send(handlers, i == bad ? event.replace(kind.good, kind.bad) : event);
    }

    unreadable.sees = false;
    for (var i = 0; i < size; i++) {
      if (i != bad) {
        assertThat(world.referral(ids.get(i)))
            .as("%s of %d", kind, size)
            .isInstanceOf(Referral.Hired.class);
      }
    }
    assertThat(failures(world))
        .as("%s", kind)
        .extracting(Failure::reason)
        .containsExactly(kind.reason);

    var again = HIRED.formatted(bad, bad, bad).replace(kind.good, kind.bad);
    send(handlers, again);
    send(handlers, again);
    var reports =
        world.facts(ids.get(bad)).stream().filter(Fact.Reported.class::isInstance).count();
    assertThat(reports).as("%s", kind).isEqualTo(kind == Kind.UNREADABLE_REFERRAL ? 1 : 0);
    assertThat(failures(world)).as("%s", kind).hasSize(1);
  }

  /// As Lambda does with an event of the bus: three times at most.
  private static void send(Handlers handlers, String event) {
    for (var attempt = 0; attempt < 3; attempt++) {
      try {
        assertThat(handlers.hrEvents(event)).isEqualTo("{}");
        return;
      } catch (IllegalStateException fault) {
        // Lambda tries again, and then keeps the event in the queue of what failed.
      }
    }
  }

  private static List<Failure> failures(World world) {
    return world.ports().failures().list(new Page.Request(100, Optional.empty())).items();
  }

  /// A referral that a newer release wrote, say.
  private static final class Unreadable {
    Optional<ReferralId> id = Optional.empty();
    boolean sees = true;

    Ports in(Ports sound) {
      return sound.withReferrals(
          new FaultyReferrals() {
            @Override
            public Referrals sound() {
              return sound.referrals();
            }

            @Override
            public Optional<Snapshot> find(ReferralId wanted) {
              if (sees && id.filter(wanted::equals).isPresent()) {
                throw new IllegalStateException("This version cannot read it");
              }
              return sound.referrals().find(wanted);
            }

            @Override
            public Committed commit(Change change) {
              if (sees && id.filter(change.after().id()::equals).isPresent()) {
                throw new IllegalStateException("This version cannot write it");
              }
              return sound.referrals().commit(change);
            }
          });
    }
  }

  /// Bytes changed, left out and put in at random places: whatever comes is taken in, or listed,
  /// and found again.
  @Test
  void is_never_a_fault_whatever_it_looks_like() {
    var told = new Told();
    var world = World.on("2026-03-02T09:15", told::in);
    var handlers = new Handlers(world.ports());
    var random = new Random(40 + Campaign.slice());
    var letters = "{}[]\",:0123456789eE+-.\\u\u0000\uD800 é€aT";
    var wanted = Campaign.size(20_000, 200_000);
    for (var i = 0; i < wanted; i++) {
      var event = new StringBuilder(HIRED.formatted(i, i, i));
      for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
        var at = random.nextInt(event.length() - 20);
        var letter = letters.charAt(random.nextInt(letters.length()));
        switch (random.nextInt(3)) {
          case 0 -> event.setCharAt(at, letter);
          case 1 -> event.insert(at, letter);
          default -> event.delete(at, at + 1 + random.nextInt(20));
        }
      }
      var before = told.count();
      assertThat(handlers.hrEvents(event.toString())).as(event::toString).isEqualTo("{}");
      assertThat(told.count()).as(event::toString).isGreaterThan(before);
    }
    assertThat(told.stored).hasSizeGreaterThan(wanted / 100);
    assertThat(told.failures).hasSizeGreaterThan(wanted / 100);
    assertThat(told.stored)
        .allSatisfy(event ->
            assertThat(world.ports().hrReports().of(event.report().employee()).reports())
                .extracting(report -> report.event().id())
                .contains(event.id()));
    assertThat(failureIds(world)).containsAll(told.failures);
    events += wanted;
  }

  private static Set<String> failureIds(World world) {
    var ids = new HashSet<String>();
    var page = new Page.Request(1_000, Optional.empty());
    while (true) {
      var list = world.ports().failures().list(page);
      list.items().forEach(failure -> ids.add(failure.id()));
      if (list.next().isEmpty()) {
        return ids;
      }
      page = new Page.Request(1_000, list.next());
    }
  }

  /// Remembers what was said to be stored or listed.
  private static final class Told {

    private final List<HrEvent> stored = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    int count() {
      return stored.size() + failures.size();
    }

    Ports in(Ports sound) {
      return sound.on(
          EachPort.instead(port -> {
            var real = port.invoke(sound);
            return real instanceof HrReports || real instanceof Failures
                ? listening(port.getReturnType(), real)
                : real;
          }));
    }

    private Object listening(Class<?> port, Object real) {
      return Proxy.newProxyInstance(
          port.getClassLoader(),
          new Class<?>[] {port},
          (_, method, arguments) -> {
            var answer = method.invoke(real, arguments);
            if (answer == Receipt.NEW || answer == Receipt.SEEN) {
              stored.add((HrEvent) arguments[0]);
            } else if (method.getName().equals("add")) {
              failures.add(((Failure) arguments[0]).id());
            }
            return answer;
          });
    }
  }
}
