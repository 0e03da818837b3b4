package io.referralflow.tests.rights;

import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.rights.Ask.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The phases of the procedure, asked of the handler; every answer is as the contract says.
class PhasesTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final String STANDARD =
      "[{'id':'screening','nl':'Selectie','en':'Screening'},"
          + "{'id':'interview','nl':'Gesprek','en':'Interview'},"
          + "{'id':'offer','nl':'Aanbod','en':'Offer'}]";

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private Reply ask(Ask ask) {
    var reply = ask.at(door);
    CONTRACT.check(ask.answered(reply));
    world.settle();
    return reply;
  }

  private Reply settings(String more) {
    return ask(
        Ask.of("PUT /settings")
            .by(People.PETRA)
            .json(
                json(
                    "{'organisation':'Example B.V.','financeEmail':'finance@example.com',"
                        + "'timeZone':'Europe/Amsterdam'"
                        + more
                        + "}")));
  }

  private Reply move(Caller who, ReferralId id, String body) {
    return ask(
        Ask.of("POST /referrals/{id}/phase").with("id", id.value()).by(who).json(json(body)));
  }

  private JsonNode read(Caller who, ReferralId id) {
    return ask(Ask.of("GET /referrals/{id}").with("id", id.value()).by(who)).json();
  }

  private ReferralId samSaidYes() {
    var sam = world.refers(People.EMMA, "sam@example.org", JAVA_ENGINEER);
    world.accepts(sam);
    return sam;
  }

  private static List<String> errors(Reply reply) {
    return StreamSupport.stream(reply.json().path("errors").spliterator(), false)
        .map(error -> error.path("field").asString() + " " + error.path("code").asString())
        .toList();
  }

  @Test
  void phases_are_settings_and_standard_ones_where_nobody_set_any() {
    assertThat(ask(Ask.of("GET /settings").by(People.PETRA)).json().path("phases"))
        .hasToString(json(STANDARD));

    var own = "[{'id':'talk','nl':'Kennismaking','en':'First talk'}]";
    assertThat(settings(",'phases':" + own).json().path("phases")).hasToString(json(own));
    assertThat(ask(Ask.of("GET /settings").by(People.PETRA)).json().path("phases"))
        .hasToString(json(own));
    assertThat(settings("").json().path("phases")).hasToString(json(STANDARD));
  }

  @Test
  void phases_that_cannot_be_meant_are_refused_and_nothing_is_kept() {
    assertThat(errors(settings(",'phases':[]"))).containsExactly("phases too-short");
    assertThat(
            errors(
                settings(
                    ",'phases':[{'id':'talk','nl':'A','en':'B'},{'id':'talk','nl':'A','en':'B'}]")))
        .containsExactly("phases[1].id duplicate");
    assertThat(errors(settings(",'phases':[{'id':'Talk','nl':'','extra':1}]")))
        .contains("phases[0].id format", "phases[0].en required", "phases[0].extra unknown");
    var eleven = "{'id':'p%d','nl':'A','en':'B'}";
    var many = new StringBuilder(eleven.formatted(0));
    for (var i = 1; i < 11; i++) {
      many.append(',').append(eleven.formatted(i));
    }
    assertThat(errors(settings(",'phases':[" + many + "]"))).containsExactly("phases too-long");

    assertThat(ask(Ask.of("GET /settings").by(People.PETRA)).json().path("phases"))
        .hasToString(json(STANDARD));
  }

  @Test
  void a_recruiter_moves_a_referral_and_everybody_reads_where_it_is() {
    var sam = samSaidYes();
    world.goTo("2026-03-04T09:15");
    var moved = move(People.RUBEN, sam, "{'phase':'interview'}").json();
    assertThat(moved.path("state").asString()).isEqualTo("hiring");
    assertThat(moved.path("phase"))
        .hasToString(json("{'id':'interview','nl':'Gesprek','en':'Interview'}"));
    assertThat(moved.path("phaseSince").asString()).isEqualTo("2026-03-04T08:15:00Z");
    world.goTo("2026-03-05T09:15");
    assertThat(move(People.PETRA, sam, "{'phase':'interview'}").json()).isEqualTo(moved);
    assertThat(move(People.PETRA, sam, "{'phase':'offer'}").status()).isEqualTo(200);

    var item = ask(Ask.of("GET /worklist").by(People.RUBEN)).json().path("items").path(0);
    assertThat(item.path("waitsFor").asString()).isEqualTo("hire");
    assertThat(item.path("phase").path("id").asString()).isEqualTo("offer");
    assertThat(item.path("phaseSince").asString()).isEqualTo("2026-03-05T08:15:00Z");
    assertThat(read(People.RUBEN, sam).path("procedure").path("path"))
        .hasToString(
            json(
                "[{'phase':'screening','since':'2026-03-02T08:15:00Z','until':'2026-03-04T08:15:00Z'},"
                    + "{'phase':'interview','since':'2026-03-04T08:15:00Z','until':'2026-03-05T08:15:00Z'},"
                    + "{'phase':'offer','since':'2026-03-05T08:15:00Z','until':null}]"));

    var seen = read(People.EMMA, sam);
    assertThat(seen.has("procedure")).isFalse();
    assertThat(
            StreamSupport.stream(seen.path("timeline").spliterator(), false)
                .filter(entry -> entry.path("kind").asString().equals("phase-entered"))
                .map(entry -> entry.path("phase").path("nl").asString()))
        .containsExactly("Gesprek", "Aanbod");
  }

  @Test
  void a_move_that_cannot_be_is_refused_and_writes_nothing() {
    var sam = world.refers(People.EMMA, "sam@example.org", JAVA_ENGINEER);
    assertThat(move(People.RUBEN, sam, "{'phase':'interview'}").status()).isEqualTo(409);
    world.accepts(sam);
    var before = world.facts(sam);

    assertThat(errors(move(People.RUBEN, sam, "{'phase':'assessment'}")))
        .containsExactly("phase not-in-list");
    assertThat(errors(move(People.RUBEN, sam, "{'phase':'Not A Phase'}")))
        .containsExactly("phase format");
    assertThat(errors(move(People.RUBEN, sam, "{}"))).containsExactly("phase required");
    assertThat(errors(move(People.RUBEN, sam, "{'phase':'offer','by':'x'}")))
        .containsExactly("by unknown");
    assertThat(move(People.EMMA, sam, "{'phase':'offer'}").status()).isEqualTo(403);
    assertThat(
            move(People.RUBEN, new ReferralId("r0000000000000000000000099"), "{'phase':'offer'}")
                .status())
        .isEqualTo(404);
    assertThat(world.facts(sam)).isEqualTo(before);
  }

  @Test
  void changed_settings_leave_running_referrals_their_phases() {
    var sam = samSaidYes();
    assertThat(settings(",'phases':[{'id':'talk','nl':'Kennismaking','en':'First talk'}]").status())
        .isEqualTo(200);

    assertThat(move(People.RUBEN, sam, "{'phase':'interview'}").status()).isEqualTo(200);
    assertThat(read(People.RUBEN, sam).path("procedure").path("phases"))
        .hasToString(json(STANDARD));
  }
}
