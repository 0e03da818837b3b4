package io.referralflow.fake;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.message.Notice;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Candidates;
import io.referralflow.port.Employees;
import io.referralflow.port.Entries;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.port.OperationId;
import io.referralflow.port.Operations;
import io.referralflow.port.Outbox;
import io.referralflow.port.Persons;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  /// @param dueAt when it may be claimed
  /// @param lookAt when upkeep looks at it; the deadline of a claim
  /// @param copy whether an earlier try may have been handed over
  /// @param note the id of the sent mail, or why it was not sent
  public record StoredNotice(
      Notice notice,
      MailState state,
      Instant dueAt,
      Instant lookAt,
      int attempt,
      boolean copy,
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
    final Map<List<String>, Instant> ends = new HashMap<>();

    /// The newest event that reported the hire, and when it is forgotten.
    record Hire(String eventId, Instant until) {}
  }

  final Map<ReferralId, Rows> referrals = new HashMap<>();
  final Map<ReferralId, TreeMap<Long, StoredNotice>> outbox = new HashMap<>();
  final Map<ReferralId, Candidate> candidates = new HashMap<>();
  final Map<ReferralId, Instant> eraseBy = new HashMap<>();
  final Map<ReferralId, Waits.Wait> waits = new HashMap<>();
  final Map<EmployeeId, Employee> employees = new HashMap<>();
  final Map<PersonKey, PersonRows> persons = new HashMap<>();
  final Map<List<String>, Operations.Answer> operations = new HashMap<>();
  final Map<HrNumber, ReferralId> links = new HashMap<>();
  final Map<List<String>, String> eventHashes = new HashMap<>();
  final Map<HrNumber, LinkedHashMap<String, InMemoryHrReports.Row>> reports = new LinkedHashMap<>();
  final Map<String, Failures.Failure> failures = new HashMap<>();
  final Map<String, Entries.Entry> entries = new HashMap<>();
  final List<Referrals.Payout> payouts = new ArrayList<>();
  private final List<Streamed> stream = new ArrayList<>();
  private final Programmes programmes = new InMemoryProgrammes();

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

  /// Whether any row about an address is left. Personal data stands on candidate rows only.
  public synchronized boolean knowsCandidate(ReferralId id) {
    return candidates.containsKey(id);
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
}
