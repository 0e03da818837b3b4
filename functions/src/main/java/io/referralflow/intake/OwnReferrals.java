package io.referralflow.intake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.port.HrReports;
import io.referralflow.port.Persons;
import io.referralflow.port.Referrals;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Employee;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether an HR event is about a referral of the person who handles it, which is forbidden.
public final class OwnReferrals {

  private final Persons persons;
  private final HrReports reports;
  private final Referrals referrals;

  public OwnReferrals(Persons persons, HrReports reports, Referrals referrals) {
    this.persons = persons;
    this.reports = reports;
    this.referrals = referrals;
  }

  boolean concerns(HrEvent event, Optional<PersonKey> person, Employee handler) {
    var ofPerson =
        person.stream()
            .map(key -> persons.find(key).referrals().stream().map(Persons.Referred::id).toList())
            .filter(ids -> !ids.isEmpty())
            .flatMap(ids -> referrals.findAll(ids).stream())
            .anyMatch(found -> found.referral().particulars().isOwn(handler));
    return ofPerson
        || Stream.concat(
                event.referralId().filter(ReferralId::isValid).map(ReferralId::new).stream(),
                reports.of(event.report().employee()).referral().stream())
            .flatMap(id -> referrals.find(id).stream())
            .anyMatch(found -> found.referral().particulars().isOwn(handler));
  }
}
