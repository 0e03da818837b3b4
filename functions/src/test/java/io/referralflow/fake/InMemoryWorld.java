package io.referralflow.fake;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.Order;
import io.referralflow.points.OrderId;
import io.referralflow.points.PointsEntry;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Brake;
import io.referralflow.port.Candidates;
import io.referralflow.port.Chronicles;
import io.referralflow.port.Directory;
import io.referralflow.port.Employees;
import io.referralflow.port.Entries;
import io.referralflow.port.Erasure;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.port.OperationId;
import io.referralflow.port.Operations;
import io.referralflow.port.Outbox;
import io.referralflow.port.PayrollTargets;
import io.referralflow.port.Persons;
import io.referralflow.port.Points;
import io.referralflow.port.Post;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is stored, in memory. Each port of storage is a view on it; a change of several rows is
/// whole or not at all, as in the table. Safe for many threads.
public final class InMemoryWorld implements Stores {

  /// What the table's stream would have carried, see [#takeStream].
  public sealed interface Streamed {
    /// A referral was written. A new execution must take over when `version` equals `legVersion`;
    /// the running one must be woken when it equals `wakeVersion`.
    record Head(
        ReferralId id, int leg, StateName state, long version, long legVersion, long wakeVersion)
        implements Streamed {}

    /// A notice is ready to be sent, now or later.
    record Mail(ReferralId id, long number) implements Streamed {}

    /// A mail of the programme is ready to be sent, now or later.
    record ProgrammeMail(String id) implements Streamed {}
  }

  /// Where a notice stands.
  public enum MailState {
    READY,
    SENDING,
    SENT,
    DROPPED,
    GIVEN_UP
  }

  /// A notice as it is stored.
  ///
  /// @param vacancy which the referral was for when the notice was written
  /// @param dueAt when it may be claimed
  /// @param lookAt when upkeep looks at it; the deadline of a claim
  /// @param copy whether an earlier try may have been handed over
  /// @param note the id of the sent mail, or why it was not sent
  public record StoredNotice(
      Notice notice,
      VacancyId vacancy,
      MailState state,
      Instant dueAt,
      Instant lookAt,
      int attempt,
      boolean copy,
      String note) {}

  /// A mail of the programme as it is stored, like a notice.
  public record StoredPost(
      ProgrammeNotice notice,
      MailState state,
      Instant dueAt,
      Instant lookAt,
      int attempt,
      String note) {}

  /// The rows of one referral.
  static final class Rows {
    final Snapshot snapshot;
    final long legVersion;
    final long wakeVersion;
    final List<Fact> facts;
    final List<OperationId> operations;
    final Map<String, LedgerEntry> ledger;

    Rows(
        Snapshot snapshot,
        long legVersion,
        long wakeVersion,
        List<Fact> facts,
        List<OperationId> operations,
        Map<String, LedgerEntry> ledger) {
      this.snapshot = snapshot;
      this.legVersion = legVersion;
      this.wakeVersion = wakeVersion;
      this.facts = facts;
      this.operations = operations;
      this.ledger = ledger;
    }
  }

  /// The rows of one person.
  static final class PersonRows {
    final Map<List<String>, Persons.Referred> referrals = new LinkedHashMap<>();
    final Map<HrNumber, Hire> hires = new LinkedHashMap<>();
    final Map<List<String>, Application> applications = new LinkedHashMap<>();
    final Map<List<String>, Instant> ends = new HashMap<>();

    PersonRows copy() {
      var copy = new PersonRows();
      copy.referrals.putAll(referrals);
      copy.hires.putAll(hires);
      copy.applications.putAll(applications);
      copy.ends.putAll(ends);
      return copy;
    }

    /// The newest event that reported the hire, and when it is forgotten.
    record Hire(String eventId, Instant until) {}

    /// What was said of an application, and when it is forgotten.
    record Application(ApplicationEvent event, Instant until) {}
  }

  /// What stands outside the table and stays when the table is brought back to an earlier moment.
  static final class Kept {
    final TreeMap<String, Erasure> erasures = new TreeMap<>();
    final Set<String> released = new HashSet<>();
    final Map<String, LocalDate> paid = new HashMap<>();

    static String place(ReferralId id, int instalment) {
      return id.value() + "#" + instalment;
    }
  }

  /// Just longer than a report is left alone, and than it is kept when it belongs to nobody.
  private static final Duration UNTOUCHED = Duration.ofMinutes(15).plusNanos(1);

  private static final Duration UNMATCHED = Duration.ofDays(30).plusNanos(1);

  final Map<ReferralId, Rows> referrals = new HashMap<>();

