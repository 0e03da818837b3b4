package io.referralflow.referral;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.referral.Referral.Completed;
import io.referralflow.referral.Referral.Declined;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Expired;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Hire;
import io.referralflow.referral.Referral.HireCancelled;
import io.referralflow.referral.Referral.Hired;
import io.referralflow.referral.Referral.Hiring;
import io.referralflow.referral.Referral.Invited;
import io.referralflow.referral.Referral.Lapsed;
import io.referralflow.referral.Referral.Left;
import io.referralflow.referral.Referral.NotEligible;
import io.referralflow.referral.Referral.Open;
import io.referralflow.referral.Referral.Probation;
import io.referralflow.referral.Referral.Rejected;
import io.referralflow.referral.Referral.Screening;
import io.referralflow.referral.Referral.Withdrawn;
import io.referralflow.reward.Correction;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Money;
import io.referralflow.reward.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which fact leads from which state to which: the whole rule book of a referral's life. What is
/// not in it is not allowed.
public final class Life {

  private Life() {}

  private record Move(Referral before, Fact fact) {}

  /// The referral that a submission begins.
  public static Referral begin(Fact.Submitted submitted) {
    return new Invited(Dossier.of(submitted.particulars()), Optional.empty());
  }

  /// The referral that facts make, in the order of their numbers; the first one is the submission.
  ///
  /// @throws IllegalStateException when the facts cannot have happened
  public static Referral of(List<Fact> facts) {
    if (facts.isEmpty() || !(facts.getFirst() instanceof Fact.Submitted submitted)) {
      throw new IllegalStateException("A referral begins with its submission");
    }
    return of(begin(submitted), facts.subList(1, facts.size()));
  }

  /// The referral that more facts make of one.
  ///
  /// @throws IllegalStateException when the facts cannot have happened
  public static Referral of(Referral stored, List<Fact> facts) {
    var referral = stored;
    for (var fact : facts) {
      var before = referral;
      referral =
          after(before, fact)
              .orElseThrow(() ->
                  new IllegalStateException(
                      fact.getClass().getSimpleName()
                          + " cannot follow "
                          + before.getClass().getSimpleName()));
    }
    return referral;
  }

