package io.referralflow.referral;

import io.referralflow.hire.Stamp;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.VacancyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One well-formed event of a recruiting system about an application.
///
/// @param source who sent it; with the id of the stamp it names the event for ever
/// @param bodyHash a keyed hash of its content, so that the same id with another body is noticed
/// @param stamp when it became so; of two phases the greater stamp is where the candidate is
/// @param referralId the referral that it is about; empty where the candidate's address says it
/// @param vacancy the vacancy that was applied for, where the address alone does not say it
public record ApplicationEvent(
    String source,
    String bodyHash,
    Stamp stamp,
    Optional<String> referralId,
    Optional<VacancyId> vacancy,
    Saying saying) {

  /// How long a referral may look for it. The first step of a new one looks at once, and within two
  /// hours where its execution was lost.
  private static final Duration KEPT = Duration.ofDays(1);

  /// Until when it is found by its candidate: only for a referral that was submitted before it
  /// happened, and stored after it was taken in.
  public Instant findableUntil(Instant takenInAt) {
    var happened = stamp.occurredAt();
    return (happened.isAfter(takenInAt) ? happened : takenInAt).plus(KEPT);
  }

  /// What became of the application.
  public sealed interface Saying {
    /// It came into a phase.
    record Advanced(PhaseId phase) implements Saying {}

    /// It was rejected.
    record Rejected(RejectionReason reason) implements Saying {}
  }
}
