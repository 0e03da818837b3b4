package io.referralflow.tests.rights;

import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.rights.Ask.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Entering a referral for somebody else, and moving it, asked of the handler; every answer is as
/// the contract says.
class OnBehalfTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Caller KIM = People.caller("kim", "Kim Example", "E-77");

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  private Reply ask(Ask ask) {
    var reply = ask.at(door);
    CONTRACT.check(ask.answered(reply));
    world.settle();
    return reply;
  }

  private Reply submits(Caller who, String body) {
    return ask(Ask.of("POST /referrals").by(who).json(body.replace('\'', '"')));
  }

  private Reply enters(Caller who, String onBehalfOf) {
    return submits(
        who,
        "{'vacancyId':'java-engineer','candidate':{'name':'Sam Sample','email':'sam@example.org'},"
            + "'onBehalfOf':'"
            + onBehalfOf
            + "'}");
  }

  private void kimIsInTheDirectory() {
    var reply =
        ask(
            Ask.of("PUT /employees/{hrNumber}")
                .with("hrNumber", "E-77")
                .by(People.PETRA)
                .json(
                    "{\"name\":\"Kim Example\",\"email\":\"kim@example.com\",\"contract\":\"permanent\"}"));
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
  }

  private static List<String> codes(Reply reply) {
    return StreamSupport.stream(reply.json().path("errors").spliterator(), false)
        .map(error -> error.path("field").asString() + " " + error.path("code").asString())
        .toList();
  }

  @Test
  void kim_sees_what_ruben_entered_and_moved() {
    kimIsInTheDirectory();
    var entered = enters(People.RUBEN, "E-77");
    assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    var id = entered.json().path("id").asString();
    var moved =
        ask(
            Ask.of("POST /referrals/{id}/vacancy")
                .with("id", id)
                .by(People.RUBEN)
                .json("{\"vacancyId\":\"data-engineer\"}"));
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);

    var list = ask(Ask.of("GET /referrals").by(KIM)).json();
    assertThat(list.at("/items/0/id").asString()).isEqualTo(id);
    assertThat(list.at("/items/0/vacancyId").asString()).isEqualTo("data-engineer");
    var seen = ask(Ask.of("GET /referrals/{id}").with("id", id).by(KIM)).json();
    assertThat(seen.path("timeline").toString()).contains("entered-on-behalf").contains("moved");
    assertThat(seen.at("/instalments/0/amount/amount").asString()).isEqualTo("1000.00");
    var whole = ask(Ask.of("GET /referrals/{id}").with("id", id).by(People.ROSA)).json();
    assertThat(whole.at("/referrer/name").asString()).isEqualTo("Kim Example");
  }

  @Test
  void only_a_recruiter_enters_for_others_and_never_for_nobody() {
    kimIsInTheDirectory();
    var before = world.store().everything();

    for (var who : List.of(People.EMMA, People.PETRA, People.FATIMA)) {
      assertThat(enters(who, "E-77").status()).isEqualTo(403);
    }
    assertThat(codes(enters(People.RUBEN, "E-99"))).containsExactly("onBehalfOf unknown");
    assertThat(codes(enters(People.RUBEN, "E 99"))).contains("onBehalfOf format");
    assertThat(codes(submits(People.RUBEN, "{'vacancyId':'nothing','onBehalfOf':'E-77'}")))
        .containsExactly("candidate required", "vacancyId vacancy-unknown");
    assertThat(codes(submits(People.RUBEN, "{'vacancyId':'java-engineer','onBehalfOf':'E-99'}")))
        .containsExactly("candidate required", "onBehalfOf unknown");
    assertThat(world.store().everything()).isEqualTo(before);
  }

  @Test
  void a_move_that_cannot_be_is_refused_by_the_field() {
    var id = world.refers(People.EMMA, "sam@example.org", JAVA_ENGINEER).value();
    var move = Ask.of("POST /referrals/{id}/vacancy").by(People.RUBEN);

    assertThat(codes(ask(move.with("id", id).json("{\"vacancyId\":\"platform-lead\"}"))))
        .containsExactly("vacancyId vacancy-closed");
    assertThat(codes(ask(move.with("id", id).json("{}")))).containsExactly("vacancyId required");
    assertThat(ask(move.with("id", "nothing").json("{\"vacancyId\":\"data-engineer\"}")).status())
        .isEqualTo(404);
  }
}
