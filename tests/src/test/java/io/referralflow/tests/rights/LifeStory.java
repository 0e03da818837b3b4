package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.function.Handlers;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Postbox;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.tests.contract.Contract;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A company that is reached as from outside only: people by requests, the candidate by the link in
/// their mail, the HR system by events of the bus. Each answer is as the contract says. JSON is
/// written with single quotes.
final class LifeStory {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Pattern INVITATION = Pattern.compile("#/invitation/([A-Za-z0-9_-]+)");

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());
  private final Handlers bus = new Handlers(world.ports());
  private final Map<String, String> referrals = new HashMap<>();
  private int events;

  static String json(String text) {
    return text.replace('\'', '"');
  }

  World world() {
    return world;
  }

  Ask.Reply ask(Ask ask) {
    var whole = ask.header("Accept", "application/json");
    var reply = whole.at(door);
    CONTRACT.check(whole.answered(reply));
    world.settle();
    return reply;
  }

  /// Somebody does what is allowed. A referral stands in the call as its referrer's name in braces.
  JsonNode does(Caller who, String call, String body) {
    var asked = Ask.of(named(call)).by(who);
    return done(body.isEmpty() ? asked : asked.json(json(body)));
  }

  /// The same, where the answer says nothing that matters.
  void acts(Caller who, String call, String body) {
    var _ = does(who, call, body);
  }

  JsonNode reads(Caller who, String call) {
    return does(who, call, "");
  }

  private JsonNode done(Ask ask) {
    var reply = ask(ask);
    assertThat(reply.status()).as(reply::body).isBetween(200, 299);
    return reply.json();
  }

  /// Somebody refers Sam.
  void refers(Caller who) {
    var made =
        does(
            who,
            "POST /referrals",
            "{'vacancyId':'java-engineer',"
                + "'candidate':{'name':'Sam Smit','email':'sam@example.org','language':'en'}}");
    referrals.put(who.id().value(), made.get("id").asString());
  }

  /// The id of somebody's referral.
  String of(Caller who) {
    return Objects.requireNonNull(referrals.get(who.id().value()));
  }

  /// The candidate answers by the link in the last invitation.
  void answers(String body) {
    var token =
        world.postbox().received().stream()
            .map(Postbox.Received::letter)
            .map(letter -> INVITATION.matcher(letter.text()))
            .filter(link -> link.find())
            .map(link -> link.group(1))
            .reduce((_, last) -> last)
            .orElseThrow();
    var _ = done(Ask.of("POST /invitation").header("Invitation-Token", token).json(json(body)));
  }

  /// The HR system says something, and this comes of it.
  void hears(String type, String data, String outcome) {
    hears(type, data, world.now(), outcome);
  }

  /// It says something that happened at another moment.
  void hears(String type, String data, Instant occurredAt, String outcome) {
    var number = ++events;
    var _ =
        bus.hrEvents(
            json(
                """
                {'version':'0','id':'bus-%d','source':'com.example.hr','detail-type':'%s',
                 'account':'111122223333','time':'%s','region':'eu-west-1','resources':[],
                 'detail':{'metadata':{'id':'event-%d','occurredAt':'%s','version':1},'data':%s}}
                """
                    .formatted(number, type, world.now(), number, occurredAt, data)));
    assertThat(bus.takeLog()).singleElement().asString().contains(outcome);
    world.settle();
  }

  /// What the referrer is shown of their referral, such as `hired; 1000.00 planned for 2026-05-01;
  /// first working day by 2026-05-01`.
  String seenBy(Caller who) {
    var seen = reads(who, "GET /referrals/" + of(who));
    var next = seen.get("nextStep");
    return "%s; %s; %s"
        .formatted(
            words(seen.get("state")),
            seen.get("instalments")
                .valueStream()
                .map(line ->
                    line.at("/amount/amount").asString()
                        + " "
                        + words(line.get("state"))
                        + day(" for ", line.path("dueOn")))
                .collect(Collectors.joining(", ")),
            words(next.get("kind")) + day(" by ", next.path("by")));
  }

  private static String words(JsonNode name) {
    return name.asString().replace('-', ' ');
  }

  private static String day(String before, JsonNode day) {
    return day.isString() ? before + day.asString() : "";
  }

  /// The lines of finance's list of payouts in a state that are about somebody's referral.
  List<JsonNode> payouts(Caller who, String state) {
    return ask(Ask.of("GET /payouts").query("state", state).by(People.FATIMA))
        .json()
        .get("items")
        .valueStream()
        .filter(line -> line.get("referralId").asString().equals(of(who)))
        .toList();
  }

  private String named(String call) {
    var named = call;
    for (var each : referrals.entrySet()) {
      named = named.replace("{" + each.getKey() + "}", each.getValue());
    }
    return named;
  }
}
