package io.referralflow.referral;

import io.referralflow.programme.Phase;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.TimelineEntry.Kind;
import io.referralflow.reward.InstalmentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A referral's history, told from its facts, in order of time.
public final class Timeline {

  private Timeline() {}

  /// One fact with the state before and after it.
  private record Step(Optional<Referral> before, Fact fact, Referral after) {}

  /// The whole history, as recruiters see it.
  public static List<TimelineEntry> whole(List<Fact> facts) {
    var entries = new ArrayList<TimelineEntry>();
    for (var step : steps(facts)) {
      entries.addAll(happened(step, step.before().filter(Timeline::isEnd).isPresent()));
      asked(step.fact()).ifPresent(entries::add);
      for (var number : newlyCancelled(step)) {
        entries.add(TimelineEntry.of(step.fact().at(), Kind.CANCELLED, number));
      }
      trueEnd(step).ifPresent(entries::add);
    }
    return inOrderOfTime(entries);
  }

  /// The history that is about the candidate: the whole one without the referrer's money.
  public static List<TimelineEntry> ofCandidate(List<Fact> facts) {
    return whole(facts).stream().filter(entry -> entry.instalment().isEmpty()).toList();
  }

  /// The history as the referrer may know it at a moment. Every unhappy end reads as one, from when
  /// it may be shown and as far as the candidate allowed; an end or a cancellation that was
  /// overtaken before that is left out.
  public static List<TimelineEntry> forReferrer(List<Fact> facts, Instant now) {
    var steps = steps(facts);
    var entries = new ArrayList<TimelineEntry>();
    var ended = now;
    for (var i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      var at = step.fact().at();
      entries.addAll(
          happened(step, step.before().filter(known -> Disclosure.isEnded(known, at)).isPresent()));
      for (var number : newlyCancelled(step)) {
        var shownAt = shownAt(step);
        if (!shownAt.isAfter(revivedAt(steps, i, number).orElse(now))) {
          entries.add(TimelineEntry.of(shownAt, Kind.CANCELLED, number));
        }
      }
      if (isEnd(step.after()) && step.before().filter(Timeline::isEnd).isEmpty()) {
        ended = at;
      }
      var lasts = i + 1 == steps.size();
      if (lasts || !isEnd(steps.get(i + 1).after())) {
        var since = ended;
        var until = lasts ? now : steps.get(i + 1).fact().at();
        Disclosure.endShownFrom(step.after())
            .filter(from -> !from.isAfter(until))
            .ifPresent(
                from -> entries.add(told(from.isBefore(since) ? since : from, step.after())));
      }
    }
    return inOrderOfTime(entries);
  }

