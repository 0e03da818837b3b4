package io.referralflow.intake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.directory.FindLeave;
import io.referralflow.directory.FindNumber;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Companion;
import io.referralflow.port.Employees;
import io.referralflow.port.Failures;
import io.referralflow.port.History;
import io.referralflow.port.HrReports;
import io.referralflow.port.HrReports.Reported;
import io.referralflow.port.HrReports.StoredReport;
import io.referralflow.port.OperationId;
import io.referralflow.port.Persons;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Division;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Hearing;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Open;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Applies what is stored of one HR number to the referral that it belongs to, attributing the hire
/// first where that is still to be done. Both an event and a referral are stored before this looks,
/// so that they meet whichever came first. Idempotent: an applied report is marked in the
/// transaction that applies it.
public final class ApplyReports {

  private final HrReports reports;
  private final Persons persons;
  private final Referrals referrals;
  private final Employees employees;
  private final Backgrounds backgrounds;
  private final FindLeave findLeave;
  private final FindNumber findNumber;
  private final Failures failures;
  private final Steps steps;

  public ApplyReports(
      HrReports reports,
      Persons persons,
      Referrals referrals,
      Employees employees,
      Backgrounds backgrounds,
      FindLeave findLeave,
      FindNumber findNumber,
      Failures failures,
      Steps steps) {
    this.reports = reports;
    this.persons = persons;
    this.referrals = referrals;
    this.employees = employees;
    this.backgrounds = backgrounds;
    this.findLeave = findLeave;
    this.findNumber = findNumber;
    this.failures = failures;
    this.steps = steps;
  }

  /// Applies what can be applied now.
  ///
  /// @return whether the HR number belongs to a referral
  public boolean execute(HrNumber employee) {
    var reported = reports.of(employee);
    var look = new Look();
    var attributed =
        reported.referral().isPresent() ? Optional.<Attributed>empty() : attributed(reported, look);
    var winner =
        reported.referral().or(() -> attributed.map(found -> found.lead().referral().id()));
    if (winner.isEmpty()) {
      reports.settle(employee, open(reported).map(report -> report.event().id()).toList());
      return false;
    }
    var firstLook = new AtomicReference<>(Optional.of(reported));
    var applied =
        steps
            .take(
                winner.get(),
                attributed.map(Attributed::lead),
                new OperationId("apply:" + employee.value() + ":" + ids(reported)),
                (found, now) ->
                    rule(
                        employee,
                        firstLook.getAndSet(Optional.empty()).orElseGet(() -> reports.of(employee)),
                        attributed.flatMap(Attributed::division),
                        look,
                        found,
                        now))
            .orElseGet(() -> new Applied(false, List.of(), Optional.empty()));
    applied.after().ifPresent(lead -> tellFollowers(reported, applied.leftOver(), lead, look));
    if (!applied.leftOver().isEmpty()) {
      reports.settle(employee, applied.leftOver());
    }
    applied.after().ifPresent(referral -> outrunOthers(reported, referral, look));
    return applied.belongs();
  }

  /// What became of the reports of one HR number.
  ///
  /// @param belongs whether the HR number belongs to the referral
  /// @param leftOver the events that the referral's state does not take
  /// @param after the referral afterwards; empty when there is none
  private record Applied(boolean belongs, List<String> leftOver, Optional<Referral> after) {}

  /// The referrals of persons, each person read once. All that is known of an HR number is stored
  /// before anybody looks, and a referral that comes later looks for hires itself.
  private final class Look {

    private final Map<PersonKey, List<Snapshot>> seen = new HashMap<>();
    private final Map<EmployeeId, Employee> referrers = new HashMap<>();

    List<Snapshot> referralsOf(PersonKey person) {
      return seen.computeIfAbsent(person, this::read);
    }

    private List<Snapshot> read(PersonKey person) {
      var candidacies = backgrounds.candidacies(persons.find(person).referrals());
      referrers.putAll(candidacies.referrers());
      return candidacies.snapshots();
    }

