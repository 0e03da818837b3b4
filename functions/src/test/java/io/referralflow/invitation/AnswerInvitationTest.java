package io.referralflow.invitation;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.invitation.AnswerInvitation.Answering;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the candidate answers, once or again, in time or too late.
class AnswerInvitationTest {

  private static final Answer YES = new Answer.Accept(Feedback.STAGE, Keep.PROCEDURE);
  private static final Answer NO = new Answer.Decline();
  private static final Answer NO_MORE = new Answer.Withdraw();

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  private void answersTo(Answer answer, Answering expected) {
    assertThat(world.answer(sam, answer)).isEqualTo(expected);
  }

  private static Answering taken(StateName state) {
    return new Answering.Taken(state, Optional.empty());
  }

  /// While nobody ended it, the data is kept until it ends by itself.
  private static Answering goesOn(StateName state) {
    return taken(state, "2027-06-28");
  }

  private static Answering taken(StateName state, String keptUntil) {
    return new Answering.Taken(state, Optional.of(LocalDate.parse(keptUntil)));
  }

  private void hiresSam() {
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
  }

  @Nested
  class Yes {

    @Test
    void begins_the_screening_with_what_the_candidate_allows() {
      answersTo(
          new Answer.Accept(Feedback.REASON, Keep.YEAR), taken(StateName.SCREENING, "2028-05-30"));

      assertThat(world.facts(sam))
          .last()
          .isEqualTo(
              new Fact.Accepted(Instant.parse("2026-03-02T08:15:00Z"), Feedback.REASON, Keep.YEAR));
    }

    @Test
    void again_is_the_same_answer() {
      answersTo(YES, goesOn(StateName.SCREENING));
      answersTo(YES, goesOn(StateName.SCREENING));
      world.advances(RUBEN, sam);
      answersTo(YES, goesOn(StateName.HIRING));
      hiresSam();
      answersTo(YES, taken(StateName.HIRED, "2026-03-30"));

      assertThat(world.facts(sam)).filteredOn(Fact.Accepted.class::isInstance).hasSize(1);
    }

    @Test
    void after_an_end_is_too_late() {
      answersTo(NO, taken(StateName.DECLINED, "2026-03-30"));
      answersTo(YES, new Answering.TooLate());
    }

    @Test
    void after_a_rejection_is_too_late() {
      answersTo(YES, goesOn(StateName.SCREENING));
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      answersTo(YES, new Answering.TooLate());
    }

    @Test
    void after_a_withdrawal_from_a_hire_is_too_late() {
      hiresSam();
      world.withdraws(sam);

      answersTo(YES, new Answering.TooLate());
    }
  }

  @Nested
  class No {

    @Test
    void ends_the_referral_and_again_is_the_same_answer() {
      answersTo(NO, taken(StateName.DECLINED, "2026-03-30"));
      answersTo(NO, taken(StateName.DECLINED, "2026-03-30"));

      assertThat(world.facts(sam)).filteredOn(Fact.Declined.class::isInstance).hasSize(1);
    }

    @Test
    void after_a_yes_counts_as_withdrawing() {
      answersTo(YES, goesOn(StateName.SCREENING));
      answersTo(NO, taken(StateName.WITHDRAWN, "2026-03-03"));
      answersTo(NO, taken(StateName.WITHDRAWN));

      assertThat(world.facts(sam)).filteredOn(Fact.Withdrawn.class::isInstance).hasSize(1);
    }

    @Test
    void after_the_hire_takes_the_data_only() {
      hiresSam();
      answersTo(NO, taken(StateName.HIRED, "2026-03-03"));
      answersTo(NO, taken(StateName.HIRED));
    }

    @Test
    void of_a_held_one_takes_the_data_only() {
      answersTo(YES, goesOn(StateName.SCREENING));
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);
      hiresSam();

      answersTo(NO, taken(StateName.HELD, "2026-03-03"));
    }

    @Test
    void after_another_end_is_too_late() {
      answersTo(YES, goesOn(StateName.SCREENING));
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      answersTo(NO, new Answering.TooLate());
      assertThat(world.store().knowsCandidate(sam)).isTrue();
    }

    @Test
    void after_the_referrer_took_it_back_is_too_late() {
      world.takesBack(EMMA, sam);

      answersTo(NO, new Answering.TooLate());
    }

    @Test
    void after_a_withdrawal_is_the_same_answer() {
      world.withdraws(sam);

      answersTo(NO, taken(StateName.WITHDRAWN));
    }

    @Test
    void after_a_no_that_was_held_and_settled_takes_the_data() {
      world.declines(sam);
      hiresSam();
      world.allows(PETRA, sam);

      answersTo(NO, taken(StateName.HIRED, "2026-03-03"));
      assertThat(world.store().knowsCandidate(sam)).isFalse();
    }
  }

  @Nested
  class No_more {

    @Test
    void is_possible_in_every_state() {
      answersTo(NO_MORE, taken(StateName.WITHDRAWN, "2026-03-03"));
      answersTo(NO_MORE, taken(StateName.WITHDRAWN));
    }

    @Test
    void also_after_a_rejection_when_the_data_goes_sooner() {
      world.accepts(sam);
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      answersTo(NO_MORE, taken(StateName.REJECTED, "2026-03-03"));
      assertThat(world.store().knowsCandidate(sam)).isFalse();
    }

    @Test
    void also_after_the_referrer_took_it_back() {
      world.takesBack(EMMA, sam);

      answersTo(NO_MORE, taken(StateName.WITHDRAWN));
    }

    @Test
    void also_after_another_got_the_hire() {
      var joriss = world.refers(JORIS, "sam@example.org", JAVA_ENGINEER);
      hiresSam();

      assertThat(world.answer(joriss, NO_MORE))
          .isEqualTo(taken(StateName.ALREADY_KNOWN, "2026-03-03"));
    }
  }

  @Nested
  class A_token {

    @Test
    void that_is_wrong_or_of_nothing_is_not_found() {
      var answer = world.product().answerInvitation;
      assertThat(answer.execute("wrong", YES)).isEqualTo(new Answering.NotFound());
      assertThat(answer.execute("invitation-nosuchreferral000000000000", YES))
          .isEqualTo(new Answering.NotFound());
    }

    @Test
    void that_went_to_a_mistyped_address_is_not_found_once_that_is_corrected() {
      var mistyped = world.link(sam);
      world.corrects(RUBEN, sam, "samuel@example.org");

      assertThat(world.answer(mistyped, YES)).isEqualTo(new Answering.NotFound());
      assertThat(world.product().readInvitation.execute(mistyped)).isEmpty();
      assertThat(world.product().readInvitation.execute(world.link(sam))).isPresent();
      answersTo(YES, goesOn(StateName.SCREENING));
    }
  }
}
