package io.referralflow.tests.upgrade;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;

import io.referralflow.payout.ConfirmPayout.Confirmation;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.reward.PayoutReference;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
      passes("2026-05-12T11:00"));

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
    ReferralId id;

    Told(World world, int number) {
      this.world = world;
      this.number = number;
      this.referrer = People.caller("emma-" + number, "Emma Jansen " + number, "HR-E-" + number);
      this.address = "sam-" + number + "@example.org";
      this.hrNumber = "HR-S-" + number;
      this.id = new ReferralId("r0000000000000000000000000");
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
    this.end = end;
    this.ledger = ledger;
    var all = new ArrayList<Step>();
    all.add(
        at(
            "2026-03-02T09:15",
            each ->
                each.id = each.world.refers(each.referrer, each.address, Programme.JAVA_ENGINEER)));
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
    return at("2026-03-03T20:00", each -> each.world.accepts(each.id));
  }

  private static Step advances() {
    return at("2026-03-05T11:00", each -> each.world.advances(RUBEN, each.id));
  }

  private static Step hires(String start) {
    return at("2026-03-20T16:00", each -> each.hears(hired(each.hrNumber, start).of(each.address)));
  }
}
