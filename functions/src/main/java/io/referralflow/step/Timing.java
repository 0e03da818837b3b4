package io.referralflow.step;

import io.referralflow.port.Change.Timer;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Hiring;
import io.referralflow.referral.Referral.Invited;
import io.referralflow.referral.Referral.Open;
import io.referralflow.referral.Referral.Screening;
import io.referralflow.referral.StateName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a referral's clock must ring: the moment by which something must have happened by itself.
public final class Timing {

  /// A leg that is this old is replaced: an execution ends after a year at the latest. It is a day
  /// less than the machine's longest wait, so that upkeep replaces the leg before the machine
  /// renews the wait by itself.
  private static final Duration LEG_AGE = Duration.ofDays(299);

  /// How long after its due day begins a release is overdue.
  private static final Duration RELEASE_GRACE = Duration.ofHours(2);

  private Timing() {}

  /// The moment by which something must have happened to a referral that is looked at now: a
  /// reminder, the expiry of the invitation, the end of a referral that nobody ends, a release, or
  /// the end of the leg. Empty when nothing more comes by itself.
  ///
  /// @param legSince when the leg began that keeps time
  public static Optional<Instant> wakeAt(Referral referral, Instant legSince, Instant now) {
    var end = legEnds(legSince);
    return switch (referral) {
      case Invited invited -> Optional.of(earlier(silence(invited), end));
      case Screening _, Hiring _ -> Optional.of(earlier(lapse(referral), end));
      case Employed employed ->
          Owed.next(employed)
              .map(line -> {
                var due = dueAt(employed, line);
                return earlier((due.isBefore(now) ? now : due).plus(RELEASE_GRACE), end);
              });
      case Held _, Ended _ -> Optional.empty();
    };
  }

  /// The moment from which an instalment may be released: the beginning of its due day in the
  /// programme's zone.
  public static Instant dueAt(Referral referral, Owed.Line line) {
    return line.dueOn().atStartOfDay(referral.particulars().terms().zone()).toInstant();
  }

  /// When a silent candidate is to be reminded, or, once reminded, the invitation expires.
  public static Instant silence(Invited invited) {
    var particulars = invited.particulars();
    var reminder = particulars.invitedAt().plus(particulars.terms().reminderAfter());
    return invited.remindedAt().isEmpty()
        ? earlier(reminder, particulars.expiresAt())
        : particulars.expiresAt();
  }

  /// When a referral whose candidate said yes, and that nobody ended, is over: no hire can count
  /// any more, not even one that HR reports late (docs/decisions/attribution.md).
  public static Instant lapse(Referral referral) {
    return referral.particulars().findableUntil();
  }

  /// Where a new execution enters the machine; empty when there is nothing left to keep time for.
  public static Optional<String> entry(StateName state) {
    return switch (state) {
      case INVITED -> Optional.of("invitation");
      case SCREENING -> Optional.of("screening");
      case HIRING -> Optional.of("hire");
      case HIRED, PROBATION -> Optional.of("payout");
      case COMPLETED,
          HELD,
          DECLINED,
          REJECTED,
          WITHDRAWN,
          EXPIRED,
          LAPSED,
          HIRE_CANCELLED,
          LEFT,
          NOT_ELIGIBLE,
          ALREADY_KNOWN,
          ENDED ->
          Optional.empty();
    };
  }

  /// The moment at which a leg must be replaced.
  public static Instant legEnds(Instant since) {
    return since.plus(LEG_AGE);
  }

  /// Whether the running execution waits for just this change.
  static boolean wakes(Referral before, Referral after) {
    return before instanceof Open && !before.getClass().equals(after.getClass());
  }

  /// Whether the plan that a running execution keeps changed under it, or a referral whose
  /// execution is over has something to come again.
  static boolean newLeg(Referral before, Referral after, List<Fact> facts) {
    if (before instanceof Open || facts.stream().anyMatch(Timing::isOfARelease)) {
      return false;
    }
    var was = before instanceof Employed ? Owed.next(before) : Optional.<Owed.Line>empty();
    return !was.equals(Owed.next(after));
  }

  static Timer timer(
      Referral after,
      List<Fact> facts,
      boolean newLeg,
      boolean wakes,
      Instant legSince,
      Instant at) {
    if (newLeg || wakes) {
      return new Timer.Until(at.plus(Consequences.GRACE));
    }
    var moved = facts.stream().anyMatch(Timing::movesTheClock);
    if (!moved) {
      return new Timer.Unchanged();
    }
    return wakeAt(after, legSince, at).<Timer>map(Timer.Until::new).orElseGet(Timer.Done::new);
  }

  private static boolean movesTheClock(Fact fact) {
    return fact instanceof Fact.Reminded || isOfARelease(fact);
  }

  /// Whether the execution that tried a release made the fact, and so knows of it.
  private static boolean isOfARelease(Fact fact) {
    return fact instanceof Fact.Released || fact instanceof Fact.ReferrerLeft;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
