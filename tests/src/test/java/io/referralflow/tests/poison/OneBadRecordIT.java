package io.referralflow.tests.poison;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.fake.FakeExecutions;
import io.referralflow.fake.FakeMailer;
import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.function.Handlers;
import io.referralflow.letter.Letter;
import io.referralflow.port.Executions;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Mailer;
import io.referralflow.port.Page;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.World;
import io.referralflow.tests.smallscope.Campaign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Batches of 10 to 10,000 records with one bad among them, at any place and of every kind. After
/// the first delivery all others are done; after at most one more the bad one is on the failure
/// list, once, and holds nobody up. When what was wrong is mended, its referral goes on as well.
@TestInstance(Lifecycle.PER_CLASS)
class OneBadRecordIT {

  private static final String BEGINNING = "2026-03-02T09:15";

  /// What is bad about the record.
  private enum Kind {
    STATE_OF_A_NEWER_RELEASE,
    LEG_THAT_IS_NO_NUMBER,
    MAIL_WITHOUT_A_NUMBER,
    MAIL_DUE_AT_NO_MOMENT,
    MAIL_THAT_CANNOT_BE_WRITTEN,
    EXECUTION_THAT_CANNOT_START,
    EXECUTION_THAT_IS_REFUSED_FOR_EVER
  }

  private int batches;
  private long records;

  @AfterAll
  void counts() {
    Campaign.report(Map.of("batches", batches, "records", records));
  }

  @Test
  void of_a_batch_delays_the_others_by_nothing_and_is_listed_once() {
    var random = new SplittableRandom(4_000 + Campaign.slice());
    var wanted = Campaign.size(420, 1_000);
    for (var i = 0; i < wanted; i++) {
      deliver(Kind.values()[i % Kind.values().length], i < 7 ? 3_333 : referrals(random), random);
    }
    assertThat(batches).isEqualTo(wanted);
  }

  /// Small batches often, large ones seldom: 3 records for each referral.
  private static int referrals(SplittableRandom random) {
    return (int) Math.round(Math.exp(random.nextDouble(Math.log(3.4), Math.log(300))));
  }

  private void deliver(Kind kind, int referrals, SplittableRandom random) {
    var office = new Office();
    var ids = office.refer(referrals);
    var bad = ids.get(random.nextInt(ids.size()));
    var batch = office.batch(kind, bad);
    batches++;
    records += batch.size();

    var left = batch.again(office.handlers.outbox(batch.json()), 0);
    for (var id : ids) {
      if (!id.equals(bad) && !office.isDone(id)) {
        assertThat(office.told(id)).as("%s of %d, bad: %s", kind, ids.size(), id).isEqualTo("done");
      }
    }

    if (left.size() > 0) {
      office.world.sleepsUntil("2026-03-02T09:16");
      left = batch.again(office.handlers.outbox(left.json()), 0);
    }
    assertThat(left.size()).as("%s keeps the shard", kind).isZero();
    var answer = office.handlers.outbox(batch.json());
    assertThat(answer).as("%s, all again", kind).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(office.failures())
        .as("%s", kind)
        .extracting(Failure::reason)
        .containsExactly("fault");
    assertThat(office.failures().getFirst().id()).contains(bad.value());

    office.mend(bad);
    assertThat(office.isDone(bad)).as("%s, mended: %s", kind, office.told(bad)).isTrue();
    assertThat(office.mailer.twice).isEmpty();
  }

  /// A company whose stream is carried by hand.
  private static final class Office {
    final Executioner executions = new Executioner();
    final Postman mailer = new Postman();
    final World world =
        World.on(BEGINNING, ports -> ports.withExecutions(executions).withMailer(mailer));
    final Handlers handlers = new Handlers(world.ports());

    List<ReferralId> refer(int count) {
      world.streamStops();
      var ids = new ArrayList<ReferralId>();
      for (var i = 0; i < count; i++) {
        ids.add(world.refers(EMMA, "sam" + i + "@example.org", JAVA_ENGINEER));
      }
      return ids;
    }