  /// What each fact says, for the chain.
  final IdentityHashMap<Fact, String> said = new IdentityHashMap<>();

  final Map<ReferralId, TreeMap<Long, StoredNotice>> outbox = new HashMap<>();
  final TreeMap<String, StoredPost> post = new TreeMap<>();
  final Map<ReferralId, Candidate> candidates = new HashMap<>();
  final Map<ReferralId, Instant> eraseBy = new HashMap<>();
  final Map<ReferralId, Waits.Wait> waits = new HashMap<>();
  final Map<EmployeeId, Employee> employees = new HashMap<>();
  final Map<HrNumber, InMemoryDirectory.Row> directory =
      new TreeMap<>(Comparator.comparing(HrNumber::value));
  final Map<PersonKey, PersonRows> persons = new HashMap<>();
  final Map<List<String>, Operations.Answer> operations = new HashMap<>();
  final Map<HrNumber, ReferralId> links = new HashMap<>();
  final Map<List<String>, String> eventHashes = new HashMap<>();
  final Map<HrNumber, LinkedHashMap<String, InMemoryHrReports.Row>> reports = new LinkedHashMap<>();
  final Map<String, Failures.Failure> failures = new HashMap<>();
  Brake.Standing brake = Brake.Standing.untouched();
  final List<Brake.Change> brakeChanges = new ArrayList<>();
  final Map<String, Entries.Entry> entries = new HashMap<>();
  final Map<ProgrammeId, TreeSet<String>> byProgramme = new HashMap<>();
  final List<Referrals.Payout> payouts = new ArrayList<>();
  final Kept kept = new Kept();
  private final List<Streamed> stream = new ArrayList<>();
  final Map<ReferralId, Recognition> recognitions = new LinkedHashMap<>();
  final Map<EmployeeId, TreeMap<String, PointsEntry>> points = new HashMap<>();
  final Map<String, CatalogueItem> catalogue = new HashMap<>();
  final Map<String, List<Object>> catalogueChanges = new HashMap<>();
  final Map<OrderId, Order> orders = new HashMap<>();
  final Map<List<String>, OrderId> orderKeys = new HashMap<>();
  final Map<List<String>, Points.Correction> corrections = new HashMap<>();
  private final InMemoryPayrollTargets payrollTargets = new InMemoryPayrollTargets();
  private final InMemoryProgrammes programmes = new InMemoryProgrammes();

  long receipts;

  @Override
  public Referrals referrals() {
    return new InMemoryReferrals(this);
  }

  @Override
  public Waits waits() {
    return new InMemoryWaits(this);
  }

  @Override
  public Outbox outbox() {
    return new InMemoryOutbox(this);
  }

  @Override
  public Post post() {
    return new InMemoryPost(this);
  }

  @Override
  public Backgrounds backgrounds() {
    return new InMemoryBackgrounds(this);
  }

  @Override
  public Candidates candidates() {
    return new InMemoryCandidates(this);
  }

  @Override
  public Employees employees() {
    return new InMemoryEmployees(this);
  }

  @Override
  public Directory directory() {
    return new InMemoryDirectory(this);
  }

  @Override
  public PayrollTargets payrollTargets() {
    return payrollTargets;
  }

  @Override
  public Points points() {
    return new InMemoryPoints(this);
  }

  @Override
  public Persons persons() {
    return new InMemoryPersons(this);
  }

  @Override
  public HrReports hrReports() {
    return new InMemoryHrReports(this);
  }

  @Override
  public Operations operations() {
    return (caller, key) -> {
      synchronized (this) {
        return Optional.ofNullable(operations.get(List.of(caller.value(), key)));
      }
    };
  }

  @Override
  public Chronicles chronicles() {
    return new InMemoryChronicles(this);
  }

  @Override
  public Brake brake() {
    return new InMemoryBrake(this);
  }

  @Override
  public Failures failures() {
    return new InMemoryFailures(this);
  }

  @Override
  public Entries entries() {
    return new InMemoryEntries(this);
  }

  @Override
  public Programmes programmes() {
    return programmes;
  }

  /// What was streamed since this was last asked, in the order of writing.
  public synchronized List<Streamed> takeStream() {
    var taken = List.copyOf(stream);
    stream.clear();
    return taken;
  }

  /// The ids of all referrals, in order of their receipts.
  public synchronized List<ReferralId> everyReferral() {
    return referrals.values().stream()
        .map(rows -> rows.snapshot.referral().particulars())
        .sorted((one, other) -> Long.compare(one.receiptNumber(), other.receiptNumber()))
        .map(particulars -> particulars.id())
        .toList();
  }

