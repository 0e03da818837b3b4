package io.referralflow.function.api;

import io.referralflow.candidate.Language;
import io.referralflow.delivery.AnnounceTerms;
import io.referralflow.json.Answers;
import io.referralflow.json.Requests;
import io.referralflow.letter.Summaries;
import io.referralflow.port.Post;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.PublishOwnTerms;
import io.referralflow.programme.PublishOwnTerms.Publishing;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.PublishTerms.Publication;
import io.referralflow.programme.Terms;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.FindPinned;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The terms: the organisation's, and those that programmes have of their own. All are numbered in
/// one row, so that any version is also found among the organisation's by its number.
public final class TermsRoutes {

  /// So many digits that a number holds them.
  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

  private final Programmes programmes;
  private final PublishTerms publishTerms;
  private final PublishOwnTerms publishOwnTerms;
  private final AnnounceTerms announceTerms;
  private final FindPinned findPinned;
  private final Post post;
  private final Summaries summaries;
  private final InstantSource clock;

  public TermsRoutes(
      Programmes programmes,
      PublishTerms publishTerms,
      PublishOwnTerms publishOwnTerms,
      AnnounceTerms announceTerms,
      FindPinned findPinned,
      Post post,
      Summaries summaries,
      InstantSource clock) {
    this.programmes = programmes;
    this.publishTerms = publishTerms;
    this.publishOwnTerms = publishOwnTerms;
    this.announceTerms = announceTerms;
    this.findPinned = findPinned;
    this.post = post;
    this.summaries = summaries;
    this.clock = clock;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    var manager = Set.of(Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/terms", false, everybody, (_, _) -> inForce()),
        Route.signedIn("GET", "/terms/upcoming", false, everybody, (_, _) -> upcoming()),
        Route.signedIn("GET", "/terms/{version}", false, everybody, this::version),
        Route.signedIn(
            "GET",
            "/terms/{version}/announcement",
            false,
            manager,
            (_, call) -> announcement(call)),
        Route.signedIn("PUT", "/terms", true, manager, this::publish),
        Route.signedIn("GET", "/programmes/{id}/terms", false, everybody, this::ownInForce),
        Route.signedIn(
            "GET", "/programmes/{id}/terms/upcoming", false, everybody, this::ownUpcoming),
        Route.signedIn(
            "GET", "/programmes/{id}/terms/{version}", false, everybody, this::ownVersion),
        Route.signedIn("PUT", "/programmes/{id}/terms", true, manager, this::publishOwn));
  }

  private Answer inForce() {
    return found(programmes.terms(clock.instant()));
  }

  private Answer upcoming() {
    return Answer.ok(Answers.upcoming(programmes.upcoming(clock.instant()).map(this::shown)));
  }

  /// One of a programme's own is for whom the programme concerns, and for whoever referred under
  /// it.
  private Answer version(Caller caller, Call call) {
    return found(
        number(call)
            .filter(number ->
                programmes
                    .portfolio()
                    .promising(number)
                    .map(programme ->
                        concerns(programme, caller)
                            || findPinned.execute(caller.employee(), number))
                    .orElse(true))
            .flatMap(programmes::version));
  }

