package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.HrNumber;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.message.ProgrammeNotice.TermsChanged;
import io.referralflow.message.ProgrammeNotice.TermsRound;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Page;
import io.referralflow.port.Post;
import io.referralflow.port.Post.Announcement;
import io.referralflow.port.Post.Claimed;
import io.referralflow.port.Post.Overdue;
import io.referralflow.programme.ProgrammeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the programme's own post promises, wherever it is stored.
public interface PostContract {

  ProgrammeNotice SPRING =
      new ProgrammeNotice.ActionEnded(new ProgrammeId("spring"), LocalDate.parse("2026-03-31"));
  String SPRING_ID = "action-ended-spring-2026-03-31";
  ProgrammeNotice AUTUMN =
      new ProgrammeNotice.ActionEnded(new ProgrammeId("autumn"), LocalDate.parse("2026-11-30"));
  Instant RUN_OUT = NOON.plusSeconds(1200);
  Instant NEXT_DAY = NOON.plusSeconds(86_400);

  Stores stores();

  private Post post() {
    return stores().post();
  }

  private Claimed springClaimed() {
    post().add(SPRING, NOON);
    return post().claim(SPRING_ID, NOON, RUN_OUT).orElseThrow();
  }

  private Optional<Claimed> claimed(Instant at) {
    return post().claim(SPRING_ID, at, at.plusSeconds(300));
  }

  private List<Overdue> late(Instant at) {
    return post().overdue(at, 10);
  }

  private List<Failure> given() {
    return stores().failures().list(new Page.Request(10, Optional.empty())).items();
  }

  @Test
  default void a_mail_of_the_programme_is_claimed_once() {
    assertThat(springClaimed()).isEqualTo(new Claimed(SPRING, 1));
    assertThat(claimed(NOON)).isEmpty();
  }

  @Test
  default void a_mail_of_the_programme_that_is_added_again_stays_as_it_is() {
    var claimed = springClaimed();

    post().add(SPRING, NOON.plusSeconds(60));
    assertThat(claimed(NOON.plusSeconds(60))).isEmpty();
    post().sent(claimed, "mail-1", NOON);
    post().add(SPRING, NEXT_DAY);

    assertThat(claimed(NEXT_DAY)).isEmpty();
    assertThat(late(NEXT_DAY.plusSeconds(900))).isEmpty();
  }

  @Test
  default void a_mail_of_the_programme_that_is_not_there_or_not_due_is_not_claimed() {
    post().add(SPRING, NOON);

    assertThat(post().claim("action-ended-autumn-2026-11-30", NOON, RUN_OUT)).isEmpty();
    assertThat(claimed(NOON.minusMillis(1))).isEmpty();
    assertThat(claimed(NOON)).isPresent();
  }

  @Test
  default void a_dropped_mail_of_the_programme_is_over_and_no_failure() {
    post().dropped(springClaimed(), "overtaken", NOON);

    assertThat(claimed(NEXT_DAY)).isEmpty();
    assertThat(late(NEXT_DAY)).isEmpty();
    assertThat(given()).isEmpty();
  }

  @Test
  default void a_mail_of_the_programme_that_was_put_back_is_tried_again_later() {
    post().putBack(springClaimed(), RUN_OUT);

    assertThat(claimed(RUN_OUT.minusMillis(1))).isEmpty();
    assertThat(late(RUN_OUT.minusMillis(1))).isEmpty();
    assertThat(late(RUN_OUT)).containsExactly(new Overdue(SPRING_ID, false, 1));
    assertThat(claimed(RUN_OUT)).contains(new Claimed(SPRING, 2));
  }

  @Test
  default void a_mail_of_the_programme_that_was_given_up_is_a_failure() {
    post().gaveUp(springClaimed(), "no-addressee", NOON);

    assertThat(claimed(NEXT_DAY)).isEmpty();
    assertThat(late(NEXT_DAY)).isEmpty();
    assertThat(given())
        .containsExactly(
            new Failure("mail-" + SPRING_ID, Kind.MAIL, "no-addressee", NOON, Optional.empty()));
  }

  @Test
  default void a_late_word_about_an_older_claim_of_a_programmes_mail_changes_nothing() {
    var old = springClaimed();
    post().putBack(old, RUN_OUT);
    assertThat(claimed(RUN_OUT)).isPresent();

    post().putBack(old, NOON);
    post().dropped(old, "overtaken", NOON);
    post().gaveUp(old, "mail-refused", NOON);

    assertThat(claimed(RUN_OUT)).isEmpty();
    assertThat(given()).isEmpty();
  }

