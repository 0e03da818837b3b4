package io.referralflow.referral;

import io.referralflow.candidate.Detail;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.PersonKey;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.hire.Report;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.Correction;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.Promise;
import io.referralflow.reward.Reward;
import io.referralflow.staff.EmployeeId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/// The facts of one ordinary life, on fixed days: submitted on Monday 2 March 2026, accepted the
/// next day, advanced on 5 March, hired on 20 March to begin on 1 May. EUR 3,500.00 in two halves,
/// due on 1 May and, after two months of probation, on 1 July.
public final class FactFixtures {

  public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  public static final ReferralId REFERRAL = new ReferralId("r0000000000000000000000017");
  public static final ReferralId OTHER_REFERRAL = new ReferralId("r0000000000000000000000016");
  public static final EmployeeId REFERRER = new EmployeeId("emma");
  public static final EmployeeId RECRUITER = new EmployeeId("ruben");
  public static final EmployeeId FINANCE = new EmployeeId("fatima");
  public static final EmployeeId PROGRAMME_MANAGER = new EmployeeId("petra");
  public static final PersonKey PERSON = new PersonKey("1:sam");
  public static final PersonKey RIGHT_PERSON = new PersonKey("1:samuel");
  public static final VacancyId VACANCY = new VacancyId("backend-engineer");
  public static final VacancyId OTHER_VACANCY = new VacancyId("tester");

  private FactFixtures() {}

  public static Money euros(String amount) {
    return Money.of(new BigDecimal(amount), Currency.getInstance("EUR"));
  }

