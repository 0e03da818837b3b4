package io.referralflow.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
              new InstalmentTerm(Milestone.FIRST_WORKING_DAY, 50),
              new InstalmentTerm(Milestone.END_OF_PROBATION, 50)));
  private final Terms terms =
      new Terms(3, Instant.parse("2026-01-01T00:00:00Z"), text, levels, instalments, 2, 30, 12);

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
