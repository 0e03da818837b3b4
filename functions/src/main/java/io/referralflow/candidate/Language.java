package io.referralflow.candidate;

import java.util.Locale;
import java.util.Optional;

/// A language in which the product writes to a person.
public enum Language {
  NL,
  EN;

  /// The tag used on the wire: `nl` or `en`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The language of a tag such as `nl` or `en-GB`; empty when the product does not speak it.
  public static Optional<Language> ofTag(String tag) {
    var language = Locale.forLanguageTag(tag).getLanguage();
    for (var each : values()) {
      if (each.tag().equals(language)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
