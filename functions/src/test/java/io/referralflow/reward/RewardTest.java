package io.referralflow.reward;

import static io.referralflow.reward.Milestone.END_OF_PROBATION;
import static io.referralflow.reward.Milestone.FIRST_WORKING_DAY;
import static io.referralflow.reward.Milestone.HIRE_AGREED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void is_cut_by_the_terms_in_order_of_payment() {
    var reward =
        Reward.of(
            new Money(100001, EUR),
            List.of(
                InstalmentTerm.share(HIRE_AGREED, 20),
                InstalmentTerm.share(FIRST_WORKING_DAY, 30),
                InstalmentTerm.share(END_OF_PROBATION, 50)));

    assertThat(reward)
        .isEqualTo(
            new Reward(
                List.of(
                    new Instalment(1, HIRE_AGREED, new Money(20000, EUR)),
                    new Instalment(2, FIRST_WORKING_DAY, new Money(30000, EUR)),
                    new Instalment(3, END_OF_PROBATION, new Money(50001, EUR)))));
  }

  @Test
  void finds_an_instalment_by_its_number() {
    var first = new Instalment(1, FIRST_WORKING_DAY, new Money(1, EUR));
    var second = new Instalment(2, END_OF_PROBATION, new Money(2, EUR));
    var reward = new Reward(List.of(first, second));

    assertThat(reward.instalment(1)).contains(first);
    assertThat(reward.instalment(2)).contains(second);
    assertThat(reward.instalment(3)).isEmpty();
  }

  @Test
  void has_at_least_one_instalment() {
    assertThatThrownBy(() -> new Reward(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keeps_a_copy_of_its_instalments() {
    var instalments = new ArrayList<Instalment>();
    instalments.add(new Instalment(1, FIRST_WORKING_DAY, new Money(1, EUR)));
    var reward = new Reward(instalments);

    instalments.clear();

    assertThat(reward.instalments()).hasSize(1);
  }

  @Test
  void numbers_its_instalments_from_one() {
    assertThatThrownBy(() -> new Instalment(0, FIRST_WORKING_DAY, new Money(1, EUR)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