  @Test
  default void the_stream_has_a_quarter_of_an_hour_for_the_programmes_mail() {
    post().add(SPRING, NOON);
    post().add(AUTUMN, NOON.plusSeconds(1));

    assertThat(late(NOON.plusSeconds(899))).isEmpty();
    assertThat(late(NOON.plusSeconds(901)))
        .containsExactly(
            new Overdue(SPRING_ID, false, 0),
            new Overdue("action-ended-autumn-2026-11-30", false, 0));
    assertThat(post().overdue(NOON.plusSeconds(901), 1))
        .containsExactly(new Overdue(SPRING_ID, false, 0));
  }

  @Test
  default void a_claim_of_a_programmes_mail_that_ran_out_is_unknown_and_sent_again() {
    var first = springClaimed();

    assertThat(late(RUN_OUT.minusMillis(1))).isEmpty();
    assertThat(late(RUN_OUT)).containsExactly(new Overdue(SPRING_ID, true, 1));
    late(RUN_OUT).forEach(overdue -> post().nudge(overdue, NEXT_DAY));
    assertThat(late(NEXT_DAY.minusMillis(1))).isEmpty();
    assertThat(claimed(RUN_OUT)).contains(new Claimed(SPRING, 2));

    post().sent(first, "mail-1", RUN_OUT);
    assertThat(late(NEXT_DAY.plusSeconds(86_400))).isEmpty();
  }

  @Test
  default void mails_that_tell_of_a_version_are_counted_by_what_became_of_them() {
    var round = TermsRound.first(2, TermsRound.Readers.OPEN);
    post().add(round, NOON);
    for (var i = 1; i <= 7; i++) {
      post().add(terms(2, i), NOON);
    }
    post().add(terms(3, 1), NOON);
    post().add(SPRING, NOON);
    assertThat(post().announcement(2)).isEqualTo(new Announcement(true, 0, 7, 0, 0));

    post().dropped(claimed(round), "done", NOON);
    post().sent(claimed(terms(2, 1)), "mail-1", NOON);
    post().sent(claimed(terms(2, 2)), "mail-2", NOON);
    post().dropped(claimed(terms(2, 3)), "overtaken", NOON);
    post().gaveUp(claimed(terms(2, 4)), "mail-refused", NOON);
    post().putBack(claimed(terms(2, 5)), NEXT_DAY);
    var _ = claimed(terms(2, 6));
    post().sent(springClaimed(), "mail-3", NOON);

    assertThat(post().announcement(2)).isEqualTo(new Announcement(false, 2, 3, 1, 1));
    assertThat(post().announcement(3)).isEqualTo(new Announcement(false, 0, 1, 0, 0));
    assertThat(post().announcement(1)).isEqualTo(new Announcement(false, 0, 0, 0, 0));
    assertThat(late(RUN_OUT)).extracting(Overdue::id).doesNotContain(terms(2, 1).id());
  }

  /// The mail may have been handed over by the claim that ran out.
  @Test
  default void a_mail_that_was_sent_after_all_counts_as_told_once() {
    post().add(terms(2, 1), NOON);
    var first = claimed(terms(2, 1));
    late(RUN_OUT).forEach(overdue -> post().nudge(overdue, NEXT_DAY));
    var second = post().claim(terms(2, 1).id(), RUN_OUT, NEXT_DAY).orElseThrow();

    post().gaveUp(second, "mail-refused", RUN_OUT);
    post().sent(first, "mail-1", RUN_OUT);

    assertThat(post().announcement(2)).isEqualTo(new Announcement(false, 1, 0, 0, 0));
  }

  private static TermsChanged terms(int version, int reader) {
    return new TermsChanged(version, Optional.of(new HrNumber("HR-" + reader)), Optional.empty());
  }

  private Claimed claimed(ProgrammeNotice notice) {
    return post().claim(notice.id(), NOON, RUN_OUT).orElseThrow();
  }

  @Test
  default void a_late_nudge_does_not_undo_a_newer_claim_of_a_programmes_mail() {
    var _ = springClaimed();
    var overdue = late(RUN_OUT).getFirst();
    post().nudge(overdue, NEXT_DAY);
    assertThat(claimed(RUN_OUT)).isPresent();

    post().nudge(overdue, NEXT_DAY);

    assertThat(claimed(RUN_OUT)).isEmpty();
  }
}
