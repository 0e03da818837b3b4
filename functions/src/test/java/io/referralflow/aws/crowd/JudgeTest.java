package io.referralflow.aws.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.History;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Life;
import io.referralflow.referral.ReferralId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A judge who finds nothing is worth nothing: what cannot have been right is found.
class JudgeTest {

  private static final ReferralId ID = FactFixtures.REFERRAL;

  private static History history(Fact... facts) {
    var referral = Life.of(List.of(facts));
    return new History(
        new Snapshot(
            referral,
            1,
            1,
            FactFixtures.submitted().at(),
            facts.length,
            "hash",
            0,
            new OperationId("x")),
        List.of(facts));
  }

  private static Deed deed(String kind, String detail, long from, long to, String outcome) {
    return new Deed(1, from, to, kind, ID, detail, outcome);
  }

  private static final History PAID =
      history(
          FactFixtures.submitted(),
          FactFixtures.accepted(),
          FactFixtures.advanced(),
          FactFixtures.hired(),
          FactFixtures.firstReleased(),
          FactFixtures.firstPaid());

  @Test
  void what_can_be_is_left_alone() {
    assertThat(
            Judge.violations(
                PAID,
                List.of(
                    deed("release", "1", 10, 20, "More"),
                    deed("confirm", "1", 5, 30, "CONFIRMED"),
                    deed("confirm", "1", 1, 9, "NOT_RELEASED")),
                4))
        .isEmpty();
  }

  @Test
  void a_payment_confirmed_before_its_release_began() {
    assertThat(
            Judge.violations(
                PAID,
                List.of(
                    deed("release", "1", 10, 20, "More"), deed("confirm", "1", 1, 9, "CONFIRMED")),
                4))
        .isNotEmpty();
  }

  @Test
  void not_released_though_a_confirmation_was_acknowledged_before() {
    assertThat(
            Judge.violations(
                PAID,
                List.of(
                    deed("release", "1", 10, 20, "More"),
                    deed("confirm", "1", 15, 30, "CONFIRMED"),
                    deed("confirm", "1", 31, 40, "NOT_RELEASED")),
                4))
        .hasSize(1);
  }

  @Test
  void an_acknowledged_answer_that_is_not_there() {
    assertThat(
            Judge.violations(
                history(FactFixtures.submitted()),
                List.of(deed("accept", "", 1, 2, "Taken"), deed("hear", "e", 1, 2, "Applied")),
                1))
        .hasSize(2);
  }

  @Test
  void a_fact_that_nobody_can_have_written() {
    assertThat(
            Judge.violations(
                history(FactFixtures.submitted(), FactFixtures.accepted()), List.of(), 1))
        .hasSize(1);
  }

  @Test
  void a_release_after_a_leave_that_was_known() {
    var left = FactFixtures.left();
    var released = FactFixtures.released("2026-06-30T22:00:00Z", 2, "2026-07-01", "2026-07-31");
    var known =
        history(
            FactFixtures.submitted(),
            FactFixtures.accepted(),
            FactFixtures.advanced(),
            FactFixtures.hired(),
            FactFixtures.firstReleased());
    var wrong = new History(known.snapshot(), List.of(known.facts().get(0), left, released));

    assertThat(Judge.violations(wrong, List.of(), 3)).anyMatch(found -> found.contains("leaver"));
  }

  @Test
  void a_release_twice_and_too_early() {
    var early = FactFixtures.released("2026-04-29T22:00:00Z", 1, "2026-05-01", "2026-05-29");
    var wrong = new History(PAID.snapshot(), List.of(PAID.facts().get(0), early, early));

    assertThat(Judge.violations(wrong, List.of(), 3))
        .anyMatch(found -> found.contains("too early"))
        .anyMatch(found -> found.contains("twice"));
  }
}
