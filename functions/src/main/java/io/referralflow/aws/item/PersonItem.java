package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Persons.Referred;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;

/// The rows of a person's partition: one per referral and one per hire, each listed by the moment
/// at which it is forgotten.
public final class PersonItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  public static final String REFERRAL = "referral";
  private static final String REFERRER = "referrer";
  private static final String VACANCY = "vacancy";
  private static final String RECEIPT_NUMBER = "receiptNumber";
  private static final String EMPLOYEE = "employee";
  public static final String EVENT_ID = "eventId";

  private PersonItem() {}

  /// A referral of the person, for as long as a hire can be attributed to it.
  public static Attributes referral(Particulars particulars) {
    return Attributes.none()
        .key(
            Key.personReferral(particulars.person(), particulars.referrer(), particulars.vacancy()))
        .listed(Listing.personRow(particulars.findableUntil()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(REFERRAL, particulars.id().value())
        .text(REFERRER, particulars.referrer().value())
        .text(VACANCY, particulars.vacancy().value())
        .number(RECEIPT_NUMBER, particulars.receiptNumber());
  }

  public static Referred referred(Attributes item) {
    return new Referred(
        new ReferralId(item.text(REFERRAL)),
        new EmployeeId(item.text(REFERRER)),
        new VacancyId(item.text(VACANCY)),
        item.number(RECEIPT_NUMBER));
  }

  /// A hire of the person.
  ///
  /// @param eventId the newest event that reported it
  public static Attributes hire(
      PersonKey person, HrNumber employee, String eventId, Instant until) {
    return Attributes.none()
        .key(Key.personHire(person, employee))
        .listed(Listing.personRow(until))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(EMPLOYEE, employee.value())
        .text(EVENT_ID, eventId);
  }

  public static HrNumber hired(Attributes item) {
    return new HrNumber(item.text(EMPLOYEE));
  }
}
