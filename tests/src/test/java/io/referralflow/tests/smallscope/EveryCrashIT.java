package io.referralflow.tests.smallscope;

import static io.referralflow.scenario.World.moment;
import static io.referralflow.tests.smallscope.Reports.CANCELLED;
import static io.referralflow.tests.smallscope.Reports.GONE_BEFORE_THE_FIRST_DAY;
import static io.referralflow.tests.smallscope.Reports.GONE_ON_THE_FIRST_DAY;
import static io.referralflow.tests.smallscope.Reports.GONE_ON_THE_LAST_DAY_OF_PROBATION;
import static io.referralflow.tests.smallscope.Reports.GONE_THE_DAY_AFTER;
import static io.referralflow.tests.smallscope.Reports.HIRED;
import static io.referralflow.tests.smallscope.Reports.HIRED_AGAIN;
import static io.referralflow.tests.smallscope.Reports.HIRED_WITH_A_NAMED_END;
import static io.referralflow.tests.smallscope.Reports.MOVED;
import static io.referralflow.tests.smallscope.Reports.MOVED_BACK;
import static io.referralflow.tests.smallscope.Reports.PROBATION_BEFORE_A_MOVED_START;
import static io.referralflow.tests.smallscope.Reports.PROBATION_SHORTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Report;
import io.referralflow.letter.LetterKind;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.LedgerEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// HR's reports arrive around the days that make money due, in every order, any of them twice, and
/// the process is killed once at every call to the outside, before it and after it; in a story in
/// which reports come twice, from the first that comes again on. What was released, when and why,
/// is compared with [Policy] on what was known at each moment.
@TestInstance(Lifecycle.PER_CLASS)
class EveryCrashIT {

  private static final List<Report> HIRED_CALLED_OFF_AND_HIRED_AGAIN =
      List.of(HIRED, MOVED, CANCELLED, GONE_ON_THE_LAST_DAY_OF_PROBATION, HIRED_AGAIN);

  private static final List<Report> LAST_DAYS =
      List.of(
          HIRED,
          GONE_BEFORE_THE_FIRST_DAY,
          GONE_ON_THE_FIRST_DAY,
          PROBATION_SHORTER,
          GONE_THE_DAY_AFTER);

  /// One set of six for each slice of a campaign.
  private static final List<List<Report>> SIXES =
      List.of(
          List.of(
              HIRED,
              MOVED,
              CANCELLED,
              HIRED_AGAIN,
              GONE_ON_THE_LAST_DAY_OF_PROBATION,
              GONE_THE_DAY_AFTER),
          List.of(
              HIRED_WITH_A_NAMED_END,
              MOVED,
              MOVED_BACK,
              PROBATION_BEFORE_A_MOVED_START,
              GONE_ON_THE_FIRST_DAY,
              GONE_ON_THE_LAST_DAY_OF_PROBATION),
          List.of(
              HIRED,
              HIRED_WITH_A_NAMED_END,
              HIRED_AGAIN,
              PROBATION_SHORTER,
              CANCELLED,
              GONE_BEFORE_THE_FIRST_DAY));

  /// When reports arrive: long before, and half an hour around the two ordinary due days.
  private static final List<Instant> ARRIVALS =
      Stream.of(
              "2026-04-20T12:00",
              "2026-04-30T23:30",
              "2026-05-01T00:30",
              "2026-06-30T23:30",
              "2026-07-01T00:30",
              "2026-07-01T12:00")
          .map(local -> moment(local))
          .toList();

  private static final Instant AGAIN = moment("2026-07-02T09:00");

  /// When executions look: a second before and at the beginning of each day that may be due.
  private static final List<Instant> LOOKS =
      Stream.of(
              "2026-04-30T23:59:59",
              "2026-05-01T00:00",
              "2026-05-15T00:00",
              "2026-06-01T00:00",
              "2026-06-15T00:00",
              "2026-07-01T00:00",
              "2026-07-15T00:00",
              "2026-08-15T00:00",
              "2026-12-01T00:00")
          .map(local -> moment(local))
          .toList();

  /// Something that happens at a moment: a report arrives, or executions look.
  private record Event(Instant at, Optional<Report> report) {}

