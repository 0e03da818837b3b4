package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.step;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.port.BadCursor;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Change;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Brake.Standing;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.port.Committed;
import io.referralflow.port.Page;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.FactFixtures;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the brake promises, wherever it is stored.
public interface BrakeContract {

  EmployeeId FATIMA = new EmployeeId("fatima");
  EmployeeId PETRA = new EmployeeId("petra");

  Pull BY_HAND =
      new Pull(
          Cause.OPERATOR,
          Optional.empty(),
          Optional.of(FATIMA),
          "The bank called.",
          Instant.parse("2026-03-02T13:00:00Z"));
  Pull BROKEN =
      new Pull(
          Cause.BROKEN_RECORD,
          Optional.of(FakeIds.referral(1)),
          Optional.empty(),
          "A fact was changed.",
          Instant.parse("2026-03-02T14:00:00Z"));
  Thaw THAW = new Thaw(PETRA, "The bank was wrong.", Instant.parse("2026-03-02T15:00:00Z"));

  Stores stores();

  private Page<Change> changes(int limit, Optional<String> cursor) {
    return stores().brake().changes(new Page.Request(limit, cursor));
  }

  private Snapshot atWork(int number) {
    var referrals = stores().referrals();
    var submitted = submission(particulars(number)).in(referrals);
    return step(submitted, FactFixtures.accepted(), FactFixtures.hired()).in(referrals);
  }

  private Committed release(Snapshot snapshot) {
    return stores().referrals().commit(step(snapshot, FactFixtures.firstReleased()).make());
  }

  @Test
  default void at_first_payouts_flow() {
    assertThat(stores().brake().standing()).isEqualTo(new Standing(0, List.of()));
    assertThat(stores().brake().standing().isFrozen()).isFalse();
    assertThat(changes(10, Optional.empty())).isEqualTo(new Page<>(List.of(), Optional.empty()));
    assertThat(release(atWork(1))).isInstanceOf(Committed.Done.class);
  }

  @Test
  default void reasons_stand_side_by_side_until_somebody_thaws() {
    assertThat(stores().brake().pull(BY_HAND)).isEqualTo(new Standing(1, List.of(BY_HAND)));
    assertThat(stores().brake().pull(BROKEN)).isEqualTo(new Standing(2, List.of(BY_HAND, BROKEN)));
    assertThat(stores().brake().standing()).isEqualTo(new Standing(2, List.of(BY_HAND, BROKEN)));

    assertThat(stores().brake().thaw(THAW, Optional.empty())).contains(new Standing(3, List.of()));
    assertThat(stores().brake().standing()).isEqualTo(new Standing(3, List.of()));
  }

  @Test
  default void every_change_is_kept_newest_first() {
    var _ = stores().brake().pull(BY_HAND);
    var _ = stores().brake().pull(BROKEN);
    var _ = stores().brake().thaw(THAW, Optional.empty());

    var first = changes(2, Optional.empty());

    assertThat(first.items()).containsExactly(new Change.Thawed(THAW), new Change.Pulled(BROKEN));
    assertThat(changes(2, first.next()))
        .isEqualTo(new Page<>(List.of(new Change.Pulled(BY_HAND)), Optional.empty()));
    assertThatThrownBy(() -> changes(2, Optional.of("forged"))).isInstanceOf(BadCursor.class);
  }

  @Test
  default void the_same_reason_is_noted_once() {
    var _ = stores().brake().pull(BY_HAND);
    var _ = stores().brake().pull(BROKEN);

    var later = Instant.parse("2026-03-03T13:00:00Z");
    var again =
        stores()
            .brake()
            .pull(
                new Pull(
                    Cause.BROKEN_RECORD,
                    Optional.of(FakeIds.referral(1)),
                    Optional.empty(),
                    "Worse.",
                    later));
    var _ =
        stores()
            .brake()
            .pull(
                new Pull(
                    Cause.OPERATOR,
                    Optional.empty(),
                    Optional.of(FATIMA),
                    "The bank called.",
                    later));

    assertThat(again).isEqualTo(new Standing(2, List.of(BY_HAND, BROKEN)));
    assertThat(stores().brake().standing()).isEqualTo(again);
    assertThat(changes(10, Optional.empty()).items()).hasSize(2);
  }

