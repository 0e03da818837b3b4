package io.referralflow.function;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeExecutions;
import io.referralflow.fake.FakeMailer;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.fake.InMemoryWorld.Streamed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.reward.PayoutReference;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The life of a referral that is paid in two instalments, with nothing going wrong, through the
/// real handlers: requests, records of the stream, tasks of the state machine and the event as AWS
/// hands them over. It is played once; what the functions logged of it is kept.
public final class LoggedLife {

  private static final int LEG = 1;

  private final FakeClock clock = new FakeClock(World.moment("2026-03-02T09:15"));
  private final InMemoryWorld store = new InMemoryWorld();
  private final FakeMailer mailer = new FakeMailer();
  private final ApiDoor api;
  private final Handlers handlers;
  private final List<String> lines = new ArrayList<>();
  private int calls;

  private LoggedLife() {
    Programme.setUp(store.programmes(), clock);
    var ports = Ports.of(store, new FakeExecutions(), mailer, clock);
    api = new ApiDoor(ports);
    handlers = new Handlers(ports);
  }

  /// Plays it; fails when a handler refuses, or when the end is not what it should be.
  public static LoggedLife played() {
    var life = new LoggedLife();
    life.play();
    return life;
  }

  /// Lines that the functions wrote.
  public int lines() {
    return lines.size();
  }

