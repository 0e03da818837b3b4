package io.referralflow.fake;

import io.referralflow.fake.InMemoryWorld.Kept;
import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.fake.InMemoryWorld.Rows;
import io.referralflow.fake.InMemoryWorld.StoredNotice;
import io.referralflow.fake.InMemoryWorld.Streamed;
import io.referralflow.message.Notice;
import io.referralflow.points.PointsEntry;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.Erasure;
import io.referralflow.port.History;
import io.referralflow.port.Page;
import io.referralflow.port.Persons;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Referrals in memory.
final class InMemoryReferrals implements Referrals {

  /// How long the stream has for a notice before upkeep looks at it.
  private static final Duration STREAM_GRACE = Duration.ofMinutes(15);

  private final InMemoryWorld world;

  InMemoryReferrals(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public long nextReceiptNumber() {
    synchronized (world) {
      return ++world.receipts;
    }
  }

  @Override
  public Optional<Snapshot> find(ReferralId id) {
    synchronized (world) {
      return Optional.ofNullable(world.referrals.get(id)).map(rows -> rows.snapshot);
    }
  }

  @Override
  public List<ReferralId> ofProgramme(ProgrammeId programme) {
    synchronized (world) {
      var listed = world.byProgramme.get(programme);
      return listed == null ? List.of() : listed.stream().map(ReferralId::new).toList();
    }
  }

  @Override
  public List<Snapshot> findAll(List<ReferralId> ids) {
    synchronized (world) {
      return ids.stream().distinct().map(this::find).flatMap(Optional::stream).toList();
    }
  }

  @Override
  public Optional<History> read(ReferralId id) {
    synchronized (world) {
      return Optional.ofNullable(world.referrals.get(id))
          .map(rows -> new History(rows.snapshot, rows.facts, recognition(id)));
    }
  }

  @Override
  public Committed commit(Change change) {
    synchronized (world) {
      var stored = world.referrals.get(change.after().id());
      var refused = refused(stored, change);
      if (refused.isEmpty()) {
        return new Committed.Done(write(stored, change));
      }
      return isOwn(stored, change)
          ? new Committed.Done(Objects.requireNonNull(stored).snapshot)
          : refused.get();
    }
  }

  /// Why the change cannot be written as it is; an earlier try of it may have been.
  private Optional<Committed> refused(@Nullable Rows stored, Change change) {
    if (!isFresh(stored, change)) {
      return Optional.of(new Committed.Stale());
    }
    if (change.releases() && world.brake.isFrozen()) {
      return Optional.of(new Committed.Frozen());
    }
    if (change.facts().stream().anyMatch(fact -> isDoneBefore(fact, change))) {
      return Optional.of(new Committed.DoneBefore());
    }
    return clash(change).map(Committed.Clash::new);
  }

  private static boolean isFresh(@Nullable Rows stored, Change change) {
    return stored == null
        ? change.before().isEmpty()
        : change.before().filter(b -> b.version() == stored.snapshot.version()).isPresent();
  }

  /// It is on the snapshot or, when other steps followed, on the fact it would have begun with.
  private static boolean isOwn(@Nullable Rows stored, Change change) {
    if (stored == null) {
      return false;
    }
    var first = change.before().map(Snapshot::lastFact).orElse(0L).intValue();
    return stored.snapshot.lastOperation().equals(change.operation())
        || (!change.facts().isEmpty()
            && stored.operations.size() > first
            && stored.operations.get(first).equals(change.operation()));
  }

  private boolean isDoneBefore(Fact fact, Change change) {
    var id = change.after().id();
    return switch (fact) {
      case Fact.Released released ->
          !change.wasHandedOver(released)
              && change.staysDone(released.instalment())
              && world.kept.released.contains(Kept.place(id, released.instalment()));
      case Fact.Paid(_, var instalment, var paidOn, _) -> {
        var kept = world.kept.paid.get(Kept.place(id, instalment));
        yield change.staysDone(instalment) && kept != null && !kept.equals(paidOn);
      }
      default -> false;
    };
  }

  private void keep(Change change) {
    var id = change.after().id();
    Erasure.of(change)
        .ifPresent(
            erasure -> world.kept.erasures.put(month(change.at()) + "#" + id.value(), erasure));
    for (var fact : change.facts()) {
      if (fact instanceof Fact.Released(_, var instalment, _, _) && change.staysDone(instalment)) {
        world.kept.released.add(Kept.place(id, instalment));
      }
      if (fact instanceof Fact.Paid(_, var instalment, var paidOn, _)
          && change.staysDone(instalment)) {
        world.kept.paid.put(Kept.place(id, instalment), paidOn);
      }
    }
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  /// An answered idempotency key explains every other refusal, so it is named first.
  private Optional<Companion> clash(Change change) {
    var refused =
        change.companions().stream().filter(each -> isRefused(each, change.after())).toList();
    return refused.stream()
        .filter(Companion.OperationAnswered.class::isInstance)
        .findFirst()
        .or(() -> refused.stream().findFirst());
  }

  private boolean isRefused(Companion companion, Referral after) {
    return switch (companion) {
      case Companion.PersonReferred(var replaces) -> {
        var person = world.persons.get(after.particulars().person());
        var standing = person == null ? null : person.referrals.get(place(after.particulars()));
        yield standing != null && !Optional.of(standing.id()).equals(replaces);
      }
      case Companion.NotReferredAs(var other, var unless) -> {
        var person = world.persons.get(after.particulars().person());
        var standing =
            person == null
                ? null
                : person.referrals.get(
                    List.of(other.value(), after.particulars().vacancy().value()));
        yield standing != null && !Optional.of(standing.id()).equals(unless);
      }
      case Companion.VacancyLeft(var vacancy) -> {
        var person = world.persons.get(after.particulars().person());
        var standing =
            person == null ? null : person.referrals.get(left(after.particulars(), vacancy));
        yield standing != null && !standing.id().equals(after.id());
      }
      case Companion.OperationAnswered(var answer) ->
          world.operations.containsKey(List.of(answer.caller().value(), answer.key()));
      case Companion.HireLinked(var employee) -> {
        var linked = world.links.get(employee);
        yield linked != null && !linked.equals(after.id());
      }
      case Companion.ReportApplied(var employee, var eventId) -> {
        var reports = world.reports.get(employee);
        var report = reports == null ? null : reports.get(eventId);
        yield report == null || report.standing() == InMemoryHrReports.Standing.APPLIED;
      }
      case Companion.PersonMistaken(var mistaken) -> {
        var person = world.persons.get(mistaken);
        var standing = person == null ? null : person.referrals.get(place(after.particulars()));
        yield standing != null && !standing.id().equals(after.id());
      }
      case Companion.CandidateStored _,
          Companion.CandidateDeleted _,
          Companion.EmployeeStored _,
          Companion.ProgrammeListed _,
          Companion.NoticeSent _ ->
          false;
      case Companion.HandedOverBefore(var instalment) ->
          !world.kept.released.contains(Kept.place(after.id(), instalment));
    };
  }

  private static List<String> left(Particulars particulars, VacancyId vacancy) {
    return List.of(particulars.referrer().value(), vacancy.value());
  }

  private static List<String> place(Particulars particulars) {
    return List.of(particulars.referrer().value(), particulars.vacancy().value());
  }

  private Snapshot write(@Nullable Rows stored, Change change) {
    var after = change.after();
    var before = change.before();
    var version = before.map(Snapshot::version).orElse(0L) + 1;
    var leg = before.map(Snapshot::leg).orElse(0) + (change.newLeg() ? 1 : 0);
    var lastFact = before.map(Snapshot::lastFact).orElse(0L) + change.facts().size();
    var snapshot =
        new Snapshot(
            after,
            version,
            leg,
            before.filter(_ -> !change.newLeg()).map(Snapshot::legSince).orElse(change.at()),
            lastFact,
            InMemoryChronicles.hash(
                world,
                before.map(Snapshot::lastHash).orElse(""),
                change.facts(),
                Collections.nCopies(change.facts().size(), change.operation())),
            change.notices().stream()
                .mapToLong(notice -> notice.number())
                .max()
                .orElse(before.map(Snapshot::lastNotice).orElse(0L)),
            change.operation());

    var ledger = new TreeMap<>(stored == null ? Map.of() : stored.ledger);
    for (var entry : change.ledger()) {
      if (ledger.putIfAbsent(key(entry), entry) != null) {
        throw new IllegalStateException("The ledger holds this entry already: " + key(entry));
      }
    }
    var facts = new ArrayList<>(stored == null ? List.of() : stored.facts);
    facts.addAll(change.facts());
    var operations = new ArrayList<>(stored == null ? List.of() : stored.operations);
    operations.addAll(Collections.nCopies(change.facts().size(), change.operation()));

    var rows =
        new Rows(
            snapshot,
            change.newLeg() ? version : stored == null ? 0 : stored.legVersion,
            change.wakes() ? version : stored == null ? 0 : stored.wakeVersion,
            facts,
            operations,
            ledger);
    world.referrals.put(after.id(), rows);
    world.streamed(
        new Streamed.Head(
            after.id(), leg, StateName.of(after), version, rows.legVersion, rows.wakeVersion));
    change.ledger().forEach(entry -> pay(after, entry));
    change.notices().forEach(notice -> world.put(after.id(), stored(after, notice, change.at())));
    wait(after.id(), leg, change);
    change.companions().forEach(companion -> write(companion, after));
    keep(change);
    change
        .eraseBy()
        .ifPresentOrElse(
            at -> world.eraseBy.put(after.id(), at), () -> world.eraseBy.remove(after.id()));
    return snapshot;
  }

  private static String key(LedgerEntry entry) {
    return entry.instalment()
        + "#"
        + switch (entry) {
          case LedgerEntry.Released _ -> "released";
          case LedgerEntry.Paid _ -> "paid";
          case LedgerEntry.Cancelled cancelled -> "cancelled-" + cancelled.fact();
          case LedgerEntry.Revived revived -> "revived-" + revived.fact();
          case LedgerEntry.PutOnHold held -> "held-" + held.fact();
          case LedgerEntry.TakenOffHold resumed -> "resumed-" + resumed.fact();
          case LedgerEntry.Corrected corrected -> "corrected-" + corrected.number();
        };
  }

  /// Finance's list follows the ledger.
  private void pay(Referral referral, LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.Released released -> {
        PointsEntry.earned(referral, released)
            .ifPresent(
                earned -> InMemoryPoints.add(world, referral.particulars().referrer(), earned));
        list(referral, released.instalment());
      }
      case LedgerEntry.Paid _,
          LedgerEntry.PutOnHold _,
          LedgerEntry.TakenOffHold _,
          LedgerEntry.Corrected _ ->
          list(referral, entry.instalment());
      case LedgerEntry.Cancelled _, LedgerEntry.Revived _ -> {}
    }
  }

  private void list(Referral referral, int instalment) {
    for (var line : Owed.of(referral)) {
      if (line.instalment().number() == instalment) {
        var payout =
            Payout.of(referral.particulars(), line.instalment(), line.payment().orElseThrow());
        var isListed =
            world.payouts.stream().anyMatch(other -> isOf(other, referral.id(), instalment));
        if (isListed) {
          world.payouts.replaceAll(
              other -> isOf(other, referral.id(), instalment) ? payout : other);
        } else {
          world.payouts.add(payout);
        }
      }
    }
  }

  private static boolean isOf(Payout payout, ReferralId id, int instalment) {
    return payout.referral().equals(id) && payout.instalment() == instalment;
  }

  private static StoredNotice stored(Referral after, Notice notice, Instant at) {
    var look = notice.notBefore().isAfter(at) ? notice.notBefore() : at.plus(STREAM_GRACE);
    return new StoredNotice(
        notice,
        after.particulars().vacancy(),
        MailState.READY,
        notice.notBefore(),
        look,
        0,
        false,
        "");
  }

  private void wait(ReferralId id, int leg, Change change) {
    switch (change.timer()) {
      case Change.Timer.Unchanged _ -> {}
      case Change.Timer.Until(var wakeAt) -> {
        var waiting = Optional.ofNullable(world.waits.get(id)).filter(_ -> !change.newLeg());
        world.waits.put(
            id,
            new Waits.Wait(
                id,
                leg,
                waiting.flatMap(Waits.Wait::step),
                waiting.flatMap(Waits.Wait::token),
                wakeAt));
      }
      case Change.Timer.Done _ -> world.waits.remove(id);
    }
  }

  private void write(Companion companion, Referral after) {
    switch (companion) {
      case Companion.CandidateStored(var candidate) -> world.candidates.put(after.id(), candidate);
      case Companion.CandidateDeleted _ -> world.candidates.remove(after.id());
      case Companion.HandedOverBefore _ -> {}
      case Companion.EmployeeStored(var employee) -> world.employees.put(employee.id(), employee);
      case Companion.ProgrammeListed _ ->
          world
              .byProgramme
              .computeIfAbsent(after.particulars().terms().programme(), _ -> new TreeSet<>())
              .add(after.id().value());
      case Companion.PersonReferred _ -> {
        var particulars = after.particulars();
        var person =
            world.persons.computeIfAbsent(
                particulars.person(), _ -> new InMemoryWorld.PersonRows());
        person.ends.put(place(particulars), particulars.findableUntil());
        person.referrals.put(
            place(particulars),
            new Persons.Referred(
                after.id(),
                particulars.referrer(),
                particulars.vacancy(),
                particulars.receiptNumber()));
      }
      case Companion.PersonMistaken(var mistaken) ->
          world.persons.computeIfPresent(
              mistaken,
              (_, person) -> {
                var _ = person.ends.remove(place(after.particulars()));
                var _ = person.referrals.remove(place(after.particulars()));
                return person;
              });
      case Companion.NotReferredAs _ -> {}
      case Companion.VacancyLeft(var vacancy) ->
          world.persons.computeIfPresent(
              after.particulars().person(),
              (_, person) -> {
                var _ = person.ends.remove(left(after.particulars(), vacancy));
                var _ = person.referrals.remove(left(after.particulars(), vacancy));
                return person;
              });
      case Companion.OperationAnswered(var answer) ->
          world.operations.put(List.of(answer.caller().value(), answer.key()), answer);
      case Companion.HireLinked(var employee) -> world.links.put(employee, after.id());
      case Companion.ReportApplied(var employee, var eventId) ->
          Objects.requireNonNull(world.reports.get(employee))
              .computeIfPresent(
                  eventId, (_, row) -> row.standing(InMemoryHrReports.Standing.APPLIED));
      case Companion.NoticeSent(var number, var mailId) -> {
        var stored = world.notice(after.id(), number);
        if (stored != null) {
          world.put(after.id(), InMemoryOutbox.ended(stored, MailState.SENT, mailId));
        }
      }
    }
  }

  @Override
  public Page<Snapshot> ownedBy(EmployeeId referrer, Page.Request page) {
    synchronized (world) {
      return InMemoryPages.descending(
          world.referrals.values().stream()
              .map(rows -> rows.snapshot)
              .filter(snapshot -> snapshot.referral().particulars().referrer().equals(referrer)),
          snapshot -> order(snapshot.referral().particulars().submittedAt(), snapshot),
          page);
    }
  }

  @Override
  public Page<Snapshot> worklist(Page.Request page) {
    synchronized (world) {
      return InMemoryPages.ascending(
          world.referrals.values().stream()
              .map(rows -> rows.snapshot)
              .filter(snapshot -> waitsSince(snapshot.referral()).isPresent()),
          snapshot -> order(waitsSince(snapshot.referral()).orElseThrow(), snapshot),
          page);
    }
  }

  @Override
  public List<ReferralId> held() {
    synchronized (world) {
      return world.referrals.values().stream()
          .map(rows -> rows.snapshot.referral())
          .filter(Referral.Held.class::isInstance)
          .map(Referral::id)
          .toList();
    }
  }

  private static String order(Instant at, Snapshot snapshot) {
    return InMemoryTime.sortable(at) + snapshot.referral().id().value();
  }

  private static Optional<Instant> waitsSince(Referral referral) {
    return switch (referral) {
      case Referral.Screening screening -> Optional.of(screening.since());
      case Referral.Hiring hiring -> Optional.of(hiring.since());
      case Referral.Held held -> Optional.of(held.since());
      case Referral.Invited _, Referral.Employed _, Referral.Ended _ -> Optional.empty();
    };
  }

  @Override
  public Page<Payout> payouts(PayoutState state, Page.Request page) {
    synchronized (world) {
      return InMemoryPages.ascending(
          world.payouts.stream()
              .filter(payout -> payout.paidOn().isPresent() == (state == PayoutState.PAID)),
          payout -> payout.promisedOn() + payout.referral().value() + "-" + payout.instalment(),
          page);
    }
  }

  @Override
  public List<Payout> promisedIn(YearMonth month) {
    synchronized (world) {
      return world.payouts.stream()
          .filter(payout -> YearMonth.from(payout.promisedOn()).equals(month))
          .toList();
    }
  }

  @Override
  public Optional<Recognition> recognition(ReferralId id) {
    synchronized (world) {
      return Optional.ofNullable(world.recognitions.get(id));
    }
  }

  @Override
  public boolean recognise(Recognition recognition) {
    synchronized (world) {
      var stored = recognition(recognition.referral());
      if (stored.equals(Optional.of(recognition))) {
        return true;
      }
      if (stored.map(Recognition::version).orElse(0L) != recognition.version() - 1) {
        return false;
      }
      world.recognitions.put(recognition.referral(), recognition);
      return true;
    }
  }

  @Override
  public List<Recognition> unrecognised(LocalDate day) {
    synchronized (world) {
      return world.recognitions.values().stream()
          .filter(each -> !each.isDone() && !each.escalated())
          .filter(each -> each.escalateAfter().isBefore(day))
          .toList();
    }
  }

  @Override
  public List<Payout> promised(PayoutState state, LocalDate from, LocalDate to) {
    synchronized (world) {
      return world.payouts.stream()
          .filter(payout -> payout.paidOn().isPresent() == (state == PayoutState.PAID))
          .filter(payout -> !payout.promisedOn().isBefore(from) && !payout.promisedOn().isAfter(to))
          .sorted(
              Comparator.comparing(Payout::promisedOn)
                  .thenComparing(payout -> payout.referral().value())
                  .thenComparingInt(Payout::instalment))
          .toList();
    }
  }

  @Override
  public List<Payout> promisedBy(LocalDate day) {
    synchronized (world) {
      return world.payouts.stream()
          .filter(payout -> payout.paidOn().isEmpty() && !payout.promisedOn().isAfter(day))
          .sorted(
              Comparator.comparing(Payout::promisedOn)
                  .thenComparing(payout -> payout.referral().value())
                  .thenComparingInt(Payout::instalment))
          .toList();
    }
  }

  @Override
  public List<ReferralId> toErase(Instant by, int limit) {
    synchronized (world) {
      return world.eraseBy.entrySet().stream()
          .filter(entry -> !entry.getValue().isAfter(by))
          .sorted(
              Comparator.comparing(Map.Entry<ReferralId, Instant>::getValue)
                  .thenComparing(entry -> entry.getKey().value()))
          .limit(limit)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  @Override
  public List<Erasure> erasedBetween(Instant from, Instant to) {
    synchronized (world) {
      return List.copyOf(world.kept.erasures.subMap(month(from) + "#", month(to) + "$").values());
    }
  }

  @Override
  public boolean wasHandedOver(ReferralId id, int instalment) {
    synchronized (world) {
      return world.kept.released.contains(Kept.place(id, instalment));
    }
  }
}
