package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import io.referralflow.appeal.AppealReferral;
import io.referralflow.audit.OperateBrake;
import io.referralflow.audit.ReadBrake;
import io.referralflow.audit.ReportBeforePaying;
import io.referralflow.audit.StopPayouts;
import io.referralflow.aws.CognitoAccounts;
import io.referralflow.aws.RandomIds;
import io.referralflow.aws.SecretSeals;
import io.referralflow.aws.SesMailer;
import io.referralflow.aws.StepFunctionsExecutions;
import io.referralflow.aws.table.Storage;
import io.referralflow.chance.CommonsChance;
import io.referralflow.delivery.AnnounceOwnTerms;
import io.referralflow.delivery.AnnounceTerms;
import io.referralflow.delivery.ProgrammeGathering;
import io.referralflow.delivery.SendNotice;
import io.referralflow.delivery.SendProgrammeNotice;
import io.referralflow.directory.FindColleague;
import io.referralflow.directory.FindLeave;
import io.referralflow.directory.FindNumber;
import io.referralflow.directory.ImportColleagues;
import io.referralflow.directory.InviteOutsider;
import io.referralflow.directory.SaveColleague;
import io.referralflow.directory.WithdrawOutsider;
import io.referralflow.figures.ReadForecast;
import io.referralflow.figures.ReadParity;
import io.referralflow.figures.ReadPromiseKept;
import io.referralflow.figures.ReadProvision;
import io.referralflow.figures.ReportActions;
import io.referralflow.function.api.Api;
import io.referralflow.function.api.BrakeRoutes;
import io.referralflow.function.api.DirectoryRoutes;
import io.referralflow.function.api.FigureRoutes;
import io.referralflow.function.api.InvitationRoutes;
import io.referralflow.function.api.OutsiderRoutes;
import io.referralflow.function.api.PayRunRoutes;
import io.referralflow.function.api.PayoutRoutes;
import io.referralflow.function.api.PointsRoutes;
import io.referralflow.function.api.PortfolioRoutes;
import io.referralflow.function.api.ProgrammeRoutes;
import io.referralflow.function.api.RecruitmentRoutes;
import io.referralflow.function.api.ReferralFileRoutes;
import io.referralflow.function.api.ReferralRoutes;
import io.referralflow.function.api.Router;
import io.referralflow.function.api.TermsRoutes;
import io.referralflow.function.api.ThanksRoutes;
import io.referralflow.function.api.VacancyFileRoutes;
import io.referralflow.holiday.DutchWorkingDays;
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
import io.referralflow.payout.JudgeConfirmation;
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
import io.referralflow.port.Brake;
import io.referralflow.port.Executions;
import io.referralflow.port.Failures;
import io.referralflow.port.Mailer;
import io.referralflow.port.Seals;
import io.referralflow.port.WorkingDays;
import io.referralflow.process.FollowReferral;
import io.referralflow.process.ParkExecution;
import io.referralflow.process.Upkeep;
import io.referralflow.programme.ContinueAction;
import io.referralflow.programme.ImportVacancies;
import io.referralflow.programme.JudgeVacancy;
import io.referralflow.programme.MoveProgramme;
import io.referralflow.programme.PublishOwnTerms;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.SaveProgramme;
import io.referralflow.programme.SaveSettings;
import io.referralflow.programme.SaveVacancy;
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
import io.referralflow.submission.FindPinned;
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
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/// Puts the product together: the only place that builds clients of AWS. It runs when a function
/// starts, so that a snapshot of the started function holds the result; it opens no connection and
/// reads no secret, since a snapshot must hold neither.
///
/// The clock is the system's, unless the class path offers another one, as the local cloud does to
/// move business time.
final class Wiring {

  private final Settings settings;
  private final Storage storage;
  private final WorkingDays workingDays = new DutchWorkingDays();
  private final InstantSource clock =
      Clock.tick(
          ServiceLoader.load(InstantSource.class)
              .findFirst()
              .orElseGet(InstantSource::system)
              .withZone(ZoneOffset.UTC),
          Duration.ofMillis(1));
  private final Steps steps;
  private @Nullable Seals seals;

  Wiring(Settings settings) {
    this.settings = settings;
    this.storage =
        new Storage(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            settings.tableName(),
            settings.keptTableName());
    this.steps = new Steps(storage.referrals(), clock);
  }

