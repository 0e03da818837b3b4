package io.referralflow.port;

import java.time.Instant;
import java.util.Optional;

/// What needs a person: events and mails that could not be dealt with, each listed once.
public interface Failures {

  /// Lists a failure; the same id again changes nothing.
  void add(Failure failure);

  /// Newest first.
  Page<Failure> list(Page.Request page);

  /// One failure.
  ///
  /// @param id names the failure for ever
  /// @param eventId the id of the event, where it had one
  record Failure(String id, Kind kind, String reason, Instant at, Optional<String> eventId) {}

  /// What failed.
  enum Kind {
    EVENT,
    MAIL,
    /// A referral's record that does not hold.
    RECORD,
    /// An instalment that should have been released.
    PAYOUT,
    /// An action that ended: somebody is to decide whether it goes on.
    PROGRAMME
  }
}
