package io.referralflow.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private final Settings settings =
      new Settings(
          "Example",
          new Email("finance@example.com"),
          ZoneId.of("Europe/Amsterdam"),
          Duration.ofDays(5),
          Duration.ofDays(14),
          Duration.ofHours(24),
          Language.NL);

  @Test
  void questions_about_data_go_to_finance_where_nobody_is_named() {
    assertThat(settings.privacyContact()).isEqualTo(new Email("finance@example.com"));
    assertThat(settings.with(new Email("privacy@example.com")).privacyContact())
        .isEqualTo(new Email("privacy@example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-30T21:59:59Z, 2026-04-30",
    "2026-04-30T22:00:00Z, 2026-05-01",
    "2026-12-31T22:59:59Z, 2026-12-31",
    "2026-12-31T23:00:00Z, 2027-01-01"
  })
  void say_which_day_it_is_in_the_programmes_zone(Instant moment, LocalDate day) {
    assertThat(settings.day(moment)).isEqualTo(day);
  }
}
