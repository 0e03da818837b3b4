package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Answer;
import io.referralflow.tests.journey.door.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Sending the form: once, again, and for what can be had.
class SubmissionIT extends Journey {

  @Test
  void again_with_the_same_key_is_answered_the_same_and_sends_nothing() {
    var key = door.fresh();
    var first = submits(key, Person.form(sam, "java-engineer")).expect(201);
    clock.rest();

    var again = submits(key, Person.form(sam, "java-engineer")).expect(201);
    clock.rest();

    assertThat(again).isEqualTo(first);
    assertThat(stack.inbox().to(sam.email())).hasSize(1);
    assertThat(submits(key, Person.form(sam, "service-desk")).refusal())
        .isEqualTo("409 key-reused");
  }

  @Test
  void a_key_counts_for_its_caller_only() {
    var key = door.fresh();
    var emmas = submits(key, Person.form(sam, "java-engineer")).expect(201);
    var headers = new HashMap<>(door.joris().headers());
    headers.put("Idempotency-Key", key);

    var joriss =
        door.call("POST", "/referrals", headers, json(Person.form(sam, "java-engineer")))
            .expect(201);

    assertThat(joriss.get("id")).isNotEqualTo(emmas.get("id"));
  }

  @Test
  void for_a_closed_vacancy_is_refused_and_for_an_open_one_again_is_not() {
    var id = "closing-" + door.fresh();
    assertThat(door.ruben().put("/vacancies/" + id, vacancy("closed")).status()).isEqualTo(201);
    assertThat(door.emma().submits(sam, id).refusal()).isEqualTo("422 vacancyId vacancy-closed");

    assertThat(door.petra().put("/vacancies/" + id, vacancy("open")).status()).isEqualTo(200);
    assertThat(door.emma().submits(sam, id).status()).isEqualTo(201);
    assertThat(door.petra().put("/vacancies/" + id, vacancy("closed")).status()).isEqualTo(200);
  }

  @Test
  void stands_on_top_of_ones_own_list_and_on_nobody_elses() {
    var referral = door.emma().refers(sam);

    var newest = door.emma().get("/referrals?limit=1").expect(200).get("items").get(0);
    assertThat(newest.get("id").asString()).isEqualTo(referral.id());
    assertThat(newest.at("/candidate/name").asString()).isEqualTo("Sam Sample");
    assertThat(door.joris().all("/referrals?limit=100"))
        .noneMatch(item -> item.get("id").asString().equals(referral.id()));
    assertThat(door.joris().get("/referrals/" + referral.id()).refusal())
        .isEqualTo("404 not-found");
  }

  private Answer submits(String key, Map<String, Object> form) {
    var headers = new HashMap<>(door.emma().headers());
    headers.put("Idempotency-Key", key);
    return door.call("POST", "/referrals", headers, json(form));
  }

  private static Map<String, String> vacancy(String status) {
    return Map.of(
        "title", "Java engineer",
        "functionLevel", "medior",
        "profile", "Builds things.",
        "status", status);
  }

  private static Optional<String> json(Object value) {
    return Optional.of(JsonMapper.shared().writeValueAsString(value));
  }
}
