package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.function.ApiDoor;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.tests.contract.Calls;
import io.referralflow.tests.contract.Contract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Versions of the terms through the API's own door.
class TermsTest {

  private static final Contract CONTRACT = Contract.ofProject();

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  private Ask.Reply ask(String call) {
    var whole = Ask.of(call).by(Cast.RUBEN).header("Accept", "application/json");
    var reply = whole.at(door);
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  @Test
  void a_past_version_reads_as_it_did_when_it_was_in_force() {
    var first = ask("GET /terms").body();
    world.changesRules(People.PETRA, new RuleBook(Set.of(), 6, Credit.SPLIT_EQUALLY, 7));

    assertThat(ask("GET /terms/1").body()).isEqualTo(first);
    assertThat(ask("GET /terms/2").body()).isEqualTo(ask("GET /terms").body()).isNotEqualTo(first);
  }

  @Test
  void the_rules_are_said_in_both_languages() {
    var terms = ask("GET /terms").json();

    assertThat(terms.at("/summary/nl/0").asString())
        .startsWith("junior: €\u00a01.000,00, waarvan €\u00a0500,00 (50%) op de eerste werkdag,");
    assertThat(terms.at("/summary/en/0").asString())
        .startsWith("junior: €1,000.00, of which €500.00 (50%) on the first working day,");
    assertThat(terms.at("/summary/nl")).hasSameSizeAs(terms.at("/summary/en")).hasSize(16);
  }

  private String announcement(String from) {
    var body = (ObjectNode) JsonMapper.shared().readTree(Calls.example("PUT /terms").orElseThrow());
    return body.put("effectiveFrom", from).toString();
  }

  private Ask.Reply announce(String from) {
    return asManager(Ask.of("PUT /terms").json(announcement(from)));
  }

  private Ask.Reply asManager(Ask ask) {
    var whole = ask.by(Cast.PETRA).header("Accept", "application/json");
    var reply = whole.at(door);
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  @Test
  void what_is_announced_can_be_read_before_it_is_in_force() {
    var first = ask("GET /terms").body();
    assertThat(ask("GET /terms/upcoming").body()).isEqualTo("{\"items\":[]}");

    var announced = announce("2026-04-01T00:00:00Z");

    assertThat(announced.status()).isEqualTo(201);
    assertThat(announced.json().get("version").asInt()).isEqualTo(2);
    assertThat(announced.json().get("effectiveFrom").asString()).isEqualTo("2026-04-01T00:00:00Z");
    assertThat(ask("GET /terms/upcoming").body())
        .isEqualTo("{\"items\":[" + announced.body() + "]}");
    assertThat(ask("GET /terms").body()).isEqualTo(first);
    assertThat(announce("2026-04-01T00:00:00Z").status()).isEqualTo(200);

    world.goTo("2026-04-01T02:00");
    assertThat(ask("GET /terms").body()).isEqualTo(announced.body());
    assertThat(ask("GET /terms/upcoming").body()).isEqualTo("{\"items\":[]}");
  }

  /// Settings say fourteen days where nothing is said; the world's say none.
  @Test
  void a_change_is_announced_the_settings_days_of_notice_before_it_holds() {
    var settings = (ObjectNode) asManager(Ask.of("GET /settings")).json();
    assertThat(settings.get("termsNoticeDays").asInt()).isZero();
    var usual = settings.without(List.of("termsNoticeDays", "privacyEmail")).toString();
    var saved = asManager(Ask.of("PUT /settings").json(usual));
    assertThat(saved.json().get("termsNoticeDays").asInt()).isEqualTo(14);

    var early = announce("2026-03-15T22:59:59Z");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.json().at("/errors/0/message").asString())
        .isEqualTo(
            "Not before 2026-03-15T23:00:00Z: a change is announced first, as termsNoticeDays of "
                + "the settings says.");

    var other = Calls.example("PUT /terms").orElseThrow().replace("2000.00", "2100.00");
    var published = asManager(Ask.of("PUT /terms").json(other));
    assertThat(published.json().get("effectiveFrom").asString()).isEqualTo("2026-03-15T23:00:00Z");
    assertThat(ask("GET /terms").json().get("version").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_announced_is_mailed_once_to_whoever_may_refer() {
    var _ = world.refers(People.EMMA, "sam@example.org", Programme.JAVA_ENGINEER);

    assertThat(announce("2026-04-01T00:00:00Z").status()).isEqualTo(201);
    assertThat(announce("2026-04-01T00:00:00Z").status()).isEqualTo(200);
    assertThat(announce("2020-01-01T00:00:00Z").status()).isEqualTo(422);
    world.settle();

    var told =
        world.postbox().received().stream()
            .filter(mail -> mail.reference().startsWith("terms-"))
            .toList();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().to().value()).isEqualTo("emma@example.com");
    assertThat(told.getFirst().letter().text())
        .contains("Op 1 april 2026 om 02:00 gaat versie 2", "zij blijft onder versie 1");
  }

  @Test
  void terms_that_drop_a_level_in_use_are_refused_with_the_vacancies_and_their_level() {
    var body = Calls.example("PUT /terms").orElseThrow().replace("\"senior\"", "\"other\"");

    var reply = asManager(Ask.of("PUT /terms").json(body));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("rules.levels");
    assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("level-in-use");
    assertThat(reply.json().at("/errors/0/message").asString())
        .contains("data-engineer (senior)")
        .doesNotContain("java-engineer");
  }

  private String announcement(int version) {
    var reply = asManager(Ask.of("GET /terms/" + version + "/announcement"));
    return reply.status() == 200 ? reply.body() : String.valueOf(reply.status());
  }

  @Test
  void the_programme_manager_reads_how_many_were_told() {
    var _ = world.refers(People.EMMA, "sam@example.org", Programme.JAVA_ENGINEER);
    var _ = world.refers(People.JORIS, "kim@example.org", Programme.JAVA_ENGINEER);
    world.streamStops();
    assertThat(announce("2026-04-01T00:00:00Z").status()).isEqualTo(201);
    assertThat(announcement(2))
        .isEqualTo(
            "{\"version\":2,\"gathering\":true,\"told\":0,\"toBeTold\":0,\"passedOver\":0,"
                + "\"givenUp\":0}");

    world.streamFlows();
    world.settle();

    assertThat(announcement(2))
        .isEqualTo(
            "{\"version\":2,\"gathering\":false,\"told\":2,\"toBeTold\":0,\"passedOver\":0,"
                + "\"givenUp\":0}");
    assertThat(announcement(1))
        .isEqualTo(
            "{\"version\":1,\"gathering\":false,\"told\":0,\"toBeTold\":0,\"passedOver\":0,"
                + "\"givenUp\":0}");
    assertThat(announcement(3)).isEqualTo("404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T08:15:00Z", "2020-01-01T00:00:00Z"})
  void nothing_is_announced_for_the_past(String from) {
    var refused = announce(from);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("effectiveFrom");
    assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("out-of-range");
    assertThat(ask("GET /terms/2").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "-1", "01", "1.0", "x", "99999999999999999999"})
  void what_was_never_published_is_not_there(String version) {
    assertThat(ask("GET /terms/" + version).status()).isEqualTo(404);
  }
}
