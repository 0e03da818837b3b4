package io.referralflow.aws.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.FakeIds;
import io.referralflow.port.Erasure;
import io.referralflow.port.Erasure.Ending;
import io.referralflow.port.Referrals;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.scenario.FaultyReferrals;
import io.referralflow.scenario.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptItemTest {

  /// The table deletes what is expired in its own time; what is not expired it must not delete.
  @Test
  void that_somebody_was_let_go_is_kept_longer_than_upkeep_reads_back() {
    var asked = new ArrayList<Instant>();
    var world =
        World.on(
            "2026-06-15T10:00",
            ports ->
                ports.withReferrals(
                    new FaultyReferrals() {
                      @Override
                      public Referrals sound() {
                        return ports.referrals();
                      }

                      @Override
                      public List<Erasure> erasedBetween(Instant from, Instant to) {
                        asked.add(from);
                        return sound().erasedBetween(from, to);
                      }
                    }));
    world.upkeep(Run.AMNESIA);

    assertThat(asked).containsExactly(world.now().minus(Duration.ofDays(60)));
    var oldest =
        KeptItem.toItem(new Erasure(FakeIds.referral(1), Ending.WITHDRAWN, true), asked.getFirst());
    assertThat(oldest.number("expiresAt"))
        .isEqualTo(world.now().plus(Duration.ofDays(30)).getEpochSecond());
  }
}
