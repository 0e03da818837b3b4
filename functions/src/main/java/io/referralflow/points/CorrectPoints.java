package io.referralflow.points;

import io.referralflow.port.Employees;
import io.referralflow.port.Points;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;

/// Puts an account right with an entry of its own, by a programme manager and never their own
/// account. Once for each key.
public final class CorrectPoints {

  private final Points points;
  private final Employees employees;
  private final InstantSource clock;

  public CorrectPoints(Points points, Employees employees, InstantSource clock) {
    this.points = points;
    this.employees = employees;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Correcting {
    record Corrected(PointsEntry.Corrected entry) implements Correcting {}

    /// The key belongs to another correction.
    record KeyReused() implements Correcting {}

    /// Nobody corrects an account of their own.
    record OwnAccount() implements Correcting {}

    /// Nobody of this id has signed in.
    record Unknown() implements Correcting {}

    /// The account holds less than is to be taken.
    record NotEnough() implements Correcting {}
  }

  /// Adds an entry to the account.
  ///
  /// @param key the caller's idempotency key
  /// @param change points given, or taken where it is below 0
  public Correcting execute(Employee by, String key, EmployeeId whose, long change, String reason) {
    if (by.is(whose)) {
      return new Correcting.OwnAccount();
    }
    if (employees.find(whose).isEmpty()) {
      return new Correcting.Unknown();
    }
    var wanted = new PointsEntry.Corrected(by.id(), key, clock.instant(), change, reason);
    return points
        .correct(new Points.Correction(whose, wanted))
        .<Correcting>map(standing ->
            standing.whose().equals(whose) && standing.entry().isSameAs(wanted)
                ? new Correcting.Corrected(standing.entry())
                : new Correcting.KeyReused())
        .orElseGet(Correcting.NotEnough::new);
  }
}
