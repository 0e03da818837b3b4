package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.ActionReportItem;
import io.referralflow.aws.item.FactItem;
import io.referralflow.aws.item.KeptItem;
import io.referralflow.aws.item.PayoutItem;
import io.referralflow.aws.item.RecognitionItem;
import io.referralflow.aws.item.ReferralItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.Erasure;
import io.referralflow.port.History;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/// Referrals in the table. A change is one transaction ([Commit]); here is decided what it means
/// when the table refuses it or its answer is lost.
final class DynamoReferrals implements Referrals {

  /// What was prepared stands as it was found.
  private static final Condition SAME_RECOGNITION = new Condition("#version = :before");

  private static final int READS = 5;

  private final Table table;

  DynamoReferrals(Table table) {
    this.table = table;
  }

  @Override
  public long nextReceiptNumber() {
    var next = Attributes.none().number(LAST, 1);
    var counted =
        table.write(
            new Write.Update(Key.receipts(), Attributes.none(), List.of(), next, Condition.NONE));
    return switch (counted) {
      case Written.Done(var row) -> row.number(LAST);
      case Written.Refused _ -> throw new IllegalStateException("A counter asks no condition");
    };
  }

  private static final String LAST = "last";

  @Override
  public Optional<Snapshot> find(ReferralId id) {
    return table.get(Key.head(id)).map(ReferralItem::fromItem);
  }

  @Override
  public List<ReferralId> ofProgramme(ProgrammeId programme) {
    return table.query(Key.programmeReferrals(programme)).stream()
        .map(ActionReportItem::referral)
        .toList();
  }

  @Override
  public List<Snapshot> findAll(List<ReferralId> ids) {
    return table.getAll(ids.stream().map(Key::head).toList(), true).stream()
        .map(ReferralItem::fromItem)
        .toList();
  }

  /// One query reads facts and snapshot, but not at one moment: when a step came between, it is
  /// asked again.
  @Override
  public Optional<History> read(ReferralId id) {
    for (var attempt = 1; attempt <= READS; attempt++) {
      var rows = table.query(Key.history(id));
      if (rows.stream().allMatch(row -> row.key().isRecognition())) {
        return Optional.empty();
      }
      if (rows.getLast().key().isHead()) {
        var snapshot = ReferralItem.fromItem(rows.getLast());
        var facts = rows.stream().filter(row -> row.key().isFact()).toList();
        if (facts.size() >= snapshot.lastFact()) {
          return Optional.of(
              new History(
                  snapshot,
                  facts.stream().limit(snapshot.lastFact()).map(FactItem::fromItem).toList(),
                  rows.stream()
                      .filter(row -> row.key().isRecognition())
                      .findFirst()
                      .map(RecognitionItem::fromItem)));
        }
      }
    }
    throw new IllegalStateException("A referral lacks facts: " + id.value());
  }

  @Override
  public Committed commit(Change change) {
    var commit = new Commit(change);
    try {
      return switch (table.transact(commit.steps())) {
        case Transacted.Done<Commit.Part> _ -> new Committed.Done(commit.snapshot());
        case Transacted.Refused<Commit.Part>(var found) ->
            meaning(change, found.keySet(), found.getOrDefault(Commit.HEAD, Optional.empty()));
      };
    } catch (SdkException unknown) {
      return writtenNonetheless(change)
          .<Committed>map(Committed.Done::new)
          .orElseThrow(() -> unknown);
    }
  }

  /// What a refusal means: this very change is written already, or another one came first, or
  /// payouts are frozen, or it was done before, or a companion stands in the way, in this order.
  private Committed meaning(
      Change change, Set<Commit.Part> refused, Optional<Attributes> standing) {
    var head = standing.or(() -> table.get(Key.head(change.after().id())));
    var snapshot = head.map(ReferralItem::fromItem);
    if (snapshot.isPresent() && isOwn(change, snapshot.get())) {
      return new Committed.Done(snapshot.get());
    }
    if (!snapshot.map(Snapshot::version).equals(change.before().map(Snapshot::version))) {
      return new Committed.Stale();
    }
    if (refused.contains(Commit.GATE)) {
      return new Committed.Frozen();
    }
    if (refused.stream().anyMatch(Commit.Part.Once.class::isInstance)) {
      return new Committed.DoneBefore();
    }
    return clash(refused)
        .<Committed>map(Committed.Clash::new)
        .orElseThrow(() ->
            new IllegalStateException("The table refuses rows of the same version: " + refused));
  }

  /// An answered idempotency key explains every other refusal, so it is named first.
  private static Optional<Companion> clash(Set<Commit.Part> refused) {
    var companions =
        refused.stream()
            .filter(Commit.Part.Accompanying.class::isInstance)
            .map(part -> ((Commit.Part.Accompanying) part).companion())
            .toList();
    return companions.stream()
        .filter(Companion.OperationAnswered.class::isInstance)
        .findFirst()
        .or(() -> companions.stream().findFirst());
  }

