package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.invitation.AnswerInvitation.Answering;
import io.referralflow.port.Page;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.submission.ReadReferral.Reading;
import io.referralflow.submission.SubmitReferral.Submission;
import io.referralflow.submission.TakeBackReferral.TakingBack;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ends without a hire: the candidate hears first, and the referrer a day later, as far as the
/// candidate allowed.
class UnhappyEndsTest extends Story {

  @BeforeEach
  void upkeep_runs_hourly() {
    world.hourly();
  }

  @Nested
  class Rejected {

    @ParameterizedTest
    @CsvSource({
      "NOTHING, 2026-03-11 ended",
      "STAGE, 2026-03-11 ended screening",
      "REASON, 2026-03-11 ended screening skills"
    })
    void the_referrer_hears_as_much_as_the_candidate_allowed(Feedback allowed, String told) {
      var sam = samIsReferred();
      world.accepts(sam, allowed, Keep.PROCEDURE);
      world.goTo("2026-03-10T10:00");
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      world.goTo("2026-03-11T09:59");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("screening; 1000.00 planned, 1000.00 planned; screening decision");
      assertThat(Told.timeline(world, EMMA, sam)).last().isEqualTo("2026-03-02 accepted");
      assertThat(Told.timeline(world, RUBEN, sam))
          .last()
          .isEqualTo("2026-03-10 rejected screening skills");

      world.goTo("2026-03-11T10:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      assertThat(Told.timeline(world, EMMA, sam)).last().isEqualTo(told);
      assertThat(Told.mails(world, sam))
          .containsExactly(
              "2026-03-02 invitation to sam",
              "2026-03-02 received to emma",
              "2026-03-02 accepted to emma",
              "2026-03-10 rejected to sam",
              "2026-03-11 ended to emma");
    }

    @Test
    void costs_seven_state_transitions() {
      var sam = samIsScreened();
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      assertThat(world.visited(sam, 1))
          .containsExactly(
              "Where To?",
              "Invite Candidate",
              "Candidate Answered?",
              "Await Screening",
              "Screening Passed?",
              "Candidate Rejected");
      assertThat(world.transitions(sam)).isEqualTo(7);
    }

    @Test
    void also_after_the_screening() {
      var sam = samIsConsidered();
      world.rejects(RUBEN, sam, RejectionReason.SALARY);
      world.goTo("2026-03-06T11:00");

      assertThat(Told.timeline(world, EMMA, sam)).last().isEqualTo("2026-03-06 ended hiring");
      assertThat(world.visited(sam, 1)).endsWith("Hired?", "Candidate Rejected");
    }
  }

  @Nested
  class Declined {

    @Test
    void is_told_a_day_after_the_goodbye() {
      var sam = samIsReferred();
      world.goTo("2026-03-03T20:00");
      world.declines(sam);

      world.goTo("2026-03-04T19:59");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("invited; 1000.00 planned, 1000.00 planned; candidate answer by 2026-03-15");
      world.goTo("2026-03-04T20:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      assertThat(Told.mails(world, sam))
          .containsExactly(
              "2026-03-02 invitation to sam",
              "2026-03-02 received to emma",
              "2026-03-03 goodbye to sam",
              "2026-03-04 ended to emma");
      assertThat(world.visited(sam, 1))
          .containsExactly(
              "Where To?", "Invite Candidate", "Candidate Answered?", "Candidate Declined");
    }

    @Test
    void after_a_yes_counts_as_withdrawn() {
      var sam = samIsScreened();
      world.declines(sam);

      assertThat(world.referral(sam)).isInstanceOf(Referral.Withdrawn.class);
      assertThat(world.store().knowsCandidate(sam)).isFalse();
    }

    @Test
    void then_withdrawn_too_lets_the_data_go_at_once_and_is_told_once() {
      var sam = samIsReferred();
      world.goTo("2026-03-03T20:00");
      world.declines(sam);
      assertThat(world.store().knowsCandidate(sam)).isTrue();
      world.goTo("2026-03-03T21:00");
      world.withdraws(sam);
      assertThat(world.store().knowsCandidate(sam)).isFalse();

      world.goTo("2026-05-01T21:00");
      assertThat(Told.mails(world, sam))
          .containsExactly(
              "2026-03-02 invitation to sam",
              "2026-03-02 received to emma",
              "2026-03-03 goodbye to sam",
              "2026-03-03 goodbye to sam",
              "2026-03-04 ended to emma");
    }

    @Test
    void cannot_be_changed_into_a_yes() {
      var sam = samIsReferred();
      world.declines(sam);

      assertThat(world.answer(sam, new Answer.Accept(Feedback.STAGE, Keep.PROCEDURE)))
          .isEqualTo(new Answering.TooLate());
    }
  }

  @Nested
  class Withdrawn {

