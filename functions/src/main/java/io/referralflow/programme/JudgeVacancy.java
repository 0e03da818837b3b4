package io.referralflow.programme;

import io.referralflow.port.Programmes;
import java.time.InstantSource;

/// Says what refuses a vacancy that has wrong fields as well, so that whoever fills in the form
/// learns all that is wrong with it at once. Writes nothing.
public final class JudgeVacancy {

  private final Programmes programmes;
  private final InstantSource clock;

  public JudgeVacancy(Programmes programmes, InstantSource clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /// Whether the terms in force name the level of a vacancy that is in the programme and has no
  /// plan of its own.
  public boolean execute(String functionLevel) {
    return programmes
        .terms(clock.instant())
        .flatMap(terms -> terms.reward(functionLevel))
        .isPresent();
  }
}
