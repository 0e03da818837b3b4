package io.referralflow.scenario;

import io.referralflow.appeal.AppealReferral;
import io.referralflow.audit.OperateBrake;
import io.referralflow.audit.ReadBrake;
import io.referralflow.audit.ReportBeforePaying;
import io.referralflow.audit.StopPayouts;
import io.referralflow.chance.CommonsChance;
import io.referralflow.delivery.AnnounceTerms;
import io.referralflow.delivery.ProgrammeGathering;
import io.referralflow.delivery.SendNotice;
import io.referralflow.delivery.SendProgrammeNotice;
import io.referralflow.directory.FindColleague;
import io.referralflow.directory.FindLeave;
import io.referralflow.directory.FindNumber;
import io.referralflow.figures.ReadForecast;
import io.referralflow.figures.ReadParity;
import io.referralflow.figures.ReadPromiseKept;
import io.referralflow.figures.ReadProvision;
import io.referralflow.figures.ReportActions;
import io.referralflow.intake.AgreeToHrEvent;
import io.referralflow.intake.ApplyApplicationEvent;
import io.referralflow.intake.ApplyReports;
import io.referralflow.intake.EnterHrEvent;
import io.referralflow.intake.ListEnteredEvents;
import io.referralflow.intake.OwnReferrals;
import io.referralflow.intake.RefuseHrEvent;
import io.referralflow.intake.TakeInApplicationEvent;
import io.referralflow.intake.TakeInColleagueEvent;
import io.referralflow.intake.TakeInHrEvent;
import io.referralflow.intake.TakeInVacancyEvent;
import io.referralflow.invitation.AnswerInvitation;
import io.referralflow.invitation.CorrectDetails;
import io.referralflow.invitation.GiveCopy;
import io.referralflow.invitation.ReadInvitation;
import io.referralflow.letter.Letters;
import io.referralflow.letter.ProgrammeLetters;
import io.referralflow.letter.Summaries;
import io.referralflow.payout.ConfirmPayout;
import io.referralflow.payout.ConfirmPayouts;
import io.referralflow.payout.CorrectPayout;
import io.referralflow.payout.ExportPayRun;
import io.referralflow.payout.HoldPayout;
import io.referralflow.payout.ListHeldPayouts;
import io.referralflow.payout.ListPayouts;
import io.referralflow.payout.ListShortPayouts;
import io.referralflow.payout.PlanNextInstalment;
import io.referralflow.payout.ReadPayRun;
import io.referralflow.payout.ReadPayrollTarget;
import io.referralflow.payout.ReleaseInstalment;
import io.referralflow.payout.WarnOfPromises;
import io.referralflow.points.CorrectPoints;
import io.referralflow.points.HandleOrder;
import io.referralflow.points.ListOpenOrders;
import io.referralflow.points.PlaceOrder;
import io.referralflow.points.ReadAccount;
import io.referralflow.points.SaveItem;
import io.referralflow.process.FollowReferral;
import io.referralflow.process.ParkExecution;
import io.referralflow.process.Upkeep;
import io.referralflow.recognition.EscalateThanks;
import io.referralflow.recognition.FindWhoThanks;
import io.referralflow.recognition.MarkThanks;
import io.referralflow.recognition.PrepareThanks;
import io.referralflow.recognition.ReadThanks;
import io.referralflow.screening.CorrectAddress;
import io.referralflow.screening.DecideReferral;
import io.referralflow.screening.EnterPhase;
import io.referralflow.screening.MoveReferral;
import io.referralflow.screening.ReadWorklist;
import io.referralflow.step.Steps;
import io.referralflow.submission.EnterReferral;
import io.referralflow.submission.FindReferrer;
import io.referralflow.submission.JudgeSubmission;
import io.referralflow.submission.ListOwnReferrals;
import io.referralflow.submission.ListVacancies;
import io.referralflow.submission.ReadReferral;
import io.referralflow.submission.ReadVacancy;
import io.referralflow.submission.SubmitReferral;
import io.referralflow.submission.TakeBackReferral;
import io.referralflow.takeover.ImportReferrals;
import java.net.URI;

/// Every use case over one set of ports, wired as in production but for JSON.
public final class Product {