    /// All that was written, with something wrong about one referral.
    Batch batch(Kind kind, ReferralId bad) {
      var at = world.now();
      var records = new ArrayList<>(Batch.records(world.store().takeStream(), at, 0));
      var pk = "REFERRAL#" + bad.value();
      for (var i = 0; i < records.size(); i++) {
        var record = records.get(i);
        if (record.contains(pk + "\"") && record.contains("\"HEAD\"")) {
          switch (kind) {
            case STATE_OF_A_NEWER_RELEASE ->
                records.set(i, Batch.head(i, at, pk, "reconsidered", "1", 1, 1, 0));
            case LEG_THAT_IS_NO_NUMBER ->
                records.set(i, Batch.head(i, at, pk, "invited", "one", 1, 1, 0));
            case EXECUTION_THAT_CANNOT_START ->
                executions.bad = Optional.of(new IllegalStateException("cannot start"));
            case EXECUTION_THAT_IS_REFUSED_FOR_EVER ->
                executions.bad = Optional.of(SdkClientException.create("refused"));
            default -> {}
          }
        } else if (record.contains(pk + "\"") && record.contains("OUTBOX#000000002")) {
          switch (kind) {
            case MAIL_WITHOUT_A_NUMBER ->
                records.set(i, Batch.mail(i, at, pk, "OUTBOX#two", "2026-03-01T00:00:00Z"));
            case MAIL_DUE_AT_NO_MOMENT ->
                records.set(i, Batch.mail(i, at, pk, "OUTBOX#000000002", "soon"));
            case MAIL_THAT_CANNOT_BE_WRITTEN -> mailer.bad = Optional.of(bad.value() + "-2");
            default -> {}
          }
        }
      }
      executions.badOne = Optional.of(bad);
      return Batch.of(records);
    }

    /// Whatever was wrong is mended, and upkeep runs every hour. It takes 500 at a time.
    void mend(ReferralId id) {
      executions.bad = Optional.empty();
      mailer.bad = Optional.empty();
      for (var hour = 10; hour < 20 && !isDone(id); hour++) {
        world.sleepsUntil("2026-03-02T" + hour + ":30");
        world.upkeep(Run.HOURLY);
        for (var written = world.store().takeStream();
            !written.isEmpty();
            written = world.store().takeStream()) {
          var answer = handlers.outbox(Batch.of(Batch.records(written, world.now(), 0)).json());
          assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        }
      }
    }

    boolean isDone(ReferralId id) {
      return told(id).equals("done");
    }

    String told(ReferralId id) {
      var leg = world.ports().referrals().find(id).orElseThrow().leg();
      var started = executions.sound.startedFrom(id, leg).isPresent();
      var sent =
          world.store().notices(id).stream().allMatch(each -> each.state() == MailState.SENT);
      return started && sent ? "done" : "started " + started + ", " + world.store().notices(id);
    }

    List<Failure> failures() {
      return world.ports().failures().list(new Page.Request(100, Optional.empty())).items();
    }
  }

  /// Starts all executions but one.
  private static final class Executioner implements Executions {
    final FakeExecutions sound = new FakeExecutions();
    Optional<RuntimeException> bad = Optional.empty();
    Optional<ReferralId> badOne = Optional.empty();

    @Override
    public void start(ReferralId id, int leg, String from) {
      if (bad.isPresent() && badOne.filter(id::equals).isPresent()) {
        throw bad.get();
      }
      sound.start(id, leg, from);
    }

    @Override
    public void stop(ReferralId id, int leg) {
      sound.stop(id, leg);
    }

    @Override
    public boolean wake(String token, String next) {
      return sound.wake(token, next);
    }
  }

  /// Takes all mails but one, and notes which came twice.
  private static final class Postman implements Mailer {
    final FakeMailer sound = new FakeMailer();
    final Set<String> seen = new HashSet<>();
    final Set<String> twice = new HashSet<>();
    Optional<String> bad = Optional.empty();

    @Override
    public Handover send(Email to, Letter letter, String reference) {
      if (bad.filter(reference::equals).isPresent()) {
        throw new IllegalStateException("cannot be written");
      }
      if (!seen.add(reference)) {
        twice.add(reference);
      }
      return sound.send(to, letter, reference);
    }
  }
}
