package io.referralflow.tests.rights;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.function.ApiDoor;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.rights.Ask.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The brake, the held payouts and the report before paying, asked of the handler; every answer is
/// as the contract says.
class BrakeTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Caller FATIMA = People.FATIMA;
  private static final Caller PETRA = People.PETRA;

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());
  private final ReferralId sam = world.refers(People.EMMA, "sam@example.org", JAVA_ENGINEER);

  private Reply ask(Ask ask) {
    var reply = ask.at(door);
    CONTRACT.check(ask.answered(reply));
    return reply;
  }

  private JsonNode get(Caller who, String path) {
    return ask(Ask.of("GET " + path).by(who)).json();
  }

  private Reply order(Caller who, String body) {
    return ask(Ask.of("POST /brake").by(who).json(body));
  }

  private JsonNode held() {
    return ask(Ask.of("GET /payouts").by(FATIMA).query("state", "held")).json();
  }

  private void samIsHired() {
    world.hourly();
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
  }

  private void tamper() {
    world.store().changeFact(sam, 2, new Fact.Accepted(world.now(), Feedback.REASON, Keep.YEAR));
  }

  @Test
  void finance_freezes_and_the_programme_manager_lets_go_on() {
    assertThat(get(FATIMA, "/brake").toString())
        .isEqualTo("{\"frozen\":false,\"version\":0,\"reasons\":[]}");

    var frozen = order(FATIMA, "{\"frozen\":true,\"reason\":\"The bank called.\"}");
    assertThat(frozen.json().toString())
        .isEqualTo(
            "{\"frozen\":true,\"version\":1,\"reasons\":[{\"cause\":\"operator\",\"referralId\":null,"
                + "\"by\":{\"id\":\"fatima\",\"name\":\"\"},\"reason\":\"The bank called.\","
                + "\"at\":\"2026-03-02T08:15:00Z\"}]}");
    assertThat(get(PETRA, "/brake")).isEqualTo(frozen.json());

    var thawed = order(PETRA, "{\"frozen\":false,\"reason\":\"All is well.\",\"version\":1}");
    assertThat(thawed.json().toString())
        .isEqualTo("{\"frozen\":false,\"version\":2,\"reasons\":[]}");
    assertThat(get(PETRA, "/brake/changes").path("items"))
        .extracting(item -> item.path("frozen") + " " + item.path("reason").asString())
        .containsExactly("false All is well.", "true The bank called.");
  }

  @Test
  void a_stale_page_does_not_let_go_on() {
    var _ = order(FATIMA, "{\"frozen\":true,\"reason\":\"One.\"}");
    var _ = order(PETRA, "{\"frozen\":true,\"reason\":\"Two.\"}");

    var stale = order(PETRA, "{\"frozen\":false,\"reason\":\"Fine.\",\"version\":1}");

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.problem()).isEqualTo("differs");
    assertThat(get(PETRA, "/brake").path("frozen").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"frozen\":true}",
        "{\"frozen\":true,\"reason\":\"\"}",
        "{\"frozen\":true,\"reason\":\"   \"}",
        "{\"frozen\":\"yes\",\"reason\":\"x\"}",
        "{\"reason\":\"x\"}",
        "{\"frozen\":false,\"reason\":\"x\",\"version\":-1}",
        "{\"frozen\":false,\"reason\":\"x\",\"version\":\"1\"}",
        "{\"frozen\":true,\"reason\":\"x\",\"more\":1}"
      })
  void a_wrong_order_changes_nothing(String body) {
    assertThat(order(FATIMA, body).status()).isEqualTo(422);
    assertThat(get(FATIMA, "/brake").path("version").asInt()).isZero();
  }

  @Test
  void what_is_frozen_is_listed_with_the_reason() {
    samIsHired();
    world.goTo("2026-04-30T20:00");
    var _ = order(FATIMA, "{\"frozen\":true,\"reason\":\"The bank called.\"}");
    assertThat(held().path("items")).isEmpty();

    world.goTo("2026-05-12T09:10");

    var items = held().path("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).path("id").asString()).isEqualTo(sam.value() + "-1");
    assertThat(items.get(0).path("state").asString()).isEqualTo("held");
    assertThat(items.get(0).path("heldBecause").asString()).isEqualTo("brake");
    assertThat(items.get(0).path("dueOn").asString()).isEqualTo("2026-05-01");
    assertThat(items.get(0).path("promisedOn").asString()).isEqualTo("2026-05-29");
    assertThat(get(FATIMA, "/payouts").path("items")).isEmpty();
  }

  @Test
  void what_is_held_comes_in_pages_and_is_gone_when_payouts_go_on() {
    var kim = world.refers(People.JORIS, "kim@example.org", JAVA_ENGINEER);
    samIsHired();
    world.accepts(kim);
    world.hears(hired("HR-2", "2026-05-02").of("kim@example.org"));
    world.goTo("2026-04-30T20:00");
    var _ = order(FATIMA, "{\"frozen\":true,\"reason\":\"The bank called.\"}");
    world.goTo("2026-05-12T09:10");

    var page = Ask.of("GET /payouts").by(FATIMA).query("state", "held").query("limit", "1");
    var first = ask(page).json();
    var second = ask(page.query("cursor", first.path("next").asString())).json();

    assertThat(first.path("items").get(0).path("referralId").asString()).isEqualTo(sam.value());
    assertThat(second.path("items").get(0).path("referralId").asString()).isEqualTo(kim.value());
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(ask(page.query("cursor", "forged")).status()).isEqualTo(422);

    var _ = order(PETRA, "{\"frozen\":false,\"reason\":\"All is well.\"}");
    assertThat(held().path("items")).isEmpty();
    world.goTo("2026-05-12T10:10");
    assertThat(get(FATIMA, "/payouts").path("items")).hasSize(2);
  }

  @Test
  void a_record_that_was_changed_is_in_the_report_and_freezes_payouts() {
    samIsHired();
    world.goTo("2026-04-29T09:00");
    assertThat(get(FATIMA, "/pre-payment-report").path("items").get(0).path("when").asString())
        .isEqualTo("soon");
    tamper();

    var report = get(PETRA, "/pre-payment-report");

    assertThat(report.path("differences").asInt()).isEqualTo(1);
    assertThat(report.path("broken").get(0).path("finding").asString()).isEqualTo("broken-record");
    var reason = get(FATIMA, "/brake").path("reasons").get(0);
    assertThat(reason.path("cause").asString()).isEqualTo("broken-record");
    assertThat(reason.path("referralId").asString()).isEqualTo(sam.value());
    assertThat(get(PETRA, "/failures").path("items").get(0).path("reason").asString())
        .isEqualTo("record-broken");
    world.goTo("2026-05-02T09:00");
    assertThat(held().path("items").get(0).path("heldBecause").asString()).isEqualTo("mismatch");
  }

  @Test
  void nobody_lets_go_on_because_of_a_referral_of_their_own() {
    samIsHired();
    world.goTo("2026-04-29T09:00");
    tamper();
    var _ = get(PETRA, "/pre-payment-report");
    var emma = People.as(People.EMMA, Role.FINANCE);

    var refused = order(emma, "{\"frozen\":false,\"reason\":\"Pay me.\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("own-referral");
    assertThat(get(PETRA, "/brake").path("frozen").asBoolean()).isTrue();
  }
}
