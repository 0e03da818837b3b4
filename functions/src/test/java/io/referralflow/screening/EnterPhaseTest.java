package io.referralflow.screening;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Stamp;
import io.referralflow.port.OperationId;
import io.referralflow.programme.Phase;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.Procedure;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Passage;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.referral.TimelineEntry.Kind;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.screening.EnterPhase.Passing;
import io.referralflow.staff.Role;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Moving a referral through the phases of its procedure by hand.
class EnterPhaseTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  private static Phase phase(int number) {
    return Procedure.STANDARD.phases().get(number);
  }

  private static Passing moved(StateName state, int phase, Instant since) {
    return new Passing.Passed(state, new Passage(phase(phase), since, Optional.empty()));
  }

  @Test
  void a_recruiter_moves_it_on_and_the_move_says_who_and_when() {
    world.accepts(sam);
    world.pass(Duration.ofHours(2));

    assertThat(world.move(RUBEN, sam, "interview"))
        .isEqualTo(moved(StateName.HIRING, 1, NOW.plus(Duration.ofHours(2))));
    world.pass(Duration.ofHours(2));
    assertThat(world.move(PETRA, sam, "offer"))
        .isEqualTo(moved(StateName.HIRING, 2, NOW.plus(Duration.ofHours(4))));

    var at = NOW.plus(Duration.ofHours(4));
    assertThat(world.facts(sam))
        .last()
        .isEqualTo(new Fact.PhaseEntered(at, PETRA.id(), new PhaseId("offer"), new Stamp(at, "")));
    world.assertSound();
  }

  @Test
  void passing_the_screening_is_told_to_the_referrer_as_the_decision_is() {
    world.accepts(sam);
    world.moves(RUBEN, sam, "interview");
    world.moves(RUBEN, sam, "offer");

    assertThat(Told.mails(world, sam))
        .filteredOn(mail -> mail.contains("advanced"))
        .containsExactly("2026-03-02 advanced to emma");
    assertThat(world.visited(sam, 1)).contains("Await Hire");
  }

  @Test
  void the_referrer_sees_the_phase_on_the_timeline() {
    world.accepts(sam);
    world.moves(RUBEN, sam, "offer");

    var seen = world.seenBy(EMMA, sam).timeline();
    assertThat(seen).last().extracting(TimelineEntry::kind).isEqualTo(Kind.PHASE_ENTERED);
    assertThat(seen.getLast().phase()).contains(phase(2));
  }

  @Test
  void where_it_is_already_it_stays_since_when_it_is_there() {
    world.accepts(sam);
    assertThat(world.move(RUBEN, sam, "screening")).isEqualTo(moved(StateName.SCREENING, 0, NOW));
    world.moves(RUBEN, sam, "interview");
    world.pass(Duration.ofHours(1));

    assertThat(world.move(ROSA, sam, "interview")).isEqualTo(moved(StateName.HIRING, 1, NOW));
    assertThat(world.facts(sam)).filteredOn(Fact.PhaseEntered.class::isInstance).hasSize(1);
  }

  @Test
  void it_can_be_moved_back() {
    world.accepts(sam);
    world.advances(RUBEN, sam);
    world.pass(Duration.ofHours(1));

    assertThat(world.move(RUBEN, sam, "screening"))
        .isEqualTo(moved(StateName.HIRING, 0, NOW.plus(Duration.ofHours(1))));
  }

  @Test
  void a_recruiter_counts_also_where_hrs_clock_is_ahead() {
    world.accepts(sam);
    var ahead = NOW.plus(Duration.ofHours(3));
    var steps = new Steps(world.ports().referrals(), world.ports().clock());
    var said =
        new Fact.PhaseEntered(NOW, RUBEN.id(), new PhaseId("offer"), new Stamp(ahead, "event-1"));
    assertThat(steps.take(sam, new OperationId("hr"), (_, _) -> Ruling.record(said, true)))
        .contains(true);

    assertThat(world.move(RUBEN, sam, "interview"))
        .isEqualTo(moved(StateName.HIRING, 1, ahead.plusMillis(1)));
  }

  @Test
  void only_recruiters_and_programme_managers_move_and_nobody_their_own() {
    world.accepts(sam);
    var recruiting = People.as(EMMA, Role.RECRUITER);

    assertThat(world.move(FATIMA, sam, "interview")).isEqualTo(new Passing.NotAllowed());
    assertThat(world.move(EMMA, sam, "interview")).isEqualTo(new Passing.NotAllowed());
    assertThat(world.move(recruiting, sam, "interview")).isEqualTo(new Passing.OwnReferral());
    assertThat(world.facts(sam)).hasSize(2);
  }

  @Test
  void a_phase_that_is_not_in_the_procedure_is_refused() {
    world.accepts(sam);

    assertThat(world.move(RUBEN, sam, "assessment")).isEqualTo(new Passing.UnknownPhase());
    assertThat(world.move(RUBEN, new ReferralId("r0000000000000000000000099"), "offer"))
        .isEqualTo(new Passing.NotFound());
  }

  @Test
  void nobody_is_moved_before_the_yes_after_the_hire_or_the_end() {
    assertThat(world.move(RUBEN, sam, "interview")).isEqualTo(new Passing.WrongState());
    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    world.accepts(ada);
    world.rejects(RUBEN, ada, RejectionReason.SKILLS);
    assertThat(world.move(RUBEN, ada, "interview")).isEqualTo(new Passing.WrongState());
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
    assertThat(world.move(RUBEN, sam, "interview")).isEqualTo(new Passing.WrongState());
  }

  @Test
  void the_decision_to_advance_is_the_same_as_leaving_the_first_phase() {
    world.accepts(sam);
    world.moves(RUBEN, sam, "interview");

    assertThat(world.decide(ROSA, sam, new Decision.Advance()))
        .isEqualTo(new Deciding.Decided(StateName.HIRING));
    assertThat(world.facts(sam)).noneMatch(Fact.Advanced.class::isInstance);
  }

  @Test
  void changed_settings_hold_for_new_referrals_and_leave_running_ones_their_phases() {
    world.accepts(sam);
    var talk = new Phase(new PhaseId("talk"), "Kennismaking", "First talk");
    var terms = new Phase(new PhaseId("terms"), "Voorwaarden", "Terms");
    var programmes = world.ports().programmes();
    programmes.save(
        programmes.settings().orElseThrow().with(new Procedure(List.of(talk, terms))),
        PETRA.id(),
        world.now());
    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    world.accepts(ada);

    assertThat(world.move(RUBEN, sam, "interview")).isEqualTo(moved(StateName.HIRING, 1, NOW));
    assertThat(world.move(RUBEN, sam, "talk")).isEqualTo(new Passing.UnknownPhase());
    assertThat(world.move(RUBEN, ada, "talk"))
        .isEqualTo(
            new Passing.Passed(StateName.SCREENING, new Passage(talk, NOW, Optional.empty())));
    assertThat(world.move(RUBEN, ada, "terms"))
        .isEqualTo(new Passing.Passed(StateName.HIRING, new Passage(terms, NOW, Optional.empty())));
  }
}