  InstantSource clock() {
    return clock;
  }

  Failures failures() {
    return storage.failures();
  }

  /// Hashes and tokens; a function has them once, since they read the secret once.
  Seals seals() {
    var known = seals;
    if (known == null) {
      known =
          new SecretSeals(
              SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
              settings.secretId());
      seals = known;
    }
    return known;
  }

  Router router() {
    var seals = seals();
    var colleagues = findColleague();
    return Api.router(
        new ProgrammeRoutes(
            storage.programmes(),
            new SaveVacancy(storage.programmes(), clock),
            new JudgeVacancy(storage.programmes(), clock),
            new ReadVacancy(storage.programmes(), colleagues, clock),
            new ListVacancies(storage.programmes(), colleagues, clock),
            new SaveSettings(storage.programmes(), clock)),
        new TermsRoutes(
            storage.programmes(),
            new PublishTerms(storage.programmes(), workingDays, clock),
            new PublishOwnTerms(storage.programmes(), workingDays, clock),
            announceTerms(),
            new FindPinned(storage.referrals()),
            storage.post(),
            new Summaries(),
            clock),
        new ReferralRoutes(
            submitReferral(seals),
            new EnterReferral(submitReferral(seals), findReferrer()),
            findReferrer(),
            new JudgeSubmission(storage.programmes(), colleagues, clock),
            new ListOwnReferrals(storage.referrals(), storage.candidates(), clock),
            new ReadReferral(
                storage.referrals(), storage.candidates(), storage.employees(), workingDays, clock),
            new TakeBackReferral(steps),
            new AppealReferral(storage.referrals(), applyReports(), steps, clock)),
        thanks(),
        new InvitationRoutes(
            new ReadInvitation(storage.referrals(), storage.backgrounds(), seals),
            new AnswerInvitation(seals, steps),
            new CorrectDetails(
                storage.referrals(), storage.candidates(), seals, new RandomIds(clock), steps),
            new GiveCopy(
                storage.referrals(), storage.backgrounds(), seals, new RandomIds(clock), steps)),
        recruitment(seals),
        new PayoutRoutes(
            new ListPayouts(storage.referrals(), storage.employees()),
            new ListHeldPayouts(
                storage.brake(),
                storage.waits(),
                storage.referrals(),
                storage.employees(),
                workingDays,
                clock),
            new ListShortPayouts(storage.referrals(), storage.employees()),
            new ConfirmPayout(storage.referrals(), steps, storage.entries()),
            new JudgeConfirmation(storage.referrals(), clock),
            new HoldPayout(storage.referrals(), steps),
            new CorrectPayout(storage.referrals(), steps, storage.entries()),
            storage.programmes()),
        new BrakeRoutes(
            new ReadBrake(storage.brake(), storage.employees()),
            new OperateBrake(storage.brake(), storage.referrals(), clock),
            reportBeforePaying()),
        new DirectoryRoutes(
            storage.directory(),
            new SaveColleague(storage.directory(), seals, clock),
            new ImportColleagues(storage.directory(), seals, clock)),
        figures(),
        payRuns(),
        new VacancyFileRoutes(new ImportVacancies(storage.programmes(), clock)),
        new PortfolioRoutes(
            storage.programmes(),
            new SaveProgramme(storage.programmes(), clock),
            new MoveProgramme(storage.programmes(), clock),
            new ContinueAction(storage.programmes(), clock),
            new AnnounceOwnTerms(storage.programmes(), announceTerms(), clock)),
        points(),
        outsiders(seals),
        new ReferralFileRoutes(importReferrals(seals)),
        settings.userPoolClientId(),
        settings.siteUrl());
  }

  private SubmitReferral submitReferral(Seals seals) {
    return new SubmitReferral(
        storage.referrals(),
        storage.persons(),
        storage.employees(),
        storage.operations(),
        storage.programmes(),
        findColleague(),
        seals,
        new RandomIds(clock),
        clock);
  }

  private ImportReferrals importReferrals(Seals seals) {
    return new ImportReferrals(
        storage.referrals(),
        storage.persons(),
        storage.operations(),
        storage.programmes(),
        storage.hrReports(),
        applyReports(),
        findReferrer(),
        workingDays,
        seals,
        new RandomIds(clock),
        clock);
  }

