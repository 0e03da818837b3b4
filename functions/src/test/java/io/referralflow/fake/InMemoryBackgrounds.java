package io.referralflow.fake;

import io.referralflow.port.Backgrounds;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;

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
}
