package io.referralflow.port;

import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;

/// What was answered to an idempotency key, for ever.
public interface Operations {

  Optional<Answer> find(EmployeeId caller, String key);

  /// An answer that was given.
  ///
  /// @param bodyHash a keyed hash of the request's JSON
  record Answer(
      EmployeeId caller,
      String key,
      String bodyHash,
      ReferralId referral,
      long receiptNumber,
      Instant receivedAt,
      int termsVersion) {}
}
