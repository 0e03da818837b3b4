package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing refused leaves a trace.
class RefusalsTest {

  private static final int ENOUGH = 10_000;
  private static final long SEED = 20_260_302;

  @Test
  void nothing_refused_leaves_a_trace() {
    var refusals = Refusals.of(SEED, ENOUGH);

    System.out.printf(
        "Refusals: seed %d, %d requests asked, %d refused without a trace, statuses %s, %d wrong%n",
        SEED, refusals.asked(), refusals.refused(), refusals.statuses(), refusals.wrong().size());
    assertThat(refusals.wrong().stream().limit(10)).isEmpty();
    assertThat(List.of(400, 401, 403, 404, 409, 413, 415, 422))
        .allSatisfy(
            status -> assertThat(refusals.statuses().getOrDefault(status, 0)).isGreaterThan(20));
  }
}
