package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.referral.Particulars;
import java.time.Instant;
import java.util.OptionalInt;

/// A notice to be sent, the row `OUTBOX#n`. Listed by the moment at which upkeep looks at it, until
/// it is sent or given up. The table's stream carries it to the outbox while `state` is `ready`.
public final class NoticeItem {

  private static final int SCHEMA_NUMBER = 1;

  public static final String READY = "ready";
  public static final String SENDING = "sending";
  public static final String SENT = "sent";
  public static final String DROPPED = "dropped";
  public static final String GIVEN_UP = "given-up";

  public static final String STATE = "state";
  public static final String DUE_AT = "dueAt";
  public static final String CLAIM = "claim";
  public static final String CLAIMED_UNTIL = "claimedUntil";
  public static final String ATTEMPT = "attempt";
  public static final String COPY = "copy";
  private static final String MAIL_ID = "mailId";
  public static final String REASON = "reason";
  public static final String DONE_AT = "doneAt";
  private static final String SCHEMA = "schema";
  public static final String REFERRER = "referrer";
  public static final String VACANCY = "vacancy";
  private static final String KIND = "kind";
  private static final String INSTALMENT = "instalment";
  private static final String NOT_BEFORE = "notBefore";

  private NoticeItem() {}

  /// A new notice. One that is due now is for the stream, and upkeep looks at it only if that
  /// fails; one that is due later is for upkeep.
  ///
  /// @param lookAt when upkeep looks at it
  public static Attributes toItem(Particulars particulars, Notice notice, Instant lookAt) {
    var id = particulars.id();
    var item =
        Attributes.none()
            .key(Key.notice(id, notice.number()))
            .listed(Listing.notice(id, notice.number(), lookAt))
            .number(SCHEMA, SCHEMA_NUMBER)
            .text(STATE, READY)
            .number(ATTEMPT, 0)
            .text(DUE_AT, Listing.sortable(notice.notBefore()))
            .text(REFERRER, particulars.referrer().value())
            .text(VACANCY, particulars.vacancy().value())
            .text(KIND, notice.kind().wireName())
            .instant(NOT_BEFORE, notice.notBefore());
    return notice.instalment().isPresent()
        ? item.number(INSTALMENT, notice.instalment().getAsInt())
        : item;
  }

  /// What a handover changes; the row leaves the list with it.
  public static Attributes sent(String mailId, Instant at) {
    return Attributes.none().text(STATE, SENT).text(MAIL_ID, mailId).instant(DONE_AT, at);
  }

  public static Notice fromItem(Attributes item) {
    return new Notice(
        item.key().number(),
        LetterKind.named(item.text(KIND))
            .orElseThrow(() -> Unreadable.type("letter", item.text(KIND))),
        item.countIfAny(INSTALMENT).map(OptionalInt::of).orElseGet(OptionalInt::empty),
        item.instant(NOT_BEFORE));
  }
}
