package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A referrer cannot learn who is known: what they read of somebody known and of somebody unknown
/// is the same until a hire is attributed.
class NothingLearnedTest {

  private static final int PAIRS = 1_000;
  private static final long SEED = 1_000_000;

  @Test
  void one_call_more_about_somebody_known_is_found() {
    var leak = Pair.ofALeak(SEED);

    assertThat(leak.ofKnown().read()).isEqualTo(leak.ofUnknown().read());
    assertThat(leak.ofKnown().asked()).isNotEqualTo(leak.ofUnknown().asked());
  }

  /// Four standard deviations wide, for this many calls; the campaign looks closer.
  @Test
  void the_time_that_the_product_takes_does_not_tell() {
    var calls = 2_000;
    var area = Distinguisher.areaUnderTheCurve(SEED, calls);

    System.out.printf("Nothing learned: area under the curve of %d calls each %.4f%n", calls, area);
    assertThat(area).isBetween(0.46, 0.54);
  }

  @Test
  void the_same_story_reads_the_same_whoever_is_known() {
    Map<Pair.Known, Integer> told = new EnumMap<>(Pair.Known.class);
    var calls = 0;
    for (var seed = SEED; seed < SEED + PAIRS; seed++) {
      var story = Pair.of(seed);
      assertThat(story.ofKnown())
          .as("seed %d, %s, %s", seed, story.known(), story.steps())
          .isEqualTo(story.ofUnknown());
      told.merge(story.known(), 1, Integer::sum);
      calls += story.ofKnown().asked().size();
    }

    System.out.printf(
        "Nothing learned: %d pairs of stories, %d pairs of answers with equal calls of the stores,"
            + " %s%n",
        PAIRS, calls, told);
    assertThat(told).containsOnlyKeys(Pair.Known.values());
  }
}
