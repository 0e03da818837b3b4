package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.programme.Handling;
import io.referralflow.programme.PayoutMail;
import io.referralflow.programme.Settings;
import io.referralflow.programme.ThankYou;
import io.referralflow.reward.RewardKind;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The business settings, and the rows that keep who changed them when.
public final class SettingsItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String ORGANISATION = "organisation";
  private static final String FINANCE_EMAIL = "financeEmail";
  private static final String PRIVACY_EMAIL = "privacyEmail";
  private static final String ZONE = "zone";
  private static final String REMINDER_AFTER = "reminderAfter";
  private static final String EXPIRY_AFTER = "expiryAfter";
  private static final String NOTICE_DELAY = "noticeDelay";
  private static final String LANGUAGE = "language";
  private static final String HANDLING = "handling";
  private static final String KIND = "kind";
  private static final String HANDED_OUT_BY = "handedOutBy";
  private static final String TAX_LABEL = "taxLabel";
  private static final String THANK_YOU = "thankYou";
  private static final String WORKING_DAYS = "workingDays";
  private static final String ESCALATE_TO = "escalateTo";
  private static final String MANAGER = "manager";
  private static final String MANAGERS = "managers";
  private static final String DEPARTMENT = "department";
  private static final String PAYOUT_MAIL = "payoutMail";
  private static final String TERMS_NOTICE = "termsNotice";
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
    var plain = plain(settings, by, at).and(ProcedureMap.toMap(settings.procedure()));
    return settings.thankYou().map(known -> plain.map(THANK_YOU, thankYou(known))).orElse(plain);
  }

  private static Attributes plain(Settings settings, EmployeeId by, Instant at) {
    return Attributes.none()
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(ORGANISATION, settings.organisation())
        .text(FINANCE_EMAIL, settings.financeEmail().value())
        .text(ZONE, settings.zone().getId())
        .duration(REMINDER_AFTER, settings.reminderAfter())
        .duration(EXPIRY_AFTER, settings.expiryAfter())
        .duration(NOTICE_DELAY, settings.noticeDelay())
        .constant(LANGUAGE, settings.language())
        .text(PRIVACY_EMAIL, settings.privacyEmail().map(Email::value))
        .list(
            HANDLING,
            settings.handling().entrySet().stream()
                .map(each -> handling(each.getKey(), each.getValue()))
                .toList())
        .constant(PAYOUT_MAIL, settings.payoutMail())
        .duration(TERMS_NOTICE, settings.termsNotice())
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
        item.constant(LANGUAGE, Language.class),
        item.textIfAny(PRIVACY_EMAIL).map(Email::new),
        item.has(HANDLING) ? handling(item) : Map.of(),
        item.has(THANK_YOU)
            ? Optional.of(thankYou(item.map(THANK_YOU)))
            : Optional.<ThankYou>empty(),
        ProcedureMap.fromMap(item),
        item.has(PAYOUT_MAIL)
            ? item.constant(PAYOUT_MAIL, PayoutMail.class)
            : PayoutMail.PER_INSTALMENT,
        item.has(TERMS_NOTICE) ? item.duration(TERMS_NOTICE) : Settings.TERMS_NOTICE);
  }

  private static Attributes thankYou(ThankYou settings) {
    return Attributes.none()
        .number(WORKING_DAYS, settings.workingDays())
        .text(ESCALATE_TO, settings.escalateTo().value())
        .text(MANAGER, settings.manager())
        .list(
            MANAGERS,
            settings.managers().entrySet().stream()
                .map(each ->
                    Attributes.none()
                        .text(DEPARTMENT, each.getKey())
                        .text(MANAGER, each.getValue()))
                .toList());
  }

  private static ThankYou thankYou(Attributes map) {
    return new ThankYou(
        map.count(WORKING_DAYS),
        new Email(map.text(ESCALATE_TO)),
        map.textIfAny(MANAGER),
        map.list(MANAGERS).stream()
            .collect(Collectors.toMap(each -> each.text(DEPARTMENT), each -> each.text(MANAGER))));
  }

  private static Attributes handling(RewardKind kind, Handling handling) {
    return Attributes.none()
        .constant(KIND, kind)
        .text(HANDED_OUT_BY, handling.handedOutBy().map(Email::value))
        .text(TAX_LABEL, handling.taxLabel());
  }

  private static Map<RewardKind, Handling> handling(Attributes item) {
    return item.list(HANDLING).stream()
        .collect(
            Collectors.toMap(
                map -> map.constant(KIND, RewardKind.class),
                map ->
                    new Handling(
                        map.textIfAny(HANDED_OUT_BY).map(Email::new), map.textIfAny(TAX_LABEL))));
  }
}
