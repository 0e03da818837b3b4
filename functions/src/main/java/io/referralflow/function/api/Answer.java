package io.referralflow.function.api;

import io.referralflow.json.FieldError;
import io.referralflow.json.Problem.Earlier;
import java.util.List;
import java.util.Optional;

/// What a route answers.
sealed interface Answer {

  /// Done, with a body.
  record Done(int status, String json) implements Answer {}

  /// Done, with a file.
  record File(String name, String csv) implements Answer {}

  /// Refused.
  record Refused(
      Refusal refusal, Optional<String> detail, List<FieldError> errors, Optional<Earlier> earlier)
      implements Answer {
    public Refused {
      errors = List.copyOf(errors);
    }
  }

  static Answer ok(String json) {
    return new Done(200, json);
  }

  static Answer file(String name, String csv) {
    return new File(name, csv);
  }

  static Answer made(String json) {
    return new Done(201, json);
  }

  static Answer takenIn(String json) {
    return new Done(202, json);
  }

  static Answer refused(Refusal refusal) {
    return new Refused(refusal, Optional.empty(), List.of(), Optional.empty());
  }

  static Answer refused(Refusal refusal, String detail) {
    return new Refused(refusal, Optional.of(detail), List.of(), Optional.empty());
  }

  static Answer wrong(List<FieldError> errors) {
    return new Refused(Refusal.INVALID, Optional.empty(), errors, Optional.empty());
  }

  static Answer wrong(String field, String code, String message) {
    return wrong(List.of(new FieldError(field, code, message)));
  }

  static Answer alreadyReferred(Earlier earlier) {
    return new Refused(Refusal.ALREADY_REFERRED, Optional.empty(), List.of(), Optional.of(earlier));
  }
}