  /// Half on the first working day, half at the end of probation.
  public static Particulars.Pinned terms() {
    return new Particulars.Pinned(
        1,
        Reward.of(
            euros("3500.00"),
            List.of(
                InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 50),
                InstalmentTerm.share(Milestone.END_OF_PROBATION, 50))),
        2,
        Promise.within(30),
        24,
        AMSTERDAM,
        Duration.ofDays(5),
        Duration.ofDays(14),
        Duration.ofHours(24));
  }

  /// The same terms, which want the referrer in service on another day than that of the referral.
  public static Particulars particulars(ServiceDay day) {
    var terms = terms();
    return new Particulars(
        REFERRAL,
        REFERRER,
        PERSON,
        VACANCY,
        17,
        Instant.parse("2026-03-02T09:00:00Z"),
        new Particulars.Pinned(
            terms.version(),
            terms.reward(),
            terms.probationMonths(),
            terms.promise(),
            terms.eligibilityMonths(),
            terms.zone(),
            terms.reminderAfter(),
            terms.expiryAfter(),
            terms.noticeDelay(),
            terms.rules().with(day)));
  }

  public static Particulars particulars() {
    return new Particulars(
        REFERRAL, REFERRER, PERSON, VACANCY, 17, Instant.parse("2026-03-02T09:00:00Z"), terms());
  }

  public static Fact.Submitted submitted() {
    return submitted(particulars());
  }

  public static Fact.Submitted submitted(Particulars particulars) {
    return new Fact.Submitted(particulars.submittedAt(), particulars);
  }

  public static Fact.Reminded reminded() {
    return new Fact.Reminded(Instant.parse("2026-03-07T09:00:00Z"));
  }

  public static Fact.AddressCorrected addressCorrected() {
    return new Fact.AddressCorrected(
        Instant.parse("2026-03-06T14:00:00Z"), RECRUITER, RIGHT_PERSON);
  }

  public static Fact.Moved moved() {
    return new Fact.Moved(Instant.parse("2026-03-04T09:00:00Z"), RECRUITER, OTHER_VACANCY);
  }

  public static Fact.Accepted accepted() {
    return accepted(Feedback.STAGE, Keep.PROCEDURE);
  }

  public static Fact.Accepted accepted(Feedback feedback, Keep keep) {
    return new Fact.Accepted(Instant.parse("2026-03-03T10:00:00Z"), feedback, keep);
  }

  public static Fact.Declined declined() {
    return new Fact.Declined(Instant.parse("2026-03-03T10:00:00Z"));
  }

  public static Fact.Expired expired() {
    return new Fact.Expired(Instant.parse("2026-03-16T09:00:00Z"));
  }

  /// At the first moment at which nobody can be found any more.
  public static Fact.Lapsed lapsed() {
    return new Fact.Lapsed(Instant.parse("2028-05-31T09:00:00Z"));
  }

  public static Fact.Advanced advanced() {
    return new Fact.Advanced(Instant.parse("2026-03-05T11:00:00Z"), RECRUITER);
  }

  /// Into the second phase, on 5 March, by the recruiter.
  public static Fact.PhaseEntered phaseEntered() {
    return phaseEntered("2026-03-05T11:30:00Z", "interview", "2026-03-05T11:30:00Z");
  }

  public static Fact.PhaseEntered phaseEntered(String at, String phase, String since) {
    return new Fact.PhaseEntered(
        Instant.parse(at), RECRUITER, new PhaseId(phase), new Stamp(Instant.parse(since), ""));
  }

  public static Fact.TurnedDown turnedDown() {
    return new Fact.TurnedDown(
        Instant.parse("2026-03-02T16:00:00Z"),
        new EmployeeId("event:event-7"),
        RejectionReason.SKILLS);
  }

  public static Fact.Rejected rejected() {
    return new Fact.Rejected(
        Instant.parse("2026-03-06T11:00:00Z"), RECRUITER, RejectionReason.EXPERIENCE);
  }

  public static Fact.Withdrawn withdrawn() {
    return withdrawn("2026-03-10T10:00:00Z");
  }

  public static Fact.Withdrawn withdrawn(String at) {
    return new Fact.Withdrawn(Instant.parse(at));
  }

  public static Fact.Objected objected() {
    return new Fact.Objected(Instant.parse("2026-03-10T10:00:00Z"));
  }

  public static Fact.CopyGiven copyGiven() {
    return new Fact.CopyGiven(Instant.parse("2026-03-04T10:00:00Z"));
  }

  public static Fact.Corrected corrected() {
    return new Fact.Corrected(
        Instant.parse("2026-03-04T11:00:00Z"), Set.of(Detail.NAME, Detail.PHONE));
  }

  public static Fact.TakenBack takenBack() {
    return new Fact.TakenBack(Instant.parse("2026-03-10T10:00:00Z"));
  }

  /// Hired on 20 March, to begin on 1 May; the terms say how long probation lasts.
  public static Fact.Reported hired() {
    return reported(
        "2026-03-20T12:00:00Z", ReportFixtures.hired("2026-03-20T08:00:00Z", "2026-05-01"));
  }

  /// A hire that HR made on the day before the referral was submitted.
  public static Fact.Reported hiredBeforeSubmission() {
    return reported(
        "2026-03-20T12:00:00Z", ReportFixtures.hired("2026-03-01T08:00:00Z", "2026-05-01"));
  }

  public static Fact.Reported hireCancelled() {
    return reported("2026-04-01T12:00:00Z", ReportFixtures.cancelled("2026-04-01T08:00:00Z"));
  }

  /// Left in the third week of probation.
  public static Fact.Reported left() {
    return reported(
        "2026-05-18T12:00:00Z", ReportFixtures.ended("2026-05-18T08:00:00Z", "2026-05-20"));
  }

  public static Fact.Reported reported(String at, Report report) {
    return new Fact.Reported(Instant.parse(at), report);
  }

  public static Fact.Outrun outrun() {
    return new Fact.Outrun(Instant.parse("2026-03-20T12:00:00Z"), OTHER_REFERRAL);
  }

  /// Two thirds for this referral and one for another.
  public static Fact.Divided divided() {
    return new Fact.Divided(
        Instant.parse("2026-03-20T12:00:00Z"),
        new Division(
            List.of(new Division.Part(REFERRAL, 2), new Division.Part(OTHER_REFERRAL, 1))));
  }

  public static Fact.Appealed appealed() {
    return new Fact.Appealed(
        Instant.parse("2026-03-22T12:00:00Z"),
        AppealReason.REFERRED_FIRST,
        ReportFixtures.hired("2026-03-20T08:00:00Z", "2026-05-01"));
  }

  public static Fact.SelfReferred selfReferred() {
    return new Fact.SelfReferred(Instant.parse("2026-03-20T12:00:00Z"));
  }

  /// The referrer's last day was in the second week of the hired person's probation.
  public static Fact.ReferrerLeft referrerLeft() {
    return referrerLeft("2026-06-30T22:00:00Z", "2026-05-15");
  }

  public static Fact.ReferrerLeft referrerLeft(String at, String lastDay) {
    return new Fact.ReferrerLeft(Instant.parse(at), LocalDate.parse(lastDay));
  }

  public static Fact.Allowed allowed() {
    return new Fact.Allowed(
        Instant.parse("2026-03-24T15:00:00Z"), PROGRAMME_MANAGER, SettlementReason.REFERRED_FIRST);
  }

  /// Two fifths of the reward.
  public static Fact.Allowed allowedInPart() {
    var whole = allowed();
    return new Fact.Allowed(whole.at(), whole.by(), whole.reason(), new Share(40));
  }

  public static Fact.Refused refused() {
    return new Fact.Refused(
        Instant.parse("2026-03-24T15:00:00Z"),
        PROGRAMME_MANAGER,
        SettlementReason.REFERRED_TOO_LATE);
  }

  /// Handed over at midnight of 1 May in Amsterdam; 31 May is a Sunday, so promised on the Friday.
  public static Fact.Released firstReleased() {
    return released("2026-04-30T22:00:00Z", 1, "2026-05-01", "2026-05-29");
  }

  /// Handed over at midnight of 1 July in Amsterdam.
  public static Fact.Released secondReleased() {
    return released("2026-06-30T22:00:00Z", 2, "2026-07-01", "2026-07-31");
  }

  public static Fact.Released released(String at, int instalment, String dueOn, String promisedOn) {
    return new Fact.Released(
        Instant.parse(at), instalment, LocalDate.parse(dueOn), LocalDate.parse(promisedOn));
  }

  public static Fact.Paid firstPaid() {
    return paid("2026-05-28T13:00:00Z", 1, "2026-05-28");
  }

  public static Fact.Paid secondPaid() {
    return paid("2026-07-30T13:00:00Z", 2, "2026-07-30");
  }

  public static Fact.Paid paid(String at, int instalment, String paidOn) {
    return new Fact.Paid(Instant.parse(at), instalment, LocalDate.parse(paidOn), FINANCE);
  }

  public static Fact.CandidateTold candidateTold() {
    return candidateTold("2026-03-16T09:05:00Z");
  }

  public static Fact.CandidateTold candidateTold(String at) {
    return new Fact.CandidateTold(Instant.parse(at));
  }

  public static Fact.Erased erased() {
    return erased("2026-09-01T04:00:00Z");
  }

  public static Fact.Erased erased(String at) {
    return new Fact.Erased(Instant.parse(at));
  }

  /// Finance holds the first half, after its release on 1 May.
  public static Fact.PutOnHold firstOnHold() {
    return new Fact.PutOnHold(
        Instant.parse("2026-05-04T08:00:00Z"), 1, HoldReason.AMOUNT_IN_DOUBT, FINANCE);
  }

  /// Finance pays it after all.
  public static Fact.TakenOffHold firstOffHold() {
    return new Fact.TakenOffHold(Instant.parse("2026-05-05T08:00:00Z"), 1, FINANCE);
  }

  /// Half of the first half was paid.
  public static Fact.PaymentCorrected firstCorrected() {
    return new Fact.PaymentCorrected(
        Instant.parse("2026-06-02T08:00:00Z"),
        1,
        LocalDate.parse("2026-05-28"),
        new Correction(1, CorrectionReason.ENTERED_WRONGLY, euros("500.00")),
        FINANCE);
  }

  /// One fact of every kind; a report is a hire.
  public static List<Fact> oneOfEachKind() {
    return List.of(
        submitted(),
        reminded(),
        addressCorrected(),
        moved(),
        accepted(),
        declined(),
        expired(),
        lapsed(),
        withdrawn(),
        objected(),
        copyGiven(),
        corrected(),
        takenBack(),
        advanced(),
        phaseEntered(),
        turnedDown(),
        rejected(),
        hired(),
        divided(),
        outrun(),
        appealed(),
        selfReferred(),
        referrerLeft(),
        allowed(),
        refused(),
        firstReleased(),
        firstPaid(),
        firstOnHold(),
        firstOffHold(),
        firstCorrected(),
        candidateTold(),
        erased());
  }
}
