package io.referralflow.recognition;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.FindColleague;
import io.referralflow.port.Employees;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Optional;

/// Reads what was prepared after a hire: for the manager it was prepared for, and for a programme
/// manager, but never for the referrer. Names no candidate.
public final class ReadThanks {

  private final Referrals referrals;
  private final Employees employees;
  private final Programmes programmes;
  private final FindWhoThanks findWhoThanks;
  private final FindColleague findColleague;

  public ReadThanks(
      Referrals referrals,
      Employees employees,
      Programmes programmes,
      FindWhoThanks findWhoThanks,
      FindColleague findColleague) {
    this.referrals = referrals;
    this.employees = employees;
    this.programmes = programmes;
    this.findWhoThanks = findWhoThanks;
    this.findColleague = findColleague;
  }

  /// What was prepared.
  ///
  /// @param manager the name of who is to thank, where somebody is known
  public record Prepared(
      Recognition recognition,
      long receiptNumber,
      String referrer,
      String vacancy,
      Optional<String> manager) {}

  /// Empty where nothing was prepared, and for everybody else.
  public Optional<Prepared> execute(Caller caller, ReferralId id) {
    var recognition = referrals.recognition(id);
    var particulars =
        recognition
            .flatMap(_ -> referrals.find(id))
            .map(Snapshot::referral)
            .map(it -> it.particulars());
    if (particulars.isEmpty() || caller.employee().is(particulars.get().referrer())) {
      return Optional.empty();
    }
    var referrer = employees.find(particulars.get().referrer());
    var manager =
        programmes
            .settings()
            .flatMap(Settings::thankYou)
            .flatMap(settings -> referrer.flatMap(who -> findWhoThanks.execute(who, settings)));
    return caller.has(Role.PROGRAMME_MANAGER) || isSame(caller, manager)
        ? recognition.map(it -> prepared(it, particulars.get(), referrer, manager))
        : Optional.empty();
  }

  private boolean isSame(Caller caller, Optional<Colleague> manager) {
    return manager.isPresent()
        && Optional.ofNullable(findColleague.execute(List.of(caller.employee())).get(caller.id()))
            .filter(own -> own.number().equals(manager.get().number()))
            .isPresent();
  }

  private Prepared prepared(
      Recognition recognition,
      Particulars particulars,
      Optional<Employee> referrer,
      Optional<Colleague> manager) {
    return new Prepared(
        recognition,
        particulars.receiptNumber(),
        referrer.map(Employee::name).orElse(""),
        programmes.vacancy(particulars.vacancy()).map(Vacancy::title).orElse(""),
        manager.flatMap(known -> known.text(Detail.NAME)));
  }
}
