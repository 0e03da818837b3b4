package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static io.referralflow.fake.ChangeFixture.notice;
import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.step;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.port.Companion;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Outbox;
import io.referralflow.port.Outbox.Claimed;
import io.referralflow.port.Outbox.Overdue;
import io.referralflow.port.Page;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What the outbox promises, wherever it is stored.
public interface OutboxContract {

  ReferralId ID = FakeIds.referral(1);
  Notice PAYOUT = new Notice(1, LetterKind.PAYOUT, OptionalInt.of(2), NOON);
  Instant DEADLINE = NOON.plusSeconds(1200);
  Instant TOMORROW = NOON.plusSeconds(86_400);

  Stores stores();

  private Outbox outbox() {
    return stores().outbox();
  }

  private Snapshot noticed(Notice... notices) {
    return submission(particulars(1)).at(NOON).with(notices).in(stores().referrals());
  }

  private static Claimed payoutClaimed(int attempt, boolean copy) {
    var particulars = particulars(1);
    return new Claimed(ID, particulars.referrer(), particulars.vacancy(), PAYOUT, attempt, copy);
  }

  private Claimed claimed() {
    return outbox().claim(ID, 1, NOON, DEADLINE).orElseThrow();
  }

  private List<Overdue> overdue(Instant at) {
    return outbox().overdue(at, 10);
  }

  private List<Failure> failures() {
    return stores().failures().list(new Page.Request(10, Optional.empty())).items();
  }

  @Test
  default void a_ready_notice_is_claimed_once() {
    var _ = noticed(PAYOUT);

    assertThat(outbox().claim(ID, 1, NOON, DEADLINE)).contains(payoutClaimed(1, false));
    assertThat(outbox().claim(ID, 1, NOON, DEADLINE)).isEmpty();
  }

  @Test
  default void a_notice_that_no_change_causes_is_added_once() {
    var _ = noticed(PAYOUT);
    var near = new Notice(900_000_002, LetterKind.PROMISE_NEAR, OptionalInt.of(2), NOON);

    outbox().add(particulars(1), near, NOON);
    outbox().add(particulars(1), near, NOON.plusSeconds(60));
    outbox().add(particulars(1), PAYOUT, NOON);
    assertThat(outbox().claim(ID, 900_000_002, NOON, DEADLINE)).map(Claimed::notice).contains(near);
    assertThat(overdue(NOON.plusSeconds(900))).containsExactly(new Overdue(ID, PAYOUT, false, 0));
  }

  @Test
  default void an_added_notice_is_looked_at_after_a_quarter_of_an_hour() {
    var _ = submission(particulars(1)).at(NOON).in(stores().referrals());
    outbox().add(particulars(1), PAYOUT, NOON);

    assertThat(overdue(NOON.plusSeconds(899))).isEmpty();
    assertThat(overdue(NOON.plusSeconds(900))).containsExactly(new Overdue(ID, PAYOUT, false, 0));
  }

  @Test
  default void what_is_not_there_or_not_due_is_not_claimed() {
    var _ = noticed(notice(1, LetterKind.ENDED, NOON.plusSeconds(1)));

    assertThat(outbox().claim(ID, 1, NOON, DEADLINE)).isEmpty();
    assertThat(outbox().claim(ID, 2, NOON, DEADLINE)).isEmpty();
    assertThat(outbox().claim(ID, 1, NOON.plusSeconds(1), DEADLINE)).isPresent();
  }

  @Test
  default void a_sent_notice_is_over() {
    var _ = noticed(PAYOUT);

    outbox().sent(claimed(), "mail-1", NOON);

    assertThat(outbox().claim(ID, 1, TOMORROW, TOMORROW)).isEmpty();
    assertThat(overdue(TOMORROW)).isEmpty();
  }

  @Test
  default void a_notice_is_marked_sent_with_a_step() {
    var snapshot = noticed(PAYOUT);
    var _ = claimed();

    var _ =
        step(snapshot, FactFixtures.accepted())
            .with(new Companion.NoticeSent(1, "mail-1"))
            .in(stores().referrals());

    assertThat(overdue(TOMORROW)).isEmpty();
  }

  @Test
  default void a_notice_that_was_handed_over_after_its_claim_ran_out_is_sent_nonetheless() {
    var _ = noticed(PAYOUT);
    var claimed = claimed();
    overdue(DEADLINE).forEach(late -> outbox().nudge(late, TOMORROW));

    outbox().sent(claimed, "mail-1", NOON);

    assertThat(outbox().claim(ID, 1, TOMORROW, TOMORROW)).isEmpty();
  }

  @Test
  default void a_dropped_notice_is_over_and_no_failure() {
    var _ = noticed(PAYOUT);

    outbox().dropped(claimed(), "overtaken", NOON);

    assertThat(outbox().claim(ID, 1, TOMORROW, TOMORROW)).isEmpty();
    assertThat(overdue(TOMORROW)).isEmpty();
    assertThat(failures()).isEmpty();
  }

  @Test
  default void a_notice_that_was_put_back_is_tried_again_later() {
    var _ = noticed(PAYOUT);

    outbox().putBack(claimed(), DEADLINE);

    assertThat(outbox().claim(ID, 1, DEADLINE.minusSeconds(1), TOMORROW)).isEmpty();
    assertThat(overdue(DEADLINE)).containsExactly(new Overdue(ID, PAYOUT, false, 1));
    assertThat(outbox().claim(ID, 1, DEADLINE, TOMORROW)).contains(payoutClaimed(2, false));
  }