  static final URI SITE = URI.create("https://referrals.example.com");
  private static final Letters LETTERS = new Letters();
  private static final ProgrammeLetters PROGRAMME_LETTERS = new ProgrammeLetters();
  private static final Summaries SUMMARIES = new Summaries();

  public final SubmitReferral submitReferral;
  public final JudgeSubmission judgeSubmission;
  public final ReadVacancy readVacancy;
  public final ListVacancies listVacancies;
  public final TakeBackReferral takeBackReferral;
  public final AppealReferral appealReferral;
  public final ReadReferral readReferral;
  public final ListOwnReferrals listOwnReferrals;
  public final ReadInvitation readInvitation;
  public final AnswerInvitation answerInvitation;
  public final CorrectDetails correctDetails;
  public final GiveCopy giveCopy;
  public final DecideReferral decideReferral;
  public final EnterPhase enterPhase;
  public final CorrectAddress correctAddress;
  public final ReadWorklist readWorklist;
  public final ApplyReports applyReports;
  public final TakeInHrEvent takeInHrEvent;
  public final TakeInColleagueEvent takeInColleagueEvent;
  public final TakeInVacancyEvent takeInVacancyEvent;
  public final ApplyApplicationEvent applyApplicationEvent;
  public final TakeInApplicationEvent takeInApplicationEvent;
  public final EnterHrEvent enterHrEvent;
  public final AgreeToHrEvent agreeToHrEvent;
  public final ListEnteredEvents listEnteredEvents;
  public final RefuseHrEvent refuseHrEvent;
  public final PlanNextInstalment planNextInstalment;
  public final ReleaseInstalment releaseInstalment;
  public final WarnOfPromises warnOfPromises;
  public final ReportActions reportActions;
  public final ListHeldPayouts listHeldPayouts;
  public final ReadBrake readBrake;
  public final OperateBrake operateBrake;
  public final ReportBeforePaying reportBeforePaying;
  public final ConfirmPayout confirmPayout;
  public final HoldPayout holdPayout;
  public final CorrectPayout correctPayout;
  public final ListPayouts listPayouts;
  public final ListShortPayouts listShortPayouts;
  public final ReadPayRun readPayRun;
  public final ReadPayrollTarget readPayrollTarget;
  public final ExportPayRun exportPayRun;
  public final ConfirmPayouts confirmPayouts;
  public final EnterReferral enterReferral;
  public final FindReferrer findReferrer;
  public final ImportReferrals importReferrals;
  public final MoveReferral moveReferral;
  public final ParkExecution parkExecution;
  public final FollowReferral followReferral;
  public final Upkeep upkeep;
  public final EscalateThanks escalateThanks;
  public final ReadThanks readThanks;
  public final MarkThanks markThanks;
  public final SendNotice sendNotice;
  public final AnnounceTerms announceTerms;
  public final SendProgrammeNotice sendProgrammeNotice;
  public final ReadPromiseKept readPromiseKept;
  public final ReadForecast readForecast;
  public final ReadProvision readProvision;
  public final ReadParity readParity;
  public final ReadAccount readAccount;
  public final SaveItem saveItem;
  public final PlaceOrder placeOrder;
  public final ListOpenOrders listOpenOrders;
  public final HandleOrder handleOrder;
  public final CorrectPoints correctPoints;

