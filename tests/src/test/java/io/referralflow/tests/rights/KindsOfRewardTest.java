package io.referralflow.tests.rights;

import static io.referralflow.scenario.HrMessage.hired;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.rights.Ask.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rewards that are no money, asked of the handler; every answer is as the contract says.
class KindsOfRewardTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final String DAYS_OFF =
      "{'kind':'days-off','quantity':2,'description':{'nl':'Extra vrije dag','en':'Extra day off'}}";

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private Reply ask(Ask ask) {
    var reply = ask.at(door);
    CONTRACT.check(ask.answered(reply));
    return reply;
  }

  private Reply settings(String kinds) {
    return ask(
        Ask.of("PUT /settings")
            .by(People.PETRA)
            .json(
                json(
                    "{'organisation':'Example B.V.','financeEmail':'finance@example.com',"
                        + "'timeZone':'Europe/Amsterdam','rewardKinds':"
                        + kinds
                        + "}")));
  }

  private JsonNode get(Caller who, String path) {
    return ask(Ask.of("GET " + path).by(who)).json();
  }

  private ReferralId architectIsHired() {
    var made =
        ask(
            Ask.of("PUT /vacancies/{id}")
                .with("id", "architect")
                .by(People.PETRA)
                .json(
                    json(
                        "{'title':'Architect','functionLevel':'lead','profile':'Draws.',"
                            + "'status':'open','plan':{'amount':{'amount':'1000.00','currency':'EUR'},"
                            + "'instalments':[{'number':1,'milestone':'first-working-day','share':100},"
                            + "{'number':2,'milestone':'first-working-day','benefit':"
                            + DAYS_OFF
                            + "}]}}")));
    assertThat(made.status()).isEqualTo(201);
    var sam = world.refers(People.EMMA, "sam@example.org", new VacancyId("architect"));
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.goTo("2026-05-04T09:00");
    return sam;
  }

  @Test
  void the_referrer_finance_and_payroll_see_what_it_is_and_how_it_is_treated() {
    var _ =
        settings(
            "[{'kind':'days-off','handedOutBy':'hr@example.com','taxLabel':'Untaxed leave'},"
                + "{'kind':'money','taxLabel':'Special rate'}]");
    var sam = architectIsHired();

    var seen = get(People.EMMA, "/referrals/" + sam.value()).path("instalments");
    assertThat(seen.get(0).has("benefit")).isFalse();
    assertThat(seen.get(1).path("benefit").toString()).isEqualTo(json(DAYS_OFF));
    assertThat(seen.get(1).path("amount").path("amount").asString()).isEqualTo("0.00");

    var payouts = get(People.FATIMA, "/payouts").path("items");
    assertThat(payouts)
        .extracting(payout -> payout.path("taxLabel").asString())
        .containsExactly("Special rate", "Untaxed leave");
    assertThat(payouts.get(1).path("benefit").toString()).isEqualTo(json(DAYS_OFF));

    var run = get(People.FATIMA, "/pay-runs/" + payouts.get(0).path("promisedOn").asString());
    assertThat(run.path("totals").toString())
        .isEqualTo(json("[{'amount':'1000.00','currency':'EUR'}]"));
    assertThat(run.path("items").get(1).path("benefit").toString()).isEqualTo(json(DAYS_OFF));
  }

  @Test
  void it_is_confirmed_as_money_is() {
    var sam = architectIsHired();

    var confirmed =
        ask(
            Ask.of("POST /payouts/{id}/confirmation")
                .with("id", sam.value() + "-2")
                .by(People.FATIMA)
                .json(
                    json(
                        "{'paidOn':'2026-05-04','amount':{'amount':'0.00','currency':'EUR'},"
                            + "'reference':'RF-1-2'}")));

    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(
            get(People.EMMA, "/referrals/" + sam.value())
                .path("instalments")
                .get(1)
                .path("state")
                .asString())
        .isEqualTo("paid");
  }

  @Test
  void only_money_is_a_line_of_the_payroll_system_with_its_label() {
    var _ = settings("[{'kind':'money','taxLabel':'Special rate'}]");
    var _ =
        ask(
            Ask.of("PUT /payroll-targets/{name}")
                .with("name", "ours")
                .by(People.PETRA)
                .json(
                    json(
                        "{'columns':[{'title':'Ref','field':'reference'},"
                            + "{'title':'Tax','field':'tax-label'}]}")));
    var _ = architectIsHired();
    var day = get(People.FATIMA, "/payouts").path("items").get(0).path("promisedOn").asString();

    var file =
        Ask.of("GET /pay-runs/" + day + "/export")
            .query("target", "ours")
            .by(People.FATIMA)
            .at(door);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).contains("RF-1-1").contains("Special rate").doesNotContain("RF-1-2");
  }

  @Test
  void settings_that_contradict_themselves_are_refused_whole() {
    var refused =
        settings(
            "[{'kind':'money','handedOutBy':'hr@example.com'},{'kind':'project'},"
                + "{'kind':'project','taxLabel':''},{'kind':'cake'}]");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors"))
        .extracting(error -> error.path("field").asString() + " " + error.path("code").asString())
        .containsExactlyInAnyOrder(
            "rewardKinds[0].handedOutBy not-with-kind",
            "rewardKinds[2].taxLabel blank",
            "rewardKinds[2].kind duplicate",
            "rewardKinds[3].kind not-in-list");
    assertThat(world.ports().programmes().settings().orElseThrow().handling()).isEmpty();
  }
}
