package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.submission.SubmitReferral.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Two people refer the same candidate. Nothing differs until the hire is attributed; then the
/// lower receipt earns.
class SeveralReferrersTest extends Story {

  private final ReferralId emmas = world.refers(EMMA, SAM, JAVA_ENGINEER);
  private final ReferralId joriss = world.refers(JORIS, SAM, JAVA_ENGINEER);

  @Test
  void the_lower_receipt_earns_and_the_other_ends_already_known() {
    world.hourly();
    bothAreConsidered();
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    assertThat(Told.view(world, EMMA, emmas))
        .isEqualTo(
            "hired; 1000.00 planned for 2026-05-01, 1000.00 planned for 2026-07-01;"
                + " first working day by 2026-05-01");
    world.goTo("2026-03-21T15:59");
    assertThat(Told.view(world, JORIS, joriss))
        .isEqualTo("hiring; 1000.00 planned, 1000.00 planned; hire");
    world.goTo("2026-03-21T16:00");
    assertThat(Told.view(world, JORIS, joriss))
        .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
    assertThat(Told.timeline(world, RUBEN, joriss))
        .last()
        .isEqualTo("2026-03-20 already known hiring");

    world.goTo("2026-08-01T16:00");
    assertThat(Told.ledger(world, emmas)).hasSize(2);
    assertThat(Told.ledger(world, joriss)).isEmpty();
    assertThat(Told.mails(world, joriss))
        .containsExactly(
            "2026-03-02 invitation to sam",
            "2026-03-02 received to joris",
            "2026-03-02 accepted to joris",
            "2026-03-02 advanced to joris",
            "2026-03-21 ended to joris");
    assertThat(world.visited(joriss, 1)).endsWith("Hired?", "Referral Closed");
  }

  @Test
  void a_withdrawal_after_the_hire_went_to_the_other_is_not_told_a_second_time() {
    world.hourly();
    world.goTo("2026-03-10T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.goTo("2026-03-13T16:00");
    world.withdraws(joriss);
    world.goTo("2026-03-20T16:00");

    assertThat(Told.mails(world, joriss))
        .filteredOn(mail -> mail.contains("to joris"))
        .containsExactly("2026-03-02 received to joris", "2026-03-11 ended to joris");
    assertThat(Told.mails(world, joriss)).last().isEqualTo("2026-03-13 goodbye to sam");
    assertThat(world.store().knowsCandidate(joriss)).isFalse();
  }

  @Test
  void the_referral_for_the_hires_vacancy_goes_before_a_lower_receipt() {
    var forData = world.refers(JORIS, SAM, DATA_ENGINEER);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).forVacancy(DATA_ENGINEER));

    assertThat(world.referral(forData)).isInstanceOf(Referral.Hired.class);
    assertThat(world.referral(emmas)).isInstanceOf(Referral.AlreadyKnown.class);
    assertThat(world.referral(joriss)).isInstanceOf(Referral.AlreadyKnown.class);
  }

  @Test
  void a_vacancy_that_nobody_was_referred_for_leaves_it_to_the_receipt() {
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).forVacancy(DATA_ENGINEER));

    assertThat(world.referral(emmas)).isInstanceOf(Referral.Hired.class);
  }

  @Test
  void hrs_own_reference_to_a_referral_goes_before_the_receipt() {
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").forReferral(joriss));

    assertThat(world.referral(joriss)).isInstanceOf(Referral.Hired.class);
    assertThat(world.referral(emmas)).isInstanceOf(Referral.AlreadyKnown.class);
  }

  @Test
  void one_that_a_recruiter_rejected_leaves_the_hire_to_the_other() {
    world.accepts(emmas);
    world.rejects(RUBEN, emmas, RejectionReason.EXPERIENCE);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    assertThat(world.referral(joriss)).isInstanceOf(Referral.Hired.class);
    assertThat(world.referral(emmas)).isInstanceOf(Referral.Rejected.class);
  }

  @Test
  void whoever_refers_after_the_hire_went_to_another_ends_already_known() {
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.goTo("2026-03-10T16:00");
    var petras = world.refers(PETRA, SAM, DATA_ENGINEER);

    assertThat(world.referral(petras)).isInstanceOf(Referral.AlreadyKnown.class);
  }

  @Test
  void no_answer_state_or_mail_tells_that_somebody_else_referred_too() {
    var alone = experience(none -> {});
    var after =
        experience(company -> {
          var _ = company.refers(EMMA, SAM, JAVA_ENGINEER);
        });
    var afterWhomHrKnows =
        experience(company -> {
          var id = company.refers(EMMA, SAM, JAVA_ENGINEER);
          company.accepts(id);
          company.advances(RUBEN, id);
        });
    var afterARejected =
        experience(company -> {
          var id = company.refers(EMMA, SAM, JAVA_ENGINEER);
          company.accepts(id);
          company.rejects(RUBEN, id, RejectionReason.SKILLS);
        });

    assertThat(after).isEqualTo(alone);
    assertThat(afterWhomHrKnows).isEqualTo(alone);
    assertThat(afterARejected).isEqualTo(alone);
    assertThat(alone).hasSize(5);
  }

  /// All that Joris and Sam see of Joris's referral, until shortly before a hire.
  private static List<String> experience(Consumer<World> before) {
    var company = World.on("2026-03-02T09:15");
    before.accept(company);
    company.pass(Duration.ofHours(1));
    var seen = new ArrayList<String>();
    var submission = company.submit(JORIS, SAM, JAVA_ENGINEER, Optional.of("key"));
    var id = ((Submission.Accepted) submission).id();
    seen.add(Told.view(company, JORIS, id));
    company.goTo("2026-03-08T12:00");
    company.accepts(id, Feedback.REASON, Keep.YEAR);
    seen.add(Told.view(company, JORIS, id));
    company.goTo("2026-03-12T12:00");
    company.advances(RUBEN, id);
    seen.add(Told.view(company, JORIS, id));
    seen.add(Told.timeline(company, JORIS, id).toString());
    seen.add(Told.mails(company, id).toString());
    return seen;
  }

  private void bothAreConsidered() {
    for (var id : List.of(emmas, joriss)) {
      world.accepts(id);
      world.advances(RUBEN, id);
    }
  }

  @Test
  void the_same_referrer_cannot_refer_twice_for_one_vacancy_but_for_another() {
    assertThat(world.submit(EMMA, SAM, JAVA_ENGINEER, Optional.empty()))
        .isEqualTo(new Submission.Duplicate(emmas, 1, World.moment("2026-03-02T09:15")));
    var other = world.refers(EMMA, SAM, DATA_ENGINEER);

    assertThat(StateName.of(world.referral(other))).isEqualTo(StateName.INVITED);
  }
}