  /// The state after a fact; empty when the fact is not allowed in this state.
  public static Optional<Referral> after(Referral before, Fact fact) {
    return Optional.ofNullable(
        switch (new Move(before, fact)) {
          case Move(Invited invited, Fact.Reminded(var at)) when invited.remindedAt().isEmpty() ->
              new Invited(invited.dossier(), Optional.of(at));
          case Move(Invited invited, Fact.AddressCorrected(var at, _, var right))
              when mayBeInvitedAnew(invited, right) ->
              new Invited(invited.dossier().corrected(right, at), Optional.empty());
          case Move(Open open, Fact.Moved(var at, _, var to))
              when !open.particulars().vacancy().equals(to) ->
              open.with(open.dossier().moved(to, at));
          case Move(Invited invited, Fact.Accepted(var at, var feedback, var keep)) ->
              accepted(invited.dossier().allowing(feedback, keep), at);
          case Move(Invited invited, Fact.TurnedDown(_, _, var reason))
              when invited.dossier().course().turnedDown().isEmpty() ->
              invited.with(invited.dossier().on(invited.dossier().course().turningDown(reason)));
          case Move(Invited invited, Fact.Declined(var at)) -> new Declined(invited.dossier(), at);
          case Move(Invited invited, Fact.Expired(var at)) -> new Expired(invited.dossier(), at);

          case Move(Screening screening, Fact.Advanced(var at, _)) ->
              new Hiring(screening.dossier(), at);
          case Move(Open open, Fact.PhaseEntered entered) when mayEnter(open, entered) ->
              entered(open, entered);
          case Move(Screening screening, Fact.Rejected(var at, _, var reason)) ->
              new Rejected(screening.dossier(), at, screening.stage(), reason);
          case Move(Hiring hiring, Fact.Rejected(var at, _, var reason)) ->
              new Rejected(hiring.dossier(), at, hiring.stage(), reason);

          case Move(Screening screening, Fact.Lapsed(var at)) when mayLapse(screening, at) ->
              new Lapsed(screening.dossier(), at, screening.stage());
          case Move(Hiring hiring, Fact.Lapsed(var at)) when mayLapse(hiring, at) ->
              new Lapsed(hiring.dossier(), at, hiring.stage());

          case Move(Open open, Fact.TakenBack(var at)) ->
              new Withdrawn(open.dossier().withdrawn(at), at, open.stage(), true);
          case Move(Open open, Fact.Withdrawn(var at)) ->
              new Withdrawn(open.dossier().withdrawn(at), at, open.stage(), false);
          case Move(Referral any, Fact.Withdrawn(var at))
              when any.dossier().withdrawnAt().isEmpty() ->
              any.with(any.dossier().withdrawn(at));
          case Move(Open open, Fact.Objected(var at)) ->
              new Withdrawn(open.dossier().withdrawn(at), at, open.stage(), false);
          case Move(Referral any, Fact.Objected(var at))
              when any.dossier().withdrawnAt().isEmpty() ->
              any.with(any.dossier().withdrawn(at));

          case Move(Referral any, Fact.CopyGiven _) -> any;
          case Move(Referral any, Fact.Corrected _) when any.dossier().nameStands() -> any;

          case Move(Open open, Fact.Reported(var at, Report.Hired hired)) ->
              attributed(open, hired, at);
          case Move(Ended ended, Fact.Reported(var at, Report.Hired hired))
              when mayYetEarn(ended) ->
              new Held(
                  ended.dossier(),
                  HeldBecause.HIRED_AFTER_END,
                  ended.stage(),
                  at,
                  hire(ended, hired, at));
          case Move(Employed employed, Fact.Reported(var at, Report.Hired hired))
              when turnsOutDoubtful(employed, hired) ->
              held(employed, Stage.HIRED, at, heard(employed, employed.hire(), hired));
          case Move(Employed employed, Fact.Reported(var at, var report))
              when employed.hire().isAbout(report) ->
              standing(
                  employed.dossier(),
                  heard(employed, employed.hire(), report),
                  at,
                  employed.hire());
          case Move(Held held, Fact.Reported(_, var report)) when held.hire().isAbout(report) ->
              stillHeld(held, heard(held, held.hire(), report));

          case Move(Employed employed, Fact.Divided(var at, var division))
              when mayDivide(employed, employed.hire(), division) ->
              standing(
                  employed.dossier(),
                  employed.hire().entitling(earns -> earns.divided(division)),
                  at,
                  employed.hire());
          case Move(Referral.NotEligible gone, Fact.Divided _) -> gone;
          case Move(Held held, Fact.Divided(_, var division))
              when mayDivide(held, held.hire(), division) ->
              new Held(
                  held.dossier(),
                  held.because(),
                  held.from(),
                  held.since(),
                  held.hire().entitling(earns -> earns.divided(division)));

          case Move(Open open, Fact.Outrun(var at, _)) ->
              new Referral.AlreadyKnown(open.dossier(), at, open.stage());
          case Move(Referral.AlreadyKnown ended, Fact.Appealed(_, _, var hired)) ->
              appealed(ended, hired);
          case Move(NotEligible ended, Fact.Appealed(_, _, var hired)) -> appealed(ended, hired);
          case Move(Employed employed, Fact.SelfReferred(var at))
              when employed.hire().payments().isEmpty() ->
              new NotEligible(employed.dossier(), at, Stage.HIRED, false);
          case Move(Employed employed, Fact.ReferrerLeft(var at, var lastDay))
              when Owed.next(employed).isPresent() ->
              withoutReferrer(employed, lastDay, at).orElse(null);
          case Move(Held held, Fact.SelfReferred(var at)) ->
              new NotEligible(held.dossier(), at, held.from(), true);
          case Move(Held held, Fact.Allowed(var at, _, _, var share)) when mayAllow(held, share) ->
              standing(held.dossier(), allowed(held, share).revised(at), at, held.hire());
          case Move(Held held, Fact.Refused(var at, _, _)) ->
              new NotEligible(held.dossier(), at, held.from(), true);

          case Move(Employed employed, Fact.Released released) when isDue(employed, released) ->
              standing(
                  employed.dossier(),
                  released(employed.hire(), released),
                  released.at(),
                  employed.hire());
          case Move(Employed employed, Fact.Paid paid)
              when mayBePaid(employed, paid.instalment()) ->
              standing(employed.dossier(), paid(employed.hire(), paid), paid.at(), employed.hire());
          case Move(Employed employed, Fact.PutOnHold(_, var instalment, var reason, _))
              when mayBePaid(employed, instalment) ->
              employed.with(employed.hire().paying(instalment, it -> it.onHold(reason)));
          case Move(Employed employed, Fact.TakenOffHold(_, var instalment, _))
              when isOnHold(employed, instalment) ->
              employed.with(employed.hire().paying(instalment, Payment::offHold));
          case Move(Employed employed, Fact.PaymentCorrected right) when isRight(employed, right) ->
              employed.with(
                  employed
                      .hire()
                      .paying(
                          right.instalment(),
                          it -> it.corrected(right.paidOn(), right.correction())));

          case Move(Ended ended, Fact.CandidateTold(var at))
              when ended.dossier().toldAt().isEmpty() ->
              ended.with(ended.dossier().told(at));
          case Move(Open _, Fact.Erased _) -> null;
          case Move(Referral any, Fact.Erased(var at)) when any.dossier().erasedAt().isEmpty() ->
              any.with(any.dossier().erased(at));

          case Move(_, _) -> null;
        });
  }