    @Test
    void before_the_hire_the_name_goes_at_once_and_the_rest_a_day_later() {
      var sam = samIsConsidered();
      world.goTo("2026-03-09T10:00");
      assertThat(nameShownToEmma(sam)).hasValue("Sam Smit");
      world.withdraws(sam);

      assertThat(nameShownToEmma(sam)).isEmpty();
      assertThat(world.store().knowsCandidate(sam)).isFalse();
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("hiring; 1000.00 planned, 1000.00 planned; hire");
      world.goTo("2026-03-10T10:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      assertThat(Told.mails(world, sam).subList(4, 6))
          .containsExactly("2026-03-09 goodbye to sam", "2026-03-10 ended to emma");
      assertThat(world.visited(sam, 1)).endsWith("Hired?", "Referral Closed");
    }

    @Test
    void is_never_matched_with_a_hire() {
      var sam = samIsConsidered();
      world.withdraws(sam);
      world.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01").forReferral(sam));
      world.goTo("2026-09-01T10:00");

      assertThat(Told.ledger(world, sam)).isEmpty();
    }

    @Test
    void after_the_hire_only_the_data_goes_and_the_plan_stays() {
      var sam = samIsHired();
      world.goTo("2026-03-25T10:00");
      world.withdraws(sam);
      assertThat(nameShownToEmma(sam)).isEmpty();
      assertThat(world.store().knowsCandidate(sam)).isFalse();

      world.hears(HrMessage.startMoved(SAMS_HR_NUMBER, "2026-05-18"));
      world.goTo("2026-07-20T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-18T00:00 released 1 1000.00 due 2026-05-18 promised 2026-06-17",
              "2026-07-18T00:00 released 2 1000.00 due 2026-07-18 promised 2026-08-17");
      assertThat(Told.mails(world, sam).subList(5, 10))
          .containsExactly(
              "2026-03-25 goodbye to sam",
              "2026-03-25 plan changed to emma",
              "2026-05-18 payout to finance",
              "2026-06-10 promise near to finance",
              "2026-07-18 payout to finance");
    }

    @Test
    void again_is_the_same_answer_and_no_second_goodbye() {
      var sam = samIsConsidered();
      world.withdraws(sam);
      world.withdraws(sam);

      assertThat(Told.mails(world, sam)).filteredOn(mail -> mail.contains("goodbye")).hasSize(1);
    }

    @Test
    void after_the_data_was_deleted_there_is_nobody_to_say_goodbye_to() {
      var sam = samIsHired();
      world.goTo("2026-04-18T10:00");
      assertThat(world.store().knowsCandidate(sam)).isFalse();
      world.withdraws(sam);

      assertThat(Told.mails(world, sam)).noneMatch(mail -> mail.contains("goodbye"));
    }

    private Optional<String> nameShownToEmma(ReferralId id) {
      return world.product().readReferral.execute(EMMA, id) instanceof Reading.Own own
          ? own.candidateName()
          : Optional.empty();
    }
  }

  @Nested
  class Never_answered {

    @Test
    void is_reminded_after_five_days_and_expires_after_fourteen() {
      var sam = samIsReferred();

      world.goTo("2026-03-07T08:59");
      assertThat(Told.mails(world, sam)).hasSize(2);
      world.goTo("2026-03-07T10:00");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-07 invitation reminder to sam");
      world.goTo("2026-03-16T09:00");
      assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);
      world.goTo("2026-03-16T10:00");
      assertThat(world.referral(sam)).isInstanceOf(Referral.Expired.class);
      assertThat(Told.view(world, EMMA, sam)).startsWith("invited");
      world.goTo("2026-03-17T10:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      world.goTo("2026-06-01T10:00");
      assertThat(Told.mails(world, sam))
          .containsExactly(
              "2026-03-02 invitation to sam",
              "2026-03-02 received to emma",
              "2026-03-07 invitation reminder to sam",
              "2026-03-16 expired to sam",
              "2026-03-17 ended to emma");
      assertThat(Told.timeline(world, EMMA, sam))
          .containsExactly(
              "2026-03-02 submitted",
              "2026-03-02 invited",
              "2026-03-07 reminded",
              "2026-03-17 ended invited");
      assertThat(world.visited(sam, 1))
          .containsExactly(
              "Where To?", "Invite Candidate", "Candidate Answered?", "Referral Closed");
    }

    @Test
    void a_yes_after_the_reminder_counts() {
      var sam = samIsReferred();
      world.goTo("2026-03-16T09:00");
      world.accepts(sam);
      world.goTo("2026-06-01T10:00");

      assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-16 accepted to emma");
    }

    @Test
    void a_yes_after_the_end_is_too_late() {
      var sam = samIsReferred();
      world.goTo("2026-03-20T09:00");

      assertThat(world.answer(sam, new Answer.Accept(Feedback.STAGE, Keep.PROCEDURE)))
          .isEqualTo(new Answering.TooLate());
    }

