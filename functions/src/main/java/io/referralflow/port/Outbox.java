package io.referralflow.port;

import io.referralflow.message.Notice;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Mails to be sent. A row goes from ready over sending, by a claim with a deadline, to sent; a
/// claim that ran out is unknown.
public interface Outbox {

  /// Adds a notice that no change of the referral causes, once: with the number of one that is
  /// there nothing is added.
  ///
  /// @param particulars of the referral that it is about
  void add(Particulars particulars, Notice notice, Instant at);

  /// Claims a ready notice that is due; empty when it is not ready, not due, or claimed by another.
  ///
  /// @param deadline when the claim runs out
  Optional<Claimed> claim(ReferralId id, long number, Instant now, Instant deadline);

  /// A notice to be sent now.
  ///
  /// @param vacancy which the referral was for when the notice was written
  /// @param attempt how often it was claimed, from 1
  /// @param copy whether an earlier try may have been handed over, so that this one is marked a
  ///   copy
  record Claimed(
      ReferralId referral,
      EmployeeId referrer,
      VacancyId vacancy,
      Notice notice,
      int attempt,
      boolean copy) {}

  /// Marks a claimed notice as handed over.
  void sent(Claimed claimed, String mailId, Instant at);

  /// Marks a claimed notice as no longer needed, with the reason.
  void dropped(Claimed claimed, String reason, Instant at);

  /// Puts a claimed notice back, to be tried again at a moment.
  void putBack(Claimed claimed, Instant next);

  /// Gives up a claimed notice for good: it goes to the failure list for a person.
  void gaveUp(Claimed claimed, String reason, Instant at);

  /// Notices that are ready and due, or whose claim ran out, at a moment. One that cannot be read
  /// is left out, put on the failure list once, and looked at again after a day.
  List<Overdue> overdue(Instant now, int limit);

  /// A notice that is late.
  ///
  /// @param unknown whether a claim ran out: it may have been sent
  /// @param attempt how often it was claimed, so that a later claim is not mistaken for this one
  record Overdue(ReferralId referral, Notice notice, boolean unknown, int attempt) {}

  /// Makes an overdue notice ready again so that it is sent now, and next looked at by a moment.
  void nudge(Overdue overdue, Instant next);

  /// Parks a finance notice whose sending is unknown on the failure list; it is sent again, marked
  /// as a copy, at a moment.
  void suspect(Overdue overdue, Instant copyAt, Instant at);
}
