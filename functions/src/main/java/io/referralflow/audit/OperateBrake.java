package io.referralflow.audit;

import io.referralflow.port.Brake;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Brake.Standing;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.port.Referrals;
import io.referralflow.staff.Employee;
import java.time.InstantSource;
import java.util.Optional;

/// A person pulls the brake or lifts it, with a reason. Anybody may stop payouts; nobody lifts a
/// brake that is on because of a referral of their own.
public final class OperateBrake {

  private final Brake brake;
  private final Referrals referrals;
  private final InstantSource clock;

  public OperateBrake(Brake brake, Referrals referrals, InstantSource clock) {
    this.brake = brake;
    this.referrals = referrals;
    this.clock = clock;
  }

  /// What a person wants.
  ///
  /// @param version the version of the brake that the person has seen; empty to act on whatever
  ///   stands
  public record Order(Employee by, boolean frozen, String reason, Optional<Long> version) {}

  /// What became of it.
  public sealed interface Operated {
    record Stands(Standing standing) implements Operated {}

    /// The brake changed since the person looked.
    record Changed() implements Operated {}

    record OwnReferral() implements Operated {}
  }

  public Operated execute(Order order) {
    return order.frozen() ? pull(order) : thaw(order);
  }

  private Operated pull(Order order) {
    return new Operated.Stands(
        brake.pull(
            new Pull(
                Cause.OPERATOR,
                Optional.empty(),
                Optional.of(order.by().id()),
                order.reason(),
                clock.instant())));
  }

  private Operated thaw(Order order) {
    var standing = brake.standing();
    if (isAboutOwn(standing, order.by())) {
      return new Operated.OwnReferral();
    }
    var seen = order.version().or(() -> Optional.of(standing.version()));
    return brake
        .thaw(new Thaw(order.by().id(), order.reason(), clock.instant()), seen)
        .<Operated>map(Operated.Stands::new)
        .orElseGet(Operated.Changed::new);
  }

  private boolean isAboutOwn(Standing standing, Employee person) {
    var named =
        standing.pulls().stream().map(Pull::referral).flatMap(Optional::stream).distinct().toList();
    return !named.isEmpty()
        && referrals.findAll(named).stream()
            .anyMatch(found -> found.referral().particulars().isOwn(person));
  }
}
