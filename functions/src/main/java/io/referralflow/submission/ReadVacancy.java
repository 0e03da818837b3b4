package io.referralflow.submission;

import io.referralflow.directory.FindColleague;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Today;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import java.time.InstantSource;
import java.util.Optional;

/// Shows a vacancy with the reward that the reader is promised for it. Costs one request, one more
/// where the programme that it belongs to for this reader has terms of its own, and those of the
/// directory where a programme is for a department or team.
public final class ReadVacancy {

  private final Programmes programmes;
  private final FindColleague findColleague;
  private final Promised promised;
  private final InstantSource clock;

  public ReadVacancy(Programmes programmes, FindColleague findColleague, InstantSource clock) {
    this.programmes = programmes;
    this.findColleague = findColleague;
    this.promised = new Promised(programmes);
    this.clock = clock;
  }

  /// Empty for a vacancy that nobody made, and for former staff and outside relations one that was
  /// never in a programme for them.
  public Optional<Offered> execute(Caller caller, VacancyId id) {
    var now = clock.instant();
    var offer = programmes.offer(id, now);
    return offer
        .vacancy()
        .filter(vacancy ->
            !caller.isOutside()
                || (vacancy.inProgramme() && offer.portfolio().everOfferedOutside(id)))
        .map(vacancy -> {
          var day = Today.at(now, offer.settings());
          var choice =
              new Belonging(caller, day, findColleague).choice(offer.portfolio(), Optional.of(id));
          Optional<Terms> terms = promised.under(choice, offer, now);
          return new Offered(vacancy, terms.flatMap(it -> it.reward(vacancy)));
        });
  }
}
