package io.referralflow.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.Promise;
import io.referralflow.reward.Reward;
import io.referralflow.reward.RewardPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermsTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private final Map<Language, String> text = new HashMap<>(Map.of(Language.EN, "Refer."));
  private final List<Terms.Level> levels =
      new ArrayList<>(
          List.of(
              new Terms.Level("junior", new Money(100000, EUR)),
              new Terms.Level("lead", new Money(500000, EUR))));
  private final List<InstalmentTerm> instalments =
      new ArrayList<>(
          List.of(
              InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 50),
              InstalmentTerm.share(Milestone.END_OF_PROBATION, 50)));
  private final Terms terms =
      new Terms(
          3,
          Instant.parse("2026-01-01T00:00:00Z"),
          text,
          levels,
          instalments,
          2,
          Promise.within(30),
          12);

  @Test
  void name_the_reward_of_a_function_level_in_instalments() {
    assertThat(terms.reward("lead"))
        .contains(
            new Reward(
                List.of(
                    new Instalment(1, Milestone.FIRST_WORKING_DAY, new Money(250000, EUR)),
                    new Instalment(2, Milestone.END_OF_PROBATION, new Money(250000, EUR)))));
    assertThat(terms.reward("junior"))
        .contains(
            new Reward(
                List.of(
                    new Instalment(1, Milestone.FIRST_WORKING_DAY, new Money(50000, EUR)),
                    new Instalment(2, Milestone.END_OF_PROBATION, new Money(50000, EUR)))));
  }

  @Test
  void cut_a_level_in_its_own_way_where_it_has_one() {
    levels.add(
        new Terms.Level(
            "senior",
            new Money(350000, EUR),
            List.of(InstalmentTerm.share(new Milestone.MonthsServed(6), 100))));
    var other = new Terms(3, Instant.EPOCH, text, levels, instalments, 2, Promise.within(30), 12);

    assertThat(other.reward("senior"))
        .contains(
            new Reward(
                List.of(new Instalment(1, new Milestone.MonthsServed(6), new Money(350000, EUR)))));
  }

  @Test
  void give_a_vacancy_the_reward_of_its_level_its_own_or_none() {
    var plan =
        new RewardPlan(
            new Money(600000, EUR), List.of(InstalmentTerm.share(Milestone.HIRE_AGREED, 100)));

    assertThat(terms.reward(vacancy(true, Optional.empty()))).isEqualTo(terms.reward("lead"));
    assertThat(terms.reward(vacancy(true, Optional.of(plan)))).contains(plan.reward());
    assertThat(terms.reward(vacancy(false, Optional.empty()))).isEmpty();
    assertThat(terms.reward(vacancy(false, Optional.of(plan)))).isEmpty();
  }

  private static Vacancy vacancy(boolean inProgramme, Optional<RewardPlan> plan) {
    return new Vacancy(
        new VacancyId("architect"), "Architect", "lead", "Draws.", true, inProgramme, plan);
  }

  @Test
  void name_no_reward_for_a_level_they_do_not_know() {
    assertThat(terms.reward("chief")).isEmpty();
  }

  @Test
  void do_not_change_once_published() {
    text.clear();
    levels.clear();
    instalments.clear();

    assertThat(terms.text()).containsExactly(Map.entry(Language.EN, "Refer."));
    assertThat(terms.levels()).hasSize(2);
    assertThat(terms.instalments()).hasSize(2);
  }
}
