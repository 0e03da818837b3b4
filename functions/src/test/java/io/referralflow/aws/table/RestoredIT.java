package io.referralflow.aws.table;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.port.Page;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.reward.PayoutReference;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.World;
import io.referralflow.screening.DecideReferral.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table is brought back to random moments of several lives, again and again, and the run after
/// a restore is called: no byte of whom was let go comes back, and finance is told once of each
/// instalment. Memory goes along and answers alike.
///
/// It stops by time: it does as many as begin within `-Drestores.seconds=100`, at most
/// `-Drestores=100`, with the seed `-Drestores.seed=1`, and says how many there were. Fewer than
/// twenty-five, or than were asked for, show nothing.
class RestoredIT {

  private static final int RESTORES = Integer.getInteger("restores", 100);
  private static final int ENOUGH = Math.min(25, RESTORES);
  private static final int SECONDS = Integer.getInteger("restores.seconds", 100);
  private static final long SEED = Long.getLong("restores.seed", 1);

  private static final int PEOPLE = 7;
  private static final int EACH = 5;
  private static final Instant BEGINNING = World.moment("2026-03-02T09:15");
  private static final Instant END = World.moment("2026-08-20T12:00");
  private static final Pattern TO_BE_PAID =
      Pattern.compile("(?:To be paid|Te betalen): .*(?:reference|kenmerk) (\\S+)");

  private int restores;
  private int erasedAgain;
  private int releasedBefore;
  private int payouts;

  /// Something that happens at a moment.
  ///
  /// @param again whether whoever did it does it again when it was lost: HR's events are sent anew,
  ///   and finance confirms what it has paid
  private record Deed(Instant at, Supplier<?> act, boolean again) {
    void isDone() {
      var _ = act.get();
    }
  }

  @Test
  void nothing_that_was_erased_comes_back_and_nothing_is_paid_twice() {
    var began = System.nanoTime();
    for (var life = 0; restores < RESTORES && seconds(began) < SECONDS; life++) {
      new Lives(new Random(SEED * 1_000_003 + life), "seed " + SEED + ", life " + life).live();
    }

    System.out.printf(
        "restores: %d, %d times data erased again, %d instalments known again, %d payouts, 0"
            + " violations, %d s%n"
            + "campaign {\"restores\": %d, \"erased_again\": %d, \"released_before\": %d,"
            + " \"payouts\": %d, \"violations\": 0}%n",
        restores,
        erasedAgain,
        releasedBefore,
        payouts,
        seconds(began),
        restores,
        erasedAgain,
        releasedBefore,
        payouts);
    assertThat(restores).isGreaterThanOrEqualTo(ENOUGH);
    assertThat(erasedAgain).isGreaterThanOrEqualTo(restores / 4);
    assertThat(releasedBefore).isGreaterThanOrEqualTo(restores / 20);
  }

  private static long seconds(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }

  /// The lives of some people, with a restore in them.
  private final class Lives {

    private final LocalTable table = LocalTable.fresh();
    private final Twin twin = new Twin(table);
    private final World world = World.on("2026-03-02T09:15", twin::beside);
    private final Map<ReferralId, String> people = new LinkedHashMap<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final Random random;
    private final String told;

    Lives(Random random, String told) {
      this.random = random;
      this.told = told;
      twin.changesOnly(true);
      SameStoriesIT.copy(world.store().programmes(), table.programmes());
    }

    void live() {
      for (var i = 0; i < PEOPLE; i++) {
        var id = world.refers(i % 2 == 0 ? EMMA : JORIS, address(i), JAVA_ENGINEER);
        people.put(id, address(i));
        tell(i, id);
      }
      deeds.sort(Comparator.comparing(Deed::at));
      for (var i = 0; i < EACH; i++) {
        isRestored();
      }
      act(world.now(), END);

      assertPaidOnce();
      world.assertSound();
      table.drop();
    }

    /// The table goes back to a moment that lies hours or weeks ahead, when some more time is over.
    private void isRestored() {
      var begin = world.now();
      var back = begin.plus(Duration.ofHours(random.nextInt(1, 20 * 24)));
      var now = back.plus(Duration.ofHours(random.nextInt(1, 15 * 24)));
      act(begin, back);
      var memory = world.store().moment();
      var rows = table.everyRow();
      act(back, now);
      var gone = gone();
      var mailed = world.postbox().received().size();

      world.store().returnTo(memory);
      table.returnTo(rows);
      twin.changesOnly(false);
      erasedAgain += world.product().upkeep.execute(Run.AMNESIA).erased();
      twin.changesOnly(true);
      restores++;

      assertGone(gone);
      world.settle();
      actAgain(back, now);
      world.pass(Duration.ofHours(random.nextInt(1, 48)));
      var _ =
          world
              .ports()
              .brake()
              .thaw(new Thaw(PETRA.id(), "Compared with finance.", world.now()), Optional.empty());
      world.pass(Duration.ofHours(25));
      actAgain(back, now);
      assertGone(gone);
      assertThat(world.postbox().received().stream().skip(mailed).map(mail -> mail.to().value()))
          .as(told)
          .noneMatch(gone.values()::contains);
    }

