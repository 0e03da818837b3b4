package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Entries.Entry;
import io.referralflow.staff.EmployeeId;
import java.util.Optional;

/// An HR event entered by hand, the row `ENTRY#event`. Listed while it waits for a second person.
public final class EntryItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String EVENT = "event";
  private static final String PERSON = "person";
  private static final String ENTERED = "entered";
  private static final String ENTERED_BY = "enteredBy";
  private static final String ENTERED_AT = "enteredAt";
  public static final String AGREED_BY = "agreedBy";

  private EntryItem() {}

  public static Attributes toItem(Entry entry) {
    var listing =
        Optional.of(Listing.entry(entry.enteredAt(), entry.event().id()))
            .filter(_ -> entry.agreedBy().isEmpty());
    return Attributes.none()
        .key(Key.entry(entry.event().id()))
        .listed(listing)
        .number(SCHEMA, SCHEMA_NUMBER)
        .map(EVENT, HrEventMap.toMap(entry.event()))
        .text(PERSON, entry.person().map(PersonKey::value))
        .text(ENTERED, entry.data())
        .text(ENTERED_BY, entry.enteredBy().value())
        .instant(ENTERED_AT, entry.enteredAt())
        .text(AGREED_BY, entry.agreedBy().map(EmployeeId::value));
  }

  public static Entry fromItem(Attributes item) {
    return new Entry(
        HrEventMap.fromMap(item.map(EVENT)),
        item.textIfAny(PERSON).map(PersonKey::new),
        item.text(ENTERED),
        new EmployeeId(item.text(ENTERED_BY)),
        item.instant(ENTERED_AT),
        item.textIfAny(AGREED_BY).map(EmployeeId::new));
  }

  /// What the agreement writes: who agreed, and nothing of what was entered any more.
  public static Attributes agreed(EmployeeId by) {
    return Attributes.none().text(AGREED_BY, by.value()).text(ENTERED, "");
  }
}
