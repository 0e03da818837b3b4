package io.referralflow.referral;

import io.referralflow.port.WorkingDays;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Held;
import io.referralflow.reward.Correction;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A referral as somebody may see it: its referrer, or a recruiter, who sees the truth.
///
/// @param timeline in order of time, without names
/// @param instalments the whole plan, from the submission on
/// @param decisions why it earns, is held, or earns nothing
/// @param mayAppeal whether the referrer may appeal now
public record View(
    StateName state,
    List<TimelineEntry> timeline,
    List<ShownInstalment> instalments,
    NextStep nextStep,
    List<Decision> decisions,
    boolean mayAppeal) {

  public View {
    timeline = List.copyOf(timeline);
    instalments = List.copyOf(instalments);
    decisions = List.copyOf(decisions);
  }

  /// An instalment with its dates, as far as they are known.
  ///
  /// @param corrected what was paid in all, where finance put it right
  public record ShownInstalment(
      Instalment instalment,
      Optional<LocalDate> dueOn,
      Optional<LocalDate> promisedOn,
      Optional<LocalDate> paidOn,
      Optional<Money> corrected,
      InstalmentState state) {}

  /// What happens next, and the day on which or by which.
  public record NextStep(Kind kind, Optional<LocalDate> by) {

    /// Whom or what a referral waits for.
    public enum Kind {
      CANDIDATE_ANSWER,
      SCREENING_DECISION,
      HIRE,
      FIRST_WORKING_DAY,
      END_OF_PROBATION,
      /// A length of service or a day that the reward's plan names.
      MILESTONE,
      PAYMENT,
      SETTLEMENT,
      NONE
    }
  }

  /// What the referrer sees at a moment.
  public static View forReferrer(
      Referral referral, List<Fact> facts, Instant now, WorkingDays workingDays) {
    var state = Disclosure.stateForReferrer(referral, now);
    var instalments = instalmentsForReferrer(referral, facts, now, workingDays);
    return new View(
        state,
        Timeline.forReferrer(facts, now),
        instalments,
        next(referral, state, instalments),
        Decision.forReferrer(facts, now),
        Disclosure.mayAppeal(referral, now) && !isAppealed(facts));
  }

  /// What recruiters and programme managers see: the truth.
  public static View forRecruiter(Referral referral, List<Fact> facts, WorkingDays workingDays) {
    var state = StateName.of(referral);
    var instalments = trueInstalments(referral, workingDays);
    return new View(
        state,
        Timeline.whole(facts),
        instalments,
        next(referral, state, instalments),
        Decision.whole(facts),
        false);
  }

  /// With the thanks on the same timeline as the money.
  ///
  /// @param whole whether what was prepared is shown as well, which would spoil it for the referrer
  public View with(Recognition recognition, boolean whole) {
    var entries = new ArrayList<>(timeline);
    if (whole) {
      entries.add(TimelineEntry.of(recognition.preparedAt(), TimelineEntry.Kind.THANKS_PREPARED));
    }
    recognition
        .thanked()
        .ifPresent(mark -> entries.add(TimelineEntry.of(mark.at(), TimelineEntry.Kind.THANKED)));
    recognition
        .mentioned()
        .ifPresent(mark -> entries.add(TimelineEntry.of(mark.at(), TimelineEntry.Kind.MENTIONED)));
    entries.sort(Comparator.comparing(TimelineEntry::at));
    return new View(state, entries, instalments, nextStep, decisions, mayAppeal);
  }

  private static boolean isAppealed(List<Fact> facts) {
    return facts.stream().anyMatch(Fact.Appealed.class::isInstance);
  }

  /// The instalments as they truly stand.
  public static List<ShownInstalment> trueInstalments(Referral referral, WorkingDays workingDays) {
    return referral instanceof Ended
        ? withoutDates(referral, InstalmentState.CANCELLED)
        : planned(referral, workingDays);
  }

  /// The instalments as the referrer sees them, for a letter: until an unhappy end may be shown
  /// they are planned. The stored state tells all but the days that an ended one had before.
  public static List<ShownInstalment> instalmentsForReferrer(
      Referral referral, Instant now, WorkingDays workingDays) {
    if (Disclosure.isEnded(referral, now)) {
      return trueInstalments(referral, workingDays);
    }
    return switch (referral) {
      case Referral.NotEligible gone when gone.wasHeld() ->
          withoutDates(referral, InstalmentState.HELD);
      case Ended _ -> withoutDates(referral, InstalmentState.PLANNED);
      case Employed employed -> withoutHidden(employed, now, workingDays);
      case Held _, Referral.Open _ -> planned(referral, workingDays);
    };
  }

  /// The instalments as the referrer sees them: until an unhappy end may be shown, they stand as
  /// before.
  private static List<ShownInstalment> instalmentsForReferrer(
      Referral referral, List<Fact> facts, Instant now, WorkingDays workingDays) {
    if (Disclosure.isEnded(referral, now)) {
      return trueInstalments(referral, workingDays);
    }
    return referral instanceof Ended
        ? planned(Timeline.beforeItsEnd(facts), workingDays)
        : instalmentsForReferrer(referral, now, workingDays);
  }

  /// A cancellation that the referrer may not know of yet leaves the instalment as it stood.
  private static List<ShownInstalment> withoutHidden(
      Employed employed, Instant now, WorkingDays workingDays) {
    return planned(employed, workingDays).stream()
        .map(line ->
            Disclosure.isHidden(employed, line.instalment().number(), now) ? asPlanned(line) : line)
        .toList();
  }

  private static ShownInstalment asPlanned(ShownInstalment line) {
    return new ShownInstalment(
        line.instalment(),
        line.dueOn(),
        line.promisedOn(),
        line.paidOn(),
        line.corrected(),
        InstalmentState.PLANNED);
  }

  private static List<ShownInstalment> withoutDates(Referral referral, InstalmentState state) {
    return Owed.reward(referral).instalments().stream()
        .map(instalment ->
            new ShownInstalment(
                instalment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state))
        .toList();
  }

  private static List<ShownInstalment> planned(Referral referral, WorkingDays workingDays) {
    if (!(referral instanceof Employed || referral instanceof Held)) {
      return withoutDates(referral, InstalmentState.PLANNED);
    }
    var promise = referral.particulars().terms().promise();
    return Owed.of(referral).stream()
        .map(line ->
            new ShownInstalment(
                line.instalment(),
                Optional.of(line.dueOn()),
                line.payment()
                    .map(Payment::promisedOn)
                    .or(() -> Optional.of(promise.day(line.dueOn(), workingDays))),
                line.payment().flatMap(Payment::paidOn),
                line.payment().flatMap(Payment::correction).map(Correction::paid),
                line.state()))
        .toList();
  }

  private static NextStep next(
      Referral referral, StateName shown, List<ShownInstalment> instalments) {
    return switch (shown) {
      case INVITED ->
          new NextStep(
              NextStep.Kind.CANDIDATE_ANSWER, Optional.of(referral.particulars().answerBy()));
      case SCREENING -> new NextStep(NextStep.Kind.SCREENING_DECISION, Optional.empty());
      case HIRING -> new NextStep(NextStep.Kind.HIRE, Optional.empty());
      case HELD -> new NextStep(NextStep.Kind.SETTLEMENT, Optional.empty());
      case HIRED, PROBATION, COMPLETED, HIRE_CANCELLED, LEFT, ENDED -> payment(instalments);
      case DECLINED, REJECTED, WITHDRAWN, EXPIRED, LAPSED, NOT_ELIGIBLE, ALREADY_KNOWN ->
          new NextStep(NextStep.Kind.NONE, Optional.empty());
    };
  }

  private static NextStep payment(List<ShownInstalment> instalments) {
    for (var line : instalments) {
      if (line.state() == InstalmentState.RELEASED || line.state() == InstalmentState.HELD) {
        return new NextStep(NextStep.Kind.PAYMENT, line.promisedOn());
      }
      if (line.state() == InstalmentState.PLANNED && line.dueOn().isPresent()) {
        return switch (line.instalment().milestone()) {
          case Milestone.EndOfProbation _ ->
              new NextStep(NextStep.Kind.END_OF_PROBATION, line.dueOn());
          case Milestone.FirstWorkingDay _ ->
              new NextStep(NextStep.Kind.FIRST_WORKING_DAY, line.dueOn());
          // Due since the hire: only its payment is to come, and its due day is no first working
          // day.
          case Milestone.HireAgreed _ -> new NextStep(NextStep.Kind.PAYMENT, line.promisedOn());
          case Milestone.MonthsServed _, Milestone.OnDay _ ->
              new NextStep(NextStep.Kind.MILESTONE, line.dueOn());
        };
      }
    }
    return new NextStep(NextStep.Kind.NONE, Optional.empty());
  }
}
