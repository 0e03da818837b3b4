package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.hire.Employment;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Register;
import io.referralflow.referral.Referral;
import io.referralflow.reward.Payment;
import java.time.LocalDate;
import java.util.Optional;

/// What is known of a hire and was done about its instalments, inside a row.
final class HireMap {

  private static final String EMPLOYEE = "employee";
  private static final String HIRED = "hired";
  private static final String FIRST_HIRE = "firstHire";
  private static final String START = "start";
  private static final String PROBATION_END = "probationEnd";
  private static final String LAST_DAY = "lastDay";
  private static final String VALUE = "value";
  private static final String PAYMENTS = "payments";
  private static final String INSTALMENT = "instalment";
  private static final String RELEASED_AT = "releasedAt";
  private static final String DUE_ON = "dueOn";
  private static final String PROMISED_ON = "promisedOn";
  private static final String PAID_ON = "paidOn";
  private static final String ATTRIBUTED_AT = "attributedAt";
  private static final String REVISED_AT = "revisedAt";

  private HireMap() {}

  static Attributes toMap(Referral.Hire hire) {
    var employment = hire.employment();
    return Attributes.none()
        .text(EMPLOYEE, hire.employee().value())
        .map(
            HIRED,
            ReportMap.stamp(employment.hired().stamp()).flag(VALUE, employment.hired().value()))
        .map(FIRST_HIRE, ReportMap.stamp(employment.firstHire()))
        .map(START, register(employment.start()))
        .map(PROBATION_END, employment.probationEnd().map(HireMap::register))
        .map(LAST_DAY, employment.lastDay().map(HireMap::register))
        .list(PAYMENTS, hire.payments().stream().map(HireMap::toMap).toList())
        .instant(ATTRIBUTED_AT, hire.attributedAt())
        .instant(REVISED_AT, hire.revisedAt());
  }

  static Referral.Hire fromMap(Attributes map) {
    var hired = map.map(HIRED);
    return new Referral.Hire(
        new HrNumber(map.text(EMPLOYEE)),
        new Employment(
            new Register<>(hired.flag(VALUE), ReportMap.stamp(hired)),
            ReportMap.stamp(map.map(FIRST_HIRE)),
            register(map.map(START)),
            register(map, PROBATION_END),
            register(map, LAST_DAY)),
        map.list(PAYMENTS).stream().map(HireMap::payment).toList(),
        map.instant(ATTRIBUTED_AT),
        map.instant(REVISED_AT));
  }

  private static Attributes register(Register<LocalDate> register) {
    return ReportMap.stamp(register.stamp()).day(VALUE, register.value());
  }

  private static Register<LocalDate> register(Attributes map) {
    return new Register<>(map.day(VALUE), ReportMap.stamp(map));
  }

  private static Optional<Register<LocalDate>> register(Attributes map, String name) {
    return map.mapIfAny(name).map(HireMap::register);
  }

  private static Attributes toMap(Payment payment) {
    return Attributes.none()
        .number(INSTALMENT, payment.instalment())
        .instant(RELEASED_AT, payment.releasedAt())
        .day(DUE_ON, payment.dueOn())
        .day(PROMISED_ON, payment.promisedOn())
        .day(PAID_ON, payment.paidOn());
  }

  private static Payment payment(Attributes map) {
    return new Payment(
        map.count(INSTALMENT),
        map.instant(RELEASED_AT),
        map.day(DUE_ON),
        map.day(PROMISED_ON),
        map.dayIfAny(PAID_ON));
  }
}
