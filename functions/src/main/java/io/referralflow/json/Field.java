package io.referralflow.json;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads one field.
@FunctionalInterface
interface Field<T> {

  Reading<T> read(JsonNode node);

  /// What a field holds.
  sealed interface Reading<T> {
    record Right<T>(T value) implements Reading<T> {}

    record Wrong<T>(String code, String message) implements Reading<T> {}

    /// The value, where the field holds one.
    default Optional<T> right() {
      return this instanceof Right<T>(var value) ? Optional.of(value) : Optional.empty();
    }
  }

  static <T> Reading<T> right(T value) {
    return new Reading.Right<>(value);
  }

  static <T> Reading<T> wrong(String code, String message) {
    return new Reading.Wrong<>(code, message);
  }

  /// A value, or a wrong field when there is none.
  static <T> Reading<T> of(Optional<T> value, String code, String message) {
    return value.<Reading<T>>map(Reading.Right::new).orElseGet(() -> wrong(code, message));
  }
}
