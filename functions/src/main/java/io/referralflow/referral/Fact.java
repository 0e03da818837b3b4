package io.referralflow.referral;

import io.referralflow.candidate.Detail;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.Correction;
import io.referralflow.reward.HoldReason;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/// Everything that can happen to a referral, in one place. A fact is written once and never
/// changed; it holds ids and dates, no personal data.
public sealed interface Fact {

  /// When the product learnt it.
  Instant at();

  record Submitted(Instant at, Particulars particulars) implements Fact {}

  record Reminded(Instant at) implements Fact {}

  /// The address was mistyped; the candidate is found by the right one from here on, and invited
  /// anew.
  record AddressCorrected(Instant at, EmployeeId by, PersonKey person) implements Fact {}

  /// A recruiter moved it to another vacancy.
  record Moved(Instant at, EmployeeId by, VacancyId vacancy) implements Fact {}

  record Accepted(Instant at, Feedback feedback, Keep keep) implements Fact {}

  record Declined(Instant at) implements Fact {}

  record Expired(Instant at) implements Fact {}

  /// The candidate had said yes, and until no hire could count any more, nobody ended it.
  record Lapsed(Instant at) implements Fact {}

  /// The candidate wants no part in it any more, at whatever stage.
  record Withdrawn(Instant at) implements Fact {}

  /// The candidate objects to the processing: it ends as after a withdrawal.
  record Objected(Instant at) implements Fact {}

  /// The candidate asked for a copy of what is stored, and got it.
  record CopyGiven(Instant at) implements Fact {}

  /// The candidate corrected details. Which ones is kept, what they were or became is not.
  record Corrected(Instant at, Set<Detail> details) implements Fact {
    public Corrected {
      details = Set.copyOf(details);
    }
  }

  /// The referrer took the referral back.
  record TakenBack(Instant at) implements Fact {}

  record Advanced(Instant at, EmployeeId by) implements Fact {}

  record Rejected(Instant at, EmployeeId by, RejectionReason reason) implements Fact {}

  /// The candidate came into a phase of the procedure, as a recruiter or HR says.
  ///
  /// @param by the recruiter, or the event
  /// @param since when, which may be long before it was said; of two the greater stamp is where the
  ///   candidate is
  record PhaseEntered(Instant at, EmployeeId by, PhaseId phase, Stamp since) implements Fact {}

  /// HR turned the application down before the candidate answered the invitation. It takes effect
  /// with a yes, so that nobody learns from it who had applied.
  ///
  /// @param by the event
  record TurnedDown(Instant at, EmployeeId by, RejectionReason reason) implements Fact {}

  /// HR said something about the hire; the first hire reported attributes it to this referral.
  record Reported(Instant at, Report report) implements Fact {}

  /// The reward of the hire is divided over several referrals.
  record Divided(Instant at, Division division) implements Fact {}

  /// The hire of this candidate was attributed to another referral.
  record Outrun(Instant at, ReferralId winner) implements Fact {}

  /// The referrer appealed against the decision that the referral does not earn the hire.
  ///
  /// @param hire the hire that it is about
  record Appealed(Instant at, AppealReason reason, Report.Hired hire) implements Fact {}

  /// The referrer turns out to be the person who was hired.
  record SelfReferred(Instant at) implements Fact {}

  /// By HR's directory the referrer left before the day on which the terms want them in service.
  ///
  /// @param lastDay the referrer's last day of service
  record ReferrerLeft(Instant at, LocalDate lastDay) implements Fact {}

  /// A programme manager settled a held referral in favour of the referrer.
  ///
  /// @param share how much of the reward; less than the whole on appeal only
  record Allowed(Instant at, EmployeeId by, SettlementReason reason, Share share) implements Fact {

    /// All of the reward.
    public Allowed(Instant at, EmployeeId by, SettlementReason reason) {
      this(at, by, reason, Share.WHOLE);
    }
  }

  /// A programme manager settled a held referral against the referrer.
  record Refused(Instant at, EmployeeId by, SettlementReason reason) implements Fact {}

  /// An instalment was handed to finance.
  record Released(Instant at, int instalment, LocalDate dueOn, LocalDate promisedOn)
      implements Fact {}

  /// Finance confirmed an instalment.
  record Paid(Instant at, int instalment, LocalDate paidOn, EmployeeId by) implements Fact {}

  /// Finance does not pay a released instalment for now.
  record PutOnHold(Instant at, int instalment, HoldReason reason, EmployeeId by) implements Fact {}

  /// Finance pays it after all.
  record TakenOffHold(Instant at, int instalment, EmployeeId by) implements Fact {}

  /// Finance put a confirmed payment right.
  ///
  /// @param paidOn the day on which it was paid, changed or not
  /// @param correction what was paid in all, changed or not
  record PaymentCorrected(
      Instant at, int instalment, LocalDate paidOn, Correction correction, EmployeeId by)
      implements Fact {}

  /// The candidate's own notice of the end was handed over, or could not be; from here the
  /// referrer's delay runs.
  record CandidateTold(Instant at) implements Fact {}

  /// The candidate's personal data was deleted.
  record Erased(Instant at) implements Fact {}
}
