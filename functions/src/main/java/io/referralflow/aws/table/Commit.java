package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.item.ActionReportItem;
import io.referralflow.aws.item.CandidateItem;
import io.referralflow.aws.item.Chain;
import io.referralflow.aws.item.EmployeeItem;
import io.referralflow.aws.item.FactItem;
import io.referralflow.aws.item.KeptItem;
import io.referralflow.aws.item.LedgerItem;
import io.referralflow.aws.item.NoticeItem;
import io.referralflow.aws.item.OperationItem;
import io.referralflow.aws.item.PayoutItem;
import io.referralflow.aws.item.PersonItem;
import io.referralflow.aws.item.QuestionItem;
import io.referralflow.aws.item.ReferralItem;
import io.referralflow.aws.item.ReportItem;
import io.referralflow.aws.item.WaitItem;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.message.Notice;
import io.referralflow.points.PointsEntry;
import io.referralflow.port.Change;
import io.referralflow.port.Companion;
import io.referralflow.port.Erasure;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.Retention;
import io.referralflow.reward.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One step of a referral as one transaction: facts, snapshot, ledger, payouts, notices, the wait
/// and the rows that go with them.
final class Commit {

  /// What a row of the transaction is; a refusal is reported by it.
  sealed interface Part {
    record Head() implements Part {}

    record Fact(long number) implements Part {}

    record Ledger(LedgerEntry entry) implements Part {}

    record Paying(int instalment) implements Part {}

    /// The entry, then the balance, of what an instalment of points earns.
    record Earning(int instalment, int row) implements Part {}

    record Mail(long number) implements Part {}

    record Waiting() implements Part {}

    record Erasing() implements Part {}

    record Erased() implements Part {}

    record Questioning() implements Part {}

    /// What was done once and must not be done again, as it is kept outside the table.
    record Once(Key key) implements Part {}

    /// No release while payouts are frozen.
    record Gate() implements Part {}

    record Accompanying(Companion companion) implements Part {}
  }

  static final Part HEAD = new Part.Head();
  static final Part GATE = new Part.Gate();

  /// How long the stream has for a notice before upkeep looks at it.
  private static final Duration STREAM_GRACE = Duration.ofMinutes(15);

  /// No other step came between: what was decided on is what stands.
  private static final Condition SAME_VERSION = new Condition("#version = :version");

  /// The referrer has not referred this person for this vacancy, unless by what counts no more.
  private static final Condition NOT_REFERRED =
      new Condition("attribute_not_exists(#pk) OR #referral = :replaced");

  /// The row of a mistyped address is still this referral's, or gone.
  private static final Condition OWN_PERSON_ROW =
      new Condition("attribute_not_exists(#pk) OR #referral = :own");

  /// The HR number belongs to no other referral: one hire never earns twice.
  private static final Condition NOT_LINKED_ELSEWHERE =
      new Condition("attribute_not_exists(#pk) OR #referral = :own");

  /// The report is stored and not part of any referral's facts: no report counts twice.
  private static final Condition NOT_APPLIED =
      new Condition("attribute_exists(#pk) AND attribute_not_exists(#applied)");

  /// Outside the table the payment was not confirmed, or with the same date.
  private static final Condition SAME_DAY =
      new Condition("attribute_not_exists(#pk) OR #paidOn = :paidOn");

  private final Change change;
  private final ReferralId id;
  private final List<Attributes> facts;
  private final Snapshot snapshot;

  Commit(Change change) {
    this.change = change;
    this.id = change.after().id();
    this.facts = chained(change);
    this.snapshot = snapshot(change, facts);
  }

  private static List<Attributes> chained(Change change) {
    var previous = change.before().map(Snapshot::lastHash).orElse(Chain.BEGINNING);
    var number = change.before().map(Snapshot::lastFact).orElse(0L);
    var chained = new ArrayList<Attributes>();
    for (var fact : change.facts()) {
      number++;
      var item =
          Chain.link(
              previous, FactItem.toItem(change.after().id(), number, fact, change.operation()));
      chained.add(item);
      previous = Chain.hash(item);
    }
    return chained;
  }

  private static Snapshot snapshot(Change change, List<Attributes> facts) {
    var before = change.before();
    return new Snapshot(
        change.after(),
        before.map(Snapshot::version).orElse(0L) + 1,
        before.map(Snapshot::leg).orElse(0) + (change.newLeg() ? 1 : 0),
        before.filter(_ -> !change.newLeg()).map(Snapshot::legSince).orElse(change.at()),
        before.map(Snapshot::lastFact).orElse(0L) + facts.size(),
        facts.isEmpty()
            ? before.map(Snapshot::lastHash).orElse(Chain.BEGINNING)
            : Chain.hash(facts.getLast()),
        change.notices().stream()
            .mapToLong(Notice::number)
            .max()
            .orElse(before.map(Snapshot::lastNotice).orElse(0L)),
        change.operation());
  }

  /// The snapshot that this change leaves behind.
  Snapshot snapshot() {
    return snapshot;
  }

