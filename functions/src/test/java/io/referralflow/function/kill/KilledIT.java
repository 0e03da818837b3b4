package io.referralflow.function.kill;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.SecretSeals;
import io.referralflow.aws.fault.FakeServices;
import io.referralflow.aws.table.DynamoDbLocal;
import io.referralflow.aws.table.LocalTable;
import io.referralflow.fake.FakeClock;
import io.referralflow.port.Page;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The process with the functions is killed by `kill -9` at every call that one of them makes,
/// before it is sent and after it was answered, while table, Step Functions and mail go on. A fresh
/// process takes over, and whoever called calls again, as in production: the candidate clicks
/// again, the bus, the stream and the machine repeat. In the end nothing is lost and nothing done
/// twice (F06, F33).
///
/// Each story is a whole referral, from the submission to the second payment. Every invocation dies
/// at up to two points before it comes through, the least used first. `-Dkills=400 -Dkills.seed=7`
/// goes on longer and in another order.
class KilledIT {

  private static final int KILLS = Integer.getInteger("kills", 80);
  private static final long SEED = Long.getLong("kills.seed", 1);
  private static final int POINTS = 40;
  private static final int PER_INVOCATION = 2;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final FakeServices services = new FakeServices();
  private final LocalTable table = LocalTable.fresh();
  private final FakeClock clock = new FakeClock(World.moment("2026-03-02T09:15"));
  private final Map<String, List<KillPoint>> points = new HashMap<>();
  private final Map<KillPoint, Integer> used = new TreeMap<>();
  private Map<String, Map<String, AttributeValue>> streamed = Map.of();
  private final Map<String, Leg> legs = new HashMap<>();
  private @Nullable Workers begun;
  private int invocations;

  /// Where an execution stands.
  private static final class Leg {
    final ReferralId id;
    final int number;
    String state;
    String token = "";
    Instant alarm = Instant.MAX;
    int instalment;

    Leg(String name, String from) {
      var cut = name.lastIndexOf('-');
      id = new ReferralId(name.substring(0, cut));
      number = Integer.parseInt(name.substring(cut + 1));
      state = from;
    }
  }

  @Test
  void at_any_call_nothing_is_lost_and_nothing_done_twice() throws Exception {
    var began = System.nanoTime();
    setUp();
    var folder = Files.createDirectories(Path.of("target", "killed"));
    begun =
        new Workers(
            table.name(), table.keptName(), DynamoDbLocal.address(), services.address(), folder);
    var stories = 0;
    try {
      live(0, false);
      while (workers().kills() < KILLS) {
        live(++stories, true);
      }
      census(stories);
    } finally {
      workers().close();
      services.close();
    }
    System.out.printf(
        "killed: %d kills at %d points in %d stories, %d invocations, nothing lost, nothing twice,"
            + " %d s%n",
        workers().kills(),
        used.size(),
        stories,
        invocations,
        (System.nanoTime() - began) / 1_000_000_000);
    used.forEach((point, count) -> System.out.printf("  %-50s %d%n", point, count));
    System.out.printf(
        "campaign {\"kills\": %d, \"points\": %d, \"violations\": 0}%n",
        workers().kills(), used.size());

    assertThat(used.size()).isGreaterThanOrEqualTo(POINTS);
  }

  private Workers workers() {
    return Objects.requireNonNull(begun);
  }

  private void setUp() {
    var programmes = table.programmes();
    programmes.save(Programme.settings(), PETRA.id(), clock.instant());
    assertThat(
            new PublishTerms(programmes, Programme.workingDays(), clock)
                .execute(Programme.terms(), Optional.empty(), PETRA.id()))
        .isNotNull();
    for (var vacancy : Programme.vacancies()) {
      assertThat(new SaveVacancy(programmes, clock).execute(vacancy, PETRA.id())).isNotNull();
    }
    streamed = rows();
  }

