package io.referralflow.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A stage, reason, milestone or state is called the same in a letter and on the site, since people
/// read both. Only the capital differs: the site shows a label, a letter speaks in a sentence.
class SharedWordsTest {

  private static final Path SITE = Path.of("..", "web", "src", "i18n");
  private static final Pattern TERM = Pattern.compile("(stage|reason|milestone)\\..*");

  @ParameterizedTest
  @EnumSource
  void the_terms_of_the_business_are_the_site_s(Language language) {
    var site = site(language);
    var terms = new TreeMap<>(Catalogue.of(language).sentences());
    terms.keySet().removeIf(key -> !TERM.matcher(key).matches());

    assertThat(terms).hasSizeGreaterThan(14);
    assertThat(terms)
        .allSatisfy((key, term) -> assertThat(site.get(key)).isEqualToIgnoringCase(term));
  }

  @ParameterizedTest
  @CsvSource({
    "NL,released", "NL,paid", "NL,cancelled", "NL,held",
    "EN,released", "EN,paid", "EN,cancelled", "EN,held"
  })
  void what_became_of_an_instalment_is_said_in_the_site_s_words(Language language, String state) {
    var key = "instalment." + state;
    var word = String.valueOf(site(language).get(key)).toLowerCase(Locale.ROOT);

    assertThat(Catalogue.of(language).sentences().get(key)).startsWith(word);
  }

  private static Map<String, String> site(Language language) {
    return JsonMapper.shared()
        .readValue(
            SITE.resolve(language.tag() + ".json"), new TypeReference<Map<String, String>>() {});
  }
}
