package io.referralflow.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The gate: histories of three virtual years under faults violate no promise, and every fault
/// strikes every step. Numbers stand in the output and in `docs/evidence.md`.
class SimulationIT {

  private static final int HISTORIES = Integer.getInteger("simulation.histories", 60_000);
  private static final int THREADS = 2;

  @Test
  void no_history_violates_a_promise_whatever_breaks() {
    var totals = Totals.play(1, HISTORIES, THREADS);
    System.out.println(totals.told());
    assertThat(totals.violations()).isEmpty();
    assertThat(totals.newPlaces())
        .as("calls that the product did not make before: lines to be added to places.txt")
        .isEmpty();
    assertThat(totals.rare()).as("faults that struck too seldom").isEmpty();
  }

  /// Each is put between the product and one of its ports, and taken out again.
  @Test
  void every_planted_bug_is_found() {
    var finds = Planted.findAll(THREADS);
    System.out.println(Planted.told(finds));
    assertThat(Plant.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(finds).containsOnlyKeys(Plant.all());
    assertThat(finds).allSatisfy((_, find) -> assertThat(find.seeds()).isPositive());
  }

  @Test
  void a_failing_story_shrinks_to_a_short_one() {
    var plant = new Plant(Plant.Bug.LEDGER_TORN);

    var story = Shrinker.shrink(Teller.tell(1), plant);

    assertThat(story.events()).hasSizeLessThan(6);
    assertThat(History.play(Story.parse(story.text()), plant).violations()).isNotEmpty();
    assertThat(History.play(story).violations()).isEmpty();
  }

  /// Stories that once showed something wrong, in the product or in the rules.
  @Test
  void what_went_wrong_once_goes_well() throws IOException {
    var folder =
        Path.of(
            System.getProperty("project.root", ".."),
            "tests/src/test/resources/io/referralflow/tests/simulation/regressions");
    try (var files = Files.list(folder)) {
      var stories = files.sorted().toList();
      assertThat(stories).isNotEmpty();
      for (var file : stories) {
        assertThat(History.play(Story.parse(Files.readString(file))).violations())
            .as(file.getFileName().toString())
            .isEmpty();
      }
    }
  }

  @Test
  void the_same_seed_goes_the_same_way() {
    for (var seed = 1L; seed <= 1_000; seed++) {
      assertThat(History.play(Teller.tell(seed)).trace())
          .as("seed %d", seed)
          .isEqualTo(History.play(Teller.tell(seed)).trace());
    }
  }

  /// Upkeep runs that would find nothing are left out. The same histories with every run played, at
  /// each of 26,000 full hours, write the same.
  @Test
  void upkeep_that_finds_nothing_changes_nothing() {
    var seed = 1L;
    for (var compared = 0; compared < 10; seed++) {
      var story = Teller.tell(seed);
      if (story.faults().isEmpty() && story.skew() == 0) {
        assertThat(History.playEveryHour(story).written())
            .as("seed %d", seed)
            .isEqualTo(History.play(story).written());
        compared++;
      }
    }
  }
}
