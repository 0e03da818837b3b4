package io.referralflow.function.api;

import io.referralflow.json.Decoded;
import io.referralflow.json.FieldError;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Passes a decoded body on, or refuses it.
final class Bodies {

  private Bodies() {}

  static <T> Answer then(Decoded<T> decoded, Function<T, Answer> handler) {
    return then(decoded, List::of, handler);
  }

  /// @param rules what rules say of a body that has wrong fields, so that all is told at once
  static <T> Answer then(
      Decoded<T> decoded, Supplier<List<FieldError>> rules, Function<T, Answer> handler) {
    return switch (decoded) {
      case Decoded.Right<T>(var value) -> handler.apply(value);
      case Decoded.Malformed<T> _ -> Answer.refused(Refusal.MALFORMED, "The body is not JSON.");
      case Decoded.Wrong<T>(var errors) ->
          Answer.wrong(Stream.concat(errors.stream(), rules.get().stream()).toList());
    };
  }
}