  public Product(Ports ports) {
    var clock = ports.clock();
    var steps = new Steps(ports.referrals(), clock);
    submitReferral =
        new SubmitReferral(
            ports.referrals(),
            ports.persons(),
            ports.employees(),
            ports.operations(),
            ports.programmes(),
            new FindColleague(ports.directory(), ports.seals(), clock),
            ports.seals(),
            ports.ids(),
            clock);
    findReferrer =
        new FindReferrer(
            ports.directory(),
            ports.employees(),
            new FindColleague(ports.directory(), ports.seals(), clock));
    enterReferral = new EnterReferral(submitReferral, findReferrer);
    moveReferral =
        new MoveReferral(
            ports.referrals(),
            ports.persons(),
            ports.employees(),
            ports.programmes(),
            steps,
            clock);
    judgeSubmission =
        new JudgeSubmission(
            ports.programmes(), new FindColleague(ports.directory(), ports.seals(), clock), clock);
    readVacancy =
        new ReadVacancy(
            ports.programmes(), new FindColleague(ports.directory(), ports.seals(), clock), clock);
    listVacancies =
        new ListVacancies(
            ports.programmes(), new FindColleague(ports.directory(), ports.seals(), clock), clock);
    takeBackReferral = new TakeBackReferral(steps);
    readReferral =
        new ReadReferral(
            ports.referrals(), ports.candidates(), ports.employees(), ports.workingDays(), clock);
    listOwnReferrals = new ListOwnReferrals(ports.referrals(), ports.candidates(), clock);
    readInvitation = new ReadInvitation(ports.referrals(), ports.backgrounds(), ports.seals());
    answerInvitation = new AnswerInvitation(ports.seals(), steps);
    correctDetails =
        new CorrectDetails(
            ports.referrals(), ports.candidates(), ports.seals(), ports.ids(), steps);
    giveCopy =
        new GiveCopy(ports.referrals(), ports.backgrounds(), ports.seals(), ports.ids(), steps);
    decideReferral = new DecideReferral(ports.referrals(), steps);
    enterPhase = new EnterPhase(steps);
    correctAddress =
        new CorrectAddress(
            ports.referrals(),
            ports.candidates(),
            ports.persons(),
            ports.employees(),
            ports.seals(),
            steps);
    readWorklist = new ReadWorklist(ports.referrals(), ports.candidates());
    var findLeave =
        new FindLeave(
            new FindColleague(ports.directory(), ports.seals(), clock), ports.referrals());
    applyReports =
        new ApplyReports(
            ports.hrReports(),
            ports.persons(),
            ports.referrals(),
            ports.employees(),
            ports.backgrounds(),
            findLeave,
            new FindNumber(new FindColleague(ports.directory(), ports.seals(), clock)),
            ports.failures(),
            steps);
    importReferrals =
        new ImportReferrals(
            ports.referrals(),
            ports.persons(),
            ports.operations(),
            ports.programmes(),
            ports.hrReports(),
            applyReports,
            findReferrer,
            ports.workingDays(),
            ports.seals(),
            ports.ids(),
            clock);
    appealReferral = new AppealReferral(ports.referrals(), applyReports, steps, clock);
    takeInHrEvent = new TakeInHrEvent(ports.hrReports(), applyReports, ports.failures(), clock);
    applyApplicationEvent =
        new ApplyApplicationEvent(
            ports.persons(), ports.referrals(), ports.failures(), steps, clock);
    takeInApplicationEvent =
        new TakeInApplicationEvent(
            ports.hrReports(), applyApplicationEvent, ports.failures(), clock);
    takeInVacancyEvent = new TakeInVacancyEvent(ports.programmes(), ports.failures(), clock);
    takeInColleagueEvent =
        new TakeInColleagueEvent(ports.directory(), ports.failures(), ports.seals(), clock);
    var ownReferrals = new OwnReferrals(ports.persons(), ports.hrReports(), ports.referrals());
    enterHrEvent = new EnterHrEvent(ports.entries(), ports.employees(), ownReferrals, clock);
    agreeToHrEvent = new AgreeToHrEvent(ports.entries(), ownReferrals, takeInHrEvent);
    listEnteredEvents = new ListEnteredEvents(ports.entries(), ports.employees());
    refuseHrEvent = new RefuseHrEvent(ports.failures(), clock);
    planNextInstalment = new PlanNextInstalment(ports.referrals(), ports.waits(), clock);
    var stopPayouts = new StopPayouts(ports.brake(), ports.failures());
    releaseInstalment =
        new ReleaseInstalment(
            steps,
            ports.chronicles(),
            stopPayouts,
            ports.employees(),
            findLeave,
            ports.failures(),
            ports.workingDays(),
            clock);
    reportBeforePaying =
        new ReportBeforePaying(
            ports.waits(), ports.referrals(), ports.chronicles(), stopPayouts, clock);
    confirmPayout = new ConfirmPayout(ports.referrals(), steps, ports.entries());
    holdPayout = new HoldPayout(ports.referrals(), steps);
    correctPayout = new CorrectPayout(ports.referrals(), steps, ports.entries());
    listPayouts = new ListPayouts(ports.referrals(), ports.employees());
    listShortPayouts = new ListShortPayouts(ports.referrals(), ports.employees());
    readPayRun =
        new ReadPayRun(
            ports.referrals(),
            ports.employees(),
            new FindColleague(ports.directory(), ports.seals(), clock),
            ports.programmes(),
            ports.workingDays(),
            clock);
    readPayrollTarget = new ReadPayrollTarget(ports.payrollTargets());
    exportPayRun = new ExportPayRun(readPayRun, readPayrollTarget);
    confirmPayouts = new ConfirmPayouts(ports.referrals(), confirmPayout);
    warnOfPromises =
        new WarnOfPromises(
            ports.waits(),
            ports.referrals(),
            ports.outbox(),
            ports.failures(),
            ports.workingDays(),
            clock);
    listHeldPayouts =
        new ListHeldPayouts(
            ports.brake(),
            ports.waits(),
            ports.referrals(),
            ports.employees(),
            ports.workingDays(),
            clock);
    readBrake = new ReadBrake(ports.brake(), ports.employees());
    operateBrake = new OperateBrake(ports.brake(), ports.referrals(), clock);
    parkExecution =
        new ParkExecution(
            ports.referrals(),
            ports.waits(),
            ports.persons(),
            applyApplicationEvent,
            applyReports,
            ports.executions(),
            clock);
    followReferral = new FollowReferral(ports.waits(), ports.executions());
    escalateThanks = new EscalateThanks(ports.referrals(), ports.outbox(), clock);
    reportActions = new ReportActions(ports.programmes(), ports.referrals(), ports.post(), clock);
    upkeep =
        new Upkeep(
            ports.referrals(),
            ports.waits(),
            ports.outbox(),
            ports.post(),
            ports.hrReports(),
            ports.persons(),
            ports.entries(),
            ports.brake(),
            ports.failures(),
            reportBeforePaying,
            warnOfPromises,
            escalateThanks,
            reportActions,
            ports.executions(),
            applyReports,
            steps,
            clock);
    readPromiseKept = new ReadPromiseKept(ports.referrals(), ports.programmes(), clock);
    readForecast =
        new ReadForecast(
            ports.waits(), ports.referrals(), ports.programmes(), ports.workingDays(), clock);
    readProvision =
        new ReadProvision(
            ports.waits(),
            ports.referrals(),
            ports.employees(),
            new FindColleague(ports.directory(), ports.seals(), clock),
            ports.programmes(),
            clock);
    readParity =
        new ReadParity(
            ports.persons(),
            ports.referrals(),
            ports.employees(),
            new FindColleague(ports.directory(), ports.seals(), clock),
            new CommonsChance(),
            clock);
    readAccount = new ReadAccount(ports.points());
    saveItem = new SaveItem(ports.points(), clock);
    placeOrder = new PlaceOrder(ports.points(), ports.programmes(), ports.ids(), clock);
    listOpenOrders = new ListOpenOrders(ports.points(), ports.employees());
    handleOrder = new HandleOrder(ports.points(), clock);
    correctPoints = new CorrectPoints(ports.points(), ports.employees(), clock);
    var findWhoThanks = new FindWhoThanks(ports.directory());
    sendNotice =
        new SendNotice(
            ports.outbox(),
            ports.post(),
            ports.backgrounds(),
            ports.mailer(),
            steps,
            ports.seals(),
            ports.workingDays(),
            LETTERS,
            SITE,
            new PrepareThanks(ports.referrals(), ports.outbox(), ports.workingDays()),
            findWhoThanks,
            clock);
    announceTerms =
        new AnnounceTerms(
            ports.post(),
            ports.programmes(),
            ports.persons(),
            ports.waits(),
            ports.referrals(),
            ports.employees(),
            ports.directory(),
            new FindColleague(ports.directory(), ports.seals(), clock),
            clock);
    sendProgrammeNotice =
        new SendProgrammeNotice(
            ports.post(),
            announceTerms,
            new ProgrammeGathering(
                ports.programmes(),
                ports.employees(),
                ports.directory(),
                ports.referrals(),
                ports.points(),
                SUMMARIES,
                SITE),
            PROGRAMME_LETTERS,
            ports.mailer(),
            clock);
    readThanks =
        new ReadThanks(
            ports.referrals(),
            ports.employees(),
            ports.programmes(),
            findWhoThanks,
            new FindColleague(ports.directory(), ports.seals(), clock));
    markThanks = new MarkThanks(ports.referrals(), readThanks, clock);
  }
}
