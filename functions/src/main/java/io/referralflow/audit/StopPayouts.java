package io.referralflow.audit;

import io.referralflow.port.Brake;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Failures;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.Optional;

/// Stops all payouts because of one referral whose record does not hold, and lists it for a person,
/// once. After a thaw it stops them again as long as that is so.
public final class StopPayouts {

  private final Brake brake;
  private final Failures failures;

  public StopPayouts(Brake brake, Failures failures) {
    this.brake = brake;
    this.failures = failures;
  }

  /// The brake comes first: what is listed is stopped already.
  public void execute(ReferralId id, Finding finding, Instant at) {
    var cause = cause(finding);
    var _ =
        brake.pull(new Pull(cause, Optional.of(id), Optional.empty(), finding.words() + ".", at));
    failures.add(
        new Failure(
            (cause == Cause.BROKEN_RECORD ? "record-" : "difference-") + id.value(),
            Kind.RECORD,
            cause == Cause.BROKEN_RECORD ? "record-broken" : "payout-differs",
            at,
            Optional.empty()));
  }

  private static Cause cause(Finding finding) {
    return switch (finding) {
      case BROKEN_RECORD, STATE_DIFFERS, LEDGER_DIFFERS -> Cause.BROKEN_RECORD;
      case OWED_DIFFERS, LIST_DIFFERS -> Cause.DIFFERENCE;
    };
  }
}
