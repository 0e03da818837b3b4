package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Programmes.Said;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.RewardPlan;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;

/// A vacancy, and the rows that keep who changed it when.
public final class VacancyItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String FUNCTION_LEVEL = "functionLevel";
  private static final String PROFILE = "profile";
  private static final String OPEN = "open";
  private static final String IN_PROGRAMME = "inProgramme";
  private static final String PLAN = "plan";
  private static final String INSTALMENTS = "instalments";
  private static final String HIRING_MANAGER = "hiringManager";
  private static final String CONTENT_AT = "contentAt";
  private static final String CONTENT_EVENT = "contentEvent";
  private static final String STATUS_AT = "statusAt";
  private static final String STATUS_EVENT = "statusEvent";
  private static final String CHANGED_BY = "changedBy";
  private static final String CHANGED_AT = "changedAt";

  private VacancyItem() {}

  /// A vacancy as an event says it, with when its parts became so.
  public static Attributes toItem(Said said) {
    return toItem(said.vacancy(), said.by(), said.at())
        .instant(CONTENT_AT, said.content().occurredAt())
        .text(CONTENT_EVENT, said.content().eventId())
        .instant(STATUS_AT, said.status().occurredAt())
        .text(STATUS_EVENT, said.status().eventId());
  }

  /// What was stored by the API became so when it was stored.
  public static Said said(Attributes item) {
    var at = item.instant(CHANGED_AT);
    var then = new Stamp(at, "");
    return new Said(
        fromItem(item),
        item.instantIfAny(CONTENT_AT)
            .map(moment -> new Stamp(moment, item.text(CONTENT_EVENT)))
            .orElse(then),
        item.instantIfAny(STATUS_AT)
            .map(moment -> new Stamp(moment, item.text(STATUS_EVENT)))
            .orElse(then),
        new EmployeeId(item.text(CHANGED_BY)),
        at);
  }

  /// What a row must hold to be the one that was read.
  public static Attributes asRead(Said said) {
    return Attributes.none().text(CHANGED_BY, said.by().value()).instant(CHANGED_AT, said.at());
  }

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
        .flag(IN_PROGRAMME, vacancy.inProgramme())
        .map(PLAN, vacancy.plan().map(VacancyItem::toMap))
        .text(HIRING_MANAGER, vacancy.hiringManager())
        .text(CHANGED_BY, by.value())
        .instant(CHANGED_AT, at);
  }

  public static Vacancy fromItem(Attributes item) {
    return new Vacancy(
        new VacancyId(item.text(ID)),
        item.text(TITLE),
        item.text(FUNCTION_LEVEL),
        item.text(PROFILE),
        item.flag(OPEN),
        !item.has(IN_PROGRAMME) || item.flag(IN_PROGRAMME),
        item.has(PLAN) ? Optional.of(plan(item.map(PLAN))) : Optional.empty(),
        item.textIfAny(HIRING_MANAGER));
  }

  private static Attributes toMap(RewardPlan plan) {
    return MoneyMap.toMap(plan.total())
        .list(INSTALMENTS, plan.instalments().stream().map(InstalmentTermMap::toMap).toList());
  }

  private static RewardPlan plan(Attributes map) {
    return new RewardPlan(
        MoneyMap.fromMap(map),
        map.list(INSTALMENTS).stream().map(InstalmentTermMap::fromMap).toList());
  }
}
