package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.scenario.World;
import io.referralflow.tests.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Vacancies by file through the API's own door.
class VacancyFileTest {

  private static final Contract CONTRACT = Contract.ofProject();

  private final ApiDoor door = new ApiDoor(World.on("2026-03-02T09:15").ports());

  private Ask.Reply ask(Ask ask) {
    var whole = ask.by(Cast.RUBEN).header("Accept", "application/json");
    var reply = whole.at(door);
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private Ask.Reply file(String mode, String text) {
    return ask(
        Ask.of("POST /vacancies/import")
            .query("mode", mode)
            .header("Content-Type", "text/csv")
            .body(text));
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
  void a_file_is_taken_whole() {
    var reply =
        file(
            "whole",
            """
            id,title,functionLevel,profile,status,inProgramme
            tester,Tester,medior,"Finds what is wrong,
            before others do.",open,
            chief,Chief,board,Leads.,open,false
            java-engineer,Java engineer,medior,Builds our services.,closed,true
            """);

    assertThat(reply.body()).isEqualTo("{\"made\":2,\"changed\":1,\"unchanged\":0,\"refused\":[]}");
    assertThat(ask(Ask.of("GET /vacancies/tester")).json().get("profile").asString())
        .isEqualTo("Finds what is wrong,\nbefore others do.");
    assertThat(ask(Ask.of("GET /vacancies/chief")).json().get("inProgramme").asBoolean()).isFalse();
    assertThat(ask(Ask.of("GET /vacancies/java-engineer")).json().get("status").asString())
        .isEqualTo("closed");
  }

  @Test
  void one_bad_line_refuses_the_file_and_every_bad_line_is_named() {
    var reply =
        file(
            "whole",
            """
            id,title,functionLevel,profile,status,inProgramme
            tester,Tester,medior,Finds what is wrong.,open,
            tester,Tester,medior,Finds what is wrong.,open,
            chief,Chief,board,Leads.,open,
            a b,,medior,Leads.,half-open,perhaps
            """);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(errors(reply))
        .containsExactlyInAnyOrder(
            "lines[3].id duplicate",
            "lines[4].functionLevel function-level-unknown",
            "lines[5].id format",
            "lines[5].title required",
            "lines[5].status not-in-list",
            "lines[5].inProgramme type");
    assertThat(ask(Ask.of("GET /vacancies/tester")).status()).isEqualTo(404);
  }

  @Test
  void line_by_line_the_good_ones_are_taken() {
    var reply =
        file(
            "lines",
            """
            id,title,functionLevel,profile,status
            tester,Tester,medior,Finds what is wrong.,open
            chief,Chief,board,Leads.,open
            """);

    assertThat(reply.json().get("made").asInt()).isEqualTo(1);
    assertThat(reply.json().at("/refused/0/line").asInt()).isEqualTo(3);
    assertThat(ask(Ask.of("GET /vacancies/chief")).status()).isEqualTo(404);
  }

  @Test
  void a_file_has_its_columns_and_not_too_many_lines() {
    assertThat(errors(file("some", "id\n"))).containsExactly("mode not-in-list");
    assertThat(errors(file("whole", "id,title,profile,status\n")))
        .containsExactly("lines[1].functionLevel required");
    assertThat(
            errors(
                file(
                    "whole",
                    "id,title,functionLevel,profile,status\n"
                        + "tester,Tester,medior,Finds.,open\n".repeat(501))))
        .containsExactly(" too-long");
  }
}
