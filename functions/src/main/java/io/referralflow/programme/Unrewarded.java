package io.referralflow.programme;

import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.PublishTerms.Content;
import java.time.Instant;
import java.util.List;

/// Finds the open vacancies that terms of the organisation would leave without a reward, since the
/// terms do not know their level: a referral for one of them would be refused. Reads all vacancies,
/// page by page.
final class Unrewarded {

  private Unrewarded() {}

  /// Those of the programmes that have no terms of their own in force.
  static List<Vacancy> by(
      Content content, Portfolio portfolio, Programmes programmes, Instant now) {
    var alive =
        portfolio.programmes().stream()
            .filter(each -> each.status() != Programme.Status.RETIRED)
            .toList();
    var own = programmes.ownTerms(alive.stream().map(Programme::id).toList(), now);
    var others = alive.stream().filter(each -> !own.containsKey(each.id())).toList();
    var terms = content.as(1, now, now);
    return Page.all(programmes::vacancies)
        .filter(Vacancy::open)
        .filter(Vacancy::inProgramme)
        .filter(vacancy -> others.stream().anyMatch(each -> !each.leftOut().contains(vacancy.id())))
        .filter(vacancy -> terms.reward(vacancy).isEmpty())
        .toList();
  }
}
