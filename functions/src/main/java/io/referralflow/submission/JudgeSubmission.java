package io.referralflow.submission;

import io.referralflow.candidate.Email;
import io.referralflow.directory.FindColleague;
import io.referralflow.eligibility.Rule;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Portfolio.Choice;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Today;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Says which rules refuse a submission that has wrong fields as well, judging what of it can be
/// read: whoever fills in the form learns all that is wrong with it at once. Writes nothing.
public final class JudgeSubmission {

  private final Programmes programmes;
  private final FindColleague findColleague;
  private final Promised promised;
  private final InstantSource clock;

  public JudgeSubmission(Programmes programmes, FindColleague findColleague, InstantSource clock) {
    this.programmes = programmes;
    this.findColleague = findColleague;
    this.promised = new Promised(programmes);
    this.clock = clock;
  }

  /// The rules that it breaks.
  ///
  /// @param vacancy empty when it cannot be read
  /// @param candidate the candidate's address; empty when it cannot be read
  public List<Rule> execute(Caller caller, Optional<VacancyId> vacancy, Optional<Email> candidate) {
    var now = clock.instant();
    var offer =
        vacancy.map(id -> programmes.offer(id, now)).orElseGet(() -> programmes.ground(now));
    var belonging = new Belonging(caller, Today.at(now, offer.settings()), findColleague);
    var choice = belonging.choice(offer.portfolio(), vacancy);
    return broken(
        belonging,
        candidate,
        vacancy.isPresent(),
        offer.vacancy(),
        promised.under(choice, offer, now),
        choice);
  }

  /// The rules that a submission breaks, in the order of the book.
  ///
  /// @param belonging who submits, and where they belong
  /// @param named whether a vacancy was named
  /// @param vacancy the vacancy; empty when there is none of that name
  /// @param terms the terms that hold for it, if there are any
  /// @param choice the programme that it belongs to, or why to none
  static List<Rule> broken(
      Belonging belonging,
      Optional<Email> candidate,
      boolean named,
      Optional<Vacancy> vacancy,
      Optional<Terms> terms,
      Choice choice) {
    var caller = belonging.caller();
    var book = terms.map(Terms::rules).orElse(RuleBook.STANDARD);
    return book.atSubmission().stream()
        .filter(rule ->
            switch (rule) {
              case OWN_ADDRESS ->
                  candidate.filter(it -> it.sameMailbox(caller.employee().email())).isPresent();
              case RECRUITER -> caller.has(Role.RECRUITER);
              case HUMAN_RESOURCES -> caller.has(Role.HUMAN_RESOURCES);
              case HIRING_MANAGER -> vacancy.filter(belonging::manages).isPresent();
              case NOT_IN_SERVICE -> !belonging.isInService();
              case VACANCY_UNKNOWN -> named && vacancy.isEmpty();
              case VACANCY_CLOSED ->
                  vacancy
                      .filter(Vacancy::inProgramme)
                      .filter(it -> !it.open() || terms.flatMap(t -> t.reward(it)).isEmpty())
                      .isPresent();
              case VACANCY_NOT_IN_PROGRAMME ->
                  vacancy.filter(it -> !it.inProgramme()).isPresent()
                      || (vacancy.isPresent() && refuses(choice, rule));
              case PROGRAMME_NOT_RUNNING, PROGRAMME_AUDIENCE, PROGRAMME_SCOPE ->
                  refuses(choice, rule);
              case CANDIDATE_KNOWN,
                  OWN_HIRE,
                  REFERRED_AFTER_HIRE,
                  ENDED_BEFORE_HIRE,
                  OTHER_REFERRAL,
                  REFERRER_LEFT_BEFORE_HIRE,
                  REFERRER_LEFT_BEFORE_MILESTONE ->
                  false;
            })
        .toList();
  }

  private static boolean refuses(Choice choice, Rule rule) {
    return choice instanceof Choice.Refused(var broken) && broken == rule;
  }
}