  /// One referral from the click to the second payment.
  private void live(int number, boolean dying) throws Exception {
    clock.set(World.moment("2026-03-02T09:15").plus(Duration.ofDays(365L * number)));
    var name = "sam" + number + "@example.org";
    var year = 2026 + number;
    var receipt =
        api(
            "POST",
            "/referrals",
            EMMA,
            Map.of("Idempotency-Key", name),
            """
            {"vacancyId":"java-engineer","candidate":{"name":"Sam Smit","email":"%s"}}\
            """
                .formatted(name),
            dying);
    var id = new ReferralId(receipt.path("id").asString());
    settle(dying);
    pass(Duration.ofDays(1), dying);
    var token = new SecretSeals(services.secrets(), "the-secret").invitation(id, 1);
    var _ =
        api(
            "POST",
            "/invitation",
            null,
            Map.of("Invitation-Token", token),
            "{\"answer\":\"accept\"}",
            dying);
    settle(dying);
    pass(Duration.ofDays(2), dying);
    var _ =
        api(
            "POST",
            "/referrals/" + id.value() + "/decisions",
            RUBEN,
            Map.of(),
            "{\"decision\":\"advance\"}",
            dying);
    settle(dying);
    pass(Duration.ofDays(15), dying);
    var _ = call("hr-events", hired(id, name, number, year), dying);
    settle(dying);
    goTo(World.moment(year + "-05-01T09:00"), dying);
    confirm(id, 1, year + "-05-01", dying);
    goTo(World.moment(year + "-07-01T09:00"), dying);
    confirm(id, 2, year + "-07-01", dying);
    pass(Duration.ofDays(2), dying);
    pass(Duration.ofHours(3), false);
  }

  private String hired(ReferralId id, String name, int number, int year) {
    var event = JSON.createObjectNode();
    event.put("version", "0").put("id", "bus-" + number).put("detail-type", "CandidateHired");
    event.put("source", "com.example.hr").put("account", "111122223333");
    event.put("time", clock.instant().toString()).put("region", "eu-west-1");
    event.putArray("resources");
    var detail = event.putObject("detail");
    detail
        .putObject("metadata")
        .put("id", "hired-" + id.value())
        .put("occurredAt", clock.instant().toString())
        .put("version", 1);
    detail
        .putObject("data")
        .put("employeeId", "HR-2" + number)
        .put("candidateEmail", name)
        .put("startDate", year + "-05-01");
    return event.toString();
  }

  private void confirm(ReferralId id, int instalment, String paidOn, boolean dying)
      throws Exception {
    var list = api("GET", "/payouts", FATIMA, Map.of(), "", false, Map.of("state", "released"));
    var payout = id.value() + "-" + instalment;
    var reference =
        list.path("items")
            .valueStream()
            .filter(item -> item.path("id").asString().equals(payout))
            .map(item -> item.path("reference").asString())
            .findFirst()
            .orElseThrow(() -> new AssertionError("Not released: " + payout + " in " + list));
    var body = JSON.createObjectNode().put("paidOn", paidOn).put("reference", reference);
    body.putObject("amount").put("amount", "1000.00").put("currency", "EUR");
    var _ =
        api(
            "POST",
            "/payouts/" + payout + "/confirmation",
            FATIMA,
            Map.of(),
            body.toString(),
            dying);
    settle(dying);
  }

  // Time.

  private void pass(Duration time, boolean dying) throws Exception {
    goTo(clock.instant().plus(time), dying);
  }

  /// Alarms ring on the way; upkeep runs when the moment is reached, and twice in the hours after.
  private void goTo(Instant moment, boolean dying) throws Exception {
    while (true) {
      var next =
          legs.values().stream().map(leg -> leg.alarm).min(Comparator.naturalOrder()).orElseThrow();
      if (next.isAfter(moment)) {
        break;
      }
      clock.set(next);
      settle(dying);
    }
    clock.set(moment);
    for (var hour = 0; hour < 3; hour++) {
      var _ =
          call(
              "upkeep",
              "{\"run\":\"" + (hour == 1 ? "daily" : "hourly") + "\"}",
              dying && hour == 0);
      settle(dying && hour == 0);
      clock.advance(Duration.ofHours(1));
    }
  }

  // What calls the functions.

  private void settle(boolean dying) throws Exception {
    for (var round = 0; round < 100; round++) {
      var now = rows();
      var records = changed(now);
      streamed = now;
      if (!records.isEmpty()) {
        deliver(records, dying);
      }
      if (!play(dying) && records.isEmpty()) {
        return;
      }
    }
    throw new AssertionError("It does not come to rest");
  }

  /// A batch, and again what failed.
  private void deliver(List<ObjectNode> records, boolean dying) {
    var left = records;
    for (var attempt = 0; !left.isEmpty(); attempt++) {
      assertThat(attempt).isLessThan(5);
      var batch = JSON.createObjectNode();
      var all = batch.putArray("Records");
      left.forEach(all::add);
      var failed =
          JSON.readTree(call("outbox", batch.toString(), dying))
              .path("batchItemFailures")
              .valueStream()
              .map(each -> each.path("itemIdentifier").asString())
              .toList();
      left =
          left.stream()
              .filter(record ->
                  failed.contains(record.path("dynamodb").path("SequenceNumber").asString()))
              .toList();
    }
  }