  /// What HR said before the candidate answered takes effect now.
  private static Referral accepted(Dossier dossier, Instant at) {
    var course = dossier.course();
    if (course.turnedDown().isPresent()) {
      return new Rejected(dossier, at, Stage.SCREENING, course.turnedDown().get());
    }
    return passes(dossier)
        ? new Hiring(dossier.on(course.passing()), at)
        : new Screening(dossier, at);
  }

  private static Open entered(Open open, Fact.PhaseEntered fact) {
    var dossier =
        open.dossier()
            .on(open.dossier().course().entering(new Course.Entry(fact.phase(), fact.since())));
    return switch (open) {
      case Invited invited -> invited.with(dossier);
      case Screening screening ->
          passes(dossier)
              ? new Hiring(dossier.on(dossier.course().passing()), fact.at())
              : screening.with(dossier);
      case Hiring hiring -> hiring.with(dossier);
    };
  }

  private static boolean mayEnter(Open open, Fact.PhaseEntered fact) {
    return open.particulars().terms().procedure().find(fact.phase()).isPresent()
        && open.dossier().course().mayEnter(new Course.Entry(fact.phase(), fact.since()));
  }

  /// Whether some phase beyond the first was entered.
  private static boolean passes(Dossier dossier) {
    var procedure = dossier.particulars().terms().procedure();
    return dossier.course().entries().stream().anyMatch(entry -> !procedure.isFirst(entry.phase()));
  }

  /// As long as a late report of a hire can still earn, it is not over.
  private static boolean mayLapse(Open open, Instant at) {
    return !at.isBefore(open.particulars().findableUntil());
  }

  private static boolean mayBeInvitedAnew(Invited invited, PersonKey right) {
    var particulars = invited.particulars();
    return !particulars.person().equals(right)
        && particulars.generation() < Particulars.LAST_GENERATION;
  }

  private static Referral attributed(Open open, Report.Hired hired, Instant at) {
    var hire = hire(open, hired, at);
    return isDoubtful(open, hire)
        ? held(open, open.stage(), at, hire)
        : standing(open.dossier(), hire, at, hire);
  }

  private static Hire hire(Referral referral, Report.Hired hired, Instant at) {
    return Hire.of(hired, at).entitling(earns -> earns.known(isKnown(referral, hired)));
  }

  /// A hire after one more report of it.
  private static Hire heard(Referral referral, Hire hire, Report report) {
    var after = hire.with(report);
    return report instanceof Report.Hired hired
        ? after.entitling(earns -> earns.known(isKnown(referral, hired)))
        : after;
  }

  private static Held held(Referral referral, Stage from, Instant at, Hire hire) {
    return new Held(referral.dossier(), because(referral, hire), from, at, hire);
  }

