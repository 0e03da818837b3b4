package io.referralflow.referral;

import io.referralflow.port.WorkingDays;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Ended;
import io.referralflow.referral.Referral.Held;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Payment;
import io.referralflow.reward.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A referral as somebody may see it: its referrer, or a recruiter, who sees the truth.
///
/// @param timeline in order of time, without names
/// @param instalments the whole plan, from the submission on
public record View(
    StateName state,
    List<TimelineEntry> timeline,
    List<ShownInstalment> instalments,
    NextStep nextStep) {

  public View {
    timeline = List.copyOf(timeline);
    instalments = List.copyOf(instalments);
  }

  /// An instalment with its dates, as far as they are known.
  public record ShownInstalment(
      Instalment instalment,
      Optional<LocalDate> dueOn,
      Optional<LocalDate> promisedOn,
      Optional<LocalDate> paidOn,
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
        state, Timeline.forReferrer(facts, now), instalments, next(referral, state, instalments));
  }

  /// What recruiters and programme managers see: the truth.
  public static View forRecruiter(Referral referral, List<Fact> facts, WorkingDays workingDays) {
    var state = StateName.of(referral);
    var instalments = trueInstalments(referral, workingDays);
    return new View(state, Timeline.whole(facts), instalments, next(referral, state, instalments));
  }

  /// The instalments as they truly stand.
  public static List<ShownInstalment> trueInstalments(Referral referral, WorkingDays workingDays) {
    return referral instanceof Ended
        ? withoutDates(referral, InstalmentState.CANCELLED)
        : planned(referral, workingDays);
  }

  /// The instalments as the referrer sees them, as far as the stored state can tell, for a letter:
  /// until an unhappy end may be shown they are planned.
  public static List<ShownInstalment> instalmentsForReferrer(
      Referral referral, Instant now, WorkingDays workingDays) {
    if (Disclosure.isEnded(referral, now)) {
      return trueInstalments(referral, workingDays);
    }
    return switch (referral) {
      case Referral.NotEligible gone when gone.wasHeld() ->
          withoutDates(referral, InstalmentState.HELD);
      case Ended _ -> withoutDates(referral, InstalmentState.PLANNED);
      case Employed employed
          when employed
              .hire()
              .revisedAt()
              .plus(employed.particulars().terms().noticeDelay())
              .isAfter(now) ->
          planned(referral, workingDays).stream()
              .map(line -> line.state() == InstalmentState.CANCELLED ? asPlanned(line) : line)
              .toList();
      case Employed _, Held _, Referral.Open _ -> planned(referral, workingDays);
    };
  }

  /// The instalments as the referrer sees them: until an unhappy end may be shown, they stand as
  /// before.
  private static List<ShownInstalment> instalmentsForReferrer(
      Referral referral, List<Fact> facts, Instant now, WorkingDays workingDays) {
    if (Disclosure.isEnded(referral, now)) {
      return trueInstalments(referral, workingDays);
    }
    if (referral instanceof Ended) {
      return planned(Timeline.beforeItsEnd(facts), workingDays);
    }
    var hidden = Timeline.hiddenCancellations(facts, now);
    return planned(referral, workingDays).stream()
        .map(line -> hidden.contains(line.instalment().number()) ? asPlanned(line) : line)
        .toList();
  }

  private static ShownInstalment asPlanned(ShownInstalment line) {
    return new ShownInstalment(
        line.instalment(), line.dueOn(), line.promisedOn(), line.paidOn(), InstalmentState.PLANNED);
  }

  private static List<ShownInstalment> withoutDates(Referral referral, InstalmentState state) {
    return referral.particulars().terms().reward().instalments().stream()
        .map(instalment ->
            new ShownInstalment(
                instalment, Optional.empty(), Optional.empty(), Optional.empty(), state))
        .toList();
  }

  private static List<ShownInstalment> planned(Referral referral, WorkingDays workingDays) {
    var lines = Owed.of(referral);
    if (lines.isEmpty()) {
      return withoutDates(referral, InstalmentState.PLANNED);
    }
    var promiseDays = referral.particulars().terms().promiseDays();
    return lines.stream()
        .map(line ->
            new ShownInstalment(
                line.instalment(),
                Optional.of(line.dueOn()),
                line.payment()
                    .map(Payment::promisedOn)
                    .or(() -> Optional.of(Promise.day(line.dueOn(), promiseDays, workingDays))),
                line.payment().flatMap(Payment::paidOn),
                line.state()))
        .toList();
  }

  private static NextStep next(
      Referral referral, StateName shown, List<ShownInstalment> instalments) {
    return switch (shown) {
      case INVITED ->
          new NextStep(
              NextStep.Kind.CANDIDATE_ANSWER,
              Optional.of(
                  LocalDate.ofInstant(
                      referral
                          .particulars()
                          .submittedAt()
                          .plus(referral.particulars().terms().expiryAfter()),
                      referral.particulars().terms().zone())));
      case SCREENING -> new NextStep(NextStep.Kind.SCREENING_DECISION, Optional.empty());
      case HIRING -> new NextStep(NextStep.Kind.HIRE, Optional.empty());
      case HELD -> new NextStep(NextStep.Kind.SETTLEMENT, Optional.empty());
      case HIRED, PROBATION, COMPLETED, HIRE_CANCELLED, LEFT, ENDED -> payment(instalments);
      case DECLINED, REJECTED, WITHDRAWN, EXPIRED, NOT_ELIGIBLE, ALREADY_KNOWN ->
          new NextStep(NextStep.Kind.NONE, Optional.empty());
    };
  }

  private static NextStep payment(List<ShownInstalment> instalments) {
    for (var line : instalments) {
      if (line.state() == InstalmentState.RELEASED) {
        return new NextStep(NextStep.Kind.PAYMENT, line.promisedOn());
      }
      if (line.state() == InstalmentState.PLANNED && line.dueOn().isPresent()) {
        return switch (line.instalment().milestone()) {
          case END_OF_PROBATION -> new NextStep(NextStep.Kind.END_OF_PROBATION, line.dueOn());
          case FIRST_WORKING_DAY, HIRE_AGREED ->
              new NextStep(NextStep.Kind.FIRST_WORKING_DAY, line.dueOn());
        };
      }
    }
    return new NextStep(NextStep.Kind.NONE, Optional.empty());
  }
}
