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

/// The programme's own mails in the table.
final class DynamoPost implements Post {

  /// How long the stream has for a notice before upkeep looks at it.
  private static final Duration STREAM_GRACE = Duration.ofMinutes(15);

  private final Table table;
  private final Claims claims;
  private final Aside aside;

  DynamoPost(Table table, Supplier<String> nonces) {
    this.table = table;
    this.claims = new Claims(table, nonces);
    this.aside =
        new Aside(table, row -> "mail-" + PostItem.idIfAny(row).orElseGet(row.key()::owner));
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
    return claims.claim(Key.post(id), now, deadline).map(DynamoPost::claimed);
  }

  private static Claimed claimed(Attributes row) {
    return new Claimed(PostItem.fromItem(row), row.count(NoticeItem.ATTEMPT));
  }

  @Override
  public void sent(Claimed claimed, String mailId, Instant at) {
    var notice = claimed.notice();
    claims.sent(
        Key.post(notice.id()),
        mailId,
        at,
        PostItem.listedWhenDone(notice),
        PostItem.goneWhenDone(notice));
  }

  @Override
  public void dropped(Claimed claimed, String reason, Instant at) {
    var _ = table.write(ended(claimed, NoticeItem.DROPPED, reason, at));
  }

  @Override
  public void putBack(Claimed claimed, Instant next) {
    var id = claimed.notice().id();
    claims.putBack(Key.post(id), claimed.attempt(), Listing.post(id, next), next);
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
    var notice = claimed.notice();
    return Claims.ended(
        Key.post(notice.id()),
        claimed.attempt(),
        state,
        reason,
        at,
        PostItem.listedWhenDone(notice),
        PostItem.goneWhenDone(notice));
  }

  @Override
  public List<Overdue> overdue(Instant now, int limit) {
    return table.listUntil(Listing.post(), Listing.until(now), limit).stream()
        .flatMap(row -> aside.read(row, now, found -> overdue(found, now)).stream())
        .toList();
  }

  private static Optional<Overdue> overdue(Attributes row, Instant now) {
    return Claims.isBeingSent(row, now)
        ? Optional.empty()
        : Optional.of(
            new Overdue(
                PostItem.fromItem(row).id(), Claims.isClaimed(row), row.count(NoticeItem.ATTEMPT)));
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
                Claims.same(overdue.unknown(), overdue.attempt())));
  }
}
