package io.referralflow.function;

import io.referralflow.aws.RandomIds;
import io.referralflow.aws.SecretSeals;
import io.referralflow.aws.SesMailer;
import io.referralflow.aws.StepFunctionsExecutions;
import io.referralflow.aws.table.Storage;
import io.referralflow.delivery.SendNotice;
import io.referralflow.function.api.Api;
import io.referralflow.function.api.InvitationRoutes;
import io.referralflow.function.api.PayoutRoutes;
import io.referralflow.function.api.ProgrammeRoutes;
import io.referralflow.function.api.RecruitmentRoutes;
import io.referralflow.function.api.ReferralRoutes;
import io.referralflow.function.api.Router;
import io.referralflow.holiday.DutchWorkingDays;
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
import io.referralflow.port.Executions;
import io.referralflow.port.Seals;
import io.referralflow.port.WorkingDays;
import io.referralflow.process.FollowReferral;
import io.referralflow.process.ParkExecution;
import io.referralflow.process.Upkeep;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.screening.DecideReferral;
import io.referralflow.screening.ReadWorklist;
import io.referralflow.step.Steps;
import io.referralflow.submission.ListOwnReferrals;
import io.referralflow.submission.ReadReferral;
import io.referralflow.submission.SubmitReferral;
import io.referralflow.submission.TakeBackReferral;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ServiceLoader;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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

  Wiring(Settings settings) {
    this.settings = settings;
    this.storage =
        new Storage(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            settings.tableName());
    this.steps = new Steps(storage.referrals(), clock);
  }

  InstantSource clock() {
    return clock;
  }

  /// Hashes and tokens; each function that needs them asks once, since they read the secret once.
  Seals seals() {
    return new SecretSeals(
        SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        settings.secretId());
  }

  Router router() {
    var seals = seals();
    return Api.router(
        new ProgrammeRoutes(
            storage.programmes(),
            new SaveVacancy(storage.programmes(), clock),
            new PublishTerms(storage.programmes(), clock),
            clock),
        new ReferralRoutes(
            new SubmitReferral(
                storage.referrals(),
                storage.persons(),
                storage.operations(),
                storage.programmes(),
                seals,
                new RandomIds(clock),
                clock),
            new ListOwnReferrals(storage.referrals(), storage.candidates(), clock),
            new ReadReferral(
                storage.referrals(), storage.candidates(), storage.employees(), workingDays, clock),
            new TakeBackReferral(steps)),
        new InvitationRoutes(
            new ReadInvitation(storage.referrals(), storage.backgrounds(), seals),
            new AnswerInvitation(seals, steps)),
        recruitment(seals),
        new PayoutRoutes(
            new ListPayouts(storage.referrals(), storage.employees()),
            new ConfirmPayout(steps, storage.entries())),
        settings.userPoolClientId(),
        settings.siteUrl());
  }

  private RecruitmentRoutes recruitment(Seals seals) {
    var ownReferrals =
        new OwnReferrals(storage.persons(), storage.hrReports(), storage.referrals());
    return new RecruitmentRoutes(
        new ReadWorklist(storage.referrals(), storage.candidates()),
        new DecideReferral(storage.referrals(), steps),
        new EnterHrEvent(storage.entries(), storage.employees(), ownReferrals, clock),
        new AgreeToHrEvent(storage.entries(), ownReferrals, takeInHrEvent()),
        new ListEnteredEvents(storage.entries(), storage.employees()),
        storage.failures(),
        seals);
  }

  TakeInHrEvent takeInHrEvent() {
    return new TakeInHrEvent(storage.hrReports(), applyReports(), storage.failures(), clock);
  }

  RefuseHrEvent refuseHrEvent() {
    return new RefuseHrEvent(storage.failures(), clock);
  }

  ParkExecution parkExecution() {
    return new ParkExecution(
        storage.referrals(),
        storage.waits(),
        storage.persons(),
        applyReports(),
        executions(),
        clock);
  }

  PlanNextInstalment planNextInstalment() {
    return new PlanNextInstalment(storage.referrals(), storage.waits(), clock);
  }

  ReleaseInstalment releaseInstalment() {
    return new ReleaseInstalment(steps, workingDays);
  }

  FollowReferral followReferral() {
    return new FollowReferral(storage.waits(), executions());
  }

  SendNotice sendNotice() {
    return new SendNotice(
        storage.outbox(),
        storage.backgrounds(),
        new SesMailer(
            SesV2Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build(),
            settings.mailSender(),
            settings.mailConfigurationSet()),
        steps,
        seals(),
        workingDays,
        new Letters(),
        URI.create(settings.siteUrl()),
        clock);
  }

  Upkeep upkeep() {
    return new Upkeep(
        storage.referrals(),
        storage.waits(),
        storage.outbox(),
        storage.hrReports(),
        storage.persons(),
        storage.entries(),
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
        storage.failures(),
        steps);
  }

  private Executions executions() {
    return new StepFunctionsExecutions(
        SfnClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        settings.stateMachineArn());
  }
}
