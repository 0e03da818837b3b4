package io.referralflow.step;

import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.port.Change;
import io.referralflow.port.Companion;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.HeldBecause;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Open;
import io.referralflow.referral.Retention;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.reward.Money;
import io.referralflow.reward.RewardKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// All that follows from new facts and must be written with them: the state, ledger entries,
/// notices, the clock and the day of deletion. Pure, so that no step can forget any of it.
public final class Consequences {

  /// By when a step that is not kept by a clock must have been taken; else upkeep takes over.
  static final Duration GRACE = Duration.ofHours(1);

  private Consequences() {}

  /// The change that a submission makes.
  public static Change ofSubmission(
      OperationId operation, Fact.Submitted submitted, List<Companion> companions) {
    var referral = Life.begin(submitted);
    var at = submitted.at();
    return new Change(
        Optional.empty(),
        referral,
        operation,
        at,
        List.of(submitted),
        List.of(),
        List.of(
            notice(1, LetterKind.INVITATION, at),
            notice(
                2,
                submitted.particulars().enteredBy().isPresent()
                    ? LetterKind.ENTERED
                    : LetterKind.RECEIVED,
                at)),
        true,
        false,
        new Change.Timer.Until(at.plus(GRACE)),
        Optional.empty(),
        companions);
  }

  /// The change that brings in a referral which began before the product kept it, with all that
  /// happened since. Nobody is told again what they were told then.
  ///
  /// @param first what the candidate is told now, where they were told nothing yet
  public static Change ofImport(
      OperationId operation,
      Instant at,
      List<Fact> facts,
      Optional<LetterKind> first,
      List<Companion> companions) {
    var after = Life.of(facts);
    return new Change(
        Optional.empty(),
        after,
        operation,
        at,
        facts,
        ledger(Life.of(facts.subList(0, 1)), after, facts, at, facts.size()),
        first.map(kind -> notice(1, kind, at)).stream().toList(),
        true,
        false,
        new Change.Timer.Until(at.plus(GRACE)),
        Retention.eraseBy(after),
        companions);
  }

  /// The change that facts make to a stored referral. Without facts, only a new leg.
  ///
  /// @throws IllegalStateException when a fact is not allowed, which a rule must have seen before
  public static Change of(
      Snapshot before,
      OperationId operation,
      Instant at,
      List<Fact> facts,
      List<Companion> companions,
      boolean newLeg) {
    var from = before.referral();
    var notices = new Notices(before.lastNotice());
    var after = from;
    for (var fact : facts) {
      var previous = after;
      after =
          Life.after(previous, fact)
              .orElseThrow(() ->
                  new IllegalStateException(
                      fact.getClass().getSimpleName()
                          + " is not allowed in "
                          + previous.getClass().getSimpleName()));
      if (!wasHandedOver(fact, companions)) {
        notices.add(fact, previous, after);
      }
    }
    notices.addForHire(from, after, at);
    var takesOver = newLeg || Timing.newLeg(from, after, facts);
    var wakes = !takesOver && Timing.wakes(from, after);
    return new Change(
        Optional.of(before),
        after,
        operation,
        at,
        facts,
        ledger(from, after, facts, at, before.lastFact() + facts.size()),
        notices.all(),
        takesOver,
        wakes,
        Timing.timer(after, facts, takesOver, wakes, before.legSince(), at),
        Retention.eraseBy(after),
        companions);
  }

  /// Finance has the mail since before, and gets no second one.
  private static boolean wasHandedOver(Fact fact, List<Companion> companions) {
    return fact instanceof Fact.Released released
        && companions.contains(new Companion.HandedOverBefore(released.instalment()));
  }

  private static Notice notice(long number, LetterKind kind, Instant at) {
    return new Notice(number, kind, OptionalInt.empty(), at);
  }

