package io.referralflow.fake;

import io.referralflow.port.Backgrounds;
import io.referralflow.port.Persons;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.util.List;

/// Backgrounds, in memory.
record InMemoryBackgrounds(InMemoryWorld world) implements Backgrounds {

  @Override
  public Background of(ReferralId id, EmployeeId referrer, VacancyId vacancy) {
    synchronized (world) {
      return new Background(
          world.referrals().find(id),
          world.employees().find(referrer),
          world.candidates().find(id),
          world.programmes().vacancy(vacancy),
          world.programmes().settings());
    }
  }

  @Override
  public Candidacies candidacies(List<Persons.Referred> referred) {
    synchronized (world) {
      return new Candidacies(
          world.referrals().findAll(referred.stream().map(Persons.Referred::id).toList()),
          world.employees().findAll(referred.stream().map(Persons.Referred::referrer).toList()));
    }
  }
}
