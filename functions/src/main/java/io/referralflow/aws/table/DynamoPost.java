package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.FailureItem;
import io.referralflow.aws.item.NoticeItem;
import io.referralflow.aws.item.PostItem;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.message.ProgrammeNotice.ActionEnded;
import io.referralflow.message.ProgrammeNotice.OrderDelivered;
import io.referralflow.message.ProgrammeNotice.OrderPlaced;
import io.referralflow.message.ProgrammeNotice.PayRunClosed;
import io.referralflow.message.ProgrammeNotice.TermsChanged;
import io.referralflow.message.ProgrammeNotice.TermsRound;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The programme's own mails in the table. Who claims one leaves a mark of its own on it, so that a
/// claim whose answer was lost is known again when the SDK tries once more.
final class DynamoPost implements Post {

  /// The notice waits and may be sent now: of two that claim it, one wins.
  private static final Condition READY_AND_DUE =
      new Condition("#state = :ready AND #dueAt <= :now");

  /// The notice stands where it was found, claimed no more often: a late word about an older claim
  /// changes nothing.
  private static final Condition SAME_CLAIM =
      new Condition("#state = :state AND #attempt = :attempt");

  /// The notice is there and not sent yet: the first mail id stays.
  private static final Condition NOT_SENT =
      new Condition("attribute_exists(#pk) AND #state <> :sent");

  /// How long the stream has for a notice before upkeep looks at it.
  private static final Duration STREAM_GRACE = Duration.ofMinutes(15);

  private final Table table;
  private final Supplier<String> nonces;

  DynamoPost(Table table, Supplier<String> nonces) {
    this.table = table;
    this.nonces = nonces;
  }

  @Override
  public void add(ProgrammeNotice notice, Instant at) {
    var _ = table.write(adding(notice, at));
  }

  /// The row of a new notice, also for a transaction that causes it.
  static Write adding(ProgrammeNotice notice, Instant at) {
    return new Write.Put(PostItem.toItem(notice, at, at.plus(STREAM_GRACE)), Condition.ABSENT);
  }

  @Override
  public Optional<Claimed> claim(String id, Instant now, Instant deadline) {
    var nonce = nonces.get();
    var claim =
        new Write.Update(
            Key.post(id),
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
      case Written.Done(var row) -> Optional.of(claimed(row));
      case Written.Refused(var found) ->
          found
              .filter(row ->
                  row.textIfAny(NoticeItem.CLAIM).equals(Optional.of(nonce))
                      && row.text(NoticeItem.STATE).equals(NoticeItem.SENDING))
              .map(DynamoPost::claimed);
    };
  }

  private static Claimed claimed(Attributes row) {
    return new Claimed(PostItem.fromItem(row), row.count(NoticeItem.ATTEMPT));
  }

  @Override
  public void sent(Claimed claimed, String mailId, Instant at) {
    var _ =
        table.write(
            done(
                claimed,
                NoticeItem.sent(mailId, at),
                NOT_SENT.with(Attributes.none().text("sent", NoticeItem.SENT))));
  }

  @Override
  public void dropped(Claimed claimed, String reason, Instant at) {
    var _ = table.write(ended(claimed, NoticeItem.DROPPED, reason, at));
  }

  @Override
  public void putBack(Claimed claimed, Instant next) {
    var id = claimed.notice().id();
    var _ =
        table.write(
            new Write.Update(
                Key.post(id),
                Attributes.none()
                    .text(NoticeItem.STATE, NoticeItem.READY)
                    .text(NoticeItem.DUE_AT, Listing.sortable(next))
                    .listed(Listing.post(id, next)),
                List.of(),
                same(NoticeItem.SENDING, claimed.attempt())));
  }

  @Override
  public void gaveUp(Claimed claimed, String reason, Instant at) {
    var failure =
        new Failure("mail-" + claimed.notice().id(), Kind.MAIL, reason, at, Optional.empty());
    var _ =
        table.transact(
            List.of(
                new Step<>("notice", ended(claimed, NoticeItem.GIVEN_UP, reason, at)),
                new Step<>("failure", new Write.Put(FailureItem.toItem(failure), Condition.NONE))));
  }

  private static Write ended(Claimed claimed, String state, String reason, Instant at) {
    return done(
        claimed,
        Attributes.none()
            .text(NoticeItem.STATE, state)
            .text(NoticeItem.REASON, reason)
            .instant(NoticeItem.DONE_AT, at),
        same(NoticeItem.SENDING, claimed.attempt()));
  }

  private static Write done(Claimed claimed, Attributes marks, Condition condition) {
    var notice = claimed.notice();
    return new Write.Update(
        Key.post(notice.id()),
        marks.listed(PostItem.listedWhenDone(notice)),
        PostItem.goneWhenDone(notice),
        condition);
  }

  @Override
  public List<Overdue> overdue(Instant now, int limit) {
    return table.listUntil(Listing.post(), Listing.until(now), limit).stream()
        .filter(row -> !isBeingSent(row, now))
        .map(row ->
            new Overdue(
                PostItem.id(row),
                row.text(NoticeItem.STATE).equals(NoticeItem.SENDING),
                row.count(NoticeItem.ATTEMPT)))
        .toList();
  }

  /// A claim keeps the row's place in the list, which saves two writes for each mail.
  private static boolean isBeingSent(Attributes row, Instant now) {
    return row.text(NoticeItem.STATE).equals(NoticeItem.SENDING)
        && row.instantIfAny(NoticeItem.CLAIMED_UNTIL).filter(now::isBefore).isPresent();
  }

  @Override
  public Announcement announcement(int version) {
    var waiting =
        all(Listing.post()).stream()
            .map(PostItem::fromItem)
            .filter(notice -> isAbout(notice, version))
            .toList();
    var done =
        all(Listing.announcement(version)).stream()
            .collect(
                Collectors.groupingBy(row -> row.text(NoticeItem.STATE), Collectors.counting()));
    return new Announcement(
        waiting.stream().anyMatch(TermsRound.class::isInstance),
        count(done, NoticeItem.SENT),
        (int) waiting.stream().filter(TermsChanged.class::isInstance).count(),
        count(done, NoticeItem.DROPPED),
        count(done, NoticeItem.GIVEN_UP));
  }

  private List<Attributes> all(String list) {
    return table.listUntil(list, Listing.END, Integer.MAX_VALUE);
  }

  private static boolean isAbout(ProgrammeNotice notice, int version) {
    return switch (notice) {
      case TermsChanged changed -> changed.version() == version;
      case TermsRound round -> round.version() == version;
      case ActionEnded _, PayRunClosed _, OrderPlaced _, OrderDelivered _ -> false;
    };
  }

  private static int count(Map<String, Long> done, String state) {
    return Math.toIntExact(done.getOrDefault(state, 0L));
  }

  @Override
  public void nudge(Overdue overdue, Instant next) {
    var _ =
        table.write(
            new Write.Update(
                Key.post(overdue.id()),
                Attributes.none()
                    .text(NoticeItem.STATE, NoticeItem.READY)
                    .listed(Listing.post(overdue.id(), next)),
                List.of(),
                same(
                    overdue.unknown() ? NoticeItem.SENDING : NoticeItem.READY, overdue.attempt())));
  }

  private static Condition same(String state, int attempt) {
    return SAME_CLAIM.with(
        Attributes.none().text(NoticeItem.STATE, state).number(NoticeItem.ATTEMPT, attempt));
  }
}
