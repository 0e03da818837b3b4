package io.referralflow.delivery;

import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.fake.InMemoryWorld.StoredPost;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Programme.Status;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Scope;
import io.referralflow.scenario.Postbox.Received;
import io.referralflow.scenario.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What becomes of a mail of the programme, whatever the mail service answers.
class SendProgrammeNoticeTest {

  private static final String ID = "action-ended-spring-2026-03-31";

  private final World world = World.on("2026-03-02T09:15");

  /// Petra's action ends on 31 March; the world is at the next morning, before upkeep.
  private void anActionEnds() {
    var _ = world.refers(PETRA, "ann@example.org", JAVA_ENGINEER);
    var programmes = world.ports().programmes();
    var action =
        new Programme(
            new ProgrammeId("spring"),
            "Spring",
            Audience.INTERNAL,
            Scope.EVERYBODY,
            LocalDate.parse("2026-03-01"),
            Optional.of(LocalDate.parse("2026-03-31")),
            Set.of(),
            Status.PUBLISHED,
            List.of(),
            Optional.of(PETRA.id()));
    assertThat(programmes.save(programmes.portfolio().with(action), action, world.now())).isTrue();
    world.goTo("2026-04-01T05:59");
    world.hourly();
  }

  private List<Received> mails() {
    return world.postbox().received().stream().filter(mail -> mail.reference().equals(ID)).toList();
  }

  private StoredPost stored() {
    return world.store().posted().getFirst();
  }

  @Test
  void it_is_handed_over_once_with_the_notices_id() {
    anActionEnds();
    world.goTo("2026-04-01T06:00");
    world.product().sendProgrammeNotice.execute(ID);
    world.product().sendProgrammeNotice.execute("action-ended-spring-2026-04-30");
    world.goTo("2026-04-03T07:00");

    assertThat(mails()).extracting(Received::at).containsExactly(World.moment("2026-04-01T06:00"));
    assertThat(stored().state()).isEqualTo(MailState.SENT);
    assertThat(stored().note()).isNotEmpty();
  }

  @Test
  void what_cannot_be_handed_over_now_is_tried_again_after_a_while() {
    anActionEnds();
    world.postbox().answerNext(new Handover.TryLater("throttled"));
    world.goTo("2026-04-01T06:00");
    assertThat(mails()).isEmpty();
    assertThat(stored().dueAt()).isEqualTo(World.moment("2026-04-01T06:01"));

    world.goTo("2026-04-01T07:00");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void what_is_refused_needs_a_person() {
    anActionEnds();
    world.postbox().answerNext(new Handover.Refused("rejected"));
    world.goTo("2026-04-02T07:00");

    assertThat(mails()).isEmpty();
    assertThat(world.failures()).containsExactly("mail mail-refused");
  }

  @Test
  void what_may_have_been_handed_over_is_sent_again_with_the_same_reference() {
    anActionEnds();
    world.postbox().answerNext(new Handover.Unknown("lost"));
    world.goTo("2026-04-01T06:00");
    assertThat(stored().state()).isEqualTo(MailState.SENDING);

    world.goTo("2026-04-01T08:00");
    assertThat(mails()).hasSizeBetween(1, 2);
    assertThat(stored().state()).isEqualTo(MailState.SENT);
    assertThat(stored().attempt()).isEqualTo(2);
  }

  @Test
  void a_lost_stream_is_made_good_by_upkeep() {
    anActionEnds();
    world.streamStops();
    world.goTo("2026-04-01T06:00");
    world.streamIsLost();
    assertThat(mails()).isEmpty();

    world.goTo("2026-04-01T07:00");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void what_is_about_nothing_is_dropped() {
    world
        .ports()
        .post()
        .add(
            new ProgrammeNotice.ActionEnded(
                new ProgrammeId("unheard-of"), LocalDate.parse("2026-03-31")),
            world.now());
    world.settle();

    assertThat(stored().state()).isEqualTo(MailState.DROPPED);
    assertThat(stored().note()).isEqualTo("overtaken");
    assertThat(world.failures()).isEmpty();
  }
}
