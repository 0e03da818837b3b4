package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.candidate.PersonKey;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.PromisedBy;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.Reward;
import io.referralflow.staff.EmployeeId;
import java.time.ZoneId;
import java.util.Optional;

/// What was settled when a referral was submitted, inside a row. The referral's id is in the key.
final class ParticularsMap {

  private static final String REFERRER = "referrer";
  private static final String PERSON = "person";
  private static final String VACANCY = "vacancy";
  private static final String RECEIPT_NUMBER = "receiptNumber";
  private static final String SUBMITTED_AT = "submittedAt";
  private static final String ENTERED_BY = "enteredBy";
  private static final String TERMS = "terms";
  private static final String VERSION = "version";
  private static final String INSTALMENTS = "instalments";
  private static final String NUMBER = "number";
  private static final String PROBATION_MONTHS = "probationMonths";
  private static final String ELIGIBILITY_MONTHS = "eligibilityMonths";
  private static final String ZONE = "zone";
  private static final String REMINDER_AFTER = "reminderAfter";
  private static final String EXPIRY_AFTER = "expiryAfter";
  private static final String NOTICE_DELAY = "noticeDelay";
  private static final String PROGRAMME = "programme";
  private static final String PROMISED_BY = "promisedBy";

  /// Stands only where the first invitation went later than the referral was made.
  private static final String INVITED_AT = "invitedAt";

  private ParticularsMap() {}

  static Attributes toMap(Particulars particulars) {
    return Attributes.none()
        .text(REFERRER, particulars.referrer().value())
        .text(PERSON, particulars.person().value())
        .text(VACANCY, particulars.vacancy().value())
        .number(RECEIPT_NUMBER, particulars.receiptNumber())
        .instant(SUBMITTED_AT, particulars.submittedAt())
        .text(ENTERED_BY, particulars.enteredBy().map(EmployeeId::value))
        .instant(
            INVITED_AT,
            Optional.of(particulars.invitedAt())
                .filter(it -> !it.equals(particulars.submittedAt())))
        .map(TERMS, toMap(particulars.terms()));
  }

  static Particulars fromMap(ReferralId id, Attributes map) {
    var particulars =
        new Particulars(
            id,
            new EmployeeId(map.text(REFERRER)),
            new PersonKey(map.text(PERSON)),
            new VacancyId(map.text(VACANCY)),
            map.number(RECEIPT_NUMBER),
            map.instant(SUBMITTED_AT),
            pinned(map.map(TERMS)));
    var entered =
        map.textIfAny(ENTERED_BY)
            .map(EmployeeId::new)
            .map(particulars::enteredBy)
            .orElse(particulars);
    return map.instantIfAny(INVITED_AT).map(entered::invitedFirst).orElse(entered);
  }

  private static Attributes toMap(Particulars.Pinned terms) {
    return Attributes.none()
        .number(VERSION, terms.version())
        .list(
            INSTALMENTS, terms.reward().instalments().stream().map(ParticularsMap::toMap).toList())
        .number(PROBATION_MONTHS, terms.probationMonths())
        .and(PromiseMap.toMap(terms.promise()))
        .number(ELIGIBILITY_MONTHS, terms.eligibilityMonths())
        .text(ZONE, terms.zone().getId())
        .duration(REMINDER_AFTER, terms.reminderAfter())
        .duration(EXPIRY_AFTER, terms.expiryAfter())
        .duration(NOTICE_DELAY, terms.noticeDelay())
        .and(RuleBookMap.toMap(terms.rules()))
        .text(PROGRAMME, unlessStanding(terms.programme()))
        .and(ProcedureMap.toMap(terms.procedure()))
        .constant(PROMISED_BY, terms.promisedBy());
  }

  /// The standing programme takes no room: what was written before there were others says nothing.
  private static Optional<String> unlessStanding(ProgrammeId programme) {
    return Optional.of(programme)
        .filter(it -> !it.equals(ProgrammeId.STANDING))
        .map(ProgrammeId::value);
  }

  private static Particulars.Pinned pinned(Attributes map) {
    return new Particulars.Pinned(
        map.count(VERSION),
        new Reward(map.list(INSTALMENTS).stream().map(ParticularsMap::instalment).toList()),
        map.count(PROBATION_MONTHS),
        PromiseMap.fromMap(map),
        map.count(ELIGIBILITY_MONTHS),
        ZoneId.of(map.text(ZONE)),
        map.duration(REMINDER_AFTER),
        map.duration(EXPIRY_AFTER),
        map.duration(NOTICE_DELAY),
        RuleBookMap.fromMap(map),
        map.textIfAny(PROGRAMME).map(ProgrammeId::new).orElse(ProgrammeId.STANDING),
        ProcedureMap.fromMap(map),
        map.has(PROMISED_BY) ? map.constant(PROMISED_BY, PromisedBy.class) : PromisedBy.TERMS);
  }

  private static Attributes toMap(Instalment instalment) {
    return BenefitMap.add(
        MoneyMap.toMap(instalment.amount())
            .and(MilestoneMap.toMap(instalment.milestone()))
            .number(NUMBER, instalment.number()),
        instalment.benefit());
  }

  private static Instalment instalment(Attributes map) {
    return new Instalment(
        map.count(NUMBER),
        MilestoneMap.fromMap(map),
        MoneyMap.fromMap(map),
        BenefitMap.fromMap(map));
  }
}
