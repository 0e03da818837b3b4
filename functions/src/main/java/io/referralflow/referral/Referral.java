package io.referralflow.referral;

import io.referralflow.hire.Employment;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.reward.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Somebody's recommendation of a candidate for a vacancy. It is **open** while the candidate is
/// invited, screened and considered; **employed** from the day HR says that the candidate was hired
/// until the last instalment is settled; or it **ended** without a reward. One that contradicts
/// what HR reports is **held** for a person to decide.
///
/// A referral is the fold of its facts: [Life] says which fact leads from which state to which.
public sealed interface Referral {

  Dossier dossier();

  /// The same state with another dossier.
  Referral with(Dossier dossier);

  default Particulars particulars() {
    return dossier().particulars();
  }

  default ReferralId id() {
    return particulars().id();
  }

  /// Before the hire: the candidate or a recruiter still decides.
  sealed interface Open extends Referral {
    /// What an unhappy end from here is told as.
    Stage stage();
  }

  /// The candidate was asked and has not answered.
  record Invited(Dossier dossier, Optional<Instant> remindedAt) implements Open {
    @Override
    public Invited with(Dossier other) {
      return new Invited(other, remindedAt);
    }

    @Override
    public Stage stage() {
      return Stage.INVITED;
    }
  }

  /// The candidate said yes; a recruiter is to decide.
  record Screening(Dossier dossier, Instant since) implements Open {
    @Override
    public Screening with(Dossier other) {
      return new Screening(other, since);
    }

    @Override
    public Stage stage() {
      return Stage.SCREENING;
    }
  }

  /// The screening was passed; HR is to say whether the candidate is hired.
  record Hiring(Dossier dossier, Instant since) implements Open {
    @Override
    public Hiring with(Dossier other) {
      return new Hiring(other, since);
    }

    @Override
    public Stage stage() {
      return Stage.HIRING;
    }
  }

  /// From the hire on: money is, was or could have been owed.
  sealed interface Employed extends Referral {
    Hire hire();

    /// The same state with what was done about the instalments since.
    Employed with(Hire other);
  }

  /// Hired; no instalment of the first working day has been released yet.
  record Hired(Dossier dossier, Hire hire) implements Employed {
    @Override
    public Hired with(Dossier other) {
      return new Hired(other, hire);
    }

    @Override
    public Hired with(Hire other) {
      return new Hired(dossier, other);
    }
  }

  /// At work; a later instalment is still to come.
  record Probation(Dossier dossier, Hire hire) implements Employed {
    @Override
    public Probation with(Dossier other) {
      return new Probation(other, hire);
    }

    @Override
    public Probation with(Hire other) {
      return new Probation(dossier, other);
    }
  }

  /// Every instalment was released.
  record Completed(Dossier dossier, Hire hire) implements Employed {
    @Override
    public Completed with(Dossier other) {
      return new Completed(other, hire);
    }

    @Override
    public Completed with(Hire other) {
      return new Completed(dossier, other);
    }
  }

  /// The hire was called off; what was not released is cancelled.
  record HireCancelled(Dossier dossier, Hire hire) implements Employed {
    @Override
    public HireCancelled with(Dossier other) {
      return new HireCancelled(other, hire);
    }

    @Override
    public HireCancelled with(Hire other) {
      return new HireCancelled(dossier, other);
    }
  }

  /// The hired person, or a referrer who by the terms must be in service, left before a milestone;
  /// what had not vested is cancelled.
  record Left(Dossier dossier, Hire hire) implements Employed {
    @Override
    public Left with(Dossier other) {
      return new Left(other, hire);
    }

    @Override
    public Left with(Hire other) {
      return new Left(dossier, other);
    }

    /// Whether more would be owed if the referrer had stayed.
    boolean isByReferrer() {
      return Owed.anyPlanned(
          Owed.of(
              particulars(),
              hire.entitling(earns -> earns.withReferrersLastDay(Optional.empty()))));
    }
  }

