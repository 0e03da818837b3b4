package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Door;
import io.referralflow.tests.journey.door.Mail;
import io.referralflow.tests.journey.door.Patience;
import io.referralflow.tests.journey.door.Referral;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a referral ends without a hire: the candidate hears of it first, the referrer a day later
/// and only as much as the candidate allowed.
class UnhappyEndsIT extends Journey {

  private static final String ENDED = "Afgelopen: Sam Sample voor Java engineer";

  @Nested
  class A_rejection {

    @ParameterizedTest
    @CsvSource({
      "nothing, ended",
      "stage, ended screening",
      "reason, ended screening experience",
    })
    void is_told_to_the_candidate_first_and_to_the_referrer_a_day_later(
        String feedback, String told) {
      var referral = door.emma().refers(sam);
      sam.acceptsTelling(feedback);

      door.ruben().rejects(referral, "experience");
      clock.rest();

      assertThat(mailsToCandidate(referral))
          .endsWith("Over je kandidatuur voor Java engineer bij Example B.V.");
      assertThat(mailsTo("emma", referral)).doesNotContain(ENDED);
      assertThat(door.emma().sees(referral).state()).isEqualTo("screening");
      assertThat(door.emma().sees(referral).timeline())
          .containsExactly("submitted", "invited", "accepted");
      assertThat(door.ruben().sees(referral).timeline()).endsWith("rejected screening experience");
      assertThat(door.ruben().workOn(referral)).isEmpty();

      clock.advance("PT25H");

      assertThat(mailsTo("emma", referral)).endsWith(ENDED);
      var seen = door.emma().sees(referral);
      assertThat(seen.state()).isEqualTo("ended");
      assertThat(seen.timeline()).endsWith(told);
      assertThat(seen.money()).containsExactly("1000.00 cancelled", "1000.00 cancelled");
      assertThat(seen.next()).isEqualTo("none");
      assertAtLeastADayBetween(candidateMail(referral), referrerMail(referral));
    }

    @Test
    void after_the_screening_is_one_too() {
      var referral = inHiring();

      door.rosa().rejects(referral, "position-filled");

      assertThat(door.rosa().sees(referral).state()).isEqualTo("rejected");
      assertThat(door.rosa().decides(referral, "reject", "position-filled").status())
          .isEqualTo(200);
      assertThat(door.rosa().decides(referral, "reject", "salary").refusal())
          .isEqualTo("409 differs");
      assertThat(door.rosa().decides(referral, "advance").status()).isEqualTo(409);
    }

    @Test
    void is_not_followed_by_an_answer() {
      var referral = inScreening();
      door.ruben().rejects(referral, "skills");

      assertThat(sam.answers(Map.of("answer", "accept")).status()).isEqualTo(409);
      assertThat(sam.answers(Map.of("answer", "withdraw")).status()).isEqualTo(200);
      clock.rest();
      assertThat(door.ruben().sees(referral).name()).isEqualTo("null");
    }
  }

  @Nested
  class The_candidate {

    @Test
    void declines() {
      var referral = door.emma().refers(sam);

      sam.declines();
      clock.rest();

      assertThat(mailsToCandidate(referral))
          .endsWith("Je bent afgemeld voor Java engineer bij Example B.V.");
      assertThat(door.ruben().sees(referral).state()).isEqualTo("declined");
      assertThat(door.emma().sees(referral).state()).isEqualTo("invited");
      assertThat(mailsTo("emma", referral)).hasSize(1);

      clock.advance("PT25H");

      assertThat(door.emma().sees(referral).state()).isEqualTo("ended");
      assertThat(mailsTo("emma", referral)).hasSize(2).endsWith(ENDED);
      assertAtLeastADayBetween(candidateMail(referral), referrerMail(referral));
    }

    @Test
    void withdraws_and_is_forgotten_at_once() {
      var referral = inHiring();
      var link = sam.token();

      sam.withdraws();
      clock.rest();

      assertThat(mailsToCandidate(referral))
          .endsWith("Je bent afgemeld voor Java engineer bij Example B.V.");
      assertThat(door.emma().sees(referral).name()).isEqualTo("null");
      assertThat(door.emma().sees(referral).state()).isEqualTo("hiring");
      assertThat(door.ruben().sees(referral).name()).isEqualTo("null");
      assertThat(door.ruben().sees(referral).json().at("/candidate/email").isNull()).isTrue();
      assertThat(
              door.call("GET", "/invitation", Door.link(link), Optional.empty())
                  .expect(200)
                  .get("stored")
                  .isNull())
          .isTrue();

      clock.advance("PT25H");

      assertThat(door.emma().sees(referral).state()).isEqualTo("ended");
      assertThat(referrerMail(referral).text()).doesNotContain("Sam");
    }

