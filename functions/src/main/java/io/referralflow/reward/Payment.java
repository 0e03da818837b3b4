package io.referralflow.reward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What was done about one released instalment: handed to finance, and perhaps confirmed as paid.
/// The dates are those that were promised at the release.
public record Payment(
    int instalment,
    Instant releasedAt,
    LocalDate dueOn,
    LocalDate promisedOn,
    Optional<LocalDate> paidOn) {

  public Payment confirmed(LocalDate day) {
    return new Payment(instalment, releasedAt, dueOn, promisedOn, Optional.of(day));
  }
}
