package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The machine pays by itself: its own wait, made short, ends and releases. Upkeep takes over what
/// is two hours late, so whatever is released before that is the machine's work.
class WaitUntilDueIT extends Journey {

  private static final Duration UPKEEP_TAKES_OVER = Duration.ofHours(2);

  @AfterEach
  void wait_as_usual_again() {
    stack.scaleWaits(1);
  }

  @Test
  void both_instalments_are_released_when_the_wait_is_over() {
    var referral = inHiring();
    clock.goTo(today.atTime(22, 0));
    stack.scaleWaits(0.0003);
    var due = today.plusDays(1);
    hr.reports(hired(referral, due).withProbationUntil(due));
    var _ = door.emma().seesIn("hired", referral);

    clock.goTo(due.atTime(0, 10));
    var first = door.emma().seesIn("probation", referral);
    clock.goTo(due.plusDays(1).atTime(0, 10));
    var second = door.emma().seesIn("completed", referral);

    assertThat(first.timeline()).endsWith("released 1");
    assertThat(second.timeline()).endsWith("released 1", "released 2");
    for (var instalment = 1; instalment <= 2; instalment++) {
      var midnight = due.plusDays(instalment - 1L).atStartOfDay(Clock.ZONE).toInstant();
      assertThat(second.at("released " + instalment))
          .isBetween(midnight, midnight.plus(UPKEEP_TAKES_OVER));
    }
    assertThat(mailsTo("finance", referral)).hasSize(2);
  }
}
