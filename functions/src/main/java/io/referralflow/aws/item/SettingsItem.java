package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.programme.Settings;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.ZoneId;

/// The business settings, and the rows that keep who changed them when.
public final class SettingsItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String ORGANISATION = "organisation";
  private static final String FINANCE_EMAIL = "financeEmail";
  private static final String ZONE = "zone";
  private static final String REMINDER_AFTER = "reminderAfter";
  private static final String EXPIRY_AFTER = "expiryAfter";
  private static final String NOTICE_DELAY = "noticeDelay";
  private static final String LANGUAGE = "language";
  private static final String CHANGED_BY = "changedBy";
  private static final String CHANGED_AT = "changedAt";

  private SettingsItem() {}

  public static Attributes toItem(Settings settings, EmployeeId by, Instant at) {
    return attributes(settings, by, at).key(Key.settings());
  }

  /// The change alone, for ever.
  public static Attributes change(Settings settings, EmployeeId by, Instant at) {
    return attributes(settings, by, at).key(Key.settingsChange(at, by));
  }

  private static Attributes attributes(Settings settings, EmployeeId by, Instant at) {
    return Attributes.none()
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(ORGANISATION, settings.organisation())
        .text(FINANCE_EMAIL, settings.financeEmail().value())
        .text(ZONE, settings.zone().getId())
        .duration(REMINDER_AFTER, settings.reminderAfter())
        .duration(EXPIRY_AFTER, settings.expiryAfter())
        .duration(NOTICE_DELAY, settings.noticeDelay())
        .constant(LANGUAGE, settings.language())
        .text(CHANGED_BY, by.value())
        .instant(CHANGED_AT, at);
  }

  public static Settings fromItem(Attributes item) {
    return new Settings(
        item.text(ORGANISATION),
        new Email(item.text(FINANCE_EMAIL)),
        ZoneId.of(item.text(ZONE)),
        item.duration(REMINDER_AFTER),
        item.duration(EXPIRY_AFTER),
        item.duration(NOTICE_DELAY),
        item.constant(LANGUAGE, Language.class));
  }
}
