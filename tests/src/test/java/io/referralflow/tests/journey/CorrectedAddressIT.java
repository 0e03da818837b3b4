package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Answer;
import io.referralflow.tests.journey.door.Candidate;
import io.referralflow.tests.journey.door.Door;
import io.referralflow.tests.journey.door.Person;
import io.referralflow.tests.journey.door.Referral;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The address was mistyped, and a recruiter puts it right.
class CorrectedAddressIT extends Journey {

  @Test
  void the_old_link_is_dead_and_the_right_one_answers() {
    var referral = door.emma().refers(sam);
    var mistyped = sam.token();
    var right = door.somebody("Sam Sample");

    assertThat(corrects(door.ruben(), referral, right).expect(200).get("state").asString())
        .isEqualTo("invited");
    clock.rest();

    assertThat(door.call("GET", "/invitation", Door.link(mistyped), Optional.empty()).status())
        .isEqualTo(404);
    right.accepts();
    assertThat(door.emma().seesIn("screening", referral).state()).isEqualTo("screening");
    assertThat(door.emma().get("/referrals/" + referral.id()).expect(200).toString())
        .contains("address-corrected")
        .doesNotContain(right.email());
  }

  @Test
  void not_by_whoever_referred_nor_after_the_answer() {
    var referral = door.emma().refers(sam);
    var right = door.somebody("Sam Sample");

    assertThat(corrects(door.emma(), referral, right).status()).isEqualTo(403);
    sam.accepts();
    assertThat(corrects(door.ruben(), referral, right).refusal()).isEqualTo("409 wrong-state");
  }

  private static Answer corrects(Person who, Referral referral, Candidate right) {
    return who.put(
        "/referrals/" + referral.id() + "/candidate-email", Map.of("email", right.email()));
  }
}