  /// What they are in UTF-8, line ends included.
  public int bytes() {
    return lines.stream().mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length).sum();
  }

  /// How often a function was called.
  public int calls() {
    return calls;
  }

  /// Mails that were handed over.
  public int mails() {
    return mailer.sent().size();
  }

  private void play() {
    asks(
        201,
        EMMA,
        "/referrals",
        """
        {"vacancyId":"java-engineer","candidate":{"name":"Sam Smit","email":"sam@example.org"}}\
        """);
    var id = store.everyReferral().getFirst();
    parks(id, "invite");
    clock.set(World.moment("2026-03-03T20:00"));
    call(
        200,
        api.handle(
            """
            {"httpMethod":"POST","path":"/v1/invitation","headers":{"%s":"%s",\
            "Content-Type":"application/json"},"body":"{\\"answer\\":\\"accept\\"}"}\
            """
                .formatted("Invitation-Token", new FakeSeals().invitation(id, 1))));
    parks(id, "await-screening");
    clock.set(World.moment("2026-03-05T11:00"));
    asks(200, RUBEN, "/referrals/" + id.value() + "/decisions", "{\"decision\":\"advance\"}");
    parks(id, "await-hire");
    clock.set(World.moment("2026-03-20T16:00"));
    hears(id);
    assertThat(task(id, "plan", "")).contains("\"instalment\":1");
    clock.set(World.moment("2026-05-01T07:00"));
    releases(id, 1, "\"instalment\":2");
    clock.set(World.moment("2026-05-28T15:00"));
    confirms(id, 1, "2026-05-28");
    clock.set(World.moment("2026-07-01T07:00"));
    releases(id, 2, "completed");
    clock.set(World.moment("2026-07-30T15:00"));
    confirms(id, 2, "2026-07-30");
    assertThat(StateName.of(referral(id))).isEqualTo(StateName.COMPLETED);
  }

  private Referral referral(ReferralId id) {
    return store.referrals().find(id).orElseThrow().referral();
  }

  private void parks(ReferralId id, String step) {
    assertThat(task(id, step, ",\"token\":\"" + step + "\"")).isEqualTo("{}");
  }

  private void releases(ReferralId id, int instalment, String next) {
    assertThat(task(id, "release", ",\"instalment\":" + instalment)).contains(next);
    streams();
  }

  private void hears(ReferralId id) {
    calls++;
    var answer =
        handlers.hrEvents(
            """
            {"source":"com.example.hr","detail-type":"CandidateHired","detail":{"metadata":\
            {"id":"f6a5f0bb-3a05-4e1c-9d2c-2b7d0a4d6f01","occurredAt":"%s","version":1},\
            "data":{"employeeId":"HR-2041","candidateEmail":"sam@example.org",\
            "referralId":"%s","startDate":"2026-05-01"}}}\
            """
                .formatted(clock.instant(), id.value()));
    assertThat(answer).isEqualTo("{}");
    keepLog();
    streams();
    assertThat(StateName.of(referral(id))).isEqualTo(StateName.HIRED);
  }

  private void confirms(ReferralId id, int instalment, String paidOn) {
    var reference = PayoutReference.of(referral(id).particulars().receiptNumber(), instalment);
    asks(
        200,
        FATIMA,
        "/payouts/" + id.value() + "-" + instalment + "/confirmation",
        """
        {"paidOn":"%s","amount":{"amount":"1000.00","currency":"EUR"},"reference":"%s"}\
        """
            .formatted(paidOn, reference));
  }

  private void asks(int status, Caller who, String path, String body) {
    call(
        status,
        api.handle(
            """
            {"httpMethod":"POST","path":"/v1%s","headers":{"Content-Type":"application/json"},\
            "body":"%s","requestContext":{"authorizer":{"claims":%s}}}\
            """
                .formatted(path, body.replace("\"", "\\\""), claims(who))));
  }

  private static String claims(Caller who) {
    var employee = who.employee();
    return """
    {"sub":"%s","email":"%s","name":"%s","token_use":"id","aud":"%s","custom:hrNumber":"%s",\
    "cognito:groups":"%s"}\
    """
        .formatted(
            who.id().value(),
            employee.email().value(),
            employee.name(),
            ApiDoor.CLIENT,
            employee.hrNumber().orElse(""),
            who.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(",")));
  }

  private void call(int status, String answer) {
    calls++;
    assertThat(answer).contains("\"statusCode\":" + status);
    keepLog();
    streams();
  }

  private String task(ReferralId id, String step, String more) {
    calls++;
    var answer =
        handlers.workflow(
            "{\"step\":\"%s\",\"id\":\"%s\",\"leg\":%d%s}".formatted(step, id.value(), LEG, more));
    keepLog();
    return answer;
  }

  /// Carries the stream until it is empty.
  private void streams() {
    for (var batch = store.takeStream(); !batch.isEmpty(); batch = store.takeStream()) {
      calls++;
      var records = batch.stream().map(this::streamed).collect(Collectors.joining(","));
      assertThat(handlers.outbox("{\"Records\":[" + records + "]}"))
          .isEqualTo("{\"batchItemFailures\":[]}");
      keepLog();
    }
  }

  private String streamed(Streamed row) {
    return switch (row) {
      case Streamed.Head(var id, var leg, var state, var version, var leads, var wakes) ->
          streamed(
              "REFERRAL#" + id.value(),
              "HEAD",
              """
              "type":{"S":"%s"},"leg":{"N":"%d"},"version":{"N":"%d"},\
              "legVersion":{"N":"%d"},"wakeVersion":{"N":"%d"}\
              """
                  .formatted(
                      state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                      leg,
                      version,
                      leads,
                      wakes));
      case Streamed.Mail(var id, var number) ->
          streamed("REFERRAL#" + id.value(), "OUTBOX#%09d".formatted(number), ready(""));
      case Streamed.ProgrammeMail(var id) ->
          streamed("POST#" + id, "MAIL", ready("\"id\":{\"S\":\"%s\"},".formatted(id)));
    };
  }

  private String ready(String more) {
    return more + "\"state\":{\"S\":\"ready\"},\"dueAt\":{\"S\":\"%s\"}".formatted(clock.instant());
  }

  private static String streamed(String pk, String sk, String image) {
    return """
    {"dynamodb":{"Keys":{"pk":{"S":"%s"},"sk":{"S":"%s"}},"NewImage":{%s},\
    "SequenceNumber":"1"}}\
    """
        .formatted(pk, sk, image);
  }

  private void keepLog() {
    lines.addAll(api.takeLog());
    lines.addAll(handlers.takeLog());
  }
}
