package io.referralflow.directory;

import io.referralflow.eligibility.ServiceDay;
import io.referralflow.referral.Particulars;
import io.referralflow.staff.Employee;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Finds the last day of a referrer who left after the referral, by HR's directory, where the terms
/// want the referrer in service on some later day. Under terms that do not, nobody is asked.
public final class FindLeave {

  private final FindColleague findColleague;

  public FindLeave(FindColleague findColleague) {
    this.findColleague = findColleague;
  }

  /// The last day; empty for whoever stays, is not in the directory, or was out of service already
  /// when referring, as people from outside the organisation are.
  ///
  /// @param referrer what is known of who made the referral
  public Optional<LocalDate> execute(Particulars particulars, Optional<Employee> referrer) {
    if (particulars.terms().rules().inService() == ServiceDay.SUBMISSION) {
      return Optional.empty();
    }
    return referrer
        .flatMap(
            person -> Optional.ofNullable(findColleague.execute(List.of(person)).get(person.id())))
        .flatMap(Colleague::inServiceTo)
        .filter(lastDay -> !lastDay.isBefore(particulars.submittedOn()));
  }
}
