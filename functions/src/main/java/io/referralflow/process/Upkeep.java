package io.referralflow.process;

import io.referralflow.audit.ReportBeforePaying;
import io.referralflow.audit.ReportBeforePaying.Scope;
import io.referralflow.figures.ReportActions;
import io.referralflow.intake.ApplyReports;
import io.referralflow.letter.LetterKind;
import io.referralflow.letter.Recipient;
import io.referralflow.payout.WarnOfPromises;
import io.referralflow.port.Brake;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Companion;
import io.referralflow.port.Entries;
import io.referralflow.port.Erasure;
import io.referralflow.port.Erasure.Ending;
import io.referralflow.port.Executions;
import io.referralflow.port.Failures;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.HrReports;
import io.referralflow.port.OperationId;
import io.referralflow.port.Outbox;
import io.referralflow.port.Persons;
import io.referralflow.port.Post;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.port.Waits.Wait;
import io.referralflow.recognition.EscalateThanks;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.Retention;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import io.referralflow.step.Timing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Acts on whatever is overdue: silent candidates, referrals that nobody ends, lost or finished
/// executions, mails not sent, reports not applied, data past its day. Its work grows with what is
/// overdue, not with what is stored, and it acts through the ordinary transaction, so that running
/// it twice at once is harmless. One that cannot be acted on, because a newer release wrote it,
/// say, holds up no other: it is put on the failure list, and the run ends as a fault when all
/// others are done.
public final class Upkeep {

  private static final Duration UNTOUCHED = Duration.ofMinutes(15);
  private static final Duration NEXT_LOOK = Duration.ofMinutes(30);
  private static final Duration COPY_AFTER = Duration.ofHours(24);
  private static final Duration UNMATCHED_KEPT = Duration.ofDays(30);

  /// The table can be brought back for 35 days, and the restore itself takes its time.
  private static final Duration REACH_OF_RESTORE = Duration.ofDays(60);

  /// What the operations of upkeep begin with, so that it knows its own.
  private static final String TEND = "tend:";

  private static final String RESTART = "restart:";

  private static final String RESTORED =
      "The table was restored. Compare with finance's own list before payouts go on.";

  /// How much of one kind is worked off in one go; the rest waits for the next run.
  private static final int BATCH = 500;

  private final Referrals referrals;
  private final Waits waits;
  private final Outbox outbox;
  private final Post post;
  private final HrReports reports;
  private final Persons persons;
  private final Entries entries;
  private final Brake brake;
  private final Failures failures;
  private final ReportBeforePaying reportBeforePaying;
  private final WarnOfPromises warnOfPromises;
  private final EscalateThanks escalateThanks;
  private final ReportActions reportActions;
  private final Executions executions;
  private final ApplyReports applyReports;
  private final Steps steps;
  private final InstantSource clock;

  public Upkeep(
      Referrals referrals,
      Waits waits,
      Outbox outbox,
      Post post,
      HrReports reports,
      Persons persons,
      Entries entries,
      Brake brake,
      Failures failures,
      ReportBeforePaying reportBeforePaying,
      WarnOfPromises warnOfPromises,
      EscalateThanks escalateThanks,
      ReportActions reportActions,
      Executions executions,
      ApplyReports applyReports,
      Steps steps,
      InstantSource clock) {
    this.referrals = referrals;
    this.waits = waits;
    this.outbox = outbox;
    this.post = post;
    this.reports = reports;
    this.persons = persons;
    this.entries = entries;
    this.brake = brake;
    this.failures = failures;
    this.reportBeforePaying = reportBeforePaying;
    this.warnOfPromises = warnOfPromises;
    this.escalateThanks = escalateThanks;
    this.reportActions = reportActions;
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
    /// Executions were lost, the table is whole: every live referral gets a new one.
    RESTART,
    /// After a restore of the table, which went back in time: the brake is pulled before anything
    /// else, then whoever was erased since is erased again, and every live referral gets a new
    /// execution.
    AMNESIA
  }

  /// What a run did, as counts.
  ///
  /// @param differences referrals whose record does not hold before paying
  public record Done(
      int waits, int notices, int reports, int erased, int forgotten, int differences) {}

  public Done execute(Run run) {
    var now = clock.instant();
    var apart = new Apart();
    var again = 0;
    if (run == Run.AMNESIA) {
      freeze(now);
      again = apart.count(() -> eraseAgain(now, apart));
    }
    var differences =
        run == Run.DAILY
            ? apart.count(() -> reportBeforePaying.execute(Scope.OVERDUE).differences())
            : 0;
    var tended =
        apart.count(() ->
            switch (run) {
              case RESTART, AMNESIA -> restartAll(now, apart);
              case HOURLY, DAILY -> tendWaits(now, apart);
            });
    if (run == Run.DAILY) {
      var _ = apart.count(warnOfPromises::execute);
      var _ = apart.count(escalateThanks::execute);
      var _ = apart.count(reportActions::execute);
    }
    var notices =
        apart.count(() -> tendNotices(now, apart)) + apart.count(() -> tendPost(now, apart));
    var late = apart.count(() -> applyLate(now, apart));
    var erased = again + apart.count(() -> erase(now, apart));
    var forgotten = run == Run.DAILY ? forget(now, apart) : 0;
    apart.end();
    return new Done(tended, notices, late, erased, forgotten, differences);
  }