  /// Whether an earlier try of this operation was written. It is on the snapshot, or, when other
  /// steps followed, on the fact that this change would have begun with.
  private boolean isOwn(Change change, Snapshot standing) {
    if (standing.lastOperation().equals(change.operation())) {
      return true;
    }
    var before = change.before().map(Snapshot::lastFact).orElse(0L);
    return !change.facts().isEmpty()
        && standing.lastFact() > before
        && table
            .get(Key.fact(change.after().id(), before + 1))
            .map(FactItem::operation)
            .filter(change.operation()::equals)
            .isPresent();
  }

  /// The answer was lost: the table says whether the change was written.
  private Optional<Snapshot> writtenNonetheless(Change change) {
    return find(change.after().id()).filter(standing -> isOwn(change, standing));
  }

  /// The index holds keys only, so that a step need not be written to it as well.
  @Override
  public Page<Snapshot> ownedBy(EmployeeId referrer, Page.Request page) {
    var owned =
        Pages.of(
            table, Index.OWNER, Listing.owned(referrer), false, page, row -> row.key().referral());
    var snapshots =
        findAll(owned.items()).stream()
            .collect(Collectors.toMap(each -> each.referral().id(), Function.identity()));
    return new Page<>(
        owned.items().stream().flatMap(id -> Stream.ofNullable(snapshots.get(id))).toList(),
        owned.next());
  }

  @Override
  public Page<Snapshot> worklist(Page.Request page) {
    return Pages.of(table, Index.LIST, Listing.work(), true, page, ReferralItem::fromItem);
  }

  @Override
  public List<ReferralId> held() {
    return table.listUntil(Listing.questions(), Listing.END, Integer.MAX_VALUE).stream()
        .map(row -> row.key().referral())
        .toList();
  }

  @Override
  public Page<Payout> payouts(PayoutState state, Page.Request page) {
    var list = Listing.payouts(state == PayoutState.PAID);
    return Pages.of(table, Index.LIST, list, true, page, PayoutItem::fromItem);
  }

  @Override
  public List<Payout> promisedIn(YearMonth month) {
    return Stream.of(false, true)
        .flatMap(paid ->
            table
                .listBetween(
                    Listing.payouts(paid),
                    month.atDay(1).toString(),
                    month.plusMonths(1).atDay(1).toString())
                .stream())
        .map(PayoutItem::fromItem)
        .toList();
  }

  @Override
  public List<Payout> promised(PayoutState state, LocalDate from, LocalDate to) {
    var list = Listing.payouts(state == PayoutState.PAID);
    return table.listBetween(list, Listing.promisedFrom(from), Listing.promisedUntil(to)).stream()
        .map(PayoutItem::fromItem)
        .toList();
  }

  @Override
  public List<Payout> promisedBy(LocalDate day) {
    return table
        .listUntil(Listing.payouts(false), Listing.promisedBy(day), Integer.MAX_VALUE)
        .stream()
        .map(PayoutItem::fromItem)
        .toList();
  }

  @Override
  public Optional<Recognition> recognition(ReferralId id) {
    return table.get(Key.recognition(id)).map(RecognitionItem::fromItem);
  }

  /// A try whose answer was lost finds its own row.
  @Override
  public boolean recognise(Recognition recognition) {
    var row = RecognitionItem.toItem(recognition);
    var before = recognition.version() - 1;
    var condition =
        before == 0
            ? Condition.ABSENT
            : SAME_RECOGNITION.with(Attributes.none().number("before", before));
    return switch (table.write(new Write.Put(row, condition))) {
      case Written.Done _ -> true;
      case Written.Refused(var found) ->
          found.map(RecognitionItem::fromItem).filter(recognition::equals).isPresent();
    };
  }

  @Override
  public List<Recognition> unrecognised(LocalDate day) {
    return table.listUntil(Listing.recognitions(), day.toString(), Integer.MAX_VALUE).stream()
        .map(RecognitionItem::fromItem)
        .toList();
  }

  @Override
  public List<ReferralId> toErase(Instant by, int limit) {
    return table.listUntil(Listing.erasures(), Listing.until(by), limit).stream()
        .map(row -> row.key().referral())
        .toList();
  }

  @Override
  public List<Erasure> erasedBetween(Instant from, Instant to) {
    var last = YearMonth.from(to.atOffset(ZoneOffset.UTC));
    return Stream.iterate(
            YearMonth.from(from.atOffset(ZoneOffset.UTC)),
            month -> !month.isAfter(last),
            month -> month.plusMonths(1))
        .flatMap(month -> table.queryKept(Key.keptErasures(month)).stream())
        .map(KeptItem::erasure)
        .toList();
  }

  @Override
  public boolean wasHandedOver(ReferralId id, int instalment) {
    return table.getKept(Key.keptRelease(id, instalment)).isPresent();
  }
}
