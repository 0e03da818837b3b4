package io.referralflow.function.api;

import io.referralflow.json.Decoded;
import java.util.function.Function;

/// Passes a decoded body on, or refuses it.
final class Bodies {

  private Bodies() {}

  static <T> Answer then(Decoded<T> decoded, Function<T, Answer> handler) {
    return switch (decoded) {
      case Decoded.Right<T>(var value) -> handler.apply(value);
      case Decoded.Malformed<T> _ -> Answer.refused(Refusal.MALFORMED, "The body is not JSON.");
      case Decoded.Wrong<T>(var errors) -> Answer.wrong(errors);
    };
  }
}
