package io.referralflow.payout;

import io.referralflow.payout.ListPayouts.Line;
import io.referralflow.port.Brake;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Standing;
import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.port.Waits.Wait;
import io.referralflow.port.WorkingDays;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.step.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/// Lists the instalments that are due and frozen, and those that finance has and put on hold,
/// oldest due day first. What is frozen is worked out from the clocks that watch over what is due;
/// nothing is stored about it, so that it cannot be out of date. The work grows with what is due
/// and what is released and not confirmed.
public final class ListHeldPayouts {

  /// A clock rings at most this long after the due moment that it watches over.
  private static final Duration WATCHED = Duration.ofHours(2);

  /// Later than anything is promised.
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  private final Brake brake;
  private final Waits waits;
  private final Referrals referrals;
  private final Lines lines;
  private final WorkingDays workingDays;
  private final InstantSource clock;

  public ListHeldPayouts(
      Brake brake,
      Waits waits,
      Referrals referrals,
      Employees employees,
      WorkingDays workingDays,
      InstantSource clock) {
    this.brake = brake;
    this.waits = waits;
    this.referrals = referrals;
    this.lines = new Lines(employees);
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /// Why an instalment is held.
  public enum Because {
    /// All payouts are stopped.
    BRAKE,
    /// All payouts are stopped because of this referral's record.
    MISMATCH,
    /// Finance put it on hold; the payout says why.
    ON_HOLD
  }

  /// A held instalment.
  public record Held(Line line, Because because) {}

  public Page<Held> execute(Page.Request request) {
    var page = new ByDueDay(request);
    var standing = brake.standing();
    var frozen = standing.isFrozen() ? due() : Stream.<Payout>empty();
    var part = lines.of(page.of(Stream.concat(frozen, onHold())));
    return new Page<>(
        part.items().stream()
            .map(line -> new Held(line, because(line.payout(), standing)))
            .toList(),
        part.next());
  }

  private Stream<Payout> onHold() {
    return referrals.promised(PayoutState.RELEASED, LocalDate.EPOCH, LAST).stream()
        .filter(payout -> payout.heldBecause().isPresent());
  }

  private Stream<Payout> due() {
    var now = clock.instant();
    var ringing =
        waits.overdue(now.plus(WATCHED), Integer.MAX_VALUE).stream().map(Wait::referral).toList();
    return referrals.findAll(ringing).stream()
        .map(Snapshot::referral)
        .flatMap(referral -> due(referral, now).stream());
  }

  private Optional<Payout> due(Referral referral, Instant now) {
    var particulars = referral.particulars();
    return Owed.next(referral)
        .filter(line -> !Timing.dueAt(referral, line).isAfter(now))
        .map(line ->
            new Payout(
                referral.id(),
                line.instalment().number(),
                particulars.receiptNumber(),
                particulars.referrer(),
                line.instalment().amount(),
                line.dueOn(),
                particulars.terms().promise().day(line.dueOn(), workingDays),
                Optional.empty(),
                line.instalment().benefit(),
                Optional.empty(),
                Optional.empty()));
  }

  private static Because because(Payout payout, Standing standing) {
    if (payout.heldBecause().isPresent()) {
      return Because.ON_HOLD;
    }
    return standing.pulls().stream()
            .filter(pull -> pull.cause() == Cause.BROKEN_RECORD || pull.cause() == Cause.DIFFERENCE)
            .anyMatch(pull -> pull.referral().equals(Optional.of(payout.referral())))
        ? Because.MISMATCH
        : Because.BRAKE;
  }
}
