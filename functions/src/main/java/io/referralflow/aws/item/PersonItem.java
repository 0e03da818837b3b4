package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Persons.Referred;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ApplicationEvent.Saying;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;

/// The rows of a person's partition: one per referral, one per hire and one per event about an
/// application, each listed by the moment at which it is forgotten.
public final class PersonItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  public static final String REFERRAL = "referral";
  private static final String REFERRER = "referrer";
  private static final String VACANCY = "vacancy";
  private static final String RECEIPT_NUMBER = "receiptNumber";
  private static final String EMPLOYEE = "employee";
  public static final String EVENT_ID = "eventId";
  private static final String SOURCE = "source";
  private static final String BODY_HASH = "bodyHash";
  private static final String OCCURRED_AT = "occurredAt";
  private static final String PHASE = "phase";
  private static final String REJECTED = "rejected";

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

  /// What was said of an application of the person, which names no referral.
  public static Attributes application(PersonKey person, ApplicationEvent event, Instant at) {
    var item =
        Attributes.none()
            .key(Key.personApplication(person, event.source(), event.stamp().eventId()))
            .listed(Listing.personRow(event.findableUntil(at)))
            .number(SCHEMA, SCHEMA_NUMBER)
            .text(SOURCE, event.source())
            .text(BODY_HASH, event.bodyHash())
            .text(EVENT_ID, event.stamp().eventId())
            .instant(OCCURRED_AT, event.stamp().occurredAt())
            .text(VACANCY, event.vacancy().map(VacancyId::value));
    return switch (event.saying()) {
      case Saying.Advanced(var phase) -> item.text(PHASE, phase.value());
      case Saying.Rejected(var reason) -> item.constant(REJECTED, reason);
    };
  }

  public static ApplicationEvent application(Attributes item) {
    return new ApplicationEvent(
        item.text(SOURCE),
        item.text(BODY_HASH),
        new Stamp(item.instant(OCCURRED_AT), item.text(EVENT_ID)),
        Optional.empty(),
        item.textIfAny(VACANCY).map(VacancyId::new),
        item.textIfAny(PHASE)
            .map(PhaseId::new)
            .<Saying>map(Saying.Advanced::new)
            .orElseGet(() -> new Saying.Rejected(item.constant(REJECTED, RejectionReason.class))));
  }
}
