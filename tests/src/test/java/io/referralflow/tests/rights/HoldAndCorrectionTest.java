package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.StateName;
import io.referralflow.scenario.People;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Payouts on hold and payments put right, through the API's own door. Emma's first instalment,
/// 1,000.00 euros, is released and promised for 29 May 2026.
class HoldAndCorrectionTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Caller FATIMA = People.caller("fatima", "Fatima", "HR-0005", Role.FINANCE);

  private final Situation situation = Situation.of(StateName.PROBATION);

  private Ask.Reply ask(String call, String body, Caller who) {
    var asked = Ask.of(call).with("id", situation.emmas().value() + "-1");
    var whole =
        (body.isEmpty() ? asked : asked.json(body)).by(who).header("Accept", "application/json");
    var reply = whole.at(situation.door());
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private Ask.Reply hold(String reason, Caller who) {
    return ask("POST /payouts/{id}/hold", "{\"reason\": \"%s\"}".formatted(reason), who);
  }

  private Ask.Reply takeOff(Caller who) {
    return ask("POST /payouts/{id}/hold-release", "", who);
  }

  private Ask.Reply confirm() {
    var world = situation.world();
    return ask(
        "POST /payouts/{id}/confirmation",
        """
        {"paidOn": "%s", "amount": {"amount": "1000.00", "currency": "EUR"},
         "reference": "RF-%d-1"}
        """
            .formatted(
                world.now().toString().substring(0, 10),
                world.referral(situation.emmas()).particulars().receiptNumber()),
        FATIMA);
  }

  private Ask.Reply correct(String body, Caller who) {
    return ask("POST /payouts/{id}/corrections", body, who);
  }

  private static String said(String reason, String amount) {
    return "{\"reason\": \"%s\", \"amount\": {\"amount\": \"%s\", \"currency\": \"EUR\"}}"
        .formatted(reason, amount);
  }

  private String item(String state, String field) {
    return ask("GET /payouts", "", FATIMA, state).json().at("/items/0/" + field).asString();
  }

  private Ask.Reply ask(String call, String body, Caller who, String state) {
    assertThat(body).isEmpty();
    var whole = Ask.of(call).query("state", state).by(who).header("Accept", "application/json");
    var reply = whole.at(situation.door());
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
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
  void a_payout_is_held_with_a_reason_and_taken_off_hold() {
    var held = hold("amount-in-doubt", FATIMA);

    assertThat(held.status()).isEqualTo(200);
    assertThat(held.body())
        .isEqualTo(
            "{\"id\":\"%s-1\",\"state\":\"held\",\"heldBecause\":\"amount-in-doubt\"}"
                .formatted(situation.emmas().value()));
    assertThat(item("released", "state")).isEqualTo("held");
    assertThat(item("held", "heldBecause")).isEqualTo("amount-in-doubt");
    assertThat(confirm().status()).isEqualTo(409);
    assertThat(hold("disputed", Cast.PETRA).status()).isEqualTo(409);
    assertThat(hold("amount-in-doubt", Cast.PETRA).status()).isEqualTo(200);
    assertThat(ask("GET /pay-runs/2026-05-29", "", FATIMA).json().at("/items/0/state").asString())
        .isEqualTo("held");

    assertThat(takeOff(Cast.PETRA).json().get("state").asString()).isEqualTo("released");
    assertThat(item("released", "state")).isEqualTo("released");
    assertThat(confirm().status()).isEqualTo(200);
    assertThat(hold("disputed", FATIMA).status()).isEqualTo(409);
    assertThat(takeOff(FATIMA).status()).isEqualTo(409);
  }

  @Test
  void a_reason_must_be_one_of_the_list() {
    assertThat(errors(hold("because I say so", FATIMA))).containsExactly("reason not-in-list");
    assertThat(errors(ask("POST /payouts/{id}/hold", "{\"note\": \"x\"}", FATIMA)))
        .containsExactlyInAnyOrder("reason required", "note unknown");
    assertThat(item("released", "state")).isEqualTo("released");
  }

  @Test
  void nobody_holds_or_corrects_their_own() {
    var emma = People.as(Cast.EMMA, Role.FINANCE);

    assertThat(hold("disputed", emma).status()).isEqualTo(403);
    assertThat(takeOff(emma).status()).isEqualTo(403);
    assertThat(correct(said("agreed", "900.00"), emma).status()).isEqualTo(403);
  }

  @Test
  void a_payment_is_put_right_and_the_referrer_sees_it() {
    assertThat(correct(said("entered-wrongly", "900.00"), FATIMA).status()).isEqualTo(409);
    assertThat(confirm().status()).isEqualTo(200);

    var corrected = correct(said("entered-wrongly", "900.00"), FATIMA);

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(corrected.json().get("number").asInt()).isEqualTo(1);
    assertThat(correct(said("entered-wrongly", "900.00"), FATIMA).body())
        .isEqualTo(corrected.body());
    assertThat(correct(said("left-earlier", "0.00"), FATIMA).status()).isEqualTo(409);
    assertThat(item("paid", "correctedAmount/amount")).isEqualTo("900.00");
    var seen =
        Ask.of("GET /referrals/{id}")
            .with("id", situation.emmas().value())
            .by(Cast.EMMA)
            .header("Accept", "application/json");
    var reply = seen.at(situation.door());
    assertThat(CONTRACT.breaches(seen.answered(reply))).isEmpty();
    assertThat(reply.json().at("/instalments/0/correctedAmount/amount").asString())
        .isEqualTo("900.00");
    assertThat(reply.json().get("timeline").valueStream().toList().getLast().get("kind").asString())
        .isEqualTo("payment-corrected");
  }

  @Test
  void what_was_paid_too_little_is_listed_until_the_rest_is_paid() {
    assertThat(confirm().status()).isEqualTo(200);
    assertThat(ask("GET /payouts", "", FATIMA, "short").json().get("items")).isEmpty();

    assertThat(correct(said("entered-wrongly", "100.00"), FATIMA).status()).isEqualTo(200);

    assertThat(item("short", "amount/amount")).isEqualTo("1000.00");
    assertThat(item("short", "correctedAmount/amount")).isEqualTo("100.00");
    assertThat(item("short", "state")).isEqualTo("paid");
    assertThat(correct(said("entered-wrongly", "1000.00"), FATIMA).status()).isEqualTo(200);
    assertThat(ask("GET /payouts", "", FATIMA, "short").json().get("items")).isEmpty();
  }

  @Test
  void who_entered_or_agreed_to_the_hire_does_not_correct() {
    assertThat(confirm().status()).isEqualTo(200);

    assertThat(correct(said("agreed", "900.00"), People.as(Cast.PETRA, Role.FINANCE)).status())
        .isEqualTo(403);
  }

  @Test
  void a_correction_says_what_is_right_and_nothing_else() {
    assertThat(confirm().status()).isEqualTo(200);

    assertThat(errors(correct("{\"reason\": \"mistake\"}", FATIMA)))
        .containsExactlyInAnyOrder("reason not-in-list", "amount required");
    assertThat(errors(correct("{\"paidOn\": \"2027-01-01\", \"reason\": \"agreed\"}", FATIMA)))
        .containsExactly("paidOn in-the-future");
    assertThat(errors(correct(said("agreed", "-1.00"), FATIMA)))
        .containsExactly("amount.amount format");
    assertThat(
            errors(
                correct(
                    "{\"reason\": \"agreed\", \"amount\":"
                        + " {\"amount\": \"1.00\", \"currency\": \"USD\"}}",
                    FATIMA)))
        .containsExactly("amount not-its-own");
    assertThat(correct(said("agreed", "1000.00"), FATIMA).status()).isEqualTo(409);
  }
}
