package io.referralflow.takeover;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.PersonKey;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.file.Imported;
import io.referralflow.file.Imported.Refusal;
import io.referralflow.file.Mode;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.ApplyReports;
import io.referralflow.letter.LetterKind;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.HrReports;
import io.referralflow.port.Ids;
import io.referralflow.port.OperationId;
import io.referralflow.port.Operations;
import io.referralflow.port.Persons;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Seals;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.PromisedBy;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Consequences;
import io.referralflow.submission.FindReferrer;
import io.referralflow.submission.FindReferrer.Referrer;
import io.referralflow.submission.SubmitReferral.Wanted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes in a file of referrals that run under promises made before this product kept them (issue
/// 5, part 10): whole, or refused whole; or line by line where that was asked for. Each becomes a
/// referral with the reward that was promised and with what happened since as its facts, written
/// together. What was paid is in the ledger as paid, and is never paid again.
///
/// The candidate is told who named them and what is stored, unless the line says that they were
/// told. The referrer gets no receipt: they have one.
///
/// Idempotent by the reference that the referral had before: a line that was taken in writes
/// nothing, so that a file whose import broke off is sent again.
public final class ImportReferrals {

  /// Whose the references are, whoever brings the file.
  private static final EmployeeId OLD_SYSTEM = new EmployeeId("import");

  private final Referrals referrals;
  private final Persons persons;
  private final Operations operations;
  private final Programmes programmes;
  private final HrReports reports;
  private final ApplyReports applyReports;
  private final FindReferrer findReferrer;
  private final WorkingDays workingDays;
  private final Seals seals;
  private final Ids ids;
  private final InstantSource clock;

  public ImportReferrals(
      Referrals referrals,
      Persons persons,
      Operations operations,
      Programmes programmes,
      HrReports reports,
      ApplyReports applyReports,
      FindReferrer findReferrer,
      WorkingDays workingDays,
      Seals seals,
      Ids ids,
      InstantSource clock) {
    this.referrals = referrals;
    this.persons = persons;
    this.operations = operations;
    this.programmes = programmes;
    this.reports = reports;
    this.applyReports = applyReports;
    this.findReferrer = findReferrer;
    this.workingDays = workingDays;
    this.seals = seals;
    this.ids = ids;
    this.clock = clock;
  }

  /// A line of the file.
  ///
  /// @param number its number in the file
  /// @param reference what the referral was called before; no personal data
  /// @param referrer the referrer's HR number or id
  /// @param referredOn the day of the referral, in the programme's zone
  /// @param informed whether the candidate was told who named them and what is stored
  /// @param body the line in one normal form, to recognise it again
  public record Line(
      long number,
      String reference,
      String referrer,
      VacancyId vacancy,
      Wanted candidate,
      LocalDate referredOn,
      Progress progress,
      boolean informed,
      OldPromise promise,
      String body) {}

  /// Why a line cannot be taken.
  public enum Because {
    /// There are no terms or settings yet.
    NOT_SET_UP,
    /// An earlier line has the same reference.
    DUPLICATE,
    /// The reference was brought in before, with another line.
    OTHER_BEFORE,
    VACANCY_UNKNOWN,
    REFERRER_UNKNOWN,
    REFERRER_WITHOUT_ADDRESS,
    /// The referrer is whoever brings the file.
    REFERRER_IS_CALLER,
    /// The candidate has the referrer's address.
    OWN_ADDRESS,
    /// The referrer has referred the candidate for this vacancy already.
    REFERRED_BEFORE,
    /// The hire belongs to another referral.
    HIRE_TAKEN,
    /// A day is still to come, or the referral is younger than its hire.
    DATES_CONTRADICT,
    /// A part is said to be paid that was not due.
    PAID_BEFORE_DUE,
    /// No hire counts for the referral any more by the terms.
    TOO_OLD,
    /// Everything is paid: nothing runs any more.
    NOTHING_LEFT
  }

  /// What becomes of a line.
  private sealed interface Judged {
    record Wrong(Because because) implements Judged {}

    /// It was taken in before.
    record Known() implements Judged {}

    record Ready(Line line, Employee referrer, Candidate candidate, PersonKey person)
        implements Judged {}
  }

  /// What all lines have in common.
  private record Ground(Caller by, Terms terms, Settings settings, Instant now) {
    LocalDate today() {
      return LocalDate.ofInstant(now, settings.zone());
    }
  }

  /// What earlier lines of the file claim for themselves.
  private record Claimed(Set<String> references, Set<Object> referrals, Set<HrNumber> hires) {}

  public Imported<Because> execute(Caller by, List<Line> lines, Mode mode) {
    var now = clock.instant();
    var common = programmes.ground(now);
    if (common.terms().isEmpty() || common.settings().isEmpty()) {
      return Imported.none(
          lines.stream().map(line -> new Refusal<>(line.number(), Because.NOT_SET_UP)).toList());
    }
    var ground = new Ground(by, common.terms().get(), common.settings().get(), now);
    var known = programmes.vacancies(lines.stream().map(Line::vacancy).distinct().toList());
    var claimed = new Claimed(new HashSet<>(), new HashSet<>(), new HashSet<>());
    var refused = new ArrayList<Refusal<Because>>();
    var ready = new ArrayList<Judged.Ready>();
    var unchanged = 0;
    for (var line : lines) {
      switch (judge(line, ground, known.keySet(), claimed)) {
        case Judged.Wrong(var because) -> refused.add(new Refusal<>(line.number(), because));
        case Judged.Known _ -> {
          settle(line);
          unchanged++;
        }
        case Judged.Ready one -> ready.add(one);
      }
    }
    if (mode.takesNothing(!refused.isEmpty())) {
      return Imported.none(refused);
    }
    var made = 0;
    for (var one : ready) {
      var because = store(one, ground);
      if (because.isPresent()) {
        refused.add(new Refusal<>(one.line().number(), because.get()));
      } else {
        made++;
      }
    }
    return new Imported<>(made, 0, unchanged, refused);
  }

  private Judged judge(Line line, Ground ground, Set<VacancyId> vacancies, Claimed claimed) {
    if (!claimed.references().add(line.reference())) {
      return new Judged.Wrong(Because.DUPLICATE);
    }
    var earlier = operations.find(OLD_SYSTEM, line.reference());
    if (earlier.isPresent()) {
      return earlier.get().bodyHash().equals(seals.digest(line.body()))
          ? new Judged.Known()
          : new Judged.Wrong(Because.OTHER_BEFORE);
    }
    if (!vacancies.contains(line.vacancy())) {
      return new Judged.Wrong(Because.VACANCY_UNKNOWN);
    }
    return switch (findReferrer.execute(ground.by(), line.referrer())) {
      case Referrer.Not(var wrong) ->
          new Judged.Wrong(
              switch (wrong) {
                case UNKNOWN -> Because.REFERRER_UNKNOWN;
                case WITHOUT_ADDRESS -> Because.REFERRER_WITHOUT_ADDRESS;
                case YOURSELF -> Because.REFERRER_IS_CALLER;
              });
      case Referrer.Found(var referrer, _) -> judge(line, referrer.employee(), ground, claimed);
    };
  }

  private Judged judge(Line line, Employee referrer, Ground ground, Claimed claimed) {
    var candidate = line.candidate().in(ground.settings());
    var ready = new Judged.Ready(line, referrer, candidate, seals.person(candidate.email()));
    return wrong(ready, ground)
        .or(() -> taken(ready, claimed))
        .<Judged>map(Judged.Wrong::new)
        .orElse(ready);
  }

  /// What the line says that cannot be.
  private Optional<Because> wrong(Judged.Ready ready, Ground ground) {
    var line = ready.line();
    if (ready.candidate().email().sameMailbox(ready.referrer().email())) {
      return Optional.of(Because.OWN_ADDRESS);
    }
    if (line.promise().isKept()) {
      return Optional.of(Because.NOTHING_LEFT);
    }
    var isAhead =
        line.referredOn().isAfter(ground.today())
            || line.promise().paid().values().stream().anyMatch(ground.today()::isBefore);
    if (isAhead || (line.progress() instanceof Progress.Hired hire && !fits(hire, line, ground))) {
      return Optional.of(Because.DATES_CONTRADICT);
    }
    var particulars = particulars(ready, ground, 0);
    var counts = line.progress() instanceof Progress.Hired hire ? hire.agreedOn() : ground.today();
    if (!startOf(counts, ground).isBefore(particulars.eligibleUntil())) {
      return Optional.of(Because.TOO_OLD);
    }
    return facts(line, particulars, ground).isEmpty()
        ? Optional.of(Because.PAID_BEFORE_DUE)
        : Optional.empty();
  }

  private static boolean fits(Progress.Hired hire, Line line, Ground ground) {
    return !hire.agreedOn().isBefore(line.referredOn())
        && !hire.agreedOn().isAfter(ground.today())
        && !hire.start().isBefore(line.referredOn().minusYears(1))
        && hire.probationEnd().filter(end -> end.isBefore(hire.start())).isEmpty();
  }

  /// What the line claims that belongs to another referral, known or earlier in the file.
  private Optional<Because> taken(Judged.Ready ready, Claimed claimed) {
    var line = ready.line();
    var isKnown =
        persons.find(ready.person()).referrals().stream()
            .anyMatch(each ->
                each.vacancy().equals(line.vacancy()) && ready.referrer().is(each.referrer()));
    if (isKnown
        || !claimed
            .referrals()
            .add(List.of(ready.referrer().id(), ready.person(), line.vacancy()))) {
      return Optional.of(Because.REFERRED_BEFORE);
    }
    return line.progress() instanceof Progress.Hired hire
            && (reports.of(hire.employee()).referral().isPresent()
                || !claimed.hires().add(hire.employee()))
        ? Optional.of(Because.HIRE_TAKEN)
        : Optional.empty();
  }

  /// Writes one referral; answers why not, where another one came first.
  private Optional<Because> store(Judged.Ready ready, Ground ground) {
    var line = ready.line();
    var particulars = particulars(ready, ground, referrals.nextReceiptNumber());
    var change =
        Consequences.ofImport(
            new OperationId("import:" + particulars.id().value()),
            ground.now(),
            facts(line, particulars, ground).orElseThrow(),
            firstContact(line),
            companions(ready, particulars));
    return switch (referrals.commit(change)) {
      case Committed.Done _ -> {
        settle(line);
        yield Optional.empty();
      }
      case Committed.Clash(Companion.OperationAnswered _) -> Optional.of(Because.OTHER_BEFORE);
      case Committed.Clash(Companion.HireLinked _) -> Optional.of(Because.HIRE_TAKEN);
      case Committed.Clash _ -> Optional.of(Because.REFERRED_BEFORE);
      case Committed.Stale _, Committed.Frozen _, Committed.DoneBefore _ ->
          throw new IllegalStateException("A new referral meets no other step");
    };
  }

  /// HR may have reported something of the hire before, and others may have referred the candidate
  /// too: they learn of it as of any other hire.
  private void settle(Line line) {
    if (line.progress() instanceof Progress.Hired hire) {
      var _ = applyReports.execute(hire.employee());
    }
  }

  /// Whoever has not answered yet is asked, and is told all that is to be told with it.
  private static Optional<LetterKind> firstContact(Line line) {
    if (line.progress() instanceof Progress.Invited) {
      return Optional.of(LetterKind.INVITATION);
    }
    return line.informed() ? Optional.empty() : Optional.of(LetterKind.IMPORTED);
  }

  /// Who brings it in speaks for the referrer, as whoever enters a referral does.
  private Particulars particulars(Judged.Ready ready, Ground ground, long receiptNumber) {
    var line = ready.line();
    var settings = ground.settings();
    var terms = ground.terms();
    var particulars =
        new Particulars(
                ids.nextReferral(),
                ready.referrer().id(),
                ready.person(),
                line.vacancy(),
                receiptNumber,
                startOf(line.referredOn(), ground),
                new Particulars.Pinned(
                    terms.version(),
                    line.promise().reward(),
                    line.promise().probationMonths().orElse(terms.probationMonths()),
                    terms.promise(),
                    terms.eligibilityMonths(),
                    settings.zone(),
                    settings.reminderAfter(),
                    settings.expiryAfter(),
                    settings.noticeDelay(),
                    RuleBook.STANDARD,
                    ProgrammeId.STANDING,
                    settings.procedure(),
                    PromisedBy.EARLIER_PROMISE))
            .enteredBy(ground.by().id());
    return line.progress() instanceof Progress.Invited
        ? particulars.invitedFirst(ground.now())
        : particulars;
  }

  private static Instant startOf(LocalDate day, Ground ground) {
    return day.atStartOfDay(ground.settings().zone()).toInstant();
  }

  /// What happened so far; empty when a part is said to be paid that was not due.
  private Optional<List<Fact>> facts(Line line, Particulars particulars, Ground ground) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact.Submitted(particulars.submittedAt(), particulars));
    var by = ground.by().id();
    var now = ground.now();
    if (!(line.progress() instanceof Progress.Invited)) {
      facts.add(new Fact.Accepted(now, Feedback.NOTHING, Keep.PROCEDURE));
    }
    if (line.progress() instanceof Progress.Hiring || line.progress() instanceof Progress.Hired) {
      facts.add(new Fact.Advanced(now, by));
    }
    if (line.progress() instanceof Progress.Hired hire) {
      facts.add(new Fact.Reported(now, report(hire, line, ground)));
    }
    var state = Life.of(facts);
    for (var paid : line.promise().paid().entrySet()) {
      var due =
          Owed.of(state).stream()
              .filter(part -> part.instalment().number() == paid.getKey())
              .map(Owed.Line::dueOn)
              .findFirst();
      if (due.isEmpty() || due.get().isAfter(ground.today())) {
        return Optional.empty();
      }
      var promisedOn = particulars.terms().promise().day(due.get(), workingDays);
      var handedOver = new Fact.Released(now, paid.getKey(), due.get(), promisedOn);
      var confirmed = new Fact.Paid(now, paid.getKey(), paid.getValue(), by);
      facts.add(handedOver);
      facts.add(confirmed);
      state = Life.of(state, List.of(handedOver, confirmed));
    }
    return Optional.of(facts);
  }

  private static Report.Hired report(Progress.Hired hire, Line line, Ground ground) {
    return new Report.Hired(
        hire.employee(),
        new Stamp(startOf(hire.agreedOn(), ground), "import:" + line.reference()),
        hire.start(),
        hire.probationEnd());
  }

  private List<Companion> companions(Judged.Ready ready, Particulars particulars) {
    var line = ready.line();
    var companions = new ArrayList<Companion>();
    companions.add(new Companion.CandidateStored(ready.candidate()));
    companions.add(new Companion.EmployeeStored(ready.referrer()));
    companions.add(new Companion.PersonReferred(Optional.empty()));
    ready.referrer().ids().stream()
        .filter(other -> !other.equals(ready.referrer().id()))
        .forEach(other -> companions.add(new Companion.NotReferredAs(other, Optional.empty())));
    if (line.progress() instanceof Progress.Hired hire) {
      companions.add(new Companion.HireLinked(hire.employee()));
    }
    companions.add(
        new Companion.OperationAnswered(
            new Operations.Answer(
                OLD_SYSTEM,
                line.reference(),
                seals.digest(line.body()),
                particulars.id(),
                particulars.receiptNumber(),
                particulars.submittedAt(),
                particulars.terms().version())));
    return companions;
  }
}
