package io.referralflow.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({"nl, NL", "en, EN", "EN, EN", "nl-BE, NL", "en-GB, EN"})
  void is_found_by_its_tag(String tag, Language language) {
    assertThat(Language.ofTag(tag)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "nederlands", "en_GB", "?"})
  void is_not_found_when_the_product_does_not_speak_it(String tag) {
    assertThat(Language.ofTag(tag)).isEmpty();
  }

  @Test
  void has_a_tag_of_two_letters() {
    assertThat(Language.NL.tag()).isEqualTo("nl");
    assertThat(Language.EN.tag()).isEqualTo("en");
  }
}
