package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.FailureItem;
import io.referralflow.aws.item.NoticeItem;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.message.Notice;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Outbox;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The outbox in the table.
final class DynamoOutbox implements Outbox {

  /// How long the stream has for a notice before upkeep looks at it.
  private static final Duration STREAM_GRACE = Duration.ofMinutes(15);

  /// Why a mail is on the failure list whose sending is unknown.
  private static final String UNKNOWN = "mail-unknown";

  private final Table table;
  private final Claims claims;
  private final Aside aside;

  DynamoOutbox(Table table, Supplier<String> nonces) {
    this.table = table;
    this.claims = new Claims(table, nonces);
    this.aside = new Aside(table, row -> name(row.key().owner(), row.key().ordinal()));
  }

  @Override
  public void add(Particulars particulars, Notice notice, Instant at) {
    var row = NoticeItem.toItem(particulars, notice, at.plus(STREAM_GRACE));
    var _ = table.write(new Write.Put(row, Condition.ABSENT));
  }

  @Override
  public Optional<Claimed> claim(ReferralId id, long number, Instant now, Instant deadline) {
    return claims.claim(Key.notice(id, number), now, deadline).map(DynamoOutbox::claimed);
  }

  private static Claimed claimed(Attributes row) {
    return new Claimed(
        row.key().referral(),
        new EmployeeId(row.text(NoticeItem.REFERRER)),
        new VacancyId(row.text(NoticeItem.VACANCY)),
        NoticeItem.fromItem(row),
        row.count(NoticeItem.ATTEMPT),
        row.flagIfAny(NoticeItem.COPY));
  }

  @Override
  public void sent(Claimed claimed, String mailId, Instant at) {
    claims.sent(key(claimed), mailId, at, Optional.empty(), Attributes.LISTED);
  }

  @Override
  public void dropped(Claimed claimed, String reason, Instant at) {
    var _ = table.write(ended(claimed, NoticeItem.DROPPED, reason, at));
  }

  @Override
  public void putBack(Claimed claimed, Instant next) {
    var place = Listing.notice(claimed.referral(), claimed.notice().number(), next);
    claims.putBack(key(claimed), claimed.attempt(), place, next);
  }

  @Override
  public void gaveUp(Claimed claimed, String reason, Instant at) {
    together(
        ended(claimed, NoticeItem.GIVEN_UP, reason, at),
        failed(claimed.referral(), claimed.notice().number(), reason, at));
  }

  private static Write ended(Claimed claimed, String state, String reason, Instant at) {
    return Claims.ended(
        key(claimed), claimed.attempt(), state, reason, at, Optional.empty(), Attributes.LISTED);
  }

  @Override
  public List<Overdue> overdue(Instant now, int limit) {
    return Listing.notices().stream()
        .flatMap(shard -> table.listUntil(shard, Listing.until(now), limit).stream())
        .sorted(Comparator.comparing(DynamoOutbox::order))
        .flatMap(row -> aside.read(row, now, found -> overdue(found, now)).stream())
        .limit(limit)
        .toList();
  }

  private static String order(Attributes row) {
    return row.listing().map(Listing::order).orElse("");
  }

  private static Optional<Overdue> overdue(Attributes row, Instant now) {
    return Claims.isBeingSent(row, now)
        ? Optional.empty()
        : Optional.of(
            new Overdue(
                row.key().referral(),
                NoticeItem.fromItem(row),
                Claims.isClaimed(row),
                row.count(NoticeItem.ATTEMPT)));
  }

  @Override
  public void nudge(Overdue overdue, Instant next) {
    var again =
        Attributes.none()
            .text(NoticeItem.STATE, NoticeItem.READY)
            .listed(Listing.notice(overdue.referral(), overdue.notice().number(), next));
    var _ =
        table.write(
            new Write.Update(
                key(overdue),
                overdue.unknown() ? again.flag(NoticeItem.COPY, true) : again,
                List.of(),
                same(overdue)));
  }

  @Override
  public void suspect(Overdue overdue, Instant copyAt, Instant at) {
    var number = overdue.notice().number();
    together(
        new Write.Update(
            key(overdue),
            Attributes.none()
                .text(NoticeItem.STATE, NoticeItem.READY)
                .text(NoticeItem.DUE_AT, Listing.sortable(copyAt))
                .flag(NoticeItem.COPY, true)
                .listed(Listing.notice(overdue.referral(), number, copyAt)),
            List.of(),
            same(overdue)),
        failed(overdue.referral(), number, UNKNOWN, at));
  }

  private void together(Write notice, Write failure) {
    var _ = table.transact(List.of(new Step<>("notice", notice), new Step<>("failure", failure)));
  }

  private static Write failed(ReferralId id, long number, String reason, Instant at) {
    var failure =
        new Failure(
            name(id.value(), Long.toString(number)), Kind.MAIL, reason, at, Optional.empty());
    return new Write.Put(FailureItem.toItem(failure), Condition.NONE);
  }

  private static String name(String referral, String number) {
    return "mail-" + referral + "-" + number;
  }

  private static Key key(Claimed claimed) {
    return Key.notice(claimed.referral(), claimed.notice().number());
  }

  private static Key key(Overdue overdue) {
    return Key.notice(overdue.referral(), overdue.notice().number());
  }

  private static Condition same(Overdue overdue) {
    return Claims.same(overdue.unknown(), overdue.attempt());
  }
}
