package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.intake.AgreeToHrEvent.Agreeing;
import io.referralflow.intake.EnterHrEvent.Entering;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.referral.Referral;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Nobody acts on a referral of their own, and what is entered by hand needs a second person.
class FourEyesTest extends Story {

  /// Emma with every role that there is.
  private static final Caller EMMA_WITH_ALL_ROLES =
      People.as(EMMA, Role.RECRUITER, Role.FINANCE, Role.PROGRAMME_MANAGER);

  @Nested
  class On_a_referral_of_ones_own {

    @Test
    void nobody_advances_or_rejects() {
      var sam = samIsScreened();

      assertThat(world.decide(EMMA_WITH_ALL_ROLES, sam, new Decision.Advance()))
          .isEqualTo(new Deciding.OwnReferral());
      assertThat(world.decide(EMMA_WITH_ALL_ROLES, sam, new Decision.Reject(RejectionReason.OTHER)))
          .isEqualTo(new Deciding.OwnReferral());
      assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
    }

    @Test
    void nobody_settles() {
      world.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.goTo("2026-03-05T10:00");
      var sam = samIsReferred();

      assertThat(
              world.decide(EMMA_WITH_ALL_ROLES, sam, new Decision.Allow(SettlementReason.MISTAKE)))
          .isEqualTo(new Deciding.OwnReferral());
      assertThat(world.referral(sam)).isInstanceOf(Referral.Held.class);
    }

    @Test
    void nobody_enters_a_hire_by_address_referral_or_hr_number() {
      var sam = samIsConsidered();
      var hire = hired(SAMS_HR_NUMBER, "2026-05-01");
      assertThat(world.enter(EMMA_WITH_ALL_ROLES, hire.of(SAM)))
          .isEqualTo(new Entering.OwnReferral());
      assertThat(world.enter(EMMA_WITH_ALL_ROLES, hire.forReferral(sam)))
          .isEqualTo(new Entering.OwnReferral());

      world.hears(hire.of(SAM));
      assertThat(world.enter(EMMA_WITH_ALL_ROLES, startMoved(SAMS_HR_NUMBER, "2026-04-01")))
          .isEqualTo(new Entering.OwnReferral());
    }

    @Test
    void nobody_agrees_to_a_hire() {
      var sam = samIsConsidered();
      world.enters(RUBEN, hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("by-hand"));

      assertThat(world.agree(EMMA_WITH_ALL_ROLES, "by-hand")).isEqualTo(Agreeing.OWN_REFERRAL);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hiring.class);
    }

    @Test
    void nobody_confirms_a_payout() {
      var sam = samIsAtWork();

      assertThat(world.confirm(EMMA_WITH_ALL_ROLES, sam, 1, "2026-05-01"))
          .isEqualTo(Confirming.OWN_REFERRAL);
      assertThat(Told.ledger(world, sam)).hasSize(1);
    }
  }

  @Nested
  class By_hand {

    @Test
    void a_hire_counts_once_a_second_person_has_agreed() {
      var sam = samIsConsidered();
      world.goTo("2026-03-20T16:00");
      world.enters(RUBEN, hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("by-hand"));
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hiring.class);

      assertThat(world.agree(RUBEN, "by-hand")).isEqualTo(Agreeing.SAME_PERSON);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hiring.class);

      world.agrees(ROSA, "by-hand");
      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned for 2026-05-01");
      world.agrees(PETRA, "by-hand");
      assertThat(Told.mails(world, sam)).filteredOn(mail -> mail.contains("hired")).hasSize(1);
    }

    @Test
    void what_hr_says_over_the_bus_and_by_hand_is_one_hire() {
      var sam = samIsHired();
      world.enters(RUBEN, hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("by-hand"));
      world.agrees(ROSA, "by-hand");
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam)).hasSize(2);
    }

    @Test
    void an_unknown_entry_is_not_found() {
      assertThat(world.agree(ROSA, "nothing")).isEqualTo(Agreeing.NOT_FOUND);
    }
  }

  @Nested
  class In_finance {

    @Test
    void nobody_confirms_what_rests_on_their_own_word() {
      var rubenInFinance = People.as(RUBEN, Role.RECRUITER, Role.FINANCE);
      var rosaInFinance = People.as(ROSA, Role.RECRUITER, Role.FINANCE);
      var sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
      world.enters(RUBEN, hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("by-hand"));
      world.agrees(ROSA, "by-hand");
      world.goTo("2026-05-04T10:00");

      assertThat(world.confirm(rubenInFinance, sam, 1, "2026-05-04"))
          .isEqualTo(Confirming.ENTERED_BY_CALLER);
      assertThat(world.confirm(rosaInFinance, sam, 1, "2026-05-04"))
          .isEqualTo(Confirming.ENTERED_BY_CALLER);
      assertThat(world.confirm(FATIMA, sam, 1, "2026-05-04")).isEqualTo(Confirming.CONFIRMED);
    }
  }
}
