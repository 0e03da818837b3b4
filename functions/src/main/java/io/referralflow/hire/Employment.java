package io.referralflow.hire;

import io.referralflow.reward.Milestone;
import io.referralflow.reward.ProbationEnd;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// What HR says of one hire: four registers, each set by the report with the greatest stamp. The
/// same reports in any order, any number of times, make the same employment.
///
/// @param hired whether the hire stands, stamped by the latest hire or cancellation
/// @param firstHire the earliest hire reported, which is the day on which the hire was agreed
/// @param start the first working day
/// @param probationEnd the last day of probation that HR named, if it named one
/// @param lastDay the last day of service, if one was reported
public record Employment(
    Register<Boolean> hired,
    Stamp firstHire,
    Register<LocalDate> start,
    Optional<Register<LocalDate>> probationEnd,
    Optional<Register<LocalDate>> lastDay) {

  /// The employment that begins with a hire.
  public static Employment of(Report.Hired hire) {
    return new Employment(
        new Register<>(true, hire.stamp()),
        hire.stamp(),
        new Register<>(hire.start(), hire.stamp()),
        hire.probationEnd().map(day -> new Register<>(day, hire.stamp())),
        Optional.empty());
  }

  /// The employment after one more report.
  public Employment with(Report report) {
    return switch (report) {
      case Report.Hired(_, var stamp, var day, var named, _) ->
          new Employment(
              hired.offered(true, stamp),
              stamp.compareTo(firstHire) < 0 ? stamp : firstHire,
              start.offered(day, stamp),
              named.map(end -> offered(probationEnd, end, stamp)).or(() -> probationEnd),
              lastDay);
      case Report.StartMoved(_, var stamp, var day) ->
          new Employment(hired, firstHire, start.offered(day, stamp), probationEnd, lastDay);
      case Report.ProbationChanged(_, var stamp, var day) ->
          new Employment(
              hired, firstHire, start, Optional.of(offered(probationEnd, day, stamp)), lastDay);
      case Report.Cancelled(_, var stamp) ->
          new Employment(hired.offered(false, stamp), firstHire, start, probationEnd, lastDay);
      case Report.Ended(_, var stamp, var day) ->
          new Employment(
              hired, firstHire, start, probationEnd, Optional.of(offered(lastDay, day, stamp)));
    };
  }

  private static Register<LocalDate> offered(
      Optional<Register<LocalDate>> register, LocalDate day, Stamp stamp) {
    return register.map(known -> known.offered(day, stamp)).orElse(new Register<>(day, stamp));
  }

  /// The day that a milestone falls on, as known now, in the programme's calendar.
  public LocalDate day(Milestone milestone, int probationMonths, ZoneId zone) {
    return switch (milestone) {
      case Milestone.HireAgreed _ -> LocalDate.ofInstant(firstHire.occurredAt(), zone);
      case Milestone.FirstWorkingDay _ -> start.value();
      case Milestone.EndOfProbation _ ->
          ProbationEnd.of(start.value(), probationEnd.map(Register::value), probationMonths)
              .plusDays(1);
      case Milestone.MonthsServed(var months) ->
          ProbationEnd.of(start.value(), Optional.empty(), months).plusDays(1);
      case Milestone.OnDay(var day) -> day.isBefore(start.value()) ? start.value() : day;
    };
  }

  /// Whether the hire stands and is in service on a day. Who leaves on the day before is not.
  public boolean inServiceOn(LocalDate day) {
    return hired.value() && leaves().map(last -> !last.isBefore(day)).orElse(true);
  }

  /// The last day of service; a leave that lies before the start of a later hire belongs to an
  /// earlier employment and counts no more.
  public Optional<LocalDate> leaves() {
    return lastDay
        .filter(leave ->
            leave.stamp().compareTo(hired.stamp()) > 0 || !leave.value().isBefore(start.value()))
        .map(Register::value);
  }
}
