package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.referral.Dossier;
import io.referralflow.referral.HeldBecause;
import io.referralflow.referral.Referral;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.Stage;
import io.referralflow.referral.StateName;

/// A referral's state: its name, and what only this state knows. The only place where the sealed
/// types have names.
final class StateMap {

  private static final String INVITED = "invited";
  private static final String SCREENING = "screening";
  private static final String HIRING = "hiring";
  private static final String HIRED = "hired";
  private static final String PROBATION = "probation";
  private static final String COMPLETED = "completed";
  private static final String HIRE_CANCELLED = "hire-cancelled";
  private static final String LEFT = "left";
  private static final String HELD = "held";
  private static final String DECLINED = "declined";
  private static final String EXPIRED = "expired";
  private static final String LAPSED = "lapsed";
  private static final String REJECTED = "rejected";
  private static final String WITHDRAWN = "withdrawn";
  private static final String NOT_ELIGIBLE = "not-eligible";
  private static final String ALREADY_KNOWN = "already-known";

  private static final String REMINDED_AT = "remindedAt";
  private static final String SINCE = "since";
  private static final String HIRE = "hire";
  private static final String BECAUSE = "because";
  private static final String STAGE = "stage";
  private static final String ENDED_AT = "endedAt";
  private static final String REASON = "reason";
  private static final String BY_REFERRER = "byReferrer";
  private static final String WAS_HELD = "wasHeld";

  private StateMap() {}

  static String type(Referral referral) {
    return switch (referral) {
      case Referral.Invited _ -> INVITED;
      case Referral.Screening _ -> SCREENING;
      case Referral.Hiring _ -> HIRING;
      case Referral.Hired _ -> HIRED;
      case Referral.Probation _ -> PROBATION;
      case Referral.Completed _ -> COMPLETED;
      case Referral.HireCancelled _ -> HIRE_CANCELLED;
      case Referral.Left _ -> LEFT;
      case Referral.Held _ -> HELD;
      case Referral.Declined _ -> DECLINED;
      case Referral.Expired _ -> EXPIRED;
      case Referral.Lapsed _ -> LAPSED;
      case Referral.Rejected _ -> REJECTED;
      case Referral.Withdrawn _ -> WITHDRAWN;
      case Referral.NotEligible _ -> NOT_ELIGIBLE;
      case Referral.AlreadyKnown _ -> ALREADY_KNOWN;
    };
  }

  /// The state that a stored name means, without the rest of it.
  static StateName name(String type) {
    return switch (type) {
      case INVITED -> StateName.INVITED;
      case SCREENING -> StateName.SCREENING;
      case HIRING -> StateName.HIRING;
      case HIRED -> StateName.HIRED;
      case PROBATION -> StateName.PROBATION;
      case COMPLETED -> StateName.COMPLETED;
      case HIRE_CANCELLED -> StateName.HIRE_CANCELLED;
      case LEFT -> StateName.LEFT;
      case HELD -> StateName.HELD;
      case DECLINED -> StateName.DECLINED;
      case EXPIRED -> StateName.EXPIRED;
      case LAPSED -> StateName.LAPSED;
      case REJECTED -> StateName.REJECTED;
      case WITHDRAWN -> StateName.WITHDRAWN;
      case NOT_ELIGIBLE -> StateName.NOT_ELIGIBLE;
      case ALREADY_KNOWN -> StateName.ALREADY_KNOWN;
      default -> throw Unreadable.type("referral", type);
    };
  }

  static Attributes toMap(Referral referral) {
    var map = Attributes.none();
    return switch (referral) {
      case Referral.Invited(_, var remindedAt) -> map.instant(REMINDED_AT, remindedAt);
      case Referral.Screening(_, var since) -> map.instant(SINCE, since);
      case Referral.Hiring(_, var since) -> map.instant(SINCE, since);
      case Referral.Employed employed -> map.map(HIRE, HireMap.toMap(employed.hire()));
      case Referral.Held(_, var because, var from, var since, var hire) ->
          map.constant(BECAUSE, because)
              .constant(STAGE, from)
              .instant(SINCE, since)
              .map(HIRE, HireMap.toMap(hire));
      case Referral.Declined(_, var endedAt) -> map.instant(ENDED_AT, endedAt);
      case Referral.Expired(_, var endedAt) -> map.instant(ENDED_AT, endedAt);
      case Referral.Rejected(_, var endedAt, var stage, var reason) ->
          map.instant(ENDED_AT, endedAt).constant(STAGE, stage).constant(REASON, reason);
      case Referral.Withdrawn(_, var endedAt, var stage, var byReferrer) ->
          map.instant(ENDED_AT, endedAt).constant(STAGE, stage).flag(BY_REFERRER, byReferrer);
      case Referral.NotEligible(_, var endedAt, var stage, var wasHeld) ->
          map.instant(ENDED_AT, endedAt).constant(STAGE, stage).flag(WAS_HELD, wasHeld);
      case Referral.Lapsed(_, var endedAt, var stage) ->
          map.instant(ENDED_AT, endedAt).constant(STAGE, stage);
      case Referral.AlreadyKnown(_, var endedAt, var stage) ->
          map.instant(ENDED_AT, endedAt).constant(STAGE, stage);
    };
  }

  static Referral fromMap(String type, Dossier dossier, Attributes map) {
    return switch (type) {
      case INVITED -> new Referral.Invited(dossier, map.instantIfAny(REMINDED_AT));
      case SCREENING -> new Referral.Screening(dossier, map.instant(SINCE));
      case HIRING -> new Referral.Hiring(dossier, map.instant(SINCE));
      case HIRED -> new Referral.Hired(dossier, hire(map));
      case PROBATION -> new Referral.Probation(dossier, hire(map));
      case COMPLETED -> new Referral.Completed(dossier, hire(map));
      case HIRE_CANCELLED -> new Referral.HireCancelled(dossier, hire(map));
      case LEFT -> new Referral.Left(dossier, hire(map));
      case HELD ->
          new Referral.Held(
              dossier,
              map.constant(BECAUSE, HeldBecause.class),
              stage(map),
              map.instant(SINCE),
              hire(map));
      case DECLINED -> new Referral.Declined(dossier, map.instant(ENDED_AT));
      case EXPIRED -> new Referral.Expired(dossier, map.instant(ENDED_AT));
      case LAPSED -> new Referral.Lapsed(dossier, map.instant(ENDED_AT), stage(map));
      case REJECTED ->
          new Referral.Rejected(
              dossier,
              map.instant(ENDED_AT),
              stage(map),
              map.constant(REASON, RejectionReason.class));
      case WITHDRAWN ->
          new Referral.Withdrawn(dossier, map.instant(ENDED_AT), stage(map), map.flag(BY_REFERRER));
      case NOT_ELIGIBLE ->
          new Referral.NotEligible(dossier, map.instant(ENDED_AT), stage(map), map.flag(WAS_HELD));
      case ALREADY_KNOWN -> new Referral.AlreadyKnown(dossier, map.instant(ENDED_AT), stage(map));
      default -> throw Unreadable.type("referral", type);
    };
  }

  private static Referral.Hire hire(Attributes map) {
    return HireMap.fromMap(map.map(HIRE));
  }

  private static Stage stage(Attributes map) {
    return map.constant(STAGE, Stage.class);
  }
}
