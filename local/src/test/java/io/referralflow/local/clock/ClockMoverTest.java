package io.referralflow.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockMoverTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  @TempDir private Path folder;
  private ClockHistory clock;
  private final List<String> runs = new ArrayList<>();
  private final List<ZonedDateTime> moments = new ArrayList<>();

  @BeforeEach
  void begin_at_noon() {
    clock = new ClockHistory(folder.resolve("clock.txt"), ZONE);
    clock.set(
        ZonedDateTime.now(ZONE).plusDays(1).truncatedTo(ChronoUnit.DAYS).plusHours(12).toInstant());
  }

  @AfterEach
  void back_to_real_time() {
    SteppedClock.setAhead(Duration.ZERO);
  }

  @Test
  void every_morning_on_the_way_has_its_upkeep() throws InterruptedException {
    Instant start = clock.now();

    assertThat(mover(List.of()).advance("P3D")).isInstanceOf(ClockMover.Outcome.Settled.class);

    assertThat(runs).containsExactly("hourly", "daily", "daily", "daily", "hourly");
    assertThat(moments.subList(1, 4))
        .allSatisfy(
            at -> assertThat(at.toLocalTime()).isBetween(LocalTime.of(6, 0), LocalTime.of(6, 1)));
    assertThat(clock.now())
        .isBetween(start.plus(Duration.ofHours(71)), start.plus(Duration.ofHours(74)));
  }

  @Test
  void some_hours_within_a_day_have_the_hourly_one_only() throws InterruptedException {
    assertThat(mover(List.of()).advance("PT2H")).isInstanceOf(ClockMover.Outcome.Settled.class);

    assertThat(runs).containsExactly("hourly", "hourly");
  }

  @Test
  void stops_where_something_hangs_and_says_what() throws InterruptedException {
    var outcome = mover(List.of("a mail is being sent")).advance("P3D");

    assertThat(outcome).isInstanceOf(ClockMover.Outcome.Hanging.class);
    assertThat(((ClockMover.Outcome.Hanging) outcome).blockers())
        .containsExactly("a mail is being sent");
    assertThat(runs).containsExactly("hourly", "daily");
  }

  private ClockMover mover(List<String> blockersAfterUpkeep) {
    return new ClockMover(
        clock,
        kind -> {
          runs.add(kind);
          moments.add(clock.now().atZone(ZONE));
        },
        _ -> runs.contains("daily") ? blockersAfterUpkeep : List.of());
  }
}
