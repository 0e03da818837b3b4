package io.referralflow.port;

import io.referralflow.figures.ActionReport;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Terms, vacancies and settings. Every change is kept with who made it and when.
public interface Programmes {

  /// The terms in force at a moment that is now; empty before the first were.
  Optional<Terms> terms(Instant at);

  /// The terms that are announced and come into force after a moment that is now.
  Optional<Terms> upcoming(Instant at);

  /// One version of the terms, whether in force or not; empty when it was never published.
  Optional<Terms> version(int number);

  /// Publishes terms as the version they name; false when that version exists already. What was
  /// announced before and is not in force yet will not be.
  boolean publish(Terms terms, EmployeeId by);

  /// The terms of their own that are in force at a moment that is now for these programmes; one
  /// that has none in force is left out.
  Map<ProgrammeId, Terms> ownTerms(Collection<ProgrammeId> programmes, Instant at);

  /// The terms of its own that are announced for a programme and come into force after a moment
  /// that is now.
  Optional<Terms> ownUpcoming(ProgrammeId programme, Instant at);

  /// Publishes terms of a programme's own as the version they name, together with the programme
  /// that counts them as its own. False when that version exists already or the programmes changed
  /// since they were read. What was announced for the programme and is not in force yet will not
  /// be.
  ///
  /// @param portfolio with the change, and the version that was read
  boolean publishOwn(Portfolio portfolio, Programme changed, Terms terms, EmployeeId by);

  /// The settings; empty before they were first made.
  Optional<Settings> settings();

  void save(Settings settings, EmployeeId by, Instant at);

  /// All that a submission for a vacancy rests on at a moment that is now, read by one request.
  Offer offer(VacancyId id, Instant at);

  /// What offers for all vacancies have in common at a moment that is now, read by one request.
  Offer ground(Instant at);

  /// What is offered to whoever refers somebody; empty is what was not made yet.
  ///
  /// @param terms the organisation's, which hold where a programme has none of its own
  record Offer(
      Optional<Terms> terms,
      Optional<Settings> settings,
      Optional<Vacancy> vacancy,
      Portfolio portfolio) {}

  /// All programmes and actions.
  Portfolio portfolio();

  /// Stores the programmes and actions if nothing else was stored since they were read; false when
  /// something was.
  ///
  /// @param portfolio with the change, and the version that was read
  /// @param changed the one that was made or changed
  boolean save(Portfolio portfolio, Programme changed, Instant at);

  /// What an action reported of itself, by its last day.
  List<ActionReport> reports(ProgrammeId action);

  /// Stores what an action reports of itself; false when it reported for this last day before.
  boolean save(ActionReport report);

  Optional<Vacancy> vacancy(VacancyId id);

  /// A vacancy, and when its parts became so.
  Optional<Said> said(VacancyId id);

  /// Stores what an event says of a vacancy if nothing else was stored since it was read, together
  /// with the event.
  ///
  /// @param before empty for a vacancy that nobody made
  Directory.Saving hear(Optional<Said> before, Said after, Directory.Heard event);

  /// A vacancy as it was last said to be. A change through the API says all of it at its moment.
  ///
  /// @param content when what it is became so
  /// @param status when it was opened or closed
  /// @param by who stored it
  record Said(Vacancy vacancy, Stamp content, Stamp status, EmployeeId by, Instant at) {}

  /// Several vacancies at once; unknown ones are left out.
  Map<VacancyId, Vacancy> vacancies(List<VacancyId> ids);

  /// All vacancies, by title.
  Page<Vacancy> vacancies(Page.Request page);

  /// Makes or changes a vacancy; answers whether it was made.
  boolean save(Vacancy vacancy, EmployeeId by, Instant at);
}
