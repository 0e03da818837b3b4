package io.referralflow.tests.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Answer;
import io.referralflow.tests.journey.door.Door;
import io.referralflow.tests.journey.door.LocalStack;
import io.referralflow.tests.journey.door.Person;
import io.referralflow.tests.journey.door.Referral;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong is refused with all that is wrong with it, writes nothing, sends nothing, and
/// leaves no trace of a person in a log.
class BadRequestsIT extends Journey {

  private static final List<String> EVERYBODY =
      List.of("emma", "joris", "ruben", "rosa", "fatima", "petra");

  private static final String LONG_KEY =
      "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"
          + "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk";

  private static final LocalStack STACK = LocalStack.shared();

  /// Stands in everything that is personal.
  private static final String MARK = "quill" + STACK.door().fresh();

  private static int rows;
  private static int mails;

  @BeforeAll
  static void remember_what_there_is() {
    STACK.clock().goTo(STACK.clock().today().plusDays(1));
    EVERYBODY.forEach(name -> {
      var _ = STACK.door().person(name).me();
    });
    STACK.clock().rest();
    rows = STACK.rows();
    mails = STACK.inbox().all().size();
  }

  @AfterAll
  static void nothing_was_written_or_sent_or_logged() throws IOException {
    STACK.clock().rest();
    assertThat(STACK.rows()).isEqualTo(rows);
    assertThat(STACK.inbox().all()).hasSize(mails);
    try (var logs = Files.list(STACK.logs())) {
      for (var log : logs.filter(file -> file.toString().contains("referralflow-")).toList()) {
        var text = Files.readString(log, UTF_8);
        assertThat(text.contains(MARK)).as("%s in %s", MARK, log).isFalse();
        assertThat(text.contains("example.org")).as("an address in %s", log).isFalse();
      }
    }
  }

