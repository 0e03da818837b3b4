package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.function.ApiDoor;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Contract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Former staff and outside relations through the API's own door: invited, referring, counted as
/// what they are, and withdrawn.
class OutsidersTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final String FRITS =
      """
      {"name": "Frits de Wit", "email": "Frits@Example.com", "kind": "former", "language": "nl"}
      """;

  /// Signs in by the account, with the address that was invited.
  private static final Caller SIGNED_IN =
      new Caller(
          new Employee(
              new EmployeeId("frits"),
              "Frits de Wit",
              new Email("frits@example.com"),
              Language.NL,
              Optional.empty()),
          Set.of(Role.OUTSIDE_REFERRER));

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  private Ask.Reply ask(Caller who, Ask ask) {
    var whole = ask.by(who).header("Accept", "application/json");
    var reply = whole.at(door);
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private Ask.Reply invite(String body) {
    return ask(Cast.PETRA, Ask.of("POST /outside-referrers").json(body));
  }

  private Ask.Reply withdraw(String id) {
    return ask(Cast.PETRA, Ask.of("POST /outside-referrers/" + id + "/withdrawal"));
  }

  private String list() {
    return ask(Cast.PETRA, Ask.of("GET /outside-referrers")).json().get("items").toString();
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
  void somebody_who_left_is_invited_and_refers_as_former_staff() {
    var invited = invite(FRITS);
    assertThat(invited.status()).isEqualTo(201);
    var id = invited.json().get("id").asString();
    assertThat(invited.body())
        .isEqualTo(
            "{\"id\":\"%s\",\"state\":\"invited\",\"kind\":\"former\",\"name\":\"Frits de Wit\","
                    .formatted(id)
                + "\"email\":\"frits@example.com\",\"language\":\"nl\"}");
    assertThat(invite(FRITS).status()).isEqualTo(200);
    assertThat(list()).isEqualTo("[" + invited.body() + "]");
    assertThat(door.accounts().mailed()).hasSize(1);
    assertThat(ask(Cast.PETRA, Ask.of("GET /employees")).body()).doesNotContain("frits");

    assertThat(
            ask(
                    Cast.PETRA,
                    Ask.of("PUT /programmes/alumni")
                        .json(
                            """
                            {"name": "Alumni", "audience": "external", "startsOn": "2026-03-01"}
                            """))
                .status())
        .isEqualTo(201);
    assertThat(
            ask(
                    Cast.PETRA,
                    Ask.of("POST /programmes/alumni/status").json("{\"status\": \"published\"}"))
                .status())
        .isEqualTo(200);
    assertThat(
            ask(
                    SIGNED_IN,
                    Ask.of("POST /referrals")
                        .json(
                            """
                            {"vacancyId": "java-engineer",
                             "candidate": {"name": "Sam", "email": "sam@example.org"}}
                            """))
                .status())
        .isEqualTo(201);

    var withdrawn = withdraw(id);
    assertThat(withdrawn.body())
        .isEqualTo("{\"id\":\"%s\",\"state\":\"withdrawn\",\"kind\":\"former\"}".formatted(id));
    assertThat(withdraw(id).body()).isEqualTo(withdrawn.body());
    assertThat(list()).isEqualTo("[" + withdrawn.body() + "]");
    assertThat(door.accounts().all()).isEmpty();
  }

  @Test
  void bad_invitations_are_refused_and_leave_nothing() {
    assertThat(errors(invite("{\"name\": \"\", \"email\": \"no\", \"kind\": \"flex\"}")))
        .contains("email format", "kind not-in-list", "language required");
    door.accounts().take(new Email("frits@example.com"));
    assertThat(invite(FRITS).problem()).isEqualTo("wrong-state");
    door.accounts().refuse();
    assertThat(errors(invite(FRITS))).containsExactly("email format");
    assertThat(withdraw("outside-nobody").status()).isEqualTo(404);

    assertThat(list()).isEqualTo("[]");
    assertThat(door.accounts().all()).isEmpty();
  }

  @Test
  void what_came_to_an_unknown_end_is_said_and_settled_by_the_same_again() {
    door.accounts().goOut(true);
    var unknown = invite(FRITS);
    assertThat(unknown.status()).isEqualTo(503);
    assertThat(unknown.body()).doesNotContainIgnoringCase("frits");
    assertThat(list()).isEqualTo("[]");

    door.accounts().goOut(false);
    var invited = invite(FRITS);
    assertThat(invited.status()).isEqualTo(201);
    door.accounts().goOut(true);
    assertThat(withdraw(invited.json().get("id").asString()).status()).isEqualTo(503);
  }

  @Test
  void an_address_that_the_directory_knows_as_a_colleagues_is_not_invited() {
    assertThat(
            ask(
                    Cast.PETRA,
                    Ask.of("PUT /employees/HR-0042")
                        .json(
                            """
                            {"name": "Frits de Wit", "email": "frits@example.com",
                             "contract": "permanent"}
                            """))
                .status())
        .isEqualTo(201);

    assertThat(invite(FRITS).problem()).isEqualTo("wrong-state");
    assertThat(door.accounts().all()).isEmpty();
  }
}