  /// The ledger entries of a change.
  ///
  /// @param at when the change was made
  /// @param factNumber the number of its last fact
  public static List<LedgerEntry> ledger(
      Referral before, Referral after, List<Fact> facts, Instant at, long factNumber) {
    var amounts = after instanceof Ended ? Owed.reward(before) : Owed.reward(after);
    var done =
        facts.stream()
            .flatMap(fact ->
                switch (fact) {
                  case Fact.Released(var when, var number, var dueOn, var promisedOn) ->
                      amounts.instalment(number).stream()
                          .<LedgerEntry>map(part ->
                              new LedgerEntry.Released(
                                  number, when, part.amount(), dueOn, promisedOn));
                  case Fact.Paid(var when, var number, var paidOn, var by) ->
                      amounts.instalment(number).stream()
                          .<LedgerEntry>map(part ->
                              new LedgerEntry.Paid(
                                  number, when, part.amount(), paidOn, by.value()));
                  case Fact.PutOnHold(var when, var number, var reason, var by) ->
                      amounts.instalment(number).stream()
                          .<LedgerEntry>map(part ->
                              new LedgerEntry.PutOnHold(
                                  number, when, part.amount(), factNumber, reason, by.value()));
                  case Fact.TakenOffHold(var when, var number, var by) ->
                      amounts.instalment(number).stream()
                          .<LedgerEntry>map(part ->
                              new LedgerEntry.TakenOffHold(
                                  number, when, part.amount(), factNumber, by.value()));
                  case Fact.PaymentCorrected right ->
                      amounts.instalment(right.instalment()).stream()
                          .<LedgerEntry>map(part -> corrected(before, right, part.amount()));
                  default -> Stream.empty();
                });
    var cancelledBefore = cancelled(before);
    var cancelledAfter = cancelled(after);
    var revisions =
        amounts.instalments().stream()
            .flatMap(part -> {
              var was = cancelledBefore.contains(part.number());
              var is = cancelledAfter.contains(part.number());
              if (was == is) {
                return Stream.<LedgerEntry>empty();
              }
              return Stream.of(
                  is
                      ? new LedgerEntry.Cancelled(part.number(), at, part.amount(), factNumber)
                      : new LedgerEntry.Revived(part.number(), at, part.amount(), factNumber));
            });
    return Stream.concat(done, revisions).toList();
  }

  /// The row that puts right what stood before it.
  private static LedgerEntry corrected(Referral before, Fact.PaymentCorrected fact, Money owed) {
    var paid =
        before instanceof Employed employed
            ? employed
                .hire()
                .payment(fact.instalment())
                .map(payment -> payment.paid(owed))
                .orElse(owed)
            : owed;
    var correction = fact.correction();
    return new LedgerEntry.Corrected(
        fact.instalment(),
        fact.at(),
        correction.paid(),
        correction.number(),
        correction.paid().minorUnits() - paid.minorUnits(),
        fact.paidOn(),
        correction.reason(),
        fact.by().value());
  }

  /// The instalments that will not be paid: those of a hire that were not reached, or all when a
  /// hire turned out not to earn.
  private static List<Integer> cancelled(Referral referral) {
    return switch (referral) {
      case Employed employed ->
          Owed.of(employed).stream()
              .filter(line -> line.state() == InstalmentState.CANCELLED)
              .map(line -> line.instalment().number())
              .toList();
      case Referral.NotEligible gone ->
          gone.particulars().terms().reward().instalments().stream()
              .map(part -> part.number())
              .toList();
      case Open _, Held _, Ended _ -> List.of();
    };
  }

  /// Collects the notices that facts cause, numbering them.
  private static final class Notices {

    private final List<Notice> all = new ArrayList<>();
    private long last;

    Notices(long last) {
      this.last = last;
    }

    List<Notice> all() {
      return all;
    }

    private void add(LetterKind kind, OptionalInt instalment, Instant notBefore) {
      last++;
      all.add(new Notice(last, kind, instalment, notBefore));
    }

    private void add(LetterKind kind, Instant notBefore) {
      add(kind, OptionalInt.empty(), notBefore);
    }

