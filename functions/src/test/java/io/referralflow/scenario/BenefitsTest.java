package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.audit.Audit;
import io.referralflow.candidate.Email;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Owed;
import io.referralflow.referral.PromisedBy;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.View.ShownInstalment;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.RewardKind;
import io.referralflow.reward.RewardPlan;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A vacancy that earns EUR 1,000 and, after the probation, two days off, which HR hands out.
class BenefitsTest extends Story {

  private static final VacancyId ARCHITECT = new VacancyId("architect");
  private static final Benefit DAYS_OFF =
      new Benefit(RewardKind.DAYS_OFF, 2, "extra vrije dag", "extra day off");

  private void architectsEarnDaysOff() {
    var plan =
        new RewardPlan(
            Programme.euros("1000.00"),
            List.of(
                InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100),
                InstalmentTerm.inKind(Milestone.END_OF_PROBATION, DAYS_OFF)));
    var vacancy =
        new Vacancy(ARCHITECT, "Architect", "lead", "Draws.", true, true, Optional.of(plan));
    var _ = world.ports().programmes().save(vacancy, PETRA.id(), world.now());
    world.ports().programmes().save(Programme.labelled(), PETRA.id(), world.now());
  }

  private ReferralId samIsHiredAsArchitect() {
    architectsEarnDaysOff();
    var sam = world.refers(EMMA, SAM, ARCHITECT);
    world.accepts(sam);
    world.advances(RUBEN, sam);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    return sam;
  }

  private List<Postbox.Received> mails(String to) {
    return world.postbox().received().stream()
        .filter(mail -> mail.to().equals(new Email(to)))
        .toList();
  }

  @Test
  void are_released_and_confirmed_as_money_is_and_asked_of_whoever_hands_them_out() {
    var sam = samIsHiredAsArchitect();
    world.goTo("2026-07-02T09:00");

    assertThat(world.referral(sam).particulars().terms().promisedBy())
        .isEqualTo(PromisedBy.VACANCY);
    assertThat(Told.ledger(world, sam))
        .containsExactly(
            "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
            "2026-07-01T00:00 released 2 0.00 due 2026-07-01 promised 2026-07-31");
    assertThat(mails("finance@example.com"))
        .extracting(mail -> mail.letter().subject())
        .contains("Te betalen: € 1.000,00, kenmerk RF-1-1")
        .noneMatch(subject -> subject.contains("RF-1-2"));
    var asked = mails("hr@example.com").getFirst().letter();
    assertThat(asked.subject()).isEqualTo("Uit te reiken: 2 × extra vrije dag, kenmerk RF-1-2");
    assertThat(asked.text())
        .contains("uiterlijk op 31 juli 2026 is uitgereikt", "Onbelast verlof", "Emma Jansen")
        .doesNotContain("0,00", "Sam", "Architect");

    world.confirms(FATIMA, sam, 2, "2026-07-02");
    world.settle();

    var told = mails("emma@example.com").getLast().letter();
    assertThat(told.subject()).startsWith("Uitgereikt: 2 × extra vrije dag, voor je aanbeveling");
    assertThat(told.text()).contains("is uitgereikt").doesNotContain("€ 0,00", "Bedrag");
    assertThat(Told.view(world, EMMA, sam))
        .startsWith("completed; 1000.00 released for 2026-05-01, 0.00 paid for 2026-07-01");
    assertThat(world.seenBy(EMMA, sam).instalments().getLast().instalment().benefit())
        .contains(DAYS_OFF);
  }

  @Test
  void stand_in_every_list_of_the_reward_by_their_name() {
    var _ = samIsHiredAsArchitect();

    assertThat(mails("emma@example.com").getLast().letter().text())
        .contains("€ 1.000,00", "2 × extra vrije dag")
        .doesNotContain("€ 0,00");
  }

  @Test
  void are_cancelled_by_a_leave_before_their_day() {
    var sam = samIsHiredAsArchitect();
    world.goTo("2026-05-10T09:00");
    world.hears(left(SAMS_HR_NUMBER, "2026-05-31"));
    world.goTo("2026-07-02T09:00");

    assertThat(mails("hr@example.com")).isEmpty();
    assertThat(Told.ledger(world, sam)).last().asString().contains("cancelled 2 0.00");
  }

  @Test
  void are_no_line_of_the_payroll_system() {
    var _ = samIsHiredAsArchitect();
    world.goTo("2026-07-02T09:00");
    var day = LocalDate.parse("2026-07-31");

    var run = world.product().readPayRun.execute(day);

    assertThat(run.items()).hasSize(1);
    assertThat(run.items().getFirst().payout().benefit()).contains(DAYS_OFF);
  }

  @Test
  void go_whole_to_the_first_of_those_who_share() {
    architectsEarnDaysOff();
    world.changesRules(PETRA, new RuleBook(Set.of(), 0, Credit.SPLIT_EQUALLY, 28));
    var emmas = world.refers(EMMA, SAM, ARCHITECT);
    var joriss = world.refers(JORIS, SAM, ARCHITECT);
    world.accepts(emmas);
    world.accepts(joriss);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    assertThat(benefits(emmas)).containsExactly(Optional.empty(), Optional.of(DAYS_OFF));
    assertThat(benefits(joriss)).containsExactly(Optional.empty());
    assertThat(shown(EMMA, emmas)).containsExactly("500.00", "DAYS_OFF");
    assertThat(shown(JORIS, joriss)).containsExactly("500.00");

    world.goTo("2026-07-02T09:00");
    assertThat(Told.ledger(world, emmas)).hasSize(2);
    assertThat(Told.ledger(world, joriss))
        .containsExactly("2026-05-01T00:00 released 1 500.00 due 2026-05-01 promised 2026-05-29");
    assertThat(world.referral(joriss)).isInstanceOf(Referral.Completed.class);
    assertThat(Audit.of(world.ports().chronicles().read(joriss).orElseThrow())).isEmpty();
    assertThat(mails("joris@example.com"))
        .noneMatch(mail -> mail.letter().text().contains("€ 0,00"));
    world.assertSound();
  }

  @Test
  void leave_nothing_to_whoever_shares_a_reward_that_is_nothing_else() {
    var plan =
        new RewardPlan(
            Programme.euros("0.00"),
            List.of(InstalmentTerm.inKind(Milestone.END_OF_PROBATION, DAYS_OFF)));
    var _ =
        world
            .ports()
            .programmes()
            .save(
                new Vacancy(
                    ARCHITECT, "Architect", "lead", "Draws.", true, true, Optional.of(plan)),
                PETRA.id(),
                world.now());
    world.changesRules(PETRA, new RuleBook(Set.of(), 0, Credit.SPLIT_EQUALLY, 28));
    var emmas = world.refers(EMMA, SAM, ARCHITECT);
    var joriss = world.refers(JORIS, SAM, ARCHITECT);
    world.accepts(emmas);
    world.accepts(joriss);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.goTo("2026-07-02T09:00");

    assertThat(shown(EMMA, emmas)).containsExactly("DAYS_OFF");
    assertThat(shown(JORIS, joriss)).isEmpty();
    assertThat(Told.ledger(world, joriss)).isEmpty();
    assertThat(Audit.of(world.ports().chronicles().read(joriss).orElseThrow())).isEmpty();
    world.assertSound();
  }

  private List<Optional<Benefit>> benefits(ReferralId id) {
    return Owed.of(world.referral(id)).stream().map(line -> line.instalment().benefit()).toList();
  }

  private List<String> shown(Caller who, ReferralId id) {
    return world.seenBy(who, id).instalments().stream()
        .map(ShownInstalment::instalment)
        .map(part ->
            part.benefit()
                .map(benefit -> benefit.kind().name())
                .orElseGet(() -> part.amount().amount().toPlainString()))
        .toList();
  }
}
