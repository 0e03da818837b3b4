package io.referralflow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomIdsTest {

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-02T12:00:00Z"));
  private final RandomIds ids = new RandomIds(clock);

  @Test
  void ids_made_at_one_moment_differ() {
    var made = new HashSet<String>();
    for (var i = 0; i < 10_000; i++) {
      made.add(ids.nextReferral().value());
    }

    assertThat(made).hasSize(10_000);
  }

  @Test
  void an_id_made_later_sorts_later() {
    var before = ids.nextReferral().value();
    clock.advance(Duration.ofMillis(1));

    assertThat(ids.nextReferral().value()).isGreaterThan(before);
    clock.set(Instant.parse("2126-03-02T12:00:00Z"));
    assertThat(ids.nextReferral().value()).hasSize(26).isGreaterThan(before);
  }

  @Test
  void a_mark_is_short_and_its_writers_alone() {
    var one = RandomIds.nonce();

    assertThat(one).matches("[a-z0-9]{8}");
    assertThat(Set.of(one, RandomIds.nonce())).hasSize(2);
  }
}
