package io.referralflow.delivery;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.letter.LetterKind;
import io.referralflow.port.Backgrounds.Background;
import java.util.Optional;

/// Who receives a letter.
record Addressee(Email email, String name, Language language) {

  /// The person a letter goes to; empty when their data is gone.
  static Optional<Addressee> of(LetterKind kind, Background background) {
    return switch (kind.recipient()) {
      case CANDIDATE ->
          background.candidate().map(who -> new Addressee(who.email(), who.name(), who.language()));
      case REFERRER ->
          background.referrer().map(who -> new Addressee(who.email(), who.name(), who.language()));
      case FINANCE -> {
        var settings =
            background
                .settings()
                .orElseThrow(() -> new IllegalStateException("The programme has no settings"));
        yield Optional.of(new Addressee(settings.financeEmail(), "", settings.language()));
      }
    };
  }
}