  private FindReferrer findReferrer() {
    return new FindReferrer(storage.directory(), storage.employees(), findColleague());
  }

  private OutsiderRoutes outsiders(Seals seals) {
    var saveColleague = new SaveColleague(storage.directory(), seals, clock);
    var accounts =
        new CognitoAccounts(
            () ->
                CognitoIdentityProviderClient.builder()
                    .httpClient(UrlConnectionHttpClient.create())
                    .build(),
            settings.userPoolId());
    return new OutsiderRoutes(
        storage.directory(),
        new InviteOutsider(storage.directory(), saveColleague, accounts, seals, clock),
        new WithdrawOutsider(storage.directory(), saveColleague, accounts));
  }

  private FigureRoutes figures() {
    return new FigureRoutes(
        new ReadPromiseKept(storage.referrals(), storage.programmes(), clock),
        new ReadForecast(
            storage.waits(), storage.referrals(), storage.programmes(), workingDays, clock),
        new ReadProvision(
            storage.waits(),
            storage.referrals(),
            storage.employees(),
            findColleague(),
            storage.programmes(),
            clock),
        new ReadParity(
            storage.persons(),
            storage.referrals(),
            storage.employees(),
            findColleague(),
            new CommonsChance(),
            clock));
  }

  private PayRunRoutes payRuns() {
    var readPayRun =
        new ReadPayRun(
            storage.referrals(),
            storage.employees(),
            findColleague(),
            storage.programmes(),
            workingDays,
            clock);
    var readTarget = new ReadPayrollTarget(storage.payrollTargets());
    return new PayRunRoutes(
        readPayRun,
        new ExportPayRun(readPayRun, readTarget),
        new ConfirmPayouts(
            storage.referrals(), new ConfirmPayout(storage.referrals(), steps, storage.entries())),
        readTarget,
        storage.payrollTargets(),
        clock);
  }

  private PointsRoutes points() {
    return new PointsRoutes(
        storage.points(),
        storage.programmes(),
        new ReadAccount(storage.points()),
        new SaveItem(storage.points(), clock),
        new PlaceOrder(storage.points(), storage.programmes(), new RandomIds(clock), clock),
        new ListOpenOrders(storage.points(), storage.employees()),
        new HandleOrder(storage.points(), clock),
        new CorrectPoints(storage.points(), storage.employees(), clock));
  }

  private ThanksRoutes thanks() {
    var readThanks =
        new ReadThanks(
            storage.referrals(),
            storage.employees(),
            storage.programmes(),
            new FindWhoThanks(storage.directory()),
            findColleague());
    return new ThanksRoutes(readThanks, new MarkThanks(storage.referrals(), readThanks, clock));
  }

  private RecruitmentRoutes recruitment(Seals seals) {
    var ownReferrals =
        new OwnReferrals(storage.persons(), storage.hrReports(), storage.referrals());
    return new RecruitmentRoutes(
        new ReadWorklist(storage.referrals(), storage.candidates()),
        new DecideReferral(storage.referrals(), steps),
        new EnterPhase(steps),
        new CorrectAddress(
            storage.referrals(),
            storage.candidates(),
            storage.persons(),
            storage.employees(),
            seals,
            steps),
        new MoveReferral(
            storage.referrals(),
            storage.persons(),
            storage.employees(),
            storage.programmes(),
            steps,
            clock),
        new EnterHrEvent(storage.entries(), storage.employees(), ownReferrals, clock),
        new AgreeToHrEvent(storage.entries(), ownReferrals, takeInHrEvent()),
        new ListEnteredEvents(storage.entries(), storage.employees()),
        storage.failures(),
        seals);
  }

  TakeInHrEvent takeInHrEvent() {
    return new TakeInHrEvent(storage.hrReports(), applyReports(), storage.failures(), clock);
  }

  TakeInColleagueEvent takeInColleagueEvent(Seals seals) {
    return new TakeInColleagueEvent(storage.directory(), storage.failures(), seals, clock);
  }

  TakeInVacancyEvent takeInVacancyEvent() {
    return new TakeInVacancyEvent(storage.programmes(), storage.failures(), clock);
  }

