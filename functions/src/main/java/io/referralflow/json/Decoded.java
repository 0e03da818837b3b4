package io.referralflow.json;

import java.util.List;
import java.util.function.Function;

/// What a text from outside turned out to be.
public sealed interface Decoded<T> {

  /// Well formed.
  record Right<T>(T value) implements Decoded<T> {}

  /// Not JSON, or nested beyond reason.
  record Malformed<T>() implements Decoded<T> {}

  /// JSON with wrong fields, all of them named.
  record Wrong<T>(List<FieldError> errors) implements Decoded<T> {
    public Wrong {
      errors = List.copyOf(errors);
    }
  }

  /// The same, of another value.
  default <U> Decoded<U> map(Function<T, U> change) {
    return switch (this) {
      case Right<T>(var value) -> new Right<>(change.apply(value));
      case Malformed<T> _ -> new Malformed<>();
      case Wrong<T>(var errors) -> new Wrong<>(errors);
    };
  }
}
