package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.hire.HrEvent;
import io.referralflow.programme.VacancyId;

/// An HR event, inside a row. An address is not among what it holds.
final class HrEventMap {

  private static final String SOURCE = "source";
  private static final String ID = "id";
  private static final String BODY_HASH = "bodyHash";
  private static final String REPORT = "report";
  private static final String VACANCY = "vacancy";
  private static final String REFERRAL_ID = "referralId";

  private HrEventMap() {}

  static Attributes toMap(HrEvent event) {
    return Attributes.none()
        .text(SOURCE, event.source())
        .text(ID, event.id())
        .text(BODY_HASH, event.bodyHash())
        .map(REPORT, ReportMap.toMap(event.report()))
        .text(VACANCY, event.vacancy().map(VacancyId::value))
        .text(REFERRAL_ID, event.referralId());
  }

  static HrEvent fromMap(Attributes map) {
    return new HrEvent(
        map.text(SOURCE),
        map.text(ID),
        map.text(BODY_HASH),
        ReportMap.fromMap(map.map(REPORT)),
        map.textIfAny(VACANCY).map(VacancyId::new),
        map.textIfAny(REFERRAL_ID));
  }
}
