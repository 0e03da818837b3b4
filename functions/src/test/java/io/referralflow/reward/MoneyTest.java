package io.referralflow.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Currency KWD = Currency.getInstance("KWD");

  @Nested
  class Amounts {

    @ParameterizedTest
    @CsvSource({"1750.00,EUR,175000", "0,EUR,0", "3.5,EUR,350", "1750,JPY,1750", "1.005,KWD,1005"})
    void are_whole_minor_units_of_their_currency(String amount, String currency, long minorUnits) {
      assertThat(Money.of(new BigDecimal(amount), Currency.getInstance(currency)))
          .isEqualTo(new Money(minorUnits, Currency.getInstance(currency)));
    }

    @ParameterizedTest
    @CsvSource({"175000,EUR,1750.00", "5,EUR,0.05", "1750,JPY,1750", "1005,KWD,1.005"})
    void are_shown_with_as_many_decimals_as_the_currency_has(
        long minorUnits, String currency, String amount) {
      assertThat(new Money(minorUnits, Currency.getInstance(currency)).amount())
          .isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @CsvSource({"0.001,EUR", "0.5,JPY", "1.0005,KWD"})
    void with_more_decimals_than_the_currency_has_are_refused(String amount, String currency) {
      assertThatThrownBy(() -> Money.of(new BigDecimal(amount), Currency.getInstance(currency)))
          .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void below_zero_are_refused() {
      assertThatThrownBy(() -> new Money(-1, EUR)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Money.of(new BigDecimal("-0.01"), EUR))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void have_an_order_and_a_difference_within_their_currency() {
      assertThat(new Money(5, EUR)).isGreaterThan(new Money(4, EUR));
      assertThat(new Money(5, EUR).minus(new Money(5, EUR))).isEqualTo(new Money(0, EUR));
      assertThat(new Money(5, EUR).minus(new Money(2, EUR))).isEqualTo(new Money(3, EUR));
      assertThatThrownBy(() -> new Money(5, EUR).minus(new Money(6, EUR)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Money(5, EUR).minus(new Money(1, JPY)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Money(5, EUR).compareTo(new Money(1, JPY)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void may_be_nothing() {
      assertThat(new Money(0, EUR).amount()).isEqualTo(new BigDecimal("0.00"));
    }
  }

  @Nested
  class Sums {

    @Test
    void add_minor_units() {
      assertThat(new Money(175000, EUR).plus(new Money(1, EUR))).isEqualTo(new Money(175001, EUR));
    }

    @Test
    void of_two_currencies_are_refused() {
      assertThatThrownBy(() -> new Money(1, EUR).plus(new Money(1, JPY)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("JPY is not EUR");
    }

    @Test
    void that_do_not_fit_are_refused() {
      assertThatThrownBy(() -> new Money(Long.MAX_VALUE, EUR).plus(new Money(1, EUR)))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Nested
  class Splits {

    @Test
    void cut_in_halves() {
      assertThat(new Money(350000, EUR).split(List.of(50, 50)))
          .containsExactly(new Money(175000, EUR), new Money(175000, EUR));
    }

    @Test
    void give_the_odd_cent_to_the_last_part() {
      assertThat(new Money(1, EUR).split(List.of(50, 50)))
          .containsExactly(new Money(0, EUR), new Money(1, EUR));
      assertThat(new Money(10001, EUR).split(List.of(33, 33, 34)))
          .containsExactly(new Money(3300, EUR), new Money(3300, EUR), new Money(3401, EUR));
    }

    @Test
    void into_one_part_are_the_whole() {
      assertThat(new Money(99999, EUR).split(List.of(100))).containsExactly(new Money(99999, EUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50,49", "50,51", "0,100", "100,0", "150,-50", "99", ""})
    void by_shares_that_are_no_hundred_percent_are_refused(String shares) {
      var percentages =
          shares.isEmpty()
              ? List.<Integer>of()
              : List.of(shares.split(",")).stream().map(Integer::valueOf).toList();

      assertThatThrownBy(() -> new Money(100, EUR).split(percentages))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void never_lose_or_make_a_cent() {
      theory()
          .forAll(longs().between(0, 100_000_000_000L), shares(), integers().between(0, 2))
          .checkAssert((minorUnits, shares, which) -> {
            var currency = List.of(EUR, JPY, KWD).get(which);

            var parts = new Money(minorUnits, currency).split(shares);

            assertThat(parts).hasSameSizeAs(shares);
            assertThat(parts).allMatch(part -> part.currency().equals(currency));
            assertThat(parts.stream().mapToLong(Money::minorUnits).sum()).isEqualTo(minorUnits);
          });
    }

    @Test
    void give_each_part_its_share_but_for_a_unit_per_part() {
      theory()
          .forAll(longs().between(0, 100_000_000_000L), shares())
          .checkAssert((minorUnits, shares) -> {
            var parts = new Money(minorUnits, EUR).split(shares);

            for (var i = 0; i < shares.size(); i++) {
              var exact =
                  BigDecimal.valueOf(minorUnits).multiply(BigDecimal.valueOf(shares.get(i), 2));
              var lost = exact.subtract(BigDecimal.valueOf(parts.get(i).minorUnits())).abs();
              assertThat(lost).isLessThanOrEqualTo(BigDecimal.valueOf(shares.size()));
            }
          });
    }

    /// Cuts 100 percent at up to five places.
    private static Gen<List<Integer>> shares() {
      return lists()
          .of(integers().between(1, 99))
          .ofSizeBetween(0, 5)
          .map(cuts -> {
            var shares = new ArrayList<Integer>();
            var cutBefore = 0;
            for (var cut : new TreeSet<>(cuts)) {
              shares.add(cut - cutBefore);
              cutBefore = cut;
            }
            shares.add(100 - cutBefore);
            return List.copyOf(shares);
          });
    }

    private static QuickTheory theory() {
      return qt().withFixedSeed(20260302L).withExamples(5_000);
    }
  }
}
