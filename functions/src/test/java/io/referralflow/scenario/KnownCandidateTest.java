package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.World.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.hire.Background;
import io.referralflow.referral.HeldBecause;
import io.referralflow.referral.Referral;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Terms under which nobody counts as referred who applied or worked here in the year before.
class KnownCandidateTest extends Story {

  private void askForAYear() {
    world.changesRules(PETRA, new RuleBook(Set.of(), 12, Credit.LOWEST_RECEIPT, 28));
  }

  private static Background applied(String day) {
    return new Background(Optional.of(LocalDate.parse(day)), Optional.empty());
  }

  private static Background workedHereUntil(String day) {
    return new Background(Optional.empty(), Optional.of(LocalDate.parse(day)));
  }

  @Test
  void the_hire_of_an_applicant_is_held_for_a_person() {
    askForAYear();
    var sam = samIsConsidered();
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01", applied("2026-01-15")).of(SAM));

    assertThat(world.referral(sam))
        .isInstanceOfSatisfying(
            Referral.Held.class,
            held -> assertThat(held.because()).isEqualTo(HeldBecause.CANDIDATE_KNOWN));
    assertThat(Told.decisions(world, EMMA, sam))
        .last()
        .isEqualTo(
            "2026-03-20 hire held by ended-before-hire, referred-after-hire not candidate-known");
    world.goTo("2026-05-02T09:00");
    assertThat(Told.ledger(world, sam)).isEmpty();

    world.allows(PETRA, sam);
    world.goTo("2026-05-03T09:00");
    assertThat(Told.ledger(world, sam)).anyMatch(row -> row.contains("released 1 1000.00"));
  }

  @Test
  void so_is_the_hire_of_a_former_employee() {
    askForAYear();
    var sam = samIsConsidered();
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01", workedHereUntil("2025-06-30")).of(SAM));

    assertThat(world.referral(sam)).isInstanceOf(Referral.Held.class);
  }

  @Test
  void who_applied_after_the_referral_or_long_ago_counts_as_referred() {
    askForAYear();
    var sam = samIsConsidered();
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01", applied("2026-03-04")).of(SAM));

    assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    assertThat(Told.decisions(world, EMMA, sam))
        .last()
        .isEqualTo(
            "2026-03-05 hire earns by ended-before-hire, referred-after-hire, candidate-known,"
                + " other-referral, own-hire");
  }

  @Test
  void under_terms_that_do_not_ask_it_does_not_matter() {
    var sam = samIsConsidered();
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01", applied("2026-01-15")).of(SAM));

    assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
  }

  @Test
  void it_can_turn_out_afterwards_while_nothing_is_paid_whatever_comes_first() {
    askForAYear();
    var sam = samIsConsidered();
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.hears(
        hired(SAMS_HR_NUMBER, "2026-05-01", applied("2026-01-15"))
            .of(SAM)
            .occurred(moment("2026-03-19T16:00")));

    assertThat(world.referral(sam)).isInstanceOf(Referral.Held.class);
    world.allows(PETRA, sam);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01", applied("2026-01-15")).of(SAM));
    assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
  }

  @Test
  void what_was_paid_is_not_taken_back() {
    askForAYear();
    var sam = samIsAtWork();
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01", applied("2026-01-15")).of(SAM));
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-01"));
    world.goTo("2026-07-02T09:00");

    assertThat(world.referral(sam)).isInstanceOf(Referral.Completed.class);
  }

  @Test
  void the_referrer_learns_nothing_of_it_before_the_hire() {
    askForAYear();
    var sam = samIsConsidered();

    assertThat(Told.decisions(world, EMMA, sam)).hasSize(1);
    assertThat(Told.decisions(world, RUBEN, sam)).hasSize(1);
  }
}
