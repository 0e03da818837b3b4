package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.candidate.Detail;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.OperationId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.reward.HoldReason;
import io.referralflow.staff.EmployeeId;
import java.util.Arrays;
import java.util.stream.Collectors;

/// One fact, the row `FACT#n`: written once, chained to the one before it by a hash.
public final class FactItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SUBMITTED = "submitted";
  private static final String REMINDED = "reminded";
  private static final String ADDRESS_CORRECTED = "address-corrected";
  private static final String MOVED = "moved";
  private static final String ACCEPTED = "accepted";
  private static final String DECLINED = "declined";
  private static final String EXPIRED = "expired";
  private static final String LAPSED = "lapsed";
  private static final String WITHDRAWN = "withdrawn";
  private static final String OBJECTED = "objected";
  private static final String COPY_GIVEN = "copy-given";
  private static final String CORRECTED = "corrected";
  private static final String TAKEN_BACK = "taken-back";
  private static final String ADVANCED = "advanced";
  private static final String PHASE_ENTERED = "phase-entered";
  private static final String TURNED_DOWN = "turned-down";
  private static final String REJECTED = "rejected";
  private static final String REPORTED = "reported";
  private static final String DIVIDED = "divided";
  private static final String APPEALED = "appealed";
  private static final String OUTRUN = "outrun";
  private static final String SELF_REFERRED = "self-referred";
  private static final String REFERRER_LEFT = "referrer-left";
  private static final String ALLOWED = "allowed";
  private static final String REFUSED = "refused";
  private static final String RELEASED = "released";
  private static final String PAID = "paid";
  private static final String PUT_ON_HOLD = "put-on-hold";
  private static final String TAKEN_OFF_HOLD = "taken-off-hold";
  private static final String PAYMENT_CORRECTED = "payment-corrected";
  private static final String CANDIDATE_TOLD = "candidate-told";
  private static final String ERASED = "erased";

  private static final String SCHEMA = "schema";
  private static final String TYPE = "type";
  private static final String OPERATION = "operation";
  private static final String AT = "at";
  private static final String PARTICULARS = "particulars";
  private static final String FEEDBACK = "feedback";
  private static final String KEEP = "keep";
  private static final String DETAILS = "details";
  private static final String PERSON = "person";
  private static final String VACANCY = "vacancy";
  private static final String BY = "by";
  private static final String REASON = "reason";
  private static final String REPORT = "report";
  private static final String WINNER = "winner";
  private static final String INSTALMENT = "instalment";
  private static final String DUE_ON = "dueOn";
  private static final String PROMISED_ON = "promisedOn";
  private static final String PAID_ON = "paidOn";
  private static final String CORRECTION = "correction";
  private static final String LAST_DAY = "lastDay";

  private static final String SPACE = " ";

  private FactItem() {}

  public static Attributes toItem(ReferralId id, long number, Fact fact, OperationId operation) {
    return attributes(fact)
        .key(Key.fact(id, number))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(OPERATION, operation.value())
        .instant(AT, fact.at());
  }

  public static OperationId operation(Attributes item) {
    return new OperationId(item.text(OPERATION));
  }

  private static Attributes attributes(Fact fact) {
    return switch (fact) {
      case Fact.Submitted(_, var particulars) ->
          of(SUBMITTED).map(PARTICULARS, ParticularsMap.toMap(particulars));
      case Fact.Reminded _ -> of(REMINDED);
      case Fact.AddressCorrected(_, var by, var person) ->
          of(ADDRESS_CORRECTED).text(BY, by.value()).text(PERSON, person.value());
      case Fact.Moved(_, var by, var to) ->
          of(MOVED).text(BY, by.value()).text(VACANCY, to.value());
      case Fact.Accepted(_, var feedback, var keep) ->
          of(ACCEPTED).constant(FEEDBACK, feedback).constant(KEEP, keep);
      case Fact.Declined _ -> of(DECLINED);
      case Fact.Expired _ -> of(EXPIRED);
      case Fact.Lapsed _ -> of(LAPSED);
      case Fact.Withdrawn _ -> of(WITHDRAWN);
      case Fact.Objected _ -> of(OBJECTED);
      case Fact.CopyGiven _ -> of(COPY_GIVEN);
      case Fact.Corrected(_, var details) ->
          of(CORRECTED)
              .text(
                  DETAILS,
                  details.stream().sorted().map(Enum::name).collect(Collectors.joining(SPACE)));
      case Fact.TakenBack _ -> of(TAKEN_BACK);
      case Fact.Advanced(_, var by) -> of(ADVANCED).text(BY, by.value());
      case Fact.PhaseEntered(_, var by, var phase, var since) ->
          of(PHASE_ENTERED).text(BY, by.value()).and(CourseMap.toMap(phase, since));
      case Fact.TurnedDown(_, var by, var reason) ->
          of(TURNED_DOWN).text(BY, by.value()).constant(REASON, reason);
      case Fact.Rejected(_, var by, var reason) ->
          of(REJECTED).text(BY, by.value()).constant(REASON, reason);
      case Fact.Reported(_, var report) -> of(REPORTED).map(REPORT, ReportMap.toMap(report));
      case Fact.Divided(_, var division) -> of(DIVIDED).and(DivisionMap.toMap(division));
      case Fact.Appealed(_, var reason, var hire) ->
          of(APPEALED).constant(REASON, reason).map(REPORT, ReportMap.toMap(hire));
      case Fact.Outrun(_, var winner) -> of(OUTRUN).text(WINNER, winner.value());
      case Fact.SelfReferred _ -> of(SELF_REFERRED);
      case Fact.ReferrerLeft(_, var lastDay) -> of(REFERRER_LEFT).day(LAST_DAY, lastDay);
      case Fact.Allowed(_, var by, var reason, var share) ->
          of(ALLOWED).text(BY, by.value()).constant(REASON, reason).and(ShareMap.toMap(share));
      case Fact.Refused(_, var by, var reason) ->
          of(REFUSED).text(BY, by.value()).constant(REASON, reason);
      case Fact.Released(_, var instalment, var dueOn, var promisedOn) ->
          of(RELEASED)
              .number(INSTALMENT, instalment)
              .day(DUE_ON, dueOn)
              .day(PROMISED_ON, promisedOn);
      case Fact.Paid(_, var instalment, var paidOn, var by) ->
          of(PAID).number(INSTALMENT, instalment).day(PAID_ON, paidOn).text(BY, by.value());
      case Fact.PutOnHold(_, var instalment, var reason, var by) ->
          of(PUT_ON_HOLD)
              .number(INSTALMENT, instalment)
              .constant(REASON, reason)
              .text(BY, by.value());
      case Fact.TakenOffHold(_, var instalment, var by) ->
          of(TAKEN_OFF_HOLD).number(INSTALMENT, instalment).text(BY, by.value());
      case Fact.PaymentCorrected(_, var instalment, var paidOn, var correction, var by) ->
          of(PAYMENT_CORRECTED)
              .number(INSTALMENT, instalment)
              .day(PAID_ON, paidOn)
              .map(CORRECTION, CorrectionMap.toMap(correction))
              .text(BY, by.value());
      case Fact.CandidateTold _ -> of(CANDIDATE_TOLD);
      case Fact.Erased _ -> of(ERASED);
    };
  }

  private static Attributes of(String type) {
    return Attributes.none().text(TYPE, type);
  }

  public static Fact fromItem(Attributes item) {
    var at = item.instant(AT);
    return switch (item.text(TYPE)) {
      case SUBMITTED ->
          new Fact.Submitted(
              at, ParticularsMap.fromMap(item.key().referral(), item.map(PARTICULARS)));
      case REMINDED -> new Fact.Reminded(at);
      case ADDRESS_CORRECTED ->
          new Fact.AddressCorrected(at, by(item), new PersonKey(item.text(PERSON)));
      case MOVED -> new Fact.Moved(at, by(item), new VacancyId(item.text(VACANCY)));
      case ACCEPTED ->
          new Fact.Accepted(
              at, item.constant(FEEDBACK, Feedback.class), item.constant(KEEP, Keep.class));
      case DECLINED -> new Fact.Declined(at);
      case EXPIRED -> new Fact.Expired(at);
      case LAPSED -> new Fact.Lapsed(at);
      case WITHDRAWN -> new Fact.Withdrawn(at);
      case OBJECTED -> new Fact.Objected(at);
      case COPY_GIVEN -> new Fact.CopyGiven(at);
      case CORRECTED ->
          new Fact.Corrected(
              at,
              Arrays.stream(item.text(DETAILS).split(SPACE, -1))
                  .map(Detail::valueOf)
                  .collect(Collectors.toSet()));
      case TAKEN_BACK -> new Fact.TakenBack(at);
      case ADVANCED -> new Fact.Advanced(at, by(item));
      case PHASE_ENTERED ->
          new Fact.PhaseEntered(at, by(item), CourseMap.phase(item), CourseMap.since(item));
      case TURNED_DOWN ->
          new Fact.TurnedDown(at, by(item), item.constant(REASON, RejectionReason.class));
      case REJECTED ->
          new Fact.Rejected(at, by(item), item.constant(REASON, RejectionReason.class));
      case REPORTED -> new Fact.Reported(at, ReportMap.fromMap(item.map(REPORT)));
      case DIVIDED -> new Fact.Divided(at, DivisionMap.fromMap(item));
      case APPEALED ->
          new Fact.Appealed(
              at, item.constant(REASON, AppealReason.class), ReportMap.hired(item.map(REPORT)));
      case OUTRUN -> new Fact.Outrun(at, new ReferralId(item.text(WINNER)));
      case SELF_REFERRED -> new Fact.SelfReferred(at);
      case REFERRER_LEFT -> new Fact.ReferrerLeft(at, item.day(LAST_DAY));
      case ALLOWED ->
          new Fact.Allowed(
              at, by(item), item.constant(REASON, SettlementReason.class), ShareMap.fromMap(item));
      case REFUSED -> new Fact.Refused(at, by(item), item.constant(REASON, SettlementReason.class));
      case RELEASED ->
          new Fact.Released(at, item.count(INSTALMENT), item.day(DUE_ON), item.day(PROMISED_ON));
      case PAID -> new Fact.Paid(at, item.count(INSTALMENT), item.day(PAID_ON), by(item));
      case PUT_ON_HOLD ->
          new Fact.PutOnHold(
              at, item.count(INSTALMENT), item.constant(REASON, HoldReason.class), by(item));
      case TAKEN_OFF_HOLD -> new Fact.TakenOffHold(at, item.count(INSTALMENT), by(item));
      case PAYMENT_CORRECTED ->
          new Fact.PaymentCorrected(
              at,
              item.count(INSTALMENT),
              item.day(PAID_ON),
              CorrectionMap.fromMap(item.map(CORRECTION)),
              by(item));
      case CANDIDATE_TOLD -> new Fact.CandidateTold(at);
      case ERASED -> new Fact.Erased(at);
      default -> throw Unreadable.type("fact", item.text(TYPE));
    };
  }

  private static EmployeeId by(Attributes item) {
    return new EmployeeId(item.text(BY));
  }
}