  /// A person must decide whether this referral earns the hire that HR reports.
  ///
  /// @param from the stage shown before
  record Held(Dossier dossier, HeldBecause because, Stage from, Instant since, Hire hire)
      implements Referral {
    @Override
    public Held with(Dossier other) {
      return new Held(other, because, from, since, hire);
    }
  }

  /// Over without a hire that earns.
  sealed interface Ended extends Referral {
    Instant endedAt();

    /// How far it had come.
    Stage stage();
  }

  /// The candidate said no to the invitation.
  record Declined(Dossier dossier, Instant endedAt) implements Ended {
    @Override
    public Declined with(Dossier other) {
      return new Declined(other, endedAt);
    }

    @Override
    public Stage stage() {
      return Stage.INVITED;
    }
  }

  /// The candidate never answered.
  record Expired(Dossier dossier, Instant endedAt) implements Ended {
    @Override
    public Expired with(Dossier other) {
      return new Expired(other, endedAt);
    }

    @Override
    public Stage stage() {
      return Stage.INVITED;
    }
  }

  /// The candidate said yes, and nobody ended it until no hire could count any more.
  record Lapsed(Dossier dossier, Instant endedAt, Stage stage) implements Ended {
    @Override
    public Lapsed with(Dossier other) {
      return new Lapsed(other, endedAt, stage);
    }
  }

  /// A recruiter rejected the candidate.
  record Rejected(Dossier dossier, Instant endedAt, Stage stage, RejectionReason reason)
      implements Ended {
    @Override
    public Rejected with(Dossier other) {
      return new Rejected(other, endedAt, stage, reason);
    }
  }

  /// The candidate withdrew, or the referrer took the referral back, before a hire.
  record Withdrawn(Dossier dossier, Instant endedAt, Stage stage, boolean byReferrer)
      implements Ended {
    @Override
    public Withdrawn with(Dossier other) {
      return new Withdrawn(other, endedAt, stage, byReferrer);
    }
  }

  /// A hire that this referral may not earn, as a person decided or the terms say.
  ///
  /// @param wasHeld whether the referrer saw it held before
  record NotEligible(Dossier dossier, Instant endedAt, Stage stage, boolean wasHeld)
      implements Ended {
    @Override
    public NotEligible with(Dossier other) {
      return new NotEligible(other, endedAt, stage, wasHeld);
    }
  }

  /// Another referral of the same candidate earned the hire.
  record AlreadyKnown(Dossier dossier, Instant endedAt, Stage stage) implements Ended {
    @Override
    public AlreadyKnown with(Dossier other) {
      return new AlreadyKnown(other, endedAt, stage);
    }
  }

