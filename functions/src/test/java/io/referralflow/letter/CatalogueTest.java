package io.referralflow.letter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

  private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");

  private final Catalogue catalogue =
      new Catalogue(Map.of("hello", "Hello {name}, born in {year}", "bye", "Bye"));

  @Test
  void ends_a_sentence_with_one_full_stop() {
    var catalogue = new Catalogue(Map.of("at", "At {organisation}. From {organisation} to you."));

    assertThat(catalogue.say("at", Map.of("organisation", "Example B.V.")))
        .isEqualTo("At Example B.V. From Example B.V. to you.");
  }

  @Test
  void placeholders_are_filled_with_their_words() {
    assertThat(catalogue.say("hello", Map.of("name", "Sam", "year", "1990")))
        .isEqualTo("Hello Sam, born in 1990");
  }

  @Test
  void a_word_is_never_looked_into() {
    assertThat(catalogue.say("hello", Map.of("name", "{year} $1 \\", "year", "1990")))
        .isEqualTo("Hello {year} $1 \\, born in 1990");
  }

  @Test
  void a_missing_word_is_refused_by_name() {
    assertThatThrownBy(() -> catalogue.say("hello", Map.of("name", "Sam")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The letter lacks the fact year for hello");
  }

  @Test
  void an_unknown_key_is_refused_by_name() {
    assertThatThrownBy(() -> catalogue.say("good-day", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The catalogue has no words for good-day");
  }

  @Test
  void a_sentence_that_lacks_a_word_can_fall_away() {
    assertThat(catalogue.sayIfKnown("hello", Map.of("name", "Sam"))).isEmpty();
    assertThat(catalogue.sayIfKnown("hello", Map.of("name", "Sam", "year", "1990")))
        .contains("Hello Sam, born in 1990");
    assertThat(catalogue.sayIfKnown("bye", Map.of())).contains("Bye");
  }

  @Test
  void a_catalogue_does_not_change_with_the_map_it_came_from() {
    var sentences = new HashMap<>(Map.of("bye", "Bye"));
    var made = new Catalogue(sentences);

    sentences.clear();

    assertThat(made.say("bye", Map.of())).isEqualTo("Bye");
  }

  @ParameterizedTest
  @EnumSource
  void no_sentence_is_empty_or_has_space_around_it(Language language) {
    assertThat(Catalogue.of(language).sentences())
        .isNotEmpty()
        .allSatisfy((_, sentence) -> assertThat(sentence).isNotEmpty().isEqualTo(sentence.strip()));
  }

  @Test
  void all_languages_say_the_same_with_the_same_words() {
    var dutch = placeholders(Catalogue.of(Language.NL));
    var english = placeholders(Catalogue.of(Language.EN));

    assertThat(dutch).hasSizeGreaterThan(100).isEqualTo(english);
  }

  private static Map<String, Set<String>> placeholders(Catalogue catalogue) {
    return catalogue.sentences().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> placeholders(entry.getValue())));
  }

  private static Set<String> placeholders(String sentence) {
    return BRACES
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