  /// A release, as the ledger tells it.
  private record Released(int instalment, Instant at, LocalDate dueOn) {}

  /// What must come out of a story.
  private record Outcome(List<Released> released, List<Policy.Share> shares, int reports) {}

  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong kills = new AtomicLong();

  @AfterAll
  void counts() {
    Campaign.report(Map.of("crash-runs", runs.get(), "kills", kills.get()));
  }

  @Test
  void costs_nothing_but_a_second_try() {
    if (Campaign.runs()) {
      killOnceEverywhere(SIXES.get(Campaign.slice() % SIXES.size()), 1);
    } else {
      killOnceEverywhere(HIRED_CALLED_OFF_AND_HIRED_AGAIN, 1);
      killOnceEverywhere(LAST_DAYS, 31);
    }

    assertThat(kills.get()).isGreaterThan(100_000);
  }

  @Test
  void twice_costs_nothing_but_a_third_try() {
    var three = List.of(HIRED, CANCELLED, HIRED_AGAIN);
    var twice = new AtomicLong();
    orders(Campaign.runs() ? three : List.of(HIRED, GONE_ON_THE_LAST_DAY_OF_PROBATION))
        .parallelStream()
        .forEach(order -> twice.addAndGet(killTwiceEverywhere(order)));

    assertThat(twice.get()).isGreaterThan(1_000);
  }

  /// @param step 1 for every subset doubled; for none and all of five, 31
  private void killOnceEverywhere(List<Report> set, int step) {
    orders(set).parallelStream().forEach(order -> killOnceEverywhereInOrder(order, step));
  }

  private void killOnceEverywhereInOrder(List<Report> order, int step) {
    for (var doubled = 0; doubled < 1 << order.size(); doubled += step) {
      var story = story(order, doubled);
      var outcome = outcome(story, order.size());
      var points = run(story, outcome, -1, -1).points();
      for (var point = first(story, doubled); point < points; point++) {
        assertThat(run(story, outcome, point, -1).kills()).isEqualTo(1);
      }
    }
  }

  /// Until the first report comes again, a story is the one in which none does, and there the
  /// process is killed at all those points. In a campaign it is in every story.
  private static int first(List<Event> story, int doubled) {
    if (doubled == 0 || Campaign.runs()) {
      return 0;
    }
    var faults = new Faults(-1, -1);
    var _ = play(story.stream().filter(event -> event.at().isBefore(AGAIN)).toList(), faults);
    return faults.points();
  }

  /// @return how many runs were killed twice
  private long killTwiceEverywhere(List<Report> order) {
    var twice = 0L;
    var story = story(order, 0);
    var outcome = outcome(story, order.size());
    var points = run(story, outcome, -1, -1).points();
    for (var first = 0; first < points; first++) {
      var more = run(story, outcome, first, -1).points();
      for (var second = first + 1; second < more; second++) {
        if (run(story, outcome, first, second).kills() == 2) {
          twice++;
        }
      }
    }
    return twice;
  }

  private Faults run(List<Event> story, Outcome outcome, int first, int second) {
    var faults = new Faults(first, second);
    var office = play(story, faults);
    check(office, outcome, () -> story + ", killed at " + first + " and " + second);
    runs.incrementAndGet();
    kills.addAndGet(faults.kills());
    return faults;
  }

  private static Office play(List<Event> story, Faults faults) {
    var office = new Office(faults);
    for (var event : story) {
      event
          .report()
          .ifPresentOrElse(
              report -> office.hears(report, event.at()), () -> office.looks(event.at()));
    }
    return office;
  }

  private static void check(Office office, Outcome outcome, Supplier<String> story) {
    var history = office.store().referrals().read(Office.SAM).orElseThrow();
    var referral = history.snapshot().referral();
    var ledger = office.store().ledger(Office.SAM);
    assertThat(released(ledger)).as(story).isEqualTo(outcome.released());
    assertThat(shares(referral)).as(story).isEqualTo(outcome.shares());
    assertThat(balance(ledger, referral)).as(story).isEqualTo(350_000);
    if (!Life.of(history.facts()).equals(referral)
        || count(history.facts()) != outcome.reports()
        || payoutMails(office) != outcome.released().size()) {
      assertThat(history.facts()).as(story).isEmpty();
    }
  }

