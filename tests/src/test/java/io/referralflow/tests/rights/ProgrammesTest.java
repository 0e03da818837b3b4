package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Programmes and actions through the API's own door: made, previewed, published, continued and
/// retired, who sees what of them, and who may refer by them.
class ProgrammesTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Caller FRITS =
      People.caller("frits", "Frits de Wit", "HR-0009", Role.OUTSIDE_REFERRER);

  private static final String ALUMNI =
      """
      {"name": "Alumni", "audience": "external", "startsOn": "2026-03-01",
       "vacanciesLeftOut": ["data-engineer"]}
      """;

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  private Ask.Reply ask(Caller who, Ask ask) {
    var whole = ask.by(who).header("Accept", "application/json");
    var reply = whole.at(door);
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private Ask.Reply put(String id, String body) {
    return ask(Cast.PETRA, Ask.of("PUT /programmes/" + id).json(body));
  }

  private Ask.Reply move(String id, String status) {
    return ask(
        Cast.PETRA,
        Ask.of("POST /programmes/" + id + "/status").json("{\"status\": \"" + status + "\"}"));
  }

  private List<String> seen(Caller who) {
    return ids(ask(who, Ask.of("GET /programmes")));
  }

  private static List<String> ids(Ask.Reply reply) {
    return reply.json().get("items").valueStream().map(each -> each.get("id").asString()).toList();
  }

  private Ask.Reply refer(Caller who, String vacancy, String address) {
    var body =
        "{\"vacancyId\": \"%s\", \"candidate\": {\"name\": \"Sam\", \"email\": \"%s\"}}"
            .formatted(vacancy, address);
    return ask(who, Ask.of("POST /referrals").json(body));
  }

  private static List<String> errors(Ask.Reply reply) {
    return reply
        .json()
        .get("errors")
        .valueStream()
        .map(error -> error.get("field").asString() + " " + error.get("code").asString())
        .toList();
  }

  @Test
  void one_is_made_previewed_published_and_retired() {
    assertThat(put("alumni", ALUMNI).status()).isEqualTo(201);
    assertThat(put("alumni", ALUMNI).status()).isEqualTo(200);
    assertThat(seen(Cast.PETRA)).containsExactly("alumni", "programme");
    assertThat(seen(Cast.RUBEN)).containsExactly("programme");

    assertThat(move("alumni", "preview").status()).isEqualTo(200);
    assertThat(seen(Cast.RUBEN)).containsExactly("alumni", "programme");
    assertThat(seen(Cast.EMMA)).containsExactly("programme");
    assertThat(seen(FRITS)).isEmpty();
    assertThat(ask(FRITS, Ask.of("GET /programmes/alumni")).status()).isEqualTo(404);
    assertThat(errors(refer(FRITS, "java-engineer", "sam@example.org")))
        .containsExactly(" programme-audience");

    assertThat(move("alumni", "published").status()).isEqualTo(200);
    assertThat(seen(FRITS)).containsExactly("alumni");
    assertThat(seen(Cast.EMMA)).containsExactly("programme");

    assertThat(move("alumni", "draft").problem()).isEqualTo("wrong-state");
    assertThat(move("alumni", "retired").status()).isEqualTo(200);
    assertThat(put("alumni", ALUMNI.replace("Alumni", "Friends")).problem())
        .isEqualTo("wrong-state");
    assertThat(errors(refer(FRITS, "java-engineer", "sam@example.org")))
        .containsExactly(" programme-audience");
  }

  @Test
  void an_answer_holds_all_of_it() {
    assertThat(put("alumni", ALUMNI).body())
        .isEqualTo(
            "{\"id\":\"alumni\",\"name\":\"Alumni\",\"kind\":\"programme\","
                + "\"audience\":\"external\",\"scope\":{\"kind\":\"everybody\"},"
                + "\"startsOn\":\"2026-03-01\",\"vacanciesLeftOut\":[\"data-engineer\"],"
                + "\"status\":\"draft\",\"termsVersions\":[],\"managedBy\":\"petra\"}");
    var _ = move("alumni", "published");
    assertThat(ask(FRITS, Ask.of("GET /programmes/alumni")).body()).doesNotContain("petra");
  }

  @Test
  void somebody_from_outside_sees_only_what_concerns_them() {
    assertThat(ids(ask(FRITS, Ask.of("GET /vacancies")))).isEmpty();
    assertThat(ask(FRITS, Ask.of("GET /vacancies/java-engineer")).status()).isEqualTo(404);

    var _ = put("alumni", ALUMNI);
    var _ = move("alumni", "published");

    assertThat(ids(ask(FRITS, Ask.of("GET /vacancies"))))
        .containsExactly("java-engineer", "service-desk");
    assertThat(ask(FRITS, Ask.of("GET /vacancies/java-engineer")).status()).isEqualTo(200);
    assertThat(ask(FRITS, Ask.of("GET /vacancies/data-engineer")).status()).isEqualTo(404);
    assertThat(ids(ask(Cast.EMMA, Ask.of("GET /vacancies")))).hasSize(4);
    assertThat(ask(FRITS, Ask.of("GET /me")).json().get("roles").toString())
        .isEqualTo("[\"outside-referrer\"]");

    var referred = refer(FRITS, "java-engineer", "sam@example.org");
    assertThat(referred.status()).isEqualTo(201);
    assertThat(errors(refer(FRITS, "data-engineer", "kim@example.org")))
        .containsExactly("vacancyId vacancy-not-in-programme");
    var own = ask(FRITS, Ask.of("GET /referrals/" + referred.json().get("id").asString())).json();
    assertThat(own.get("programmeId").asString()).isEqualTo("alumni");
    assertThat(ids(ask(FRITS, Ask.of("GET /referrals")))).hasSize(1);

    var _ = move("alumni", "retired");
    assertThat(ids(ask(FRITS, Ask.of("GET /vacancies")))).isEmpty();
    assertThat(ask(FRITS, Ask.of("GET /vacancies/java-engineer")).status()).isEqualTo(200);
  }

  @Test
  void who_has_a_role_is_of_the_organisation() {
    var frits = People.as(FRITS, Role.OUTSIDE_REFERRER, Role.FINANCE);

    assertThat(ids(ask(frits, Ask.of("GET /vacancies")))).hasSize(4);
    assertThat(refer(frits, "java-engineer", "sam@example.org").status()).isEqualTo(201);
  }

  @Test
  void an_action_of_a_department_becomes_a_programme_for_all() {
    var spring =
        """
        {"name": "Spring", "audience": "internal", "startsOn": "2026-03-01",
         "endsOn": "2026-03-31", "scope": {"kind": "department", "name": "IT"}}
        """;
    var _ = put("spring", spring);
    var goOn = Ask.of("POST /programmes/spring/continuation");
    assertThat(ask(Cast.PETRA, goOn).problem()).isEqualTo("wrong-state");
    var _ = move("spring", "published");
    assertThat(ask(Cast.PETRA, Ask.of("GET /programmes/spring")).json().get("kind").asString())
        .isEqualTo("action");

    var continued = ask(Cast.PETRA, goOn);

    assertThat(continued.status()).isEqualTo(200);
    assertThat(continued.json().get("kind").asString()).isEqualTo("programme");
    assertThat(continued.json().get("scope").toString()).isEqualTo("{\"kind\":\"everybody\"}");
    assertThat(continued.json().has("endsOn")).isFalse();
    assertThat(ask(Cast.PETRA, Ask.of("POST /programmes/autumn/continuation")).status())
        .isEqualTo(404);
    assertThat(move("autumn", "published").status()).isEqualTo(404);
  }

  @Test
  void an_action_that_has_ended_reports_on_itself() {
    var report = Ask.of("GET /programmes/spring/report");
    var _ =
        put(
            "spring",
            """
            {"name": "Spring", "audience": "internal", "startsOn": "2026-03-01",
             "endsOn": "2026-03-31"}
            """);
    var _ = move("spring", "published");
    assertThat(refer(Cast.EMMA, "java-engineer", "sam@example.org").status()).isEqualTo(201);
    assertThat(ask(Cast.PETRA, report).status()).isEqualTo(404);

    world.goTo("2026-04-01T07:00");
    world.upkeep(Run.DAILY);

    assertThat(ask(Cast.FATIMA, report).body())
        .matches(
            "\\{\"programmeId\":\"spring\",\"startsOn\":\"2026-03-01\",\"endsOn\":\"2026-03-31\","
                + "\"at\":\"2026-04-01T[^\"]*\",\"submitted\":1,\"hired\":0,\"paid\":0,"
                + "\"promise\":\\{\"kept\":0,\"late\":0},\"costs\":\\[]}");
    assertThat(ask(Cast.EMMA, report).status()).isEqualTo(403);
    assertThat(ask(Cast.PETRA, Ask.of("GET /failures")).body()).contains("action-ended");
  }

  @Test
  void the_standing_programme_is_retired_and_not_ended() {
    assertThat(errors(put("programme", ALUMNI.replace("{", "{\"endsOn\": \"2026-12-31\","))))
        .containsExactly("endsOn not-with-kind");
    assertThat(put("programme", ALUMNI).status()).isEqualTo(200);
  }

  @Test
  void what_is_wrong_is_named_and_nothing_is_written() {
    var before = world.store().everything();

    assertThat(
            errors(
                put(
                    "spring",
                    """
                    {"name": "Spring", "audience": "all", "startsOn": "2026-03-31",
                     "endsOn": "2026-03-30", "scope": {"kind": "everybody", "name": "IT"},
                     "vacanciesLeftOut": ["java-engineer", "not one"], "budget": 1}
                    """)))
        .containsExactlyInAnyOrder(
            "audience not-in-list",
            "endsOn ends-before-start",
            "scope.name not-with-kind",
            "vacanciesLeftOut format",
            "budget unknown");
    assertThat(errors(put("spring", "{\"scope\": {\"kind\": \"team\"}, \"vacanciesLeftOut\": 1}")))
        .containsExactlyInAnyOrder(
            "name required",
            "audience required",
            "startsOn required",
            "scope.name required",
            "vacanciesLeftOut type");
    assertThat(errors(put("Spring", ALUMNI))).containsExactly("id format");
    assertThat(errors(move("programme", "paused"))).containsExactly("status not-in-list");
    assertThat(world.store().everything()).isEqualTo(before);
  }
}