  private static Held stillHeld(Held held, Hire hire) {
    var because =
        switch (held.because()) {
          case HIRED_AFTER_END, APPEALED -> held.because();
          case SUBMITTED_AFTER_HIRE, CANDIDATE_KNOWN -> because(held, hire);
        };
    return new Held(held.dossier(), because, held.from(), held.since(), hire);
  }

  /// Held again, for as long as personal data was kept before: the appeal is the referrer's.
  private static Held appealed(Ended ended, Report.Hired hired) {
    return new Held(
        ended.dossier(),
        HeldBecause.APPEALED,
        ended.stage(),
        ended.endedAt(),
        hire(ended, hired, ended.endedAt()));
  }

  private static HeldBecause because(Referral referral, Hire hire) {
    return isTooLate(referral, hire.firstHire())
        ? HeldBecause.SUBMITTED_AFTER_HIRE
        : HeldBecause.CANDIDATE_KNOWN;
  }

  /// Whether a person must decide if the referral earns this hire.
  private static boolean isDoubtful(Referral referral, Hire hire) {
    return isTooLate(referral, hire.firstHire()) || hire.entitlement().known();
  }

  /// What was handed over is not divided any more: from then on only referrals may join that take
  /// nothing of it.
  private static boolean mayDivide(Referral referral, Hire hire, Division division) {
    return hire.payments().isEmpty()
        || Owed.reward(referral.particulars(), hire)
            .equals(
                Owed.reward(
                    referral.particulars(), hire.entitling(earns -> earns.divided(division))));
  }

  /// What else is held earns by the terms, all or nothing; an appeal is for a person to weigh.
  private static boolean mayAllow(Held held, Share share) {
    return share.isWhole() || held.because() == HeldBecause.APPEALED;
  }

  /// Held again since HR said more, after an appeal was allowed in part: whoever settles that doubt
  /// leaves the part as it was decided.
  private static Hire allowed(Held held, Share share) {
    return held.because() == HeldBecause.APPEALED
        ? held.hire().entitling(earns -> earns.allowed(share))
        : held.hire();
  }

  /// The terms do not count somebody as referred who had applied or worked here shortly before.
  private static boolean isKnown(Referral referral, Report.Hired hired) {
    var particulars = referral.particulars();
    return particulars
        .terms()
        .rules()
        .isKnown(
            particulars.submittedOn(),
            hired.background().appliedOn(),
            hired.background().lastEmployedOn());
  }

  /// Nobody earns by referring yesterday's hire.
  private static boolean isTooLate(Referral referral, Stamp hire) {
    return referral.particulars().submittedAt().isAfter(hire.occurredAt());
  }

  /// A report that raises a doubt came last. It counts as if it had come first, unless money was
  /// handed over on the younger one, which is not taken back, or a person has settled it.
  private static boolean turnsOutDoubtful(Employed employed, Report.Hired hired) {
    var hire = employed.hire();
    var isNew =
        (isTooLate(employed, hired.stamp()) && !isTooLate(employed, hire.firstHire()))
            || (isKnown(employed, hired) && !hire.entitlement().known());
    return hire.payments().isEmpty() && isNew;
  }

  /// A declined, rejected, expired or lapsed referral may yet turn out to have led to a hire; a
  /// withdrawn one is never matched, and the other ends were settled in the light of the hire.
  private static boolean mayYetEarn(Ended ended) {
    return switch (ended) {
      case Declined _, Rejected _, Expired _, Lapsed _ -> true;
      case Withdrawn _, NotEligible _, Referral.AlreadyKnown _ -> false;
    };
  }

  /// The state of a hire. A release does not revise what is owed; a report that changes which
  /// instalments are owed does, and its moment is kept.
  private static Employed standing(Dossier dossier, Hire hire, Instant at, Hire before) {
    var particulars = dossier.particulars();
    var lines = Owed.of(particulars, hire);
    var revised =
        (cancelled(lines).equals(cancelled(Owed.of(particulars, before))) ? hire : hire.revised(at))
            .cancelled(
                cancelled(lines).stream()
                    .collect(
                        Collectors.toMap(
                            number -> number,
                            number -> before.cancelledAt().getOrDefault(number, at))));
    if (Owed.anyPlanned(lines)) {
      return Owed.begun(lines) ? new Probation(dossier, revised) : new Hired(dossier, revised);
    }
    if (cancelled(lines).isEmpty()) {
      return new Completed(dossier, revised);
    }
    return hire.employment().hired().value()
        ? new Left(dossier, revised)
        : new HireCancelled(dossier, revised);
  }