  @Nested
  class A_submission {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "{\"vacancyId\":\"java-engineer\",}",
          "{\"vacancyId\":\"java-engineer\"} {}",
          "not json, MARK@example.org",
          "{\"candidate\":{\"email\":\"MARK@example.org\"",
        })
    void that_is_no_json_is_malformed(String body) {
      assertThat(submits(body).refusal()).isEqualTo("400 malformed");
    }

    @Test
    void that_nests_beyond_reason_is_malformed() {
      var deep = "[".repeat(20_000) + "]".repeat(20_000);

      assertThat(submits("{\"vacancyId\":" + deep + "}").refusal()).isEqualTo("400 malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"MARK\"", "17", "true"})
    void that_is_no_object_is_invalid(String body) {
      assertThat(submits(body).refusal()).isEqualTo("422 type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
    void of_another_content_type_is_not_read(String type) {
      var headers = new HashMap<>(door.emma().headers());
      headers.put("Content-Type", type);

      assertThat(door.call("POST", "/referrals", headers, Optional.of(good("{}"))).refusal())
          .isEqualTo("415 unsupported-media-type");
    }

    @Test
    void of_200_KB_is_too_large() {
      var body = good("{\"introduction\":\"" + "x".repeat(200_000) + "\"}");

      assertThat(submits(body).refusal()).isEqualTo("413 too-large");
    }

    @Test
    void is_told_everything_that_is_wrong_with_it_at_once() {
      var body =
          """
          {"vacancyId": 7, "candidate": {"name": "", "email": "MARK", "phone": "x", "born": 1970},
           "relation": "enemy", "fit": 6, "salary": "MARK"}
          """;

      assertThat(submits(body).refusal())
          .isEqualTo(
              "422 candidate.born unknown, candidate.email format, candidate.name blank,"
                  + " candidate.phone format, fit out-of-range, relation not-in-list,"
                  + " salary unknown, vacancyId type");
    }

    @Test
    void that_breaks_a_rule_as_well_is_told_both_at_once() {
      var body =
          """
          {"vacancyId": "no-such", "candidate": {"email": "emma+me@example.com"}, "fit": 6}
          """;

      assertThat(submits(body).refusal())
          .isEqualTo(
              "422 candidate.email own-address, candidate.name required, fit out-of-range,"
                  + " vacancyId vacancy-unknown");
    }

    @Test
    void without_anything_is_told_what_it_lacks() {
      assertThat(submits("{}").refusal()).isEqualTo("422 candidate required, vacancyId required");
      assertThat(submits("{\"vacancyId\":\"java-engineer\",\"candidate\":{}}").refusal())
          .isEqualTo("422 candidate.email required, candidate.name required");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"fit\": \"5\"}              | fit type",
          "{\"fit\": 4.5}                | fit type",
          "{\"fit\": 1e99}               | fit out-of-range",
          "{\"fit\": null}               | fit type",
          "{\"relation\": []}            | relation type",
          "{\"introduction\": {}}        | introduction type",
          "{\"vacancyId\": \"no-such\"}  | vacancyId vacancy-unknown",
          "{\"vacancyId\": \"../../x\"}  | vacancyId format",
          "{\"candidate\": \"MARK\"}     | candidate type",
        })
    void with_one_wrong_field_names_it(String change, String error) {
      assertThat(submits(good(change)).refusal()).isEqualTo("422 " + error);
    }

    @Test
    void with_overlong_fields_is_told_which() {
      assertThat(
              submits(
                      good(
                          """
                          {"introduction": "%s", "candidate": {"name": "%s", "email": "%s@example.org"}}
                          """
                              .formatted("x".repeat(2001), "y".repeat(201), "z".repeat(300))))
                  .refusal())
          .isEqualTo(
              "422 candidate.email too-long, candidate.name too-long, introduction too-long");
    }

    @Test
    void with_control_characters_is_told_where() {
      assertThat(
              submits(
                      good(
                          """
                          {"introduction": "MARK\\u0000", "candidate":
                            {"name": "Sam\\r\\nBcc: MARK@example.org", "email": "MARK@example.org"}}
                          """))
                  .refusal())
          .isEqualTo("422 candidate.name control-characters, introduction control-characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", LONG_KEY})
    void with_a_key_that_is_none_is_told_so(String key) {
      var headers = new HashMap<>(door.emma().headers());
      headers.put("Idempotency-Key", key);

      assertThat(door.call("POST", "/referrals", headers, Optional.of(good("{}"))).refusal())
          .startsWith("422 Idempotency-Key ");
    }

    private Answer submits(String body) {
      return sends(door.emma(), "POST", "/referrals", body);
    }
  }

  @Nested
  class An_event_by_hand {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2026-02-30 | 422 data.startDate date",
          "2026-13-01 | 422 data.startDate date",
          "yesterday  | 422 data.startDate date",
        })
    void with_a_date_that_does_not_exist_is_refused(String day, String refusal) {
      var hire = hr.hired("E-1", sam, today).with("startDate", day);

      assertThat(door.ruben().enters(hire).refusal()).isEqualTo(refusal);
    }

    @Test
    void whose_dates_contradict_each_other_is_refused() {
      var hire = hr.hired("E-1", sam, today).withProbationUntil(today.minusDays(1));

      assertThat(door.ruben().enters(hire).refusal())
          .isEqualTo("422 data.probationEndDate dates-contradict");
    }

    @Test
    void from_the_future_is_refused() {
      var hire = hr.hired("E-1", sam, today).at(clock.now().plusSeconds(90_000));

      assertThat(door.ruben().enters(hire).refusal())
          .isEqualTo("422 metadata.occurredAt from-the-future");
    }

    @Test
    void of_an_unknown_version_or_type_is_refused() {
      var hire = hr.hired("E-1", sam, today);

      assertThat(door.ruben().enters(hire.inVersion(2)).status()).isEqualTo(422);
      assertThat(door.ruben().enters(hire.ofType("CandidateFired")).refusal())
          .isEqualTo("422 type not-in-list");
    }
  }

  @Nested
  class Whoever_may_not {

    @Test
    void is_refused_as_an_employee() {
      var nothing = Map.of();
      assertThat(
              List.of(
                  door.emma().get("/worklist").refusal(),
                  door.emma().get("/failures").refusal(),
                  door.emma().get("/payouts").refusal(),
                  door.emma().get("/settings").refusal(),
                  door.emma().get("/hr-events").refusal(),
                  door.emma().post("/hr-events", nothing).refusal(),
                  door.emma().post("/referrals/x/decisions", nothing).refusal(),
                  door.emma().post("/payouts/x-1/confirmation", nothing).refusal(),
                  door.emma().put("/vacancies/x", nothing).refusal(),
                  door.emma().put("/terms", nothing).refusal(),
                  door.ruben().get("/payouts").refusal(),
                  door.ruben().put("/settings", nothing).refusal(),
                  door.fatima().get("/worklist").refusal(),
                  door.petra().post("/hr-events", nothing).refusal()))
          .containsOnly("403 forbidden");
    }

    @Test
    void does_not_learn_whether_a_referral_exists() {
      var referral = new Referral("01jq8z6v7k3m9x2c4b5n6p7r8s", 1, clock.now(), sam);

      assertThat(door.emma().get("/referrals/" + referral.id()).refusal())
          .isEqualTo("404 not-found");
      assertThat(door.ruben().decides(referral, "advance").refusal()).isEqualTo("404 not-found");
      assertThat(door.ruben().post("/hr-events/none/agreement").refusal())
          .isEqualTo("404 not-found");
    }
  }

  @Nested
  class A_list {

    @ParameterizedTest
    @CsvSource({
      "limit=0, limit",
      "limit=101, limit",
      "limit=ten, limit",
      "limit=99999999999999999999, limit",
      "cursor=MARK, cursor",
      "cursor=e30, cursor",
    })
    void with_a_wrong_page_is_refused(String query, String field) {
      for (var list : List.of("/referrals", "/vacancies")) {
        assertThat(door.emma().get(list + "?" + marked(query)).refusal())
            .startsWith("422 " + field + " ");
      }
    }
  }

  @Nested
  class An_answer_to_an_invitation {

    @ParameterizedTest
    @ValueSource(strings = {"none", "MDFqcTh6NnY3azNtOXgyYzRiNW42cDdyOHMsMSxub3QtYS1yZWFsLW9uZQ"})
    void with_a_token_that_is_none_is_refused(String token) {
      var accept = Optional.of("{\"answer\":\"accept\"}");

      assertThat(door.call("POST", "/invitation", Door.link(token), accept).refusal())
          .isEqualTo("404 not-found");
      assertThat(door.call("GET", "/invitation", Door.link(token), Optional.empty()).refusal())
          .isEqualTo("404 not-found");
    }

    @Test
    void without_a_token_is_refused() {
      assertThat(door.call("GET", "/invitation", Map.of(), Optional.empty()).refusal())
          .isEqualTo("404 not-found");
    }
  }

  private Answer sends(Person who, String method, String path, String body) {
    return door.call(method, path, who.headers(), Optional.of(marked(body)));
  }

  private String marked(String text) {
    return text.replace("MARK", MARK);
  }

  /// A form that would be taken, but for a change to its top level.
  private String good(String change) {
    var form = new HashMap<String, Object>(Person.form(sam, "java-engineer"));
    var json = tools.jackson.databind.json.JsonMapper.shared();
    var changes = json.readValue(marked(change), Map.class);
    for (var key : new ArrayList<Object>(changes.keySet())) {
      form.put(String.valueOf(key), changes.get(key));
    }
    return json.writeValueAsString(form);
  }
}
