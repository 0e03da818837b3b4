package io.referralflow.submission;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.FindColleague;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Portfolio.Choice;
import io.referralflow.programme.Standing;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Chooses the programme that a submission belongs to. HR's directory is asked only when a
/// programme that runs is for one department or team.
final class Belonging {

  private final FindColleague findColleague;

  Belonging(FindColleague findColleague) {
    this.findColleague = findColleague;
  }

  Choice of(Caller caller, Portfolio portfolio, Optional<VacancyId> vacancy, LocalDate day) {
    return portfolio.choose(standing(caller, portfolio, day), vacancy, day);
  }

  Standing standing(Caller caller, Portfolio portfolio, LocalDate day) {
    return portfolio.asksWhere(day) ? asked(caller) : new Standing(caller.isOutside());
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
