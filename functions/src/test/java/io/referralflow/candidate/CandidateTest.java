package io.referralflow.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CandidateTest {

  @Test
  void does_not_show_personal_data() {
    var candidate =
        new Candidate(
            "Sam Sample",
            new Email("sam@example.com"),
            Optional.of("+31 20 555 0100"),
            Optional.of("https://linkedin.example/in/sam"),
            Language.NL,
            Optional.of(Relation.FRIEND),
            Optional.of("We worked together."),
            OptionalInt.of(5));

    assertThat(candidate).hasToString("Candidate[…]");
  }

  @Test
  void is_kept_for_four_weeks_or_with_consent_for_a_year() {
    assertThat(Keep.PROCEDURE.afterEnd()).isEqualTo(Duration.ofDays(28));
    assertThat(Keep.YEAR.afterEnd()).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void has_a_key_that_is_not_empty() {
    assertThat(new PersonKey("1:0f").value()).isEqualTo("1:0f");
    assertThatThrownBy(() -> new PersonKey("")).isInstanceOf(IllegalArgumentException.class);
  }
}
