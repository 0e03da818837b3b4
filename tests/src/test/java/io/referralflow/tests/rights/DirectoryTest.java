package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.scenario.World;
import io.referralflow.tests.contract.Contract;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// HR's directory through the API's own door: one person, a file, and what is wrong with either.
class DirectoryTest {

  private static final Contract CONTRACT = Contract.ofProject();

  private final ApiDoor door = new ApiDoor(World.on("2026-03-02T09:15").ports());

  private Ask.Reply ask(Ask ask) {
    var whole = ask.by(Cast.PETRA).header("Accept", "application/json");
    var reply = whole.at(door);
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private Ask.Reply put(String number, String body) {
    return ask(Ask.of("PUT /employees/" + number).json(body));
  }

  private Ask.Reply get(String number) {
    return ask(Ask.of("GET /employees/" + number));
  }

  private Ask.Reply file(String mode, String text) {
    return ask(
        Ask.of("POST /employees/import")
            .query("mode", mode)
            .header("Content-Type", "text/csv; charset=utf-8")
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

  private static List<String> refused(Ask.Reply reply) {
    return reply
        .json()
        .get("refused")
        .valueStream()
        .map(line ->
            "%d %s %s"
                .formatted(
                    line.get("line").asInt(),
                    line.get("field").asString(),
                    line.get("code").asString()))
        .toList();
  }

  @Test
  void a_person_is_written_down_and_read() {
    var body =
        """
        {"name": "Joris Example", "email": " Joris@Example.com", "language": "nl",
         "team": "Search", "department": "Engineering", "contract": "permanent",
         "manager": "E-1", "inServiceFrom": "2020-01-01", "inServiceTo": "2026-12-31",
         "entity": "Example NL", "costCentre": "4100", "personnelNumber": "90007",
         "wageCode": "410"}
        """;

    assertThat(put("E-7", body).status()).isEqualTo(201);
    assertThat(put("E-7", body).status()).isEqualTo(200);

    assertThat(get("E-7").body())
        .isEqualTo(
            """
            {"hrNumber":"E-7","name":"Joris Example","email":"joris@example.com",\
            "language":"nl","team":"Search","department":"Engineering","contract":"permanent",\
            "manager":"E-1","inServiceFrom":"2020-01-01","inServiceTo":"2026-12-31",\
            "entity":"Example NL","costCentre":"4100","personnelNumber":"90007",\
            "wageCode":"410"}\
            """);
    assertThat(ask(Ask.of("GET /employees")).json().at("/items/0/hrNumber").asString())
        .isEqualTo("E-7");
  }

  @Test
  void what_is_not_named_is_not_known_any_more() {
    var _ = put("E-7", "{\"name\": \"Joris\", \"contract\": \"flex\", \"team\": \"Search\"}");
    var _ = put("E-7", "{\"name\": \"Joris\", \"contract\": \"flex\"}");

    assertThat(get("E-7").json().get("team").isNull()).isTrue();
  }

  @Test
  void whoever_is_not_in_the_directory_is_not_found() {
    assertThat(get("E-404").status()).isEqualTo(404);
  }

  @Test
  void all_that_is_wrong_with_a_person_is_told_at_once() {
    var reply =
        put(
            "E-7",
            """
            {"email": "nobody", "contract": "intern", "manager": "E-7", "shoeSize": 44,
             "inServiceFrom": "2026-03-02", "inServiceTo": "2026-03-01"}
            """);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(errors(reply))
        .containsExactlyInAnyOrder(
            "name required",
            "email format",
            "contract not-in-list",
            "manager own-manager",
            "shoeSize unknown",
            "inServiceTo dates-contradict");
  }

  @Test
  void a_file_is_taken_whole() {
    var reply =
        file(
            "whole",
            String.join(
                "\r\n",
                "\ufeffhrNumber;name;contract;email",
                "E-7;Joris Example;permanent;joris@example.com",
                "E-8;\"Example; Kim\";flex;",
                ""));

    assertThat(reply.body()).isEqualTo("{\"made\":2,\"changed\":0,\"unchanged\":0,\"refused\":[]}");
    assertThat(get("E-8").json().get("name").asString()).isEqualTo("Example; Kim");
    assertThat(get("E-8").json().get("email").isNull()).isTrue();
  }

  @Test
  void one_bad_line_refuses_the_file_and_every_bad_line_is_named() {
    var reply =
        file(
            "whole",
            """
            hrNumber,name,contract,email
            E-7,Joris Example,permanent,joris@example.com
            E-8,,intern,kim
            E-7,Joris again,flex,
            ,Nobody,flex,
            """);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(errors(reply))
        .containsExactlyInAnyOrder(
            "lines[3].name required",
            "lines[3].contract not-in-list",
            "lines[3].email format",
            "lines[4].hrNumber duplicate",
            "lines[5].hrNumber required");
    assertThat(get("E-7").status()).isEqualTo(404);
  }

  @Test
  void line_by_line_the_good_ones_are_taken_and_the_others_named() {
    var reply =
        file(
            "lines",
            """
            hrNumber,name,contract
            E-7,Joris Example,permanent
            E-8,Kim Example,intern
            E-7,Joris again,flex
            """);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("made").asInt()).isEqualTo(1);
    assertThat(refused(reply)).containsExactly("3 contract not-in-list", "4 hrNumber duplicate");
    assertThat(get("E-7").json().get("name").asString()).isEqualTo("Joris Example");
    assertThat(get("E-8").status()).isEqualTo(404);
  }

  @Test
  void a_file_of_other_columns_is_no_file_of_people() {
    assertThat(errors(file("lines", "name,shoeSize\nJoris,44\n")))
        .containsExactly("lines[1].columns[1] unknown", "lines[1].hrNumber required");
    assertThat(errors(file("lines", "hrNumber,team\nE-7\n"))).containsExactly("lines[2] csv");
    assertThat(errors(file("lines", ""))).containsExactly("lines[1] csv");
    assertThat(errors(file("some", "hrNumber\n"))).containsExactly("mode not-in-list");
  }

  @Test
  void one_bad_line_in_ten_thousand_refuses_the_file() {
    var text = new StringBuilder("hrNumber,name,contract,email\n");
    IntStream.range(0, 10_000)
        .forEach(i ->
            text.append("E-")
                .append(i)
                .append(",Somebody,")
                .append(i == 7_777 ? "intern" : "flex")
                .append(",person")
                .append(i)
                .append("@example.com\n"));

    assertThat(errors(file("whole", text.toString())))
        .containsExactly("lines[7779].contract not-in-list");
    assertThat(ask(Ask.of("GET /employees")).json().get("items")).isEmpty();

    var taken = file("lines", text.toString());
    assertThat(taken.json().get("made").asInt()).isEqualTo(9_999);
    assertThat(refused(taken)).containsExactly("7779 contract not-in-list");

    assertThat(errors(file("whole", text + "E-10000,Somebody,flex,\n")))
        .containsExactly(" too-long");
  }

  @Test
  void a_file_is_no_json_and_not_endless() {
    var json = ask(Ask.of("POST /employees/import").json("{}"));
    var large =
        ask(
            Ask.of("POST /employees/import")
                .header("Content-Type", "text/csv")
                .body("x".repeat(4 * 1024 * 1024 + 1)));

    assertThat(json.status()).isEqualTo(415);
    assertThat(large.status()).isEqualTo(413);
  }
}
