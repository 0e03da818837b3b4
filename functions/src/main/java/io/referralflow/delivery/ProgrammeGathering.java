package io.referralflow.delivery;

import io.referralflow.candidate.Email;
import io.referralflow.figures.ActionReport;
import io.referralflow.letter.ProgrammeLetter;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.message.ProgrammeNotice.ActionEnded;
import io.referralflow.port.Employees;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Settings;
import io.referralflow.programme.ThankYou;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Gathers whom a mail of the programme goes to and what it tells, as both are when it is sent.
public final class ProgrammeGathering {

  private final Programmes programmes;
  private final Employees employees;
  private final URI site;

  /// Gathers for letters that lead to a site.
  ///
  /// @param site its address, without a slash at its end
  public ProgrammeGathering(Programmes programmes, Employees employees, URI site) {
    this.programmes = programmes;
    this.employees = employees;
    this.site = site;
  }

  /// What was gathered for a notice.
  sealed interface Gathered {
    record Known(Email to, ProgrammeLetter letter) implements Gathered {}

    /// It is no longer true, or no longer needed.
    record Overtaken() implements Gathered {}

    /// It is needed, and nobody is known whom it could go to: a person must look.
    record Nobody() implements Gathered {}
  }

  Gathered of(ProgrammeNotice notice, Instant now) {
    return switch (notice) {
      case ActionEnded ended -> of(ended);
    };
  }

  private Gathered of(ActionEnded notice) {
    var action = programmes.portfolio().find(notice.action());
    var report =
        programmes.reports(notice.action()).stream()
            .filter(each -> each.endsOn().equals(notice.endsOn()))
            .findFirst();
    if (action.isEmpty() || report.isEmpty()) {
      return new Gathered.Overtaken();
    }
    var settings = programmes.settings();
    return manager(action.get(), settings)
        .<Gathered>map(
            to -> new Gathered.Known(to.email(), letter(action.get(), report.get(), to, settings)))
        .orElseGet(Gathered.Nobody::new);
  }

  /// Who manages a programme: whoever made or changed it last, if they ever signed in to refer;
  /// else the programme manager's address among the settings.
  private Optional<Addressee> manager(Programme programme, Optional<Settings> settings) {
    return programme
        .managedBy()
        .flatMap(employees::find)
        .map(who -> new Addressee(who.email(), who.name(), who.language()))
        .or(() ->
            settings.flatMap(known ->
                known
                    .thankYou()
                    .map(ThankYou::escalateTo)
                    .map(email -> new Addressee(email, "", known.language()))));
  }

  private ProgrammeLetter letter(
      Programme action, ActionReport report, Addressee to, Optional<Settings> settings) {
    return new ProgrammeLetter.ActionEnded(
        head(to, settings, "programme"),
        action.name(),
        report.startsOn(),
        report.endsOn(),
        new ProgrammeLetter.Count(
            report.submitted(), report.hired(), report.paid(), report.kept(), report.late()),
        report.costs().stream()
            .map(cost -> new ProgrammeLetter.Cost(cost.paid(), cost.open()))
            .toList());
  }

  /// @param page of the site, that the letter leads to
  private ProgrammeLetter.Head head(Addressee to, Optional<Settings> settings, String page) {
    return new ProgrammeLetter.Head(
        to.language(),
        settings.map(Settings::organisation).orElse(""),
        to.name(),
        URI.create(site + "/#/" + page));
  }
}
