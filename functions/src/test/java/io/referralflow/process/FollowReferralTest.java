package io.referralflow.process;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.FakeExecutions;
import io.referralflow.fake.FakeExecutions.Leg;
import io.referralflow.fake.FakeExecutions.Woken;
import io.referralflow.process.FollowReferral.Changed;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.World;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Executions follow what the stream tells. Here nothing runs: the test parks and follows by
/// itself.
class FollowReferralTest {

  private static final String SAM = "sam@example.org";

  private final FakeExecutions executions = new FakeExecutions();
  private final World world =
      World.on("2026-03-02T09:15", ports -> ports.withExecutions(executions));
  private final ReferralId sam = world.refers(EMMA, SAM, JAVA_ENGINEER);

  private void parks(WaitingStep step, int leg, String token) {
    world.product().parkExecution.execute(step, sam, leg, token);
  }

  private void follow(int leg, StateName state, boolean newLeg, boolean wakes) {
    world.product().followReferral.execute(new Changed(sam, leg, state, newLeg, wakes));
  }

  private boolean waits() {
    return world.store().waits().find(sam).isPresent();
  }

  @Nested
  class A_new_leg {

    @Test
    void is_started_where_the_referral_stands() {
      assertThat(executions.started()).isEqualTo(Map.of(new Leg(sam, 1), "invitation"));
      assertThat(executions.isStopped(sam, 0)).isFalse();
    }

    @Test
    void stops_the_one_before() {
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.hears(startMoved("HR-1", "2026-05-18"));

      assertThat(executions.startedFrom(sam, 2)).hasValue("payout");
      assertThat(executions.isStopped(sam, 1)).isTrue();
      assertThat(waits()).isTrue();
    }

    @Test
    void with_nothing_to_come_is_not_started() {
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.hears(cancelled("HR-1"));

      assertThat(executions.startedFrom(sam, 2)).isEmpty();
      assertThat(executions.isStopped(sam, 1)).isTrue();
      assertThat(waits()).isFalse();
    }

    @Test
    void that_was_replaced_meanwhile_leaves_the_newer_ones_clock_alone() {
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.hears(startMoved("HR-1", "2026-05-18"));
      follow(1, StateName.REJECTED, true, false);

      assertThat(executions.startedFrom(sam, 2)).hasValue("payout");
      assertThat(executions.isStopped(sam, 2)).isFalse();
      assertThat(waits()).isTrue();
    }
  }

  @Nested
  class A_waiting_step {

    @Test
    void is_woken_with_where_to_go() {
      parks(WaitingStep.INVITE, 1, "token-1");
      world.accepts(sam);
      assertThat(executions.woken()).containsExactly(new Woken("token-1", "screening"));

      parks(WaitingStep.AWAIT_SCREENING, 1, "token-2");
      world.advances(RUBEN, sam);
      parks(WaitingStep.AWAIT_HIRE, 1, "token-3");
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      assertThat(executions.woken())
          .containsExactly(
              new Woken("token-1", "screening"),
              new Woken("token-2", "hire"),
              new Woken("token-3", "payout"));
      assertThat(waits()).isTrue();
    }

    @Test
    void of_an_end_is_woken_and_its_clock_taken_away() {
      parks(WaitingStep.INVITE, 1, "token-1");
      world.accepts(sam);
      parks(WaitingStep.AWAIT_SCREENING, 1, "token-2");
      world.rejects(RUBEN, sam, RejectionReason.OTHER);

      assertThat(executions.woken()).last().isEqualTo(new Woken("token-2", "rejected"));
      assertThat(waits()).isFalse();
    }

    @Test
    void that_has_not_parked_yet_is_left_to_itself() {
      world.accepts(sam);

      assertThat(executions.woken()).isEmpty();
      assertThat(waits()).isTrue();
    }

    @Test
    void whose_token_is_no_longer_good_is_no_error() {
      parks(WaitingStep.INVITE, 1, "token-1");
      executions.expire("token-1");
      world.accepts(sam);

      assertThat(executions.woken()).isEmpty();
      assertThat(waits()).isTrue();
    }

    @Test
    void still_waiting_is_not_woken() {
      parks(WaitingStep.INVITE, 1, "token-1");
      follow(1, StateName.INVITED, false, true);

      assertThat(executions.woken()).isEmpty();
    }

    @Test
    void further_on_is_not_woken_by_old_news() {
      world.accepts(sam);
      world.advances(RUBEN, sam);
      parks(WaitingStep.AWAIT_HIRE, 1, "token-1");
      follow(1, StateName.SCREENING, false, true);

      assertThat(executions.woken()).isEmpty();
      assertThat(waits()).isTrue();
    }

    @Test
    void of_another_leg_is_not_woken() {
      parks(WaitingStep.INVITE, 1, "token-1");
      world.upkeep(Upkeep.Run.RESTART);
      parks(WaitingStep.INVITE, 2, "token-2");
      follow(1, StateName.DECLINED, false, true);

      assertThat(executions.woken()).isEmpty();
    }

    @Test
    void without_a_clock_is_left_alone() {
      parks(WaitingStep.INVITE, 1, "token-1");
      world.store().waits().remove(sam, 1);
      follow(1, StateName.DECLINED, false, true);

      assertThat(executions.woken()).isEmpty();
    }
  }

  @Test
  void a_change_that_concerns_no_execution_is_not_followed() {
    parks(WaitingStep.INVITE, 1, "token-1");
    follow(1, StateName.DECLINED, false, false);

    assertThat(executions.started()).hasSize(1);
    assertThat(executions.woken()).isEmpty();
  }
}