  /// What was released and paid since the moment that was restored is not in the table.
  private void freeze(Instant now) {
    var _ = brake.pull(new Pull(Cause.RESTORE, Optional.empty(), Optional.empty(), RESTORED, now));
  }

  /// What is kept outside the table says who was let go since any moment that it can have been
  /// brought back to. Where the table knows of it, nothing is done.
  private int eraseAgain(Instant now, Apart apart) {
    var all = referrals.erasedBetween(now.minus(REACH_OF_RESTORE), now);
    var done = new AtomicInteger();
    all.forEach(erasure ->
        apart.run(() -> {
          var isNew =
              steps
                  .take(
                      erasure.referral(),
                      new OperationId("erase-again:" + erasure.ending() + ":" + erasure.erased()),
                      (found, at) -> eraseAgainRule(erasure, found, at))
                  .orElse(false);
          if (isNew) {
            var _ = done.incrementAndGet();
          }
        }));
    return done.get();
  }

  /// Where the restored referral goes on without its candidate's data, since its end or its hire is
  /// lost and may be heard of again, the data goes and no fact is written.
  private static Ruling<Boolean> eraseAgainRule(Erasure erasure, Snapshot found, Instant now) {
    var before = found.referral();
    var facts = new ArrayList<Fact>();
    word(erasure.ending(), before, now)
        .filter(fact -> Life.after(before, fact).isPresent())
        .ifPresent(facts::add);
    var goesOn = erasure.ending() == Ending.WITHDRAWN_AFTER_END && before instanceof Referral.Open;
    var deletes = before.dossier().erasedAt().isEmpty() && (erasure.erased() || goesOn);
    var erased = new Fact.Erased(now);
    if (deletes && Life.after(Life.of(before, facts), erased).isPresent()) {
      facts.add(erased);
    }
    return facts.isEmpty() && !deletes
        ? Ruling.leave(false)
        : new Ruling.Write<>(
            facts, deletes ? List.of(new Companion.CandidateDeleted()) : List.of(), false, true);
  }

  private static Optional<Fact> word(Ending ending, Referral before, Instant now) {
    return switch (ending) {
      case TAKEN_BACK -> Optional.of(new Fact.TakenBack(now));
      case WITHDRAWN -> Optional.of(new Fact.Withdrawn(now));
      case WITHDRAWN_AFTER_END ->
          before instanceof Referral.Open ? Optional.empty() : Optional.of(new Fact.Withdrawn(now));
      case NONE -> Optional.empty();
    };
  }

  private int applyLate(Instant now, Apart apart) {
    var late = reports.unfinished(now.minus(UNTOUCHED), BATCH);
    late.forEach(employee ->
        each(
            apart,
            failure("reports-" + employee.value(), Kind.EVENT, now),
            () -> {
              var _ = applyReports.execute(employee);
            }));
    return late.size();
  }

  private int tendWaits(Instant now, Apart apart) {
    var overdue = waits.overdue(now, BATCH);
    overdue.forEach(wait -> tendApart(wait, TEND, false, now, apart));
    return overdue.size();
  }

  private int restartAll(Instant now, Apart apart) {
    var all = waits.overdue(Instant.MAX, Integer.MAX_VALUE);
    all.forEach(wait -> tendApart(wait, RESTART, true, now, apart));
    return all.size();
  }

  /// One that a fault stops makes room at the head of its list, so that the others are reached
  /// however many it stops.
  private void tendApart(Wait wait, String operation, boolean restart, Instant now, Apart apart) {
    var id = wait.referral();
    each(
        apart,
        failure("upkeep-" + id.value() + "-" + wait.leg(), Kind.RECORD, now),
        () -> tend(List.of(wait), operation, restart, now),
        () -> {
          var _ = waits.postpone(id, wait.leg(), now.plus(NEXT_LOOK));
        });
  }

  private void each(Apart apart, Failure stopped, Runnable act) {
    each(apart, stopped, act, () -> {});
  }

  /// Acts on one of many. What a fault of ours stops stands on the failure list as well; an outage
  /// will pass.
  private void each(Apart apart, Failure stopped, Runnable act, Runnable whenStopped) {
    apart.run(() -> {
      try {
        act.run();
      } catch (IllegalStateException | IllegalArgumentException | DateTimeException fault) {
        failures.add(stopped);
        whenStopped.run();
        throw fault;
      }
    });
  }

  private static Failure failure(String id, Kind kind, Instant now) {
    return new Failure(id, kind, "fault", now, Optional.empty());
  }

