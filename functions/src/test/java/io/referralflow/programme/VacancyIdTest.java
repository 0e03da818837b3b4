package io.referralflow.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VacancyIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "java-engineer", "V_2026.03"})
  void is_made_of_letters_digits_dots_dashes_and_underscores(String value) {
    assertThat(VacancyId.isValid(value)).isTrue();
    assertThat(new VacancyId(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", ".a", "_a", "a b", "a/b", "a#b", "é", "a\n"})
  void is_refused_when_it_has_anything_else(String value) {
    assertThat(VacancyId.isValid(value)).isFalse();
    assertThatThrownBy(() -> new VacancyId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void has_at_most_64_characters() {
    assertThat(VacancyId.isValid("v".repeat(64))).isTrue();
    assertThat(VacancyId.isValid("v".repeat(65))).isFalse();
  }
}
