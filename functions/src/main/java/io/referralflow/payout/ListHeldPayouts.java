package io.referralflow.payout;

import io.referralflow.payout.ListPayouts.Line;
import io.referralflow.port.BadCursor;
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
import io.referralflow.staff.Employee;
import io.referralflow.step.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

  private static final Pattern CURSOR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}_[A-Za-z0-9]+_\\d+");

  private final Brake brake;
  private final Waits waits;
  private final Referrals referrals;
  private final Employees employees;
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
    this.employees = employees;
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
    var after = request.cursor();
    if (after.filter(cursor -> !CURSOR.matcher(cursor).matches()).isPresent()) {
      throw new BadCursor();
    }
    var standing = brake.standing();
    var frozen = standing.isFrozen() ? due() : Stream.<Payout>empty();
    var rest =
        Stream.concat(frozen, onHold())
            .filter(payout -> after.map(cursor -> place(payout).compareTo(cursor) > 0).orElse(true))
            .sorted(Comparator.comparing(ListHeldPayouts::place))
            .limit(request.limit() + 1L)
            .toList();
    var isLast = rest.size() <= request.limit();
    var part = isLast ? rest : rest.subList(0, request.limit());
    return new Page<>(
        held(part, standing), isLast ? Optional.empty() : Optional.of(place(part.getLast())));
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

  private static String place(Payout payout) {
    return payout.dueOn() + "_" + payout.referral().value() + "_" + payout.instalment();
  }

  private List<Held> held(List<Payout> payouts, Standing standing) {
    var payees = employees.findAll(payouts.stream().map(Payout::payee).distinct().toList());
    return payouts.stream()
        .map(payout ->
            new Held(
                new Line(
                    payout,
                    Optional.ofNullable(payees.get(payout.payee())).map(Employee::name).orElse("")),
                because(payout, standing)))
        .toList();
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