  List<Step<Part>> steps() {
    var steps = new ArrayList<Step<Part>>();
    steps.add(new Step<>(HEAD, head()));
    facts.forEach(fact ->
        steps.add(
            new Step<>(new Part.Fact(fact.key().number()), new Write.Put(fact, Condition.ABSENT))));
    for (var entry : change.ledger()) {
      var row = LedgerItem.toItem(id, entry, change.operation());
      steps.add(new Step<>(new Part.Ledger(entry), new Write.Put(row, Condition.ABSENT)));
      payout(entry).ifPresent(steps::add);
      earned(entry).ifPresent(earned -> steps.addAll(earning(earned)));
    }
    for (var notice : change.notices()) {
      var row = NoticeItem.toItem(change.after().particulars(), notice, lookAt(notice));
      steps.add(new Step<>(new Part.Mail(notice.number()), new Write.Put(row, Condition.ABSENT)));
    }
    waiting().ifPresent(write -> steps.add(new Step<>(new Part.Waiting(), write)));
    questioning().ifPresent(write -> steps.add(new Step<>(new Part.Questioning(), write)));
    erasing().ifPresent(write -> steps.add(new Step<>(new Part.Erasing(), write)));
    Erasure.of(change)
        .map(erasure -> KeptItem.toItem(erasure, change.at()))
        .ifPresent(
            row -> steps.add(new Step<>(new Part.Erased(), new Write.Keep(row, Condition.NONE))));
    for (var fact : change.facts()) {
      once(fact)
          .ifPresent(write -> steps.add(new Step<>(new Part.Once(write.item().key()), write)));
    }
    if (change.releases()) {
      steps.add(new Step<>(GATE, new Write.Check(Key.gate(id), Condition.ABSENT)));
    }
    for (var companion : change.companions()) {
      steps.add(new Step<>(new Part.Accompanying(companion), accompanying(companion)));
    }
    return steps;
  }

  private Write head() {
    var after = change.after();
    var step = ReferralItem.step(snapshot, change.newLeg(), change.wakes());
    return change
        .before()
        .<Write>map(before ->
            new Write.Update(
                Key.head(id),
                step,
                ReferralItem.removed(after),
                SAME_VERSION.with(
                    Attributes.none().number(ReferralItem.VERSION, before.version()))))
        .orElseGet(() -> new Write.Put(ReferralItem.submitted(after).and(step), Condition.ABSENT));
  }

  /// What is done once is kept outside the table as well, which may be brought back to an earlier
  /// moment.
  private Optional<Write.Keep> once(Fact fact) {
    return switch (fact) {
      case Fact.Released released
          when !change.wasHandedOver(released) && change.staysDone(released.instalment()) ->
          Optional.of(
              new Write.Keep(
                  KeptItem.released(id, released.instalment(), released.at()), Condition.ABSENT));
      case Fact.Paid(var at, var instalment, var paidOn, _) when change.staysDone(instalment) ->
          Optional.of(
              new Write.Keep(
                  KeptItem.paid(id, instalment, paidOn, at),
                  SAME_DAY.with(Attributes.none().day(KeptItem.PAID_ON, paidOn))));
      default -> Optional.empty();
    };
  }

  /// Points are in the account as soon as they are released.
  private Optional<PointsEntry.Earned> earned(LedgerEntry entry) {
    return entry instanceof LedgerEntry.Released released
        ? PointsEntry.earned(change.after(), released)
        : Optional.empty();
  }

  private List<Step<Part>> earning(PointsEntry.Earned earned) {
    var writes = DynamoPoints.earning(change.after().particulars().referrer(), earned);
    return IntStream.range(0, writes.size())
        .<Step<Part>>mapToObj(
            row -> new Step<>(new Part.Earning(earned.instalment(), row), writes.get(row)))
        .toList();
  }

