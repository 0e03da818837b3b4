package io.referralflow.json;

import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A refused request.
///
/// @param type the last part of the problem's type, from the closed list in openapi.yaml
/// @param requestId names this call in the log
/// @param errors all wrong fields at once
/// @param earlier the caller's earlier referral of the same candidate
public record Problem(
    int status,
    String type,
    String title,
    String requestId,
    Optional<String> detail,
    List<FieldError> errors,
    Optional<Earlier> earlier) {

  public Problem {
    errors = List.copyOf(errors);
  }

  /// A referral that was made before, with its receipt.
  public record Earlier(ReferralId id, long receiptNumber, Instant receivedAt) {}
}
