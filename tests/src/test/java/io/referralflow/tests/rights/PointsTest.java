package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.rights.Ask.Reply;
import org.junit.jupiter.api.Test;

/// Points, the catalogue and orders, asked of the handler; every answer is as the contract says.
class PointsTest {

  private static final Contract CONTRACT = Contract.ofProject();

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

  private static String content(String more) {
    return json(
        "{'title':{'nl':'Cursus','en':'Course'},'description':{'nl':'Een dag.','en':'A day.'},"
            + more
            + "}");
  }

  private Reply offers(Caller who, String id, String more) {
    return ask(Ask.of("PUT /catalogue/{id}").with("id", id).by(who).json(content(more)));
  }

  private Reply orders(Caller who, String key, String body) {
    return ask(
        Ask.of("POST /points/orders").by(who).header("Idempotency-Key", key).json(json(body)));
  }

  private Reply get(Caller who, String path) {
    return ask(Ask.of("GET " + path).by(who));
  }

  private Reply list(Caller who, String list) {
    return ask(Ask.of("GET /points/orders").query("list", list).by(who));
  }

  private Reply delivers(Caller who, String id) {
    return ask(Ask.of("POST /points/orders/{id}/delivery").with("id", id).by(who));
  }

  private Reply cancels(Caller who, String id, String reason) {
    return ask(
        Ask.of("POST /points/orders/{id}/cancellation")
            .with("id", id)
            .by(who)
            .json(json("{'reason':'" + reason + "'}")));
  }

  private Reply corrects(Caller who, String key, String body) {
    return ask(
        Ask.of("POST /points/corrections").by(who).header("Idempotency-Key", key).json(json(body)));
  }

