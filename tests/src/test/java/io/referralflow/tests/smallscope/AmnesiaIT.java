package io.referralflow.tests.smallscope;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Report;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.scenario.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// All executions are deleted, at random moments of the lives of several referrals, with and
/// without the run that starts them anew: every payout that [Policy] asks for happens, at most 24
/// hours after its day began, and none that it does not.
class AmnesiaIT {

  private static final Instant END = World.moment("2026-12-01T12:00");
  private static final Duration A_DAY = Duration.ofHours(24);

  /// Something that happens at a moment.
  private record Moment(Instant at, Runnable deed) {}

  private long payouts;
  private long losses;

  @Test
  void of_all_executions_costs_a_day_at_most_and_no_payout() {
    var runs = 100;
    for (var run = 0; run < runs; run++) {
      live(new Random(100L * (Campaign.slice() + 1) + run));
    }

    Campaign.report(Map.of("amnesias", runs, "losses", losses, "payouts", payouts));
    assertThat(payouts).isGreaterThan(500);
  }

  private void live(Random random) {
    var world = World.on("2026-03-02T09:15");
    if (random.nextBoolean()) {
      world.hourly();
    }
    var ids = new ArrayList<ReferralId>();
    var moments = new ArrayList<Moment>();
    for (var i = 0; i < 6; i++) {
      var person = i;
      var id = world.refers(EMMA, "sam" + i + "@example.org", JAVA_ENGINEER);
      ids.add(id);
      moments.add(new Moment(between(random, "2026-03-03", "2026-03-05"), () -> world.accepts(id)));
      moments.add(
          new Moment(between(random, "2026-03-06", "2026-03-20"), () -> world.advances(RUBEN, id)));
      var start = LocalDate.parse("2026-04-15").plusDays(random.nextInt(60));
      moments.add(
          new Moment(
              between(random, "2026-03-21", "2026-04-10"),
              () ->
                  world.hears(
                      hired("HR-" + person, start.toString())
                          .of("sam" + person + "@example.org"))));
      if (i == 1) {
        moments.add(
            new Moment(
                between(random, "2026-04-11", "2026-04-14"),
                () -> world.hears(startMoved("HR-1", start.plusDays(9).toString()))));
      }
      if (i == 2) {
        moments.add(
            new Moment(
                between(random, "2026-04-11", "2026-04-14"),
                () -> world.hears(left("HR-2", start.plusDays(random.nextInt(90)).toString()))));
      }
    }
    for (var i = 0; i < 1 + random.nextInt(6); i++) {
      var restarts = random.nextInt(3) == 0;
      moments.add(
          new Moment(
              between(random, "2026-03-02", "2026-10-01"),
              () -> {
                losses++;
                world.losesAllExecutions();
                if (restarts) {
                  world.upkeep(Run.RESTART);
                }
              }));
    }
    moments.sort(Comparator.comparing(Moment::at));
    for (var moment : moments) {
      if (moment.at().isAfter(world.now())) {
        world.goTo(moment.at());
      }
      moment.deed().run();
    }
    world.goTo(END);

    world.assertSound();
    ids.forEach(id -> check(world, id));
  }

  private void check(World world, ReferralId id) {
    var reports = new ArrayList<Report>();
    for (var fact : world.facts(id)) {
      if (fact instanceof Fact.Reported(_, var report)) {
        reports.add(report);
      }
    }
    var shares = Policy.shares(reports);
    var expected = new ArrayList<String>();
    for (var i = 0; i < shares.size(); i++) {
      if (shares.get(i).earned()) {
        expected.add((i + 1) + " due " + shares.get(i).day());
      }
    }
    var released = new ArrayList<String>();
    for (var entry : world.store().ledger(id).values()) {
      if (entry instanceof LedgerEntry.Released each) {
        payouts++;
        released.add(each.instalment() + " due " + each.dueOn());
        var due = each.dueOn().atStartOfDay(Policy.ZONE).toInstant();
        assertThat(each.at()).as("%s of %s", each, id).isBetween(due, due.plus(A_DAY));
      }
    }
    assertThat(released).as("of %s", id).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Instant between(Random random, String from, String to) {
    var first = World.moment(from + "T10:00").getEpochSecond();
    var last = World.moment(to + "T10:00").getEpochSecond();
    return Instant.ofEpochSecond(random.nextLong(first, last));
  }
}
