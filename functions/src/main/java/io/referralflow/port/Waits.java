package io.referralflow.port;

import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What each live referral waits for. A wait is an alarm clock, not a record: losing one costs time
/// only.
public interface Waits {

  /// A waiting referral.
  ///
  /// @param step what the execution waits for; empty when it is to start or keeps time itself
  /// @param token the credential that wakes it
  /// @param wakeAt the moment by which something must have happened by itself
  record Wait(
      ReferralId referral,
      int leg,
      Optional<String> step,
      Optional<String> token,
      Instant wakeAt) {}

  /// Stores the token of a waiting step; false when another leg has taken over.
  boolean park(ReferralId id, int leg, String step, String token, Instant wakeAt);

  /// Moves the moment by which something must have happened; false when another leg has taken over
  /// or nothing is waited for any more.
  boolean postpone(ReferralId id, int leg, Instant wakeAt);

  Optional<Wait> find(ReferralId id);

  /// Forgets the wait of a leg, if it is still that leg's.
  void remove(ReferralId id, int leg);

  /// The waits whose moment has passed, earliest first, at most `limit` per shard.
  List<Wait> overdue(Instant now, int limit);
}
