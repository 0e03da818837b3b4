package io.referralflow.function.api;

import io.referralflow.candidate.Language;
import io.referralflow.json.Answers;
import io.referralflow.json.FieldError;
import io.referralflow.json.Requests;
import io.referralflow.letter.Summaries;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.JudgeVacancy;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.PublishTerms.Publication;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Today;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who is signed in, vacancies, terms and settings.
public final class ProgrammeRoutes {

  private static final FieldError LEVEL_UNKNOWN =
      new FieldError(
          "functionLevel", "function-level-unknown", "The terms in force do not name this level.");

  /// So many digits that a number holds them.
  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

  private final Programmes programmes;
  private final SaveVacancy saveVacancy;
  private final JudgeVacancy judgeVacancy;
  private final PublishTerms publishTerms;
  private final Summaries summaries;
  private final InstantSource clock;

  public ProgrammeRoutes(
      Programmes programmes,
      SaveVacancy saveVacancy,
      JudgeVacancy judgeVacancy,
      PublishTerms publishTerms,
      Summaries summaries,
      InstantSource clock) {
    this.programmes = programmes;
    this.saveVacancy = saveVacancy;
    this.judgeVacancy = judgeVacancy;
    this.publishTerms = publishTerms;
    this.summaries = summaries;
    this.clock = clock;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    var editors = Set.of(Role.RECRUITER, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/me", false, everybody, (who, _) -> Answer.ok(Answers.me(who))),
        Route.signedIn("GET", "/vacancies", false, everybody, this::vacancies),
        Route.signedIn("GET", "/vacancies/{id}", false, everybody, this::vacancy),
        Route.signedIn("PUT", "/vacancies/{id}", true, editors, this::saveVacancy),
        Route.signedIn("GET", "/terms", false, everybody, (_, _) -> terms()),
        Route.signedIn("GET", "/terms/upcoming", false, everybody, (_, _) -> upcoming()),
        Route.signedIn("GET", "/terms/{version}", false, everybody, (_, call) -> version(call)),
        Route.signedIn("PUT", "/terms", true, manager, this::publishTerms),
        Route.signedIn("GET", "/settings", false, manager, (_, _) -> settings()),
        Route.signedIn("PUT", "/settings", true, manager, this::saveSettings));
  }

  private Answer vacancies(Caller caller, Call call) {
    return Paging.page(
        call,
        page ->
            Answer.ok(
                Answers.vacancies(
                    concerning(caller, programmes.vacancies(page)),
                    programmes.terms(clock.instant()),
                    isEditor(caller))));
  }

  /// Outside referrers see the vacancies of the programmes that are for them; a page of theirs may
  /// hold fewer than it could.
  private Page<Vacancy> concerning(Caller caller, Page<Vacancy> page) {
    if (!caller.isOutside()) {
      return page;
    }
    var portfolio = programmes.portfolio();
    var today = Today.at(clock.instant(), programmes);
    return new Page<>(
        page.items().stream()
            .filter(it -> it.open() && it.inProgramme() && portfolio.offersOutside(it.id(), today))
            .toList(),
        page.next());
  }

  private boolean concerns(Caller caller, Vacancy vacancy) {
    return !caller.isOutside()
        || (vacancy.inProgramme() && programmes.portfolio().everOfferedOutside(vacancy.id()));
  }

  private Answer vacancy(Caller caller, Call call) {
    return vacancyId(call)
        .flatMap(programmes::vacancy)
        .filter(vacancy -> concerns(caller, vacancy))
        .map(vacancy ->
            Answer.ok(
                Answers.vacancy(vacancy, programmes.terms(clock.instant()), isEditor(caller))))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer saveVacancy(Caller caller, Call call) {
    var id = vacancyId(call);
    return id.isEmpty()
        ? Answer.wrong("id", "format", "1 to 64 letters, digits, dots, dashes, underscores.")
        : Bodies.then(
            Requests.vacancy(id.get(), call.request().body()),
            () -> broken(Requests.levelToKnow(call.request().body())),
            vacancy ->
                switch (saveVacancy.execute(vacancy, caller.id())) {
                  case MADE ->
                      Answer.made(
                          Answers.vacancy(vacancy, programmes.terms(clock.instant()), true));
                  case CHANGED ->
                      Answer.ok(Answers.vacancy(vacancy, programmes.terms(clock.instant()), true));
                  case FUNCTION_LEVEL_UNKNOWN -> Answer.wrong(List.of(LEVEL_UNKNOWN));
                });
  }

  private List<FieldError> broken(Optional<String> level) {
    return level.filter(it -> !judgeVacancy.execute(it)).map(_ -> LEVEL_UNKNOWN).stream().toList();
  }

  private static boolean isEditor(Caller caller) {
    return caller.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER);
  }

  private static Optional<VacancyId> vacancyId(Call call) {
    return Optional.of(call.variable("id")).filter(VacancyId::isValid).map(VacancyId::new);
  }

  private Answer terms() {
    return programmes
        .terms(clock.instant())
        .map(terms -> Answer.ok(shown(terms)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer upcoming() {
    return Answer.ok(Answers.upcoming(programmes.upcoming(clock.instant()).map(this::shown)));
  }

  /// Versions count from 1, in digits alone.
  private Answer version(Call call) {
    return Optional.of(call.variable("version"))
        .filter(VERSION.asMatchPredicate())
        .map(Integer::parseInt)
        .flatMap(programmes::version)
        .map(terms -> Answer.ok(shown(terms)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private String shown(Terms terms) {
    return Answers.terms(
        terms,
        Arrays.stream(Language.values())
            .collect(
                Collectors.toMap(Function.identity(), language -> summaries.of(terms, language))));
  }

  private Answer publishTerms(Caller caller, Call call) {
    return Bodies.then(
        Requests.terms(call.request().body()),
        asked ->
            switch (publishTerms.execute(asked.content(), asked.effectiveFrom(), caller.id())) {
              case Publication.Published(var terms, var isNew) ->
                  isNew ? Answer.made(shown(terms)) : Answer.ok(shown(terms));
              case Publication.Past _ ->
                  Answer.wrong("effectiveFrom", "out-of-range", "A moment that is to come.");
              case Publication.PromiseBroken(var dueDays) ->
                  Answer.wrong(
                      "rules.payroll",
                      "promise-broken",
                      "The payroll pays too late for what is due on %s. Promise more days, or add runs."
                          .formatted(Answers.firstDays(dueDays)));
            });
  }

  private Answer settings() {
    return programmes
        .settings()
        .map(settings -> Answer.ok(Answers.settings(settings)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer saveSettings(Caller caller, Call call) {
    return Bodies.then(
        Requests.settings(call.request().body()),
        settings -> {
          programmes.save(settings, caller.id(), clock.instant());
          return Answer.ok(Answers.settings(settings));
        });
  }
}
