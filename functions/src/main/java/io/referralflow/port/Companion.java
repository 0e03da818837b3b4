package io.referralflow.port;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.Optional;

/// A row that must change together with a referral.
public sealed interface Companion {

  /// The candidate's personal data is stored.
  record CandidateStored(Candidate candidate) implements Companion {}

  /// The candidate's personal data is deleted.
  record CandidateDeleted() implements Companion {}

  /// What is known of the referrer is stored.
  record EmployeeStored(Employee employee) implements Companion {}

  /// The person is listed as referred by this referrer for this vacancy. Refused when that row
  /// stands already, unless it is the one of a referral that counts no more.
  record PersonReferred(Optional<ReferralId> replaces) implements Companion {}

  /// The person with a mistyped address is not listed any more as referred by this referral.
  record PersonMistaken(PersonKey person) implements Companion {}

  /// The person is not listed as referred for the referral's vacancy under another id of the same
  /// referrer. Refused when that row stands, unless it is the one of a referral that counts no
  /// more.
  record NotReferredAs(EmployeeId other, Optional<ReferralId> unless) implements Companion {}

  /// The person is not listed any more as referred by this referral for a vacancy that it was moved
  /// away from.
  record VacancyLeft(VacancyId vacancy) implements Companion {}

  /// An idempotency key is used up; refused when it was used before.
  record OperationAnswered(Operations.Answer answer) implements Companion {}

  /// An HR number belongs to this referral from now on; refused when it belongs to another one.
  record HireLinked(HrNumber employee) implements Companion {}

  /// A stored report is applied to this referral; refused when it was applied before.
  record ReportApplied(HrNumber employee, String eventId) implements Companion {}

  /// The instalment was handed to finance before the table was brought back to an earlier moment,
  /// as is kept outside of it. Now the table knows it again, and finance gets no other mail.
  record HandedOverBefore(int instalment) implements Companion {}

  /// The referral is listed with its programme.
  record ProgrammeListed() implements Companion {}

  /// A claimed notice was handed over.
  record NoticeSent(long number, String mailId) implements Companion {}
}
