package io.referralflow.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvanceTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  @ParameterizedTest
  @CsvSource({
    "P1D, 2027-03-28T08:00:00Z",
    "P60D, 2027-05-26T08:00:00Z",
    "P1M, 2027-04-27T08:00:00Z",
    "P1W, 2027-04-03T08:00:00Z",
    "PT24H, 2027-03-28T09:00:00Z",
    "P1DT2H, 2027-03-28T10:00:00Z",
    "PT90S, 2027-03-27T09:01:30Z",
    "P0D, 2027-03-27T09:00:00Z"
  })
  void days_are_those_of_the_calendar_and_hours_those_of_the_clock(
      String distance, Instant target) {
    // Summer time begins in the night after this day.
    assertThat(Advance.parse(distance).from(Instant.parse("2027-03-27T09:00:00Z"), ZONE))
        .isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "P1DT", "60D", "P60", "tomorrow", "P1DT2D", "PTT"})
  void what_is_no_distance_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Advance.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-P1D", "P-1D", "PT-1H", "P1DT-1H", "P21Y", "P8000D", "PT200000H"})
  void backwards_and_too_far_are_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Advance.parse(text));
  }

  @Test
  void twenty_years_are_allowed() {
    assertThat(Advance.parse("P20Y").from(Instant.EPOCH, ZONE))
        .isEqualTo(Instant.parse("1990-01-01T00:00:00Z"));
  }
}
