package io.referralflow.aws.table;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.audit.Audit;
import io.referralflow.audit.Finding;
import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.item.Chain;
import io.referralflow.aws.item.FactItem;
import io.referralflow.aws.item.LedgerItem;
import io.referralflow.aws.item.ReferralItem;
import io.referralflow.port.Chronicles.Chronicle;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Whoever changes a stored row of a referral's record is found, whatever was changed: the rows of
/// three lives are tampered with at random, many times.
class TamperingTest {

  private static final int TIMES = 10_000;

  /// What was done to the rows.
  private enum Deed {
    A_FACT_CHANGED,
    A_FACT_REWRITTEN_WITH_A_HASH_OF_ITS_OWN,
    A_FACT_REMOVED,
    A_FACT_REMOVED_AND_THE_REST_RENUMBERED,
    TWO_FACTS_SWAPPED,
    A_FACT_INSERTED,
    THE_END_CUT_OFF,
    THE_END_CUT_OFF_AND_THE_SNAPSHOT_TOLD,
    THE_STATE_CHANGED,
    THE_SNAPSHOT_REMOVED,
    A_LEDGER_ENTRY_CHANGED,
    A_LEDGER_ENTRY_REMOVED,
    A_LEDGER_ENTRY_ADDED
  }

  private final List<List<Attributes>> lives = lives();

