package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.figures.ActionReport;
import io.referralflow.figures.ActionReport.Cost;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;

/// What stands in the partition of a programme: the referrals by it, and an action's reports.
public final class ActionReportItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String REFERRAL = "referral";
  private static final String SUBMITTED_AT = "submittedAt";
  private static final String PROGRAMME = "programme";
  private static final String STARTS_ON = "startsOn";
  private static final String ENDS_ON = "endsOn";
  private static final String AT = "at";
  private static final String SUBMITTED = "submitted";
  private static final String HIRED = "hired";
  private static final String PAID = "paid";
  private static final String KEPT = "kept";
  private static final String LATE = "late";
  private static final String COSTS = "costs";
  private static final String OPEN = "open";

  private ActionReportItem() {}

  /// That a referral belongs to its programme.
  public static Attributes referral(Particulars particulars) {
    return Attributes.none()
        .key(Key.programmeReferral(particulars.terms().programme(), particulars.id()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(REFERRAL, particulars.id().value())
        .instant(SUBMITTED_AT, particulars.submittedAt());
  }

  public static ReferralId referral(Attributes item) {
    return new ReferralId(item.text(REFERRAL));
  }

  public static Attributes toItem(ActionReport report) {
    return Attributes.none()
        .key(Key.actionReport(report.programme(), report.endsOn()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(PROGRAMME, report.programme().value())
        .day(STARTS_ON, report.startsOn())
        .day(ENDS_ON, report.endsOn())
        .instant(AT, report.at())
        .number(SUBMITTED, report.submitted())
        .number(HIRED, report.hired())
        .number(PAID, report.paid())
        .number(KEPT, report.kept())
        .number(LATE, report.late())
        .list(COSTS, report.costs().stream().map(ActionReportItem::toMap).toList());
  }

  public static ActionReport fromItem(Attributes item) {
    return new ActionReport(
        new ProgrammeId(item.text(PROGRAMME)),
        item.day(STARTS_ON),
        item.day(ENDS_ON),
        item.instant(AT),
        item.count(SUBMITTED),
        item.count(HIRED),
        item.count(PAID),
        item.count(KEPT),
        item.count(LATE),
        item.list(COSTS).stream().map(ActionReportItem::cost).toList());
  }

  private static Attributes toMap(Cost cost) {
    return Attributes.none()
        .map(PAID, MoneyMap.toMap(cost.paid()))
        .map(OPEN, MoneyMap.toMap(cost.open()));
  }

  private static Cost cost(Attributes map) {
    return new Cost(MoneyMap.fromMap(map.map(PAID)), MoneyMap.fromMap(map.map(OPEN)));
  }
}
