package io.referralflow.tests.upgrade;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.probationChanged;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.TakeInApplicationEvent;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.invitation.AnswerInvitation.Answering;
import io.referralflow.payout.ConfirmPayout.Confirmation;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.payout.CorrectPayout;
import io.referralflow.payout.HoldPayout;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ApplicationEvent.Saying;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.PayoutReference;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.screening.CorrectAddress;
import io.referralflow.screening.MoveReferral;
import io.referralflow.staff.Caller;
import io.referralflow.submission.EnterReferral;
import io.referralflow.submission.SubmitReferral.Submission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The life of a referral as people and HR tell it, and how it must end. It may be cut after any of
/// its steps and gone on with by another release. EUR 2,000.00 in halves.
enum Tale {
  PAID(
      StateName.COMPLETED,
      List.of(
          "released 1 1000.00 due 2026-05-01",
          "paid 1 1000.00 on 2026-05-28",
          "released 2 1000.00 due 2026-07-01",
          "paid 2 1000.00 on 2026-07-30"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      passes("2026-05-01T12:00"),
      at("2026-05-28T15:00", each -> each.confirms(1, "2026-05-28")),
      passes("2026-07-01T12:00"),
      at("2026-07-30T15:00", each -> each.confirms(2, "2026-07-30"))),
  MOVED(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-18", "released 2 1000.00 due 2026-07-18"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      at("2026-04-20T11:00", each -> each.hears(startMoved(each.hrNumber, "2026-05-18"))),
      passes("2026-05-20T12:00")),
  LEFT_ON_THE_LAST_DAY_OF_PROBATION(
      StateName.LEFT,
      List.of("released 1 1000.00 due 2026-05-01", "cancelled 2 1000.00"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      at("2026-06-10T11:00", each -> each.hears(left(each.hrNumber, "2026-06-30"))),
      passes("2026-07-02T11:00")),
  LEFT_A_DAY_LATER(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      hires("2026-05-01"),
      at("2026-06-10T11:00", each -> each.hears(left(each.hrNumber, "2026-07-01")))),
  CALLED_OFF_AND_HIRED_AGAIN(
      StateName.COMPLETED,
      List.of(
          "cancelled 1 1000.00",
          "cancelled 2 1000.00",
          "revived 1 1000.00",
          "revived 2 1000.00",
          "released 1 1000.00 due 2026-06-01",
          "released 2 1000.00 due 2026-08-01"),
      accepts(),
      hires("2026-05-01"),
      at("2026-04-02T11:00", each -> each.hears(cancelled(each.hrNumber))),
      at("2026-04-20T11:00", each -> each.hears(hired(each.hrNumber, "2026-06-01")))),
  CALLED_OFF(
      StateName.HIRE_CANCELLED,
      List.of("cancelled 1 1000.00", "cancelled 2 1000.00"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      at("2026-04-30T23:30", each -> each.hears(cancelled(each.hrNumber)))),
  REJECTED_YET_HIRED_AND_ALLOWED(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      at("2026-03-05T11:00", each -> each.world.rejects(RUBEN, each.id, RejectionReason.SKILLS)),
      hires("2026-05-01"),
      at("2026-03-25T11:00", each -> each.world.allows(PETRA, each.id))),
  HIRED_BEFORE_IT_WAS_SUBMITTED_AND_REFUSED(
      StateName.NOT_ELIGIBLE,
      List.of("cancelled 1 1000.00", "cancelled 2 1000.00"),
      at(
          "2026-03-20T16:00",
          each ->
              each.hears(
                  hired(each.hrNumber, "2026-05-01")
                      .of(each.address)
                      .occurred(World.moment("2026-02-20T10:00")))),
      at("2026-03-25T11:00", each -> each.world.refuses(PETRA, each.id))),
  OF_ONESELF(
      StateName.NOT_ELIGIBLE,
      List.of("cancelled 1 1000.00", "cancelled 2 1000.00"),
      accepts(),
      at(
          "2026-03-20T16:00",
          each ->
              each.hears(
                  hired(each.referrer.employee().hrNumber().orElseThrow(), "2026-05-01")
                      .of(each.address)))),
  REJECTED(
      StateName.REJECTED,
      List.of(),
      accepts(),
      advances(),
      at("2026-03-12T11:00", each -> each.world.rejects(RUBEN, each.id, RejectionReason.LANGUAGE)),
      passes("2026-03-14T11:00")),
  SILENT(
      StateName.EXPIRED,
      List.of(),
      passes("2026-03-08T11:00"),
      passes("2026-03-17T11:00"),
      passes("2026-03-19T11:00")),
  DECLINED(
      StateName.DECLINED,
      List.of(),
      at("2026-03-03T20:00", each -> each.world.declines(each.id)),
      passes("2026-03-05T11:00")),
  WITHDRAWN(
      StateName.WITHDRAWN,
      List.of(),
      accepts(),
      advances(),
      at("2026-03-10T20:00", each -> each.world.withdraws(each.id)),
      passes("2026-03-12T11:00")),
  TAKEN_BACK(
      StateName.WITHDRAWN,
      List.of(),
      at("2026-03-04T20:00", each -> each.world.takesBack(each.referrer, each.id)),
      passes("2026-03-06T11:00")),
  WITHDRAWN_AFTER_THE_HIRE(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      at("2026-04-10T20:00", each -> each.world.withdraws(each.id)),
      passes("2026-05-12T11:00")),
  THROUGH_THE_PHASES(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      at("2026-03-05T11:00", each -> each.world.moves(RUBEN, each.id, "interview")),
      at("2026-03-09T11:00", each -> each.world.moves(ROSA, each.id, "offer")),
      at("2026-03-10T11:00", each -> each.world.moves(RUBEN, each.id, "interview")),
      hires("2026-05-01")),
  ADVANCED_BEFORE_THE_ANSWER(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      at("2026-03-03T10:00", each -> each.hears(new Saying.Advanced(new PhaseId("interview")))),
      accepts(),
      hires("2026-05-01")),
  TURNED_DOWN_BEFORE_THE_ANSWER(
      StateName.REJECTED,
      List.of(),
      at("2026-03-03T10:00", each -> each.hears(new Saying.Rejected(RejectionReason.SKILLS))),
      accepts(),
      passes("2026-03-05T11:00")),
  TURNED_DOWN_AND_MOVED_TO_ANOTHER_VACANCY(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      at("2026-03-03T10:00", each -> each.hears(new Saying.Rejected(RejectionReason.SKILLS))),
      at("2026-03-03T12:00", each -> each.movesTo(Programme.DATA_ENGINEER)),
      accepts(),
      advances(),
      hires("2026-05-01")),
  MOVED_TO_ANOTHER_VACANCY(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      at("2026-03-04T12:00", each -> each.movesTo(Programme.DATA_ENGINEER)),
      advances(),
      hires("2026-05-01")),
  ADDRESS_CORRECTED(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      correctsAddress("2026-03-02T15:00"),
      accepts(),
      advances(),
      at(
          "2026-03-20T16:00",
          each -> each.hears(hired(each.hrNumber, "2026-05-01").of(each.rightAddress)))),
  ADDRESS_CORRECTED_AND_SILENT(
      StateName.EXPIRED,
      List.of(),
      correctsAddress("2026-03-06T15:00"),
      passes("2026-03-12T11:00"),
      passes("2026-03-21T11:00")),
  ENTERED_ON_BEHALF(
      Told::isEntered,
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      at("2026-03-05T11:00", each -> each.world.advances(ROSA, each.id)),
      hires("2026-05-01")),
  REFERRED_BY_ANOTHER_BEFORE(
      Told::isReferredTwice,
      StateName.ALREADY_KNOWN,
      List.of(),
      accepts(),
      advances(),
      hires("2026-05-01", "2026-03-12T16:00"),
      passes("2026-03-14T11:00"),
      passes("2026-05-02T11:00")),
  REFERRED_BY_ANOTHER_BEFORE_AND_SILENT(
      Told::isReferredTwice,
      StateName.ALREADY_KNOWN,
      List.of(),
      hires("2026-05-01", "2026-03-12T16:00")),
  EXPIRED_YET_HIRED_AND_REFUSED(
      StateName.NOT_ELIGIBLE,
      List.of("cancelled 1 1000.00", "cancelled 2 1000.00"),
      passes("2026-03-17T11:00"),
      hires("2026-05-01"),
      at("2026-03-25T11:00", each -> each.world.refuses(PETRA, each.id))),
  DECLINED_YET_HIRED_AND_ALLOWED(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      at("2026-03-03T20:00", each -> each.world.declines(each.id)),
      hires("2026-05-01"),
      at("2026-03-25T11:00", each -> each.world.allows(PETRA, each.id))),
  REJECTED_YET_HIRED(
      StateName.HELD,
      List.of(),
      accepts(),
      at("2026-03-05T11:00", each -> each.world.rejects(RUBEN, each.id, RejectionReason.SKILLS)),
      hires("2026-05-01"),
      passes("2026-05-02T11:00")),
  OBJECTED(
      StateName.WITHDRAWN,
      List.of(),
      accepts(),
      at("2026-03-10T20:00", each -> each.world.objects(each.id)),
      passes("2026-03-12T11:00")),
  KEPT_FOR_A_YEAR(
      StateName.REJECTED,
      List.of(),
      at("2026-03-03T20:00", each -> each.world.accepts(each.id, Feedback.REASON, Keep.YEAR)),
      advances(),
      at("2026-03-12T11:00", each -> each.world.rejects(RUBEN, each.id, RejectionReason.LANGUAGE)),
      passes("2026-05-14T11:00")),
  COPIED(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      at("2026-03-04T20:00", each -> each.copies()),
      advances(),
      hires("2026-05-01"),
      at("2026-03-30T20:00", each -> each.copies())),
  ON_HOLD_FOR_A_WEEK(
      StateName.COMPLETED,
      List.of(
          "released 1 1000.00 due 2026-05-01",
          "on hold 1",
          "off hold 1",
          "paid 1 1000.00 on 2026-05-28",
          "released 2 1000.00 due 2026-07-01"),
      accepts(),
      hires("2026-05-01"),
      passes("2026-05-01T12:00"),
      at("2026-05-04T15:00", each -> each.holds(1, Optional.of(HoldReason.DISPUTED))),
      at("2026-05-15T15:00", each -> each.holds(1, Optional.empty())),
      at("2026-05-28T15:00", each -> each.confirms(1, "2026-05-28"))),
  PAID_TOO_LITTLE_AND_PUT_RIGHT(
      StateName.COMPLETED,
      List.of(
          "released 1 1000.00 due 2026-05-01",
          "paid 1 1000.00 on 2026-05-28",
          "corrected 1 to 900.00",
          "released 2 1000.00 due 2026-07-01"),
      accepts(),
      hires("2026-05-01"),
      passes("2026-05-01T12:00"),
      at("2026-05-28T15:00", each -> each.confirms(1, "2026-05-28")),
      at("2026-06-08T15:00", each -> each.putsRight(1, "900.00"))),
  PROBATION_EXTENDED(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-08-01"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      at("2026-06-10T11:00", each -> each.hears(probationChanged(each.hrNumber, "2026-07-31")))),
  PROBATION_SHORTENED(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-06-01"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      at("2026-05-11T11:00", each -> each.hears(probationChanged(each.hrNumber, "2026-05-31")))),
  BEGAN_EARLIER(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-04-13", "released 2 1000.00 due 2026-06-13"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      at("2026-04-02T11:00", each -> each.hears(startMoved(each.hrNumber, "2026-04-13")))),
  LEFT_BEFORE_THE_FIRST_DAY(
      StateName.LEFT,
      List.of("cancelled 1 1000.00", "cancelled 2 1000.00"),
      accepts(),
      advances(),
      hires("2026-05-01"),
      at("2026-04-20T11:00", each -> each.hears(left(each.hrNumber, "2026-04-30")))),
  HIRED_BEFORE_THE_ANSWER(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      hires("2026-05-01", "2026-03-04T16:00")),
  HIRED_BY_THE_NAME_OF_THE_REFERRAL(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      advances(),
      at(
          "2026-03-20T16:00",
          each -> each.hears(hired(each.hrNumber, "2026-05-01").forReferral(each.id)))),
  HIRED_FOR_ANOTHER_VACANCY(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      accepts(),
      at(
          "2026-03-20T16:00",
          each ->
              each.hears(
                  hired(each.hrNumber, "2026-05-01")
                      .of(each.address)
                      .forVacancy(Programme.DATA_ENGINEER)))),
  REMINDED(
      StateName.COMPLETED,
      List.of("released 1 1000.00 due 2026-05-01", "released 2 1000.00 due 2026-07-01"),
      passes("2026-03-08T11:00"),
      at("2026-03-09T20:00", each -> each.world.accepts(each.id)),
      at("2026-03-10T11:00", each -> each.world.advances(RUBEN, each.id)),
      hires("2026-05-01"));

  /// Something that somebody does to one referral.
  @FunctionalInterface
  interface Deed {
    void happens(Told told);
  }

  /// @param acts whether anybody does anything; else only time passes
  record Step(String at, boolean acts, Deed deed) {}

  /// One telling of a tale, with people of its own.
  static final class Told {
    final World world;
    final int number;
    final Caller referrer;
    final String address;
    final String hrNumber;
    final List<String> events = new ArrayList<>();

    /// A referral that was not made.
    static final ReferralId NOBODYS = new ReferralId("r0000000000000000000000000");

    /// Who referred the same candidate before, where somebody did.
    final Caller rival;

    /// Where the candidate is reached, where the first address was mistyped.
    final String rightAddress;

    ReferralId id = NOBODYS;
    ReferralId rivals = NOBODYS;

    Told(World world, int number) {
      this.world = world;
      this.number = number;
      this.referrer = People.caller("emma-" + number, "Emma Jansen " + number, "HR-E-" + number);
      this.address = "sam-" + number + "@example.org";
      this.hrNumber = "HR-S-" + number;
      this.rival = People.caller("joris-" + number, "Joris Bakker " + number, "HR-J-" + number);
      this.rightAddress = "sam-right-" + number + "@example.org";
    }

    /// A recruiter enters it for the referrer, who signed in once.
    void isEntered() {
      world.ports().employees().save(referrer.employee());
      var entering =
          world
              .product()
              .enterReferral
              .execute(
                  new EnterReferral.Entry(
                      RUBEN,
                      referrer.id().value(),
                      Programme.JAVA_ENGINEER,
                      _ -> World.candidate(address),
                      Optional.empty(),
                      address));
      if (!(entering instanceof EnterReferral.Entering.Judged(Submission.Accepted taken))) {
        throw new AssertionError("not entered: " + entering);
      }
      id = taken.id();
    }

    void isReferredTwice() {
      rivals = world.refers(rival, address, Programme.JAVA_ENGINEER);
      id = world.refers(referrer, address, Programme.JAVA_ENGINEER);
    }

    void movesTo(VacancyId vacancy) {
      var moving = world.product().moveReferral.execute(ROSA, id, vacancy);
      if (!(moving instanceof MoveReferral.Moving.Moved)) {
        throw new AssertionError("not moved: " + moving);
      }
    }

    /// The candidate gets a copy of what is stored.
    void copies() {
      if (world.product().giveCopy.execute(link()).isEmpty()) {
        throw new AssertionError("no copy");
      }
    }

    /// The candidate says yes, by the link of the last invitation.
    void accepts() {
      var answering =
          world
              .product()
              .answerInvitation
              .execute(link(), new Answer.Accept(Feedback.STAGE, Keep.PROCEDURE));
      if (!(answering instanceof Answering.Taken)) {
        throw new AssertionError("not accepted: " + answering);
      }
    }

    private String link() {
      var particulars = world.ports().referrals().find(id).orElseThrow().referral().particulars();
      return world.ports().seals().invitation(id, particulars.generation());
    }

    /// The recruiting system says something of the candidate's application.
    void hears(Saying saying) {
      var event = "application-" + number;
      events.add(event);
      var taking =
          world
              .product()
              .takeInApplicationEvent
              .execute(
                  new ApplicationEvent(
                      "com.example.hr",
                      world.ports().seals().digest(event),
                      new Stamp(world.now(), event),
                      Optional.empty(),
                      Optional.empty(),
                      saying),
                  Optional.of(world.ports().seals().person(new Email(address))));
      if (!(taking instanceof TakeInApplicationEvent.TakingIn.Applied)) {
        throw new AssertionError("not applied: " + taking);
      }
    }

    /// Finance holds what was released, or goes on where no reason is given.
    void holds(int instalment, Optional<HoldReason> reason) {
      var holding =
          world
              .product()
              .holdPayout
              .execute(new HoldPayout.Request(FATIMA.employee(), id, instalment, reason));
      if (holding != HoldPayout.Holding.ON_HOLD && holding != HoldPayout.Holding.OFF_HOLD) {
        throw new AssertionError("not held: " + holding);
      }
    }

    /// Finance says what was paid indeed.
    void putsRight(int instalment, String paid) {
      var correcting =
          world
              .product()
              .correctPayout
              .execute(
                  new CorrectPayout.Request(
                      FATIMA.employee(),
                      id,
                      instalment,
                      CorrectionReason.ENTERED_WRONGLY,
                      Optional.empty(),
                      Optional.of(Programme.euros(paid))));
      if (!(correcting instanceof CorrectPayout.Correcting.Corrected)) {
        throw new AssertionError("not corrected: " + correcting);
      }
    }

    /// Finance confirms what was released.
    void confirms(int instalment, String paidOn) {
      var particulars = world.ports().referrals().find(id).orElseThrow().referral().particulars();
      var confirmation =
          new Confirmation(
              FATIMA.employee(),
              id,
              instalment,
              LocalDate.parse(paidOn),
              Programme.euros("1000.00"),
              PayoutReference.of(particulars.receiptNumber(), instalment));
      if (world.product().confirmPayout.execute(confirmation) != Confirming.CONFIRMED) {
        throw new AssertionError("not confirmed: " + confirmation);
      }
    }

    void hears(HrMessage message) {
      var id = "event-" + hrNumber + "-" + world.now();
      events.add(id);
      var _ = world.hear(message.named(id));
    }
  }

  final StateName end;

  @SuppressWarnings("ImmutableEnumChecker") // It is made by List.of, which the check cannot see.
  final List<String> ledger;

  @SuppressWarnings("ImmutableEnumChecker") // It is made by List.copyOf, and deeds hold nothing.
  final List<Step> steps;

  /// The submission is the first step.
  Tale(StateName end, List<String> ledger, Step... steps) {
    this(
        each -> each.id = each.world.refers(each.referrer, each.address, Programme.JAVA_ENGINEER),
        end,
        ledger,
        steps);
  }

  Tale(Deed submission, StateName end, List<String> ledger, Step... steps) {
    this.end = end;
    this.ledger = ledger;
    var all = new ArrayList<Step>();
    all.add(at("2026-03-02T09:15", submission));
    all.addAll(List.of(steps));
    this.steps = List.copyOf(all);
  }

  private static Step at(String moment, Deed deed) {
    return new Step(moment, true, deed);
  }

  private static Step passes(String moment) {
    return new Step(moment, false, _ -> {});
  }

  private static Step accepts() {
    return at("2026-03-03T20:00", Told::accepts);
  }

  private static Step advances() {
    return at("2026-03-05T11:00", each -> each.world.advances(RUBEN, each.id));
  }

  private static Step correctsAddress(String moment) {
    return at(
        moment,
        each -> {
          var correction =
              each.world
                  .product()
                  .correctAddress
                  .execute(RUBEN, each.id, new Email(each.rightAddress));
          if (correction != CorrectAddress.Correction.CORRECTED) {
            throw new AssertionError("not corrected: " + correction);
          }
        });
  }

  private static Step hires(String start) {
    return hires(start, "2026-03-20T16:00");
  }

  private static Step hires(String start, String moment) {
    return at(moment, each -> each.hears(hired(each.hrNumber, start).of(each.address)));
  }
}