    @Test
    void after_weeks_without_upkeep_it_expires_without_a_late_reminder() {
      var daily = World.on("2026-03-02T09:15");
      var sam = daily.refers(EMMA, SAM, JAVA_ENGINEER);
      daily.sleepsUntil("2026-03-20T06:00");
      daily.goTo("2026-03-22T07:00");

      assertThat(Told.mails(daily, sam))
          .containsExactly(
              "2026-03-02 invitation to sam",
              "2026-03-02 received to emma",
              "2026-03-21 expired to sam",
              "2026-03-22 ended to emma");
    }
  }

  @Nested
  class Never_ended {

    @Test
    void ends_by_itself_once_no_late_report_can_earn() {
      var sam = samIsConsidered();

      world.goTo("2027-05-31T10:00");
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hiring.class);
      world.goTo("2027-05-31T11:00");
      assertThat(Told.timeline(world, RUBEN, sam)).last().isEqualTo("2027-05-31 lapsed hiring");
      assertThat(Told.view(world, EMMA, sam)).startsWith("hiring");
      world.goTo("2027-06-01T11:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      assertThat(Told.timeline(world, EMMA, sam)).last().isEqualTo("2027-06-01 ended hiring");
      assertThat(Told.mails(world, sam).subList(4, 6))
          .containsExactly("2027-05-31 lapsed to sam", "2027-06-01 ended to emma");
      world.goTo("2028-06-01T11:00");
      assertThat(Told.mails(world, sam)).hasSize(6);
    }

    @Test
    void ends_on_the_same_day_when_it_was_moved() {
      var sam = samIsScreened();
      world.goTo("2026-06-01T10:00");
      var _ = world.product().moveReferral.execute(RUBEN, sam, Programme.DATA_ENGINEER);
      world.goTo("2027-05-31T10:00");
      assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
      world.goTo("2027-05-31T11:00");

      assertThat(world.referral(sam)).isInstanceOf(Referral.Lapsed.class);
    }

    @Test
    void ends_while_payouts_are_frozen() {
      var sam = samIsConsidered();
      world.goTo("2027-05-30T10:00");
      world.freezes();
      world.goTo("2027-05-31T11:00");

      assertThat(world.referral(sam)).isInstanceOf(Referral.Lapsed.class);
    }

    @Test
    void of_a_hire_in_time_that_names_it_later_a_person_decides() {
      var sam = samIsConsidered();
      world.goTo("2027-07-15T10:00");
      world.hears(
          hired(SAMS_HR_NUMBER, "2027-03-15")
              .forReferral(sam)
              .occurred(World.moment("2027-02-26T12:00")));

      assertThat(Told.view(world, EMMA, sam)).startsWith("held");
    }

    @Test
    void is_no_longer_waited_for() {
      var sam = samIsConsidered();
      world.goTo("2027-05-31T11:00");

      assertThat(world.store().waits().find(sam)).isEmpty();
      assertThat(world.product().readWorklist.execute(new Page.Request(10, Optional.empty())))
          .satisfies(list -> assertThat(list.items()).isEmpty());
      assertThat(world.visited(sam, 2)).last().isEqualTo("Referral Closed");
    }
  }

  @Nested
  class Taken_back {

    @Test
    void tells_the_candidate_and_lets_the_data_go() {
      var sam = samIsConsidered();
      world.goTo("2026-03-09T10:00");
      world.takesBack(EMMA, sam);

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      assertThat(world.store().knowsCandidate(sam)).isFalse();
      world.goTo("2026-06-01T10:00");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-09 taken back to sam");
      assertThat(Told.timeline(world, RUBEN, sam)).last().isEqualTo("2026-03-09 taken back hiring");
      assertThat(world.visited(sam, 1)).endsWith("Hired?", "Referral Closed");
    }

    @Test
    void by_somebody_else_is_not_found() {
      var sam = samIsReferred();

      assertThat(world.takeBack(JORIS, sam)).isEqualTo(TakingBack.NOT_FOUND);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);
    }

    @Test
    void after_the_hire_is_too_late() {
      var sam = samIsHired();

      assertThat(world.takeBack(EMMA, sam)).isEqualTo(TakingBack.TOO_LATE);
    }

    @Test
    void then_referred_again_begins_anew() {
      var first = samIsReferred();
      assertThat(world.submit(EMMA, SAM, JAVA_ENGINEER, Optional.empty()))
          .isEqualTo(new Submission.Duplicate(first, 1, World.moment("2026-03-02T09:15")));
      world.takesBack(EMMA, first);
      world.goTo("2026-03-12T10:00");
      var second = world.refers(EMMA, SAM, JAVA_ENGINEER);
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      assertThat(world.referral(first)).isInstanceOf(Referral.Withdrawn.class);
      assertThat(world.referral(second)).isInstanceOf(Referral.Hired.class);
    }
  }
}