  /// What is known of the hire, and what was done about the instalments.
  ///
  /// @param employee the HR number whose employment counts: of several that HR gave the same person
  ///   the one that stands, and of those the one hired last
  /// @param employment what HR says under this number
  /// @param others what HR says of the same person under other numbers
  /// @param payments the released instalments, in order of their number
  /// @param attributedAt when the hire was attributed to this referral
  /// @param revisedAt when a report last changed which instalments are owed, or moved the state
  /// @param cancelledAt since when each instalment is cancelled that is
  record Hire(
      HrNumber employee,
      Employment employment,
      Map<HrNumber, Employment> others,
      List<Payment> payments,
      Instant attributedAt,
      Instant revisedAt,
      Map<Integer, Instant> cancelledAt,
      Entitlement entitlement) {

    private static final Comparator<Map.Entry<HrNumber, Employment>> WHICH_COUNTS =
        Comparator.<Map.Entry<HrNumber, Employment>, Boolean>comparing(
                numbered -> numbered.getValue().hired().value())
            .thenComparing(numbered -> numbered.getValue().hired().stamp());

    /// The hire of somebody who was not known before, which earns the whole reward.
    public Hire(
        HrNumber employee,
        Employment employment,
        Map<HrNumber, Employment> others,
        List<Payment> payments,
        Instant attributedAt,
        Instant revisedAt,
        Map<Integer, Instant> cancelledAt) {
      this(
          employee,
          employment,
          others,
          payments,
          attributedAt,
          revisedAt,
          cancelledAt,
          Entitlement.WHOLE);
    }

    public Hire {
      others = Map.copyOf(others);
      payments = List.copyOf(payments);
      cancelledAt = Map.copyOf(cancelledAt);
    }

    static Hire of(Report.Hired report, Instant at) {
      return new Hire(
          report.employee(), Employment.of(report), Map.of(), List.of(), at, at, Map.of());
    }

    Hire revised(Instant at) {
      return new Hire(
          employee, employment, others, payments, attributedAt, at, cancelledAt, entitlement);
    }

    Hire paying(List<Payment> other) {
      return new Hire(
          employee, employment, others, other, attributedAt, revisedAt, cancelledAt, entitlement);
    }

    Hire paying(int instalment, UnaryOperator<Payment> change) {
      return paying(
          payments.stream()
              .map(each -> each.instalment() == instalment ? change.apply(each) : each)
              .toList());
    }

    Hire cancelled(Map<Integer, Instant> since) {
      return new Hire(
          employee, employment, others, payments, attributedAt, revisedAt, since, entitlement);
    }

    /// Whether a report says something about this hire: it is a hire itself, or of a number that
    /// was hired.
    boolean isAbout(Report report) {
      return report instanceof Report.Hired
          || report.employee().equals(employee)
          || others.containsKey(report.employee());
    }

    /// The hire after one more report. Each HR number keeps an employment of its own, so that what
    /// is said of one that was given up changes nothing for its successor.
    Hire with(Report report) {
      var numbered = new HashMap<>(others);
      numbered.put(employee, employment);
      if (report instanceof Report.Hired hired && !numbered.containsKey(hired.employee())) {
        numbered.put(hired.employee(), Employment.of(hired));
      } else {
        numbered.computeIfPresent(report.employee(), (_, known) -> known.with(report));
      }
      var counts = numbered.entrySet().stream().max(WHICH_COUNTS).orElseThrow();
      numbered.remove(counts.getKey());
      return new Hire(
          counts.getKey(),
          counts.getValue(),
          numbered,
          payments,
          attributedAt,
          revisedAt,
          cancelledAt,
          entitlement);
    }

    Hire entitling(UnaryOperator<Entitlement> change) {
      return new Hire(
          employee,
          employment,
          others,
          payments,
          attributedAt,
          revisedAt,
          cancelledAt,
          change.apply(entitlement));
    }

    /// The earliest hire of this person that was reported.
    Stamp firstHire() {
      return Stream.concat(Stream.of(employment), others.values().stream())
          .map(Employment::firstHire)
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }

    /// The released instalment of a number; empty while it is not released.
    public Optional<Payment> payment(int instalment) {
      return payments.stream().filter(each -> each.instalment() == instalment).findFirst();
    }
  }

  /// What of the reward of a hire the referrer is entitled to.
  ///
  /// @param known whether HR ever said that the terms count this person as known before
  /// @param division how the reward is divided, where others earn it too
  /// @param referrerLeft the referrer's last day of service, once it turned out to matter
  /// @param share how much of the reward, or of the part of it, was allowed
  record Entitlement(
      boolean known, Optional<Division> division, Optional<LocalDate> referrerLeft, Share share) {

    /// All of it.
    public static final Entitlement WHOLE =
        new Entitlement(false, Optional.empty(), Optional.empty(), Share.WHOLE);

    Entitlement divided(Division into) {
      return new Entitlement(known, Optional.of(into), referrerLeft, share);
    }

    Entitlement allowed(Share how) {
      return new Entitlement(known, division, referrerLeft, how);
    }

    Entitlement withReferrersLastDay(Optional<LocalDate> day) {
      return new Entitlement(known, division, day, share);
    }

    /// Once HR said whether the person was known before. It is not unsaid by a report that says
    /// nothing of it, in whatever order reports come.
    Entitlement known(boolean said) {
      return new Entitlement(known || said, division, referrerLeft, share);
    }
  }
}