  @Test
  default void a_notice_that_was_given_up_is_a_failure() {
    var _ = noticed(PAYOUT);

    outbox().gaveUp(claimed(), "mail-refused", NOON);

    assertThat(outbox().claim(ID, 1, TOMORROW, TOMORROW)).isEmpty();
    assertThat(overdue(TOMORROW)).isEmpty();
    assertThat(failures())
        .containsExactly(
            new Failure(
                "mail-" + ID.value() + "-1", Kind.MAIL, "mail-refused", NOON, Optional.empty()));
  }

  @Test
  default void a_late_word_about_an_older_claim_changes_nothing() {
    var _ = noticed(PAYOUT);
    var old = claimed();
    outbox().putBack(old, DEADLINE);
    var current = outbox().claim(ID, 1, DEADLINE, TOMORROW);

    outbox().putBack(old, NOON);
    outbox().dropped(old, "overtaken", NOON);
    outbox().gaveUp(old, "mail-refused", NOON);

    assertThat(current).isPresent();
    assertThat(outbox().claim(ID, 1, DEADLINE, TOMORROW)).isEmpty();
    assertThat(failures()).isEmpty();
  }

  @Test
  default void the_stream_has_a_quarter_of_an_hour_before_upkeep_looks() {
    var _ = noticed(PAYOUT);

    assertThat(overdue(NOON.plusSeconds(899))).isEmpty();
    assertThat(overdue(NOON.plusSeconds(900))).containsExactly(new Overdue(ID, PAYOUT, false, 0));
  }

  @Test
  default void a_notice_for_later_is_overdue_as_soon_as_it_is_due() {
    var later = notice(1, LetterKind.ENDED, TOMORROW);
    var _ = noticed(later);

    assertThat(overdue(TOMORROW.minusSeconds(1))).isEmpty();
    assertThat(overdue(TOMORROW)).containsExactly(new Overdue(ID, later, false, 0));
  }

  @Test
  default void a_claim_that_ran_out_is_unknown() {
    var _ = noticed(PAYOUT);
    var _ = claimed();

    assertThat(overdue(DEADLINE.minusSeconds(1))).isEmpty();
    assertThat(overdue(DEADLINE)).containsExactly(new Overdue(ID, PAYOUT, true, 1));
  }

  @Test
  default void a_claim_that_ran_out_is_looked_at_when_the_notice_would_have_been() {
    var _ = noticed(PAYOUT);
    assertThat(outbox().claim(ID, 1, NOON, NOON.plusSeconds(300))).isPresent();

    assertThat(overdue(NOON.plusSeconds(899))).isEmpty();
    assertThat(overdue(NOON.plusSeconds(900))).containsExactly(new Overdue(ID, PAYOUT, true, 1));
  }

  @Test
  default void an_overdue_notice_is_nudged_and_looked_at_later() {
    var _ = noticed(PAYOUT);
    var late = NOON.plusSeconds(900);

    overdue(late).forEach(notice -> outbox().nudge(notice, TOMORROW));

    assertThat(overdue(TOMORROW.minusSeconds(1))).isEmpty();
    assertThat(overdue(TOMORROW)).containsExactly(new Overdue(ID, PAYOUT, false, 0));
    assertThat(outbox().claim(ID, 1, late, DEADLINE)).contains(payoutClaimed(1, false));
  }

  @Test
  default void an_unknown_one_that_is_nudged_is_sent_as_a_copy() {
    var _ = noticed(PAYOUT);
    var _ = claimed();

    overdue(DEADLINE).forEach(notice -> outbox().nudge(notice, TOMORROW));

    assertThat(outbox().claim(ID, 1, DEADLINE, TOMORROW)).contains(payoutClaimed(2, true));
  }

  @Test
  default void a_late_nudge_does_not_undo_a_newer_claim() {
    var _ = noticed(PAYOUT);
    var _ = claimed();
    var late = overdue(DEADLINE).getFirst();
    outbox().nudge(late, TOMORROW);
    var _ = outbox().claim(ID, 1, DEADLINE, TOMORROW);

    outbox().nudge(late, TOMORROW);
    outbox().suspect(late, TOMORROW, DEADLINE);

    assertThat(outbox().claim(ID, 1, TOMORROW, TOMORROW)).isEmpty();
    assertThat(failures()).isEmpty();
  }

  @Test
  default void a_suspect_notice_is_a_failure_and_sent_as_a_copy_later() {
    var _ = noticed(PAYOUT);
    var _ = claimed();

    overdue(DEADLINE).forEach(notice -> outbox().suspect(notice, TOMORROW, DEADLINE));

    assertThat(failures())
        .containsExactly(
            new Failure(
                "mail-" + ID.value() + "-1",
                Kind.MAIL,
                "mail-unknown",
                DEADLINE,
                Optional.empty()));
    assertThat(outbox().claim(ID, 1, TOMORROW.minusSeconds(1), TOMORROW)).isEmpty();
    assertThat(overdue(TOMORROW)).containsExactly(new Overdue(ID, PAYOUT, false, 1));
    assertThat(outbox().claim(ID, 1, TOMORROW, TOMORROW.plusSeconds(300)))
        .contains(payoutClaimed(2, true));
  }

  @Test
  default void the_most_overdue_come_first() {
    var _ =
        noticed(
            notice(1, LetterKind.RECEIVED, NOON.plusSeconds(30)),
            notice(2, LetterKind.INVITATION, NOON.plusSeconds(20)),
            notice(3, LetterKind.ENDED, NOON.plusSeconds(10)));

    assertThat(outbox().overdue(TOMORROW, 2))
        .extracting(late -> late.notice().number())
        .containsExactly(3L, 2L);
  }
}
