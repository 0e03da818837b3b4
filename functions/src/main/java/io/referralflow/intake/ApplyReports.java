package io.referralflow.intake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Companion;
import io.referralflow.port.Employees;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.port.HrReports.Reported;
import io.referralflow.port.HrReports.StoredReport;
import io.referralflow.port.OperationId;
import io.referralflow.port.Persons;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Open;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Employee;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
  private final Failures failures;
  private final Steps steps;

  public ApplyReports(
      HrReports reports,
      Persons persons,
      Referrals referrals,
      Employees employees,
      Failures failures,
      Steps steps) {
    this.reports = reports;
    this.persons = persons;
    this.referrals = referrals;
    this.employees = employees;
    this.failures = failures;
    this.steps = steps;
  }

  /// Applies what can be applied now.
  ///
  /// @return whether the HR number belongs to a referral
  public boolean execute(HrNumber employee) {
    var reported = reports.of(employee);
    var winner = reported.referral().or(() -> winner(reported).map(Referral::id));
    if (winner.isEmpty()) {
      reports.settle(employee, open(reported).map(report -> report.event().id()).toList());
      return false;
    }
    var firstLook = new AtomicReference<>(Optional.of(reported));
    var applied =
        steps
            .take(
                winner.get(),
                new OperationId("apply:" + employee.value() + ":" + ids(reported)),
                (found, now) ->
                    rule(
                        employee,
                        firstLook.getAndSet(Optional.empty()).orElseGet(() -> reports.of(employee)),
                        found,
                        now))
            .orElseGet(() -> new Applied(false, List.of()));
    if (!applied.leftOver().isEmpty()) {
      reports.settle(employee, applied.leftOver());
    }
    outrunOthers(reported, winner.get());
    return applied.belongs();
  }

  /// What became of the reports of one HR number.
  ///
  /// @param belongs whether the HR number belongs to the referral
  /// @param leftOver the events that the referral's state does not take
  private record Applied(boolean belongs, List<String> leftOver) {}

  private Optional<Referral> winner(Reported reported) {
    return open(reported)
        .filter(report -> report.event().report() instanceof Report.Hired)
        .sorted(Comparator.comparing(report -> report.event().report().stamp()))
        .flatMap(report -> winner(report).stream())
        .findFirst();
  }

  private Optional<Referral> winner(StoredReport report) {
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
          .map(Snapshot::referral)
          .filter(referral -> Attribution.mayGet(referral, hired.stamp().occurredAt()));
    }
    return report
        .person()
        .flatMap(person -> Attribution.winner(referralsOf(person), hired, event.vacancy()));
  }

  private List<Referral> referralsOf(PersonKey person) {
    return referrals
        .findAll(persons.find(person).referrals().stream().map(Persons.Referred::id).toList())
        .stream()
        .map(Snapshot::referral)
        .toList();
  }

  private Ruling<Applied> rule(HrNumber employee, Reported reported, Snapshot found, Instant now) {
    var referral = found.referral();
    if (reported.referral().filter(id -> !id.equals(referral.id())).isPresent()) {
      return Ruling.leave(new Applied(true, List.of()));
    }
    var facts = new ArrayList<Fact>();
    var companions = new ArrayList<Companion>();
    var leftOver = new ArrayList<String>();
    var state = referral;
    for (var report : inOrder(reported, referral)) {
      if (contradicts(report.event(), referral)) {
        failures.add(Refusals.of(report.event(), Refusals.Reason.DATES_CONTRADICT, now));
        leftOver.add(report.event().id());
        continue;
      }
      var fact = new Fact.Reported(now, report.event().report());
      var after = Life.after(state, fact);
      if (after.isPresent()) {
        state = after.get();
        facts.add(fact);
        companions.add(new Companion.ReportApplied(employee, report.event().id()));
      } else {
        leftOver.add(report.event().id());
      }
    }
    if (facts.isEmpty()) {
      return Ruling.leave(new Applied(reported.referral().isPresent(), leftOver));
    }
    if (!hasHire(referral) && isReferrer(referral, employee)) {
      var selfReferred = new Fact.SelfReferred(now);
      if (Life.after(state, selfReferred).isPresent()) {
        facts.add(selfReferred);
      }
    }
    if (reported.referral().isEmpty()) {
      companions.add(new Companion.HireLinked(employee));
    }
    return new Ruling.Write<>(facts, companions, false, new Applied(true, leftOver));
  }

  /// The reports still to be applied, by their stamps; where the referral has no hire yet, a hire
  /// goes first, since the others say something about it.
  private static List<StoredReport> inOrder(Reported reported, Referral referral) {
    var byStamp =
        Comparator.<StoredReport, Stamp>comparing(report -> report.event().report().stamp());
    Comparator<StoredReport> hiresFirst =
        Comparator.comparing(report -> !(report.event().report() instanceof Report.Hired));
    return open(reported)
        .sorted(hasHire(referral) ? byStamp : hiresFirst.thenComparing(byStamp))
        .toList();
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

  private boolean isReferrer(Referral referral, HrNumber employee) {
    return employees
        .find(referral.particulars().referrer())
        .flatMap(Employee::hrNumber)
        .filter(employee.value()::equals)
        .isPresent();
  }

  /// The other open referrals of the same person end: the hire is attributed.
  private void outrunOthers(Reported reported, ReferralId winner) {
    var person =
        referrals
            .find(winner)
            .map(Snapshot::referral)
            .filter(ApplyReports::hasHire)
            .map(referral -> referral.particulars().person());
    var named = reported.reports().stream().flatMap(report -> report.person().stream());
    if (person.isEmpty()) {
      return;
    }
    Stream.concat(person.stream(), named)
        .distinct()
        .flatMap(key -> referralsOf(key).stream())
        .filter(referral -> referral instanceof Open && !referral.id().equals(winner))
        .map(Referral::id)
        .distinct()
        .forEach(id -> outrun(id, winner));
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
