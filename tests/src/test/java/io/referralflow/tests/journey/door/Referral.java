package io.referralflow.tests.journey.door;

import java.time.Instant;

/// What a referrer holds after sending the form.
public record Referral(String id, long receipt, Instant receivedAt, Candidate candidate) {

  /// The payout of one instalment.
  public String payout(int instalment) {
    return id + "-" + instalment;
  }
}
