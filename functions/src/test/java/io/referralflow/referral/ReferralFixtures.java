package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.addressCorrected;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.expired;
import static io.referralflow.referral.FactFixtures.firstPaid;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hireCancelled;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.hiredBeforeSubmission;
import static io.referralflow.referral.FactFixtures.lapsed;
import static io.referralflow.referral.FactFixtures.left;
import static io.referralflow.referral.FactFixtures.outrun;
import static io.referralflow.referral.FactFixtures.particulars;
import static io.referralflow.referral.FactFixtures.phaseEntered;
import static io.referralflow.referral.FactFixtures.refused;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.reminded;
import static io.referralflow.referral.FactFixtures.secondPaid;
import static io.referralflow.referral.FactFixtures.secondReleased;
import static io.referralflow.referral.FactFixtures.selfReferred;
import static io.referralflow.referral.FactFixtures.submitted;
import static io.referralflow.referral.FactFixtures.takenBack;
import static io.referralflow.referral.FactFixtures.turnedDown;
import static io.referralflow.referral.FactFixtures.withdrawn;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.programme.Phase;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.Procedure;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A referral in every state, each made by a life that led there (see [FactFixtures] for the days),
/// and withers to change what was settled at the submission.
public final class ReferralFixtures {

  private ReferralFixtures() {}

  public static Referral.Invited anInvitedReferral() {
    return (Referral.Invited) livedBy();
  }

  /// Silent for five days, and reminded.
  public static Referral.Invited aRemindedReferral() {
    return (Referral.Invited) livedBy(reminded());
  }

  /// Reminded at a mistyped address, and invited anew.
  public static Referral.Invited aCorrectedReferral() {
    return (Referral.Invited) livedBy(reminded(), addressCorrected());
  }

  public static Referral.Screening aReferralInScreening() {
    return (Referral.Screening) livedBy(accepted());
  }

  public static Referral.Hiring aReferralInHiring() {
    return (Referral.Hiring) livedBy(accepted(), advanced());
  }

  /// Hired, to begin on 1 May.
  public static Referral.Hired aHiredReferral() {
    return (Referral.Hired) livedBy(accepted(), advanced(), hired());
  }

  /// The first instalment was released on 1 May.
  public static Referral.Probation aReferralInProbation() {
    return (Referral.Probation) livedBy(accepted(), advanced(), hired(), firstReleased());
  }

  /// Both instalments were released; only the first is paid.
  public static Referral.Completed aCompletedReferral() {
    return (Referral.Completed)
        livedBy(accepted(), advanced(), hired(), firstReleased(), firstPaid(), secondReleased());
  }

  /// Both instalments were released and paid.
  public static Referral.Completed aPaidReferral() {
    return (Referral.Completed)
        livedBy(
            accepted(),
            advanced(),
            hired(),
            firstReleased(),
            firstPaid(),
            secondReleased(),
            secondPaid());
  }

  public static Referral.HireCancelled aReferralWithItsHireCancelled() {
    return (Referral.HireCancelled) livedBy(accepted(), advanced(), hired(), hireCancelled());
  }

  /// Left in probation: the first instalment was released, the second is cancelled.
  public static Referral.Left aReferralThatLeft() {
    return (Referral.Left) livedBy(accepted(), advanced(), hired(), firstReleased(), left());
  }

  /// HR reports a hire although the candidate was rejected.
  public static Referral.Held aReferralHeldAfterItsEnd() {
    return (Referral.Held) livedBy(accepted(), rejected(), hired());
  }

  /// HR reports a hire that is older than the referral.
  public static Referral.Held aReferralHeldAsTooLate() {
    return (Referral.Held) livedBy(hiredBeforeSubmission());
  }

  public static Referral.Declined aDeclinedReferral() {
    return (Referral.Declined) livedBy(declined());
  }

  public static Referral.Expired anExpiredReferral() {
    return (Referral.Expired) livedBy(reminded(), expired());
  }

  /// With the recruiters until no hire could count any more.
  public static Referral.Lapsed aLapsedReferral() {
    return (Referral.Lapsed) livedBy(accepted(), advanced(), lapsed());
  }

  public static Referral.Rejected aRejectedReferral() {
    return (Referral.Rejected) livedBy(accepted(), rejected());
  }

  public static Referral.Withdrawn aReferralThatTheCandidateWithdrew() {
    return (Referral.Withdrawn) livedBy(accepted(), withdrawn());
  }

  public static Referral.Withdrawn aReferralThatTheReferrerTookBack() {
    return (Referral.Withdrawn) livedBy(accepted(), takenBack());
  }

  /// Held, and refused by the programme manager.
  public static Referral.NotEligible aRefusedReferral() {
    return (Referral.NotEligible) livedBy(hiredBeforeSubmission(), refused());
  }

  /// The hired person turned out to be the referrer.
  public static Referral.NotEligible aReferralOfOneself() {
    return (Referral.NotEligible) livedBy(accepted(), advanced(), hired(), selfReferred());
  }

  public static Referral.AlreadyKnown anAlreadyKnownReferral() {
    return (Referral.AlreadyKnown) livedBy(accepted(), outrun());
  }

