package io.referralflow.intake;

import io.referralflow.intake.Refusals.Reason;
import io.referralflow.port.Failures;
import java.time.InstantSource;
import java.util.Optional;

/// Puts an event that is not understood on the failure list, for a person. Idempotent by its
/// content.
public final class RefuseHrEvent {

  private final Failures failures;
  private final InstantSource clock;

  public RefuseHrEvent(Failures failures, InstantSource clock) {
    this.failures = failures;
    this.clock = clock;
  }

  /// Refuses an event.
  ///
  /// @param bodyHash a keyed hash of its content
  public void execute(String source, String bodyHash, Optional<String> eventId, Reason reason) {
    failures.add(Refusals.of(source, bodyHash, eventId, reason, clock.instant()));
  }
}
