package io.referralflow.scenario;

import io.referralflow.delivery.SendNotice;
import io.referralflow.intake.AgreeToHrEvent;
import io.referralflow.intake.ApplyReports;
import io.referralflow.intake.EnterHrEvent;
import io.referralflow.intake.ListEnteredEvents;
import io.referralflow.intake.OwnReferrals;
import io.referralflow.intake.RefuseHrEvent;
import io.referralflow.intake.TakeInHrEvent;
import io.referralflow.invitation.AnswerInvitation;
import io.referralflow.invitation.ReadInvitation;
import io.referralflow.letter.Letters;
import io.referralflow.payout.ConfirmPayout;
import io.referralflow.payout.ListPayouts;
import io.referralflow.payout.PlanNextInstalment;
import io.referralflow.payout.ReleaseInstalment;
import io.referralflow.process.FollowReferral;
import io.referralflow.process.ParkExecution;
import io.referralflow.process.Upkeep;
import io.referralflow.screening.DecideReferral;
import io.referralflow.screening.ReadWorklist;
import io.referralflow.step.Steps;
import io.referralflow.submission.ListOwnReferrals;
import io.referralflow.submission.ReadReferral;
import io.referralflow.submission.SubmitReferral;
import io.referralflow.submission.TakeBackReferral;
import java.net.URI;

/// Every use case over one set of ports, wired as in production but for JSON.
public final class Product {

  static final URI SITE = URI.create("https://referrals.example.com");
  private static final Letters LETTERS = new Letters();

  public final SubmitReferral submitReferral;
  public final TakeBackReferral takeBackReferral;
  public final ReadReferral readReferral;
  public final ListOwnReferrals listOwnReferrals;
  public final ReadInvitation readInvitation;
  public final AnswerInvitation answerInvitation;
  public final DecideReferral decideReferral;
  public final ReadWorklist readWorklist;
  public final ApplyReports applyReports;
  public final TakeInHrEvent takeInHrEvent;
  public final EnterHrEvent enterHrEvent;
  public final AgreeToHrEvent agreeToHrEvent;
  public final ListEnteredEvents listEnteredEvents;
  public final RefuseHrEvent refuseHrEvent;
  public final PlanNextInstalment planNextInstalment;
  public final ReleaseInstalment releaseInstalment;
  public final ConfirmPayout confirmPayout;
  public final ListPayouts listPayouts;
  public final ParkExecution parkExecution;
  public final FollowReferral followReferral;
  public final Upkeep upkeep;
  public final SendNotice sendNotice;

  public Product(Ports ports) {
    var clock = ports.clock();
    var steps = new Steps(ports.referrals(), clock);
    submitReferral =
        new SubmitReferral(
            ports.referrals(),
            ports.persons(),
            ports.operations(),
            ports.programmes(),
            ports.seals(),
            ports.ids(),
            clock);
    takeBackReferral = new TakeBackReferral(steps);
    readReferral =
        new ReadReferral(
            ports.referrals(), ports.candidates(), ports.employees(), ports.workingDays(), clock);
    listOwnReferrals = new ListOwnReferrals(ports.referrals(), ports.candidates(), clock);
    readInvitation = new ReadInvitation(ports.referrals(), ports.backgrounds(), ports.seals());
    answerInvitation = new AnswerInvitation(ports.seals(), steps);
    decideReferral = new DecideReferral(ports.referrals(), steps);
    readWorklist = new ReadWorklist(ports.referrals(), ports.candidates());
    applyReports =
        new ApplyReports(
            ports.hrReports(),
            ports.persons(),
            ports.referrals(),
            ports.employees(),
            ports.failures(),
            steps);
    takeInHrEvent = new TakeInHrEvent(ports.hrReports(), applyReports, ports.failures(), clock);
    var ownReferrals = new OwnReferrals(ports.persons(), ports.hrReports(), ports.referrals());
    enterHrEvent = new EnterHrEvent(ports.entries(), ports.employees(), ownReferrals, clock);
    agreeToHrEvent = new AgreeToHrEvent(ports.entries(), ownReferrals, takeInHrEvent);
    listEnteredEvents = new ListEnteredEvents(ports.entries(), ports.employees());
    refuseHrEvent = new RefuseHrEvent(ports.failures(), clock);
    planNextInstalment = new PlanNextInstalment(ports.referrals(), ports.waits(), clock);
    releaseInstalment = new ReleaseInstalment(steps, ports.workingDays());
    confirmPayout = new ConfirmPayout(steps, ports.entries());
    listPayouts = new ListPayouts(ports.referrals(), ports.employees());
    parkExecution =
        new ParkExecution(
            ports.referrals(),
            ports.waits(),
            ports.persons(),
            applyReports,
            ports.executions(),
            clock);
    followReferral = new FollowReferral(ports.waits(), ports.executions());
    upkeep =
        new Upkeep(
            ports.referrals(),
            ports.waits(),
            ports.outbox(),
            ports.hrReports(),
            ports.persons(),
            ports.entries(),
            ports.executions(),
            applyReports,
            steps,
            clock);
    sendNotice =
        new SendNotice(
            ports.outbox(),
            ports.backgrounds(),
            ports.mailer(),
            steps,
            ports.seals(),
            ports.workingDays(),
            LETTERS,
            SITE,
            clock);
  }
}