  private static List<Released> released(Map<String, LedgerEntry> ledger) {
    return ledger.values().stream()
        .filter(LedgerEntry.Released.class::isInstance)
        .map(LedgerEntry.Released.class::cast)
        .map(each -> new Released(each.instalment(), each.at(), each.dueOn()))
        .sorted(Comparator.comparingInt(Released::instalment))
        .toList();
  }

  /// A released instalment keeps its day and counts as earned.
  private static List<Policy.Share> shares(Referral referral) {
    return Owed.of(referral).stream()
        .map(line -> new Policy.Share(line.dueOn(), line.state() != InstalmentState.CANCELLED))
        .toList();
  }

  /// What the ledger and the plan say together, in cents: released, cancelled for good, and still
  /// to come.
  private static long balance(Map<String, LedgerEntry> ledger, Referral referral) {
    var sums = new TreeMap<String, Long>();
    for (var entry : ledger.values()) {
      var sign =
          switch (entry) {
            case LedgerEntry.Released released -> released.amount().minorUnits();
            case LedgerEntry.Cancelled cancelled -> cancelled.amount().minorUnits();
            case LedgerEntry.Revived revived -> -revived.amount().minorUnits();
            case LedgerEntry.Paid _,
                LedgerEntry.PutOnHold _,
                LedgerEntry.TakenOffHold _,
                LedgerEntry.Corrected _ ->
                0L;
          };
      sums.merge("all", sign, Long::sum);
    }
    var planned =
        Owed.of(referral).stream()
            .filter(line -> line.state() == InstalmentState.PLANNED)
            .mapToLong(line -> line.instalment().amount().minorUnits())
            .sum();
    return sums.getOrDefault("all", 0L) + planned;
  }

  private static long count(List<Fact> facts) {
    return facts.stream().filter(Fact.Reported.class::isInstance).count();
  }

  private static long payoutMails(Office office) {
    return office.store().notices(Office.SAM).stream()
        .filter(stored -> stored.notice().kind() == LetterKind.PAYOUT)
        .count();
  }

  private static List<Event> story(List<Report> order, int doubled) {
    var events = new ArrayList<Event>();
    for (var i = 0; i < order.size(); i++) {
      events.add(new Event(ARRIVALS.get(i), Optional.of(order.get(i))));
      if (((doubled >> i) & 1) == 1) {
        events.add(new Event(AGAIN, Optional.of(order.get(i))));
      }
    }
    LOOKS.forEach(look -> events.add(new Event(look, Optional.empty())));
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  /// What the policy says, told moment by moment.
  private static Outcome outcome(List<Event> story, int reports) {
    var known = new ArrayList<Report>();
    var released = new TreeMap<Integer, Released>();
    for (var event : story) {
      event.report().ifPresent(known::add);
      if (event.report().isEmpty()) {
        var today = LocalDate.ofInstant(event.at(), Policy.ZONE);
        var shares = Policy.shares(known);
        for (var i = 0; i < shares.size(); i++) {
          var share = shares.get(i);
          if (share.earned() && !share.day().isAfter(today)) {
            released.putIfAbsent(i + 1, new Released(i + 1, event.at(), share.day()));
          }
        }
      }
    }
    var shares = Policy.shares(known);
    return new Outcome(
        List.copyOf(released.values()),
        IntStream.range(0, shares.size())
            .mapToObj(i ->
                Optional.ofNullable(released.get(i + 1))
                    .map(each -> new Policy.Share(each.dueOn(), true))
                    .orElse(shares.get(i)))
            .toList(),
        reports);
  }

  private static List<List<Report>> orders(List<Report> reports) {
    if (reports.isEmpty()) {
      return List.of(List.of());
    }
    return reports.stream()
        .flatMap(first -> {
          var rest = new ArrayList<>(reports);
          rest.remove(first);
          return orders(rest).stream()
              .map(order -> Stream.concat(Stream.of(first), order.stream()).toList());
        })
        .toList();
  }
}
