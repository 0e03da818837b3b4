package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.NoticeItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The claims on mails to be sent, whatever the mail is about: of two who claim one, one wins, and
/// a late word about an older claim changes nothing. Who claims a row leaves a mark of its own on
/// it, so that a claim whose answer was lost is known again when the SDK tries once more.
final class Claims {

  /// The mail waits and may be sent now.
  private static final Condition READY_AND_DUE =
      new Condition("#state = :ready AND #dueAt <= :now");

  /// The mail stands where it was found, claimed no more often.
  private static final Condition SAME_CLAIM =
      new Condition("#state = :state AND #attempt = :attempt");

  /// The mail is there and not sent yet: the first mail id stays.
  private static final Condition NOT_SENT =
      new Condition("attribute_exists(#pk) AND #state <> :sent");

  private final Table table;
  private final Supplier<String> nonces;

  /// @param nonces marks, each unlike all others
  Claims(Table table, Supplier<String> nonces) {
    this.table = table;
    this.nonces = nonces;
  }

  /// Claims a mail for whoever asks.
  ///
  /// @param deadline until when nobody else may take it for forgotten
  /// @return the row as claimed; empty when it is not to be sent now, or another was first
  Optional<Attributes> claim(Key mail, Instant now, Instant deadline) {
    var nonce = nonces.get();
    var claim =
        new Write.Update(
            mail,
            Attributes.none()
                .text(NoticeItem.STATE, NoticeItem.SENDING)
                .text(NoticeItem.CLAIM, nonce)
                .instant(NoticeItem.CLAIMED_UNTIL, deadline),
            List.of(),
            Attributes.none().number(NoticeItem.ATTEMPT, 1),
            READY_AND_DUE.with(
                Attributes.none()
                    .text("ready", NoticeItem.READY)
                    .text("now", Listing.sortable(now))));
    return switch (table.write(claim)) {
      case Written.Done(var row) -> Optional.of(row);
      case Written.Refused(var found) ->
          found.filter(row ->
              row.textIfAny(NoticeItem.CLAIM).equals(Optional.of(nonce))
                  && row.text(NoticeItem.STATE).equals(NoticeItem.SENDING));
    };
  }

  /// Whether a row is claimed and its deadline is to come. A claim keeps the row's place in the
  /// list, which saves two writes for each mail.
  static boolean isBeingSent(Attributes row, Instant now) {
    return isClaimed(row)
        && row.instantIfAny(NoticeItem.CLAIMED_UNTIL).filter(now::isBefore).isPresent();
  }

  /// Whether a row is claimed, so that nobody knows what became of the mail once the deadline is
  /// over.
  static boolean isClaimed(Attributes row) {
    return row.text(NoticeItem.STATE).equals(NoticeItem.SENDING);
  }

  /// The mail was handed over.
  ///
  /// @param kept where the row is listed from now on
  /// @param gone what the row needs no more
  void sent(Key mail, String mailId, Instant at, Optional<Listing> kept, List<String> gone) {
    var _ =
        table.write(
            new Write.Update(
                mail,
                NoticeItem.sent(mailId, at).listed(kept),
                gone,
                NOT_SENT.with(Attributes.none().text("sent", NoticeItem.SENT))));
  }

  /// The mail waits again, to be sent from a moment on.
  ///
  /// @param attempt of the claim that is given back
  /// @param place where the row stands in the list from now on
  void putBack(Key mail, int attempt, Listing place, Instant next) {
    var _ =
        table.write(
            new Write.Update(
                mail,
                Attributes.none()
                    .text(NoticeItem.STATE, NoticeItem.READY)
                    .text(NoticeItem.DUE_AT, Listing.sortable(next))
                    .listed(place),
                List.of(),
                same(true, attempt)));
  }

  /// The write by which a claimed mail ends without being sent.
  ///
  /// @param kept where the row is listed from now on
  /// @param gone what the row needs no more
  static Write ended(
      Key mail,
      int attempt,
      String state,
      String reason,
      Instant at,
      Optional<Listing> kept,
      List<String> gone) {
    return new Write.Update(
        mail,
        Attributes.none()
            .text(NoticeItem.STATE, state)
            .text(NoticeItem.REASON, reason)
            .instant(NoticeItem.DONE_AT, at)
            .listed(kept),
        gone,
        same(true, attempt));
  }

  /// The mail stands where it was found.
  ///
  /// @param claimed whether it was claimed then, or waited
  /// @param attempt how often it had been claimed
  static Condition same(boolean claimed, int attempt) {
    return SAME_CLAIM.with(
        Attributes.none()
            .text(NoticeItem.STATE, claimed ? NoticeItem.SENDING : NoticeItem.READY)
            .number(NoticeItem.ATTEMPT, attempt));
  }
}