  /// Whoever manages programmes manages all of them.
  private Answer announcement(Call call) {
    return number(call)
        .flatMap(programmes::version)
        .map(Terms::version)
        .map(version -> Answer.ok(Answers.announcement(version, post.announcement(version))))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer publish(Caller caller, Call call) {
    return Bodies.then(
        Requests.terms(call.request().body()),
        asked -> answer(publishTerms.execute(asked.content(), asked.effectiveFrom(), caller.id())));
  }

  private Answer ownInForce(Caller caller, Call call) {
    return of(
        caller,
        call,
        (programme, now) -> found(own(programme, now).or(() -> programmes.terms(now))));
  }

  /// The organisation's announcement counts while the programme has no terms of its own.
  private Answer ownUpcoming(Caller caller, Call call) {
    return of(
        caller,
        call,
        (programme, now) -> {
          var announced = programmes.ownUpcoming(programme.id(), now);
          var upcoming =
              announced.isPresent() || own(programme, now).isPresent()
                  ? announced
                  : programmes.upcoming(now);
          return Answer.ok(Answers.upcoming(upcoming.map(this::shown)));
        });
  }

  private Answer ownVersion(Caller caller, Call call) {
    return of(
        caller,
        call,
        (programme, _) ->
            found(number(call).filter(programme.terms()::contains).flatMap(programmes::version)));
  }

  private Answer publishOwn(Caller caller, Call call) {
    return id(call)
        .map(id ->
            Bodies.then(
                Requests.terms(call.request().body()),
                asked ->
                    answer(
                        publishOwnTerms.execute(
                            id, asked.content(), asked.effectiveFrom(), caller.id()))))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer answer(Publishing publishing) {
    return switch (publishing) {
      case Publishing.Judged(var publication) -> answer(publication);
      case Publishing.Retired _ ->
          Answer.refused(Refusal.WRONG_STATE, "It is retired and stays as it was.");
      case Publishing.TooMany _ ->
          Answer.refused(
              Refusal.WRONG_STATE,
              "It has "
                  + Programme.MOST_TERMS
                  + " versions of its own terms, and no more are kept.");
      case Publishing.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer answer(Publication publication) {
    return switch (publication) {
      case Publication.Published(var terms, var isNew) -> {
        announceTerms.execute(terms);
        yield isNew ? Answer.made(shown(terms)) : Answer.ok(shown(terms));
      }
      case Publication.TooEarly(var earliest, var isForNotice) ->
          Answer.wrong(
              "effectiveFrom",
              "out-of-range",
              isForNotice
                  ? "Not before %s: a change is announced first, as termsNoticeDays of the settings says."
                      .formatted(earliest)
                  : "A moment that is to come.");
      case Publication.PromiseBroken(var dueDays) ->
          Answer.wrong(
              "rules.payroll",
              "promise-broken",
              "The payroll pays too late for what is due on %s. Promise more days, or add runs."
                  .formatted(Answers.firstDays(dueDays)));
      case Publication.LevelsInUse(var vacancies) ->
          Answer.wrong(
              "rules.levels",
              "level-in-use",
              "Open vacancies have a level without a reward: %s. Name the level, or close them."
                  .formatted(Answers.firstLevels(vacancies)));
    };
  }

  private Optional<Terms> own(Programme programme, Instant now) {
    return programme.hasTerms()
        ? Optional.ofNullable(programmes.ownTerms(List.of(programme.id()), now).get(programme.id()))
        : Optional.empty();
  }

  /// What is answered about a programme that concerns the caller.
  private Answer of(Caller caller, Call call, BiFunction<Programme, Instant, Answer> answering) {
    return id(call)
        .flatMap(programmes.portfolio()::find)
        .filter(programme -> concerns(programme, caller))
        .map(programme -> answering.apply(programme, clock.instant()))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private static boolean concerns(Programme programme, Caller caller) {
    return programme.concerns(
        caller.isOutside(), caller.isStaffed(), caller.has(Role.PROGRAMME_MANAGER));
  }

  private Answer found(Optional<Terms> terms) {
    return terms.map(it -> Answer.ok(shown(it))).orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private static Optional<ProgrammeId> id(Call call) {
    return Optional.of(call.variable("id")).filter(ProgrammeId::isValid).map(ProgrammeId::new);
  }

  /// Versions count from 1, in digits alone.
  private static Optional<Integer> number(Call call) {
    return Optional.of(call.variable("version"))
        .filter(VERSION.asMatchPredicate())
        .map(Integer::parseInt);
  }

  private String shown(Terms terms) {
    return Answers.terms(
        terms,
        Arrays.stream(Language.values())
            .collect(
                Collectors.toMap(Function.identity(), language -> summaries.of(terms, language))));
  }
}
