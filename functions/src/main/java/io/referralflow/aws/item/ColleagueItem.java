package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.candidate.PersonKey;
import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Register;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Directory.Heard;
import java.util.EnumMap;
import java.util.Optional;

/// What HR's directory says of a person, the row `DIRECTORY`, and the row by which the person is
/// found by address.
public final class ColleagueItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String NUMBER = "number";
  private static final String DETAILS = "details";
  private static final String VALUE = "value";
  private static final String AT = "at";
  private static final String EVENT = "event";
  public static final String VERSION = "version";
  public static final String ADDRESS = "address";

  private ColleagueItem() {}

  /// The row of a person.
  ///
  /// @param address the key of the address as it is now
  public static Attributes toItem(Colleague colleague, Optional<PersonKey> address) {
    var details = Attributes.none();
    for (var detail : Detail.values()) {
      var register = colleague.details().get(detail);
      if (register != null) {
        details =
            details.map(
                name(detail),
                Attributes.none()
                    .text(VALUE, register.value())
                    .instant(AT, register.stamp().occurredAt())
                    .text(EVENT, register.stamp().eventId()));
      }
    }
    return Attributes.none()
        .key(Key.colleague(colleague.number()))
        .listed(Listing.colleague(colleague.number()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(NUMBER, colleague.number().value())
        .number(VERSION, colleague.version())
        .text(ADDRESS, address.map(PersonKey::value))
        .map(DETAILS, details);
  }

  public static Colleague fromItem(Attributes item) {
    var stored = item.map(DETAILS);
    var details = new EnumMap<Detail, Register<Optional<String>>>(Detail.class);
    for (var detail : Detail.values()) {
      stored
          .mapIfAny(name(detail))
          .ifPresent(it ->
              details.put(
                  detail,
                  new Register<>(it.textIfAny(VALUE), new Stamp(it.instant(AT), it.text(EVENT)))));
    }
    return new Colleague(new HrNumber(item.text(NUMBER)), details, item.number(VERSION));
  }

  private static String name(Detail detail) {
    return Attributes.none().constant(VALUE, detail).text(VALUE);
  }

  /// The person is found by this address.
  public static Attributes at(PersonKey address, HrNumber number) {
    return Attributes.none()
        .key(Key.colleagueAddress(address, number))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(NUMBER, number.value());
  }

  public static HrNumber number(Attributes item) {
    return new HrNumber(item.text(NUMBER));
  }

  /// The event was taken in, for ever.
  public static Attributes seen(Heard event) {
    return Attributes.none()
        .key(Key.event(event.source(), event.id()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(ReportItem.BODY_HASH, event.bodyHash());
  }
}
