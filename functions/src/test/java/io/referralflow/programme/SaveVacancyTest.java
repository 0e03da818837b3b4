package io.referralflow.programme;

import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.programme.SaveVacancy.Saving;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.RewardPlan;
import io.referralflow.scenario.Programme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Making and changing a vacancy.
class SaveVacancyTest {

  private static final Vacancy VACANCY =
      new Vacancy(new VacancyId("tester"), "Tester", "medior", "Breaks our services.", true);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-02T08:15:00Z"));
  private final InMemoryWorld store = new InMemoryWorld();
  private final SaveVacancy saveVacancy = new SaveVacancy(store.programmes(), clock);

  private void termsAreInForce() {
    var _ =
        new PublishTerms(store.programmes(), Programme.workingDays(), clock)
            .execute(Programme.terms(), Optional.empty(), RUBEN.id());
  }

  @Test
  void a_new_one_is_made_and_the_same_again_changes_nothing() {
    termsAreInForce();
    assertThat(saveVacancy.execute(VACANCY, RUBEN.id())).isEqualTo(Saving.MADE);
    assertThat(saveVacancy.execute(VACANCY, RUBEN.id())).isEqualTo(Saving.CHANGED);

    assertThat(store.programmes().vacancy(VACANCY.id())).hasValue(VACANCY);
  }

  @Test
  void a_known_one_is_changed() {
    termsAreInForce();
    assertThat(saveVacancy.execute(VACANCY, RUBEN.id())).isEqualTo(Saving.MADE);
    var closed = new Vacancy(VACANCY.id(), "Lead tester", "lead", "Breaks it all.", false);

    assertThat(saveVacancy.execute(closed, RUBEN.id())).isEqualTo(Saving.CHANGED);
    assertThat(store.programmes().vacancy(VACANCY.id())).hasValue(closed);
  }

  @Test
  void a_level_that_the_terms_do_not_know_is_refused() {
    termsAreInForce();
    var unknown = new Vacancy(VACANCY.id(), "Tester", "wizard", "Breaks our services.", true);

    assertThat(saveVacancy.execute(unknown, RUBEN.id())).isEqualTo(Saving.FUNCTION_LEVEL_UNKNOWN);
    assertThat(store.programmes().vacancy(VACANCY.id())).isEmpty();
  }

  @Test
  void the_level_of_one_that_cannot_be_read_whole_is_judged() {
    var judge = new JudgeVacancy(store.programmes(), clock);
    assertThat(judge.execute("medior")).isFalse();

    termsAreInForce();
    assertThat(judge.execute("medior")).isTrue();
    assertThat(judge.execute("wizard")).isFalse();
  }

  @Test
  void one_with_its_own_plan_or_outside_the_programme_needs_no_level_of_the_terms() {
    termsAreInForce();
    var plan =
        new RewardPlan(
            Programme.euros("800.00"),
            List.of(InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100)));
    var own =
        new Vacancy(
            VACANCY.id(), "Tester", "wizard", "Breaks things.", true, true, Optional.of(plan));
    var leftOut =
        new Vacancy(
            new VacancyId("chief"), "Chief", "board", "Leads.", true, false, Optional.empty());

    assertThat(saveVacancy.execute(own, RUBEN.id())).isEqualTo(Saving.MADE);
    assertThat(saveVacancy.execute(leftOut, RUBEN.id())).isEqualTo(Saving.MADE);
  }

  @Test
  void without_terms_no_level_is_known() {
    assertThat(saveVacancy.execute(VACANCY, RUBEN.id())).isEqualTo(Saving.FUNCTION_LEVEL_UNKNOWN);
  }
}
