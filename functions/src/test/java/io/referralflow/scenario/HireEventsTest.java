package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static io.referralflow.scenario.World.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.directory.Detail;
import io.referralflow.directory.SaveColleague;
import io.referralflow.eligibility.Rule;
import io.referralflow.hire.HrNumber;
import io.referralflow.intake.Refusals;
import io.referralflow.intake.TakeInHrEvent.TakingIn;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.submission.SubmitReferral.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Hires that HR reports early, late, again and of people whom nobody referred.
class HireEventsTest extends Story {

  @Nested
  class Before_the_screening {

    @Test
    void a_hire_of_somebody_who_was_only_invited_counts_as_answered_and_passed() {
      var sam = samIsReferred();
      world.goTo("2026-03-04T10:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "hired; 1000.00 planned for 2026-05-01, 1000.00 planned for 2026-07-01;"
                  + " first working day by 2026-05-01");
      world.goTo("2026-07-02T09:00");
      assertThat(Told.mails(world, sam))
          .containsExactly(
              "2026-03-02 invitation to sam",
              "2026-03-02 received to emma",
              "2026-03-04 hired to emma",
              "2026-05-01 payout to finance",
              "2026-05-21 promise near to finance",
              "2026-07-01 payout to finance");
      assertThat(world.visited(sam, 1))
          .startsWith(
              "Where To?", "Invite Candidate", "Candidate Answered?", "Plan Next Instalment")
          .endsWith("Reward Released");
    }

    @Test
    void the_candidate_keeps_every_right() {
      var sam = samIsReferred();
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.withdraws(sam);

      assertThat(world.store().knowsCandidate(sam)).isFalse();
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    }

    @Test
    void a_hire_of_somebody_in_screening_ends_the_screening() {
      var sam = samIsScreened();
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      assertThat(world.decide(RUBEN, sam, new Decision.Advance()))
          .isEqualTo(new Deciding.WrongState(StateName.HIRED));
      assertThat(world.visited(sam, 1))
          .containsSubsequence("Screening Passed?", "Plan Next Instalment", "Wait Until Due");
    }
  }

  @Nested
  class Again {

    @Test
    void the_same_event_three_times_is_one_fact() {
      var sam = samIsConsidered();
      world.goTo("2026-03-20T16:00");
      var event =
          hired(SAMS_HR_NUMBER, "2026-05-01")
              .of(SAM)
              .named("the-hire")
              .occurred(moment("2026-03-20T15:00"));
      world.hears(event);
      world.hears(event);
      world.goTo("2026-08-20T16:00");
      world.hears(event);

      assertThat(world.facts(sam)).filteredOn(Fact.Reported.class::isInstance).hasSize(1);
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
      assertThat(Told.mails(world, sam)).filteredOn(mail -> mail.contains("hired")).hasSize(1);
      assertThat(world.failures()).containsExactly("payout promise-near", "payout promise-near");
    }

    @Test
    void the_same_hire_under_another_event_id_changes_nothing() {
      var sam = samIsHired();
      world.goTo("2026-03-21T10:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("the-hire-again"));
      world.goTo("2026-07-02T10:00");

      assertThat(Told.mails(world, sam)).filteredOn(mail -> mail.contains("to emma")).hasSize(4);
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
      assertThat(world.transitions(sam)).isEqualTo(17);
    }

    @Test
    void the_same_event_id_with_another_body_goes_to_the_failure_list() {
      var sam = samIsConsidered();
      var at = moment("2026-03-20T15:00");
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("the-hire").occurred(at));

      assertThat(
              world.hear(
                  hired(SAMS_HR_NUMBER, "2026-04-01").of(SAM).named("the-hire").occurred(at)))
          .isEqualTo(new TakingIn.Refused(Refusals.Reason.SAME_ID_OTHER_BODY));
      assertThat(world.failures()).containsExactly("event same-id-other-body");
      assertThat(Told.view(world, EMMA, sam)).contains("planned for 2026-05-01");
    }
  }

  @Nested
  class With_a_start_that_moves {

