package io.referralflow.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonsChanceTest {

  private static final CommonsChance CHANCE = new CommonsChance();

  /// The tea of Fisher's lady: three of four cups recognised is 34 in 70 for both sides.
  @Test
  void the_lady_tasting_tea_may_have_guessed() {
    assertThat(CHANCE.ofShares(3, 4, 1, 4)).isCloseTo(34.0 / 70, within(1e-9));
    assertThat(CHANCE.ofShares(4, 4, 0, 4)).isCloseTo(2.0 / 70, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 0, 20", "10, 10, 20, 20", "0, 0, 5, 10", "5, 10, 0, 0"})
  void where_nothing_can_differ_it_is_certain(int hits, int of, int otherHits, int otherOf) {
    assertThat(CHANCE.ofShares(hits, of, otherHits, otherOf)).isEqualTo(1);
  }

  /// Two of the twenty ways to rank three and three are as far apart as can be.
  @Test
  void the_ranks_of_three_and_three_differ_by_chance_in_one_case_of_ten() {
    assertThat(CHANCE.ofRanks(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)))
        .isCloseTo(0.1, within(1e-9));
  }

  @Test
  void the_same_measurements_do_not_differ() {
    assertThat(CHANCE.ofRanks(List.of(1.0, 2.0, 3.0, 4.0), List.of(1.0, 2.0, 3.0, 4.0)))
        .isGreaterThan(0.9);
  }
}
