package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Answer;
import io.referralflow.tests.journey.door.Referral;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What finance confirms: what was handed over, as it was handed over, once.
class PayoutIT extends Journey {

  @Test
  void is_confirmed_once_and_the_referrer_is_told_once() {
    var referral = released();

    assertThat(confirms(referral, Map.of()).status()).isEqualTo(200);
    assertThat(confirms(referral, Map.of()).status()).isEqualTo(200);
    assertThat(confirms(referral, Map.of("paidOn", today.minusDays(1) + "")).refusal())
        .isEqualTo("409 differs");
    clock.rest();

    assertThat(door.emma().sees(referral).money()).contains("1000.00 paid for " + today);
    assertThat(mailsTo("emma", referral))
        .filteredOn(subject -> subject.startsWith("Betaald: "))
        .hasSize(1);
    assertThat(door.fatima().payoutsOf(referral)).isEmpty();
    assertThat(door.fatima().all("/payouts?state=paid&limit=100"))
        .anyMatch(item -> item.get("id").asString().equals(referral.payout(1)));
  }

  @Test
  void is_not_confirmed_with_what_was_not_asked_for() {
    var referral = released();

    assertThat(
            confirms(referral, Map.of("amount", Map.of("amount", "1000.01", "currency", "EUR")))
                .status())
        .isEqualTo(409);
    assertThat(confirms(referral, Map.of("paidOn", today.plusDays(1) + "")).refusal())
        .isEqualTo("422 paidOn in-the-future");
    assertThat(confirms(referral, Map.of("reference", "RF-0-1")).refusal())
        .isEqualTo("422 reference not-its-own");
    assertThat(door.emma().sees(referral).money()).contains("1000.00 released for " + today);
  }

  @Test
  void is_not_confirmed_before_it_is_handed_over() {
    var referral = released();

    assertThat(
            door.fatima()
                .post("/payouts/" + referral.payout(2) + "/confirmation", confirmation(referral, 2))
                .refusal())
        .isEqualTo("409 wrong-state");
  }

  private Referral released() {
    var referral = inHiring();
    hr.reports(hired(referral, today));
    var _ = seesMoney(door.emma(), referral, "1000.00 released for " + today);
    return referral;
  }

  private Answer confirms(Referral referral, Map<String, Object> change) {
    var body = confirmation(referral, 1);
    body.putAll(change);
    return door.fatima().post("/payouts/" + referral.payout(1) + "/confirmation", body);
  }

  private Map<String, Object> confirmation(Referral referral, int instalment) {
    return new HashMap<>(
        Map.of(
            "paidOn", today + "",
            "amount", Map.of("amount", "1000.00", "currency", "EUR"),
            "reference", "RF-" + referral.receipt() + "-" + instalment));
  }
}
