package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.RewardPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A vacancy with a reward of its own: EUR 500 when the hire is agreed, EUR 1,500 after six months
/// of service, EUR 2,000 on 24 December.
class RewardPlansTest extends Story {

  private static final VacancyId ARCHITECT = new VacancyId("architect");

  private ReferralId samIsHiredAsArchitect() {
    var plan =
        new RewardPlan(
            Programme.euros("4000.00"),
            List.of(
                InstalmentTerm.fixed(Milestone.HIRE_AGREED, Programme.euros("500.00")),
                InstalmentTerm.fixed(new Milestone.MonthsServed(6), Programme.euros("1500.00")),
                InstalmentTerm.fixed(
                    new Milestone.OnDay(LocalDate.parse("2026-12-24")),
                    Programme.euros("2000.00"))));
    var vacancy =
        new Vacancy(ARCHITECT, "Architect", "lead", "Draws.", true, true, Optional.of(plan));
    var _ = world.ports().programmes().save(vacancy, PETRA.id(), world.now());
    var sam = world.refers(EMMA, SAM, ARCHITECT);
    world.accepts(sam);
    world.advances(RUBEN, sam);
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    return sam;
  }

  @Test
  void waits_for_payment_of_a_part_that_is_due_since_the_hire_while_payouts_are_frozen() {
    world.freezes();
    var sam = samIsHiredAsArchitect();

    assertThat(Told.view(world, EMMA, sam))
        .isEqualTo(
            "hired; 500.00 planned for 2026-03-20, 1500.00 planned for 2026-11-01,"
                + " 2000.00 planned for 2026-12-24; payment by 2026-04-17");
  }

  @Test
  void pays_each_part_at_its_milestone() {
    var sam = samIsHiredAsArchitect();
    assertThat(Told.view(world, EMMA, sam))
        .isEqualTo(
            "hired; 500.00 released for 2026-03-20, 1500.00 planned for 2026-11-01,"
                + " 2000.00 planned for 2026-12-24; payment by 2026-04-17");

    world.goTo("2026-12-25T09:00");

    assertThat(Told.ledger(world, sam))
        .containsExactly(
            "2026-03-20T16:00 released 1 500.00 due 2026-03-20 promised 2026-04-17",
            "2026-11-01T00:00 released 2 1500.00 due 2026-11-01 promised 2026-12-01",
            "2026-12-24T00:00 released 3 2000.00 due 2026-12-24 promised 2027-01-22");
    assertThat(Told.view(world, EMMA, sam)).startsWith("completed;");
  }

  @Test
  void tells_the_day_of_the_next_part() {
    var sam = samIsHiredAsArchitect();
    world.confirms(FATIMA, sam, 1, "2026-03-20");

    assertThat(Told.view(world, EMMA, sam)).endsWith("; milestone by 2026-11-01");
  }

  @Test
  void moves_with_the_start() {
    var sam = samIsHiredAsArchitect();
    world.hears(startMoved(SAMS_HR_NUMBER, "2027-01-04"));

    assertThat(Told.view(world, EMMA, sam))
        .startsWith(
            "hired; 500.00 released for 2026-03-20, 1500.00 planned for 2027-07-04,"
                + " 2000.00 planned for 2027-01-04;");
  }

  @Test
  void cancels_what_was_not_reached() {
    var sam = samIsHiredAsArchitect();
    world.goTo("2026-11-10T09:00");
    world.hears(left(SAMS_HR_NUMBER, "2026-11-30"));
    world.goTo("2026-12-25T09:00");

    assertThat(Told.ledger(world, sam))
        .containsExactly(
            "2026-03-20T16:00 released 1 500.00 due 2026-03-20 promised 2026-04-17",
            "2026-11-01T00:00 released 2 1500.00 due 2026-11-01 promised 2026-12-01",
            "2026-11-10T09:00 cancelled 3 2000.00");
  }

  @Test
  void is_kept_whatever_becomes_of_the_vacancy() {
    var sam = samIsHiredAsArchitect();
    var changed = new Vacancy(ARCHITECT, "Architect", "junior", "Draws.", false);
    var _ = world.ports().programmes().save(changed, PETRA.id(), world.now());
    world.goTo("2026-12-25T09:00");

    assertThat(Told.view(world, EMMA, sam))
        .startsWith(
            "completed; 500.00 released for 2026-03-20, 1500.00 released for 2026-11-01,"
                + " 2000.00 released for 2026-12-24;");
  }
}
