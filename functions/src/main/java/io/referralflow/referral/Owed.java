package io.referralflow.referral;

import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Hire;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Payment;
import io.referralflow.reward.Reward;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is owed on a hire: a pure function of the pinned terms, the registers that HR's reports set
/// and what was released.
public final class Owed {

  private Owed() {}

  /// One instalment and where it stands.
  ///
  /// @param dueOn the day from whose beginning, in the programme's zone, it may be released
  public record Line(
      Instalment instalment, LocalDate dueOn, InstalmentState state, Optional<Payment> payment) {}

  /// The whole reward of a referral: that of its terms, or its part where others earn it too, or
  /// what was allowed of that.
  public static Reward reward(Referral referral) {
    return switch (referral) {
      case Employed employed -> reward(employed.particulars(), employed.hire());
      case Held held -> reward(held.particulars(), held.hire());
      case Referral.Open _, Referral.Ended _ -> referral.particulars().terms().reward();
    };
  }

  static Reward reward(Particulars particulars, Hire hire) {
    var whole = particulars.terms().reward();
    var division = hire.entitlement().division();
    var share = hire.entitlement().share();
    return division.isEmpty() && share.isWhole()
        ? whole
        : new Reward(
            whole.instalments().stream()
                .map(part -> allowed(divided(part, particulars.id(), division), share))
                .toList());
  }

  private static Instalment divided(
      Instalment part, ReferralId referral, Optional<Division> division) {
    return division
        .map(among ->
            new Instalment(
                part.number(),
                part.milestone(),
                among.of(part.amount(), referral),
                part.benefit().filter(_ -> among.isFirst(referral))))
        .orElse(part);
  }

  private static Instalment allowed(Instalment part, Share share) {
    return new Instalment(part.number(), part.milestone(), share.of(part.amount()), part.benefit());
  }

  /// Every instalment of a hire that is something. A released one keeps the due day it was released
  /// with.
  public static List<Line> of(Particulars particulars, Hire hire) {
    return whole(particulars, hire).stream()
        .filter(line -> line.payment().isPresent() || !isOfAnother(particulars, line.instalment()))
        .toList();
  }

  /// A part that is no money is not divided: to whoever shares the reward without getting it, it is
  /// nothing.
  private static boolean isOfAnother(Particulars particulars, Instalment mine) {
    return mine.benefit().isEmpty()
        && particulars
            .terms()
            .reward()
            .instalment(mine.number())
            .flatMap(Instalment::benefit)
            .isPresent();
  }

  /// The same with the parts that are nothing, which earlier versions released.
  static List<Line> whole(Particulars particulars, Hire hire) {
    return reward(particulars, hire).instalments().stream()
        .map(instalment -> line(particulars, hire, instalment))
        .toList();
  }

  /// Every instalment of a referral that has a hire; a held one's are all held.
  public static List<Line> of(Referral referral) {
    return switch (referral) {
      case Employed employed -> of(employed.particulars(), employed.hire());
      case Held held ->
          of(held.particulars(), held.hire()).stream()
              .map(line ->
                  new Line(line.instalment(), line.dueOn(), InstalmentState.HELD, line.payment()))
              .toList();
      case Referral.Open _, Referral.Ended _ -> List.of();
    };
  }

  private static Line line(Particulars particulars, Hire hire, Instalment instalment) {
    var payment = hire.payment(instalment.number());
    var terms = particulars.terms();
    var day = hire.employment().day(instalment.milestone(), terms.probationMonths(), terms.zone());
    var state =
        payment
            .map(Owed::state)
            .orElseGet(() ->
                hire.employment().inServiceOn(day) && isReferrerInService(particulars, hire, day)
                    ? InstalmentState.PLANNED
                    : InstalmentState.CANCELLED);
    return new Line(instalment, payment.map(Payment::dueOn).orElse(day), state, payment);
  }

  private static InstalmentState state(Payment made) {
    if (made.paidOn().isPresent()) {
      return InstalmentState.PAID;
    }
    return made.heldBecause().isPresent() ? InstalmentState.HELD : InstalmentState.RELEASED;
  }

  /// Whether, on what HR says now, the hire was in service on the day of the milestone. What vested
  /// is not taken back.
  public static boolean isVested(Employed employed, Instalment instalment) {
    var terms = employed.particulars().terms();
    var employment = employed.hire().employment();
    return employment.inServiceOn(
        employment.day(instalment.milestone(), terms.probationMonths(), terms.zone()));
  }

  private static boolean isReferrerInService(Particulars particulars, Hire hire, LocalDate day) {
    var terms = particulars.terms();
    return hire.entitlement()
        .referrerLeft()
        .filter(last ->
            !terms
                .rules()
                .isInService(
                    last,
                    hire.employment()
                        .day(Milestone.HIRE_AGREED, terms.probationMonths(), terms.zone()),
                    day))
        .isEmpty();
  }

  /// The instalment to be released next: the planned one that is due first.
  public static Optional<Line> next(Referral referral) {
    return of(referral).stream()
        .filter(line -> line.state() == InstalmentState.PLANNED)
        .min(
            Comparator.comparing(Line::dueOn).thenComparingInt(line -> line.instalment().number()));
  }

  static boolean anyPlanned(List<Line> lines) {
    return lines.stream().anyMatch(line -> line.state() == InstalmentState.PLANNED);
  }

  static boolean begun(List<Line> lines) {
    return lines.stream()
        .anyMatch(line ->
            !line.instalment().milestone().equals(Milestone.HIRE_AGREED)
                && line.payment().isPresent());
  }
}