    private String address(int person) {
      return "canary" + person + "@example.org";
    }

    /// What happens to one of them; every other one is hired.
    private void tell(int person, ReferralId id) {
      var answer = between(1, 12);
      switch (person) {
        case 0, 1, 2 -> hired(person, id, answer);
        case 3 -> {
          hired(person, id, answer);
          act(between(36, 80), () -> world.answer(id, new Answer.Withdraw()));
        }
        case 4 -> {
          act(answer, () -> world.answer(id, accept()));
          act(between(13, 70), () -> world.answer(id, new Answer.Objection()));
        }
        case 5 -> act(answer, () -> world.answer(id, new Answer.Decline()));
        default -> act(between(1, 13), () -> world.takeBack(EMMA, id));
      }
    }

    private void hired(int person, ReferralId id, Instant answer) {
      act(answer, () -> world.answer(id, accept()));
      act(between(13, 20), () -> world.decide(RUBEN, id, new Decision.Advance()));
      var reported = between(21, 35);
      var start = LocalDate.parse("2026-04-07").plusDays(random.nextInt(40));
      var message = message(person, start, reported);
      deeds.add(new Deed(reported, () -> world.hear(message), true));
      var paid = between(60, 100);
      var day = LocalDate.ofInstant(paid, ZoneOffset.UTC).toString();
      deeds.add(new Deed(paid, () -> world.confirm(FATIMA, id, 1, day), true));
    }

    private HrMessage message(int person, LocalDate start, Instant at) {
      return HrMessage.hired("HR-" + person, start.toString())
          .of(address(person))
          .named("hire-" + person)
          .occurred(at);
    }

    private Answer accept() {
      return new Answer.Accept(Feedback.STAGE, Keep.PROCEDURE);
    }

    private void act(Instant at, Supplier<?> act) {
      deeds.add(new Deed(at, act, false));
    }

    private Instant between(int first, int last) {
      return BEGINNING.plus(Duration.ofHours(random.nextInt(first * 24, last * 24)));
    }

    private void act(Instant after, Instant until) {
      for (var deed : deeds) {
        if (deed.at().isAfter(after) && !deed.at().isAfter(until)) {
          if (deed.at().isAfter(world.now())) {
            world.goTo(deed.at());
          }
          deed.isDone();
        }
      }
      if (until.isAfter(world.now())) {
        world.goTo(until);
      }
    }

    private void actAgain(Instant after, Instant until) {
      deeds.stream()
          .filter(Deed::again)
          .filter(deed -> deed.at().isAfter(after) && !deed.at().isAfter(until))
          .forEach(Deed::isDone);
    }

    /// Whose data was let go, and their addresses.
    private Map<ReferralId, String> gone() {
      var gone = new LinkedHashMap<>(people);
      gone.keySet().removeIf(world.store()::knowsCandidate);
      return gone;
    }

    private void assertGone(Map<ReferralId, String> gone) {
      var rows = table.everyRow().toString() + table.everyKeptRow() + world.store().everything();
      for (var address : gone.values()) {
        assertThat(rows).as(told).doesNotContain(World.candidate(address).name(), address);
      }
    }

    /// Finance was told once of each instalment, and the ledger knows all that it was told of.
    private void assertPaidOnce() {
      var mails = new TreeMap<String, Integer>();
      for (var mail : world.postbox().received()) {
        var found = TO_BE_PAID.matcher(mail.letter().subject());
        if (found.matches()) {
          mails.merge(found.group(1), 1, Integer::sum);
        }
      }
      assertThat(mails.values()).as(told + " " + mails).allMatch(count -> count == 1);
      var released = new TreeSet<String>();
      for (var id : people.keySet()) {
        var receipt = world.referral(id).particulars().receiptNumber();
        for (var entry : world.store().ledger(id).values()) {
          if (entry instanceof LedgerEntry.Released each) {
            released.add(PayoutReference.of(receipt, each.instalment()));
          }
        }
      }
      assertThat(released).as(told).isEqualTo(mails.keySet());
      payouts += released.size();
      releasedBefore +=
          (int)
              world
                  .ports()
                  .failures()
                  .list(new Page.Request(100, Optional.empty()))
                  .items()
                  .stream()
                  .filter(failure -> failure.reason().equals("released-before"))
                  .count();
    }
  }
}
