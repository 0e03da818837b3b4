package io.referralflow.process;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.PersonKey;
import io.referralflow.fake.FakeExecutions;
import io.referralflow.fake.FakeExecutions.Woken;
import io.referralflow.port.Page;
import io.referralflow.port.Persons;
import io.referralflow.port.Waits.Wait;
import io.referralflow.programme.PublishTerms;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Parking an execution: store, then look.
class ParkExecutionTest {

  private static final String SAM = "sam@example.org";

  private final FakeExecutions executions = new FakeExecutions();
  private final World world =
      World.on("2026-03-02T09:15", ports -> ports.withExecutions(executions));

  private void parks(WaitingStep step, ReferralId id, int leg, String token) {
    world.product().parkExecution.execute(step, id, leg, token);
  }

  private Optional<Wait> wait(ReferralId id) {
    return world.store().waits().find(id);
  }

  @Test
  void stores_the_token_and_when_to_look() {
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    parks(WaitingStep.INVITE, sam, 1, "token-1");
    parks(WaitingStep.INVITE, sam, 1, "token-1");

    assertThat(wait(sam))
        .hasValue(
            new Wait(
                sam,
                1,
                Optional.of("invite"),
                Optional.of("token-1"),
                Instant.parse("2026-03-07T08:15:00Z")));
    assertThat(executions.woken()).isEmpty();
  }

  @Test
  void looks_on_the_day_on_which_a_referral_of_short_terms_is_over() {
    var terms = Programme.terms();
    var _ =
        new PublishTerms(world.ports().programmes(), Programme.workingDays(), world.ports().clock())
            .execute(
                new PublishTerms.Content(
                    terms.text(),
                    terms.levels(),
                    terms.instalments(),
                    terms.probationMonths(),
                    terms.promise(),
                    6),
                Optional.empty(),
                PETRA.id());
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    world.accepts(sam);
    parks(WaitingStep.AWAIT_SCREENING, sam, 1, "token-1");

    assertThat(wait(sam).map(Wait::wakeAt)).hasValue(Instant.parse("2026-12-01T07:15:00Z"));
  }

  @Test
  void completes_its_own_token_when_the_answer_is_there_already() {
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    world.accepts(sam);
    parks(WaitingStep.INVITE, sam, 1, "token-1");

    assertThat(executions.woken()).containsExactly(new Woken("token-1", "screening"));
    assertThat(wait(sam)).isPresent();
  }

  @Test
  void completes_and_takes_the_clock_away_when_all_is_over() {
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    world.accepts(sam);
    world.streamStops();
    world.rejects(RUBEN, sam, RejectionReason.OTHER);
    parks(WaitingStep.AWAIT_SCREENING, sam, 1, "token-1");

    assertThat(executions.woken()).containsExactly(new Woken("token-1", "rejected"));
    assertThat(wait(sam)).isEmpty();
  }

  @Test
  void completes_also_when_the_clock_is_gone() {
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    world.declines(sam);
    assertThat(wait(sam)).isEmpty();
    parks(WaitingStep.INVITE, sam, 1, "token-1");

    assertThat(executions.woken()).containsExactly(new Woken("token-1", "declined"));
    assertThat(wait(sam)).isEmpty();
  }

  @Test
  void of_a_leg_that_was_replaced_is_superseded() {
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    parks(WaitingStep.INVITE, sam, 2, "token-2");
    parks(WaitingStep.INVITE, new ReferralId("nosuchreferral000000000000"), 1, "token-3");

    assertThat(executions.woken())
        .containsExactly(new Woken("token-2", "superseded"), new Woken("token-3", "superseded"));
    assertThat(wait(sam).flatMap(Wait::token)).isEmpty();
  }

  @Test
  void finds_a_hire_that_was_reported_before_the_referral_came_in() {
    world.hearsInVain(hired("HR-1", "2026-05-01").of(SAM));
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    parks(WaitingStep.INVITE, sam, 1, "token-1");

    assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    assertThat(executions.woken()).containsExactly(new Woken("token-1", "payout"));
  }

  @Test
  void finds_it_where_a_later_leg_enters_too() {
    world.hearsInVain(hired("HR-1", "2026-05-01").of(SAM));
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    world.accepts(sam);
    world.upkeep(Upkeep.Run.RESTART);
    parks(WaitingStep.AWAIT_SCREENING, sam, 2, "token-1");

    assertThat(executions.woken()).containsExactly(new Woken("token-1", "payout"));
  }

  @Test
  void looks_no_more_at_a_later_step_of_the_first_leg() {
    world.hearsInVain(hired("HR-1", "2026-05-01").of(SAM));
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    world.accepts(sam);
    parks(WaitingStep.AWAIT_SCREENING, sam, 1, "token-1");

    assertThat(executions.woken()).isEmpty();
    assertThat(wait(sam))
        .hasValue(
            new Wait(
                sam,
                1,
                Optional.of("await-screening"),
                Optional.of("token-1"),
                Instant.parse("2026-12-26T08:15:00Z")));
  }

  @Test
  void without_a_clock_looks_for_no_hire() {
    world.hearsInVain(hired("HR-1", "2026-05-01").of(SAM));
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    world.store().waits().remove(sam, 1);
    parks(WaitingStep.INVITE, sam, 1, "token-1");

    assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);
    assertThat(executions.woken()).isEmpty();
  }

  @Test
  void replaced_while_it_looks_is_superseded() {
    var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    var interrupted =
        new ParkExecution(
            world.ports().referrals(),
            world.ports().waits(),
            new InterruptedPersons(world.ports().persons(), () -> world.upkeep(Upkeep.Run.RESTART)),
            world.product().applyApplicationEvent,
            world.product().applyReports,
            executions,
            world.ports().clock());
    interrupted.execute(WaitingStep.INVITE, sam, 1, "token-1");

    assertThat(executions.woken()).containsExactly(new Woken("token-1", "superseded"));
  }

  /// Persons during whose reading something else happens.
  private record InterruptedPersons(Persons sound, Runnable meanwhile) implements Persons {

    @Override
    public Person find(PersonKey key) {
      meanwhile.run();
      return sound.find(key);
    }

    @Override
    public Page<Referred> referred(Page.Request page) {
      return sound.referred(page);
    }

    @Override
    public int forgetExpired(Instant now, int limit) {
      return sound.forgetExpired(now, limit);
    }
  }
}
