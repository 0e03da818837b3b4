package io.referralflow.aws.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.Attributes;
import io.referralflow.fake.ChangeFixture;
import io.referralflow.fake.PostContract;
import io.referralflow.letter.LetterKind;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.ReferralFixtures;
import io.referralflow.referral.StateName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The stream's reader knows from the new image alone what to do.
class StreamedRowTest {

  private static final Snapshot SNAPSHOT =
      new Snapshot(
          ReferralFixtures.aReferralInScreening(),
          4,
          2,
          ChangeFixture.NOON,
          3,
          "hash",
          1,
          new OperationId("x"));

  /// As the stream is read: texts and numbers by name.
  private static Optional<StreamedRow> read(Attributes row) {
    Map<String, String> scalars = new TreeMap<>();
    row.values()
        .forEach((name, value) -> {
          if (value.s() != null) {
            scalars.put(name, value.s());
          }
          if (value.n() != null) {
            scalars.put(name, value.n());
          }
        });
    return StreamedRow.of(row.key().pk(), row.key().sk(), scalars);
  }

  private static Attributes head(boolean newLeg, boolean wakes) {
    return ReferralItem.submitted(SNAPSHOT.referral())
        .and(ReferralItem.step(SNAPSHOT, newLeg, wakes));
  }

  @Test
  void a_step_says_whether_a_leg_begins_or_is_woken() {
    assertThat(read(head(true, false)))
        .contains(new StreamedRow.Step(FactFixtures.REFERRAL, 2, StateName.SCREENING, true, false));
    assertThat(read(head(false, true)))
        .contains(new StreamedRow.Step(FactFixtures.REFERRAL, 2, StateName.SCREENING, false, true));
    assertThat(read(head(false, false)))
        .contains(
            new StreamedRow.Step(FactFixtures.REFERRAL, 2, StateName.SCREENING, false, false));
  }

  @Test
  void what_an_earlier_step_asked_for_is_over() {
    var row =
        head(false, false).and(Attributes.none().number("legVersion", 1).number("wakeVersion", 3));

    assertThat(read(row))
        .contains(
            new StreamedRow.Step(FactFixtures.REFERRAL, 2, StateName.SCREENING, false, false));
  }

  @Test
  void a_ready_notice_says_when_it_is_due() {
    var notice = ChangeFixture.notice(3, LetterKind.ACCEPTED, ChangeFixture.NOON);
    var row = NoticeItem.toItem(SNAPSHOT.referral().particulars(), notice, ChangeFixture.NOON);

    assertThat(read(row))
        .contains(new StreamedRow.Mail(FactFixtures.REFERRAL, 3, ChangeFixture.NOON));
    assertThat(read(row.and(NoticeItem.sent("mail-1", ChangeFixture.NOON)))).isEmpty();
  }

  @Test
  void a_ready_mail_of_the_programme_says_when_it_is_due() {
    var row = PostItem.toItem(PostContract.SPRING, ChangeFixture.NOON, ChangeFixture.NOON);

    assertThat(read(row))
        .contains(new StreamedRow.ProgrammeMail(PostContract.SPRING_ID, ChangeFixture.NOON));
    assertThat(read(row.and(NoticeItem.sent("mail-1", ChangeFixture.NOON)))).isEmpty();
  }

  @Test
  void the_failure_of_a_mail_has_the_mails_name_and_that_of_a_step_its_version() {
    var texts = Map.of("id", "told-50%#1", "version", "4");

    assertThat(StreamedRow.failure("POST#told-50%25%231", "MAIL", texts))
        .isEqualTo("mail-told-50%#1");
    assertThat(StreamedRow.failure("POST#told", "MAIL", Map.of())).isEqualTo("mail-told");
    assertThat(StreamedRow.failure("REFERRAL#r", "OUTBOX#000000003", texts)).isEqualTo("mail-r-3");
    assertThat(StreamedRow.failure("REFERRAL#r", "HEAD", texts)).isEqualTo("step-r-4");
    assertThat(StreamedRow.isMail("POST#told", "MAIL")).isTrue();
    assertThat(StreamedRow.isMail("REFERRAL#r", "OUTBOX#000000003")).isTrue();
    assertThat(StreamedRow.isMail("REFERRAL#r", "HEAD")).isFalse();
  }

  @Test
  void nobody_follows_any_other_row() {
    var fact =
        FactItem.toItem(FactFixtures.REFERRAL, 1, FactFixtures.accepted(), new OperationId("x"));

    assertThat(read(fact)).isEmpty();
  }
}
