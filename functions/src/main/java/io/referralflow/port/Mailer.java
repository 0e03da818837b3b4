package io.referralflow.port;

import io.referralflow.candidate.Email;
import io.referralflow.letter.Letter;

/// Hands letters to the mail service.
public interface Mailer {

  /// Hands over one letter.
  ///
  /// @param reference the same for every copy of one notice, opaque
  Handover send(Email to, Letter letter, String reference);

  /// What became of it.
  sealed interface Handover {
    /// Handed over, with the service's id.
    record Accepted(String mailId) implements Handover {}

    /// Not now: throttled or paused; try again later.
    record TryLater(String reason) implements Handover {}

    /// Never: the address or the content is refused.
    record Refused(String reason) implements Handover {}

    /// It may or may not have been handed over.
    record Unknown(String reason) implements Handover {}
  }
}
