package io.referralflow.function;

import io.referralflow.delivery.AnnounceOwnTerms;
import io.referralflow.directory.ImportColleagues;
import io.referralflow.directory.InviteOutsider;
import io.referralflow.directory.SaveColleague;
import io.referralflow.directory.WithdrawOutsider;
import io.referralflow.fake.FakeAccounts;
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
import io.referralflow.function.api.TermsRoutes;
import io.referralflow.function.api.ThanksRoutes;
import io.referralflow.function.api.VacancyFileRoutes;
import io.referralflow.letter.Summaries;
import io.referralflow.payout.JudgeConfirmation;
import io.referralflow.programme.ContinueAction;
import io.referralflow.programme.ImportVacancies;
import io.referralflow.programme.JudgeVacancy;
import io.referralflow.programme.MoveProgramme;
import io.referralflow.programme.PublishOwnTerms;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.SaveProgramme;
import io.referralflow.programme.SaveSettings;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.Product;
import io.referralflow.submission.FindPinned;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The API as API Gateway calls it: the real handler, an event as JSON in and an answer as JSON
/// out, over whatever ports a test has. What a token says is what the event's claims say; the
/// gateway is not part of this.
public final class ApiDoor {

  /// The app client whose tokens count.
  public static final String CLIENT = "the-site";

  /// The only origin that browsers may call from.
  public static final String SITE = "https://referrals.example.com";

  private final ApiFunction function;
  private final List<String> logged = new ArrayList<>();
  private final FakeAccounts accounts = new FakeAccounts();
  private int calls;

  public ApiDoor(Ports ports) {
    var product = new Product(ports);
    var saveColleague = new SaveColleague(ports.directory(), ports.seals(), ports.clock());
    function =
        new ApiFunction(
            Api.router(
                new ProgrammeRoutes(
                    ports.programmes(),
                    new SaveVacancy(ports.programmes(), ports.clock()),
                    new JudgeVacancy(ports.programmes(), ports.clock()),
                    product.readVacancy,
                    product.listVacancies,
                    new SaveSettings(ports.programmes(), ports.clock())),
                new TermsRoutes(
                    ports.programmes(),
                    new PublishTerms(ports.programmes(), ports.workingDays(), ports.clock()),
                    new PublishOwnTerms(ports.programmes(), ports.workingDays(), ports.clock()),
                    product.announceTerms,
                    new FindPinned(ports.referrals()),
                    ports.post(),
                    new Summaries(),
                    ports.clock()),
                new ReferralRoutes(
                    product.submitReferral,
                    product.enterReferral,
                    product.findReferrer,
                    product.judgeSubmission,
                    product.listOwnReferrals,
                    product.readReferral,
                    product.takeBackReferral,
                    product.appealReferral),
                new ThanksRoutes(product.readThanks, product.markThanks),
                new InvitationRoutes(
                    product.readInvitation,
                    product.answerInvitation,
                    product.correctDetails,
                    product.giveCopy),
                new RecruitmentRoutes(
                    product.readWorklist,
                    product.decideReferral,
                    product.enterPhase,
                    product.correctAddress,
                    product.moveReferral,
                    product.enterHrEvent,
                    product.agreeToHrEvent,
                    product.listEnteredEvents,
                    ports.failures(),
                    ports.seals()),
                new PayoutRoutes(
                    product.listPayouts,
                    product.listHeldPayouts,
                    product.listShortPayouts,
                    product.confirmPayout,
                    new JudgeConfirmation(ports.referrals(), ports.clock()),
                    product.holdPayout,
                    product.correctPayout,
                    ports.programmes()),
                new BrakeRoutes(
                    product.readBrake, product.operateBrake, product.reportBeforePaying),
                new DirectoryRoutes(
                    ports.directory(),
                    new SaveColleague(ports.directory(), ports.seals(), ports.clock()),
                    new ImportColleagues(ports.directory(), ports.seals(), ports.clock())),
                new FigureRoutes(
                    product.readPromiseKept,
                    product.readForecast,
                    product.readProvision,
                    product.readParity),
                new PayRunRoutes(
                    product.readPayRun,
                    product.exportPayRun,
                    product.confirmPayouts,
                    product.readPayrollTarget,
                    ports.payrollTargets(),
                    ports.clock()),
                new VacancyFileRoutes(new ImportVacancies(ports.programmes(), ports.clock())),
                new PortfolioRoutes(
                    ports.programmes(),
                    new SaveProgramme(ports.programmes(), ports.clock()),
                    new MoveProgramme(ports.programmes(), ports.clock()),
                    new ContinueAction(ports.programmes(), ports.clock()),
                    new AnnounceOwnTerms(ports.programmes(), product.announceTerms, ports.clock())),
                new PointsRoutes(
                    ports.points(),
                    ports.programmes(),
                    product.readAccount,
                    product.saveItem,
                    product.placeOrder,
                    product.listOpenOrders,
                    product.handleOrder,
                    product.correctPoints),
                new OutsiderRoutes(
                    ports.directory(),
                    new InviteOutsider(
                        ports.directory(), saveColleague, accounts, ports.seals(), ports.clock()),
                    new WithdrawOutsider(ports.directory(), saveColleague, accounts)),
                new ReferralFileRoutes(product.importReferrals),
                CLIENT,
                SITE));
  }

  /// The accounts of the pool.
  public FakeAccounts accounts() {
    return accounts;
  }

  /// What the handler answers to an event.
  public String handle(String event) {
    var out = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          out,
          new Call(Call.id(++calls), logged));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// What was logged since this was last asked.
  public List<String> takeLog() {
    var taken = List.copyOf(logged);
    logged.clear();
    return taken;
  }
}
