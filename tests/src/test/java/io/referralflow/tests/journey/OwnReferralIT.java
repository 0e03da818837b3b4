package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nobody acts on a referral of their own, whatever else they are.
class OwnReferralIT extends Journey {

  @Test
  void a_programme_manager_does_not_decide_on_their_own() {
    var referral = door.petra().refers(sam);
    sam.accepts();

    assertThat(door.petra().decides(referral, "advance").refusal()).isEqualTo("403 own-referral");
    assertThat(door.petra().decides(referral, "reject", "skills").refusal())
        .isEqualTo("403 own-referral");
    assertThat(door.ruben().sees(referral).state()).isEqualTo("screening");
  }

  @Test
  void a_programme_manager_does_not_settle_their_own() {
    hr.reports(hr.hired("E-" + door.fresh(), sam, today));
    clock.rest();
    var referral = door.petra().refers(sam);
    var _ = door.petra().seesIn("held", referral);

    assertThat(door.petra().decides(referral, "allow", "referred-first").refusal())
        .isEqualTo("403 own-referral");
    assertThat(door.ruben().sees(referral).state()).isEqualTo("held");
  }

  @Test
  void a_programme_manager_does_not_agree_to_a_hire_of_their_own() {
    var referral = door.petra().refers(sam);
    var hire = hired(referral, today.plusDays(1));
    var _ = door.ruben().enters(hire).expect(202);

    assertThat(door.petra().agreesTo(hire).refusal()).isEqualTo("403 own-referral");

    clock.rest();
    assertThat(door.ruben().sees(referral).state()).isEqualTo("invited");
    assertThat(door.rosa().agreesTo(hire).status()).isEqualTo(200);
  }

  @Test
  void a_recruiter_acts_on_nothing_that_they_referred_before_they_became_one() {
    var username = "nina" + door.fresh();
    var nina = stack.directory().adds(username);
    var referral = nina.refers(sam);
    sam.accepts();
    var hire = hired(referral, today.plusDays(1));
    stack.directory().appoints(username, "recruiter");

    assertThat(nina.me().get("roles").toString()).isEqualTo("[\"recruiter\"]");
    assertThat(nina.decides(referral, "advance").refusal()).isEqualTo("403 own-referral");
    assertThat(nina.enters(hire).refusal()).isEqualTo("403 own-referral");
    var others = hire.underAnotherId();
    var _ = door.rosa().enters(others).expect(202);
    assertThat(nina.agreesTo(others).refusal()).isEqualTo("403 own-referral");
    assertThat(nina.sees(referral).state()).isEqualTo("screening");
  }

  @Test
  void finance_does_not_confirm_their_own() {
    var referral = door.fatima().refers(sam);
    hr.reports(hired(referral, today));
    var _ = door.fatima().seesIn("probation", referral);
    clock.rest();
    var payout = door.fatima().payoutsOf(referral).getFirst();

    assertThat(door.fatima().confirmsAs(payout, today).refusal()).isEqualTo("403 own-referral");
    assertThat(door.fatima().sees(referral).money()).contains("1000.00 released for " + today);
  }

  @Test
  void nobody_refers_themselves() {
    var own = "%s@example.com";
    for (var address :
        List.of(own.formatted("emma"), own.formatted("emma+me"), "EMMA@example.com")) {
      assertThat(
              door.emma()
                  .post(
                      "/referrals",
                      Map.of(
                          "vacancyId",
                          "java-engineer",
                          "candidate",
                          Map.of("name", "Emma Example", "email", address)))
                  .refusal())
          .isEqualTo("422 candidate.email own-address");
    }
  }

  @Test
  void recruiters_do_not_refer() {
    assertThat(door.ruben().submits(sam, "java-engineer").refusal()).isEqualTo("422 recruiter");
  }
}
