package io.referralflow.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockHistoryTest {

  @TempDir private Path folder;

  @AfterEach
  void back_to_real_time() {
    SteppedClock.setAhead(Duration.ZERO);
  }

  @Test
  void starts_at_real_time() {
    assertThat(history().now()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void what_happened_before_a_move_keeps_its_time() throws InterruptedException {
    ClockHistory history = history();
    Instant before = Instant.now();
    Thread.sleep(5);
    history.set(before.plus(Duration.ofDays(60)));
    Instant after = Instant.now();

    assertThat(history.moved(before)).isEqualTo(before);
    assertThat(history.moved(after))
        .isCloseTo(before.plus(Duration.ofDays(60)), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void goes_on_after_a_restart_where_it_was() {
    history().set(Instant.now().plus(Duration.ofDays(60)));
    SteppedClock.setAhead(Duration.ZERO);

    assertThat(history().now())
        .isCloseTo(Instant.now().plus(Duration.ofDays(60)), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void never_goes_back() {
    ClockHistory history = history();
    history.set(Instant.now().plus(Duration.ofDays(60)));
    history.set(Instant.now());

    assertThat(history.now()).isAfter(Instant.now().plus(Duration.ofDays(59)));
  }

  @Test
  void a_function_finds_it_as_the_service() {
    history().set(Instant.now().plus(Duration.ofDays(60)));

    assertThat(ServiceLoader.load(InstantSource.class).findFirst().orElseThrow().instant())
        .isAfter(Instant.now().plus(Duration.ofDays(59)));
  }

  private ClockHistory history() {
    return new ClockHistory(folder.resolve("clock.txt"), ZoneOffset.UTC);
  }
}
