package io.referralflow.submission;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.FindColleague;
import io.referralflow.directory.FindNumber;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Portfolio.Choice;
import io.referralflow.programme.Standing;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Says where in the organisation a submission belongs: to which programme, and whether the caller
/// is the vacancy's hiring manager. HR's directory is asked only when a programme that runs is for
/// one department or team, or a vacancy names a manager and the sign-in no number.
final class Belonging {

  private final FindColleague findColleague;
  private final FindNumber findNumber;

  Belonging(FindColleague findColleague) {
    this.findColleague = findColleague;
    this.findNumber = new FindNumber(findColleague);
  }

  Choice of(Caller caller, Portfolio portfolio, Optional<VacancyId> vacancy, LocalDate day) {
    return portfolio.choose(standing(caller, portfolio, day), vacancy, day);
  }

  Standing standing(Caller caller, Portfolio portfolio, LocalDate day) {
    return portfolio.asksWhere(day) ? asked(caller) : new Standing(caller.isOutside());
  }

  /// Whether the caller is the vacancy's hiring manager, by the number under which HR knows them.
  boolean manages(Caller caller, Vacancy vacancy) {
    return vacancy
        .hiringManager()
        .filter(
            manager -> findNumber.execute(caller.employee()).filter(manager::equals).isPresent())
        .isPresent();
  }

  private Standing asked(Caller caller) {
    var colleague =
        Optional.ofNullable(findColleague.execute(List.of(caller.employee())).get(caller.id()));
    return new Standing(
        caller.isOutside(), said(colleague, Detail.DEPARTMENT), said(colleague, Detail.TEAM));
  }

  private static Optional<String> said(Optional<Colleague> colleague, Detail detail) {
    return colleague.flatMap(it -> it.text(detail));
  }
}
