package io.referralflow.tests.simulation;

import io.referralflow.aws.fault.Beside;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.fake.InMemoryWorld.Streamed;
import io.referralflow.process.FollowReferral.Changed;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.Product;
import io.referralflow.step.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plays one story with the whole product in memory, on a clock that goes from one moment at which
/// something is to be done to the next. Whoever calls the product does after a fault what it does
/// in production: people try again, the bus tries twice more and then parks the event, the stream
/// sends a record up to ten times, the machine retries its tasks.
///
/// Upkeep runs at full hours, and at 06:00 the daily one, as in production. A run that would find
/// nothing is skipped: each of its parts asks a list of what is overdue, and does nothing when the
/// list is empty; [InMemoryWorld#nextHourlyWork] says when one is not. The report before paying,
/// which is part of the daily run, is played after each release. Everything else is played.
final class History {

  /// More upkeep runs than any story needs, in which the same thing is overdue for ever.
  private static final int ENDLESS = 6_000;

  /// In one of so many histories every daily run is played, also those that would find nothing.
  private static final long EVERY_DAY = 64;

  private static final LocalTime DAILY = LocalTime.of(6, 0);
  private static final int STREAM_TRIES = 10;
  private static final int BUS_TRIES = 3;

  private record Action(Instant at, long number, Runnable work) {}

  /// A clock as one worker sees it.
  private final class Clock implements InstantSource {
    @Override
    public Instant instant() {
      return now.plusSeconds(skew);
    }
  }

  private final Story story;
  private final Faults faults;
  private final InMemoryWorld store = new InMemoryWorld();
  private final Mailbox mailbox = new Mailbox(this);
  private final Engine engine = new Engine(this);
  private final Product product;
  private final Ports trusted;
  private final Ports stored;
  private final Ports ports;
  private final Rules rules;
  private final Deeds deeds;
  private final Plant plant;
  private final PriorityQueue<Action> queue =
      new PriorityQueue<>((one, other) -> {
        var byTime = one.at().compareTo(other.at());
        return byTime != 0 ? byTime : Long.compare(one.number(), other.number());
      });
  private final List<Runnable> parked = new ArrayList<>();
  private final Map<ReferralId, Instant> poisoned = new LinkedHashMap<>();
  private Instant now;
  private long skew;
  private long numbers;
  private @Nullable Step step;
  private int depth;
  private boolean calm;
  private Instant lastUpkeep;
  private int upkeeps;
  private int attempts;
  private int failed;
  private long trace = 17;
  private long written = 17;
  private boolean everyHour;
  private boolean unaudited;
  private Instant streamLostUntil = Instant.MIN;
  private Instant streamTwiceUntil = Instant.MIN;
  private Instant streamLateUntil = Instant.MIN;
  private long streamLate;

  History(Story story, Plant plant) {
    this(story, plant, (ports, _) -> ports);
  }

  /// @param stored what the product stores in; it is also given the programme's company
  private History(Story story, Plant plant, BiFunction<Ports, Company, Ports> stored) {
    this.story = story;
    this.plant = plant;
    now = story.start();
    lastUpkeep = now.truncatedTo(ChronoUnit.HOURS);
    faults = new Faults(this, story.faults());
    trusted = Ports.of(store, engine, mailbox, new Clock());
    story.company().setUp(store.programmes(), this::now);
    rules = new Rules(this);
    this.stored = stored.apply(rules.around(trusted), story.company());
    ports = faults.around(plant.in(this.stored, this));
    product = new Product(ports);
    deeds = new Deeds(this);
  }

  /// What became of a history.
  record Played(
      long trace,
      long written,
      int attempts,
      int failed,
      List<String> violations,
      List<Faults.Planned> happened,
      Map<String, Integer> unknownPlaces,
      Map<String, Integer> troubles,
      Map<Promise, Long> evaluated) {}

  /// Plays a story to its end, three years later.
  static Played play(Story story) {
    return play(story, Plant.NONE);
  }

  /// The same, with storage that a test brings.
  static Played play(Story story, BiFunction<Ports, Company, Ports> stored) {
    return new History(story, Plant.NONE, stored).played();
  }

  static Played play(Story story, Plant plant) {
    return new History(story, plant).played();
  }

  /// The same, without leaving out upkeep runs that find nothing.
  static Played playEveryHour(Story story) {
    var history = new History(story, Plant.NONE);
    history.everyHour = true;
    return history.played();
  }

  private Played played() {
    for (var event : story.events()) {
      at(story.start().plusSeconds(event.at()), () -> deeds.happen(event));
    }
    if (story.calm()) {
      at(story.end().minus(Story.CALM), this::calmDown);
    }
    try {
      run();
      rules.atEnd();
    } catch (Endless endless) {
      rules.broken(Promise.AWAKE, "upkeep is never done: something stays overdue for ever");
    }
    trace = Dice.hash(trace, rules.violations().size(), mailbox.posted().size());
    return new Played(
        trace,
        written,
        attempts,
        failed,
        rules.violations(),
        faults.happened(),
        faults.unknown(),
        deeds.troubles(),
        rules.evaluated());
  }

