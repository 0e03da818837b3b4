package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.Recognition.Mark;
import java.util.Optional;

/// The thank-you and the mention of a referral. While somebody must still hear that they are not
/// done, the row stands in a list.
public final class RecognitionItem {

  public static final String VERSION = "version";

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String PREPARED_AT = "preparedAt";
  private static final String ESCALATE_AFTER = "escalateAfter";
  private static final String ESCALATED = "escalated";
  private static final String THANKED = "thanked";
  private static final String MENTIONED = "mentioned";
  private static final String AT = "at";
  private static final String BY = "by";

  private RecognitionItem() {}

  public static Attributes toItem(Recognition recognition) {
    var row =
        Attributes.none()
            .key(Key.recognition(recognition.referral()))
            .number(SCHEMA, SCHEMA_NUMBER)
            .number(VERSION, recognition.version())
            .instant(PREPARED_AT, recognition.preparedAt())
            .day(ESCALATE_AFTER, recognition.escalateAfter())
            .flag(ESCALATED, recognition.escalated());
    row = add(row, THANKED, recognition.thanked());
    row = add(row, MENTIONED, recognition.mentioned());
    return recognition.isDone() || recognition.escalated()
        ? row
        : row.listed(Listing.recognition(recognition.escalateAfter(), recognition.referral()));
  }

  private static Attributes add(Attributes row, String name, Optional<Mark> mark) {
    return mark.map(
            known -> row.map(name, Attributes.none().instant(AT, known.at()).text(BY, known.by())))
        .orElse(row);
  }

  public static Recognition fromItem(Attributes item) {
    return new Recognition(
        item.key().referral(),
        item.instant(PREPARED_AT),
        item.day(ESCALATE_AFTER),
        mark(item, THANKED),
        mark(item, MENTIONED),
        item.flagIfAny(ESCALATED),
        item.number(VERSION));
  }

  private static Optional<Mark> mark(Attributes item, String name) {
    return item.has(name)
        ? Optional.of(new Mark(item.map(name).instant(AT), item.map(name).text(BY)))
        : Optional.empty();
  }
}
