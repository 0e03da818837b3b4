package io.referralflow.programme;

import io.referralflow.port.Programmes;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;

/// Makes or changes a vacancy. Idempotent: the same content again changes nothing.
public final class SaveVacancy {

  private final Programmes programmes;
  private final InstantSource clock;

  public SaveVacancy(Programmes programmes, InstantSource clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /// What became of a vacancy.
  public enum Saving {
    MADE,
    CHANGED,
    /// The terms in force do not know the function level.
    FUNCTION_LEVEL_UNKNOWN
  }

  public Saving execute(Vacancy vacancy, EmployeeId by) {
    var isKnown =
        !vacancy.inProgramme()
            || programmes
                .terms(clock.instant())
                .flatMap(terms -> terms.reward(vacancy))
                .isPresent();
    if (!isKnown) {
      return Saving.FUNCTION_LEVEL_UNKNOWN;
    }
    return programmes.save(vacancy, by, clock.instant()) ? Saving.MADE : Saving.CHANGED;
  }
}
