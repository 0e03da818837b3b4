package io.referralflow.port;

import io.referralflow.candidate.Candidate;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The people and words around a referral, read together with it by one request.
public interface Backgrounds {

  /// Reads the background of a referral, strongly consistent.
  Background of(ReferralId id, EmployeeId referrer, VacancyId vacancy);

  /// Reads the referrals of a person with who made them, strongly consistent and in this order.
  Candidacies candidacies(List<Persons.Referred> referred);

  /// The referrals of a person. Who has no profile is left out.
  record Candidacies(List<Snapshot> snapshots, Map<EmployeeId, Employee> referrers) {
    public Candidacies {
      snapshots = List.copyOf(snapshots);
      referrers = Map.copyOf(referrers);
    }
  }

  /// What is around a referral.
  ///
  /// @param candidate empty once the personal data is gone
  record Background(
      Optional<Snapshot> snapshot,
      Optional<Employee> referrer,
      Optional<Candidate> candidate,
      Optional<Vacancy> vacancy,
      Optional<Settings> settings) {}
}
