package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.step;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.Change.Timer;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits.Wait;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What waits promise, wherever they are stored.
public interface WaitsContract {

  ReferralId ID = FakeIds.referral(1);
  Instant ONE = NOON.plusSeconds(3600);
  Instant TWO = NOON.plusSeconds(7200);

  Stores stores();

  private Snapshot submitted(int number) {
    return submission(particulars(number)).in(stores().referrals());
  }

  private static Wait waiting(int leg, Instant wakeAt) {
    return new Wait(ID, leg, Optional.empty(), Optional.empty(), wakeAt);
  }

  private static Wait parked(int leg, Instant wakeAt) {
    return new Wait(ID, leg, Optional.of("invite"), Optional.of("token"), wakeAt);
  }

  private boolean park(int leg, Instant wakeAt) {
    return stores().waits().park(ID, leg, "invite", "token", wakeAt);
  }

  @Test
  default void a_submission_waits_for_its_first_leg() {
    var _ = submitted(1);

    assertThat(stores().waits().find(ID)).contains(waiting(1, NOON));
    assertThat(stores().waits().find(FakeIds.referral(2))).isEmpty();
  }

  @Test
  default void a_step_parks_its_token() {
    var _ = submitted(1);

    assertThat(park(1, ONE)).isTrue();
    assertThat(stores().waits().find(ID)).contains(parked(1, ONE));
  }

  @Test
  default void the_step_of_an_older_leg_cannot_park() {
    var first = submitted(1);
    var _ = step(first).newLeg(ONE).in(stores().referrals());

    assertThat(park(1, TWO)).isFalse();
    assertThat(stores().waits().find(ID)).contains(waiting(2, ONE));
  }

  @Test
  default void nothing_parks_where_nothing_is_waited_for() {
    var first = submitted(1);
    var _ = step(first, FactFixtures.declined()).with(new Timer.Done()).in(stores().referrals());

    assertThat(park(1, ONE)).isFalse();
    assertThat(stores().waits().postpone(ID, 1, ONE)).isFalse();
    assertThat(stores().waits().find(ID)).isEmpty();
  }

  @Test
  default void a_new_leg_forgets_the_token_of_the_one_before() {
    var first = submitted(1);
    var _ = park(1, ONE);

    var _ = step(first).newLeg(TWO).in(stores().referrals());

    assertThat(stores().waits().find(ID)).contains(waiting(2, TWO));
  }

  @Test
  default void a_step_that_moves_the_moment_keeps_the_token() {
    var first = submitted(1);
    var _ = park(1, ONE);

    var _ =
        step(first, FactFixtures.reminded()).with(new Timer.Until(TWO)).in(stores().referrals());

    assertThat(stores().waits().find(ID)).contains(parked(1, TWO));
  }

  @Test
  default void a_step_that_leaves_the_wait_leaves_all_of_it() {
    var first = submitted(1);
    var _ = park(1, ONE);

    var _ = step(first, FactFixtures.reminded()).in(stores().referrals());

    assertThat(stores().waits().find(ID)).contains(parked(1, ONE));
  }

  @Test
  default void a_wait_is_postponed_by_its_own_leg_only() {
    var _ = submitted(1);
    var _ = park(1, ONE);

    assertThat(stores().waits().postpone(ID, 2, TWO)).isFalse();
    assertThat(stores().waits().find(ID)).contains(parked(1, ONE));
    assertThat(stores().waits().postpone(ID, 1, TWO)).isTrue();
    assertThat(stores().waits().find(ID)).contains(parked(1, TWO));
  }

  @Test
  default void a_wait_is_removed_by_its_own_leg_only() {
    var _ = submitted(1);

    stores().waits().remove(ID, 2);
    assertThat(stores().waits().find(ID)).isPresent();
    stores().waits().remove(ID, 1);
    assertThat(stores().waits().find(ID)).isEmpty();
    stores().waits().remove(ID, 1);
  }

  @Test
  default void what_is_overdue_comes_earliest_first() {
    for (var number = 1; number <= 8; number++) {
      var wakeAt = NOON.minusSeconds(number);
      var _ =
          submission(particulars(number)).with(new Timer.Until(wakeAt)).in(stores().referrals());
    }

    assertThat(stores().waits().overdue(NOON.minusSeconds(3), 10))
        .extracting(Wait::referral)
        .containsExactly(
            FakeIds.referral(8),
            FakeIds.referral(7),
            FakeIds.referral(6),
            FakeIds.referral(5),
            FakeIds.referral(4),
            FakeIds.referral(3));
    assertThat(stores().waits().overdue(NOON.minusSeconds(9), 10)).isEmpty();
    assertThat(stores().waits().overdue(Instant.MAX, Integer.MAX_VALUE)).hasSize(8);
  }
}
