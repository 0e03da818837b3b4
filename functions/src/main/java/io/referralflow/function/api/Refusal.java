package io.referralflow.function.api;

import java.util.Locale;

/// Why a call is refused: the closed list of problem types in openapi.yaml.
enum Refusal {
  MALFORMED(400, "Malformed request"),
  UNAUTHORIZED(401, "Not signed in"),
  FORBIDDEN(403, "Not allowed"),
  OWN_REFERRAL(403, "Nobody acts on a referral of their own"),
  OWN_POINTS(403, "Nobody handles points or orders of their own"),
  SECOND_PERSON(403, "A second person must agree"),
  NOT_FOUND(404, "Not found"),
  WRONG_STATE(409, "The state does not allow this"),
  DIFFERS(409, "Something else was taken down before"),
  ALREADY_REFERRED(409, "You have referred this candidate for this vacancy"),
  KEY_REUSED(409, "This Idempotency-Key belongs to another request"),
  NOT_ENOUGH_POINTS(409, "The account does not hold that many points"),
  TOO_LARGE(413, "The body is over 100 KB"),
  UNSUPPORTED_MEDIA_TYPE(415, "Send application/json"),
  INVALID(422, "Some fields are wrong"),
  FAULT(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "Not available for the moment");

  private final int status;
  private final String title;

  Refusal(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /// The last part of the problem's type.
  String type() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