  /// Finance's list follows the ledger, with one row for what is released and confirmed at once.
  private Optional<Step<Part>> payout(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Released(var number, _, _, _, _) when isConfirmedAtOnce(number) ->
          Optional.empty();
      case LedgerEntry.Released _,
          LedgerEntry.Paid _,
          LedgerEntry.PutOnHold _,
          LedgerEntry.TakenOffHold _,
          LedgerEntry.Corrected _ ->
          payout(entry.instalment());
      case LedgerEntry.Cancelled _, LedgerEntry.Revived _ -> Optional.empty();
    };
  }

  private boolean isConfirmedAtOnce(int instalment) {
    return change.facts().stream()
        .anyMatch(fact -> fact instanceof Fact.Paid paid && paid.instalment() == instalment);
  }

  private Optional<Step<Part>> payout(int number) {
    if (!(change.after() instanceof Referral.Employed employed)) {
      throw new IllegalStateException("Nothing is paid without a hire");
    }
    return Owed.of(employed).stream()
        .filter(line -> line.instalment().number() == number)
        .flatMap(line ->
            line.payment().stream()
                .map(payment -> Payout.of(employed.particulars(), line.instalment(), payment)))
        .findFirst()
        .map(payout ->
            new Step<>(
                new Part.Paying(number), new Write.Put(PayoutItem.toItem(payout), Condition.NONE)));
  }

  /// A notice that is due now is for the stream; one that is due later is for upkeep.
  private Instant lookAt(Notice notice) {
    return notice.notBefore().isAfter(change.at())
        ? notice.notBefore()
        : change.at().plus(STREAM_GRACE);
  }

  private Optional<Write> waiting() {
    return switch (change.timer()) {
      case Change.Timer.Unchanged _ -> Optional.empty();
      case Change.Timer.Until(var wakeAt) ->
          Optional.of(
              new Write.Update(
                  Key.wait(id),
                  WaitItem.until(id, snapshot.leg(), wakeAt),
                  change.newLeg() ? WaitItem.PARKED : List.of(),
                  Condition.NONE));
      case Change.Timer.Done _ -> Optional.of(new Write.Delete(Key.wait(id), Condition.NONE));
    };
  }

  /// Written only when a step begins or ends it, since most referrals are never held.
  private Optional<Write> questioning() {
    var was = change.before().map(Snapshot::referral).filter(Referral.Held.class::isInstance);
    return switch (change.after()) {
      case Referral.Held held when was.isEmpty() ->
          Optional.of(new Write.Put(QuestionItem.toItem(held), Condition.NONE));
      case Referral.Held _ -> Optional.empty();
      case Referral _ -> was.map(_ -> new Write.Delete(Key.question(id), Condition.NONE));
    };
  }

  /// The moment of deletion stands on the row that is to be deleted. It is written only when this
  /// step changed it, since most do not.
  private Optional<Write> erasing() {
    var was = change.before().map(Snapshot::referral).flatMap(Retention::eraseBy);
    if (was.equals(change.eraseBy()) || writesCandidate()) {
      return Optional.empty();
    }
    return Optional.of(
        new Write.Update(
            Key.candidate(id),
            CandidateItem.eraseBy(id, change.eraseBy()),
            CandidateItem.removed(change.eraseBy()),
            Condition.NONE));
  }

  private boolean writesCandidate() {
    return change.companions().stream()
        .anyMatch(each ->
            each instanceof Companion.CandidateStored
                || each instanceof Companion.CandidateDeleted);
  }

  private static Condition unlessReplaced(Optional<ReferralId> replaced) {
    return replaced
        .map(old -> NOT_REFERRED.with(Attributes.none().text("replaced", old.value())))
        .orElse(Condition.ABSENT);
  }

  private Write accompanying(Companion companion) {
    var particulars = change.after().particulars();
    return switch (companion) {
      case Companion.CandidateStored(var candidate) ->
          new Write.Put(CandidateItem.toItem(id, candidate, change.eraseBy()), Condition.NONE);
      case Companion.CandidateDeleted _ -> new Write.Delete(Key.candidate(id), Condition.NONE);
      case Companion.EmployeeStored(var employee) ->
          new Write.Put(EmployeeItem.toItem(employee), Condition.NONE);
      case Companion.PersonReferred(var replaces) ->
          new Write.Put(PersonItem.referral(particulars), unlessReplaced(replaces));
      case Companion.PersonMistaken(var person) ->
          new Write.Delete(
              Key.personReferral(person, particulars.referrer(), particulars.vacancy()),
              OWN_PERSON_ROW.with(Attributes.none().text("own", id.value())));
      case Companion.NotReferredAs(var other, var unless) ->
          new Write.Check(
              Key.personReferral(particulars.person(), other, particulars.vacancy()),
              unlessReplaced(unless));
      case Companion.VacancyLeft(var vacancy) ->
          new Write.Delete(
              Key.personReferral(particulars.person(), particulars.referrer(), vacancy),
              OWN_PERSON_ROW.with(Attributes.none().text("own", id.value())));
      case Companion.OperationAnswered(var answer) ->
          new Write.Put(OperationItem.toItem(answer), Condition.ABSENT);
      case Companion.HireLinked(var employee) ->
          new Write.Put(
              ReportItem.link(employee, id),
              NOT_LINKED_ELSEWHERE.with(Attributes.none().text("own", id.value())));
      case Companion.ReportApplied(var employee, var eventId) ->
          new Write.Update(
              Key.report(employee, eventId), ReportItem.applied(), Attributes.LISTED, NOT_APPLIED);
      case Companion.HandedOverBefore(var instalment) ->
          new Write.Keep(KeptItem.released(id, instalment, change.at()), Condition.PRESENT);
      case Companion.ProgrammeListed _ ->
          new Write.Put(ActionReportItem.referral(particulars), Condition.NONE);
      case Companion.NoticeSent(var number, var mailId) ->
          new Write.Update(
              Key.notice(id, number),
              NoticeItem.sent(mailId, change.at()),
              Attributes.LISTED,
              Condition.PRESENT);
    };
  }
}