  /// The referral as it stood before the end that it has come to.
  static Referral beforeItsEnd(List<Fact> facts) {
    return steps(facts).stream()
        .map(Step::after)
        .filter(referral -> !isEnd(referral))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static List<Step> steps(List<Fact> facts) {
    var steps = new ArrayList<Step>();
    Optional<Referral> before = Optional.empty();
    for (var fact : facts) {
      var one = List.of(fact);
      var after = before.map(known -> Life.of(known, one)).orElseGet(() -> Life.of(one));
      steps.add(new Step(before, fact, after));
      before = Optional.of(after);
    }
    return steps;
  }

  private static List<TimelineEntry> allowed(Fact.Allowed fact) {
    var hired = TimelineEntry.of(fact.at(), Kind.HIRED);
    return fact.share().isWhole()
        ? List.of(hired)
        : List.of(hired, TimelineEntry.of(fact.at(), Kind.ALLOWED_IN_PART));
  }

  /// What a fact is told as.
  ///
  /// @param ended whether the reader knew the referral as ended until then
  private static List<TimelineEntry> happened(Step step, boolean ended) {
    var at = step.fact().at();
    return switch (step.fact()) {
      case Fact.Submitted(_, var particulars) -> submitted(at, particulars);
      case Fact.Reminded _ -> List.of(TimelineEntry.of(at, Kind.REMINDED));
      case Fact.AddressCorrected _ -> List.of(TimelineEntry.of(at, Kind.ADDRESS_CORRECTED));
      case Fact.Accepted _ -> accepted(step);
      case Fact.Moved _ -> List.of(TimelineEntry.of(at, Kind.MOVED));
      case Fact.Advanced _ -> List.of(TimelineEntry.of(at, Kind.ADVANCED));
      case Fact.PhaseEntered _ -> phaseEntered(step).stream().toList();
      case Fact.Appealed _ -> List.of(TimelineEntry.of(at, Kind.APPEALED));
      case Fact.Allowed allowed -> allowed(allowed);
      case Fact.Released released ->
          List.of(TimelineEntry.of(at, Kind.RELEASED, released.instalment()));
      case Fact.Paid paid -> List.of(TimelineEntry.of(at, Kind.PAID, paid.instalment()));
      case Fact.PutOnHold held ->
          List.of(TimelineEntry.of(at, Kind.PAYOUT_HELD, held.instalment()));
      case Fact.TakenOffHold resumed ->
          List.of(TimelineEntry.of(at, Kind.PAYOUT_RESUMED, resumed.instalment()));
      case Fact.PaymentCorrected right ->
          List.of(TimelineEntry.of(at, Kind.PAYMENT_CORRECTED, right.instalment()));
      case Fact.Reported reported -> reported(step, reported, ended);
      case Fact.Divided(_, var division) ->
          division.isShared() ? List.of(TimelineEntry.of(at, Kind.SHARED)) : List.of();
      case Fact.Declined _,
          Fact.Expired _,
          Fact.Lapsed _,
          Fact.Withdrawn _,
          Fact.Objected _,
          Fact.CopyGiven _,
          Fact.Corrected _,
          Fact.TakenBack _,
          Fact.Rejected _,
          Fact.TurnedDown _,
          Fact.Outrun _,
          Fact.SelfReferred _,
          Fact.ReferrerLeft _,
          Fact.Refused _,
          Fact.CandidateTold _,
          Fact.Erased _ ->
          List.of();
    };
  }

  /// A yes, and where the candidate is already when HR was ahead of it.
  private static List<TimelineEntry> accepted(Step step) {
    var at = step.fact().at();
    var procedure = step.after().particulars().terms().procedure();
    return Stream.concat(
            Stream.of(TimelineEntry.of(at, Kind.ACCEPTED)),
            phase(step.after())
                .filter(phase -> !procedure.isFirst(phase.id()))
                .map(phase -> TimelineEntry.of(at, phase))
                .stream())
        .toList();
  }

  /// What is said late of a phase that was left before is no news.
  private static Optional<TimelineEntry> phaseEntered(Step step) {
    var before = step.before().flatMap(Timeline::phase);
    return phase(step.after())
        .filter(phase -> !before.equals(Optional.of(phase)))
        .map(phase -> TimelineEntry.of(step.fact().at(), phase));
  }

  private static Optional<Phase> phase(Referral referral) {
    return Passage.now(referral).map(Passage::phase);
  }

  private static List<TimelineEntry> submitted(Instant at, Particulars particulars) {
    var told = new ArrayList<>(List.of(TimelineEntry.of(at, Kind.SUBMITTED)));
    if (particulars.enteredBy().isPresent()) {
      told.add(TimelineEntry.of(at, Kind.ENTERED_ON_BEHALF));
    }
    if (!wasInvitedBefore(particulars)) {
      told.add(TimelineEntry.of(particulars.invitedAt(), Kind.INVITED));
    }
    return told;
  }

  /// Of a referral that was brought in with its old promise nobody knows here when the candidate
  /// was asked, unless that was left to do.
  private static boolean wasInvitedBefore(Particulars particulars) {
    return particulars.terms().promisedBy() == PromisedBy.EARLIER_PROMISE
        && particulars.invitedAt().equals(particulars.submittedAt());
  }

  /// What the candidate did with a right of theirs that ends nothing. The referrer hears nothing of
  /// it.
  private static Optional<TimelineEntry> asked(Fact fact) {
    return switch (fact) {
      case Fact.CopyGiven(var at) -> Optional.of(TimelineEntry.of(at, Kind.COPY_GIVEN));
      case Fact.Corrected(var at, var details) ->
          Optional.of(TimelineEntry.of(at, Kind.CORRECTED, details.stream().sorted().toList()));
      case Fact _ -> Optional.empty();
    };
  }

  private static List<TimelineEntry> reported(Step step, Fact.Reported reported, boolean ended) {
    var at = reported.at();
    var before = step.before().orElse(step.after());
    if (step.after() instanceof Held && !(before instanceof Held)) {
      return List.of(TimelineEntry.of(at, Kind.HELD));
    }
    if (before instanceof Referral.Open || (ended && !isEnd(step.after()))) {
      return List.of(TimelineEntry.of(at, Kind.HIRED));
    }
    if (dueDays(before).equals(dueDays(step.after()))) {
      return List.of();
    }
    return List.of(
        TimelineEntry.of(
            at,
            start(before).equals(start(step.after())) ? Kind.PROBATION_CHANGED : Kind.START_MOVED));
  }

  private static List<LocalDate> dueDays(Referral referral) {
    return Owed.of(referral).stream().map(Owed.Line::dueOn).toList();
  }

  private static Optional<LocalDate> start(Referral referral) {
    return switch (referral) {
      case Employed employed -> Optional.of(employed.hire().employment().start().value());
      case Held held -> Optional.of(held.hire().employment().start().value());
      case Referral.Open _, Ended _ -> Optional.empty();
    };
  }

  private static List<Integer> newlyCancelled(Step step) {
    var before = step.before().map(Timeline::cancelledNumbers).orElse(List.of());
    return cancelledNumbers(step.after()).stream()
        .filter(number -> !before.contains(number))
        .toList();
  }

  private static Instant shownAt(Step step) {
    return step.fact().at().plus(step.after().particulars().terms().noticeDelay());
  }

  /// When an instalment that a step cancelled was no longer cancelled.
  private static Optional<Instant> revivedAt(List<Step> steps, int cancelling, int instalment) {
    return steps.stream()
        .skip(cancelling + 1L)
        .filter(step -> !cancelledNumbers(step.after()).contains(instalment))
        .map(step -> step.fact().at())
        .findFirst();
  }

  private static List<Integer> cancelledNumbers(Referral referral) {
    return Owed.of(referral).stream()
        .filter(line -> line.state() == InstalmentState.CANCELLED)
        .map(line -> line.instalment().number())
        .toList();
  }

  private static boolean isEnd(Referral referral) {
    return switch (referral) {
      case Ended _, Referral.HireCancelled _, Referral.Left _ -> true;
      case Referral.Open _, Employed _, Held _ -> false;
    };
  }

  private static Optional<TimelineEntry> trueEnd(Step step) {
    var at = step.fact().at();
    var after = step.after();
    var goodbye = step.fact() instanceof Fact.Objected ? Kind.OBJECTED : Kind.WITHDRAWN;
    if ((step.fact() instanceof Fact.Withdrawn || step.fact() instanceof Fact.Objected)
        && !(after instanceof Referral.Withdrawn)) {
      return Optional.of(TimelineEntry.of(at, goodbye));
    }
    if (step.before().filter(known -> known.getClass().equals(after.getClass())).isPresent()) {
      return Optional.empty();
    }
    return switch (after) {
      case Referral.Declined end -> ended(at, Kind.DECLINED, end.stage());
      case Referral.Expired end -> ended(at, Kind.EXPIRED, end.stage());
      case Referral.Lapsed end -> ended(at, Kind.LAPSED, end.stage());
      case Referral.Withdrawn end ->
          ended(at, end.byReferrer() ? Kind.TAKEN_BACK : goodbye, end.stage());
      case Referral.AlreadyKnown end -> ended(at, Kind.ALREADY_KNOWN, end.stage());
      case Referral.Rejected end ->
          Optional.of(
              TimelineEntry.end(
                  at, Kind.REJECTED, end.stage(), Optional.of(SettlementReason.of(end.reason()))));
      case Referral.NotEligible end ->
          Optional.of(TimelineEntry.end(at, Kind.NOT_ELIGIBLE, end.stage(), reason(step.fact())));
      case Referral.HireCancelled end -> ended(at, Kind.HIRE_CANCELLED, Disclosure.stage(end));
      case Referral.Left end ->
          ended(at, end.isByReferrer() ? Kind.NOT_ELIGIBLE : Kind.LEFT, Disclosure.stage(end));
      case Referral.Open _, Employed _, Held _ -> Optional.empty();
    };
  }

  private static Optional<SettlementReason> reason(Fact fact) {
    return fact instanceof Fact.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
  }

  private static Optional<TimelineEntry> ended(Instant at, Kind kind, Stage stage) {
    return Optional.of(TimelineEntry.end(at, kind, stage, Optional.empty()));
  }

  private static TimelineEntry told(Instant at, Referral referral) {
    var end = Outcome.of(referral, referral.dossier().feedback());
    return new TimelineEntry(
        at,
        Kind.ENDED,
        end.stage(),
        end.reason().map(SettlementReason::of),
        OptionalInt.empty(),
        List.of(),
        Optional.empty());
  }

  private static List<TimelineEntry> inOrderOfTime(List<TimelineEntry> entries) {
    return entries.stream().sorted(Comparator.comparing(TimelineEntry::at)).toList();
  }
}
