package io.referralflow.reward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What was done about one released instalment: handed to finance, perhaps put on hold, perhaps
/// confirmed as paid, perhaps put right. The dates are those that were promised at the release.
///
/// @param paidOn as confirmed, or as put right since
/// @param heldBecause why finance does not pay it for now
/// @param correction the last one, where there is one
public record Payment(
    int instalment,
    Instant releasedAt,
    LocalDate dueOn,
    LocalDate promisedOn,
    Optional<LocalDate> paidOn,
    Optional<HoldReason> heldBecause,
    Optional<Correction> correction) {

  /// One that was neither put on hold nor put right.
  public Payment(
      int instalment,
      Instant releasedAt,
      LocalDate dueOn,
      LocalDate promisedOn,
      Optional<LocalDate> paidOn) {
    this(instalment, releasedAt, dueOn, promisedOn, paidOn, Optional.empty(), Optional.empty());
  }

  public Payment confirmed(LocalDate day) {
    return new Payment(
        instalment, releasedAt, dueOn, promisedOn, Optional.of(day), heldBecause, correction);
  }

  public Payment onHold(HoldReason reason) {
    return new Payment(
        instalment, releasedAt, dueOn, promisedOn, paidOn, Optional.of(reason), correction);
  }

  public Payment offHold() {
    return new Payment(
        instalment, releasedAt, dueOn, promisedOn, paidOn, Optional.empty(), correction);
  }

  public Payment corrected(LocalDate day, Correction by) {
    return new Payment(
        instalment, releasedAt, dueOn, promisedOn, Optional.of(day), heldBecause, Optional.of(by));
  }

  /// How often it was put right.
  public int corrections() {
    return correction.map(Correction::number).orElse(0);
  }

  /// What was paid in all.
  ///
  /// @param owed what is paid where nothing was put right
  public Money paid(Money owed) {
    return correction.map(Correction::paid).orElse(owed);
  }
}
