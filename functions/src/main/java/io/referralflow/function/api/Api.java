package io.referralflow.function.api;

import java.util.List;
import java.util.stream.Stream;

/// The whole API: all routes behind one router.
public final class Api {

  private Api() {}

  /// Puts the routes together.
  ///
  /// @param clientId the app client whose ID tokens count
  /// @param siteOrigin the only origin that browsers may call from
  public static Router router(
      ProgrammeRoutes programme,
      TermsRoutes terms,
      ReferralRoutes referrals,
      ThanksRoutes thanks,
      InvitationRoutes invitation,
      RecruitmentRoutes recruitment,
      PayoutRoutes payouts,
      BrakeRoutes brake,
      DirectoryRoutes directory,
      FigureRoutes figures,
      PayRunRoutes payRuns,
      VacancyFileRoutes vacancyFiles,
      PortfolioRoutes portfolio,
      PointsRoutes points,
      OutsiderRoutes outsiders,
      ReferralFileRoutes referralFiles,
      String clientId,
      String siteOrigin) {
    var routes =
        Stream.of(
                programme.routes(),
                terms.routes(),
                referrals.routes(),
                thanks.routes(),
                invitation.routes(),
                recruitment.routes(),
                payouts.routes(),
                brake.routes(),
                directory.routes(),
                figures.routes(),
                payRuns.routes(),
                vacancyFiles.routes(),
                portfolio.routes(),
                points.routes(),
                outsiders.routes(),
                referralFiles.routes())
            .flatMap(List::stream)
            .toList();
    return new Router(routes, new Callers(clientId), siteOrigin);
  }
}
