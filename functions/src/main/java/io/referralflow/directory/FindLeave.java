package io.referralflow.directory;

import io.referralflow.eligibility.ServiceDay;
import io.referralflow.port.Referrals;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.staff.Employee;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Finds the last day of a referrer who left after the referral, by HR's directory, where the terms
/// want the referrer in service on some later day. Under terms that do not, nobody is asked.
///
/// A leave says nothing against an instalment that finance has: where the table was brought back to
/// a moment before the release, what is kept outside of it still tells.
public final class FindLeave {

  private final FindColleague findColleague;
  private final Referrals referrals;

  public FindLeave(FindColleague findColleague, Referrals referrals) {
    this.findColleague = findColleague;
    this.referrals = referrals;
  }

  /// The last day; empty for whoever stays, is not in the directory, or was out of service already
  /// when referring, as people from outside the organisation are, and where finance has the
  /// instalment that is due next.
  ///
  /// @param referral as it stands with its hire
  /// @param referrer what is known of who made the referral
  public Optional<LocalDate> execute(Referral referral, Optional<Employee> referrer) {
    var particulars = referral.particulars();
    if (particulars.terms().rules().inService() == ServiceDay.SUBMISSION) {
      return Optional.empty();
    }
    return referrer
        .flatMap(
            person -> Optional.ofNullable(findColleague.execute(List.of(person)).get(person.id())))
        .flatMap(Colleague::inServiceTo)
        .filter(lastDay -> !lastDay.isBefore(particulars.submittedOn()))
        .filter(_ -> !isWithFinance(referral));
  }

  private boolean isWithFinance(Referral referral) {
    return Owed.next(referral)
        .filter(next -> referrals.wasHandedOver(referral.id(), next.instalment().number()))
        .isPresent();
  }
}
