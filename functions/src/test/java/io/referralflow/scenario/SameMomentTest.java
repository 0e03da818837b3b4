package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Referrals;
import io.referralflow.referral.Referral;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An event and a submission that arrive in the same millisecond still meet, whichever is first.
class SameMomentTest extends Story {

  @Test
  void the_event_is_first() {
    world.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    var sam = samIsReferred();

    assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
    assertThat(world.visited(sam, 1))
        .containsExactly(
            "Where To?",
            "Invite Candidate",
            "Candidate Answered?",
            "Plan Next Instalment",
            "More To Pay?",
            "Wait Until Due");
  }

  @Test
  void the_submission_is_first() {
    var sam = samIsReferred();
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
  }

  @Test
  void the_submission_is_first_but_its_execution_has_not_begun() {
    world.streamStops();
    var sam = samIsReferred();
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.streamFlows();

    assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
    assertThat(world.visited(sam, 1))
        .containsExactly(
            "Where To?",
            "Invite Candidate",
            "Candidate Answered?",
            "Plan Next Instalment",
            "More To Pay?",
            "Wait Until Due");
    assertThat(Told.mails(world, sam))
        .containsExactly(
            "2026-03-02 invitation to sam",
            "2026-03-02 received to emma",
            "2026-03-02 hired to emma");
  }

  /// The referral is written while the event looks for it: the event finds nothing, so that the
  /// referral must find the event.
  @Test
  void the_event_looks_just_before_the_referral_is_written() {
    var company =
        World.on(
            "2026-03-02T09:15",
            ports -> ports.withReferrals(new WrittenAfterTheEvent(ports.referrals())));
    var referrals = (WrittenAfterTheEvent) company.ports().referrals();
    referrals.event = () -> company.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    var sam = company.refers(EMMA, SAM, JAVA_ENGINEER);

    assertThat(company.referral(sam)).isInstanceOf(Referral.Hired.class);
    company.assertSound();
  }

  /// Storage in which an event arrives while the first submission is being written.
  private static final class WrittenAfterTheEvent implements FaultyReferrals {
    private final Referrals referrals;
    private Runnable event = () -> {};

    WrittenAfterTheEvent(Referrals referrals) {
      this.referrals = referrals;
    }

    @Override
    public Referrals sound() {
      return referrals;
    }

    @Override
    public Committed commit(Change change) {
      var now = event;
      event = () -> {};
      now.run();
      return referrals.commit(change);
    }
  }

  @Test
  void an_event_without_the_address_waits_for_the_next() {
    world.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01"));
    var sam = samIsReferred();
    assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    assertThat(Optional.of(world.facts(sam).size())).hasValue(3);
  }
}
