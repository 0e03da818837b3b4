package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An operator sends again what failed for good, from both queues: each message reaches its
/// function, twice is harmless, and what nobody understands stays in its queue.
class RedriveIT extends Journey {

  private static final List<String> QUEUES = List.of("undelivered", "failed");

  @BeforeEach
  void nothing_waits_from_other_journeys() {
    QUEUES.forEach(stack::empties);
  }

  @AfterEach
  void nothing_is_left_to_other_journeys() {
    QUEUES.forEach(stack::empties);
  }

  @Test
  void what_was_never_delivered_and_what_failed_count_after_all() {
    var referral = inHiring();
    hr.reportsInVain(hired(referral, today.plusDays(1)));
    hr.reportsToAFailingFunction(hr.startMoved(employee(referral), today.plusDays(9)));
    assertThat(door.emma().sees(referral).state()).isEqualTo("hiring");

    var redriven = stack.redrive();

    assertThat(redriven.words()).contains("2 sent again, 0 stay");
    assertThat(redriven.exit()).isZero();
    assertThat(door.emma().seesIn("hired", referral).money().getFirst())
        .isEqualTo("1000.00 planned for " + today.plusDays(9));
    assertThat(stack.redrive().words()).contains("0 sent again, 0 stay");
  }

  @Test
  void twice_is_harmless() {
    var referral = inHiring();
    var hire = hired(referral, today.plusDays(1));
    hr.reports(hire);
    var seen = door.emma().seesIn("hired", referral);
    hr.reportsInVain(hire, hire);
    hr.reportsToAFailingFunction(hire);

    var redriven = stack.redrive();

    assertThat(redriven.words()).contains("3 sent again, 0 stay");
    clock.rest();
    assertThat(door.emma().sees(referral)).isEqualTo(seen);
    assertThat(door.ruben().failuresOf(hire)).isEmpty();
  }

  @Test
  void what_nobody_understands_stays_and_holds_up_nothing() {
    var referral = inHiring();
    stack.leaves("undelivered", "no JSON");
    stack.leaves("failed", "{\"requestPayload\":{},\"requestContext\":{}}");
    hr.reportsInVain(hired(referral, today.plusDays(1)));

    var redriven = stack.redrive();

    assertThat(redriven.words())
        .contains("stays: not JSON")
        .contains("stays: for no function")
        .contains("1 sent again, 2 stay");
    assertThat(redriven.exit()).isEqualTo(1);
    assertThat(door.emma().seesIn("hired", referral).state()).isEqualTo("hired");
  }
}
