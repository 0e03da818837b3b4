package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Terms of a programme's own through the API's own door: published, announced, read by whom the
/// programme concerns, promised and kept.
class OwnTermsTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Caller FRITS =
      People.caller("frits", "Frits de Wit", "HR-0009", Role.OUTSIDE_REFERRER);

  private static final String TERMS =
      """
      {"text": {"nl": "Voor oud-collega's.", "en": "For former colleagues."},
       "rules": {"levels": [{"functionLevel": "medior",
                             "amount": {"amount": "%s", "currency": "EUR"}},
                            {"functionLevel": "junior",
                             "amount": {"amount": "1000.00", "currency": "EUR"}},
                            {"functionLevel": "senior",
                             "amount": {"amount": "3500.00", "currency": "EUR"}}],
                 "instalments": [{"number": 1, "milestone": "first-working-day", "share": 100}],
                 "probationMonths": 2, "promiseDays": 30, "severalReferrers": "lowest-receipt",
                 "eligibilityMonths": 12}%s}
      """;

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  OwnTermsTest() {
    programme("alumni", "external");
    programme("team", "internal");
  }

  private Ask.Reply ask(Caller who, Ask ask) {
    var whole = ask.by(who).header("Accept", "application/json");
    var reply = whole.at(door);
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private Ask.Reply get(Caller who, String path) {
    return ask(who, Ask.of("GET " + path));
  }

  private void programme(String id, String audience) {
    var body =
        "{\"name\": \"%s\", \"audience\": \"%s\", \"startsOn\": \"2026-03-01\"}"
            .formatted(id, audience);
    assertThat(ask(Cast.PETRA, Ask.of("PUT /programmes/" + id).json(body)).status()).isEqualTo(201);
    assertThat(move(id, "published").status()).isEqualTo(200);
  }

  private Ask.Reply move(String id, String status) {
    return ask(
        Cast.PETRA,
        Ask.of("POST /programmes/" + id + "/status").json("{\"status\": \"" + status + "\"}"));
  }

  private Ask.Reply publish(String id, String amount) {
    return publish(id, TERMS.formatted(amount, ""), Cast.PETRA);
  }

  private Ask.Reply publish(String id, String body, Caller who) {
    return ask(who, Ask.of("PUT /programmes/" + id + "/terms").json(body));
  }

  private static int version(Ask.Reply reply) {
    return reply.json().get("version").asInt();
  }

  private String promised(Caller who) {
    return get(who, "/vacancies/java-engineer").json().at("/reward/0/amount/amount").asString();
  }

  private long told(String address) {
    world.settle();
    return world.postbox().received().stream()
        .filter(mail -> mail.to().value().equals(address))
        .filter(mail -> !mail.reference().startsWith("referral0"))
        .count();
  }

  @Test
  void the_terms_of_a_draft_are_told_once_it_is_published() {
    var _ = world.refers(Cast.EMMA, "sam@example.org", Programme.JAVA_ENGINEER);
    var body =
        "{\"name\": \"Spring\", \"audience\": \"internal\", \"startsOn\": \"2026-03-01\","
            + " \"endsOn\": \"2026-03-31\"}";
    assertThat(ask(Cast.PETRA, Ask.of("PUT /programmes/spring").json(body)).status())
        .isEqualTo(201);
    assertThat(publish("spring", "750.00").status()).isEqualTo(201);
    assertThat(told("emma@example.com")).as("nobody refers by a draft").isZero();

    world.goTo("2026-03-06T09:00");
    assertThat(move("spring", "published").status()).isEqualTo(200);
    assertThat(told("emma@example.com")).isEqualTo(1);
    assertThat(move("spring", "published").status()).isEqualTo(200);
    assertThat(told("emma@example.com")).as("told once").isEqualTo(1);
  }

  @Test
  void whoever_referred_under_a_version_reads_it_when_the_programme_is_for_others_by_now() {
    assertThat(version(publish("alumni", "750.00"))).isEqualTo(2);
    var referred =
        ask(
            FRITS,
            Ask.of("POST /referrals")
                .json(
                    "{\"vacancyId\": \"java-engineer\","
                        + " \"candidate\": {\"name\": \"Sam\", \"email\": \"sam@example.org\"}}"));
    assertThat(referred.json().at("/terms/version").asInt()).isEqualTo(2);
    var read = get(FRITS, "/terms/2").body();
    assertThat(version(publish("alumni", "500.00"))).isEqualTo(3);
    assertThat(
            ask(
                    Cast.PETRA,
                    Ask.of("PUT /programmes/alumni")
                        .json(
                            "{\"name\": \"alumni\", \"audience\": \"internal\","
                                + " \"startsOn\": \"2026-03-01\"}"))
                .status())
        .isEqualTo(200);

    assertThat(get(FRITS, "/terms/2").body()).isEqualTo(read);
    assertThat(get(FRITS, "/terms/3").status()).isEqualTo(404);
  }

  @Test
  void a_former_colleague_reads_refers_and_keeps_what_their_programme_promises() {
    assertThat(version(get(FRITS, "/programmes/alumni/terms"))).isEqualTo(1);
    var published = publish("alumni", "750.00");
    assertThat(published.status()).isEqualTo(201);
    assertThat(version(published)).isEqualTo(2);
    assertThat(publish("alumni", "750.00").status()).isEqualTo(200);

    assertThat(get(FRITS, "/programmes/alumni/terms").body()).isEqualTo(published.body());
    assertThat(get(FRITS, "/programmes/alumni").json().get("termsVersions").toString())
        .isEqualTo("[2]");
    assertThat(promised(FRITS)).isEqualTo("750.00");
    assertThat(promised(Cast.EMMA)).isEqualTo("1000.00");
    assertThat(get(FRITS, "/vacancies").json().at("/items/1/reward/0/amount/amount").asString())
        .isEqualTo("750.00");
    assertThat(version(get(Cast.EMMA, "/terms"))).isEqualTo(1);

    var referred =
        ask(
            FRITS,
            Ask.of("POST /referrals")
                .json(
                    "{\"vacancyId\": \"java-engineer\","
                        + " \"candidate\": {\"name\": \"Sam\", \"email\": \"sam@example.org\"}}"));
    assertThat(referred.json().at("/terms/version").asInt()).isEqualTo(2);
    assertThat(version(publish("alumni", "500.00"))).isEqualTo(3);

    var own = get(FRITS, "/referrals/" + referred.json().get("id").asString()).json();
    assertThat(own.at("/terms/version").asInt()).isEqualTo(2);
    assertThat(own.at("/instalments/0/amount/amount").asString()).isEqualTo("750.00");
    assertThat(get(FRITS, "/terms/2").body())
        .isEqualTo(get(FRITS, "/programmes/alumni/terms/2").body())
        .isEqualTo(published.body());
    assertThat(promised(FRITS)).isEqualTo("500.00");
  }

  @Test
  void they_are_for_whom_the_programme_concerns() {
    assertThat(version(publish("team", "4000.00"))).isEqualTo(2);

    for (var path :
        new String[] {
          "/terms/2",
          "/programmes/team/terms",
          "/programmes/team/terms/2",
          "/programmes/team/terms/upcoming"
        }) {
      assertThat(get(FRITS, path).status()).as(path).isEqualTo(404);
      assertThat(get(Cast.EMMA, path).status()).as(path).isEqualTo(200);
    }
    assertThat(get(FRITS, "/terms/1").status()).isEqualTo(200);
  }

  @Test
  void they_are_announced_and_come_into_force_by_themselves() {
    var body = TERMS.formatted("750.00", ", \"effectiveFrom\": \"2026-04-01T00:00:00Z\"");
    var announced = publish("alumni", body, Cast.PETRA);
    assertThat(announced.status()).isEqualTo(201);

    assertThat(version(get(FRITS, "/programmes/alumni/terms"))).isEqualTo(1);
    assertThat(get(FRITS, "/programmes/alumni/terms/upcoming").body())
        .isEqualTo("{\"items\":[" + announced.body() + "]}");
    assertThat(get(Cast.EMMA, "/terms/upcoming").body()).isEqualTo("{\"items\":[]}");

    world.goTo("2026-04-01T02:00");
    assertThat(get(FRITS, "/programmes/alumni/terms").body()).isEqualTo(announced.body());
    assertThat(get(FRITS, "/programmes/alumni/terms/upcoming").body()).isEqualTo("{\"items\":[]}");
    assertThat(promised(FRITS)).isEqualTo("750.00");
  }

  @Test
  void what_the_organisation_announces_counts_for_a_programme_without_terms_of_its_own() {
    var body = TERMS.formatted("750.00", ", \"effectiveFrom\": \"2026-04-01T00:00:00Z\"");
    assertThat(ask(Cast.PETRA, Ask.of("PUT /terms").json(body)).status()).isEqualTo(201);
    var all = get(Cast.EMMA, "/terms/upcoming").body();
    assertThat(all).contains("2026-04-01");

    assertThat(get(FRITS, "/programmes/alumni/terms/upcoming").body()).isEqualTo(all);
    assertThat(publish("alumni", "500.00").status()).isEqualTo(201);
    assertThat(get(FRITS, "/programmes/alumni/terms/upcoming").body()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void bad_terms_are_refused_and_leave_nothing() {
    var uneven = TERMS.formatted("750.00", "").replace("\"share\": 100", "\"share\": 90");
    var late = TERMS.formatted("750.00", ", \"effectiveFrom\": \"2026-01-01T00:00:00Z\"");

    assertThat(publish("alumni", uneven, Cast.PETRA).status()).isEqualTo(422);
    assertThat(publish("alumni", late, Cast.PETRA).json().at("/errors/0/field").asString())
        .isEqualTo("effectiveFrom");
    assertThat(publish("alumni", TERMS.formatted("750.00", ""), Cast.EMMA).status()).isEqualTo(403);
    assertThat(publish("nobody-made-it", "750.00").status()).isEqualTo(404);
    var _ = move("alumni", "retired");
    assertThat(publish("alumni", "750.00").problem()).isEqualTo("wrong-state");

    assertThat(get(Cast.PETRA, "/programmes/alumni").json().get("termsVersions")).isEmpty();
    assertThat(get(Cast.PETRA, "/terms/2").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "3", "0", "x", "99999999999"})
  void only_its_own_versions_are_read_by_a_programme(String version) {
    assertThat(version(publish("alumni", "750.00"))).isEqualTo(2);

    assertThat(get(FRITS, "/programmes/alumni/terms/" + version).status()).isEqualTo(404);
  }
}
