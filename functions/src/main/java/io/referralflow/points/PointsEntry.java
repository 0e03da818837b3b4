package io.referralflow.points;

import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.reward.RewardKind;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;

/// One thing that happened to somebody's points, written once and never changed. The key of its row
/// is made of what it stands for, so that the same instalment is not earned twice and the same
/// order neither paid for nor returned twice. What an account holds is the sum of its entries.
public sealed interface PointsEntry {

  /// The most points that one correction gives or takes.
  int MOST_CORRECTED = 1_000_000;

  /// Whoever confirms an instalment of points, in the ledger: the account takes them in by itself
  /// when they are released.
  EmployeeId ACCOUNT = new EmployeeId("points-account");

  /// What the release of an instalment earns its referrer; empty where it is not of points.
  ///
  /// @param referral after the release
  static Optional<Earned> earned(Referral referral, LedgerEntry.Released released) {
    return Owed.reward(referral)
        .instalment(released.instalment())
        .flatMap(Instalment::benefit)
        .filter(benefit -> benefit.kind() == RewardKind.POINTS)
        .map(benefit ->
            new Earned(referral.id(), released.instalment(), released.at(), benefit.quantity()));
  }

  Instant at();

  /// What it adds to the account; below 0 where it takes from it.
  long change();

  /// An instalment of a reward was released.
  record Earned(ReferralId referral, int instalment, Instant at, int points)
      implements PointsEntry {

    @Override
    public long change() {
      return points;
    }
  }

  /// An order was placed.
  record Spent(OrderId order, Instant at, int points) implements PointsEntry {

    @Override
    public long change() {
      return -points;
    }
  }

  /// An order was cancelled.
  record Returned(OrderId order, Instant at, int points) implements PointsEntry {

    @Override
    public long change() {
      return points;
    }
  }

  /// A programme manager put right what was wrong.
  ///
  /// @param by who did; with the key it names the correction for ever
  /// @param key the idempotency key of the request
  /// @param change points given, or taken where it is below 0
  record Corrected(EmployeeId by, String key, Instant at, long change, String reason)
      implements PointsEntry {

    public Corrected {
      if (change == 0 || Math.abs(change) > MOST_CORRECTED) {
        throw new IllegalArgumentException("Not a correction: " + change);
      }
    }

    /// Whether another try of the same request asks for the same.
    public boolean isSameAs(Corrected other) {
      return change == other.change && reason.equals(other.reason);
    }
  }
}
