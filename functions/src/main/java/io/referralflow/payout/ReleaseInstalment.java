package io.referralflow.payout;

import io.referralflow.audit.Audit;
import io.referralflow.audit.Finding;
import io.referralflow.audit.StopPayouts;
import io.referralflow.directory.FindLeave;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.points.PointsEntry;
import io.referralflow.port.Chronicles;
import io.referralflow.port.Chronicles.Chronicle;
import io.referralflow.port.Companion;
import io.referralflow.port.Employees;
import io.referralflow.port.Failures;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.port.WorkingDays;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.RewardKind;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import io.referralflow.step.Timing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Hands an instalment to finance if it is due on the facts known now, and answers what comes next.
/// The referral's whole record is read and checked for it; one that does not hold stops all
/// payouts. Idempotent: a released instalment is not released again, by the state, by the operation
/// and by the ledger's key. While payouts are frozen nothing is released and the execution ends.
///
/// Where the terms want the referrer in service when the hire is agreed or the instalment falls
/// due, HR's directory is asked now: it names a last day late at times. Who was not in service then
/// earns nothing more, unless a person allowed it on appeal.
///
/// When the table was brought back to a moment before a release, what is kept outside of it still
/// says that finance has the instalment. The release is written into the table again then, without
/// another mail, and listed for a person: it waits for finance's confirmation and is not paid
/// again.
public final class ReleaseInstalment {

  private final Steps steps;
  private final Chronicles chronicles;
  private final StopPayouts stopPayouts;
  private final Employees employees;
  private final FindLeave findLeave;
  private final Failures failures;
  private final WorkingDays workingDays;
  private final InstantSource clock;

