package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Door;
import io.referralflow.tests.journey.door.HrMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What HR reports, in the order and as often as it likes: when the reward is due, whether it is
/// owed, and that it is handed over once.
class HrReportsIT extends Journey {

  @Nested
  class A_hire {

    @Test
    void counts_as_answered_and_passed_when_it_is_reported_before_the_screening() {
      var referral = door.emma().refers(sam);
      var link = sam.token();

      hr.reports(hired(referral, today.plusDays(2)));

      assertThat(door.emma().seesIn("hired", referral).timeline())
          .containsExactly("submitted", "invited", "hired");
      assertThat(door.ruben().workOn(referral)).isEmpty();
      assertThat(
              door.call("GET", "/invitation", Door.link(link), Optional.empty())
                  .expect(200)
                  .get("state")
                  .asString())
          .isEqualTo("hired");
    }

    @Test
    void counts_as_passed_when_it_is_reported_during_the_screening() {
      var referral = door.emma().refers(sam);
      sam.accepts();

      hr.reports(hired(referral, today.plusDays(2)));

      assertThat(door.emma().seesIn("hired", referral).timeline())
          .containsExactly("submitted", "invited", "accepted", "hired");
      assertThat(door.ruben().decides(referral, "advance").refusal()).isEqualTo("409 wrong-state");
    }

    @Test
    void counts_once_however_often_it_is_reported() {
      var referral = inHiring();
      var hire = hired(referral, today).withProbationUntil(today);

      hr.reports(hire, hire, hire, hire.underAnotherId());
      var _ = door.emma().seesIn("probation", referral);
      hr.reports(hire, hire.underAnotherId());
      clock.goTo(today.plusDays(1));

      assertThat(door.emma().seesIn("completed", referral).money())
          .containsExactly(
              "1000.00 released for " + today, "1000.00 released for " + today.plusDays(1));
      assertThat(mailsTo("finance", referral))
          .containsExactly(
              "Te betalen: € 1.000,00, kenmerk RF-" + referral.receipt() + "-1",
              "Te betalen: € 1.000,00, kenmerk RF-" + referral.receipt() + "-2");
      assertThat(mailsTo("emma", referral).stream().filter(line -> line.contains("werken")))
          .hasSize(1);
      assertThat(door.fatima().payoutsOf(referral)).hasSize(2);
    }

    @Test
    void is_found_by_the_referral_as_well_as_by_the_address() {
      var referral = inHiring();

      hr.reports(hr.hired(employee(referral), referral, today.plusDays(2)));

      assertThat(door.emma().seesIn("hired", referral).state()).isEqualTo("hired");
    }

    @Test
    void of_somebody_who_was_not_referred_is_no_error() {
      var nobody = door.somebody("Nora Nobody");
      var hire = hr.hired("E-" + door.fresh(), nobody, today.plusDays(2));
      clock.rest();
      var mails = stack.inbox().all().size();

      hr.reports(hire, hr.left("E-" + door.fresh(), today));
      clock.rest();

      assertThat(door.ruben().failuresOf(hire)).isEmpty();
      assertThat(stack.inbox().all()).hasSize(mails);
    }

    @Test
    void that_was_entered_by_hand_counts_once_a_second_person_agrees() {
      var referral = inHiring();
      var hire = hired(referral, today.plusDays(2));

      assertThat(door.ruben().enters(hire).expect(202).get("state").asString())
          .isEqualTo("pending");
      assertThat(door.ruben().agreesTo(hire).refusal()).isEqualTo("403 second-person");
      assertThat(door.emma().sees(referral).state()).isEqualTo("hiring");
      assertThat(pending(hire)).hasSize(1);

      assertThat(door.rosa().agreesTo(hire).expect(200).get("state").asString())
          .isEqualTo("agreed");
      assertThat(door.emma().seesIn("hired", referral).state()).isEqualTo("hired");
      assertThat(door.petra().agreesTo(hire).status()).isEqualTo(200);
      assertThat(door.ruben().enters(hire).expect(202).get("state").asString()).isEqualTo("agreed");
      assertThat(pending(hire)).isEmpty();
    }

    private List<String> pending(HrMessage hire) {
      return door.rosa().all("/hr-events?limit=100").stream()
          .map(item -> item.get("id").asString())
          .filter(hire.id()::equals)
          .toList();
    }
  }

  @Nested
  class A_start_date {

    @Test
    void that_is_later_moves_both_instalments() {
      var referral = inHiring();
      hr.reports(hired(referral, today.plusDays(2)));
      var _ = door.emma().seesIn("hired", referral);

      hr.reports(hr.startMoved(employee(referral), today.plusDays(4)));
      var moved = seesMoney(door.emma(), referral, "1000.00 planned for " + today.plusDays(4));
      clock.goTo(today.plusDays(3));

      assertThat(moved.timeline()).endsWith("start-moved");
      assertThat(door.fatima().payoutsOf(referral)).isEmpty();
      clock.goTo(today.plusDays(4));
      assertThat(door.fatima().payoutsOf(referral)).hasSize(1);
      assertThat(mailsTo("emma", referral))
          .contains("De data van je beloning zijn veranderd: Sam Sample");
    }