  private Map<String, Map<String, AttributeValue>> rows() {
    var rows = new TreeMap<String, Map<String, AttributeValue>>();
    for (var row : table.everyRow()) {
      rows.put(key(row, "pk") + "\n" + key(row, "sk"), row);
    }
    return rows;
  }

  private static String key(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(row.get(name)).s();
  }

  private List<ObjectNode> changed(Map<String, Map<String, AttributeValue>> now) {
    var records = new ArrayList<ObjectNode>();
    now.forEach((place, row) -> {
      if (!row.equals(streamed.get(place))) {
        var record = JSON.createObjectNode();
        var change = record.putObject("dynamodb");
        change.put("SequenceNumber", Integer.toString(records.size()));
        var keys = change.putObject("Keys");
        keys.putObject("pk").put("S", key(row, "pk"));
        keys.putObject("sk").put("S", key(row, "sk"));
        var image = change.putObject("NewImage");
        row.forEach((attribute, value) -> {
          if (value.s() != null) {
            image.putObject(attribute).put("S", value.s());
          } else if (value.n() != null) {
            image.putObject(attribute).put("N", value.n());
          }
        });
        records.add(record);
      }
    });
    return records;
  }

  /// Plays `statemachines/referral.asl.json`; answers whether anything was to be done.
  private boolean play(boolean dying) {
    var moved = false;
    for (var begun : services.beginnings().entrySet()) {
      if (!legs.containsKey(begun.getKey())) {
        legs.put(begun.getKey(), new Leg(begun.getKey(), begun.getValue()));
      }
      var leg = legs.get(begun.getKey());
      if (!services.isRunning(begun.getKey())) {
        leg.alarm = Instant.MAX;
        continue;
      }
      moved |= step(begun.getKey(), leg, dying);
    }
    return moved;
  }

  private boolean step(String name, Leg leg, boolean dying) {
    switch (leg.state) {
      case "invitation" -> await(leg, "invite", dying);
      case "screening" -> await(leg, "await-screening", dying);
      case "hire" -> await(leg, "await-hire", dying);
      case "payout" -> plan(name, leg, task(leg, "plan", dying));
      case "waiting" -> {
        var answer = services.answer(leg.token);
        answer.ifPresent(next -> leg.state = next);
        return answer.isPresent();
      }
      case "sleeping" -> {
        if (leg.alarm.isAfter(clock.instant())) {
          return false;
        }
        leg.alarm = Instant.MAX;
        plan(name, leg, task(leg, "release", dying));
      }
      default -> {
        services.over(name);
        return false;
      }
    }
    return true;
  }

  private void await(Leg leg, String state, boolean dying) {
    leg.token = services.token();
    leg.state = "waiting";
    var _ = task(leg, state, dying);
  }

  private void plan(String name, Leg leg, JsonNode plan) {
    if (!plan.path("more").asBoolean()) {
      leg.state = "over";
      services.over(name);
      return;
    }
    leg.instalment = plan.path("instalment").asInt();
    leg.state = "sleeping";
    leg.alarm =
        plan.path("due").asBoolean()
            ? clock.instant()
            : clock.instant().plusSeconds(plan.path("seconds").asLong());
  }

  private JsonNode task(Leg leg, String state, boolean dying) {
    var task =
        JSON.createObjectNode()
            .put("step", state)
            .put("id", leg.id.value())
            .put("leg", leg.number)
            .put("token", leg.token)
            .put("instalment", leg.instalment);
    return JSON.readTree(call("workflow:" + state, task.toString(), dying));
  }

  private JsonNode api(
      String method,
      String path,
      @Nullable Caller who,
      Map<String, String> headers,
      String body,
      boolean dying) {
    return api(method, path, who, headers, body, dying, Map.of());
  }

