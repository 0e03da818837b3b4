package io.referralflow.port;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;

/// Who was referred by whom, who was hired, and what was said of their applications, by person;
/// read strongly consistent, so that an event and a referral that arrive together still meet.
public interface Persons {

  /// All that is known of a person.
  Person find(PersonKey key);

  /// Referrals that a hire can still be attributed to, those first to which it can be longest. A
  /// page may hold fewer than asked for and yet not be the last.
  Page<Referred> referred(Page.Request page);

  /// Deletes what is known of persons whose referrals, hires and applications can no longer be
  /// matched, at most `limit` rows; answers how many went.
  int forgetExpired(Instant now, int limit);

  /// A person.
  ///
  /// @param hires the HR numbers under which the person was reported as hired
  /// @param applications what was said of the person's applications in the last day
  record Person(
      List<Referred> referrals, List<HrNumber> hires, List<ApplicationEvent> applications) {
    public Person {
      referrals = List.copyOf(referrals);
      hires = List.copyOf(hires);
      applications = List.copyOf(applications);
    }
  }

  /// One referral of a person.
  record Referred(ReferralId id, EmployeeId referrer, VacancyId vacancy, long receiptNumber) {}
}
