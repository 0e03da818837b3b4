package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;

/// What needs a person, the row `FAILURE#id`.
public final class FailureItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String ID = "id";
  private static final String KIND = "kind";
  private static final String REASON = "reason";
  private static final String AT = "at";
  private static final String EVENT_ID = "eventId";

  private FailureItem() {}

  public static Attributes toItem(Failure failure) {
    return Attributes.none()
        .key(Key.failure(failure.id()))
        .listed(Listing.failure(failure.at(), failure.id()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(ID, failure.id())
        .constant(KIND, failure.kind())
        .text(REASON, failure.reason())
        .instant(AT, failure.at())
        .text(EVENT_ID, failure.eventId());
  }

  public static Failure fromItem(Attributes item) {
    return new Failure(
        item.text(ID),
        item.constant(KIND, Kind.class),
        item.text(REASON),
        item.instant(AT),
        item.textIfAny(EVENT_ID));
  }
}
