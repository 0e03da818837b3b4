package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Who earns when several people, or nobody in time, referred whoever was hired.
class SeveralReferrersIT extends Journey {

  @Test
  void nothing_differs_until_the_hire_and_then_the_lower_receipt_earns() {
    var first = door.emma().refers(sam);
    var second = door.joris().refers(sam);
    assertThat(second.receipt()).isGreaterThan(first.receipt());
    assertThat(door.joris().sees(second).state()).isEqualTo("invited");
    assertThat(door.joris().sees(second).money()).isEqualTo(door.emma().sees(first).money());
    clock.rest();
    assertThat(mailsTo("joris", second))
        .containsExactly("Ontvangen: Sam Sample voor Java engineer");

    hr.reports(hr.hired(employee(second), sam, today).withProbationUntil(today));

    assertThat(door.emma().seesIn("probation", first).state()).isEqualTo("probation");
    assertThat(door.ruben().seesIn("already-known", second).state()).isEqualTo("already-known");
    assertThat(door.joris().sees(second).state()).isEqualTo("invited");
    clock.goTo(today.plusDays(2));

    assertThat(door.emma().sees(first).state()).isEqualTo("completed");
    assertThat(door.joris().sees(second).state()).isEqualTo("ended");
    assertThat(door.joris().sees(second).money())
        .containsExactly("1000.00 cancelled", "1000.00 cancelled");
    assertThat(mailsTo("joris", second)).endsWith("Afgelopen: Sam Sample voor Java engineer");
    assertThat(mailsTo("finance", first)).hasSize(2);
    assertThat(mailsTo("finance", second)).isEmpty();
  }

  @Test
  void the_vacancy_that_hr_names_goes_before_the_receipt() {
    var first = door.emma().refers(sam, "data-engineer");
    var second = door.joris().refers(sam, "service-desk");

    hr.reports(
        hr.hired(employee(second), sam, today.plusDays(1)).with("vacancyId", "service-desk"));

    assertThat(door.joris().seesIn("hired", second).state()).isEqualTo("hired");
    assertThat(door.ruben().seesIn("already-known", first).state()).isEqualTo("already-known");
  }

  @Nested
  class A_hire_that_a_person_must_look_at {

    @Test
    void is_one_of_somebody_referred_only_later_and_is_never_paid_by_itself() {
      var employee = "E-" + door.fresh();
      hr.reports(hr.hired(employee, sam, today).withProbationUntil(today));
      clock.rest();

      var referral = door.emma().refers(sam);

      assertThat(door.emma().seesIn("held", referral).next()).startsWith("settlement");
      assertThat(door.ruben().workOn(referral)).containsExactly("settlement");
      clock.goTo(today.plusDays(2));
      assertThat(door.fatima().payoutsOf(referral)).isEmpty();
      assertThat(mailsTo("finance", referral)).isEmpty();
      assertThat(door.ruben().decides(referral, "allow", "referred-first").status()).isEqualTo(403);

      door.petra().refuses(referral, "referred-too-late");

      assertThat(door.petra().sees(referral).state()).isEqualTo("not-eligible");
      assertThat(door.emma().sees(referral).state()).isEqualTo("held");
      clock.advance("PT25H");
      assertThat(door.emma().sees(referral).state()).isEqualTo("ended");
      assertThat(mailsTo("finance", referral)).isEmpty();
      assertThat(door.petra().decides(referral, "refuse", "referred-too-late").status())
          .isEqualTo(200);
      assertThat(door.petra().decides(referral, "allow", "mistake").status()).isEqualTo(409);
    }

    @Test
    void pays_once_it_is_allowed() {
      var employee = "E-" + door.fresh();
      hr.reports(hr.hired(employee, sam, today).withProbationUntil(today));
      clock.rest();
      var referral = door.emma().refers(sam);
      var _ = door.emma().seesIn("held", referral);
      clock.rest();
      assertThat(mailsTo("emma", referral)).contains("Even wachten: Sam Sample voor Java engineer");

      door.petra().allows(referral, "referred-first");

      assertThat(door.emma().seesIn("probation", referral).state()).isEqualTo("probation");
      clock.goTo(today.plusDays(1));
      assertThat(door.emma().sees(referral).state()).isEqualTo("completed");
      assertThat(mailsTo("finance", referral)).hasSize(2);
    }

    @Test
    void is_one_of_somebody_who_had_been_rejected() {
      var referral = inScreening();
      door.ruben().rejects(referral, "experience");

      hr.reports(hired(referral, today.plusDays(1)));

      var held = door.petra().seesIn("held", referral);
      assertThat(held.json().get("heldBecause").asString()).isEqualTo("hired-after-end");
      door.petra().allows(referral, "mistake");
      assertThat(door.emma().seesIn("hired", referral).state()).isEqualTo("hired");
    }
  }
}
