package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Dossier;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The snapshot of a referral, the row `HEAD`. Whoever reads the table's stream can tell from the
/// new image alone what to do: a new execution takes over when `version` equals `legVersion`, the
/// running one is woken when it equals `wakeVersion`.
///
/// What was settled at the submission is written once; each step writes the rest.
public final class ReferralItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  static final String TYPE = "type";
  public static final String VERSION = "version";
  static final String LEG = "leg";
  private static final String LEG_SINCE = "legSince";
  static final String LEG_VERSION = "legVersion";
  static final String WAKE_VERSION = "wakeVersion";
  private static final String LAST_FACT = "lastFact";
  private static final String LAST_HASH = "lastHash";
  private static final String LAST_NOTICE = "lastNotice";
  private static final String LAST_OPERATION = "lastOperation";
  private static final String PARTICULARS = "particulars";
  private static final String DOSSIER = "dossier";
  private static final String STATE = "state";
  private static final String FEEDBACK = "feedback";
  private static final String KEEP = "keep";
  private static final String TOLD_AT = "toldAt";
  private static final String WITHDRAWN_AT = "withdrawnAt";
  private static final String ERASED_AT = "erasedAt";
  private static final String PERSON = "person";
  private static final String GENERATION = "generation";
  private static final String INVITED_AT = "invitedAt";
  private static final String VACANCY = "vacancy";
  private static final String MOVED_AT = "movedAt";

  private ReferralItem() {}

  /// What is written once.
  public static Attributes submitted(Referral referral) {
    var particulars = referral.particulars();
    return Attributes.none()
        .key(Key.head(referral.id()))
        .owned(Listing.owned(particulars.referrer(), particulars.submittedAt(), particulars.id()))
        .map(PARTICULARS, ParticularsMap.toMap(particulars));
  }

  /// What each step writes.
  ///
  /// @param newLeg whether a new execution takes over with this step
  /// @param wakes whether this step wakes the running one
  public static Attributes step(Snapshot snapshot, boolean newLeg, boolean wakes) {
    var referral = snapshot.referral();
    var step =
        Attributes.none()
            .number(SCHEMA, SCHEMA_NUMBER)
            .text(TYPE, StateMap.type(referral))
            .number(VERSION, snapshot.version())
            .number(LEG, snapshot.leg())
            .instant(LEG_SINCE, snapshot.legSince())
            .number(LAST_FACT, snapshot.lastFact())
            .text(LAST_HASH, snapshot.lastHash())
            .number(LAST_NOTICE, snapshot.lastNotice())
            .text(LAST_OPERATION, snapshot.lastOperation().value())
            .map(DOSSIER, toMap(referral.dossier()))
            .map(STATE, StateMap.toMap(referral))
            .listed(waitsSince(referral).map(since -> Listing.work(since, referral.id())));
    var leg = newLeg ? step.number(LEG_VERSION, snapshot.version()) : step;
    return wakes ? leg.number(WAKE_VERSION, snapshot.version()) : leg;
  }

  /// What a step takes away: a referral that waits for nobody leaves the list of work.
  public static List<String> removed(Referral referral) {
    return waitsSince(referral).isPresent() ? List.of() : Attributes.LISTED;
  }

  public static Snapshot fromItem(Attributes item) {
    Unreadable.refuseNewer("referral", item.number(SCHEMA), SCHEMA_NUMBER);
    var dossier = item.map(DOSSIER);
    return new Snapshot(
        StateMap.fromMap(
            item.text(TYPE),
            new Dossier(
                particulars(item, dossier),
                dossier.constant(FEEDBACK, Feedback.class),
                dossier.constant(KEEP, Keep.class),
                dossier.instantIfAny(TOLD_AT),
                dossier.instantIfAny(WITHDRAWN_AT),
                dossier.instantIfAny(ERASED_AT),
                CourseMap.fromMap(dossier)),
            item.map(STATE)),
        item.number(VERSION),
        item.count(LEG),
        item.instant(LEG_SINCE),
        item.number(LAST_FACT),
        item.text(LAST_HASH),
        item.number(LAST_NOTICE),
        new OperationId(item.text(LAST_OPERATION)));
  }

  /// What a corrected address or a move changed stands beside what was written once.
  private static Particulars particulars(Attributes item, Attributes dossier) {
    var submitted = ParticularsMap.fromMap(item.key().referral(), item.map(PARTICULARS));
    var moved =
        dossier
            .instantIfAny(MOVED_AT)
            .map(at -> submitted.movedTo(new VacancyId(dossier.text(VACANCY)), at))
            .orElse(submitted);
    return dossier
        .instantIfAny(INVITED_AT)
        .map(invitedAt ->
            moved.invitedAnew(
                new PersonKey(dossier.text(PERSON)), dossier.count(GENERATION), invitedAt))
        .orElse(moved);
  }

  private static Attributes move(Particulars particulars) {
    return particulars
        .movedAt()
        .map(at ->
            Attributes.none().text(VACANCY, particulars.vacancy().value()).instant(MOVED_AT, at))
        .orElseGet(Attributes::none);
  }

  private static Attributes invitation(Particulars particulars) {
    return particulars.generation() == 1
        ? Attributes.none()
        : Attributes.none()
            .text(PERSON, particulars.person().value())
            .number(GENERATION, particulars.generation())
            .instant(INVITED_AT, particulars.invitedAt());
  }

  private static Attributes toMap(Dossier dossier) {
    return invitation(dossier.particulars())
        .and(move(dossier.particulars()))
        .constant(FEEDBACK, dossier.feedback())
        .constant(KEEP, dossier.keep())
        .instant(TOLD_AT, dossier.toldAt())
        .instant(WITHDRAWN_AT, dossier.withdrawnAt())
        .instant(ERASED_AT, dossier.erasedAt())
        .and(CourseMap.toMap(dossier.course()));
  }

  /// Since when a recruiter or a programme manager must act; empty when nobody must.
  private static Optional<Instant> waitsSince(Referral referral) {
    return switch (referral) {
      case Referral.Screening screening -> Optional.of(screening.since());
      case Referral.Hiring hiring -> Optional.of(hiring.since());
      case Referral.Held held -> Optional.of(held.since());
      case Referral.Invited _, Referral.Employed _, Referral.Ended _ -> Optional.empty();
    };
  }
}