  private static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void run() {
    var end = story.end();
    while (true) {
      var next = queue.peek();
      var upkeep = nextUpkeep();
      if (next != null && !next.at().isAfter(upkeep)) {
        if (next.at().isAfter(end)) {
          break;
        }
        var _ = queue.poll();
        moveTo(next.at());
        next.work().run();
      } else {
        if (upkeep.isAfter(end)) {
          break;
        }
        moveTo(upkeep);
        lastUpkeep = upkeep;
        upkeeps += trusted.brake().standing().isFrozen() ? 0 : 1;
        if (upkeeps > ENDLESS && !everyHour) {
          throw new Endless();
        }
        var daily = upkeep.atZone(story.company().zone()).toLocalTime().equals(DAILY);
        unaudited = unaudited && !daily;
        upkeep(daily ? Run.DAILY : Run.HOURLY, 1);
      }
      stream();
    }
    moveTo(end);
  }

  private void moveTo(Instant moment) {
    now = moment.isAfter(now) ? moment : now;
  }

  private Instant nextUpkeep() {
    var after = lastUpkeep.plus(1, ChronoUnit.HOURS);
    if (everyHour) {
      return after;
    }
    var hourly = later(fullHour(store.nextHourlyWork()), after);
    if (story.seed() % EVERY_DAY == 0) {
      return earlier(hourly, sixOClock(after));
    }
    var daily = store.nextDailyWork();
    daily = unaudited ? now : daily;
    return daily.equals(Instant.MAX) ? hourly : earlier(hourly, sixOClock(later(daily, after)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant fullHour(Instant moment) {
    var hour = moment.equals(Instant.MAX) ? moment : moment.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(moment) ? moment : hour.plus(1, ChronoUnit.HOURS);
  }

  private Instant sixOClock(Instant after) {
    var local = after.atZone(story.company().zone());
    var six = local.with(DAILY);
    return (six.isBefore(local) ? six.plusDays(1).with(DAILY) : six).toInstant();
  }

  void upkeep(Run run, int tried) {
    var which =
        switch (run) {
          case HOURLY -> Step.UPKEEP_HOURLY;
          case DAILY -> Step.UPKEEP_DAILY;
          case RESTART -> Step.UPKEEP_RESTART;
          case AMNESIA -> Step.UPKEEP_AMNESIA;
        };
    if (attempt(which, () -> product.upkeep.execute(run)).isEmpty() && tried < BUS_TRIES) {
      later(Duration.ofMinutes(tried), () -> upkeep(run, tried + 1));
    }
  }

  // What the parts of a history need of each other.

  Story story() {
    return story;
  }

  Instant now() {
    return now;
  }

  Product product() {
    return product;
  }

  /// The ports without faults, for those who watch.
  Ports trusted() {
    return trusted;
  }

  /// What the product stores in, without the story's faults, for changes that nobody calls the
  /// product for.
  Ports stored() {
    return stored;
  }

  InMemoryWorld store() {
    return store;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  Engine engine() {
    return engine;
  }

  Rules rules() {
    return rules;
  }

  Deeds deeds() {
    return deeds;
  }

  Plant plant() {
    return plant;
  }

  Faults faults() {
    return faults;
  }

  @Nullable Step step() {
    return step;
  }

  boolean isCalm() {
    return calm;
  }

  void trace(long... parts) {
    trace = Dice.hash(trace, Dice.hash(parts));
  }

  /// Something was released, so that the next daily run has a payout more to look through.
  void released() {
    unaudited = true;
  }

  /// What was written when, of which reads and skipped runs are no part.
  void wrote(long... parts) {
    written = Dice.hash(written, Dice.hash(parts));
    trace(parts);
  }

  private void at(Instant moment, Runnable work) {
    queue.add(new Action(moment, numbers++, work));
  }

  void later(Duration wait, Runnable work) {
    at(now.plus(wait), work);
  }

  /// A call of a use case; empty when it failed by an injected fault.
  <T> Optional<T> attempt(Step which, Supplier<T> work) {
    var outerStep = step;
    var outerSkew = skew;
    step = which;
    attempts++;
    skew =
        story.skew() == 0
            ? 0
            : new Dice(Dice.hash(story.seed(), attempts)).between(-story.skew(), story.skew());
    depth++;
    try {
      var answer = work.get();
      trace(which.name().hashCode(), now.getEpochSecond(), 1);
      return Optional.of(answer);
    } catch (Faults.Killed | Faults.Injected | Beside.Surrendered fault) {
      failed++;
      trace(which.name().hashCode(), now.getEpochSecond(), 0);
      return Optional.empty();
    } catch (RuntimeException fault) {
      rules.broken(Promise.NO_FAULT, which + " failed: " + fault);
      return Optional.empty();
    } finally {
      depth--;
      step = outerStep;
      skew = outerSkew;
    }
  }

  /// Something else happens first: what is next to be done, if that is soon, else upkeep.
  void overtake() {
    if (depth > 2) {
      return;
    }
    var next = queue.peek();
    if (next != null && next.at().isBefore(now.plus(1, ChronoUnit.HOURS))) {
      var _ = queue.poll();
      next.work().run();
    } else {
      upkeep(Run.HOURLY, BUS_TRIES);
    }
  }

  // The stream and what is parked.

  private void stream() {
    var streamed = store.takeStream();
    if (streamed.isEmpty()) {
      return;
    }
    if (now.isBefore(streamLostUntil) && !calm) {
      return;
    }
    var wait = now.isBefore(streamLateUntil) && !calm ? streamLate : 1;
    later(Duration.ofSeconds(wait), () -> deliver(streamed, 1));
    if (now.isBefore(streamTwiceUntil) && !calm) {
      var again = new Dice(Dice.hash(story.seed(), numbers)).between(1, 40 * 86_400);
      later(Duration.ofSeconds(again), () -> deliver(streamed, 1));
    }
  }

  /// One batch: starts and wake-ups first, mails after; what failed comes again alone, and the
  /// whole batch when the process was killed.
  private void deliver(List<Streamed> batch, int tried) {
    var again = new ArrayList<Streamed>();
    for (var record : batch) {
      if (record
          instanceof Streamed.Head(var id, var leg, var state, var version, var leads, var wakes)) {
        var change = new Changed(id, leg, state, version == leads, version == wakes);
        if (attempt(Step.FOLLOW, done(() -> product.followReferral.execute(change))).isEmpty()) {
          again.add(record);
        }
      }
    }
    for (var record : batch) {
      if (record instanceof Streamed.Mail(var id, var number)
          && attempt(Step.SEND, done(() -> product.sendNotice.round(id).send(number))).isEmpty()) {
        rules.unknown(id.value() + "-" + number);
        again.add(record);
      }
    }
    for (var record : batch) {
      if (record instanceof Streamed.ProgrammeMail(var id)
          && attempt(Step.SEND, done(() -> product.sendProgrammeNotice.execute(id))).isEmpty()) {
        again.add(record);
      }
    }
    if (!again.isEmpty()) {
      if (tried < STREAM_TRIES) {
        later(Duration.ofSeconds(1L << Math.min(tried, 6)), () -> deliver(again, tried + 1));
      } else {
        park(() -> deliver(again, 1));
      }
    }
  }

  static Supplier<Boolean> done(Runnable work) {
    return () -> {
      work.run();
      return true;
    };
  }

  /// Work that failed for good is kept for an operator, who sends it again within days.
  void park(Runnable work) {
    parked.add(work);
    var wait = new Dice(Dice.hash(story.seed(), numbers)).between(3_600, 10 * 86_400);
    later(Duration.ofSeconds(calm ? 60 : wait), work);
  }

  /// An operator sends everything again that was ever parked, and weeks later once more.
  void redrive() {
    for (var work : List.copyOf(parked)) {
      later(Duration.ofSeconds(1), work);
      later(Duration.ofDays(20), work);
    }
    parked.clear();
  }

  private void calmDown() {
    calm = true;
    mailbox.pauseUntil(Instant.MIN);
    poisoned.clear();
    deeds.thaws(Company.PEOPLE.get(7));
    redrive();
  }

  // What goes wrong.

  /// Nothing runs for a while. Whatever was on its way is cut off long before the end of it, so an
  /// outage in the middle of a call comes when that call is over.
  void outage(long seconds) {
    if (depth > 0) {
      later(Duration.ofSeconds(1), () -> outage(seconds));
      return;
    }
    now = now.plusSeconds(seconds);
    lastUpkeep = now.truncatedTo(ChronoUnit.HOURS);
  }

  void loseStream(long seconds) {
    streamLostUntil = now.plusSeconds(seconds);
  }

  void doubleStream(long seconds) {
    streamTwiceUntil = now.plusSeconds(seconds);
  }

  void delayStream(long seconds) {
    streamLateUntil = now.plus(1, ChronoUnit.DAYS);
    streamLate = seconds;
  }

  void poison(ReferralId id, long seconds) {
    poisoned.put(id, now.plusSeconds(seconds));
  }

  boolean isPoisoned(ReferralId id) {
    var until = poisoned.get(id);
    return until != null && now.isBefore(until);
  }

  /// The first leg is started once more, long after it was over.
  boolean reuseName(ReferralId id) {
    var found = trusted.referrals().find(id);
    var entry =
        found.flatMap(
            snapshot -> Timing.entry(io.referralflow.referral.StateName.of(snapshot.referral())));
    entry.ifPresent(from -> engine.reuse(id, 1, from));
    return entry.isPresent();
  }
}