    @Test
    void who_withdraws_is_not_found_by_a_hire() {
      var referral = inHiring();
      sam.withdraws();

      hr.reports(hired(referral, today));
      clock.rest();

      assertThat(door.ruben().sees(referral).state()).isEqualTo("withdrawn");
      assertThat(door.fatima().payoutsOf(referral)).isEmpty();
    }

    @Test
    void who_withdraws_after_the_hire_leaves_the_reward_as_it_is() {
      var referral = inHiring();
      hr.reports(hired(referral, today).withProbationUntil(today));
      var _ = door.emma().seesIn("probation", referral);

      sam.withdraws();
      clock.goTo(today.plusDays(1));

      var seen = door.emma().sees(referral);
      assertThat(seen.state()).isEqualTo("completed");
      assertThat(seen.name()).isEqualTo("null");
      assertThat(mailsTo("finance", referral)).hasSize(2);
    }

    @Test
    void who_never_answers_is_reminded_after_five_days_and_left_alone_after_fourteen() {
      var referral = door.emma().refers(sam);

      clock.goTo(today.plusDays(4));
      assertThat(mailsToCandidate(referral)).hasSize(1);

      clock.goTo(today.plusDays(6));
      assertThat(mailsToCandidate(referral))
          .hasSize(2)
          .endsWith("Nog even over Java engineer bij Example B.V.");
      assertThat(door.emma().sees(referral).timeline())
          .containsExactly("submitted", "invited", "reminded");

      clock.goTo(today.plusDays(13));
      assertThat(mailsToCandidate(referral)).hasSize(2);
      assertThat(door.ruben().sees(referral).state()).isEqualTo("invited");

      clock.goTo(today.plusDays(15));
      assertThat(mailsToCandidate(referral))
          .hasSize(3)
          .endsWith("De uitnodiging voor Java engineer bij Example B.V. is verlopen");
      assertThat(door.ruben().sees(referral).state()).isEqualTo("expired");
      assertThat(door.emma().sees(referral).state()).isEqualTo("invited");

      clock.advance("PT25H");
      assertThat(door.emma().sees(referral).state()).isEqualTo("ended");
      assertThat(mailsTo("emma", referral)).endsWith(ENDED);
    }
  }

  @Nested
  class The_referrer {

    @Test
    void takes_it_back_and_the_candidate_is_told() {
      var referral = inScreening();

      door.emma().takesBack(referral);
      clock.rest();

      assertThat(mailsToCandidate(referral))
          .endsWith("De aanbeveling voor Java engineer bij Example B.V. is teruggenomen");
      assertThat(door.emma().sees(referral).state()).isEqualTo("ended");
      assertThat(door.emma().sees(referral).name()).isEqualTo("null");
      assertThat(door.ruben().sees(referral).timeline()).endsWith("taken-back screening");
      assertThat(door.ruben().workOn(referral)).isEmpty();
      assertThat(door.emma().post("/referrals/" + referral.id() + "/withdrawal").status())
          .isEqualTo(200);
    }

    @Test
    void may_refer_again_what_was_taken_back() {
      var referral = door.emma().refers(sam);
      assertThat(door.emma().submits(sam, "java-engineer").refusal())
          .isEqualTo("409 already-referred");

      door.emma().takesBack(referral);

      assertThat(door.emma().submits(sam, "java-engineer").status()).isEqualTo(201);
    }

    @Test
    void cannot_take_back_after_the_hire() {
      var referral = inHiring();
      hr.reports(hired(referral, today.plusDays(1)));
      var _ = door.emma().seesIn("hired", referral);

      assertThat(door.emma().post("/referrals/" + referral.id() + "/withdrawal").refusal())
          .isEqualTo("409 wrong-state");
      assertThat(door.joris().post("/referrals/" + referral.id() + "/withdrawal").refusal())
          .isEqualTo("404 not-found");
    }
  }

  /// The candidate's notice of the end.
  private Mail candidateMail(Referral referral) {
    return stack.inbox().to(referral.candidate().email()).getLast();
  }

  /// The referrer's notice of the end.
  private Mail referrerMail(Referral referral) {
    List<Mail> mails =
        Patience.until(
            () ->
                stack.inbox().about(referral).stream()
                    .filter(mail -> mail.subject().startsWith("Afgelopen: "))
                    .toList(),
            found -> !found.isEmpty());
    return mails.getLast();
  }

  private static void assertAtLeastADayBetween(Mail first, Mail second) {
    assertThat(Duration.between(first.at(), second.at())).isGreaterThan(Duration.ofHours(23));
  }
}