  private ReferralId emmaEarnsFifty() {
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
                            + "{'kind':'points','quantity':50,"
                            + "'description':{'nl':'punten','en':'points'}}}]}}")));
    assertThat(made.status()).isEqualTo(201);
    var sam = world.refers(People.EMMA, "sam@example.org", new VacancyId("architect"));
    world.accepts(sam);
    world.hears(HrMessage.hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.goTo("2026-05-04T09:00");
    return sam;
  }

  @Test
  void are_earned_seen_spent_and_returned() {
    var sam = emmaEarnsFifty();
    assertThat(offers(People.PETRA, "course", "'price':40,'kind':'conference','status':'active'"))
        .extracting(Reply::status)
        .isEqualTo(201);
    var earned = get(People.EMMA, "/points").json();
    assertThat(earned.path("balance").asInt()).isEqualTo(50);
    assertThat(earned.path("items").get(0).toString())
        .isEqualTo(
            json(
                "{'at':'2026-04-30T22:00:00Z','points':50,'kind':'earned','referralId':'"
                    + sam.value()
                    + "','instalment':2}"));

    var placed = orders(People.EMMA, "a", "{'item':'course','price':40}");
    assertThat(placed.status()).isEqualTo(201);
    assertThat(orders(People.EMMA, "a", "{'item':'course','price':40}").json())
        .isEqualTo(placed.json());
    var id = placed.json().path("id").asString();
    assertThat(get(People.EMMA, "/points").json().path("balance").asInt()).isEqualTo(10);
    assertThat(get(People.PETRA, "/points").json().path("balance").asInt()).isZero();

    var open = list(People.PETRA, "open").json().path("items");
    assertThat(open.get(0).path("orderedBy").toString())
        .isEqualTo(json("{'id':'emma','name':'Emma Jansen'}"));
    assertThat(cancels(People.PETRA, id, "Full.").json().path("state").asString())
        .isEqualTo("cancelled");
    assertThat(list(People.PETRA, "open").json().path("items")).isEmpty();
    var own = list(People.EMMA, "own").json().path("items").get(0);
    assertThat(own.path("reason").asString()).isEqualTo("Full.");
    assertThat(own.has("orderedBy")).isFalse();
    var entries = get(People.EMMA, "/points").json();
    assertThat(entries.path("balance").asInt()).isEqualTo(50);
    assertThat(entries.path("items"))
        .extracting(entry -> entry.path("kind").asString())
        .containsExactlyInAnyOrder("returned", "spent", "earned");
    assertThat(cancels(People.PETRA, id, "Full.").status()).isEqualTo(200);
    assertThat(cancels(People.PETRA, id, "Other.").problem()).isEqualTo("wrong-state");
    assertThat(delivers(People.PETRA, id).problem()).isEqualTo("wrong-state");
  }

  @Test
  void an_order_is_delivered_by_a_programme_manager_who_is_somebody_else() {
    var _ = emmaEarnsFifty();
    var _ = offers(People.PETRA, "course", "'price':40,'kind':'charity','status':'active'");
    var id = orders(People.EMMA, "a", "{'item':'course','price':40}").json().path("id").asString();
    var emmaToo = People.as(People.EMMA, Role.PROGRAMME_MANAGER);

    assertThat(delivers(People.EMMA, id).problem()).isEqualTo("forbidden");
    assertThat(delivers(emmaToo, id).problem()).isEqualTo("own-points");
    assertThat(cancels(emmaToo, id, "Mine.").problem()).isEqualTo("own-points");
    assertThat(delivers(People.PETRA, id).json().path("state").asString()).isEqualTo("delivered");
    assertThat(delivers(People.PETRA, id).status()).isEqualTo(200);
    assertThat(delivers(People.PETRA, "nonsense").status()).isEqualTo(404);
    assertThat(delivers(People.PETRA, "order000000000000000000009").status()).isEqualTo(404);
    assertThat(list(People.EMMA, "open").problem()).isEqualTo("forbidden");
    assertThat(list(People.EMMA, "all").status()).isEqualTo(422);
  }

  @Test
  void what_cannot_be_ordered_is_refused_and_costs_nothing() {
    var _ = emmaEarnsFifty();
    var _ =
        offers(People.PETRA, "course", "'price':40,'kind':'project','stock':1,'status':'active'");
    var _ = offers(People.PETRA, "old", "'price':1,'kind':'project','status':'retired'");
    var before = world.store().everything();

    assertThat(
            ask(Ask.of("POST /points/orders")
                    .by(People.EMMA)
                    .json(json("{'item':'course','price':40}")))
                .json()
                .path("errors")
                .get(0)
                .path("field")
                .asString())
        .isEqualTo("Idempotency-Key");
    assertThat(error(orders(People.EMMA, "a", "{'item':'old','price':1}")))
        .isEqualTo("item item-unknown");
    assertThat(error(orders(People.EMMA, "a", "{'item':'Cake!','price':1}")))
        .isEqualTo("item format");
    assertThat(error(orders(People.EMMA, "a", "{'item':'course','price':30}")))
        .isEqualTo("price differs");
    assertThat(error(orders(People.EMMA, "a b", "{'item':'course','price':40}")))
        .isEqualTo("Idempotency-Key format");
    assertThat(orders(People.JORIS, "a", "{'item':'course','price':40}").problem())
        .isEqualTo("not-enough-points");
    assertThat(world.store().everything()).isEqualTo(before);

    assertThat(orders(People.EMMA, "a", "{'item':'course','price':40}").status()).isEqualTo(201);
    assertThat(orders(People.EMMA, "a", "{'item':'course','price':41}").problem())
        .isEqualTo("key-reused");
    assertThat(orders(People.EMMA, "b", "{'item':'course','price':40}").problem())
        .isEqualTo("wrong-state");
  }

  private static String error(Reply reply) {
    assertThat(reply.status()).isEqualTo(422);
    var error = reply.json().path("errors").get(0);
    return error.path("field").asString() + " " + error.path("code").asString();
  }

  @Test
  void the_catalogue_is_kept_by_the_programme_manager() {
    var first =
        offers(
            People.PETRA,
            "course",
            "'price':40,'kind':'training-budget','stock':3,'status':'active'");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.json().path("available").asInt()).isEqualTo(3);
    var retired = offers(People.PETRA, "course", "'price':40,'kind':'days-off','status':'retired'");
    assertThat(retired.status()).isEqualTo(200);
    assertThat(retired.json().path("version").asInt()).isEqualTo(2);
    assertThat(retired.json().has("stock")).isFalse();
    assertThat(offers(People.PETRA, "budget", "'price':1,'kind':'certification','status':'active'"))
        .extracting(Reply::status)
        .isEqualTo(201);

    assertThat(get(People.PETRA, "/catalogue").json().path("items")).hasSize(2);
    var seen = get(People.EMMA, "/catalogue").json().path("items");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).has("ordered")).isFalse();

    assertThat(error(offers(People.PETRA, "c", "'price':0,'kind':'project','status':'active'")))
        .isEqualTo("price out-of-range");
    assertThat(error(offers(People.PETRA, "c", "'price':1,'kind':'money','status':'active'")))
        .isEqualTo("kind not-in-list");
    assertThat(error(offers(People.PETRA, "c", "'price':1,'kind':'points','status':'active'")))
        .isEqualTo("kind not-in-list");
    assertThat(error(offers(People.PETRA, "C", "'price':1,'kind':'project','status':'active'")))
        .isEqualTo("id format");
    assertThat(get(People.PETRA, "/catalogue").json().path("items")).hasSize(2);
  }

  @Test
  void an_account_is_put_right_by_somebody_else() {
    var _ = emmaEarnsFifty();

    var given = corrects(People.PETRA, "a", "{'employee':'emma','points':5,'reason':'Launch.'}");
    assertThat(given.status()).isEqualTo(201);
    assertThat(
            corrects(People.PETRA, "a", "{'employee':'emma','points':5,'reason':'Launch.'}").json())
        .isEqualTo(given.json());
    assertThat(
            corrects(People.PETRA, "a", "{'employee':'emma','points':6,'reason':'Launch.'}")
                .problem())
        .isEqualTo("key-reused");
    assertThat(
            corrects(People.PETRA, "b", "{'employee':'emma','points':-56,'reason':'All.'}")
                .problem())
        .isEqualTo("not-enough-points");
    assertThat(
            corrects(People.PETRA, "b", "{'employee':'petra','points':6,'reason':'Me.'}").problem())
        .isEqualTo("own-points");
    assertThat(error(corrects(People.PETRA, "b", "{'employee':'x','points':6,'reason':'Who?'}")))
        .isEqualTo("employee employee-unknown");
    assertThat(error(corrects(People.PETRA, "b", "{'employee':'emma','points':0,'reason':'No.'}")))
        .isEqualTo("points out-of-range");
    assertThat(get(People.EMMA, "/points").json().path("balance").asInt()).isEqualTo(55);
    assertThat(get(People.EMMA, "/points").json().path("items").toString()).contains("Launch.");
  }
}
