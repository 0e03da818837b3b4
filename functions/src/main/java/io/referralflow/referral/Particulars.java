package io.referralflow.referral;

import io.referralflow.candidate.PersonKey;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.Reward;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// What was settled when a referral was submitted and never changes since: who referred whom for
/// which vacancy, and the terms that hold for it.
///
/// @param receiptNumber the number on the referrer's receipt; lower means earlier (S28)
public record Particulars(
    ReferralId id,
    EmployeeId referrer,
    PersonKey person,
    VacancyId vacancy,
    long receiptNumber,
    Instant submittedAt,
    Pinned terms) {

  /// When the invitation expires if nobody answers it.
  public Instant expiresAt() {
    return submittedAt.plus(terms.expiryAfter());
  }

  /// The terms in force at the submission, as far as they decide about this referral.
  ///
  /// @param eligibilityMonths how long a hire can still be attributed to the referral
  /// @param reminderAfter silence after which the candidate is reminded once
  /// @param expiryAfter silence after which the invitation expires
  /// @param noticeDelay how long after the candidate the referrer hears of an unhappy end
  public record Pinned(
      int version,
      Reward reward,
      int probationMonths,
      int promiseDays,
      int eligibilityMonths,
      ZoneId zone,
      Duration reminderAfter,
      Duration expiryAfter,
      Duration noticeDelay) {}
}