  /// What a hire comes to whose referrer left: empty where the terms still owe something, so that
  /// nothing is lost before its day has come.
  private static Optional<Referral> withoutReferrer(
      Employed employed, LocalDate lastDay, Instant at) {
    var after =
        employed.hire().entitling(earns -> earns.withReferrersLastDay(Optional.of(lastDay)));
    if (Owed.anyPlanned(Owed.of(employed.particulars(), after))) {
      return Optional.empty();
    }
    return Optional.of(
        after.payments().isEmpty()
            ? new NotEligible(employed.dossier(), at, Stage.HIRED, false)
            : standing(employed.dossier(), after, at, employed.hire()));
  }

  private static List<Integer> cancelled(List<Owed.Line> lines) {
    return lines.stream()
        .filter(line -> line.state() == InstalmentState.CANCELLED)
        .map(line -> line.instalment().number())
        .toList();
  }

  /// Nothing is released before its due day begins in the programme's zone.
  private static boolean isDue(Employed employed, Fact.Released released) {
    var zone = employed.particulars().terms().zone();
    return !released.at().isBefore(released.dueOn().atStartOfDay(zone).toInstant())
        && Owed.whole(employed.particulars(), employed.hire()).stream()
            .anyMatch(line ->
                line.instalment().number() == released.instalment()
                    && line.state() == InstalmentState.PLANNED
                    && line.dueOn().equals(released.dueOn()));
  }

  /// Whether finance has it, has not paid it, and does not hold it.
  private static boolean mayBePaid(Employed employed, int instalment) {
    return employed
        .hire()
        .payment(instalment)
        .filter(payment -> payment.paidOn().isEmpty() && payment.heldBecause().isEmpty())
        .isPresent();
  }

  private static boolean isOnHold(Employed employed, int instalment) {
    return employed.hire().payment(instalment).flatMap(Payment::heldBecause).isPresent();
  }

  /// Whether a correction follows on what stands, changes something, and takes back what had vested
  /// only where the reason does not say that it had not.
  private static boolean isRight(Employed employed, Fact.PaymentCorrected fact) {
    var correction = fact.correction();
    var part = Owed.reward(employed).instalment(fact.instalment());
    var payment = employed.hire().payment(fact.instalment());
    if (part.isEmpty() || payment.flatMap(Payment::paidOn).isEmpty()) {
      return false;
    }
    var owed = part.get().amount();
    var isNext = correction.number() == payment.get().corrections() + 1;
    var isOfItsKind =
        correction.paid().currency().equals(owed.currency())
            && (part.get().benefit().isEmpty() || correction.paid().minorUnits() == 0);
    return isNext
        && isOfItsKind
        && changes(correction, fact.paidOn(), payment.get(), owed)
        && (correction.reason() != CorrectionReason.LEFT_EARLIER
            || !Owed.isVested(employed, part.get()));
  }

  private static boolean changes(
      Correction correction, LocalDate paidOn, Payment before, Money owed) {
    return !correction.paid().equals(before.paid(owed))
        || !before.paidOn().equals(Optional.of(paidOn))
        || before.correction().filter(last -> last.reason() != correction.reason()).isPresent();
  }

  private static Hire released(Hire hire, Fact.Released fact) {
    var payments = new ArrayList<>(hire.payments());
    payments.add(
        new Payment(
            fact.instalment(), fact.at(), fact.dueOn(), fact.promisedOn(), Optional.empty()));
    payments.sort(Comparator.comparingInt(Payment::instalment));
    return hire.paying(payments);
  }

  private static Hire paid(Hire hire, Fact.Paid fact) {
    return hire.paying(fact.instalment(), payment -> payment.confirmed(fact.paidOn()));
  }
}
