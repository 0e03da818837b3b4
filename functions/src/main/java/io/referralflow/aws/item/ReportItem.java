package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.HrReports.StoredReport;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.Optional;

/// What HR reported: the rows `REPORT#event` and `LINK` of an HR number's partition, and the row
/// that says for ever that an event was seen. A report is listed while nobody has looked at it, and
/// while it belongs to no referral.
public final class ReportItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String EVENT = "event";
  private static final String PERSON = "person";
  private static final String STORED_AT = "storedAt";
  public static final String APPLIED = "applied";
  public static final String BODY_HASH = "bodyHash";
  public static final String REFERRAL = "referral";

  private ReportItem() {}

  public static Attributes toItem(HrEvent event, Optional<PersonKey> person, Instant storedAt) {
    var employee = event.report().employee();
    return Attributes.none()
        .key(Key.report(employee, event.id()))
        .listed(Listing.report(false, storedAt, employee))
        .number(SCHEMA, SCHEMA_NUMBER)
        .map(EVENT, HrEventMap.toMap(event))
        .text(PERSON, person.map(PersonKey::value))
        .instant(STORED_AT, storedAt)
        .text(BODY_HASH, event.bodyHash());
  }

  public static StoredReport fromItem(Attributes item) {
    return new StoredReport(event(item), person(item), item.flagIfAny(APPLIED));
  }

  public static HrEvent event(Attributes item) {
    return HrEventMap.fromMap(item.map(EVENT));
  }

  public static Optional<PersonKey> person(Attributes item) {
    return item.textIfAny(PERSON).map(PersonKey::new);
  }

  public static Attributes applied() {
    return Attributes.none().flag(APPLIED, true);
  }

  /// Moves a report to those that were looked at and belong to no referral, in the same place.
  public static Attributes unmatched() {
    return Attributes.none().listedIn(Listing.reports(true));
  }

  /// The event was seen.
  public static Attributes seen(HrEvent event, Instant at) {
    return seen(event.source(), event.id(), event.bodyHash(), at);
  }

  /// An event about an application was seen.
  public static Attributes seen(ApplicationEvent event, Instant at) {
    return seen(event.source(), event.stamp().eventId(), event.bodyHash(), at);
  }

  /// An event was seen.
  private static Attributes seen(String source, String id, String bodyHash, Instant at) {
    return Attributes.none()
        .key(Key.event(source, id))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(BODY_HASH, bodyHash)
        .instant(STORED_AT, at);
  }

  /// The HR number belongs to a referral.
  public static Attributes link(HrNumber employee, ReferralId referral) {
    return Attributes.none()
        .key(Key.link(employee))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(REFERRAL, referral.value());
  }

  public static ReferralId linked(Attributes item) {
    return new ReferralId(item.text(REFERRAL));
  }
}