  @Test
  default void another_word_and_another_referral_are_other_reasons() {
    var second =
        new Pull(
            Cause.BROKEN_RECORD,
            Optional.of(FakeIds.referral(2)),
            Optional.empty(),
            "A fact was changed.",
            NOON);
    var word =
        new Pull(Cause.OPERATOR, Optional.empty(), Optional.of(FATIMA), "The auditor too.", NOON);
    var _ = stores().brake().pull(BY_HAND);
    var _ = stores().brake().pull(BROKEN);
    var _ = stores().brake().pull(second);

    assertThat(stores().brake().pull(word))
        .isEqualTo(new Standing(4, List.of(BY_HAND, BROKEN, second, word)));
  }

  @Test
  default void fifty_reasons_say_enough() {
    IntStream.rangeClosed(1, 60)
        .mapToObj(FakeIds::referral)
        .forEach(id -> {
          var _ =
              stores()
                  .brake()
                  .pull(
                      new Pull(
                          Cause.DIFFERENCE,
                          Optional.of(id),
                          Optional.empty(),
                          "Another day.",
                          NOON));
        });

    assertThat(stores().brake().standing().pulls()).hasSize(50);
    assertThat(stores().brake().standing().version()).isEqualTo(50);
  }

  @Test
  default void a_thaw_of_what_flows_changes_nothing() {
    assertThat(stores().brake().thaw(THAW, Optional.empty())).contains(new Standing(0, List.of()));
    assertThat(changes(10, Optional.empty()).items()).isEmpty();
  }

  @Test
  default void a_thaw_by_somebody_who_saw_less_is_refused() {
    var seen = stores().brake().pull(BY_HAND);
    var _ = stores().brake().pull(BROKEN);

    assertThat(stores().brake().thaw(THAW, Optional.of(seen.version()))).isEmpty();
    assertThat(stores().brake().standing().isFrozen()).isTrue();
    assertThat(stores().brake().thaw(THAW, Optional.of(2L))).contains(new Standing(3, List.of()));
  }

  @Test
  default void nothing_is_released_while_payouts_are_frozen() {
    var snapshots = IntStream.rangeClosed(1, 24).mapToObj(this::atWork).toList();
    var _ = stores().brake().pull(BROKEN);

    assertThat(snapshots)
        .allSatisfy(snapshot -> assertThat(release(snapshot)).isEqualTo(new Committed.Frozen()));
    assertThat(stores().referrals().find(FakeIds.referral(1))).contains(snapshots.getFirst());

    var _ = stores().brake().thaw(THAW, Optional.empty());
    assertThat(snapshots)
        .allSatisfy(snapshot -> assertThat(release(snapshot)).isInstanceOf(Committed.Done.class));
  }

  @Test
  default void what_was_released_before_is_known_as_done_while_payouts_are_frozen() {
    var snapshot = atWork(1);
    var released = release(snapshot);
    var _ = stores().brake().pull(BROKEN);

    assertThat(release(snapshot)).isEqualTo(released).isInstanceOf(Committed.Done.class);
  }

  @Test
  default void everything_else_goes_on_while_payouts_are_frozen() {
    var _ = stores().brake().pull(BROKEN);
    var snapshot = atWork(1);

    assertThat(stores().referrals().commit(step(snapshot, FactFixtures.withdrawn()).make()))
        .isInstanceOf(Committed.Done.class);
  }

  @Test
  default void an_older_release_is_stale_rather_than_frozen() {
    var snapshot = atWork(1);
    var _ = step(snapshot, FactFixtures.withdrawn()).in(stores().referrals());
    var _ = stores().brake().pull(BROKEN);

    var late = step(snapshot, FactFixtures.firstReleased()).named("late").make();
    assertThat(stores().referrals().commit(late)).isEqualTo(new Committed.Stale());
  }
}
