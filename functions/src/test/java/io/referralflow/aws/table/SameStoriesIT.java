package io.referralflow.aws.table;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.referral.Referral;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whole stories, told to memory and table at once: both answer alike at every step.
class SameStoriesIT {

  private static final String BEGINNING = "2026-03-02T09:15";

  private final LocalTable table = LocalTable.fresh();
  private final Twin twin = new Twin(table);
  private final World world = World.on(BEGINNING, twin::beside);

  SameStoriesIT() {
    copy(world.store().programmes(), table.programmes());
  }

  static void copy(Programmes from, Programmes to) {
    var by = PETRA.id();
    var at = Instant.parse("2026-03-01T09:00:00Z");
    from.terms(at).ifPresent(terms -> assertThat(to.publish(terms, by)).isTrue());
    from.settings().ifPresent(settings -> to.save(settings, by, at));
    for (var vacancy : from.vacancies(new Page.Request(100, Optional.empty())).items()) {
      assertThat(to.save(vacancy, by, at)).isTrue();
    }
  }

  @Test
  void several_referrers_and_a_hire_that_moves_and_ends_early() {
    var emmas = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    var joriss = world.refers(JORIS, "sam@example.org", DATA_ENGINEER);
    var _ = world.submit(EMMA, "sam@example.org", JAVA_ENGINEER, Optional.empty());
    world.accepts(emmas);
    world.goTo("2026-03-05T11:00");
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
    world.hears(startMoved("HR-2041", "2026-06-01"));
    world.goTo("2026-06-02T07:00");
    world.hears(left("HR-2041", "2026-06-20"));
    world.goTo("2026-09-01T07:00");

    world.assertSound();
    assertThat(world.referral(joriss)).isInstanceOf(Referral.AlreadyKnown.class);
  }

  @Test
  void silence_rejection_withdrawal_and_what_is_left_of_them() {
    var silent = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    var rejected = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    var withdrawn = world.refers(JORIS, "lee@example.org", JAVA_ENGINEER);
    var takenBack = world.refers(JORIS, "max@example.org", JAVA_ENGINEER);
    world.accepts(rejected);
    world.rejects(RUBEN, rejected, RejectionReason.SKILLS);
    world.withdraws(withdrawn);
    world.takesBack(JORIS, takenBack);
    world.declines(world.refers(JORIS, "max@example.org", JAVA_ENGINEER));
    world.goTo("2026-03-20T07:00");
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
    world.refuses(PETRA, silent);
    world.goTo("2026-05-20T07:00");

    world.assertSound();
    assertThat(table.candidates().findAll(world.store().everyReferral())).isEmpty();
  }

  @Test
  void hires_that_are_no_referrals_and_a_referral_that_comes_late() {
    world.hearsInVain(hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.hearsInVain(startMoved("HR-2", "2026-05-01"));
    world.goTo("2026-03-03T09:00");
    var late = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.goTo("2026-03-04T09:00");
    world.allows(PETRA, late);
    world.hears(cancelled("HR-1"));
    world.goTo("2026-04-20T09:00");

    world.assertSound();
  }

  @Test
  void a_hire_entered_by_hand_counts_once_agreed() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.accepts(sam);
    world.enters(RUBEN, hired("HR-2041", "2026-05-01").of("sam@example.org").named("by-hand"));
    world.agrees(ROSA, "by-hand");
    world.enters(RUBEN, startMoved("HR-2041", "2026-05-04").named("never-agreed"));
    world.goTo("2026-05-10T09:00");

    world.assertSound();
  }

  @Test
  void all_executions_are_lost_and_the_stream_stops_for_a_while() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.accepts(sam);
    world.streamStops();
    world.advances(RUBEN, sam);
    world.losesAllExecutions();
    world.streamIsLost();
    world.streamFlows();
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
    world.losesAllExecutions();
    world.goTo("2026-07-02T09:00");

    world.assertSound();
  }

  @Test
  void payouts_are_frozen_for_a_while() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
    var brake = world.ports().brake();
    var by = Optional.of(FATIMA.id());
    var _ = brake.pull(new Pull(Cause.OPERATOR, Optional.empty(), by, "A question.", world.now()));
    world.goTo("2026-05-10T09:00");
    var _ = brake.thaw(new Thaw(PETRA.id(), "Answered.", world.now()), Optional.empty());
    world.goTo("2026-05-12T09:00");

    world.assertSound();
    assertThat(brake.changes(new Page.Request(10, Optional.empty())).items()).hasSize(2);
    assertThat(Told.ledger(world, sam))
        .containsExactly("2026-05-11T06:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29");
  }

  @Test
  void the_programme_is_read_alike() {
    assertThat(world.ports().programmes().settings()).contains(Programme.settings());
    assertThat(world.ports().programmes().terms(world.now())).isPresent();
    assertThat(
            world.ports().programmes().vacancies(new Page.Request(100, Optional.empty())).items())
        .containsExactlyInAnyOrderElementsOf(Programme.vacancies());
  }
}