  private void tend(List<Wait> all, String operation, boolean restart, Instant now) {
    var frozen = !all.isEmpty() && brake.standing().isFrozen();
    for (var wait : all) {
      var id = new OperationId(operation + wait.leg() + ":" + wait.wakeAt());
      var found =
          steps
              .take(
                  wait.referral(), id, (snapshot, at) -> rule(wait, restart, frozen, snapshot, at))
              .orElseGet(Found.Over::new);
      switch (found) {
        case Found.Alive _ -> {}
        case Found.Late(var instalment) -> failures.add(late(wait.referral(), instalment, now));
        case Found.Frozen _ -> {
          var _ = waits.postpone(wait.referral(), wait.leg(), now.plus(NEXT_LOOK));
        }
        case Found.Over _ -> {
          wait.token()
              .ifPresent(token -> {
                var _ = executions.wake(token, "closed");
              });
          waits.remove(wait.referral(), wait.leg());
        }
      }
    }
  }

  /// What a look at an overdue wait found.
  private sealed interface Found {
    /// Something is still to come by itself.
    record Alive() implements Found {}

    /// A release is overdue that a new execution was already started for: it gets another one, and
    /// a person has to look.
    record Late(int instalment) implements Found {}

    /// What is to come next is a release, and payouts are frozen. A new execution would only find
    /// that out again, so it is looked at again later.
    record Frozen() implements Found {}

    record Over() implements Found {}
  }

  private static Ruling<Found> rule(
      Wait wait, boolean restart, boolean frozen, Snapshot found, Instant now) {
    var referral = found.referral();
    if (found.leg() != wait.leg()) {
      return Ruling.leave(new Found.Alive());
    }
    if (!restart
        && referral instanceof Referral.Invited invited
        && !Timing.silence(invited).isAfter(now)) {
      var isOver = !invited.particulars().expiresAt().isAfter(now);
      return Ruling.record(
          isOver ? new Fact.Expired(now) : new Fact.Reminded(now), new Found.Alive());
    }
    if (!restart && lapses(referral, now)) {
      return Ruling.record(new Fact.Lapsed(now), new Found.Alive());
    }
    var due = due(referral, now);
    if (frozen && due.isPresent()) {
      return Ruling.leave(new Found.Frozen());
    }
    return Timing.wakeAt(referral, found.legSince(), now).isPresent()
        ? new Ruling.Write<>(List.of(), List.of(), true, found(found, due))
        : Ruling.leave(new Found.Over());
  }

  private static boolean lapses(Referral referral, Instant now) {
    return switch (referral) {
      case Referral.Screening _, Referral.Hiring _ -> !Timing.lapse(referral).isAfter(now);
      case Referral.Invited _, Referral.Employed _, Referral.Held _, Referral.Ended _ -> false;
    };
  }

  private static Optional<Owed.Line> due(Referral referral, Instant now) {
    return Owed.next(referral).filter(line -> !Timing.dueAt(referral, line).isAfter(now));
  }

  private static Found found(Snapshot found, Optional<Owed.Line> due) {
    return due.filter(_ -> found.lastOperation().value().startsWith(TEND))
        .<Found>map(line -> new Found.Late(line.instalment().number()))
        .orElseGet(Found.Alive::new);
  }

  private static Failure late(ReferralId id, int instalment, Instant now) {
    return new Failure(
        "release-" + id.value() + "-" + instalment,
        Kind.PAYOUT,
        "release-overdue",
        now,
        Optional.empty());
  }

  private int tendNotices(Instant now, Apart apart) {
    var overdue = outbox.overdue(now, BATCH);
    overdue.forEach(notice -> apart.run(() -> tend(notice, now)));
    return overdue.size();
  }

  private void tend(Outbox.Overdue notice, Instant now) {
    if (notice.unknown() && isForFinance(notice.notice().kind())) {
      outbox.suspect(notice, now.plus(COPY_AFTER), now);
    } else {
      outbox.nudge(notice, now.plus(NEXT_LOOK));
    }
  }

  /// What may have been sent already is sent again with its reference: none of these mails asks for
  /// money.
  private int tendPost(Instant now, Apart apart) {
    var overdue = post.overdue(now, BATCH);
    overdue.forEach(late -> apart.run(() -> post.nudge(late, now.plus(NEXT_LOOK))));
    return overdue.size();
  }

  private static boolean isForFinance(LetterKind kind) {
    return kind.recipient() == Recipient.FINANCE;
  }

  private int erase(Instant now, Apart apart) {
    var due = referrals.toErase(now, BATCH);
    due.forEach(
        id -> each(apart, failure("erase-" + id.value(), Kind.RECORD, now), () -> erase(id)));
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

  private int forget(Instant now, Apart apart) {
    var before = now.minus(UNMATCHED_KEPT);
    return apart.count(() -> reports.forgetUnmatched(before, BATCH))
        + apart.count(() -> entries.forgetPending(before, BATCH))
        + apart.count(() -> persons.forgetExpired(now, BATCH));
  }
}
