package io.referralflow.process;

import io.referralflow.intake.ApplyReports;
import io.referralflow.letter.LetterKind;
import io.referralflow.letter.Recipient;
import io.referralflow.port.Companion;
import io.referralflow.port.Entries;
import io.referralflow.port.Executions;
import io.referralflow.port.HrReports;
import io.referralflow.port.OperationId;
import io.referralflow.port.Outbox;
import io.referralflow.port.Persons;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.port.Waits.Wait;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.Retention;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import io.referralflow.step.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Acts on whatever is overdue: silent candidates, lost or finished executions, mails not sent,
/// reports not applied, data past its day. Its work grows with what is overdue, not with what is
/// stored, and it acts through the ordinary transaction, so that running it twice at once is
/// harmless.
public final class Upkeep {

  private static final Duration UNTOUCHED = Duration.ofMinutes(15);
  private static final Duration NEXT_LOOK = Duration.ofMinutes(30);
  private static final Duration COPY_AFTER = Duration.ofHours(24);
  private static final Duration UNMATCHED_KEPT = Duration.ofDays(30);

  /// How much of one kind is worked off in one go; the rest waits for the next run.
  private static final int BATCH = 500;

  private final Referrals referrals;
  private final Waits waits;
  private final Outbox outbox;
  private final HrReports reports;
  private final Persons persons;
  private final Entries entries;
  private final Executions executions;
  private final ApplyReports applyReports;
  private final Steps steps;
  private final InstantSource clock;

  public Upkeep(
      Referrals referrals,
      Waits waits,
      Outbox outbox,
      HrReports reports,
      Persons persons,
      Entries entries,
      Executions executions,
      ApplyReports applyReports,
      Steps steps,
      InstantSource clock) {
    this.referrals = referrals;
    this.waits = waits;
    this.outbox = outbox;
    this.reports = reports;
    this.persons = persons;
    this.entries = entries;
    this.executions = executions;
    this.applyReports = applyReports;
    this.steps = steps;
    this.clock = clock;
  }

  /// How much upkeep is done.
  public enum Run {
    /// What cannot wait for a day.
    HOURLY,
    /// Also what goes after weeks.
    DAILY,
    /// After a restore, when no execution can be trusted: every live referral gets a new one.
    AMNESIA
  }

  /// What a run did, as counts.
  public record Done(int waits, int notices, int reports, int erased, int forgotten) {}

  public Done execute(Run run) {
    var now = clock.instant();
    var tended = run == Run.AMNESIA ? restartAll() : tendWaits(now);
    var notices = tendNotices(now);
    var late = reports.unfinished(now.minus(UNTOUCHED), BATCH);
    late.forEach(employee -> {
      var _ = applyReports.execute(employee);
    });
    var erased = erase(now);
    var forgotten = run == Run.DAILY ? forget(now) : 0;
    return new Done(tended, notices, late.size(), erased, forgotten);
  }

  private int tendWaits(Instant now) {
    var overdue = waits.overdue(now, BATCH);
    overdue.forEach(wait -> tend(wait, "tend:" + wait.leg() + ":" + wait.wakeAt(), false));
    return overdue.size();
  }

  private int restartAll() {
    var all = waits.overdue(Instant.MAX, Integer.MAX_VALUE);
    all.forEach(wait -> tend(wait, "restart:" + wait.leg() + ":" + wait.wakeAt(), true));
    return all.size();
  }

  private void tend(Wait wait, String operation, boolean restart) {
    var live =
        steps
            .take(
                wait.referral(),
                new OperationId(operation),
                (found, now) -> rule(wait, restart, found, now))
            .orElse(false);
    if (!live) {
      wait.token()
          .ifPresent(token -> {
            var _ = executions.wake(token, "closed");
          });
      waits.remove(wait.referral(), wait.leg());
    }
  }

  /// Answers whether the referral is alive: something is still to come by itself.
  private static Ruling<Boolean> rule(Wait wait, boolean restart, Snapshot found, Instant now) {
    var referral = found.referral();
    if (found.leg() != wait.leg()) {
      return Ruling.leave(true);
    }
    if (!restart
        && referral instanceof Referral.Invited invited
        && !Timing.silence(invited).isAfter(now)) {
      var isOver = !invited.particulars().expiresAt().isAfter(now);
      return Ruling.record(isOver ? new Fact.Expired(now) : new Fact.Reminded(now), true);
    }
    return Timing.wakeAt(referral, now).isPresent()
        ? new Ruling.Write<>(List.of(), List.of(), true, true)
        : Ruling.leave(false);
  }

  private int tendNotices(Instant now) {
    var overdue = outbox.overdue(now, BATCH);
    for (var notice : overdue) {
      if (notice.unknown() && isForFinance(notice.notice().kind())) {
        outbox.suspect(notice, now.plus(COPY_AFTER), now);
      } else {
        outbox.nudge(notice, now.plus(NEXT_LOOK));
      }
    }
    return overdue.size();
  }

  private static boolean isForFinance(LetterKind kind) {
    return kind.recipient() == Recipient.FINANCE;
  }

  private int erase(Instant now) {
    var due = referrals.toErase(now, BATCH);
    due.forEach(this::erase);
    return due.size();
  }

  private void erase(ReferralId id) {
    var _ = steps.take(id, new OperationId("erase"), Upkeep::eraseRule);
  }

  private static Ruling<Boolean> eraseRule(Snapshot found, Instant now) {
    var referral = found.referral();
    var erased = new Fact.Erased(now);
    var isDue = Retention.eraseBy(referral).filter(by -> !by.isAfter(now)).isPresent();
    return isDue && Life.after(referral, erased).isPresent()
        ? new Ruling.Write<>(
            List.of(erased), List.of(new Companion.CandidateDeleted()), false, true)
        : Ruling.leave(false);
  }

  private int forget(Instant now) {
    var before = now.minus(UNMATCHED_KEPT);
    return reports.forgetUnmatched(before, BATCH)
        + entries.forgetPending(before, BATCH)
        + persons.forgetExpired(now, BATCH);
  }
}
