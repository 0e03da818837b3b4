package io.referralflow.hire;

import static io.referralflow.hire.ReportFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

  @Test
  void is_greater_when_it_happened_later_whatever_the_id() {
    assertThat(stamp("2026-03-20T08:00:01Z", "a"))
        .isGreaterThan(stamp("2026-03-20T08:00:00Z", "b"));
  }

  @Test
  void of_the_same_moment_is_greater_by_its_id() {
    assertThat(stamp("2026-03-20T08:00:00Z", "b"))
        .isGreaterThan(stamp("2026-03-20T08:00:00Z", "a"));
  }

  @Test
  void sets_a_register_only_when_it_is_greater() {
    var register = new Register<>("old", stamp("2026-03-20T08:00:00Z", "b"));

    assertThat(register.offered("new", stamp("2026-03-20T08:00:00Z", "c")))
        .isEqualTo(new Register<>("new", stamp("2026-03-20T08:00:00Z", "c")));
    assertThat(register.offered("new", stamp("2026-03-20T08:00:00Z", "b"))).isEqualTo(register);
    assertThat(register.offered("new", stamp("2026-03-20T08:00:00Z", "a"))).isEqualTo(register);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "HR-1001", "~!"})
  void belongs_to_an_hr_number_of_visible_characters(String value) {
    assertThat(new HrNumber(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "HR 1", "HR\t1", "\u007f", "é"})
  void belongs_to_no_hr_number_with_others(String value) {
    assertThatThrownBy(() -> new HrNumber(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void belongs_to_an_hr_number_of_at_most_128_characters() {
    assertThat(HrNumber.isValid("9".repeat(128))).isTrue();
    assertThat(HrNumber.isValid("9".repeat(129))).isFalse();
  }
}
