package io.referralflow.programme;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The business settings of an organisation.
///
/// @param zone the zone in which the programme's days begin and end
/// @param reminderAfter silence after which a candidate is reminded once
/// @param expiryAfter silence after which an invitation expires
/// @param noticeDelay how long after the candidate a referrer hears of an unhappy end
public record Settings(
    String organisation,
    Email financeEmail,
    ZoneId zone,
    Duration reminderAfter,
    Duration expiryAfter,
    Duration noticeDelay,
    Language language) {

  /// The programme's calendar day at a moment.
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
