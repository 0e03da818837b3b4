package io.referralflow.programme;

import io.referralflow.port.Programmes;
import io.referralflow.reward.Promise;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;

/// Changes the business settings.
public final class SaveSettings {

  private final Programmes programmes;
  private final InstantSource clock;

  public SaveSettings(Programmes programmes, InstantSource clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  public enum Saving {
    SAVED,
    /// A mail for each pay run was asked for, and the organisation's terms in force name no payroll
    /// calendar: nobody would know when a run closes.
    NO_PAYROLL_CALENDAR
  }

  public Saving execute(Settings settings, EmployeeId by) {
    var now = clock.instant();
    if (settings.payoutMail() == PayoutMail.PER_RUN
        && programmes.terms(now).map(Terms::promise).flatMap(Promise::payroll).isEmpty()) {
      return Saving.NO_PAYROLL_CALENDAR;
    }
    programmes.save(settings, by, now);
    return Saving.SAVED;
  }
}