    @Test
    void a_change_that_arrives_before_the_hire_counts_once_the_hire_is_there() {
      var sam = samIsConsidered();
      world.goTo("2026-03-20T16:00");
      world.hearsInVain(
          startMoved(SAMS_HR_NUMBER, "2026-05-18").occurred(moment("2026-03-20T15:01")));
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).occurred(moment("2026-03-20T15:00")));

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "hired; 1000.00 planned for 2026-05-18, 1000.00 planned for 2026-07-18;"
                  + " first working day by 2026-05-18");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-20 hired to emma");
    }

    @Test
    void a_change_that_arrives_right_after_the_hire_moves_the_plan() {
      var sam = samIsHired();
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18"));

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "hired; 1000.00 planned for 2026-05-18, 1000.00 planned for 2026-07-18;"
                  + " first working day by 2026-05-18");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-20 plan changed to emma");
    }

    @Test
    void a_change_older_than_the_hire_is_overridden_by_it() {
      var sam = samIsConsidered();
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).occurred(moment("2026-03-20T15:00")));
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18").occurred(moment("2026-03-20T14:59")));

      assertThat(Told.view(world, EMMA, sam)).contains("1000.00 planned for 2026-05-01");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-20 hired to emma");
    }

    @Test
    void a_start_more_than_a_year_before_the_submission_goes_to_the_failure_list() {
      var sam = samIsHired();
      world.hears(startMoved(SAMS_HR_NUMBER, "2025-03-01"));

      assertThat(world.failures()).containsExactly("event dates-contradict");
      assertThat(Told.view(world, EMMA, sam)).contains("1000.00 planned for 2026-05-01");
    }

    @Test
    void a_start_just_a_year_before_the_submission_is_taken() {
      var sam = samIsHired();
      world.hears(startMoved(SAMS_HR_NUMBER, "2025-03-02"));

      assertThat(world.failures()).isEmpty();
      assertThat(Told.view(world, EMMA, sam)).startsWith("completed");
    }
  }

  @Nested
  class Of_nobody_we_know {

    @Test
    void most_hires_are_no_referrals_and_no_error() {
      world.hearsInVain(hired("HR-9000", "2026-04-01").of("stranger@example.org"));

      assertThat(world.failures()).isEmpty();
      assertThat(world.store().everyReferral()).isEmpty();
      assertThat(world.postbox().received()).isEmpty();
    }

    @Test
    void a_hire_that_nobody_referred_is_forgotten_after_thirty_days() {
      var stranger = world.ports().seals().person(new Email("stranger@example.org"));
      world.hearsInVain(hired("HR-9000", "2026-04-01").of("stranger@example.org"));

      world.goTo("2026-04-01T05:59");
      assertThat(world.ports().hrReports().of(new HrNumber("HR-9000")).reports()).hasSize(1);
      assertThat(world.ports().persons().find(stranger).hires())
          .containsExactly(new HrNumber("HR-9000"));

      world.goTo("2026-04-02T06:00");
      assertThat(world.ports().hrReports().of(new HrNumber("HR-9000")).reports()).isEmpty();
      assertThat(world.ports().persons().find(stranger).hires()).isEmpty();
    }

    @Test
    void an_event_that_was_seen_is_remembered_for_ever() {
      var event = hired("HR-9000", "2026-04-01").of(SAM).named("once").occurred(world.now());
      world.hearsInVain(event);
      world.goTo("2027-06-01T12:00");
      var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);

      world.hearsInVain(event);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);

      assertThat(
              world.hear(
                  hired("HR-9000", "2026-05-01")
                      .named("once")
                      .occurred(moment("2026-03-02T09:15"))))
          .isEqualTo(new TakingIn.Refused(Refusals.Reason.SAME_ID_OTHER_BODY));
    }

    @Test
    void a_hire_under_another_address_is_matched_by_a_later_event() {
      var sam = samIsConsidered();
      world.goTo("2026-03-20T16:00");
      world.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01").of("s.smit@example.net"));
      world.goTo("2026-03-27T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
    }

    @Test
    void a_hire_without_a_name_is_found_by_its_referral_number() {
      var sam = samIsConsidered();
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").forReferral(sam));

      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
    }

    @Test
    void an_unknown_referral_number_is_no_error() {
      world.hearsInVain(
          hired("HR-9000", "2026-04-01").forReferral(new ReferralId("nosuchreferral000000000000")));

      assertThat(world.failures()).isEmpty();
    }

    @Test
    void a_referral_counts_for_a_year() {
      var sam = samIsReferred();
      world.goTo("2027-03-02T09:15");
      world.hearsInVain(hired(SAMS_HR_NUMBER, "2027-04-01").of(SAM));

      assertThat(world.referral(sam)).isInstanceOf(Referral.Expired.class);
    }
  }

  @Nested
  class Reported_after_the_eligibility {

    private ReferralId samIsHiredInTheLastDays(String reportedAt) {
      var sam = samIsReferred();
      world.accepts(sam);
      world.advances(RUBEN, sam);
      world.goTo(reportedAt);
      world.hears(
          hired(SAMS_HR_NUMBER, "2027-07-01").of(SAM).occurred(World.moment("2027-02-26T12:00")));
      return sam;
    }

    @Test
    void a_hire_within_it_earns_as_if_hr_had_been_in_time() {
      var sam = samIsHiredInTheLastDays("2027-05-31T08:00");

      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2027-07-01");
    }

    @Test
    void a_hire_after_it_does_not() {
      var sam = samIsReferred();
      world.accepts(sam);
      world.advances(RUBEN, sam);
      world.goTo("2027-03-03T09:15");
      world.hearsInVain(hired(SAMS_HR_NUMBER, "2027-04-01").of(SAM));

      assertThat(world.referral(sam)).isInstanceOf(Referral.Hiring.class);
    }

    @Test
    void ninety_days_later_nobody_can_be_found_any_more() {
      var sam = samIsReferred();
      world.goTo("2027-06-01T08:00");
      world.hearsInVain(
          hired(SAMS_HR_NUMBER, "2027-07-01").of(SAM).occurred(World.moment("2027-02-26T12:00")));

      assertThat(world.referral(sam)).isInstanceOf(Referral.Expired.class);
    }
  }

  @Nested
  class Of_the_referrer {

    @Test
    void nobody_refers_their_own_address_with_or_without_a_plus() {
      for (var address : List.of("emma@example.com", "emma+jobs@example.com")) {
        assertThat(world.submit(EMMA, address, JAVA_ENGINEER, Optional.empty()))
            .isEqualTo(new Submission.Refused(List.of(Rule.OWN_ADDRESS)));
      }
    }

    @Test
    void nor_does_who_is_hired_under_the_number_that_hrs_directory_has_for_the_referrers_address() {
      var ports = world.ports();
      var known = Map.of(Detail.EMAIL, Optional.of("emma@example.com"));
      var _ =
          new SaveColleague(ports.directory(), ports.seals(), ports.clock())
              .execute(RUBEN.id(), new HrNumber("HR-0001"), known);
      var profile = EMMA.employee();
      var numberless =
          new Caller(
              new Employee(
                  profile.id(),
                  profile.name(),
                  profile.email(),
                  profile.language(),
                  Optional.empty()),
              Set.of());
      var emma = world.refers(numberless, "emma.private@example.org", JAVA_ENGINEER);
      var other = world.refers(numberless, "sam@example.org", JAVA_ENGINEER);
      world.hears(hired("HR-0001", "2026-05-01").of("emma.private@example.org"));
      world.hears(hired("HR-1001", "2026-05-01").of("sam@example.org"));

      assertThat(world.referral(emma)).isInstanceOf(Referral.NotEligible.class);
      assertThat(world.referral(other)).isInstanceOf(Referral.Hired.class);
    }

    @Test
    void whoever_is_hired_under_the_referrers_hr_number_earns_nothing() {
      world.hourly();
      var emma = world.refers(EMMA, "emma.private@example.org", JAVA_ENGINEER);
      world.goTo("2026-03-10T12:00");
      world.hears(hired("HR-0001", "2026-05-01").of("emma.private@example.org"));

      assertThat(world.referral(emma)).isInstanceOf(Referral.NotEligible.class);
      assertThat(Told.ledger(world, emma))
          .containsExactly(
              "2026-03-10T12:00 cancelled 1 1000.00", "2026-03-10T12:00 cancelled 2 1000.00");
      assertThat(Told.timeline(world, RUBEN, emma)).contains("2026-03-10 not eligible hired");

      world.goTo("2026-03-11T12:00");
      assertThat(Told.view(world, EMMA, emma))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      world.goTo("2027-03-01T12:00");
      assertThat(Told.mails(world, emma))
          .containsExactly(
              "2026-03-02 invitation to emma.private",
              "2026-03-02 received to emma",
              "2026-03-07 invitation reminder to emma.private",
              "2026-03-11 ended to emma");
    }

    @Test
    void a_hire_under_somebody_elses_hr_number_is_no_self_referral() {
      var sam = samIsConsidered();
      world.hears(hired("HR-0002", "2026-05-01").of(SAM));

      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    }
  }

  @Nested
  class Once_more {

    @Test
    void a_new_hire_with_a_later_date_revives_a_cancelled_one() {
      world.hourly();
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hears(cancelled(SAMS_HR_NUMBER));
      world.goTo("2026-04-20T10:00");
      assertThat(Told.view(world, EMMA, sam)).startsWith("ended");
      world.hears(hired(SAMS_HR_NUMBER, "2026-06-01").of(SAM));
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "hired; 1000.00 planned for 2026-06-01, 1000.00 planned for 2026-08-01;"
                  + " first working day by 2026-06-01");

      world.goTo("2026-08-02T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-04-10T10:00 cancelled 1 1000.00",
              "2026-04-10T10:00 cancelled 2 1000.00",
              "2026-04-20T10:00 revived 1 1000.00",
              "2026-04-20T10:00 revived 2 1000.00",
              "2026-06-01T00:00 released 1 1000.00 due 2026-06-01 promised 2026-07-01",
              "2026-08-01T00:00 released 2 1000.00 due 2026-08-01 promised 2026-08-31");
      assertThat(Told.mails(world, sam))
          .filteredOn(mail -> mail.compareTo("2026-03-20") > 0)
          .containsExactly(
              "2026-03-20 hired to emma",
              "2026-04-11 ended to emma",
              "2026-04-20 plan changed to emma",
              "2026-06-01 payout to finance",
              "2026-06-24 promise near to finance",
              "2026-08-01 payout to finance");
    }

    @Test
    void a_hire_that_was_cancelled_and_revived_within_the_day_is_told_to_nobody() {
      world.hourly();
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hears(cancelled(SAMS_HR_NUMBER));
      world.goTo("2026-04-10T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.goTo("2026-04-15T10:00");

      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-20 hired to emma");
    }

    @Test
    void a_hire_that_was_cancelled_and_revived_to_begin_later_is_told() {
      world.hourly();
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hears(cancelled(SAMS_HR_NUMBER));
      world.goTo("2026-04-10T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-06-01").of(SAM));
      world.goTo("2026-04-15T10:00");

      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-04-10 plan changed to emma");
    }

    @Test
    void what_is_said_of_a_number_that_was_given_up_changes_nothing_for_its_successor() {
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hears(hired("HR-2099", "2026-05-04").of(SAM));
      world.goTo("2026-04-11T10:00");
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-09-01"));
      world.hears(left(SAMS_HR_NUMBER, "2026-04-11"));

      assertThat(Told.view(world, EMMA, sam))
          .startsWith("hired; 1000.00 planned for 2026-05-04, 1000.00 planned for 2026-07-04");
      world.hears(startMoved("HR-2099", "2026-05-18"));
      assertThat(Told.view(world, EMMA, sam))
          .startsWith("hired; 1000.00 planned for 2026-05-18, 1000.00 planned for 2026-07-18");
    }

    @Test
    void what_is_said_of_a_new_number_before_its_hire_waits_for_it() {
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hearsInVain(startMoved("HR-2099", "2026-05-18"));
      world.goTo("2026-04-11T10:00");
      world.hears(hired("HR-2099", "2026-05-04").of(SAM).occurred(moment("2026-04-09T10:00")));

      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-18");
    }

    @Test
    void a_number_that_was_given_by_mistake_and_cancelled_leaves_the_first_one() {
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hears(hired("HR-2099", "2026-05-04").of(SAM));
      world.hears(cancelled("HR-2099").occurred(moment("2026-04-10T11:00")));

      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
    }

    @Test
    void an_old_cancellation_that_comes_late_does_not_undo_a_newer_hire() {
      var sam = samIsHired();
      world.hears(cancelled(SAMS_HR_NUMBER).occurred(moment("2026-03-19T10:00")));

      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
    }

    @Test
    void a_rehire_under_a_new_hr_number_goes_to_the_same_referral() {
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hears(cancelled(SAMS_HR_NUMBER));
      world.goTo("2026-04-12T10:00");
      var later = world.refers(JORIS, SAM, DATA_ENGINEER);
      world.hears(hired("HR-2099", "2026-06-01").of(SAM).forVacancy(DATA_ENGINEER));

      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-06-01");
      assertThat(world.referral(later)).isInstanceOf(Referral.AlreadyKnown.class);
      world.pass(Duration.ofDays(200));
      assertThat(Told.ledger(world, later)).isEmpty();
    }
  }
}
