package io.referralflow.submission;

import io.referralflow.directory.FindColleague;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.port.Programmes.Offer;
import io.referralflow.programme.Today;
import io.referralflow.programme.Vacancy;
import io.referralflow.staff.Caller;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Shows vacancies with the rewards that the reader is promised for them. Costs as many requests
/// for a page of one as for a page of a hundred: the page, what all have in common, the own terms
/// of programmes where there are any, and the reader's row in the directory where a programme is
/// for a department or team.
public final class ListVacancies {

  private final Programmes programmes;
  private final FindColleague findColleague;
  private final Promised promised;
  private final InstantSource clock;

  public ListVacancies(Programmes programmes, FindColleague findColleague, InstantSource clock) {
    this.programmes = programmes;
    this.findColleague = findColleague;
    this.promised = new Promised(programmes);
    this.clock = clock;
  }

  /// Former staff and outside relations see the vacancies of the programmes that are for them; a
  /// page of theirs may hold fewer than it could.
  public Page<Offered> execute(Caller caller, Page.Request request) {
    var now = clock.instant();
    var page = programmes.vacancies(request);
    var ground = programmes.ground(now);
    var day = Today.at(now, ground.settings());
    var concerning = page.items().stream().filter(it -> concerns(caller, it, ground, day)).toList();
    var standing = new Belonging(caller, day, findColleague).standing(ground.portfolio());
    var choices =
        concerning.stream()
            .map(it -> ground.portfolio().choose(standing, Optional.of(it.id()), day))
            .toList();
    var own = promised.among(choices, now);
    List<Offered> offered =
        IntStream.range(0, choices.size())
            .mapToObj(at -> {
              var vacancy = concerning.get(at);
              var terms = own.under(choices.get(at), ground);
              return new Offered(vacancy, terms.flatMap(it -> it.reward(vacancy)));
            })
            .toList();
    return new Page<>(offered, page.next());
  }

  private static boolean concerns(Caller caller, Vacancy vacancy, Offer ground, LocalDate day) {
    return !caller.isOutside()
        || (vacancy.open()
            && vacancy.inProgramme()
            && ground.portfolio().offersOutside(vacancy.id(), day));
  }
}
