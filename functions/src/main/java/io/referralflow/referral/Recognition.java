package io.referralflow.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// The referrer's thanks beside the money (S8-S10): a thank-you that was prepared for a manager
/// right after the hire, and a mention for the next team meeting. Not a fact of the referral: no
/// money and no state depends on it.
///
/// @param escalateAfter the last day on which nobody but the manager hears that it is not done
/// @param thanked when and by whom the thank-you was marked as sent
/// @param mentioned when and by whom the mention was marked as done
/// @param escalated whether the programme manager was told that it is not done
/// @param version how often this was stored, from 1
public record Recognition(
    ReferralId referral,
    Instant preparedAt,
    LocalDate escalateAfter,
    Optional<Mark> thanked,
    Optional<Mark> mentioned,
    boolean escalated,
    long version) {

  /// What a manager does.
  public enum Deed {
    THANKS,
    MENTION
  }

  /// That something was done.
  ///
  /// @param by the id of whoever said so
  public record Mark(Instant at, String by) {}

  /// What was just prepared.
  public static Recognition prepared(ReferralId referral, Instant at, LocalDate escalateAfter) {
    return new Recognition(
        referral, at, escalateAfter, Optional.empty(), Optional.empty(), false, 1);
  }

  /// Whether nothing is left to do.
  public boolean isDone() {
    return thanked.isPresent() && mentioned.isPresent();
  }

  /// Whether a deed is done.
  public boolean isDone(Deed deed) {
    return switch (deed) {
      case THANKS -> thanked.isPresent();
      case MENTION -> mentioned.isPresent();
    };
  }

  /// With a deed done, as it was said first.
  public Recognition done(Deed deed, Mark mark) {
    return new Recognition(
        referral,
        preparedAt,
        escalateAfter,
        deed == Deed.THANKS ? thanked.or(() -> Optional.of(mark)) : thanked,
        deed == Deed.MENTION ? mentioned.or(() -> Optional.of(mark)) : mentioned,
        escalated,
        version + 1);
  }

  /// With the programme manager told.
  public Recognition told() {
    return new Recognition(
        referral, preparedAt, escalateAfter, thanked, mentioned, true, version + 1);
  }
}