  private static List<List<Attributes>> lives() {
    var world = World.on("2026-03-02T09:15");
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.accepts(sam);
    world.advances(RUBEN, sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    var kim = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.accepts(kim);
    world.hears(hired("HR-2", "2026-05-01").of("kim@example.org"));
    world.goTo("2026-05-02T09:00");
    world.confirms(FATIMA, sam, 1, "2026-05-02");
    world.hears(cancelled("HR-2"));
    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    world.hears(hired("HR-3", "2026-06-01").of("ada@example.org"));
    world.hears(startMoved("HR-3", "2026-06-15"));
    world.goTo("2026-05-03T09:00");
    return List.of(rows(world, sam), rows(world, kim), rows(world, ada));
  }

  /// The rows as the table would hold them.
  private static List<Attributes> rows(World world, ReferralId id) {
    var whole = (Chronicle.Whole) world.ports().chronicles().read(id).orElseThrow();
    var rows = new ArrayList<Attributes>();
    var previous = Chain.BEGINNING;
    for (var written : whole.written()) {
      var row =
          Chain.link(
              previous, FactItem.toItem(id, rows.size() + 1L, written.fact(), written.operation()));
      rows.add(row);
      previous = Chain.hash(row);
    }
    var was = whole.snapshot();
    var snapshot =
        new Snapshot(
            was.referral(),
            was.version(),
            was.leg(),
            was.legSince(),
            was.lastFact(),
            previous,
            was.lastNotice(),
            was.lastOperation());
    rows.add(ReferralItem.submitted(was.referral()).and(ReferralItem.step(snapshot, false, false)));
    whole
        .ledger()
        .forEach(entry -> rows.add(LedgerItem.toItem(id, entry, new OperationId("release:1"))));
    return List.copyOf(rows);
  }

  private static Optional<Finding> found(List<Attributes> rows) {
    var sorted = rows.stream().sorted(Comparator.comparing(row -> row.key().sk())).toList();
    return Audit.of(DynamoChronicles.chronicle(rows.getFirst().key().referral(), sorted));
  }

  @Test
  void what_was_written_holds() {
    assertThat(lives).allSatisfy(rows -> assertThat(found(rows)).isEmpty());
  }

  @Test
  void every_tampering_is_found() {
    var random = new Random(20260302);
    var done = new EnumMap<Deed, Integer>(Deed.class);
    var missed = new ArrayList<String>();
    for (var time = 0; time < TIMES; time++) {
      var deed = Deed.values()[random.nextInt(Deed.values().length)];
      var rows = new ArrayList<>(lives.get(random.nextInt(lives.size())));
      var before = List.copyOf(rows);
      tamper(deed, rows, random);
      if (rows.equals(before)) {
        time--;
        continue;
      }
      done.merge(deed, 1, Integer::sum);
      if (found(rows).isEmpty()) {
        missed.add(time + " " + deed);
      }
    }

    assertThat(missed).isEmpty();
    assertThat(done.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(TIMES);
    assertThat(done)
        .hasSize(Deed.values().length)
        .allSatisfy((_, times) -> assertThat(times).isGreaterThan(200));
  }

  private static void tamper(Deed deed, List<Attributes> rows, Random random) {
    var head = head(rows);
    switch (deed) {
      case A_FACT_CHANGED -> {
        var place = random.nextInt(head);
        rows.set(place, changed(rows.get(place), random));
      }
      case A_FACT_REWRITTEN_WITH_A_HASH_OF_ITS_OWN -> {
        var place = random.nextInt(head);
        var previous = place == 0 ? Chain.BEGINNING : Chain.hash(rows.get(place - 1));
        rows.set(place, Chain.link(previous, changed(rows.get(place).without("hash"), random)));
      }
      case A_FACT_REMOVED -> {
        var _ = rows.remove(random.nextInt(head));
      }
      case A_FACT_REMOVED_AND_THE_REST_RENUMBERED -> {
        var _ = rows.remove(random.nextInt(head));
        renumber(rows);
      }
      case TWO_FACTS_SWAPPED -> {
        Collections.swap(rows, random.nextInt(head), random.nextInt(head));
        renumber(rows);
      }
      case A_FACT_INSERTED -> {
        rows.add(random.nextInt(head + 1), rows.get(random.nextInt(head)));
        renumber(rows);
      }
      case THE_END_CUT_OFF -> {
        var _ = rows.remove(head - 1);
      }
      case THE_END_CUT_OFF_AND_THE_SNAPSHOT_TOLD -> {
        var _ = rows.remove(head - 1);
        rows.set(
            head - 1,
            rows.get(head - 1)
                .and(
                    Attributes.none()
                        .number("lastFact", head - 1L)
                        .text("lastHash", Chain.hash(rows.get(head - 2)))));
      }
      case THE_STATE_CHANGED -> {
        var name = random.nextBoolean() ? "state" : "particulars";
        var map = rows.get(head).map(name);
        rows.set(head, rows.get(head).and(Attributes.none().map(name, changed(map, random))));
      }
      case THE_SNAPSHOT_REMOVED -> {
        var _ = rows.remove(head);
      }
      case A_LEDGER_ENTRY_CHANGED -> {
        var place = ledger(rows, random);
        place.ifPresent(at -> {
          var row = rows.get(at);
          var changed = changed(row.without("operation").without("schema"), random);
          rows.set(at, row.and(changed));
        });
      }
      case A_LEDGER_ENTRY_REMOVED ->
          ledger(rows, random)
              .ifPresent(at -> {
                var _ = rows.remove((int) at);
              });
      case A_LEDGER_ENTRY_ADDED ->
          ledger(rows, random)
              .ifPresent(at -> {
                var row = rows.get(at);
                var key = new Key(row.key().pk(), row.key().sk() + "-" + random.nextInt(9));
                rows.add(row.and(Attributes.none().key(key)));
              });
    }
  }

  private static int head(List<Attributes> rows) {
    var head = 0;
    while (!rows.get(head).key().isHead()) {
      head++;
    }
    return head;
  }

  private static Optional<Integer> ledger(List<Attributes> rows, Random random) {
    var head = head(rows);
    var entries = rows.size() - head - 1;
    return entries == 0 ? Optional.empty() : Optional.of(head + 1 + random.nextInt(entries));
  }

  private static void renumber(List<Attributes> rows) {
    var number = 0L;
    for (var i = 0; i < rows.size() && rows.get(i).key().isFact(); i++) {
      number++;
      rows.set(
          i,
          rows.get(i).and(Attributes.none().key(Key.fact(rows.get(i).key().referral(), number))));
    }
  }

  /// A row or map with one value of it changed, however deep it stands; keys stay.
  private static Attributes changed(Attributes row, Random random) {
    var values = new HashMap<>(row.values());
    var names =
        values.keySet().stream()
            .filter(name -> !List.of("pk", "sk").contains(name))
            .sorted()
            .toList();
    var name = names.get(random.nextInt(names.size()));
    var _ = values.computeIfPresent(name, (_, value) -> changed(value, random));
    return Attributes.of(values);
  }

  private static AttributeValue changed(AttributeValue value, Random random) {
    return switch (value.type()) {
      case M ->
          value.m().isEmpty()
              ? AttributeValue.fromM(Map.of("more", AttributeValue.fromS("x")))
              : AttributeValue.fromM(changed(Attributes.of(value.m()), random).values());
      case L -> {
        var list = new ArrayList<>(value.l());
        if (list.isEmpty()) {
          list.add(AttributeValue.fromM(Map.of()));
        }
        var place = random.nextInt(list.size());
        list.set(place, changed(list.get(place), random));
        yield AttributeValue.fromL(list);
      }
      case N -> AttributeValue.fromN(Long.toString(Long.parseLong(value.n()) + 1));
      case BOOL -> AttributeValue.fromBool(!value.bool());
      default -> AttributeValue.fromS(flipped(value.s(), random));
    };
  }

  /// The text with one character turned into another one of its kind.
  private static String flipped(String text, Random random) {
    if (text.isEmpty()) {
      return "x";
    }
    var at = random.nextInt(text.length());
    var old = text.charAt(at);
    var other =
        Character.isDigit(old) ? (char) ('0' + (old - '0' + 1) % 10) : old == 'x' ? 'y' : 'x';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
