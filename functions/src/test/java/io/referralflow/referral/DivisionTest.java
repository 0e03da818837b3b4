package io.referralflow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import io.referralflow.referral.Division.Part;
import io.referralflow.reward.Money;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DivisionTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private static ReferralId referral(int number) {
    return new ReferralId("r0000000000000000000000" + (100 + number));
  }

  private static Division of(Integer... weights) {
    return of(List.of(weights));
  }

  private static Division of(List<Integer> weights) {
    return new Division(
        IntStream.range(0, weights.size())
            .mapToObj(i -> new Part(referral(i), weights.get(i)))
            .toList());
  }

  private static List<Long> cents(long amount, Division division) {
    return division.parts().stream()
        .map(part -> division.of(new Money(amount, EUR), part.referral()).minorUnits())
        .toList();
  }

  @Test
  void divides_in_proportion() {
    assertThat(cents(100_000, of(1, 1))).containsExactly(50_000L, 50_000L);
    assertThat(cents(100_000, of(60, 40))).containsExactly(60_000L, 40_000L);
    assertThat(cents(100_000, of(50, 30))).containsExactly(62_500L, 37_500L);
  }

  @Test
  void gives_the_cents_that_are_left_to_the_first() {
    assertThat(cents(100, of(1, 1, 1))).containsExactly(34L, 33L, 33L);
    assertThat(cents(101, of(1, 1, 1))).containsExactly(34L, 34L, 33L);
    assertThat(cents(1, of(1, 1))).containsExactly(1L, 0L);
  }

  @Test
  void gives_what_cannot_be_divided_to_the_greatest_part_and_of_equal_ones_to_the_first() {
    assertThat(firstOf(of(1, 1))).containsExactly(true, false);
    assertThat(firstOf(of(40, 60, 60))).containsExactly(false, true, false);
    assertThat(firstOf(of(0, 1))).containsExactly(false, true);
    assertThat(of(1).isFirst(referral(7))).isFalse();
  }

  private static List<Boolean> firstOf(Division division) {
    return division.parts().stream().map(part -> division.isFirst(part.referral())).toList();
  }

  @Test
  void gives_nothing_to_one_that_only_hears_of_the_hire() {
    assertThat(cents(101, of(0, 1, 1))).containsExactly(0L, 51L, 50L);
    assertThat(cents(101, of(1, 0))).containsExactly(101L, 0L);
    assertThat(of(1, 1).of(new Money(100, EUR), referral(7))).isEqualTo(new Money(0, EUR));
  }

  @Test
  void loses_no_cent_and_gives_nobody_more_than_a_cent_beyond_their_part() {
    qt().withFixedSeed(28L)
        .withExamples(20_000)
        .forAll(
            longs().between(0, 10_000_000_000L),
            lists().of(integers().between(1, 100)).ofSizeBetween(1, 10))
        .checkAssert((amount, weights) -> {
          var cents = cents(amount, of(weights));
          var all = weights.stream().mapToInt(Integer::intValue).sum();
          assertThat(cents.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
          for (var i = 0; i < weights.size(); i++) {
            var exact = (double) amount * weights.get(i) / all;
            assertThat(cents.get(i).doubleValue()).isBetween(exact - 1.001, exact + 1.001);
          }
        });
  }

  @Test
  void knows_who_else_hears_of_the_hire_and_whether_anybody_shares() {
    assertThat(of(1, 1, 0).others(referral(1))).containsExactly(referral(0), referral(2));
    assertThat(of(1, 1, 0).isShared()).isTrue();
    assertThat(of(1, 0).isShared()).isFalse();
  }

  @Test
  void refuses_to_divide_among_nobody() {
    assertThatThrownBy(() -> of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(2, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Division(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
