package io.referralflow.payout;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.FindColleague;
import io.referralflow.port.Employees;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.Settings;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.staff.Employee;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads all that was promised to be paid on a day, as payroll needs it: with what the directory
/// says of the payees, and with the day on which the run closes.
public final class ReadPayRun {

  private final Referrals referrals;
  private final Employees employees;
  private final FindColleague findColleague;
  private final Programmes programmes;
  private final WorkingDays workingDays;
  private final InstantSource clock;

  public ReadPayRun(
      Referrals referrals,
      Employees employees,
      FindColleague findColleague,
      Programmes programmes,
      WorkingDays workingDays,
      InstantSource clock) {
    this.referrals = referrals;
    this.employees = employees;
    this.findColleague = findColleague;
    this.programmes = programmes;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /// The payouts of a day.
  ///
  /// @param cutOff the last day on which what is due is taken in; empty where the terms in force
  ///   name no run on that day
  /// @param items those to be paid and those paid, by referral
  /// @param settings say how payroll treats each kind of reward
  public record Run(
      LocalDate payDay, Optional<LocalDate> cutOff, List<Item> items, Optional<Settings> settings) {
    public Run {
      items = List.copyOf(items);
    }
  }

  /// One payout.
  ///
  /// @param colleague the payee's row of the directory, where there is one
  public record Item(Payout payout, String payeeName, Optional<Colleague> colleague) {}

  public Run execute(LocalDate payDay) {
    var payouts =
        Stream.of(PayoutState.RELEASED, PayoutState.PAID)
            .flatMap(state -> referrals.promised(state, payDay, payDay).stream())
            .toList();
    var payees = employees.findAll(payouts.stream().map(Payout::payee).distinct().toList());
    var colleagues = findColleague.execute(payees.values());
    return new Run(
        payDay,
        cutOff(payDay),
        payouts.stream()
            .map(payout ->
                new Item(
                    payout,
                    Optional.ofNullable(payees.get(payout.payee())).map(Employee::name).orElse(""),
                    Optional.ofNullable(colleagues.get(payout.payee()))))
            .toList(),
        programmes.settings());
  }

  private Optional<LocalDate> cutOff(LocalDate payDay) {
    return programmes
        .terms(clock.instant())
        .flatMap(terms -> terms.promise().payroll())
        .flatMap(calendar ->
            runs(calendar, YearMonth.from(payDay))
                .filter(run -> run.payDay().equals(payDay))
                .map(PayRun::cutOff)
                .findFirst());
  }

  /// The run of a month may have been moved back into the month before.
  private Stream<PayRun> runs(PayrollCalendar calendar, YearMonth month) {
    return Stream.concat(
        Stream.of(month, month.plusMonths(1)).flatMap(it -> calendar.monthly(it, workingDays)),
        calendar.extraRuns().stream());
  }
}
