package io.referralflow.port;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What HR reported. An event is stored first and applied afterwards; one that was seen is
/// remembered for ever.
public interface HrReports {

  /// What became of an event that was taken in.
  enum Receipt {
    NEW,
    /// The same event again: apply it again, which is harmless.
    SEEN,
    /// The same id with another body.
    CONFLICT
  }

  /// Stores an event with the person's key where it names one.
  Receipt receive(HrEvent event, Optional<PersonKey> person, Instant at);

  /// Remembers for ever that an event about an application was seen, and keeps it with its person
  /// until no referral can look for it any more. Answers whether it may be applied: it is new or
  /// the same again, and no other event has its id.
  ///
  /// @param person the candidate; empty where the event names the referral that it is about
  boolean hear(ApplicationEvent event, Optional<PersonKey> person, Instant at);

  /// Everything reported of one HR number, strongly consistent.
  Reported of(HrNumber employee);

  /// Notes that reports were looked at and none could be attributed; a hire that stays unmatched
  /// goes after 30 days.
  void settle(HrNumber employee, List<String> eventIds);

  /// HR numbers with reports that were stored before a moment and neither applied nor settled,
  /// whether or not these can be read.
  List<HrNumber> unfinished(Instant before, int limit);

  /// Deletes unmatched reports, with the person's key, that were stored before a moment; answers
  /// how many went.
  int forgetUnmatched(Instant before, int limit);

  /// The reports of one HR number.
  ///
  /// @param referral the referral that this HR number belongs to
  record Reported(Optional<ReferralId> referral, List<StoredReport> reports) {
    public Reported {
      reports = List.copyOf(reports);
    }
  }

  /// A report as it was stored.
  ///
  /// @param applied whether it is part of a referral's facts
  record StoredReport(HrEvent event, Optional<PersonKey> person, boolean applied) {}
}
