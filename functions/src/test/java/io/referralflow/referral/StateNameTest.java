package io.referralflow.referral;

import static io.referralflow.referral.ReferralFixtures.oneOfEachState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateNameTest {

  @Test
  void is_the_name_of_the_state() {
    assertThat(oneOfEachState())
        .allMatch(referral ->
            StateName.of(referral)
                .name()
                .replace("_", "")
                .equalsIgnoreCase(referral.getClass().getSimpleName()));
  }

  @Test
  void of_a_stage_is_the_same() {
    assertThat(Arrays.stream(Stage.values()).map(StateName::of))
        .containsExactly(
            StateName.INVITED,
            StateName.SCREENING,
            StateName.HIRING,
            StateName.HIRED,
            StateName.PROBATION);
  }

  @Test
  void and_all_else_stays_when_only_the_dossier_changes() {
    var other = oneOfEachState().getFirst().dossier().erased(Instant.EPOCH);

    assertThat(oneOfEachState())
        .allMatch(referral -> {
          var changed = referral.with(other);
          return changed.dossier().equals(other)
              && changed.with(referral.dossier()).equals(referral);
        });
  }

  @Test
  void comes_with_the_id_of_the_submission() {
    assertThat(oneOfEachState())
        .allMatch(referral -> referral.id().equals(new ReferralId("r0000000000000000000000017")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "r000000000000000000000001",
        "r00000000000000000000000001",
        "R0000000000000000000000017",
        "r-000000000000000000000017"
      })
  void never_comes_with_an_id_of_another_form(String value) {
    assertThatThrownBy(() -> new ReferralId(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
