package io.referralflow.payout;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Referrals;
import io.referralflow.port.Waits.Wait;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.FaultyReferrals;
import io.referralflow.scenario.Product;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Planning and releasing an instalment. The machine's own waits do not elapse here, so that each
/// test takes the steps itself.
class ReleaseTest {

  private static final ReferralId NOBODY = new ReferralId("nosuchreferral000000000000");

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  @BeforeEach
  void sam_is_hired_to_begin_on_the_first_of_may() {
    world.waitsDoNotElapse();
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
  }

  private PayoutPlan plans(int leg) {
    return world.product().planNextInstalment.execute(sam, leg);
  }

  private PayoutPlan releases(int leg, int instalment) {
    return world.product().releaseInstalment.execute(sam, leg, instalment);
  }

  private Instant clock() {
    return world.store().waits().find(sam).map(Wait::wakeAt).orElseThrow();
  }

  @Nested
  class Planning {

    @Test
    void sets_the_clock_two_hours_after_the_due_moment() {
      assertThat(plans(1)).isEqualTo(new PayoutPlan.More(1, false, 5_147_100));
      assertThat(clock()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
    }

    @Test
    void is_for_the_leg_that_keeps_time_now() {
      assertThat(plans(2)).isEqualTo(new PayoutPlan.Superseded());
      assertThat(world.product().planNextInstalment.execute(NOBODY, 1))
          .isEqualTo(new PayoutPlan.Superseded());
    }

    @Test
    void without_a_clock_is_left_to_another() {
      world.store().waits().remove(sam, 1);

      assertThat(plans(1)).isEqualTo(new PayoutPlan.Superseded());
    }

    @Test
    void of_what_is_over_takes_the_clock_away() {
      world.streamStops();
      world.hears(cancelled("HR-1"));
      assertThat(world.store().waits().find(sam)).isPresent();

      assertThat(plans(2)).isEqualTo(new PayoutPlan.Closed());
      assertThat(world.store().waits().find(sam)).isEmpty();
    }
  }

  @Nested
  class Releasing {

    @Test
    void before_the_day_begins_answers_how_long_to_wait_and_writes_nothing() {
      world.sleepsUntil("2026-04-30T23:59:59");

      assertThat(releases(1, 1)).isEqualTo(new PayoutPlan.More(1, false, 60));
      assertThat(world.store().ledger(sam)).isEmpty();
    }

    @Test
    void when_the_day_begins_hands_over_once_and_answers_the_next() {
      world.sleepsUntil("2026-05-01T00:00");
      assertThat(releases(1, 1)).isEqualTo(new PayoutPlan.More(2, false, 5_270_400));
      assertThat(releases(1, 1)).isEqualTo(new PayoutPlan.More(2, false, 5_270_400));

      assertThat(world.facts(sam))
          .filteredOn(Fact.Released.class::isInstance)
          .containsExactly(
              new Fact.Released(
                  Instant.parse("2026-04-30T22:00:00Z"),
                  1,
                  LocalDate.of(2026, 5, 1),
                  LocalDate.of(2026, 5, 29)));
      assertThat(clock()).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    }

    @Test
    void the_last_one_completes_and_takes_the_clock_away() {
      world.sleepsUntil("2026-07-01T09:00");
      assertThat(releases(1, 1)).isEqualTo(new PayoutPlan.More(2, true, 60));
      assertThat(releases(1, 2)).isEqualTo(new PayoutPlan.Completed());
      assertThat(releases(1, 2)).isEqualTo(new PayoutPlan.Completed());

      assertThat(Told.ledger(world, sam)).hasSize(2);
      assertThat(world.store().waits().find(sam)).isEmpty();
    }

    @Test
    void out_of_turn_answers_what_is_next() {
      world.sleepsUntil("2026-07-01T09:00");

      assertThat(releases(1, 2)).isEqualTo(new PayoutPlan.More(1, true, 60));
      assertThat(releases(1, 3)).isEqualTo(new PayoutPlan.More(1, true, 60));
      assertThat(world.store().ledger(sam)).isEmpty();
    }

    @Test
    void by_a_leg_that_was_replaced_ends_quietly() {
      world.hears(startMoved("HR-1", "2026-05-18"));
      world.sleepsUntil("2026-05-18T09:00");

      assertThat(releases(1, 1)).isEqualTo(new PayoutPlan.Superseded());
      assertThat(world.product().releaseInstalment.execute(NOBODY, 1, 1))
          .isEqualTo(new PayoutPlan.Superseded());
      assertThat(world.store().ledger(sam)).isEmpty();
      assertThat(releases(2, 1)).isInstanceOf(PayoutPlan.More.class);
      assertThat(world.store().ledger(sam)).hasSize(1);
    }

    @Test
    void of_one_who_left_closes() {
      world.sleepsUntil("2026-05-01T09:00");
      assertThat(releases(1, 1)).isInstanceOf(PayoutPlan.More.class);
      world.hears(left("HR-1", "2026-05-31"));

      assertThat(releases(2, 2)).isEqualTo(new PayoutPlan.Closed());
    }

    @Test
    void at_the_same_time_as_another_hands_over_once() {
      world.sleepsUntil("2026-05-01T00:00");
      var product =
          interruptedBy(() -> assertThat(releases(1, 1)).isInstanceOf(PayoutPlan.More.class));

      assertThat(product.releaseInstalment.execute(sam, 1, 1))
          .isEqualTo(new PayoutPlan.More(2, false, 5_270_400));
      assertThat(world.store().ledger(sam)).hasSize(1);
      assertThat(world.store().notices(sam))
          .filteredOn(stored -> stored.notice().instalment().isPresent())
          .hasSize(1);
    }

    @Test
    void at_the_same_time_as_a_moved_start_gives_way() {
      world.sleepsUntil("2026-05-01T00:00");
      var product = interruptedBy(() -> world.hears(startMoved("HR-1", "2026-05-18")));

      assertThat(product.releaseInstalment.execute(sam, 1, 1))
          .isEqualTo(new PayoutPlan.Superseded());
      assertThat(world.store().ledger(sam)).isEmpty();
    }

    @Test
    void at_the_same_time_as_a_new_leg_gives_way() {
      world.sleepsUntil("2026-05-01T00:00");
      world.streamStops();
      var product = interruptedBy(() -> world.upkeep(Run.RESTART));

      assertThat(product.releaseInstalment.execute(sam, 1, 1))
          .isEqualTo(new PayoutPlan.Superseded());
    }

    private Product interruptedBy(Runnable other) {
      var sound = world.ports().referrals();
      var before = new ArrayList<>(List.of(other));
      return new Product(
          world
              .ports()
              .withReferrals(
                  new FaultyReferrals() {
                    @Override
                    public Referrals sound() {
                      return sound;
                    }

                    @Override
                    public Committed commit(Change change) {
                      if (!before.isEmpty()) {
                        before.removeFirst().run();
                      }
                      return sound.commit(change);
                    }
                  }));
    }
  }

  @Test
  void nothing_is_released_of_what_is_held() {
    var late = World.on("2026-03-02T09:15");
    late.hearsInVain(hired("HR-2", "2026-03-01").of("ada@example.org"));
    late.goTo("2026-03-03T09:15");
    var ada = late.refers(EMMA, "ada@example.org", JAVA_ENGINEER);

    assertThat(late.product().releaseInstalment.execute(ada, 1, 1))
        .isEqualTo(new PayoutPlan.Held());
    assertThat(late.product().planNextInstalment.execute(ada, 1)).isEqualTo(new PayoutPlan.Held());
    assertThat(late.store().ledger(ada)).isEmpty();
  }
}
