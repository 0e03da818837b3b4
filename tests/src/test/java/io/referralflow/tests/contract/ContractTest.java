package io.referralflow.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

  private static final Contract CONTRACT = Contract.ofProject();

  private static final String ME =
      """
      {"id": "e-1", "name": "Emma Example", "email": "emma@example.com", "roles": ["finance"]}\
      """;
  private static final String SUBMISSION =
      """
      {"vacancyId": "java-engineer", "candidate": {"name": "Sam Sample", "email": "sam@example.com"}}\
      """;
  private static final String RECEIPT =
      """
      {"id": "01jq8z6v7k3m9x2c4b5n6p7r8s", "state": "invited",
       "receipt": {"number": 7, "receivedAt": "2026-03-02T09:15:30Z"}, "terms": {"version": 1}}\
      """;
  private static final String NOT_FOUND =
      """
      {"type": "urn:referralflow:problem:not-found", "title": "Not found", "status": 404}\
      """;
  private static final String INVALID =
      """
      {"type": "urn:referralflow:problem:invalid", "title": "Wrong", "status": 422,
       "errors": [{"field": "fit", "code": "out-of-range", "message": "From 1 to 5."}]}\
      """;

  private static final Exchange READ = get("/v1/me", 200, "application/json", ME);
  private static final Exchange SUBMITTED = post(SUBMISSION, 201, "application/json", RECEIPT);

  @Test
  void a_request_and_an_answer_as_written_down_pass() {
    assertThat(CONTRACT.breaches(READ)).isEmpty();
    assertThat(CONTRACT.breaches(SUBMITTED)).isEmpty();
  }

  @Test
  void the_address_of_the_api_may_have_any_beginning() {
    var behind = get("/restapis/ab12/v1/_user_request_/v1/me", 200, "application/json", ME);

    assertThat(CONTRACT.breaches(behind)).isEmpty();
    assertThat(CONTRACT.seen()).contains("getMe 200");
  }

  @Nested
  class A_bad_answer {

    @Test
    void lacks_a_field() {
      assertBreach(get("/v1/me", 200, "application/json", ME.replace("\"id\"", "\"nr\"")), "'id'");
    }

    @Test
    void has_a_field_that_nobody_knows() {
      var more = ME.replace("{", "{\"salary\": 1, ");

      assertBreach(get("/v1/me", 200, "application/json", more), "salary");
    }

    @Test
    void has_a_word_that_is_not_in_the_list() {
      assertBreach(
          post(SUBMISSION, 201, "application/json", RECEIPT.replace("invited", "accepted")),
          "/state");
    }

    @Test
    void has_a_moment_that_does_not_exist() {
      assertBreach(
          post(SUBMISSION, 201, "application/json", RECEIPT.replace("03-02", "02-30")),
          "/receipt/receivedAt");
    }

    @Test
    void has_a_status_that_is_not_foreseen() {
      assertBreach(get("/v1/me", 204, "application/json", ME), "no such status for getMe");
    }

    @Test
    void is_of_another_kind() {
      assertBreach(get("/v1/me", 200, "text/html", ME), "Content-Type is text/html");
    }

    @Test
    void is_not_json() {
      assertBreach(get("/v1/me", 200, "application/json", "<html>"), "the answer is not JSON");
      assertBreach(get("/v1/me", 200, "application/json", ""), "");
    }

    @Test
    void says_another_status_than_it_has() {
      var wrong = NOT_FOUND.replace("404", "410");

      assertBreach(
          get("/v1/referrals/x", 404, "application/problem+json", wrong), "the problem's status");
    }

    @Test
    void refuses_fields_without_naming_them() {
      var silent = INVALID.substring(0, INVALID.lastIndexOf(",\n")) + "}";

      assertBreach(
          get("/v1/referrals?limit=0", 422, "application/problem+json", silent),
          "names the fields");
    }

    @Test
    void is_a_fault_without_an_id() {
      var fault =
          """
          {"type": "urn:referralflow:problem:fault", "title": "Fault", "status": 500}\
          """;

      assertBreach(get("/v1/me", 500, "application/problem+json", fault), "carries an id");
    }

    @Test
    void is_a_refusal_that_is_no_problem() {
      assertBreach(
          get("/v1/me", 401, "application/json", "{\"message\": \"Unauthorized\"}"),
          "not application/problem+json");
    }
  }

  @Nested
  class A_bad_request {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"vacancyId\": \"java-engineer\"}",
          "{\"vacancyId\": \"java-engineer\", \"candidate\": {\"name\": \"Sam\", \"email\": \"sam\"}}",
          "{\"vacancyId\": \"v\", \"candidate\": {\"name\": \" \", \"email\": \"sam@example.com\"}}",
          "{\"vacancyId\": \"v\", \"candidate\": {\"name\": \"S\", \"email\": \"sam@example.com\"}, \"fit\": 6}",
          "{\"vacancyId\": \"v\", \"candidate\": {\"name\": \"S\", \"email\": \"sam@example.com\"}, \"cv\": \"\"}",
          "[]",
          "no json",
          ""
        })
    void may_not_be_accepted(String body) {
      assertBreach(post(body, 201, "application/json", RECEIPT), "accepted though");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "x", "", "-1", "1.5"})
    void may_not_be_accepted_with_a_wrong_limit(String limit) {
      var page = "{\"items\": [], \"next\": null}";

      assertBreach(
          get("/v1/referrals?limit=" + limit, 200, "application/json", page),
          "accepted though limit");
    }

    @Test
    void may_not_be_accepted_without_a_token() {
      var anonymous =
          new Exchange(
              "GET", "/v1/me", "", Map.of(), Optional.empty(), 200, media("application/json"), ME);

      assertBreach(anonymous, "nobody is signed in");
    }

    @Test
    void may_be_refused() {
      assertThat(CONTRACT.breaches(post("{}", 422, "application/problem+json", INVALID))).isEmpty();
    }
  }

  @Nested
  class An_unknown_route {

    @Test
    void is_answered_404() {
      var refused = get("/v1/salaries", 404, "application/problem+json", NOT_FOUND);

      assertThat(CONTRACT.breaches(refused)).isEmpty();
    }

    @Test
    void is_not_answered_otherwise() {
      assertBreach(get("/v1/salaries", 200, "application/json", "{}"), "does not know");
      assertBreach(get("/v1/salaries", 404, "application/json", "{}"), "Content-Type");
    }

    @Test
    void is_another_method_on_a_known_path_too() {
      assertBreach(
          new Exchange("POST", "/v1/me", "", Map.of(), Optional.empty(), 405, Map.of(), "{}"),
          "does not know");
    }
  }

  @Test
  void a_check_fails_with_everything_that_is_wrong() {
    var wrong = get("/v1/me", 200, "text/html", "{}");

    assertThatThrownBy(() -> CONTRACT.check(wrong))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Content-Type is text/html")
        .hasMessageContaining("'roles'");
  }

  private static void assertBreach(Exchange exchange, String words) {
    assertThat(CONTRACT.breaches(exchange)).anyMatch(breach -> breach.contains(words));
  }

  private static Exchange get(String address, int status, String media, String answer) {
    var parts = address.split("\\?", 2);
    return new Exchange(
        "GET",
        parts[0],
        parts.length == 2 ? parts[1] : "",
        Map.of("authorization", List.of("Bearer token")),
        Optional.empty(),
        status,
        media(media),
        answer);
  }

  private static Exchange post(String body, int status, String media, String answer) {
    return new Exchange(
        "POST",
        "/v1/referrals",
        "",
        Map.of(
            "Authorization", List.of("Bearer token"),
            "Content-Type", List.of("application/json; charset=utf-8")),
        Optional.of(body),
        status,
        media(media),
        answer);
  }

  private static Map<String, List<String>> media(String type) {
    return Map.of("content-type", List.of(type));
  }
}
