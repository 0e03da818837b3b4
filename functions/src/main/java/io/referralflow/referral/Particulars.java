package io.referralflow.referral;

import io.referralflow.candidate.PersonKey;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.programme.Procedure;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.Promise;
import io.referralflow.reward.Reward;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// What was settled when a referral was submitted: who referred whom for which vacancy, and the
/// terms that hold for it. It never changes, but for a mistyped address that is corrected before
/// the answer, and the vacancy when it is moved to another one.
///
/// @param receiptNumber the number on the referrer's receipt; lower means earlier (S28)
/// @param generation counts the invitations, each to another address; only the last one's link
///   opens
/// @param invitedAt when the last one was made; reminder and expiry count from here
/// @param enteredBy who entered it on the referrer's behalf, where somebody did
/// @param movedAt when it was last moved to another vacancy, where it was
public record Particulars(
    ReferralId id,
    EmployeeId referrer,
    PersonKey person,
    VacancyId vacancy,
    long receiptNumber,
    Instant submittedAt,
    Pinned terms,
    int generation,
    Instant invitedAt,
    Optional<EmployeeId> enteredBy,
    Optional<Instant> movedAt) {

  /// As many as one byte of the link's token counts.
  public static final int LAST_GENERATION = 255;

  /// As submitted.
  public Particulars(
      ReferralId id,
      EmployeeId referrer,
      PersonKey person,
      VacancyId vacancy,
      long receiptNumber,
      Instant submittedAt,
      Pinned terms) {
    this(
        id,
        referrer,
        person,
        vacancy,
        receiptNumber,
        submittedAt,
        terms,
        1,
        submittedAt,
        Optional.empty(),
        Optional.empty());
  }

  /// As somebody entered it on the referrer's behalf.
  public Particulars enteredBy(EmployeeId recruiter) {
    return new Particulars(
        id,
        referrer,
        person,
        vacancy,
        receiptNumber,
        submittedAt,
        terms,
        generation,
        invitedAt,
        Optional.of(recruiter),
        movedAt);
  }

  /// For another vacancy. The terms stay as they were at the submission, the reward with them.
  public Particulars movedTo(VacancyId other, Instant at) {
    return new Particulars(
        id,
        referrer,
        person,
        other,
        receiptNumber,
        submittedAt,
        terms,
        generation,
        invitedAt,
        enteredBy,
        Optional.of(at));
  }

  /// Whether it is somebody's own: nobody acts on what they referred, or entered for another.
  public boolean isOwn(Employee person) {
    return person.is(referrer) || enteredBy.filter(person::is).isPresent();
  }

  /// First invited later than it was made: it began before the product kept it.
  public Particulars invitedFirst(Instant at) {
    return invitedAnew(person, generation, at);
  }

  /// With another address, to which another invitation goes.
  public Particulars invitedAnew(PersonKey right, int counted, Instant at) {
    return new Particulars(
        id,
        referrer,
        right,
        vacancy,
        receiptNumber,
        submittedAt,
        terms,
        counted,
        at,
        enteredBy,
        movedAt);
  }

  /// How long after the eligibility what finds the person is kept, so that a hire of the last day
  /// still meets its referral when HR reports it with the next quarter's corrections. Only sealed
  /// addresses, ids and a receipt number are kept for it (docs/decisions/attribution.md).
  private static final Duration LATE_REPORTS = Duration.ofDays(90);

  /// Only a hire that happened before this can be attributed to the referral.
  public Instant eligibleUntil() {
    return submittedAt.atZone(terms.zone()).plusMonths(terms.eligibilityMonths()).toInstant();
  }

  /// When the person is no longer found, so that no hire is attributed however it is dated.
  public Instant findableUntil() {
    return eligibleUntil().plus(LATE_REPORTS);
  }

  /// When the invitation expires if nobody answers it.
  public Instant expiresAt() {
    return invitedAt.plus(terms.expiryAfter());
  }

  /// The day of the referral, in the programme's zone.
  public LocalDate submittedOn() {
    return LocalDate.ofInstant(submittedAt, terms.zone());
  }

  /// The last day, in the programme's zone, that is the candidate's whole for an answer.
  public LocalDate answerBy() {
    return LocalDate.ofInstant(expiresAt(), terms.zone()).minusDays(1);
  }

  /// The terms in force at the submission, as far as they decide about this referral.
  ///
  /// @param eligibilityMonths how long after the submission a hire may happen and still count
  /// @param reminderAfter silence after which the candidate is reminded once
  /// @param expiryAfter silence after which the invitation expires
  /// @param noticeDelay how long after the candidate the referrer hears of an unhappy end
  /// @param rules who may refer, and who counts as referred
  /// @param programme the programme or action that the referral belongs to
  /// @param procedure the phases from the candidate's yes to the hire
  /// @param promisedBy what said which reward it is
  public record Pinned(
      int version,
      Reward reward,
      int probationMonths,
      Promise promise,
      int eligibilityMonths,
      ZoneId zone,
      Duration reminderAfter,
      Duration expiryAfter,
      Duration noticeDelay,
      RuleBook rules,
      ProgrammeId programme,
      Procedure procedure,
      PromisedBy promisedBy) {

    /// Terms of the standing programme, with the standard procedure and a reward of their own.
    public Pinned(
        int version,
        Reward reward,
        int probationMonths,
        Promise promise,
        int eligibilityMonths,
        ZoneId zone,
        Duration reminderAfter,
        Duration expiryAfter,
        Duration noticeDelay,
        RuleBook rules) {
      this(
          version,
          reward,
          probationMonths,
          promise,
          eligibilityMonths,
          zone,
          reminderAfter,
          expiryAfter,
          noticeDelay,
          rules,
          ProgrammeId.STANDING,
          Procedure.STANDARD,
          PromisedBy.TERMS);
    }

    /// Terms of the standing programme with the standard rules.
    public Pinned(
        int version,
        Reward reward,
        int probationMonths,
        Promise promise,
        int eligibilityMonths,
        ZoneId zone,
        Duration reminderAfter,
        Duration expiryAfter,
        Duration noticeDelay) {
      this(
          version,
          reward,
          probationMonths,
          promise,
          eligibilityMonths,
          zone,
          reminderAfter,
          expiryAfter,
          noticeDelay,
          RuleBook.STANDARD);
    }

    /// The same terms with another procedure.
    public Pinned with(Procedure other) {
      return new Pinned(
          version,
          reward,
          probationMonths,
          promise,
          eligibilityMonths,
          zone,
          reminderAfter,
          expiryAfter,
          noticeDelay,
          rules,
          programme,
          other,
          promisedBy);
    }
  }
}
