package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;

/// A vacancy, and the rows that keep who changed it when.
public final class VacancyItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String FUNCTION_LEVEL = "functionLevel";
  private static final String PROFILE = "profile";
  private static final String OPEN = "open";
  private static final String CHANGED_BY = "changedBy";
  private static final String CHANGED_AT = "changedAt";

  private VacancyItem() {}

  public static Attributes toItem(Vacancy vacancy, EmployeeId by, Instant at) {
    return attributes(vacancy, by, at)
        .key(Key.vacancy(vacancy.id()))
        .listed(Listing.vacancy(vacancy));
  }

  /// The change alone, for ever.
  public static Attributes change(Vacancy vacancy, EmployeeId by, Instant at) {
    return attributes(vacancy, by, at).key(Key.vacancyChange(vacancy.id(), at, by));
  }

  private static Attributes attributes(Vacancy vacancy, EmployeeId by, Instant at) {
    return Attributes.none()
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(ID, vacancy.id().value())
        .text(TITLE, vacancy.title())
        .text(FUNCTION_LEVEL, vacancy.functionLevel())
        .text(PROFILE, vacancy.profile())
        .flag(OPEN, vacancy.open())
        .text(CHANGED_BY, by.value())
        .instant(CHANGED_AT, at);
  }

  public static Vacancy fromItem(Attributes item) {
    return new Vacancy(
        new VacancyId(item.text(ID)),
        item.text(TITLE),
        item.text(FUNCTION_LEVEL),
        item.text(PROFILE),
        item.flag(OPEN));
  }
}
