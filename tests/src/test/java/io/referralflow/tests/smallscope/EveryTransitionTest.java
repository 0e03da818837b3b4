package io.referralflow.tests.smallscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.hire.ReportFixtures;
import io.referralflow.port.Change;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralFixtures;
import io.referralflow.step.Consequences;
import io.referralflow.step.StepFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every fact in every state, 735 cells: what the rule book does not allow cannot be written. A
/// store takes nothing but a [Change], and a change that claims another state than its facts make
/// does not come into being, in production as in tests.
class EveryTransitionTest {

  private static final List<Referral> STATES = ReferralFixtures.oneOfEachState();

  private static final List<Fact> FACTS =
      Stream.concat(
              FactFixtures.oneOfEachKind().stream()
                  .filter(fact -> !(fact instanceof Fact.Reported)),
              ReportFixtures.oneOfEachKind().stream()
                  .map(report -> new Fact.Reported(Instant.parse("2026-04-01T12:00:00Z"), report)))
          .toList();

  @Test
  void that_is_not_allowed_cannot_be_written_whatever_state_it_claims() {
    var illegal = 0;
    for (var before : STATES) {
      for (var fact : FACTS) {
        if (Life.after(before, fact).isEmpty()) {
          illegal++;
          for (var claimed : STATES) {
            assertThatThrownBy(() -> change(before, fact, claimed))
                .as("%s on %s claimed to make %s", fact, before, claimed)
                .isInstanceOf(IllegalStateException.class);
          }
          assertThatThrownBy(() -> consequences(before, fact))
              .isInstanceOf(IllegalStateException.class);
        }
      }
    }

    assertThat(illegal).isEqualTo(570);
  }

  @Test
  void that_is_allowed_cannot_be_written_with_another_state_than_it_makes() {
    var legal = 0;
    for (var before : STATES) {
      for (var fact : FACTS) {
        var after = Life.after(before, fact);
        if (after.isPresent()) {
          legal++;
          assertThat(change(before, fact, after.get()).after()).isEqualTo(after.get());
          for (var claimed : STATES) {
            if (!claimed.equals(after.get())) {
              assertThatThrownBy(() -> change(before, fact, claimed))
                  .isInstanceOf(IllegalArgumentException.class);
            }
          }
        }
      }
    }

    assertThat(legal).isEqualTo(222);
  }

  private static Change change(Referral before, Fact fact, Referral claimed) {
    return new Change(
        Optional.of(StepFixtures.stored(before)),
        claimed,
        new OperationId("forged"),
        fact.at(),
        List.of(fact),
        List.of(),
        List.of(),
        false,
        false,
        new Change.Timer.Unchanged(),
        Optional.empty(),
        List.of());
  }

  private static Change consequences(Referral before, Fact fact) {
    Snapshot stored = StepFixtures.stored(before);
    return Consequences.of(
        stored, new OperationId("forged"), fact.at(), List.of(fact), List.of(), false);
  }
}