  public ReleaseInstalment(
      Steps steps,
      Chronicles chronicles,
      StopPayouts stopPayouts,
      Employees employees,
      FindLeave findLeave,
      Failures failures,
      WorkingDays workingDays,
      InstantSource clock) {
    this.steps = steps;
    this.chronicles = chronicles;
    this.stopPayouts = stopPayouts;
    this.employees = employees;
    this.findLeave = findLeave;
    this.failures = failures;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /// What a try came to.
  private sealed interface Tried {
    record Planned(PayoutPlan plan) implements Tried {}

    /// The record does not hold.
    record Stopped(Finding finding) implements Tried {}

    /// Finance has it since before the table was brought back to an earlier moment.
    record HandedOverBefore() implements Tried {}
  }

  public PayoutPlan execute(ReferralId id, int leg, int instalment) {
    return execute(id, leg, instalment, false);
  }

  private PayoutPlan execute(ReferralId id, int leg, int instalment, boolean handedOver) {
    var tried =
        steps.take(
            () -> chronicles.read(id),
            ReleaseInstalment::snapshot,
            new OperationId("release:" + instalment),
            (found, now) -> rule(leg, instalment, handedOver, found, now));
    return switch (tried.orElseGet(() -> new Tried.Planned(new PayoutPlan.Superseded()))) {
      case Tried.Planned(var plan) -> plan;
      case Tried.Stopped(var finding) -> {
        stopPayouts.execute(id, finding, clock.instant());
        yield new PayoutPlan.Frozen();
      }
      case Tried.HandedOverBefore _ -> {
        failures.add(handedOver(id, instalment, clock.instant()));
        yield execute(id, leg, instalment, true);
      }
    };
  }

  private static Failure handedOver(ReferralId id, int instalment, Instant now) {
    return new Failure(
        "released-before-" + id.value() + "-" + instalment,
        Kind.PAYOUT,
        "released-before",
        now,
        Optional.empty());
  }

  private static Snapshot snapshot(Chronicle chronicle) {
    return switch (chronicle) {
      case Chronicle.Whole(var snapshot, _, _) -> snapshot;
      case Chronicle.Broken _ ->
          throw new IllegalStateException("Nothing is released on a broken record");
    };
  }

  private Ruling<Tried> rule(
      int leg, int instalment, boolean handedOver, Chronicle found, Instant now) {
    return switch (found) {
      case Chronicle.Broken _ -> Ruling.leave(new Tried.Stopped(Finding.BROKEN_RECORD));
      case Chronicle.Whole whole when whole.snapshot().leg() != leg ->
          planned(new PayoutPlan.Superseded());
      case Chronicle.Whole whole -> rule(instalment, handedOver, whole, now);
    };
  }

  private Ruling<Tried> rule(
      int instalment, boolean handedOver, Chronicle.Whole found, Instant now) {
    var referral = found.snapshot().referral();
    var due =
        Owed.next(referral)
            .filter(line -> line.instalment().number() == instalment)
            .filter(line -> !Timing.dueAt(referral, line).isAfter(now));
    if (due.isEmpty()) {
      return planned(PayoutPlan.of(referral, now));
    }
    return Audit.of(found)
        .<Ruling<Tried>>map(finding -> Ruling.leave(new Tried.Stopped(finding)))
        .or(() -> withoutReferrer(found, now))
        .orElseGet(() -> release(referral, due.get(), handedOver, now));
  }

  /// What comes of it where the referrer was not in service when the terms ask it.
  private Optional<Ruling<Tried>> withoutReferrer(Chronicle.Whole found, Instant now) {
    var referral = found.snapshot().referral();
    return leave(found)
        .map(lastDay -> new Fact.ReferrerLeft(now, lastDay))
        .flatMap(fact ->
            Life.after(referral, fact)
                .map(after -> Ruling.record(fact, new Tried.Planned(PayoutPlan.of(after, now)))));
  }

  private Optional<LocalDate> leave(Chronicle.Whole found) {
    var referral = found.snapshot().referral();
    var particulars = referral.particulars();
    return particulars.terms().rules().inService() == ServiceDay.SUBMISSION
            || isAllowed(found.facts())
        ? Optional.empty()
        : findLeave.execute(referral, employees.find(particulars.referrer()));
  }

  /// Whether a person allowed the hire although the referrer had left.
  private static boolean isAllowed(List<Fact> facts) {
    return facts.stream()
        .dropWhile(fact -> !(fact instanceof Fact.ReferrerLeft))
        .anyMatch(Fact.Allowed.class::isInstance);
  }

  private static Ruling<Tried> planned(PayoutPlan plan) {
    return Ruling.leave(new Tried.Planned(plan));
  }

  private Ruling<Tried> release(
      Referral referral, Owed.Line line, boolean handedOver, Instant now) {
    var promise = referral.particulars().terms().promise();
    var fact =
        new Fact.Released(
            now, line.instalment().number(), line.dueOn(), promise.day(line.dueOn(), workingDays));
    if (handedOver) {
      return new Ruling.Write<>(
          List.of(fact),
          List.of(new Companion.HandedOverBefore(fact.instalment())),
          false,
          planned(referral, List.of(fact), now));
    }
    var facts = new ArrayList<Fact>();
    facts.add(fact);
    if (line.instalment().kind() == RewardKind.POINTS) {
      facts.add(takenIn(referral, fact, now));
    }
    return new Ruling.Release<>(
        facts,
        planned(referral, facts, now),
        new Tried.Planned(new PayoutPlan.Frozen()),
        new Tried.HandedOverBefore());
  }

  /// Nobody hands out points: the account takes them in with the release.
  private static Fact.Paid takenIn(Referral referral, Fact.Released released, Instant now) {
    var today = LocalDate.ofInstant(now, referral.particulars().terms().zone());
    return new Fact.Paid(now, released.instalment(), today, PointsEntry.ACCOUNT);
  }

  private static Tried planned(Referral referral, List<Fact> facts, Instant now) {
    return new Tried.Planned(PayoutPlan.of(Life.of(referral, facts), now));
  }
}
