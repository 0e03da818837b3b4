package io.referralflow.letter;

import io.referralflow.candidate.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of one language: sentences by key, with placeholders such as `{vacancy}`.
record Catalogue(Map<String, String> sentences) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  Catalogue {
    sentences = Map.copyOf(sentences);
  }

  static Catalogue of(Language language) {
    var file = language.tag() + ".properties";
    try (var bytes = Catalogue.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("No catalogue " + file);
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return new Catalogue(
          properties.stringPropertyNames().stream()
              .collect(Collectors.toMap(Function.identity(), properties::getProperty)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The sentence of a key, each placeholder filled with its word. A word is never looked into:
  /// what looks like a placeholder in somebody's name stays as it is. A sentence that ends with a
  /// name such as Example B.V. has one full stop.
  String say(String key, Map<String, String> words) {
    var sentence = sentence(key);
    if (sentence.indexOf('{') < 0) {
      return sentence;
    }
    return PLACEHOLDER
        .matcher(sentence)
        .replaceAll(found -> {
          var word = word(found.group(1), key, words);
          var doubled = word.endsWith(".") && sentence.startsWith(".", found.end());
          return Matcher.quoteReplacement(doubled ? word.substring(0, word.length() - 1) : word);
        });
  }

  /// The same, or nothing when a word that the sentence needs is not known.
  Optional<String> sayIfKnown(String key, Map<String, String> words) {
    return words.keySet().containsAll(placeholders(key))
        ? Optional.of(say(key, words))
        : Optional.empty();
  }

  /// The names of the placeholders of a sentence.
  private Set<String> placeholders(String key) {
    return PLACEHOLDER
        .matcher(sentence(key))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private String sentence(String key) {
    var sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("The catalogue has no words for " + key);
    }
    return sentence;
  }

  /// A word, or a refusal that says which fact is missing.
  static String word(String name, String key, Map<String, String> words) {
    var word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("The letter lacks the fact " + name + " for " + key);
    }
    return word;
  }
}
