package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.hire.Employment;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Register;
import io.referralflow.referral.Referral;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.Payment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
  private static final String HELD_BECAUSE = "heldBecause";
  private static final String CORRECTION = "correction";
  private static final String ATTRIBUTED_AT = "attributedAt";
  private static final String REVISED_AT = "revisedAt";
  private static final String OTHERS = "others";
  private static final String CANCELLED = "cancelled";
  private static final String AT = "at";
  private static final String KNOWN = "known";
  private static final String REFERRER_LEFT = "referrerLeft";

  private HireMap() {}

  static Attributes toMap(Referral.Hire hire) {
    return employment(hire.employee(), hire.employment())
        .and(others(hire))
        .and(cancelled(hire))
        .list(PAYMENTS, hire.payments().stream().map(HireMap::toMap).toList())
        .instant(ATTRIBUTED_AT, hire.attributedAt())
        .instant(REVISED_AT, hire.revisedAt())
        .and(entitlement(hire.entitlement()));
  }

  private static Attributes entitlement(Referral.Entitlement entitlement) {
    return (entitlement.known() ? Attributes.none().flag(KNOWN, true) : Attributes.none())
        .and(
            entitlement
                .referrerLeft()
                .map(day -> Attributes.none().day(REFERRER_LEFT, day))
                .orElseGet(Attributes::none))
        .and(entitlement.division().map(DivisionMap::toMap).orElseGet(Attributes::none))
        .and(ShareMap.toMap(entitlement.share()));
  }

  static Referral.Hire fromMap(Attributes map) {
    return new Referral.Hire(
        employee(map),
        employment(map),
        (map.has(OTHERS) ? map.list(OTHERS) : List.<Attributes>of())
            .stream().collect(Collectors.toMap(HireMap::employee, HireMap::employment)),
        map.list(PAYMENTS).stream().map(HireMap::payment).toList(),
        map.instant(ATTRIBUTED_AT),
        map.instant(REVISED_AT),
        (map.has(CANCELLED) ? map.list(CANCELLED) : List.<Attributes>of())
            .stream()
                .collect(
                    Collectors.toMap(each -> each.count(INSTALMENT), each -> each.instant(AT))),
        new Referral.Entitlement(
            map.has(KNOWN) && map.flag(KNOWN),
            DivisionMap.isIn(map) ? Optional.of(DivisionMap.fromMap(map)) : Optional.empty(),
            map.dayIfAny(REFERRER_LEFT),
            ShareMap.fromMap(map)));
  }

  /// What most hires do not have takes no room.
  private static Attributes others(Referral.Hire hire) {
    return hire.others().isEmpty()
        ? Attributes.none()
        : Attributes.none()
            .list(
                OTHERS,
                hire.others().entrySet().stream()
                    .sorted(Comparator.comparing(each -> each.getKey().value()))
                    .map(each -> employment(each.getKey(), each.getValue()))
                    .toList());
  }

  private static Attributes cancelled(Referral.Hire hire) {
    return hire.cancelledAt().isEmpty()
        ? Attributes.none()
        : Attributes.none()
            .list(
                CANCELLED,
                hire.cancelledAt().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(each ->
                        Attributes.none()
                            .number(INSTALMENT, each.getKey())
                            .instant(AT, each.getValue()))
                    .toList());
  }

  private static Attributes employment(HrNumber employee, Employment employment) {
    return Attributes.none()
        .text(EMPLOYEE, employee.value())
        .map(
            HIRED,
            ReportMap.stamp(employment.hired().stamp()).flag(VALUE, employment.hired().value()))
        .map(FIRST_HIRE, ReportMap.stamp(employment.firstHire()))
        .map(START, register(employment.start()))
        .map(PROBATION_END, employment.probationEnd().map(HireMap::register))
        .map(LAST_DAY, employment.lastDay().map(HireMap::register));
  }

  private static HrNumber employee(Attributes map) {
    return new HrNumber(map.text(EMPLOYEE));
  }

  private static Employment employment(Attributes map) {
    var hired = map.map(HIRED);
    return new Employment(
        new Register<>(hired.flag(VALUE), ReportMap.stamp(hired)),
        ReportMap.stamp(map.map(FIRST_HIRE)),
        register(map.map(START)),
        register(map, PROBATION_END),
        register(map, LAST_DAY));
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
        .day(PAID_ON, payment.paidOn())
        .constant(HELD_BECAUSE, payment.heldBecause())
        .map(CORRECTION, payment.correction().map(CorrectionMap::toMap));
  }

  private static Payment payment(Attributes map) {
    return new Payment(
        map.count(INSTALMENT),
        map.instant(RELEASED_AT),
        map.day(DUE_ON),
        map.day(PROMISED_ON),
        map.dayIfAny(PAID_ON),
        map.constantIfAny(HELD_BECAUSE, HoldReason.class),
        map.mapIfAny(CORRECTION).map(CorrectionMap::fromMap));
  }
}