  private JsonNode api(
      String method,
      String path,
      @Nullable Caller who,
      Map<String, String> headers,
      String body,
      boolean dying,
      Map<String, String> query) {
    var event = JSON.createObjectNode();
    event.put("resource", "/v1/{proxy+}").put("path", "/v1" + path).put("httpMethod", method);
    var all = event.putObject("headers").put("Content-Type", "application/json");
    headers.forEach(all::put);
    var asked = event.putObject("queryStringParameters");
    query.forEach(asked::put);
    event.put("body", body).put("isBase64Encoded", false);
    var context = event.putObject("requestContext");
    if (who != null) {
      context.putObject("authorizer").set("claims", claims(who));
    }
    var step = "api:" + method + path.replaceAll("/[a-z0-9-]{20,}", "");
    var answer = JSON.readTree(call(step, event.toString(), dying));
    assertThat(answer.path("statusCode").asInt()).as(answer::toString).isBetween(200, 201);
    return JSON.readTree(answer.path("body").asString());
  }

  private static ObjectNode claims(Caller who) {
    var claims =
        JSON.createObjectNode()
            .put("sub", who.id().value())
            .put("email", who.employee().email().value())
            .put("name", who.employee().name())
            .put("token_use", "id")
            .put("aud", "the-site");
    who.employee().hrNumber().ifPresent(number -> claims.put("custom:hrNumber", number));
    var groups =
        Arrays.stream(Role.values())
            .filter(who::has)
            .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(","));
    if (!groups.isEmpty()) {
      claims.put("cognito:groups", groups);
    }
    return claims;
  }

  /// An invocation, repeated until it comes through; when it is dying, it is killed first at up to
  /// two of the points that such an invocation came by before.
  private String call(String step, String event, boolean dying) {
    var deaths = new ArrayList<KillPoint>();
    for (var attempt = 0; attempt < 8; attempt++) {
      var point =
          dying && deaths.size() < PER_INVOCATION && workers().kills() < KILLS
              ? least(step, deaths)
              : Optional.<KillPoint>empty();
      invocations++;
      switch (workers().call(clock.instant(), step, point, event)) {
        case Workers.Outcome.Killed _ -> {
          deaths.add(point.orElseThrow());
          var _ = used.merge(point.orElseThrow(), 1, Integer::sum);
        }
        case Workers.Outcome.Answered(var answer, var came) -> {
          var known = points.computeIfAbsent(step, _ -> new ArrayList<>());
          came.stream().filter(each -> !known.contains(each)).forEach(known::add);
          return answer;
        }
        case Workers.Outcome.Failed(var fault) -> throw new AssertionError(step + ": " + fault);
      }
    }
    throw new AssertionError("It never came through: " + step);
  }

  private Optional<KillPoint> least(String step, List<KillPoint> deaths) {
    return points.getOrDefault(step, List.of()).stream()
        .filter(point -> !deaths.contains(point))
        .min(
            Comparator.comparingInt((KillPoint point) -> used.getOrDefault(point, 0))
                .thenComparingInt(point -> (point.toString() + SEED).hashCode()));
  }

  // What must be there in the end, and nothing else.

  private void census(int stories) {
    var owned =
        table.referrals().ownedBy(EMMA.id(), new Page.Request(100, Optional.empty())).items();
    assertThat(owned).hasSize(stories + 1);
    for (var snapshot : owned) {
      var id = snapshot.referral().particulars().id();
      var history = table.referrals().read(id).orElseThrow();
      assertThat(
              history.facts().stream()
                  .map(Object::getClass)
                  .map(Class::getSimpleName)
                  .filter(fact -> !fact.equals("Erased")))
          .as(id.value())
          .containsExactly(
              "Submitted",
              "Accepted",
              "Advanced",
              "Reported",
              "Released",
              "Paid",
              "Released",
              "Paid");
      assertThat(history.facts().stream().filter(Fact.Released.class::isInstance))
          .map(fact -> ((Fact.Released) fact).instalment())
          .containsExactly(1, 2);
      assertThat(Life.of(history.facts())).isInstanceOf(Referral.Completed.class);
      assertThat(table.waits().find(id)).isEmpty();
      for (var number = 1L; number <= snapshot.lastNotice(); number++) {
        assertThat(services.mailed()).containsKey(id.value() + "-" + number);
      }
    }
    assertThat(table.outbox().overdue(clock.instant().plus(Duration.ofDays(2)), 100)).isEmpty();
    assertThat(table.failures().list(new Page.Request(100, Optional.empty())).items())
        .allMatch(failure -> failure.reason().equals("mail-unknown"));
    var unknown =
        used.entrySet().stream()
            .filter(each -> each.getKey().step().equals("outbox"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    var copies = services.mailed().values().stream().mapToInt(count -> count - 1).sum();
    assertThat(copies).isLessThanOrEqualTo(unknown);
  }
}
