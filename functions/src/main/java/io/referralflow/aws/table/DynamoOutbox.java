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

/// The outbox in the table. Who claims a notice leaves a mark of its own on it, so that a claim
/// whose answer was lost is known again when the SDK tries once more.
final class DynamoOutbox implements Outbox {

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

  /// Why a mail is on the failure list whose sending is unknown.
  private static final String UNKNOWN = "mail-unknown";

  private final Table table;
  private final Supplier<String> nonces;

  DynamoOutbox(Table table, Supplier<String> nonces) {
    this.table = table;
    this.nonces = nonces;
  }

  @Override
  public void add(Particulars particulars, Notice notice, Instant at) {
    var row = NoticeItem.toItem(particulars, notice, at.plus(STREAM_GRACE));
    var _ = table.write(new Write.Put(row, Condition.ABSENT));
  }

  @Override
  public Optional<Claimed> claim(ReferralId id, long number, Instant now, Instant deadline) {
    var nonce = nonces.get();
    var claim =
        new Write.Update(
            Key.notice(id, number),
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
              .map(DynamoOutbox::claimed);
    };
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
    var _ =
        table.write(
            new Write.Update(
                key(claimed),
                NoticeItem.sent(mailId, at),
                Attributes.LISTED,
                NOT_SENT.with(Attributes.none().text("sent", NoticeItem.SENT))));
  }

  @Override
  public void dropped(Claimed claimed, String reason, Instant at) {
    var _ = table.write(ended(claimed, NoticeItem.DROPPED, reason, at));
  }

  @Override
  public void putBack(Claimed claimed, Instant next) {
    var number = claimed.notice().number();
    var _ =
        table.write(
            new Write.Update(
                key(claimed),
                Attributes.none()
                    .text(NoticeItem.STATE, NoticeItem.READY)
                    .text(NoticeItem.DUE_AT, Listing.sortable(next))
                    .listed(Listing.notice(claimed.referral(), number, next)),
                List.of(),
                same(NoticeItem.SENDING, claimed.attempt())));
  }

  @Override
  public void gaveUp(Claimed claimed, String reason, Instant at) {
    together(
        ended(claimed, NoticeItem.GIVEN_UP, reason, at),
        failed(claimed.referral(), claimed.notice().number(), reason, at));
  }

  private static Write ended(Claimed claimed, String state, String reason, Instant at) {
    return new Write.Update(
        key(claimed),
        Attributes.none()
            .text(NoticeItem.STATE, state)
            .text(NoticeItem.REASON, reason)
            .instant(NoticeItem.DONE_AT, at),
        Attributes.LISTED,
        same(NoticeItem.SENDING, claimed.attempt()));
  }

  @Override
  public List<Overdue> overdue(Instant now, int limit) {
    return Listing.notices().stream()
        .flatMap(shard -> table.listUntil(shard, Listing.until(now), limit).stream())
        .filter(row -> !isBeingSent(row, now))
        .sorted(Comparator.comparing(DynamoOutbox::order))
        .limit(limit)
        .map(DynamoOutbox::overdue)
        .toList();
  }

  /// A claim keeps the row's place in the list, which saves two writes for each mail.
  private static boolean isBeingSent(Attributes row, Instant now) {
    return row.text(NoticeItem.STATE).equals(NoticeItem.SENDING)
        && row.instantIfAny(NoticeItem.CLAIMED_UNTIL).filter(now::isBefore).isPresent();
  }

  private static String order(Attributes row) {
    return row.listing().map(Listing::order).orElse("");
  }

  private static Overdue overdue(Attributes row) {
    return new Overdue(
        row.key().referral(),
        NoticeItem.fromItem(row),
        row.text(NoticeItem.STATE).equals(NoticeItem.SENDING),
        row.count(NoticeItem.ATTEMPT));
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
        new Failure("mail-" + id.value() + "-" + number, Kind.MAIL, reason, at, Optional.empty());
    return new Write.Put(FailureItem.toItem(failure), Condition.NONE);
  }

  private static Key key(Claimed claimed) {
    return Key.notice(claimed.referral(), claimed.notice().number());
  }

  private static Key key(Overdue overdue) {
    return Key.notice(overdue.referral(), overdue.notice().number());
  }

  private static Condition same(Overdue overdue) {
    return same(overdue.unknown() ? NoticeItem.SENDING : NoticeItem.READY, overdue.attempt());
  }

  private static Condition same(String state, int attempt) {
    return SAME_CLAIM.with(
        Attributes.none().text(NoticeItem.STATE, state).number(NoticeItem.ATTEMPT, attempt));
  }
}