  /// The ledger of a referral by kind of row, such as `1#released`.
  public synchronized Map<String, LedgerEntry> ledger(ReferralId id) {
    var rows = referrals.get(id);
    return rows == null ? Map.of() : Map.copyOf(rows.ledger);
  }

  /// The notices of a referral, in order of their numbers.
  public synchronized List<StoredNotice> notices(ReferralId id) {
    var notices = outbox.get(id);
    return notices == null ? List.of() : List.copyOf(notices.values());
  }

  /// The mails of the programme, in order of their ids.
  public synchronized List<StoredPost> posted() {
    return List.copyOf(post.values());
  }

  /// Whether any row about an address is left. Personal data stands on candidate rows only.
  public synchronized boolean knowsCandidate(ReferralId id) {
    return candidates.containsKey(id);
  }

  /// The earliest moment at which the hourly upkeep would find something, by what is stored now;
  /// [Instant#MAX] when it would find nothing for ever.
  public synchronized Instant nextHourlyWork() {
    var next = Instant.MAX;
    for (var wait : waits.values()) {
      next = earlier(next, wait.wakeAt());
    }
    for (var notices : outbox.values()) {
      for (var each : notices.values()) {
        if (each.state() == MailState.READY || each.state() == MailState.SENDING) {
          next = earlier(next, each.lookAt());
        }
      }
    }
    for (var each : post.values()) {
      if (each.state() == MailState.READY || each.state() == MailState.SENDING) {
        next = earlier(next, each.lookAt());
      }
    }
    for (var rows : reports.values()) {
      for (var row : rows.values()) {
        if (row.standing() == InMemoryHrReports.Standing.OPEN) {
          next = earlier(next, row.storedAt().plus(UNTOUCHED));
        }
      }
    }
    for (var by : eraseBy.values()) {
      next = earlier(next, by);
    }
    return next;
  }

  /// The earliest moment at which the daily upkeep would find something to forget.
  public synchronized Instant nextDailyWork() {
    var next = Instant.MAX;
    for (var rows : reports.values()) {
      for (var row : rows.values()) {
        if (row.standing() != InMemoryHrReports.Standing.APPLIED) {
          next = earlier(next, row.storedAt().plus(UNMATCHED));
        }
      }
    }
    for (var entry : entries.values()) {
      if (entry.agreedBy().isEmpty()) {
        next = earlier(next, entry.enteredAt().plus(UNMATCHED));
      }
    }
    for (var person : persons.values()) {
      for (var end : person.ends.values()) {
        next = earlier(next, end);
      }
      for (var hire : person.hires.values()) {
        next = earlier(next, hire.until());
      }
    }
    return earlier(next, nextPromise());
  }

  /// When the promised day of what is released and not confirmed may come near, and nobody was
  /// warned: five working days are never more than twelve calendar days.
  private Instant nextPromise() {
    var next = Instant.MAX;
    for (var each : referrals.entrySet()) {
      if (each.getValue().snapshot.referral() instanceof Referral.Employed employed) {
        for (var payment : employed.hire().payments()) {
          if (payment.paidOn().isEmpty() && !isWarned(each.getKey(), payment.instalment())) {
            var near = payment.promisedOn().minusDays(12);
            next = earlier(next, near.atStartOfDay(ZoneOffset.UTC).toInstant());
          }
        }
      }
    }
    return next;
  }

  private boolean isWarned(ReferralId id, int instalment) {
    for (var stored : notices(id)) {
      if (stored.notice().kind() == LetterKind.PROMISE_NEAR
          && stored.notice().instalment().equals(OptionalInt.of(instalment))) {
        return true;
      }
    }
    return false;
  }

  private static Instant earlier(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }

  /// Every row there is and what is on its way in the stream, as text: what one moment's text holds
  /// and an earlier one's does not was written between them. The counter of receipts is left out; a
  /// refused submission may use up a number.
  public synchronized String everything() {
    var rows = new ArrayList<String>();
    referrals.forEach((id, each) ->
        rows.add(
            "referral %s %s %d %d %s %s %s"
                .formatted(
                    id.value(),
                    each.snapshot,
                    each.legVersion,
                    each.wakeVersion,
                    each.facts,
                    each.operations,
                    each.ledger)));
    persons.forEach((key, each) ->
        rows.add("person %s %s %s %s".formatted(key, each.referrals, each.hires, each.ends)));
    candidates.forEach((id, each) ->
        rows.add(
            "candidate %s %s %s %s %s %s %s"
                .formatted(
                    id.value(),
                    each.name(),
                    each.email().value(),
                    each.phone(),
                    each.linkedin(),
                    each.introduction(),
                    each.fit())));
    Stream.of(
            outbox,
            post,
            eraseBy,
            waits,
            employees,
            directory,
            operations,
            links,
            eventHashes,
            reports,
            failures,
            byProgramme,
            entries,
            recognitions,
            points,
            catalogue,
            orders,
            orderKeys,
            corrections)
        .flatMap(map -> map.entrySet().stream())
        .forEach(row -> rows.add(row.toString()));
    payouts.forEach(payout -> rows.add(payout.toString()));
    kept.erasures.forEach((place, erasure) -> rows.add("kept %s %s".formatted(place, erasure)));
    kept.released.forEach(place -> rows.add("kept released " + place));
    kept.paid.forEach((place, day) -> rows.add("kept paid %s %s".formatted(place, day)));
    stream.forEach(record -> rows.add(record.toString()));
    rows.add(programmes.everything());
    rows.add(payrollTargets.everything());
    Collections.sort(rows);
    return String.join("\n", rows);
  }