    @Test
    void that_is_earlier_is_kept_too() {
      var referral = inHiring();
      hr.reports(hired(referral, today.plusDays(20)));
      var _ = door.emma().seesIn("hired", referral);

      hr.reports(hr.startMoved(employee(referral), today.plusDays(1)));
      var _ = seesMoney(door.emma(), referral, "1000.00 planned for " + today.plusDays(1));
      clock.goTo(today.plusDays(1));

      assertThat(door.emma().sees(referral).state()).isEqualTo("probation");
      assertThat(door.fatima().payoutsOf(referral)).hasSize(1);
    }

    @Test
    void counts_when_it_is_changed_right_after_the_hire() {
      var referral = inHiring();
      var hire = hired(referral, today.plusDays(2));
      var moved =
          hr.startMoved(employee(referral), today.plusDays(9)).at(hire.occurredAt().plusMillis(1));

      hr.reportsTogether(List.of(hire, moved));

      var shown = seesMoney(door.emma(), referral, "1000.00 planned for " + today.plusDays(9));
      assertThat(shown.state()).isEqualTo("hired");
      assertThat(shown.money().getFirst()).isEqualTo("1000.00 planned for " + today.plusDays(9));
    }

    @Test
    void counts_when_its_event_comes_before_the_one_of_the_hire() {
      var referral = inHiring();
      var hire = hired(referral, today.plusDays(2));
      var moved =
          hr.startMoved(employee(referral), today.plusDays(9)).at(hire.occurredAt().plusMillis(1));

      hr.reports(moved);
      clock.rest();
      assertThat(door.emma().sees(referral).state()).isEqualTo("hiring");
      hr.reports(hire);

      assertThat(door.emma().seesIn("hired", referral).money().getFirst())
          .isEqualTo("1000.00 planned for " + today.plusDays(9));
    }
  }

  @Nested
  class A_probation {

    @Test
    void that_is_longer_moves_the_second_instalment() {
      var referral = inHiring();
      hr.reports(hired(referral, today).withProbationUntil(today.plusDays(1)));
      var _ = door.emma().seesIn("probation", referral);

      hr.reports(hr.probationMoved(employee(referral), today.plusDays(3)));
      var longer = seesMoney(door.emma(), referral, "1000.00 planned for " + today.plusDays(4));
      clock.goTo(today.plusDays(3));

      assertThat(longer.timeline()).endsWith("probation-changed");
      assertThat(door.emma().sees(referral).state()).isEqualTo("probation");
      clock.goTo(today.plusDays(4));
      assertThat(door.emma().sees(referral).state()).isEqualTo("completed");
    }

    @Test
    void that_is_shorter_moves_it_too() {
      var referral = inHiring();
      hr.reports(hired(referral, today));
      var _ = door.emma().seesIn("probation", referral);

      hr.reports(hr.probationMoved(employee(referral), today));
      var _ = seesMoney(door.emma(), referral, "1000.00 planned for " + today.plusDays(1));
      clock.goTo(today.plusDays(1));

      assertThat(door.emma().sees(referral).state()).isEqualTo("completed");
      assertThat(mailsTo("finance", referral)).hasSize(2);
    }
  }

  @Nested
  class An_end {

    @Test
    void before_the_first_day_cancels_both_instalments() {
      var referral = inHiring();
      hr.reports(hired(referral, today.plusDays(2)));
      var _ = door.emma().seesIn("hired", referral);

      hr.reports(hr.cancelled(employee(referral)));
      var _ = door.ruben().seesIn("hire-cancelled", referral);

      assertThat(door.emma().sees(referral).state()).isEqualTo("hired");
      clock.goTo(today.plusDays(3));
      var ended = door.emma().sees(referral);
      assertThat(ended.state()).isEqualTo("ended");
      assertThat(ended.money())
          .allSatisfy(line -> assertThat(line).startsWith("1000.00 cancelled"));
      assertThat(mailsTo("finance", referral)).isEmpty();
      assertThat(mailsTo("emma", referral)).endsWith("Afgelopen: Sam Sample voor Java engineer");
    }

    @Test
    void during_the_probation_cancels_the_second_instalment_only() {
      var referral = inHiring();
      hr.reports(hired(referral, today).withProbationUntil(today.plusDays(5)));
      var _ = door.emma().seesIn("probation", referral);

      hr.reports(hr.left(employee(referral), today.plusDays(2)));
      var _ = door.ruben().seesIn("left", referral);
      clock.goTo(today.plusDays(6));

      var ended = door.emma().sees(referral);
      assertThat(ended.state()).isEqualTo("ended");
      assertThat(ended.money().getFirst()).isEqualTo("1000.00 released for " + today);
      assertThat(ended.money().getLast()).startsWith("1000.00 cancelled");
      assertThat(mailsTo("finance", referral)).hasSize(1);
    }

    @Test
    void on_the_last_day_of_the_probation_is_before_its_end() {
      var referral = inHiring();
      hr.reports(
          hired(referral, today).withProbationUntil(today.plusDays(1)),
          hr.left(employee(referral), today.plusDays(1)));
      var _ = door.ruben().seesIn("left", referral);
      clock.goTo(today.plusDays(3));

      assertThat(mailsTo("finance", referral)).hasSize(1);
    }

    @Test
    void after_the_probation_changes_nothing() {
      var referral = inHiring();
      hr.reports(
          hired(referral, today).withProbationUntil(today),
          hr.left(employee(referral), today.plusDays(1)));
      var _ = door.emma().seesIn("probation", referral);
      clock.goTo(today.plusDays(2));

      assertThat(door.emma().sees(referral).state()).isEqualTo("completed");
      assertThat(mailsTo("finance", referral)).hasSize(2);
    }
  }
}
