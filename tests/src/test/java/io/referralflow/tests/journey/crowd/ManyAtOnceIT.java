package io.referralflow.tests.journey.crowd;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.LocalStack;
import io.referralflow.tests.journey.door.Patience;
import io.referralflow.tests.journey.door.Referral;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A day on which everybody refers somebody, and the day on which all of them are hired.
@Tag("stack")
class ManyAtOnceIT {

  private static final int MANY = 300;
  private static final int AT_ONCE = 16;

  private final LocalStack stack = LocalStack.shared();

  @Test
  void three_hundred_referrals_are_paid_once_each() {
    var door = stack.door();
    var day = stack.clock().morning().minusDays(1);
    var emma = door.emma();
    var _ = emma.me();

    var start = Instant.now();
    var referrals = Crowd.each(MANY, AT_ONCE, number -> emma.refers(door.somebody("Sam Sample")));
    say("submissions", start);
    assertThat(referrals).extracting(Referral::receipt).doesNotHaveDuplicates();

    start = Instant.now();
    var hr = stack.hr();
    var _ =
        Crowd.each(
            MANY,
            AT_ONCE,
            number -> {
              var referral = referrals.get(number);
              hr.reports(
                  hr.hired("C-" + referral.id(), referral.candidate(), day)
                      .withProbationUntil(day));
              return number;
            });
    say("hire events", start);
    var left = new ArrayList<>(referrals);
    var _ =
        Patience.until(
            Duration.ofMinutes(4),
            () -> {
              left.removeIf(referral -> emma.sees(referral).state().equals("completed"));
              return left;
            },
            List::isEmpty);
    stack.clock().rest();
    say("lives until all money is handed over", start);
    System.out.println("Memory then: " + stack.memory());

    assertThat(left).as("not completed").isEmpty();
    var payouts =
        stack.inbox().to("finance@example.com").stream()
            .collect(groupingBy(SameMomentIT::reference));
    for (var referral : referrals) {
      assertThat(payouts.getOrDefault("RF-" + referral.receipt() + "-1", List.of())).hasSize(1);
      assertThat(payouts.getOrDefault("RF-" + referral.receipt() + "-2", List.of())).hasSize(1);
    }
    assertThat(door.fatima().all("/payouts?limit=100"))
        .filteredOn(item ->
            referrals.stream()
                .anyMatch(referral -> referral.id().equals(item.get("referralId").asString())))
        .hasSize(2 * MANY);
  }

  private static void say(String what, Instant start) {
    System.out.printf(
        "%d %s, %d at once: %.1f s%n",
        MANY, what, AT_ONCE, Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }
}
