package io.referralflow.delivery;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.message.ProgrammeNotice.TermsChanged;
import io.referralflow.port.Directory;
import io.referralflow.port.Employees;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Portfolio.Choice;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Standing;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who reads of a change of the terms, as HR's directory and their own sign-in say when it is told.
///
/// @param colleague their row in the directory
/// @param account the account with which they refer
record TermsReader(Optional<Colleague> colleague, Optional<Employee> account) {

  static TermsReader of(TermsChanged notice, Directory directory, Employees employees) {
    return new TermsReader(
        notice.number().flatMap(directory::find), notice.account().flatMap(employees::find));
  }

  /// Whether they would refer under certain terms on a day: a programme's own, or the
  /// organisation's, which hold for every programme without own ones. Somebody in the directory
  /// whose contract is with the organisation must be in service; of whom it says nothing nobody
  /// knows whether they are of the organisation, so that either will do.
  ///
  /// @param by the programme whose own terms they are; empty for the organisation's
  boolean mayRefer(Portfolio portfolio, Optional<Programme> by, LocalDate day) {
    return standings()
        .filter(standing -> standing.outside() || isInService(day))
        .anyMatch(standing ->
            portfolio.choose(standing, Optional.empty(), day) instanceof Choice.Chosen(var chosen)
                && by.map(it -> it.id().equals(chosen.id())).orElse(!chosen.hasTerms()));
  }

  private boolean isInService(LocalDate day) {
    return colleague.filter(it -> !it.inServiceOn(day)).isEmpty();
  }

  private Stream<Standing> standings() {
    return colleague
        .map(it -> Stream.of(standing(it)))
        .orElseGet(() -> Stream.of(new Standing(false), new Standing(true)));
  }

  private static Standing standing(Colleague colleague) {
    return new Standing(
        colleague.isOutside(), colleague.text(Detail.DEPARTMENT), colleague.text(Detail.TEAM));
  }

  /// All ids under which referrals may be theirs: those of the sign-in, and that of the number by
  /// which the directory knows them.
  List<EmployeeId> accounts() {
    return Stream.concat(
            account.stream().flatMap(it -> it.ids().stream()),
            colleague.stream().map(it -> EmployeeId.ofHrNumber(it.number().value())))
        .distinct()
        .toList();
  }

  /// How to reach them; empty where no address is known. What the directory says goes before the
  /// sign-in, and the organisation's language stands in for one that nobody named.
  Optional<Addressee> addressee(Settings settings) {
    return colleague
        .flatMap(Colleague::email)
        .or(() -> account.map(Employee::email))
        .map(email ->
            new Addressee(
                email,
                colleague
                    .flatMap(it -> it.text(Detail.NAME))
                    .or(() -> account.map(Employee::name))
                    .orElse(""),
                colleague
                    .flatMap(Colleague::language)
                    .or(() -> account.map(Employee::language))
                    .orElse(settings.language())));
  }
}
