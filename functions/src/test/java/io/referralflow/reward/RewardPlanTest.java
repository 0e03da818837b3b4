package io.referralflow.reward;

import static io.referralflow.reward.InstalmentTerm.fixed;
import static io.referralflow.reward.InstalmentTerm.inKind;
import static io.referralflow.reward.InstalmentTerm.share;
import static io.referralflow.reward.Milestone.END_OF_PROBATION;
import static io.referralflow.reward.Milestone.FIRST_WORKING_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.reward.RewardPlan.Flaw;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewardPlanTest {

  private static final Milestone HALF_A_YEAR = new Milestone.MonthsServed(6);

  @Test
  void is_cut_by_shares() {
    var plan =
        new RewardPlan(
            euros(100001), List.of(share(FIRST_WORKING_DAY, 30), share(HALF_A_YEAR, 70)));

    assertThat(plan.reward())
        .isEqualTo(
            new Reward(
                List.of(
                    new Instalment(1, FIRST_WORKING_DAY, euros(30000)),
                    new Instalment(2, HALF_A_YEAR, euros(70001)))));
  }

  @Test
  void is_cut_by_amounts() {
    var plan =
        new RewardPlan(
            euros(100001),
            List.of(fixed(END_OF_PROBATION, euros(100000)), fixed(HALF_A_YEAR, euros(1))));

    assertThat(plan.reward())
        .isEqualTo(
            new Reward(
                List.of(
                    new Instalment(1, END_OF_PROBATION, euros(100000)),
                    new Instalment(2, HALF_A_YEAR, euros(1)))));
  }

  private static final Benefit DAYS_OFF =
      new Benefit(RewardKind.DAYS_OFF, 2, "Extra vrije dag", "Extra day off");

  private static Instalment daysOff(int number) {
    return new Instalment(number, HALF_A_YEAR, euros(0), Optional.of(DAYS_OFF));
  }

  @Test
  void has_other_rewards_beside_its_shares() {
    var plan =
        new RewardPlan(
            euros(1001),
            List.of(
                share(FIRST_WORKING_DAY, 50),
                inKind(HALF_A_YEAR, DAYS_OFF),
                share(END_OF_PROBATION, 50)));

    assertThat(plan.reward().instalments())
        .containsExactly(
            new Instalment(1, FIRST_WORKING_DAY, euros(500)),
            daysOff(2),
            new Instalment(3, END_OF_PROBATION, euros(501)));
    assertThat(daysOff(2).kind()).isEqualTo(RewardKind.DAYS_OFF);
    assertThat(plan.reward().instalments().getFirst().kind()).isEqualTo(RewardKind.MONEY);
  }

  @Test
  void has_other_rewards_beside_its_amounts_or_nothing_else() {
    var plan =
        new RewardPlan(
            euros(700),
            List.of(inKind(HALF_A_YEAR, DAYS_OFF), fixed(FIRST_WORKING_DAY, euros(700))));

    assertThat(plan.reward().instalments())
        .containsExactly(daysOff(1), new Instalment(2, FIRST_WORKING_DAY, euros(700)));
    assertThat(new RewardPlan(euros(0), List.of(inKind(HALF_A_YEAR, DAYS_OFF))).reward())
        .isEqualTo(new Reward(List.of(daysOff(1))));
  }

  @Test
  void benefits_are_neither_money_nor_nothing() {
    assertThatThrownBy(() -> new Benefit(RewardKind.MONEY, 1, "Geld", "Money"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Benefit(RewardKind.CHARITY, 0, "Gift", "Gift"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Benefit(RewardKind.CHARITY, Benefit.MOST + 1, "Gift", "Gift"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Instalment(1, HALF_A_YEAR, euros(1), Optional.of(DAYS_OFF)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Nested
  class That_contradicts_itself {

    @Test
    void has_money_that_no_part_pays() {
      assertThat(RewardPlan.flaw(euros(100), List.of(inKind(HALF_A_YEAR, DAYS_OFF))))
          .contains(Flaw.AMOUNTS);
      assertThat(flaw(inKind(HALF_A_YEAR, DAYS_OFF), share(END_OF_PROBATION, 99)))
          .isEqualTo(Flaw.SHARES);
    }

    @Test
    void has_no_instalment() {
      assertThat(RewardPlan.flaw(euros(100), List.of())).contains(Flaw.EMPTY);
    }

    @Test
    void has_shares_beside_amounts() {
      assertThat(flaw(share(FIRST_WORKING_DAY, 50), fixed(END_OF_PROBATION, euros(50))))
          .isEqualTo(Flaw.MIXED);
    }

    @Test
    void has_shares_that_are_no_hundred() {
      assertThat(flaw(share(FIRST_WORKING_DAY, 50), share(END_OF_PROBATION, 49)))
          .isEqualTo(Flaw.SHARES);
      assertThat(flaw(share(FIRST_WORKING_DAY, 50), share(END_OF_PROBATION, 51)))
          .isEqualTo(Flaw.SHARES);
    }

    @Test
    void has_a_share_of_nothing() {
      assertThat(flaw(share(FIRST_WORKING_DAY, 100), share(END_OF_PROBATION, 0)))
          .isEqualTo(Flaw.SHARES);
    }

    @Test
    void has_amounts_that_are_not_the_whole() {
      assertThat(flaw(fixed(FIRST_WORKING_DAY, euros(99)))).isEqualTo(Flaw.AMOUNTS);
      assertThat(flaw(fixed(FIRST_WORKING_DAY, euros(101)))).isEqualTo(Flaw.AMOUNTS);
    }

    @Test
    void has_an_amount_of_nothing() {
      assertThat(flaw(fixed(FIRST_WORKING_DAY, euros(100)), fixed(END_OF_PROBATION, euros(0))))
          .isEqualTo(Flaw.AMOUNTS);
    }

    @Test
    void has_shares_that_come_to_nothing() {
      assertThat(RewardPlan.flaw(euros(0), List.of(share(FIRST_WORKING_DAY, 100))))
          .contains(Flaw.NOTHING);
      assertThat(
              RewardPlan.flaw(
                  euros(1), List.of(share(FIRST_WORKING_DAY, 50), share(END_OF_PROBATION, 50))))
          .contains(Flaw.NOTHING);
      assertThat(RewardPlan.flaw(euros(1), List.of(share(FIRST_WORKING_DAY, 100)))).isEmpty();
    }

    @Test
    void has_an_amount_in_another_currency() {
      assertThat(flaw(fixed(FIRST_WORKING_DAY, new Money(100, Currency.getInstance("USD")))))
          .isEqualTo(Flaw.AMOUNTS);
    }

    @Test
    void cannot_be_made() {
      assertThatThrownBy(() -> new RewardPlan(euros(100), List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }

    private static Flaw flaw(InstalmentTerm... terms) {
      return RewardPlan.flaw(euros(100), List.of(terms)).orElseThrow();
    }
  }

  @Test
  void keeps_a_copy_of_its_instalments() {
    var terms = new ArrayList<InstalmentTerm>();
    terms.add(share(FIRST_WORKING_DAY, 100));
    var plan = new RewardPlan(euros(100), terms);

    terms.clear();

    assertThat(plan.instalments()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 61})
  void a_service_that_nobody_waits_for_is_no_milestone(int months) {
    assertThatThrownBy(() -> new Milestone.MonthsServed(months))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void service_from_a_month_to_five_years_is_a_milestone(int months) {
    assertThat(new Milestone.MonthsServed(months).months()).isEqualTo(months);
  }

  private static Money euros(long cents) {
    return new Money(cents, Currency.getInstance("EUR"));
  }
}