    /// What one fact makes the product write. What reports about a hire change is told once for all
    /// of them, see [#addForHire].
    void add(Fact fact, Referral before, Referral after) {
      var at = fact.at();
      var later = at.plus(after.particulars().terms().noticeDelay());
      switch (fact) {
        case Fact.Reminded _ -> add(LetterKind.INVITATION_REMINDER, at);
        case Fact.AddressCorrected _ -> add(LetterKind.INVITATION, at);
        case Fact.Accepted _ -> {
          add(LetterKind.ACCEPTED, at);
          decidedBefore(after).ifPresent(kind -> add(kind, at));
        }
        case Fact.PhaseEntered _ -> {
          if (before instanceof Referral.Screening && after instanceof Referral.Hiring) {
            add(LetterKind.ADVANCED, at);
          }
        }
        case Fact.Moved _ -> {
          add(LetterKind.VACANCY_CHANGED, at);
          add(LetterKind.MOVED, at);
        }
        case Fact.Advanced _ -> add(LetterKind.ADVANCED, at);
        case Fact.Rejected _ -> add(LetterKind.REJECTED, at);
        case Fact.Expired _ -> add(LetterKind.EXPIRED, at);
        case Fact.Lapsed _ -> add(LetterKind.LAPSED, at);
        case Fact.Declined _ -> add(LetterKind.GOODBYE, at);
        case Fact.TakenBack _ -> add(LetterKind.TAKEN_BACK, at);
        case Fact.Withdrawn _, Fact.Objected _ -> {
          if (before.dossier().erasedAt().isEmpty()) {
            add(LetterKind.GOODBYE, at);
          }
        }
        case Fact.CandidateTold _ -> {
          if (isToldAfterTheCandidate(after)) {
            add(LetterKind.ENDED, later);
          }
        }
        case Fact.Refused _ ->
            add(isAppealed(before) ? LetterKind.APPEAL_DISMISSED : LetterKind.ENDED, later);
        case Fact.Outrun _, Fact.SelfReferred _ -> add(LetterKind.ENDED, later);
        case Fact.ReferrerLeft _ -> {
          if (after instanceof Referral.NotEligible) {
            add(LetterKind.ENDED, later);
          }
        }
        case Fact.Released(_, var instalment, _, _) -> {
          if (isHandedOut(after, instalment)) {
            add(LetterKind.PAYOUT, OptionalInt.of(instalment), at);
          }
        }
        case Fact.Paid(_, var instalment, _, _) ->
            add(LetterKind.PAID, OptionalInt.of(instalment), at);
        case Fact.Submitted _,
            Fact.TurnedDown _,
            Fact.Reported _,
            Fact.Divided _,
            Fact.Appealed _,
            Fact.Allowed _,
            Fact.CopyGiven _,
            Fact.Corrected _,
            Fact.PutOnHold _,
            Fact.TakenOffHold _,
            Fact.PaymentCorrected _,
            Fact.Erased _ -> {}
      }
    }

    /// What HR had decided of a candidate who said yes only now.
    private static Optional<LetterKind> decidedBefore(Referral accepted) {
      return switch (accepted) {
        case Referral.Hiring _ -> Optional.of(LetterKind.ADVANCED);
        case Referral.Rejected _ -> Optional.of(LetterKind.REJECTED);
        case Open _, Employed _, Held _, Ended _ -> Optional.empty();
      };
    }

    private static boolean isAppealed(Referral referral) {
      return referral instanceof Held held && held.because() == HeldBecause.APPEALED;
    }

    /// Whether somebody is asked for an instalment; an account takes in points by itself.
    private static boolean isHandedOut(Referral referral, int instalment) {
      return Owed.reward(referral)
          .instalment(instalment)
          .filter(part -> part.kind() == RewardKind.POINTS)
          .isEmpty();
    }

    /// Whether the referrer hears of the end only once the candidate did. Who ended it knows, and
    /// of an end by the hire of another the referrer was told already.
    private static boolean isToldAfterTheCandidate(Referral referral) {
      return switch (referral) {
        case Referral.Declined _, Referral.Expired _, Referral.Lapsed _, Referral.Rejected _ ->
            true;
        case Referral.Withdrawn gone -> !gone.byReferrer();
        case Referral.NotEligible _, Referral.AlreadyKnown _, Open _, Employed _, Held _ -> false;
      };
    }

    /// What a change did to a hire, told once: hired, held, a changed plan, or an end, which the
    /// referrer hears of after the delay.
    void addForHire(Referral before, Referral after, Instant at) {
      var later = at.plus(after.particulars().terms().noticeDelay());
      switch (after) {
        case Held _ -> {
          if (!(before instanceof Held)) {
            add(LetterKind.HELD, at);
          }
        }
        case Referral.HireCancelled _, Referral.Left _ -> {
          if (!(before instanceof Referral.HireCancelled || before instanceof Referral.Left)) {
            add(LetterKind.ENDED, later);
          }
        }
        case Referral.Hired _, Referral.Probation _, Referral.Completed _ -> {
          if (!(before instanceof Employed)) {
            add(isAppealed(before) ? LetterKind.APPEAL_ALLOWED : LetterKind.HIRED, at);
          } else if (Plan.changed(before, after, at)) {
            var lost = Plan.lost(before, after);
            add(LetterKind.PLAN_CHANGED, lost, lost.isPresent() ? later : at);
          }
        }
        case Open _, Ended _ -> {}
      }
    }
  }
}
