package io.referralflow.tests.journey.crowd;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.LocalStack;
import io.referralflow.tests.journey.door.Mail;
import io.referralflow.tests.journey.door.Patience;
import io.referralflow.tests.journey.door.Referral;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A referral and the hire of the same person that arrive in the same moment meet, whichever is
/// written first: each hire counts once or waits for a person, and none is lost.
@Tag("stack")
class SameMomentIT {

  private static final int TIMES = 200;

  private final LocalStack stack = LocalStack.shared();

  @Test
  void a_hire_and_a_submission_meet_every_time() {
    var door = stack.door();
    var day = stack.clock().morning().minusDays(1);
    var emma = door.emma();
    var _ = emma.me();

    var referrals =
        Crowd.each(
            TIMES,
            6,
            number -> {
              var sam = door.somebody("Sam Sample");
              var hire =
                  stack
                      .hr()
                      .hired("M-" + door.fresh(), sam, day)
                      .withProbationUntil(day)
                      // Some of them a moment later, so that both orders are met.
                      .at(stack.clock().now().plusMillis(number % 2 == 0 ? 0 : 5_000));
              return Crowd.together(() -> stack.hr().reports(hire), () -> emma.refers(sam));
            });
    var left = new ArrayList<>(referrals);
    var _ =
        Patience.until(
            Duration.ofMinutes(2),
            () -> {
              left.removeIf(referral -> isSettled(emma.sees(referral).state()));
              return left;
            },
            List::isEmpty);
    stack.clock().rest();

    assertThat(left).as("lost").isEmpty();
    var states = referrals.stream().collect(groupingBy(referral -> emma.sees(referral).state()));
    System.out.println("Met in the same moment: " + sizes(states));
    assertThat(states.keySet()).isSubsetOf("held", "completed");
    var payouts =
        stack.inbox().to("finance@example.com").stream()
            .collect(groupingBy(SameMomentIT::reference));
    for (var referral : referrals) {
      var isHeld = states.getOrDefault("held", List.of()).contains(referral);
      assertThat(payouts.getOrDefault("RF-" + referral.receipt() + "-1", List.of()))
          .hasSize(isHeld ? 0 : 1);
      assertThat(payouts.getOrDefault("RF-" + referral.receipt() + "-2", List.of()))
          .hasSize(isHeld ? 0 : 1);
    }
  }

  private static boolean isSettled(String state) {
    return state.equals("held") || state.equals("completed");
  }

  static String reference(Mail mail) {
    return mail.subject().replaceAll(".*(RF-[0-9]+-[0-9]+).*", "$1");
  }

  private static String sizes(Map<String, List<Referral>> states) {
    var words = new ArrayList<String>();
    states.forEach((state, referrals) -> words.add(referrals.size() + " " + state));
    return String.join(", ", words);
  }
}
