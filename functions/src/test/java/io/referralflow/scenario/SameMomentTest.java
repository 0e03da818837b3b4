package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.TakeInApplicationEvent.TakingIn;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Referrals;
import io.referralflow.process.Upkeep;
import io.referralflow.programme.PhaseId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ApplicationEvent.Saying;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.RejectionReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An event and a submission that arrive in the same millisecond still meet, whichever is first.
class SameMomentTest extends Story {

  private static final Saying INTERVIEW = new Saying.Advanced(new PhaseId("interview"));

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

  private static TakingIn hears(World company, Saying saying, String at) {
    var seals = company.ports().seals();
    return company
        .product()
        .takeInApplicationEvent
        .execute(
            new ApplicationEvent(
                "com.example.ats",
                seals.digest("e-1"),
                new Stamp(World.moment(at), "e-1"),
                Optional.empty(),
                Optional.of(JAVA_ENGINEER),
                saying),
            Optional.of(seals.person(new Email(SAM))));
  }

  /// A company in which HR says something of Sam while the first referral is being written.
  private static World meanwhile(Saying saying, String at) {
    var company =
        World.on(
            "2026-03-02T09:15",
            ports -> ports.withReferrals(new WrittenAfterTheEvent(ports.referrals())));
    var referrals = (WrittenAfterTheEvent) company.ports().referrals();
    referrals.event =
        () -> assertThat(hears(company, saying, at)).isEqualTo(new TakingIn.Unmatched());
    return company;
  }

  @Test
  void what_hr_says_of_an_application_looks_just_before_the_referral_is_written() {
    var company = meanwhile(INTERVIEW, "2026-03-02T09:15");
    var sam = company.refers(EMMA, SAM, JAVA_ENGINEER);
    company.accepts(sam);

    assertThat(company.referral(sam)).isInstanceOf(Referral.Hiring.class);
    company.assertSound();
  }

  /// It takes effect with the candidate's yes, once, however often a step looks for it.
  @Test
  void a_rejection_looks_just_before_the_referral_is_written() {
    var company = meanwhile(new Saying.Rejected(RejectionReason.SKILLS), "2026-03-02T09:15");
    var sam = company.refers(EMMA, SAM, JAVA_ENGINEER);
    company.upkeep(Upkeep.Run.RESTART);
    assertThat(company.facts(sam).stream().filter(Fact.TurnedDown.class::isInstance)).hasSize(1);
    company.accepts(sam);

    assertThat(company.referral(sam)).isInstanceOf(Referral.Rejected.class);
    company.assertSound();
  }

  @Test
  void what_hr_said_before_the_referral_is_no_part_of_it() {
    var company = meanwhile(INTERVIEW, "2026-03-02T09:14:59");
    var sam = company.refers(EMMA, SAM, JAVA_ENGINEER);
    company.accepts(sam);

    assertThat(company.referral(sam)).isInstanceOf(Referral.Screening.class);
    company.assertSound();
  }

  @Test
  void what_hr_says_of_another_vacancy_is_not_for_the_referral() {
    var company = meanwhile(INTERVIEW, "2026-03-02T09:15");
    var sam = company.refers(EMMA, SAM, DATA_ENGINEER);
    company.accepts(sam);

    assertThat(company.referral(sam)).isInstanceOf(Referral.Screening.class);
    company.assertSound();
  }

  @Test
  void what_hr_said_of_an_application_is_forgotten_within_two_days() {
    assertThat(hears(world, INTERVIEW, "2026-03-02T09:15")).isEqualTo(new TakingIn.Unmatched());
    var person = world.ports().seals().person(new Email(SAM));
    assertThat(world.ports().persons().find(person).applications()).hasSize(1);

    world.goTo("2026-03-04T09:15");

    assertThat(world.ports().persons().find(person).applications()).isEmpty();
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
