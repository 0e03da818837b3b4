package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Patience;
import org.junit.jupiter.api.Test;

/// What a recruiter, the recruiting system and finance do when a referral does not go straight on.
class BesideTheMainLineIT extends Journey {

  @Test
  void a_referral_entered_for_emma_is_moved_and_follows_the_recruiting_system() {
    var _ = door.emma().refers(door.somebody("Somebody Before"));
    var referral = door.ruben().enters(sam, "java-engineer", door.emma());
    assertThat(door.emma().sees(referral).money().getFirst()).startsWith("1000.00");
    clock.rest();
    assertThat(mailsTo("emma", referral)).hasSize(1);

    door.rosa().moves(referral, "data-engineer");
    var moved = door.emma().sees(referral);
    assertThat(moved.json().get("vacancyId").asString()).isEqualTo("data-engineer");
    assertThat(moved.money().getFirst()).startsWith("1000.00");
    assertThat(moved.timeline()).contains("entered-on-behalf", "moved");
    assertThat(door.ruben().decides(referral, "advance").status()).isNotEqualTo(200);

    sam.accepts();
    hr.reports(hr.advanced(referral, "interview"));
    assertThat(door.emma().seesIn("hiring", referral).timeline()).contains("phase-entered");
    hr.reports(hr.advanced(referral, "offer"), hr.advanced(referral, "screening"));
    var _ =
        Patience.until(
            () -> door.rosa().sees(referral), seen -> seen.json().at("/procedure/path").size() > 3);
    assertThat(door.emma().sees(referral).state()).isEqualTo("hiring");
  }

  @Test
  void a_payout_on_hold_waits_and_a_payment_is_put_right_by_a_row_of_its_own() {
    var referral = inHiring();
    hr.reports(hired(referral, today));
    var _ = seesMoney(door.emma(), referral, "1000.00 released for " + today);

    assertThat(door.fatima().holds(referral, 1, "amount-in-doubt").status()).isEqualTo(200);
    var payout = door.fatima().payoutsOf(referral).getFirst();
    assertThat(payout.get("state").asString()).isEqualTo("held");
    assertThat(door.fatima().confirmsAs(payout, today).refusal()).isEqualTo("409 wrong-state");

    assertThat(door.fatima().takesOffHold(referral, 1).status()).isEqualTo(200);
    door.fatima().confirms(referral, 1, today);
    assertThat(door.fatima().corrects(referral, 1, "entered-wrongly", "900.00").status())
        .isEqualTo(200);
    var seen = door.emma().sees(referral);
    assertThat(seen.json().at("/instalments/0/correctedAmount/amount").asString())
        .isEqualTo("900.00");
    assertThat(seen.timeline()).anyMatch(entry -> entry.startsWith("payment-corrected 1"));
  }
}