  TakeInApplicationEvent takeInApplicationEvent() {
    return new TakeInApplicationEvent(
        storage.hrReports(), applyApplicationEvent(), storage.failures(), clock);
  }

  private ApplyApplicationEvent applyApplicationEvent() {
    return new ApplyApplicationEvent(
        storage.persons(), storage.referrals(), storage.failures(), steps, clock);
  }

  RefuseHrEvent refuseHrEvent() {
    return new RefuseHrEvent(storage.failures(), clock);
  }

  ParkExecution parkExecution() {
    return new ParkExecution(
        storage.referrals(),
        storage.waits(),
        storage.persons(),
        applyApplicationEvent(),
        applyReports(),
        executions(),
        clock);
  }

  PlanNextInstalment planNextInstalment() {
    return new PlanNextInstalment(storage.referrals(), storage.waits(), clock);
  }

  ReleaseInstalment releaseInstalment() {
    return new ReleaseInstalment(
        steps,
        storage.chronicles(),
        stopPayouts(),
        storage.employees(),
        findLeave(),
        storage.failures(),
        workingDays,
        clock);
  }

  private StopPayouts stopPayouts() {
    return new StopPayouts(loudBrake(), storage.failures());
  }

  /// The brake for whatever pulls it without a person.
  private Brake loudBrake() {
    return new LoudBrake(storage.brake(), LambdaRuntime.getLogger());
  }

  private ReportBeforePaying reportBeforePaying() {
    return new ReportBeforePaying(
        storage.waits(), storage.referrals(), storage.chronicles(), stopPayouts(), clock);
  }

  FollowReferral followReferral() {
    return new FollowReferral(storage.waits(), executions());
  }

  SendNotice sendNotice() {
    return new SendNotice(
        storage.outbox(),
        storage.post(),
        storage.backgrounds(),
        mailer(),
        steps,
        seals(),
        workingDays,
        new Letters(),
        URI.create(settings.siteUrl()),
        new PrepareThanks(storage.referrals(), storage.outbox(), workingDays),
        new FindWhoThanks(storage.directory()),
        clock);
  }

  SendProgrammeNotice sendProgrammeNotice() {
    return new SendProgrammeNotice(
        storage.post(),
        announceTerms(),
        new ProgrammeGathering(
            storage.programmes(),
            storage.employees(),
            storage.directory(),
            storage.referrals(),
            storage.points(),
            new Summaries(),
            URI.create(settings.siteUrl())),
        new ProgrammeLetters(),
        mailer(),
        clock);
  }

  private AnnounceTerms announceTerms() {
    return new AnnounceTerms(
        storage.post(),
        storage.programmes(),
        storage.persons(),
        storage.waits(),
        storage.referrals(),
        storage.employees(),
        storage.directory(),
        findColleague(),
        clock);
  }

  private Mailer mailer() {
    return new SesMailer(
        SesV2Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build(),
        settings.mailSender(),
        settings.mailConfigurationSet());
  }

  Upkeep upkeep() {
    return new Upkeep(
        storage.referrals(),
        storage.waits(),
        storage.outbox(),
        storage.post(),
        storage.hrReports(),
        storage.persons(),
        storage.entries(),
        loudBrake(),
        storage.failures(),
        reportBeforePaying(),
        new WarnOfPromises(
            storage.waits(),
            storage.referrals(),
            storage.outbox(),
            storage.failures(),
            workingDays,
            clock),
        new EscalateThanks(storage.referrals(), storage.outbox(), clock),
        new ReportActions(storage.programmes(), storage.referrals(), storage.post(), clock),
        executions(),
        applyReports(),
        steps,
        clock);
  }

  private ApplyReports applyReports() {
    return new ApplyReports(
        storage.hrReports(),
        storage.persons(),
        storage.referrals(),
        storage.employees(),
        storage.backgrounds(),
        findLeave(),
        new FindNumber(findColleague()),
        storage.failures(),
        steps);
  }

  private FindColleague findColleague() {
    return new FindColleague(storage.directory(), seals(), clock);
  }

  private FindLeave findLeave() {
    return new FindLeave(findColleague(), storage.referrals());
  }

  private Executions executions() {
    return new StepFunctionsExecutions(
        SfnClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        settings.stateMachineArn());
  }
}
