package io.referralflow.submission;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.FindColleague;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Portfolio.Choice;
import io.referralflow.programme.Standing;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Says where in the organisation somebody belongs on a day: to which programme a submission of
/// theirs, whether they are in service, and whether they are a vacancy's hiring manager. HR's
/// directory is asked when an answer first needs it, and once.
final class Belonging {

  private final Caller caller;
  private final LocalDate day;
  private final FindColleague findColleague;
  private Optional<Colleague> colleague = Optional.empty();
  private boolean isAsked;

  Belonging(Caller caller, LocalDate day, FindColleague findColleague) {
    this.caller = caller;
    this.day = day;
    this.findColleague = findColleague;
  }

  /// Of somebody whom the directory was asked for already.
  ///
  /// @param colleague their row; empty when they have none
  Belonging(
      Caller caller, Optional<Colleague> colleague, LocalDate day, FindColleague findColleague) {
    this(caller, day, findColleague);
    this.colleague = colleague;
    this.isAsked = true;
  }

  Caller caller() {
    return caller;
  }

  Choice choice(Portfolio portfolio, Optional<VacancyId> vacancy) {
    return portfolio.choose(standing(portfolio), vacancy, day);
  }

  Standing standing(Portfolio portfolio) {
    return portfolio.asksWhere(day)
        ? new Standing(caller.isOutside(), said(Detail.DEPARTMENT), said(Detail.TEAM))
        : new Standing(caller.isOutside());
  }

  /// Whether somebody who refers as staff is in service. A sign-in outlives a service: only the
  /// directory knows of the last day. Whoever was invited from outside has no service to be in, and
  /// whom the directory does not know is taken at their sign-in's word.
  boolean isInService() {
    return caller.isOutside() || colleague().filter(it -> !it.inServiceOn(day)).isEmpty();
  }

  /// Whether the caller is the vacancy's hiring manager, by the number under which HR knows them:
  /// what the sign-in names, else that of their row.
  boolean manages(Vacancy vacancy) {
    return vacancy
        .hiringManager()
        .filter(manager -> number().filter(manager::equals).isPresent())
        .isPresent();
  }

  private Optional<String> number() {
    return caller
        .employee()
        .hrNumber()
        .filter(number -> !number.isBlank())
        .or(() -> colleague().map(it -> it.number().value()));
  }

  private Optional<String> said(Detail detail) {
    return colleague().flatMap(it -> it.text(detail));
  }

  private Optional<Colleague> colleague() {
    if (!isAsked) {
      var person = caller.employee();
      colleague = Optional.ofNullable(findColleague.execute(List.of(person)).get(person.id()));
      isAsked = true;
    }
    return colleague;
  }
}