  /// HR gave Sam a second number, under which the hire stands, with a last day known, and the first
  /// one's is kept.
  public static Referral.Hired aReferralHiredUnderTwoNumbers() {
    var second = new HrNumber("HR-2099");
    return (Referral.Hired)
        Life.of(
            aHiredReferral(),
            List.of(
                FactFixtures.reported(
                    "2026-04-10T12:00:00Z",
                    new Report.Hired(
                        second,
                        ReportFixtures.stamp("2026-04-10T08:00:00Z"),
                        LocalDate.parse("2026-05-04"),
                        Optional.of(LocalDate.parse("2026-07-31")))),
                FactFixtures.reported(
                    "2026-04-11T12:00:00Z",
                    new Report.Ended(
                        second,
                        ReportFixtures.stamp("2026-04-11T08:00:00Z"),
                        LocalDate.parse("2026-06-30")))));
  }

  /// Every state, some of them twice because they have two faces.
  public static List<Referral> oneOfEachState() {
    return List.of(
        anInvitedReferral(),
        aRemindedReferral(),
        aCorrectedReferral(),
        aReferralInScreening(),
        aReferralInHiring(),
        aHiredReferral(),
        aReferralInProbation(),
        aCompletedReferral(),
        aPaidReferral(),
        aReferralHeldAfterItsEnd(),
        aReferralHeldAsTooLate(),
        aDeclinedReferral(),
        anExpiredReferral(),
        aLapsedReferral(),
        aRejectedReferral(),
        aReferralThatTheCandidateWithdrew(),
        aReferralThatTheReferrerTookBack(),
        aReferralWithItsHireCancelled(),
        aReferralThatLeft(),
        aRefusedReferral(),
        aReferralOfOneself(),
        anAlreadyKnownReferral());
  }

  /// What the submission of [FactFixtures#particulars] and these facts make.
  public static Referral livedBy(Fact... facts) {
    return lived(particulars(), facts);
  }

  /// What a submission and these facts make.
  public static Referral lived(Particulars particulars, Fact... facts) {
    var all = new ArrayList<Fact>();
    all.add(submitted(particulars));
    all.addAll(List.of(facts));
    return Life.of(all);
  }

  /// Through a procedure of its own, to its last phase and back.
  public static Referral aReferralMovedThroughPhases() {
    var old = particulars();
    var phases =
        List.of(
            new Phase(new PhaseId("talk"), "Kennismaking", "First talk"),
            new Phase(new PhaseId("offer"), "Aanbod", "Offer"));
    return Life.of(
        List.of(
            submitted(
                new Particulars(
                    old.id(),
                    old.referrer(),
                    old.person(),
                    old.vacancy(),
                    old.receiptNumber(),
                    old.submittedAt(),
                    old.terms().with(new Procedure(phases)))),
            accepted(),
            phaseEntered("2026-03-05T11:30:00Z", "offer", "2026-03-05T11:30:00Z"),
            phaseEntered("2026-03-06T11:30:00Z", "talk", "2026-03-06T11:30:00Z")));
  }

  /// HR turned it down before the candidate answered.
  public static Referral aReferralTurnedDownUnanswered() {
    return Life.of(List.of(submitted(), turnedDown()));
  }

  public static Referral with(Referral referral, Particulars particulars) {
    var dossier = referral.dossier();
    return referral.with(
        new Dossier(
            particulars,
            dossier.feedback(),
            dossier.keep(),
            dossier.toldAt(),
            dossier.withdrawnAt(),
            dossier.erasedAt(),
            dossier.course()));
  }

  public static Particulars withId(Particulars old, ReferralId id) {
    return new Particulars(
        id,
        old.referrer(),
        old.person(),
        old.vacancy(),
        old.receiptNumber(),
        old.submittedAt(),
        old.terms());
  }

  public static Particulars withReferrer(Particulars old, EmployeeId referrer) {
    return new Particulars(
        old.id(),
        referrer,
        old.person(),
        old.vacancy(),
        old.receiptNumber(),
        old.submittedAt(),
        old.terms());
  }

  public static Particulars withPerson(Particulars old, PersonKey person) {
    return new Particulars(
        old.id(),
        old.referrer(),
        person,
        old.vacancy(),
        old.receiptNumber(),
        old.submittedAt(),
        old.terms());
  }

  public static Particulars withVacancy(Particulars old, VacancyId vacancy) {
    return new Particulars(
        old.id(),
        old.referrer(),
        old.person(),
        vacancy,
        old.receiptNumber(),
        old.submittedAt(),
        old.terms());
  }

  /// With another receipt, as of a referral submitted at another moment.
  public static Particulars withReceipt(Particulars old, long number, Instant submittedAt) {
    return new Particulars(
        old.id(), old.referrer(), old.person(), old.vacancy(), number, submittedAt, old.terms());
  }

  public static Particulars withTerms(Particulars old, Particulars.Pinned terms) {
    return new Particulars(
        old.id(),
        old.referrer(),
        old.person(),
        old.vacancy(),
        old.receiptNumber(),
        old.submittedAt(),
        terms);
  }
}
