package io.referralflow.aws.table;

import static io.referralflow.fake.ChangeFixture.NOON;
import static io.referralflow.fake.ChangeFixture.notice;
import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.candidate.PersonKey;
import io.referralflow.fake.FakeIds;
import io.referralflow.hire.HrEvent;
import io.referralflow.letter.LetterKind;
import io.referralflow.message.ProgrammeNotice.ActionEnded;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Outbox;
import io.referralflow.port.Page;
import io.referralflow.port.Post;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.referral.FactFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One row that cannot be read, in each of upkeep's lists whose rows may: it is in nobody's way. A
/// mail is on the failure list once and comes back a day later, when a release may be there that
/// can read it.
class UnreadableRowsIT {

  private static final Instant LATE = NOON.plus(Duration.ofHours(1));
  private static final Instant A_DAY_LATER = LATE.plus(Duration.ofDays(1));
  private static final String NEWER = "from-a-newer-release";

  private final LocalTable table = LocalTable.fresh();

  /// @return what the row said before
  private Attributes spoil(Key key, String name) {
    var row = table.table().get(key).orElseThrow();
    write(row.without(name).text(name, NEWER));
    return row;
  }

  private void write(Attributes row) {
    var _ = table.table().write(new Write.Put(row, Condition.NONE));
  }

  private void mend(Attributes row, String name) {
    var standing = table.table().get(row.key()).orElseThrow();
    write(standing.without(name).and(row.without("listKey").without("listOrder")));
  }

  private List<Failure> failures() {
    return table.failures().list(new Page.Request(10, Optional.empty())).items();
  }

  private static Failure fault(String id) {
    return new Failure(id, Kind.MAIL, "fault", LATE, Optional.empty());
  }

  @Test
  void a_notice_holds_up_no_other() {
    for (var number : List.of(1, 2)) {
      var _ =
          submission(particulars(number))
              .at(NOON)
              .with(notice(1, LetterKind.RECEIVED, NOON))
              .in(table.referrals());
    }
    var first = FakeIds.referral(1);
    var row = spoil(Key.notice(first, 1), "kind");

    for (var run = 1; run <= 2; run++) {
      assertThat(table.outbox().overdue(LATE, 10))
          .extracting(Outbox.Overdue::referral)
          .containsExactly(FakeIds.referral(2));
    }
    assertThat(failures()).containsExactly(fault("mail-" + first.value() + "-1"));
    mend(row, "kind");
    assertThat(table.outbox().overdue(A_DAY_LATER.minusSeconds(1), 10)).hasSize(1);
    assertThat(table.outbox().overdue(A_DAY_LATER, 10))
        .extracting(Outbox.Overdue::referral)
        .containsExactly(FakeIds.referral(2), first);
  }

  @Test
  void a_mail_of_the_programme_leaves_its_place_to_the_next() {
    var spring = new ActionEnded(new ProgrammeId("spring"), LocalDate.parse("2026-03-01"));
    var autumn = new ActionEnded(new ProgrammeId("autumn"), LocalDate.parse("2026-03-01"));
    table.post().add(spring, NOON);
    table.post().add(autumn, NOON.plusSeconds(1));
    var row = spoil(Key.post(spring.id()), "kind");

    assertThat(table.post().overdue(LATE, 1)).isEmpty();
    assertThat(table.post().overdue(LATE, 1))
        .extracting(Post.Overdue::id)
        .containsExactly(autumn.id());
    assertThat(failures()).containsExactly(fault("mail-" + spring.id()));
    mend(row, "kind");
    assertThat(table.post().overdue(A_DAY_LATER, 10))
        .extracting(Post.Overdue::id)
        .containsExactly(autumn.id(), spring.id());
  }

  @Test
  void a_report_is_listed_by_its_number_and_forgotten_with_its_persons_key() {
    var person = new PersonKey("1.sam");
    var report = FactFixtures.hired().report();
    var event =
        new HrEvent("hr.example", "event#1", "1.hash", report, Optional.empty(), Optional.empty());
    var _ = table.hrReports().receive(event, Optional.of(person), NOON);
    var _ = spoil(Key.report(report.employee(), event.id()), "event");

    assertThat(table.hrReports().unfinished(LATE, 10)).containsExactly(report.employee());
    assertThat(table.hrReports().forgetUnmatched(LATE, 10)).isEqualTo(1);
    assertThat(table.persons().find(person).hires()).isEmpty();
  }
}