    Optional<Employee> referrer(Referral referral) {
      var id = referral.particulars().referrer();
      return Optional.ofNullable(referrers.get(id)).or(() -> employees.find(id));
    }
  }

  /// Whom a hire is attributed to.
  private record Attributed(Snapshot lead, Optional<Division> division) {}

  /// By the first hire that can be attributed; one whose dates contradict the referral it would go
  /// to decides only where there is no other.
  private Optional<Attributed> attributed(Reported reported, Look look) {
    var byContradiction =
        open(reported)
            .filter(report -> report.event().report() instanceof Report.Hired)
            .sorted(Comparator.comparing(report -> report.event().report().stamp()))
            .flatMap(report ->
                attributed(report, look).stream()
                    .map(found ->
                        Map.entry(contradicts(report.event(), found.lead().referral()), found)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    return Optional.ofNullable(byContradiction.get(false))
        .or(() -> Optional.ofNullable(byContradiction.get(true)));
  }

  private Optional<Attributed> attributed(StoredReport report, Look look) {
    var event = report.event();
    if (!(event.report() instanceof Report.Hired hired)) {
      return Optional.empty();
    }
    if (event.referralId().isPresent()) {
      return event
          .referralId()
          .filter(ReferralId::isValid)
          .map(ReferralId::new)
          .flatMap(referrals::find)
          .filter(found -> Attribution.mayGet(found.referral(), hired.stamp().occurredAt()))
          .map(found -> new Attributed(found, Optional.empty()));
    }
    return report.person().flatMap(person -> attributed(look.referralsOf(person), hired, event));
  }

  private static Optional<Attributed> attributed(
      List<Snapshot> snapshots, Report.Hired hired, HrEvent event) {
    var all = snapshots.stream().map(Snapshot::referral).toList();
    return Attribution.of(all, hired, event.vacancy())
        .flatMap(found ->
            snapshots.stream()
                .filter(each -> each.referral().equals(found.lead()))
                .findFirst()
                .map(lead -> new Attributed(lead, found.division())));
  }

  private Ruling<Applied> rule(
      HrNumber employee,
      Reported reported,
      Optional<Division> newDivision,
      Look look,
      Snapshot found,
      Instant now) {
    var referral = found.referral();
    var divided = division(referral).or(() -> newDivision);
    if (reported.referral().filter(id -> !id.equals(referral.id())).isPresent()) {
      return Ruling.leave(new Applied(true, List.of(), Optional.of(referral)));
    }
    var facts = new ArrayList<Fact>();
    var companions = new ArrayList<Companion>();
    var leftOver = new ArrayList<String>();
    var state = referral;
    var heard = divided.isPresent() ? Hearing.heard(factsOf(referral)) : Set.<String>of();
    for (var report : inOrder(reported, reported.referral().isPresent())) {
      if (heard.contains(report.event().id())) {
        continue;
      }
      if (contradicts(report.event(), referral)) {
        failures.add(Refusals.of(report.event(), Refusals.Reason.DATES_CONTRADICT, now));
        leftOver.add(report.event().id());
        continue;
      }
      var fact = new Fact.Reported(now, report.event().report());
      var after = Life.after(state, fact);
      if (after.isEmpty()) {
        leftOver.add(report.event().id());
      } else {
        state = after.get();
        facts.add(fact);
        if (divided.isEmpty()) {
          companions.add(new Companion.ReportApplied(employee, report.event().id()));
        }
      }
    }
    if (facts.isEmpty()) {
      return Ruling.leave(
          new Applied(reported.referral().isPresent(), leftOver, Optional.of(referral)));
    }
    if (!hasHire(referral)) {
      if (newDivision.isPresent()) {
        state = noted(state, new Fact.Divided(now, newDivision.get()), facts);
      }
      state = asToReferrer(state, employee, look, now, facts);
    }
    if (reported.referral().isEmpty()) {
      companions.add(new Companion.HireLinked(employee));
    }
    return new Ruling.Write<>(
        facts, companions, false, new Applied(true, leftOver, Optional.of(state)));
  }

  /// Where the reward is divided, every other referral of the division hears of the hire what the
  /// lead heard. Only then do the reports count as applied, so that they are told again when one
  /// did not hear. Who heard already hears nothing twice.
  ///
  /// Where the lead was refused and another one appealed, that one hears what the lead cannot take;
  /// it stays open for the lead, who may appeal as well.
  private void tellFollowers(Reported reported, List<String> leftOver, Referral lead, Look look) {
    var followers = followers(lead);
    var waiting =
        inOrder(reported, false).stream()
            .filter(report -> lead instanceof Ended || !leftOver.contains(report.event().id()))
            .toList();
    if (followers.isEmpty() || waiting.isEmpty()) {
      return;
    }
    var employee = waiting.getFirst().event().report().employee();
    var operation = employee.value() + ":" + ids(reported);
    for (var follower : followers) {
      var _ =
          steps.take(
              follower,
              new OperationId("follow:" + operation),
              (found, now) -> follow(waiting, division(lead), look, found, now));
    }
    if (!(lead instanceof Ended)) {
      var _ =
          steps.take(
              lead.id(),
              new OperationId("followed:" + operation),
              (_, _) -> markApplied(employee, waiting));
    }
  }

  private List<ReferralId> followers(Referral lead) {
    var division =
        lead instanceof Ended
            ? referrals.read(lead.id()).flatMap(read -> Division.among(read.facts()))
            : division(lead);
    return division.map(among -> among.others(lead.id())).orElse(List.of());
  }

  private Ruling<Boolean> markApplied(HrNumber employee, List<StoredReport> heard) {
    var ids = heard.stream().map(report -> report.event().id()).toList();
    var marks =
        open(reports.of(employee))
            .map(report -> report.event().id())
            .filter(ids::contains)
            .<Companion>map(id -> new Companion.ReportApplied(employee, id))
            .toList();
    return marks.isEmpty()
        ? Ruling.leave(false)
        : new Ruling.Write<>(List.of(), marks, false, true);
  }

  private Ruling<Boolean> follow(
      List<StoredReport> waiting,
      Optional<Division> division,
      Look look,
      Snapshot found,
      Instant now) {
    var said = waiting.stream().map(report -> report.event().report()).toList();
    var facts = new ArrayList<>(Hearing.of(found.referral(), factsOf(found.referral()), said, now));
    var state = Life.of(found.referral(), facts);
    if (division.isPresent() && !knows(state, division.get())) {
      state = noted(state, new Fact.Divided(now, division.get()), facts);
    }
    var employee = waiting.getFirst().event().report().employee();
    if (!hasHire(found.referral())) {
      state = asToReferrer(state, employee, look, now, facts);
    }
    return facts.isEmpty()
        ? Ruling.leave(false)
        : new Ruling.Write<>(facts, List.of(), false, true);
  }

  /// What a referral with a new hire comes to by who made it: the hired person, or somebody who had
  /// left.
  private Referral asToReferrer(
      Referral hired, HrNumber employee, Look look, Instant now, List<Fact> facts) {
    if (isReferrer(hired, employee, look)) {
      return noted(hired, new Fact.SelfReferred(now), facts);
    }
    return leave(hired, look)
        .map(day -> noted(hired, new Fact.ReferrerLeft(now, day), facts))
        .orElse(hired);
  }

  /// Whether a referral was told how the reward is divided. One that ended keeps that as a fact.
  private boolean knows(Referral state, Division division) {
    return state instanceof Ended
        ? referrals
            .read(state.id())
            .flatMap(read -> Division.among(read.facts()))
            .filter(division::equals)
            .isPresent()
        : division(state).isPresent();
  }

  /// The state after a fact, which is noted if it is allowed.
  private static Referral noted(Referral state, Fact fact, List<Fact> facts) {
    var after = Life.after(state, fact);
    after.ifPresent(_ -> facts.add(fact));
    return after.orElse(state);
  }

  /// What happened to a referral that has a hire: reports of a divided one count as applied only
  /// when all heard them, so that one of them may be told again.
  private List<Fact> factsOf(Referral referral) {
    return hasHire(referral)
        ? referrals.read(referral.id()).map(History::facts).orElse(List.of())
        : List.of();
  }

  private static Optional<Division> division(Referral referral) {
    return switch (referral) {
      case Employed employed -> employed.hire().entitlement().division();
      case Held held -> held.hire().entitlement().division();
      case Open _, Ended _ -> Optional.empty();
    };
  }

  /// The reports still to be applied, by their stamps. While the HR number is not linked a hire
  /// goes first, since the others say something about it.
  private static List<StoredReport> inOrder(Reported reported, boolean isLinked) {
    var byStamp =
        Comparator.<StoredReport, Stamp>comparing(report -> report.event().report().stamp());
    Comparator<StoredReport> hiresFirst =
        Comparator.comparing(report -> !(report.event().report() instanceof Report.Hired));
    return open(reported).sorted(isLinked ? byStamp : hiresFirst.thenComparing(byStamp)).toList();
  }

  private static Stream<StoredReport> open(Reported reported) {
    return reported.reports().stream().filter(report -> !report.applied());
  }

  private static String ids(Reported reported) {
    return String.join(",", open(reported).map(report -> report.event().id()).sorted().toList());
  }

  private static boolean hasHire(Referral referral) {
    return referral instanceof Employed || referral instanceof Held;
  }

  /// A start more than a year before the submission cannot be meant.
  private static boolean contradicts(HrEvent event, Referral referral) {
    var particulars = referral.particulars();
    var earliest =
        LocalDate.ofInstant(particulars.submittedAt(), particulars.terms().zone()).minusYears(1);
    return switch (event.report()) {
      case Report.Hired hired -> hired.start().isBefore(earliest);
      case Report.StartMoved moved -> moved.start().isBefore(earliest);
      case Report.ProbationChanged _, Report.Cancelled _, Report.Ended _ -> false;
    };
  }

  private boolean isReferrer(Referral referral, HrNumber employee, Look look) {
    return look.referrer(referral)
        .flatMap(findNumber::execute)
        .filter(employee.value()::equals)
        .isPresent();
  }

  /// The last day of a referrer whom the terms want in service when the hire is agreed.
  private Optional<LocalDate> leave(Referral referral, Look look) {
    var particulars = referral.particulars();
    return particulars.terms().rules().inService() == ServiceDay.HIRE
        ? findLeave.execute(referral, look.referrer(referral))
        : Optional.empty();
  }

  /// The other open referrals of the same person end: the hire is attributed, even where it earns
  /// its referrer nothing.
  private void outrunOthers(Reported reported, Referral winner, Look look) {
    if (!hasHire(winner) && !(winner instanceof Referral.NotEligible)) {
      return;
    }
    var named = reported.reports().stream().flatMap(report -> report.person().stream());
    var earners = division(winner).map(it -> it.others(winner.id())).orElse(List.of());
    Stream.concat(Stream.of(winner.particulars().person()), named)
        .distinct()
        .flatMap(key -> look.referralsOf(key).stream())
        .map(Snapshot::referral)
        .filter(referral -> referral instanceof Open && !referral.id().equals(winner.id()))
        .filter(referral -> !earners.contains(referral.id()))
        .map(Referral::id)
        .distinct()
        .forEach(id -> outrun(id, winner.id()));
  }

  private void outrun(ReferralId id, ReferralId winner) {
    var _ =
        steps.take(
            id,
            new OperationId("outrun:" + winner.value()),
            (found, now) ->
                found.referral() instanceof Open
                    ? Ruling.record(new Fact.Outrun(now, winner), true)
                    : Ruling.leave(false));
  }
}