  /// Somebody changes a stored fact behind the product's back.
  public synchronized void changeFact(ReferralId id, int number, Fact fact) {
    var rows = Objects.requireNonNull(referrals.get(id));
    var facts = new ArrayList<>(rows.facts);
    facts.set(number - 1, fact);
    referrals.put(
        id,
        new Rows(
            rows.snapshot, rows.legVersion, rows.wakeVersion, facts, rows.operations, rows.ledger));
  }

  /// A moment to which the table can be brought back.
  public static final class Moment {
    private final List<Runnable> rows = new ArrayList<>();

    private Moment() {}

    private <K, V> void keep(Map<K, V> map, UnaryOperator<V> copy) {
      var copied = new LinkedHashMap<K, V>();
      map.forEach((key, value) -> copied.put(key, copy.apply(value)));
      rows.add(() -> {
        map.clear();
        copied.forEach((key, value) -> map.put(key, copy.apply(value)));
      });
    }

    private <E> void keep(List<E> list) {
      var copied = List.copyOf(list);
      rows.add(() -> {
        list.clear();
        list.addAll(copied);
      });
    }
  }

  /// All rows as they are now, but for the programme's.
  public synchronized Moment moment() {
    var moment = new Moment();
    moment.keep(referrals, UnaryOperator.identity());
    moment.keep(outbox, TreeMap::new);
    moment.keep(post, UnaryOperator.identity());
    moment.keep(candidates, UnaryOperator.identity());
    moment.keep(eraseBy, UnaryOperator.identity());
    moment.keep(waits, UnaryOperator.identity());
    moment.keep(employees, UnaryOperator.identity());
    moment.keep(directory, UnaryOperator.identity());
    moment.keep(persons, PersonRows::copy);
    moment.keep(operations, UnaryOperator.identity());
    moment.keep(links, UnaryOperator.identity());
    moment.keep(eventHashes, UnaryOperator.identity());
    moment.keep(reports, LinkedHashMap::new);
    moment.keep(failures, UnaryOperator.identity());
    moment.keep(entries, UnaryOperator.identity());
    moment.keep(byProgramme, TreeSet::new);
    moment.keep(recognitions, UnaryOperator.identity());
    moment.keep(points, TreeMap::new);
    moment.keep(catalogue, UnaryOperator.identity());
    moment.keep(catalogueChanges, UnaryOperator.identity());
    moment.keep(orders, UnaryOperator.identity());
    moment.keep(orderKeys, UnaryOperator.identity());
    moment.keep(corrections, UnaryOperator.identity());
    moment.keep(brakeChanges);
    moment.keep(payouts);
    var standing = brake;
    var last = receipts;
    moment.rows.add(() -> {
      brake = standing;
      receipts = last;
    });
    return moment;
  }

  /// Brings the table back to a moment. What is kept outside of it stays; what was on its way in
  /// the stream is lost.
  public synchronized void returnTo(Moment moment) {
    moment.rows.forEach(Runnable::run);
    stream.clear();
  }

  void streamed(Streamed record) {
    stream.add(record);
  }

  @Nullable StoredNotice notice(ReferralId id, long number) {
    var notices = outbox.get(id);
    return notices == null ? null : notices.get(number);
  }

  void put(ReferralId id, StoredNotice stored) {
    outbox.computeIfAbsent(id, _ -> new TreeMap<>()).put(stored.notice().number(), stored);
    if (stored.state() == MailState.READY) {
      streamed(new Streamed.Mail(id, stored.notice().number()));
    }
  }

  void put(StoredPost stored) {
    post.put(stored.notice().id(), stored);
    if (stored.state() == MailState.READY) {
      streamed(new Streamed.ProgrammeMail(stored.notice().id()));
    }
  }
}
