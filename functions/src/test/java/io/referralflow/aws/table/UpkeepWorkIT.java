package io.referralflow.aws.table;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.table.EveryRequest.Count;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.port.Page;
import io.referralflow.process.Upkeep.Done;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The work of upkeep grows with what is overdue and not with what is stored: with a hundred and
/// with many referrals beside the same overdue ones, the same requests and units. How many is
/// `-Dupkeep.stored=100000`; a thousand if nobody says.
///
/// The referrals beside them are real ones in five states, which the product wrote, and copies of
/// their rows under other ids. Of those rows all that stand in an index or are read by upkeep are
/// copied; facts, ledger and sent mail are in no list.
class UpkeepWorkIT {

  private static final int FEW = 100;
  private static final int MANY = Integer.getInteger("upkeep.stored", 1_000);
  private static final int BATCH = 25;

  /// The lost execution is begun again and the lost mail sent.
  private static final Done AT_FIVE = new Done(1, 2, 0, 0, 0, 0);

  private static final Done AT_SIX = new Done(0, 0, 0, 0, 0, 0);

  private record Measured(int stored, int rows, Run run, Done done, Count took) {}

  @Test
  void upkeep_does_the_same_beside_a_hundred_referrals_and_many() {
    var few = measured(FEW);
    var many = measured(MANY);

    System.out.println("Upkeep with the same overdue, by what is stored:");
    for (var each : List.of(few.getFirst(), many.getFirst(), few.getLast(), many.getLast())) {
      System.out.printf(
          Locale.ROOT,
          "%,8d referrals, %,9d rows, %-6s %s, %s%n",
          each.stored,
          each.rows,
          each.run,
          each.took,
          each.done);
    }
    assertThat(many.stream().map(Measured::took).toList())
        .isEqualTo(few.stream().map(Measured::took).toList());
    assertThat(many.getFirst().done).isEqualTo(few.getFirst().done).isEqualTo(AT_FIVE);
    assertThat(many.getLast().done).isEqualTo(few.getLast().done).isEqualTo(AT_SIX);
  }

  private static List<Measured> measured(int stored) {
    var meter = new EveryRequest();
    var table = LocalTable.fresh(meter);
    var world = World.on("2026-03-02T09:15", new Twin(table)::beside);
    setUp(world, table);
    var near = world.refers(EMMA, "near@example.org", JAVA_ENGINEER);
    world.accepts(near);
    world.hears(hired("HR-1", "2026-05-01").of("near@example.org"));
    var beside = beside(world);
    var rows = copy(table, beside, stored);
    overdue(world);
    var measured = new ArrayList<Measured>();
    for (var run : List.of(Run.HOURLY, Run.DAILY)) {
      world.sleepsUntil(run == Run.HOURLY ? "2026-05-21T05:00" : "2026-05-21T06:00");
      meter.reset();
      var done = world.product().upkeep.execute(run);
      measured.add(new Measured(stored, rows, run, done, meter.all()));
      world.settle();
    }
    return measured;
  }

  private static void setUp(World world, LocalTable table) {
    var from = world.store().programmes();
    var at = Instant.parse("2026-03-01T09:00:00Z");
    from.terms(at)
        .ifPresent(terms -> assertThat(table.programmes().publish(terms, PETRA.id())).isTrue());
    from.settings().ifPresent(settings -> table.programmes().save(settings, PETRA.id(), at));
    for (var vacancy : from.vacancies(new Page.Request(100, Optional.empty())).items()) {
      var _ = table.programmes().save(vacancy, PETRA.id(), at);
    }
  }

  /// Five referrals of which nothing is due by 21 May: in screening, in hiring, with a first
  /// instalment released and promised for June, paid in full, and rejected with data kept a year.
  private static List<ReferralId> beside(World world) {
    var all = new ArrayList<ReferralId>();
    for (var name : List.of("ada", "ben", "cas", "dan", "eva")) {
      var id = world.refers(JORIS, name + "@example.org", JAVA_ENGINEER);
      all.add(id);
      world.accepts(id, Feedback.STAGE, Keep.YEAR);
      if (!name.equals("ada") && !name.equals("eva")) {
        world.advances(RUBEN, id);
      }
    }
    world.rejects(RUBEN, all.getLast(), RejectionReason.EXPERIENCE);
    world.hears(hired("HR-3", "2026-05-18").of("cas@example.org"));
    world.hears(hired("HR-4", "2026-03-03").of("dan@example.org"));
    world.goTo("2026-05-18T09:00");
    for (var instalment : List.of(1, 2)) {
      world.confirms(FATIMA, all.get(3), instalment, "2026-05-18");
    }
    return all;
  }

  /// What is overdue on 21 May: a released instalment is promised for the 29th, the execution and
  /// the invitation of a new referral got lost, and a candidate says nothing.
  private static void overdue(World world) {
    world.streamStops();
    var _ = world.refers(EMMA, "new@example.org", JAVA_ENGINEER);
    world.streamIsLost();
  }

  /// Writes copies until so many referrals are stored; answers how many rows there are.
  private static int copy(LocalTable table, List<ReferralId> originals, int stored) {
    var rows =
        table.everyRow().stream()
            .filter(row -> row.containsKey("listKey") || row.containsKey("ownerKey"))
            .toList();
    var count = 0;
    try (var client = DynamoDbLocal.impatientClient()) {
      var batch = new ArrayList<WriteRequest>();
      for (var number = originals.size(); number < stored; number++) {
        var original = originals.get(number % originals.size());
        for (var row : rows) {
          if (row.toString().contains(original.value())) {
            batch.add(copied(row, original, number));
            count++;
            if (batch.size() == BATCH) {
              write(client, table.name(), batch);
            }
          }
        }
      }
      write(client, table.name(), batch);
    }
    return rows.size() + count;
  }

  private static void write(DynamoDbClient client, String table, List<WriteRequest> batch) {
    if (!batch.isEmpty()) {
      var answer =
          client.batchWriteItem(request -> request.requestItems(Map.of(table, List.copyOf(batch))));
      assertThat(answer.unprocessedItems()).isEmpty();
      batch.clear();
    }
  }

  private static WriteRequest copied(
      Map<String, AttributeValue> row, ReferralId original, int number) {
    var id = String.format(Locale.ROOT, "copy%022d", number);
    var copy =
        row.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each ->
                        each.getValue().s() == null
                            ? each.getValue()
                            : AttributeValue.fromS(
                                each.getValue().s().replace(original.value(), id))));
    copy.compute(
        "pk", (_, pk) -> pk == null || !pk.equals(row.get("pk")) ? pk : behind(pk, number));
    return WriteRequest.builder().putRequest(PutRequest.builder().item(copy).build()).build();
  }

  private static AttributeValue behind(AttributeValue pk, int number) {
    return AttributeValue.fromS(pk.s() + "-" + number);
  }
}
