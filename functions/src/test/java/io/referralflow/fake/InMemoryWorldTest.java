package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static io.referralflow.fake.ChangeFixture.notice;
import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.step;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.InMemoryWorld.Streamed;
import io.referralflow.letter.LetterKind;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.StateName;
import org.junit.jupiter.api.Test;

/// The world in memory keeps every contract, and streams what it writes.
class InMemoryWorldTest
    implements ReferralsContract,
        WaitsContract,
        OutboxContract,
        PostContract,
        HrReportsContract,
        PersonsContract,
        PeopleContract,
        DirectoryContract,
        FailuresContract,
        EntriesContract,
        PointsContract,
        BrakeContract,
        ChroniclesContract,
        ProgrammesContract {

  private final InMemoryWorld world = new InMemoryWorld();

  @Override
  public Stores stores() {
    return world;
  }

  @Test
  void streams_what_is_written() {
    var first =
        submission(particulars(1)).with(notice(1, LetterKind.RECEIVED, NOON)).in(world.referrals());
    var _ = step(first, FactFixtures.accepted()).waking().in(world.referrals());

    assertThat(world.takeStream())
        .containsExactly(
            new Streamed.Head(FakeIds.referral(1), 1, StateName.INVITED, 1, 1, 0),
            new Streamed.Mail(FakeIds.referral(1), 1),
            new Streamed.Head(FakeIds.referral(1), 1, StateName.SCREENING, 2, 1, 2));
    assertThat(world.takeStream()).isEmpty();
  }

  @Test
  void streams_the_programmes_mail_while_it_is_ready() {
    world.post().add(PostContract.SPRING, NOON);
    world.post().add(PostContract.SPRING, NOON);
    var _ = world.post().claim(PostContract.SPRING_ID, NOON, NOON.plusSeconds(300));

    assertThat(world.takeStream())
        .containsExactly(new Streamed.ProgrammeMail(PostContract.SPRING_ID));
  }
}
