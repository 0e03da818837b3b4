package io.referralflow.directory;

import io.referralflow.eligibility.ServiceDay;
import io.referralflow.port.Referrals;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.staff.Employee;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Finds the last day of a referrer who left, by HR's directory, where the terms want the referrer
/// in service on a later day than that of the referral. Under terms that do not, nobody is asked. A
/// last day before the referral counts as well: the directory may have learnt of it since.
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

  /// The last day; empty for whoever stays, is not in the directory, or referred from outside the
  /// organisation, and where finance has the instalment that is due next.
  ///
  /// @param referral as it stands with its hire
  /// @param referrer what is known of who made the referral
  public Optional<LocalDate> execute(Referral referral, Optional<Employee> referrer) {
    var particulars = referral.particulars();
    if (particulars.terms().rules().inService() == ServiceDay.SUBMISSION) {
      return Optional.empty();
    }
    return referrer
        .flatMap(person -> lastDay(person, particulars.submittedOn()))
        .filter(_ -> !isWithFinance(referral));
  }

  private Optional<LocalDate> lastDay(Employee person, LocalDate submittedOn) {
    return Optional.ofNullable(findColleague.execute(List.of(person)).get(person.id()))
        .flatMap(row ->
            row.inServiceTo()
                .filter(last -> !last.isBefore(submittedOn) || !isFromOutside(person, row)));
  }

  private static boolean isFromOutside(Employee person, Colleague row) {
    return person.isOutside() || row.number().isInvited();
  }

  private boolean isWithFinance(Referral referral) {
    return Owed.next(referral)
        .filter(next -> referrals.wasHandedOver(referral.id(), next.instalment().number()))
        .isPresent();
  }
}
