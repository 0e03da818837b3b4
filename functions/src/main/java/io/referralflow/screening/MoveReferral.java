package io.referralflow.screening;

import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.Rule;
import io.referralflow.port.Companion;
import io.referralflow.port.Employees;
import io.referralflow.port.OperationId;
import io.referralflow.port.Persons;
import io.referralflow.port.Persons.Referred;
import io.referralflow.port.Programmes;
import io.referralflow.port.Programmes.Offer;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Moves a referral to another vacancy before the hire (issue 5, part 10). Receipt, terms and the
/// promised reward stay as they were at the submission. The row by which a referrer has one
/// referral of a candidate per vacancy moves in the same transaction. Idempotent: the vacancy that
/// it is for already is no move. Nobody moves a referral of their own.
public final class MoveReferral {

  private final Referrals referrals;
  private final Persons persons;
  private final Employees employees;
  private final Programmes programmes;
  private final Steps steps;
  private final InstantSource clock;

  public MoveReferral(
      Referrals referrals,
      Persons persons,
      Employees employees,
      Programmes programmes,
      Steps steps,
      InstantSource clock) {
    this.referrals = referrals;
    this.persons = persons;
    this.employees = employees;
    this.programmes = programmes;
    this.steps = steps;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Moving {
    /// It is for that vacancy, now or since before.
    record Moved(VacancyId vacancy) implements Moving {}

    /// The candidate was hired, or the referral is over.
    record WrongState() implements Moving {}

    /// The referrer referred the same candidate for that vacancy already.
    record AlreadyReferred() implements Moving {}

    /// The vacancy does not take it.
    record Refused(Rule rule) implements Moving {}

    record OwnReferral() implements Moving {}

    record NotFound() implements Moving {}
  }

  /// What is decided on.
  ///
  /// @param others the same person's referrals for the vacancy that are the referrer's, whatever
  ///   the id under which they were made
  private record Look(
      Snapshot snapshot, Offer offer, Optional<Employee> referrer, List<Referral> others) {}

  public Moving execute(Caller caller, ReferralId id, VacancyId to) {
    return steps
        .take(
            () -> look(id, to),
            Look::snapshot,
            new OperationId("move:" + caller.id().value() + ":" + to.value()),
            (look, now) -> rule(caller, look, to, now))
        .orElseGet(Moving.NotFound::new);
  }

  private Optional<Look> look(ReferralId id, VacancyId to) {
    return referrals
        .find(id)
        .map(found -> {
          var particulars = found.referral().particulars();
          var referrer = employees.find(particulars.referrer());
          return new Look(
              found,
              programmes.offer(to, clock.instant()),
              referrer,
              others(particulars, referrer, to));
        });
  }

  private List<Referral> others(
      Particulars particulars, Optional<Employee> referrer, VacancyId to) {
    var forVacancy =
        persons.find(particulars.person()).referrals().stream()
            .filter(each -> each.vacancy().equals(to) && !each.id().equals(particulars.id()))
            .toList();
    if (forVacancy.isEmpty()) {
      return List.of();
    }
    var profiles =
        employees.findAll(forVacancy.stream().map(Referred::referrer).distinct().toList());
    var own =
        forVacancy.stream()
            .filter(each ->
                each.referrer().equals(particulars.referrer())
                    || Optional.ofNullable(profiles.get(each.referrer()))
                        .flatMap(profile -> referrer.filter(profile::isSamePerson))
                        .isPresent())
            .map(Referred::id)
            .toList();
    return own.isEmpty()
        ? List.of()
        : referrals.findAll(own).stream().map(Snapshot::referral).toList();
  }

  private static Ruling<Moving> rule(Caller caller, Look look, VacancyId to, Instant now) {
    var referral = look.snapshot().referral();
    var particulars = referral.particulars();
    if (caller.employee().is(particulars.referrer())) {
      return Ruling.leave(new Moving.OwnReferral());
    }
    if (!(referral instanceof Referral.Open)) {
      return Ruling.leave(new Moving.WrongState());
    }
    if (particulars.vacancy().equals(to)) {
      return Ruling.leave(new Moving.Moved(to));
    }
    var refusal = refusal(look, particulars, to);
    if (refusal.isPresent()) {
      return Ruling.leave(new Moving.Refused(refusal.get()));
    }
    if (look.others().stream().anyMatch(MoveReferral::counts)) {
      return Ruling.leave(new Moving.AlreadyReferred());
    }
    var fact = new Fact.Moved(now, caller.id(), to);
    if (Life.after(referral, fact).isEmpty()) {
      return Ruling.leave(new Moving.WrongState());
    }
    return new Ruling.Write<>(
        List.of(fact), companions(look, particulars), false, new Moving.Moved(to));
  }

  private static List<Companion> companions(Look look, Particulars before) {
    var companions = new ArrayList<Companion>();
    var replaced = new ArrayList<ReferralId>();
    for (var other : look.others()) {
      if (other.particulars().referrer().equals(before.referrer())) {
        replaced.add(other.id());
      } else {
        companions.add(
            new Companion.NotReferredAs(other.particulars().referrer(), Optional.of(other.id())));
      }
    }
    companions.add(new Companion.PersonReferred(replaced.stream().findFirst()));
    companions.add(new Companion.VacancyLeft(before.vacancy()));
    return companions;
  }

  /// Why the vacancy does not take it. The rules are those pinned at the submission, the programme
  /// is the referral's; whether it still runs does not matter to what was referred by it.
  private static Optional<Rule> refusal(Look look, Particulars particulars, VacancyId to) {
    var found = look.offer().vacancy();
    if (found.isEmpty()) {
      return Optional.of(Rule.VACANCY_UNKNOWN);
    }
    var vacancy = found.get();
    var leftOut =
        look.offer()
            .portfolio()
            .find(particulars.terms().programme())
            .filter(programme -> programme.leftOut().contains(to))
            .isPresent();
    if (!vacancy.inProgramme() || leftOut) {
      return Optional.of(Rule.VACANCY_NOT_IN_PROGRAMME);
    }
    if (!vacancy.open()) {
      return Optional.of(Rule.VACANCY_CLOSED);
    }
    return isHiringManager(vacancy, look.referrer())
            && particulars.terms().rules().excludes(Excluded.HIRING_MANAGER)
        ? Optional.of(Rule.HIRING_MANAGER)
        : Optional.empty();
  }

  private static boolean isHiringManager(Vacancy vacancy, Optional<Employee> referrer) {
    return vacancy
        .hiringManager()
        .flatMap(manager -> referrer.flatMap(Employee::hrNumber).filter(manager::equals))
        .isPresent();
  }

  /// One that its referrer took back does not stand in the way.
  private static boolean counts(Referral earlier) {
    return !(earlier instanceof Referral.Withdrawn gone && gone.byReferrer());
  }
}
