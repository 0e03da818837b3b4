package io.referralflow.tests.simulation;

import io.referralflow.appeal.AppealReferral.Appealing;
import io.referralflow.candidate.Details;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.directory.ColleagueEvent;
import io.referralflow.directory.Detail;
import io.referralflow.directory.Saying;
import io.referralflow.eligibility.Rule;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.AgreeToHrEvent.Agreeing;
import io.referralflow.intake.EnterHrEvent.Entering;
import io.referralflow.intake.Refusals;
import io.referralflow.intake.TakeInApplicationEvent;
import io.referralflow.intake.TakeInColleagueEvent;
import io.referralflow.intake.TakeInHrEvent.TakingIn;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.invitation.AnswerInvitation.Answering;
import io.referralflow.invitation.CorrectDetails.Correcting;
import io.referralflow.payout.ConfirmPayout.Confirmation;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.payout.CorrectPayout;
import io.referralflow.payout.HoldPayout;
import io.referralflow.payout.HoldPayout.Holding;
import io.referralflow.port.Brake;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.Fact;
import io.referralflow.referral.HeldBecause;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.referral.Share;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayoutReference;
import io.referralflow.screening.CorrectAddress;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.screening.EnterPhase;
import io.referralflow.screening.MoveReferral;
import io.referralflow.staff.Caller;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import io.referralflow.submission.EnterReferral;
import io.referralflow.submission.EnterReferral.Entry;
import io.referralflow.submission.ReadReferral.Reading;
import io.referralflow.submission.SubmitReferral.Request;
import io.referralflow.submission.SubmitReferral.Submission;
import io.referralflow.submission.TakeBackReferral.TakingBack;
import io.referralflow.tests.simulation.Story.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Does what a story says, as a caller does it: whoever gets no answer tries again a few times, and
/// every answer is held against what it must be.
final class Deeds {

  /// What goes wrong besides calls that fail, by its number in `docs/evidence.md`.
  enum Trouble {
    DELIVERED_TWICE("F01 delivered twice"),
    LATE("F03 late"),
    MALFORMED("F05 malformed"),
    OTHER_BODY("F05 same id, other body"),
    POISON("F13 poison"),
    STREAM_HELD_UP("F13 stream is held up"),
    REDRIVEN("F14 redriven, twice"),
    MAIL_PAUSED("F15 mail paused"),
    MAIL_REFUSED("F15 mail refused"),
    CONFIRMS("F17 confirms"),
    TOKEN_SPENT("F18 token spent"),
    AMNESIA("F19 amnesia"),
    EXECUTION_STOPPED("F19 execution stopped"),
    EXECUTIONS_LOST("F19 executions lost"),
    NAME_REUSED("F21 name reused"),
    OUTAGE("F25 clock jumps, all down"),
    RULES_CHANGE("F25 rules change"),
    TIMER_EARLY("F26 timer early"),
    TIMER_NEVER("F26 timer never"),
    TIMER_TWICE("F26 timer twice"),
    UPKEEP_TWICE("F26 upkeep twice"),
    STREAM_LOST("F28 stream loses its tail"),
    RESTORE("F29 told of a restore"),
    SUBMITS_AGAIN("F32 submits again"),
    BRAKE_PULLED("brake pulled");

    private final String told;

    Trouble(String told) {
      this.told = told;
    }

    /// What the name of each place begins with where it struck.
    String begins() {
      return told + " | ";
    }
  }

  private static final List<Trouble> TIMERS =
      List.of(Trouble.TIMER_EARLY, Trouble.TIMER_TWICE, Trouble.TIMER_NEVER);

  private static final List<HoldReason> REASONS_TO_HOLD =
      List.of(HoldReason.EMPLOYMENT_IN_DOUBT, HoldReason.AMOUNT_IN_DOUBT, HoldReason.DISPUTED);

  /// When somebody who got no answer tries again, in seconds.
  private static final int[] AGAIN = {1, 30, 3_600};

  /// Why most people appeal.
  private static final AppealReason REASON = AppealReason.REFERRED_FIRST;

  /// What comes of holding one's own payout.
  private static final Set<Holding> NEVER_HELD = Set.of(Holding.OWN_REFERRAL, Holding.NOT_FOUND);

  private static final Page.Request ALL = new Page.Request(100, Optional.empty());

  /// A submission that somebody was told is taken in.
  record Acknowledged(ReferralId id, int person, int who, int vacancy) {}

  private static final List<Share> SHARES =
      List.of(Share.WHOLE, new Share(1), new Share(33), new Share(50));

  private final History history;
  private final Story story;
  private final Map<Integer, Acknowledged> labels = new HashMap<>();
  private final Map<Integer, Event> submissions = new HashMap<>();
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final Map<String, Submission.Accepted> keys = new HashMap<>();
  private final Map<String, String> keyBodies = new HashMap<>();
  private final Map<Integer, Instant> closed = new HashMap<>();
  private final Map<Integer, Integer> enteredBy = new HashMap<>();
  private final Map<Integer, Instant> carried = new HashMap<>();
  private final Map<Integer, Instant> heard = new HashMap<>();
  private final Set<Integer> otherBodies = new HashSet<>();
  private final Set<Integer> sent = new HashSet<>();
  private final Set<ReferralId> submitted = new HashSet<>();
  private final Map<Integer, Event> applications = new HashMap<>();
  private final Map<Integer, Event> leavings = new HashMap<>();
  private final Map<HrNumber, LastDay> lastDays = new HashMap<>();
  private final Map<HrNumber, Map<Instant, LocalDate>> toldLastDays = new HashMap<>();
  private final Map<String, Set<ApplicationEvent>> applied = new HashMap<>();
  private final Map<String, Integer> troubles = new TreeMap<>();

  Deeds(History history) {
    this.history = history;
    this.story = history.story();
    story
        .events()
        .forEach(event -> {
          if (event.deed() == Event.Deed.SUBMITS) {
            submissions.put(event.label(), event);
          }
          if (event.deed() == Event.Deed.APPLICATION_SAYS) {
            var _ = applications.putIfAbsent(event.detail() / 8, event);
          }
          if (event.deed() == Event.Deed.LEAVES) {
            var _ = leavings.putIfAbsent(event.detail() / 512, event);
          }
        });
  }

  Map<String, Integer> troubles() {
    return troubles;
  }

  List<Acknowledged> acknowledged() {
    return acknowledged;
  }

  /// Reports whose taking in was answered, and when they first came.
  Map<Integer, Instant> heard() {
    return heard;
  }

  /// Reports that the bus ever carried, or that two people vouched for.
  boolean wasSaid(int report) {
    return sent.contains(report) || otherBodies.contains(report);
  }

  /// Whether the bus carried a report with another body under the same id: the first one counts.
  boolean hadOtherBody(int report) {
    return otherBodies.contains(report);
  }

  Map<Integer, Integer> enteredBy() {
    return enteredBy;
  }

  void happen(Event event) {
    var who = Company.PEOPLE.get(event.who());
    var detail = event.detail();
    switch (event.deed()) {
      case SUBMITS -> submits(event, event, 0);
      case SUBMITS_AGAIN -> {
        var first = submissions.get(event.label());
        if (first != null && story.start().plusSeconds(first.at()).isBefore(history.now())) {
          trouble(Trouble.SUBMITS_AGAIN, "variant " + detail);
          submits(first, event, detail);
        }
      }
      case ANSWERS -> with(event, id -> answers(id, detail));
      case SUBMITS_FOR -> submitsFor(event);
      case ENTERS_PHASE -> with(event, id -> entersPhase(who, id, Story.PHASES.get(detail)));
      case APPLICATION_SAYS -> applicationSays(event, 1);
      case LEAVES -> leaves(event, 1);
      case MOVES -> with(event, id -> moves(who, id, detail));
      case CORRECTS_ADDRESS ->
          Optional.ofNullable(labels.get(event.label()))
              .ifPresent(it -> correctsAddress(who, it, detail));
      case COPIES -> with(event, this::copies);
      case CORRECTS ->
          Optional.ofNullable(labels.get(event.label())).ifPresent(it -> corrects(it, detail));
      case APPEALS ->
          with(event, id -> appeals(who, id, detail == 0 ? AppealReason.OTHER : REASON));
      case TAKES_BACK -> with(event, id -> takesBack(who, id));
      case DECIDES -> with(event, id -> decides(who, id, detail));
      case HR_SAYS -> hrSays(story.reports().get(detail), event.label(), 1);
      case ENTERS -> enters(event.who(), story.reports().get(detail));
      case AGREES -> agrees(event.who(), story.reports().get(detail));
      case CONFIRMS_ALL -> confirmsAll(who);
      case CONFIRMS -> with(event, id -> confirms(who, id, detail / 8, detail % 8, true));
      case HOLDS -> with(event, id -> holds(who, id, detail / 8, detail % 8));
      case CORRECTS_PAYMENT -> with(event, id -> correctsPayment(who, id, detail / 8, detail % 8));
      case LOOKS -> with(event, id -> looks(who, id));
      case LISTS -> lists(who);
      case CHANGES_SETTINGS -> {
        trouble(Trouble.RULES_CHANGE, "settings");
        history.stored().programmes().save(story.company().settings(true), who.id(), history.now());
      }
      case CHANGES_TERMS -> {
        trouble(Trouble.RULES_CHANGE, "terms");
        var _ =
            history
                .stored()
                .programmes()
                .publish(story.company().terms(1, history.now()), who.id());
      }
      case CHANGES_VACANCY -> {
        var number = detail / 2;
        var open = detail % 2 == 1;
        if (open) {
          closed.remove(number);
        } else {
          closed.put(number, history.now());
        }
        var _ =
            new SaveVacancy(history.stored().programmes(), history::now)
                .execute(story.company().vacancy(number, open), who.id());
      }
      case OUTAGE -> {
        trouble(Trouble.OUTAGE, "history");
        history.outage(detail);
      }
      case STREAM_LOST -> {
        trouble(Trouble.STREAM_LOST, "stream");
        history.loseStream(detail);
      }
      case STREAM_TWICE -> {
        trouble(Trouble.DELIVERED_TWICE, "stream");
        history.doubleStream(detail);
      }
      case STREAM_LATE -> {
        trouble(Trouble.STREAM_HELD_UP, "stream");
        history.delayStream(detail);
      }
      case EXECUTIONS_LOST -> {
        trouble(Trouble.EXECUTIONS_LOST, "all");
        history.engine().loseAll();
      }
      case EXECUTION_STOPPED ->
          with(
              event,
              id ->
                  history
                      .trusted()
                      .referrals()
                      .find(id)
                      .ifPresent(found -> {
                        trouble(Trouble.EXECUTION_STOPPED, name(id));
                        history.engine().stop(id, found.leg());
                      }));
      case AMNESIA -> {
        trouble(detail == 1 ? Trouble.RESTORE : Trouble.AMNESIA, "all");
        history.engine().loseAll();
        history.upkeep(detail == 1 ? Run.AMNESIA : Run.RESTART, 1);
        if (detail == 1) {
          history.rules().restored();
        }
      }
      case FREEZES -> {
        trouble(Trouble.BRAKE_PULLED, "operator");
        history.rules().frozen(true);
        var _ =
            history
                .stored()
                .brake()
                .pull(
                    new Brake.Pull(
                        Brake.Cause.OPERATOR,
                        Optional.empty(),
                        Optional.of(who.id()),
                        "Please wait.",
                        history.now()));
      }
      case THAWS -> thaws(who);
      case NAME_REUSED ->
          with(
              event,
              id -> {
                if (history.reuseName(id)) {
                  trouble(Trouble.NAME_REUSED, name(id));
                }
              });
      case TIMER ->
          with(
              event,
              id -> {
                if (history.engine().disturb(id, detail)) {
                  trouble(TIMERS.get(detail), name(id));
                }
              });
      case TOKEN_SPENT ->
          with(
              event,
              id ->
                  history
                      .trusted()
                      .waits()
                      .find(id)
                      .flatMap(wait -> wait.token())
                      .ifPresent(token -> {
                        trouble(Trouble.TOKEN_SPENT, name(id));
                        history.engine().spend(token);
                      }));
      case MAIL_PAUSED -> {
        trouble(Trouble.MAIL_PAUSED, "mail");
        history.mailbox().pauseUntil(history.now().plusSeconds(detail));
      }
      case MAIL_REFUSED ->
          Optional.ofNullable(submissions.get(event.label()))
              .ifPresent(first -> {
                trouble(Trouble.MAIL_REFUSED, "mail");
                history.mailbox().refuse(story.candidate(first.detail() / 8).email().value());
              });
      case POISON ->
          with(
              event,
              id -> {
                trouble(Trouble.POISON, name(id));
                history.poison(id, detail);
              });
      case REDRIVE -> {
        trouble(Trouble.REDRIVEN, "parked");
        history.redrive();
      }
      case UPKEEP_TWICE -> {
        trouble(Trouble.UPKEEP_TWICE, "upkeep");
        history.upkeep(Run.DAILY, 1);
        history.upkeep(Run.DAILY, 1);
      }
    }
  }

  private void trouble(Trouble fault, String where) {
    var _ = troubles.merge(fault.begins() + where, 1, Integer::sum);
  }

  /// The state that a referral is in, as the place where something goes wrong.
  private String name(ReferralId id) {
    return history
        .trusted()
        .referrals()
        .find(id)
        .map(found -> found.referral().getClass().getSimpleName())
        .orElse("none");
  }

  private void with(Event event, Consumer<ReferralId> deed) {
    var known = labels.get(event.label());
    if (known != null) {
      deed.accept(known.id());
    }
  }

  /// Tries as a person does, who gives up in the end.
  private <T> void persists(Step step, Supplier<T> work, Consumer<T> answered, int tried) {
    var answer = history.attempt(step, work);
    if (answer.isPresent()) {
      answered.accept(answer.get());
    } else if (tried < AGAIN.length) {
      history.later(
          Duration.ofSeconds(AGAIN[tried]), () -> persists(step, work, answered, tried + 1));
    }
  }

  private void submits(Event first, Event now, int variant) {
    var person = first.detail() / 8;
    var vacancy = first.detail() / 2 % 4;
    var keyed = first.detail() % 2 == 1;
    var number = variant == 3 ? (first.who() + 1) % Company.PEOPLE.size() : first.who();
    var who = Company.PEOPLE.get(number);
    var key =
        keyed && variant != 2 ? Optional.of("key-" + first.label()) : Optional.<String>empty();
    var body = story.canary(person) + (variant == 1 ? " other" : "") + vacancy;
    var request =
        new Request(who, Company.VACANCIES.get(vacancy), _ -> story.candidate(person), key, body);
    var began = history.now();
    persists(
        Step.SUBMIT,
        () -> history.product().submitReferral.execute(request),
        answer -> {
          var taken = new Acknowledged(id(answer), person, number, vacancy);
          judge(answer, taken, key.map(k -> who.id().value() + k), body, began);
          if (answer instanceof Submission.Accepted && number == first.who()) {
            var _ = labels.putIfAbsent(now.label(), taken);
          }
        },
        0);
  }

  private static ReferralId id(Submission submission) {
    return switch (submission) {
      case Submission.Accepted accepted -> accepted.id();
      case Submission.Duplicate duplicate -> duplicate.id();
      case Submission.KeyReused _, Submission.Refused _, Submission.NotSetUp _ ->
          new ReferralId("none0000000000000000000000");
    };
  }

  /// @param began when it was first tried
  private void judge(
      Submission answer, Acknowledged taken, Optional<String> key, String body, Instant began) {
    var rules = history.rules();
    var who = Company.PEOPLE.get(taken.who());
    var earlier = key.map(keys::get);
    var sameBody = key.map(keyBodies::get).filter(body::equals).isPresent();
    switch (answer) {
      case Submission.Accepted accepted -> {
        if (earlier.isPresent()) {
          rules.check(
              Promise.SAME_ANSWER,
              accepted.equals(earlier.get()) && sameBody,
              () -> "the key got " + accepted + " after " + earlier.get());
        } else {
          var shut = closed.get(taken.vacancy());
          rules.check(
              Promise.HUSH,
              !who.has(Role.RECRUITER)
                  && (shut == null || shut.plusSeconds(7_200).isAfter(accepted.receivedAt())),
              () -> who.id() + " referred somebody for vacancy " + taken.vacancy());
          rules.check(
              Promise.HUSH, !hasLeft(who.id(), began), () -> who.id() + " refers, who left");
          rules.check(
              Promise.SAME_ANSWER,
              owner(accepted.id(), who),
              () -> who.id() + " got the answer of another");
          key.ifPresent(name -> {
            keys.put(name, accepted);
            keyBodies.put(name, body);
          });
          if (submitted.add(accepted.id())) {
            acknowledged.add(taken);
          }
        }
      }
      case Submission.Duplicate duplicate ->
          rules.check(
              Promise.HUSH,
              history
                  .trusted()
                  .referrals()
                  .find(duplicate.id())
                  .map(found -> found.referral().particulars())
                  .filter(found ->
                      found.referrer().equals(who.id()) && rules.isOf(found, taken.person()))
                  .isPresent(),
              () -> "a duplicate of a referral that is not the caller's own");
      case Submission.KeyReused _ ->
          rules.check(
              Promise.SAME_ANSWER,
              key.isPresent() && !sameBody,
              () -> "the same request was taken for another");
      case Submission.Refused(var reasons) ->
          rules.check(
              Promise.HUSH,
              !reasons.isEmpty()
                  && reasons.contains(Rule.RECRUITER) == who.has(Role.RECRUITER)
                  && reasons.stream()
                      .allMatch(rule ->
                          switch (rule) {
                            case RECRUITER -> true;
                            case VACANCY_CLOSED -> closed.containsKey(taken.vacancy());
                            case NOT_IN_SERVICE -> mayHaveLeft(who.id());
                            default -> false;
                          }),
              () -> "refused: " + reasons);
      case Submission.NotSetUp _ -> rules.broken(Promise.NO_FAULT, "the programme is gone");
    }
    if (earlier.isPresent() && sameBody) {
      rules.check(
          Promise.SAME_ANSWER,
          answer.equals(earlier.get()),
          () -> "the same request got " + answer + " after " + earlier.get());
    }
  }

  /// For somebody who signed in before.
  private void submitsFor(Event event) {
    var by = Company.PEOPLE.get(event.who());
    var number = event.detail() / 64;
    var referrer = Company.PEOPLE.get(number);
    var person = event.detail() % 64 / 8;
    var vacancy = event.detail() / 2 % 4;
    var key =
        event.detail() % 2 == 1 ? Optional.of("key-" + event.label()) : Optional.<String>empty();
    var body = story.canary(person) + " for " + number + vacancy;
    var entry =
        new Entry(
            by,
            referrer.id().value(),
            Company.VACANCIES.get(vacancy),
            _ -> story.candidate(person),
            key,
            body);
    history.stored().employees().save(referrer.employee());
    var began = history.now();
    persists(
        Step.SUBMIT_FOR,
        () -> history.product().enterReferral.execute(entry),
        entering -> {
          history
              .rules()
              .check(
                  Promise.FOUR_EYES,
                  by.has(Role.RECRUITER) != entering instanceof EnterReferral.Entering.NotAllowed,
                  () -> by.id() + " entered for " + referrer.id() + ": " + entering);
          if (entering instanceof EnterReferral.Entering.Judged(var answer)) {
            var taken = new Acknowledged(id(answer), person, number, vacancy);
            judge(answer, taken, key.map(k -> by.id().value() + k), body, began);
            if (answer instanceof Submission.Accepted) {
              var _ = labels.putIfAbsent(event.label(), taken);
            }
          }
        },
        0);
  }

  private void entersPhase(Caller who, ReferralId id, PhaseId phase) {
    persists(
        Step.ENTER_PHASE,
        () -> history.product().enterPhase.execute(who, id, phase),
        passing ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    !(passing instanceof EnterPhase.Passing.Passed)
                        || (who.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER) && !isOwn(id, who)),
                    () -> who.id() + " moved " + id.value() + " to " + phase.value()),
        0);
  }

  private void moves(Caller who, ReferralId id, int vacancy) {
    if (!who.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER)) {
      return;
    }
    var to = vacancy < 2 ? Company.VACANCIES.get(vacancy) : new VacancyId("none-such");
    persists(
        Step.MOVE,
        () -> history.product().moveReferral.execute(who, id, to),
        moving ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    !(moving instanceof MoveReferral.Moving.Moved)
                        || (vacancy < 2 && !owner(id, who)),
                    () -> who.id() + " moved " + id.value() + " to " + to.value()),
        0);
  }

  private void correctsAddress(Caller who, Acknowledged taken, int which) {
    if (!who.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER)) {
      return;
    }
    var right =
        switch (which) {
          case 0 -> story.rightAddress(taken.person());
          case 1 -> story.candidate(taken.person()).email();
          default -> Company.PEOPLE.get(taken.who()).employee().email();
        };
    persists(
        Step.CORRECT_ADDRESS,
        () -> history.product().correctAddress.execute(who, taken.id(), right),
        correction ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    correction != CorrectAddress.Correction.CORRECTED
                        || (which < 2 && !owner(taken.id(), who)),
                    () -> who.id() + " corrected the address of " + taken + " to " + which),
        0);
  }

  private boolean isOwn(ReferralId id, Caller who) {
    return history
        .trusted()
        .referrals()
        .find(id)
        .filter(found -> found.referral().particulars().isOwn(who.employee()))
        .isPresent();
  }

  /// What the recruiting system says under one id happened at one moment, however often and with
  /// whatever content it comes.
  private Optional<ApplicationEvent> application(Event event) {
    var taken = labels.get(event.label());
    if (taken == null) {
      return Optional.empty();
    }
    var number = event.detail() / 8;
    var what = event.detail() % 8;
    var first = Objects.requireNonNull(applications.get(number));
    var late = new Dice(Dice.hash(story.seed(), number)).of(0, 60, 86_400, -600);
    var at = story.start().plusSeconds(first.at() - late);
    var id = "application-" + number;
    return Optional.of(
        new ApplicationEvent(
            "com.example.ats",
            history.trusted().seals().digest(id + " " + what),
            new Stamp(what == 6 ? at.plus(Duration.ofDays(500)) : at, id),
            event.who() == 0 ? Optional.of(taken.id().value()) : Optional.empty(),
            event.who() == 2 ? Optional.of(Company.VACANCIES.getFirst()) : Optional.empty(),
            what == 4 || what == 5
                ? new ApplicationEvent.Saying.Rejected(RejectionReason.SKILLS)
                : new ApplicationEvent.Saying.Advanced(Story.PHASES.get(what % 4))));
  }

  private void applicationSays(Event event, int tried) {
    application(event)
        .ifPresent(said -> {
          var id = said.stamp().eventId();
          if (!applied.computeIfAbsent(id, _ -> new HashSet<>()).add(said) && tried == 1) {
            trouble(Trouble.DELIVERED_TWICE, "application");
          }
          var person =
              history
                  .trusted()
                  .seals()
                  .person(
                      story
                          .candidate(Objects.requireNonNull(labels.get(event.label())).person())
                          .email());
          var answer =
              history.attempt(
                  Step.HEAR_APPLICATION,
                  () ->
                      history
                          .product()
                          .takeInApplicationEvent
                          .execute(
                              said, event.who() == 0 ? Optional.empty() : Optional.of(person)));
          if (answer.isPresent()) {
            tookApplication(said, answer.get());
          } else if (tried < 3) {
            history.later(Duration.ofMinutes(tried), () -> applicationSays(event, tried + 1));
          } else {
            history.park(() -> applicationSays(event, 1));
          }
        });
  }

  private void tookApplication(ApplicationEvent said, TakeInApplicationEvent.TakingIn taking) {
    switch (taking) {
      case TakeInApplicationEvent.TakingIn.Applied _ ->
          history
              .rules()
              .check(
                  Promise.NOTHING_LOST,
                  history.store().everyReferral().stream()
                      .flatMap(id ->
                          history.trusted().referrals().read(id).orElseThrow().facts().stream())
                      .anyMatch(fact -> isOf(fact, said.stamp().eventId())),
                  () -> said + " was applied, and stands nowhere");
      case TakeInApplicationEvent.TakingIn.Refused _ ->
          history.rules().refused(said.stamp().eventId());
      case TakeInApplicationEvent.TakingIn.Unmatched _ -> {}
    }
  }

  /// A last day of service that HR's directory was told, and took in.
  ///
  /// @param said when it became so
  /// @param heard when the directory knew it
  record LastDay(LocalDate day, Instant said, Instant heard) {}

  /// The last day that the directory knows of somebody.
  Optional<LastDay> lastDay(EmployeeId who) {
    return Company.PEOPLE.stream()
        .filter(person -> person.id().equals(who))
        .flatMap(person -> person.employee().hrNumber().stream())
        .flatMap(number -> Optional.ofNullable(lastDays.get(new HrNumber(number))).stream())
        .findFirst();
  }

  /// Whether the directory may have somebody out of service today, by all that it was told,
  /// answered or not.
  private boolean mayHaveLeft(EmployeeId who) {
    var today = today(history.now().plusSeconds(story.skew()));
    return possibleLastDays(who).anyMatch(today::isAfter);
  }

  /// Whether the directory had somebody out of service at a moment, whatever became of what it was
  /// told and did not answer.
  private boolean hasLeft(EmployeeId who, Instant then) {
    var day = today(then.minusSeconds(story.skew()));
    return lastDay(who).filter(known -> known.heard().isBefore(then)).isPresent()
        && possibleLastDays(who).allMatch(day::isAfter);
  }

  private LocalDate today(Instant moment) {
    return LocalDate.ofInstant(moment, story.company().zone());
  }

  /// The last days that the directory may know of somebody: that of the latest word which it
  /// answered, and of later ones.
  private Stream<LocalDate> possibleLastDays(EmployeeId who) {
    var since = lastDay(who).map(LastDay::said).orElse(Instant.MIN);
    return Company.PEOPLE.stream()
        .filter(person -> person.id().equals(who))
        .flatMap(person -> person.employee().hrNumber().stream())
        .flatMap(
            number -> toldLastDays.getOrDefault(new HrNumber(number), Map.of()).entrySet().stream())
        .filter(told -> !told.getKey().isBefore(since))
        .map(Map.Entry::getValue);
  }

  private void leaves(Event event, int tried) {
    var number = event.detail() / 512;
    var first = Objects.requireNonNull(leavings.get(number));
    var said = story.start().plusSeconds(first.at());
    var day =
        said.atZone(story.company().zone()).toLocalDate().plusDays(event.detail() % 512 - 200);
    var who = new HrNumber(Company.PEOPLE.get(event.who()).employee().hrNumber().orElseThrow());
    toldLastDays.computeIfAbsent(who, _ -> new HashMap<>()).put(said, day);
    var id = "colleague-" + number;
    var colleague =
        new ColleagueEvent(
            "com.example.hr",
            id,
            history.trusted().seals().digest(id + " " + day),
            who,
            new Saying(
                new Stamp(said, id), Map.of(Detail.IN_SERVICE_TO, Optional.of(day.toString()))));
    var answer =
        history.attempt(
            Step.HEAR_COLLEAGUE, () -> history.product().takeInColleagueEvent.execute(colleague));
    if (answer.filter(TakeInColleagueEvent.TakingIn.Applied.class::isInstance).isPresent()) {
      var known = lastDays.get(who);
      if (known == null || known.said().isBefore(said)) {
        lastDays.put(who, new LastDay(day, said, history.now()));
      }
    } else if (answer.isPresent()) {
      history.rules().refused(id);
    } else if (tried < 3) {
      history.later(Duration.ofMinutes(tried), () -> leaves(event, tried + 1));
    } else {
      history.park(() -> leaves(event, 1));
    }
  }

  private static boolean isOf(Fact fact, String event) {
    var by = new EmployeeId("event:" + event);
    return switch (fact) {
      case Fact.PhaseEntered entered -> entered.by().equals(by);
      case Fact.TurnedDown turned -> turned.by().equals(by);
      case Fact.Rejected rejected -> rejected.by().equals(by);
      default -> false;
    };
  }

  /// Whether the recruiting system ever said what a fact says in its name.
  boolean wasSaidOfAnApplication(Fact fact) {
    return applied.entrySet().stream()
        .filter(each -> isOf(fact, each.getKey()))
        .flatMap(each -> each.getValue().stream())
        .anyMatch(said ->
            switch (said.saying()) {
              case ApplicationEvent.Saying.Advanced(var phase) ->
                  fact instanceof Fact.PhaseEntered entered
                      && entered.phase().equals(phase)
                      && entered.since().equals(said.stamp());
              case ApplicationEvent.Saying.Rejected(var reason) ->
                  (fact instanceof Fact.TurnedDown turned && turned.reason() == reason)
                      || (fact instanceof Fact.Rejected rejected && rejected.reason() == reason);
            });
  }

  /// Whether a fact is a refusal by the recruiting system that named no vacancy and happened before
  /// the referral was moved to the one that it is for.
  boolean isOfAnotherApplication(Fact fact, Instant moved) {
    return (fact instanceof Fact.TurnedDown || fact instanceof Fact.Rejected)
        && applied.entrySet().stream()
            .filter(each -> isOf(fact, each.getKey()))
            .flatMap(each -> each.getValue().stream())
            .anyMatch(
                said -> said.vacancy().isEmpty() && said.stamp().occurredAt().isBefore(moved));
  }

  private void answers(ReferralId id, int how) {
    var token = how == 4 ? "forged" : link(id);
    var answer =
        switch (how) {
          case 1 -> new Answer.Accept(Feedback.REASON, Keep.YEAR);
          case 2 -> new Answer.Decline();
          case 3 -> new Answer.Withdraw();
          case 5 -> new Answer.Objection();
          default -> new Answer.Accept(Feedback.STAGE, Keep.PROCEDURE);
        };
    persists(
        Step.INVITATION,
        History.done(() -> {
          var _ = history.product().readInvitation.execute(token);
        }),
        _ -> {},
        3);
    persists(
        Step.ANSWER,
        () -> history.product().answerInvitation.execute(token, answer),
        answering ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    answering instanceof Answering.NotFound == !token.equals(link(id)),
                    () -> "a token was answered with " + answering),
        0);
  }

  /// The link of the last mail that invited the candidate.
  private String link(ReferralId id) {
    var generation =
        history
            .trusted()
            .referrals()
            .find(id)
            .map(found -> found.referral().particulars().generation())
            .orElse(1);
    return history.trusted().seals().invitation(id, generation);
  }

  private void copies(ReferralId id) {
    var token = link(id);
    persists(
        Step.COPY,
        () -> history.product().giveCopy.execute(token),
        copy ->
            history
                .rules()
                .check(
                    Promise.INFORMED,
                    copy.filter(it -> it.particulars().id().equals(id)).isPresent()
                        || !token.equals(link(id)),
                    () -> "the candidate of " + id.value() + " got " + copy),
        0);
  }

  private void corrects(Acknowledged taken, int detail) {
    var was = story.candidate(taken.person());
    var details =
        new Details(
            detail == 0 ? was.name() : was.name() + " " + detail,
            was.phone(),
            was.linkedin(),
            was.language());
    persists(
        Step.CORRECT,
        () -> history.product().correctDetails.execute(link(taken.id()), details),
        correcting ->
            history
                .rules()
                .check(
                    Promise.INFORMED,
                    !(correcting instanceof Correcting.Stored(var stored))
                        || stored.name().equals(details.name()),
                    () -> "the candidate of " + taken + " is stored as " + correcting),
        0);
  }

  private void appeals(Caller who, ReferralId id, AppealReason reason) {
    persists(
        Step.APPEAL,
        () -> history.product().appealReferral.execute(who.employee(), id, reason),
        appealing ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    owner(id, who) != appealing instanceof Appealing.NotFound,
                    () -> who.id() + " appealed: " + appealing),
        0);
  }

  private void takesBack(Caller who, ReferralId id) {
    persists(
        Step.TAKE_BACK,
        () -> history.product().takeBackReferral.execute(who.employee(), id),
        taking ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    owner(id, who) || taking == TakingBack.NOT_FOUND,
                    () -> "another's referral was taken back"),
        0);
  }

  private boolean owner(ReferralId id, Caller who) {
    return history
        .trusted()
        .referrals()
        .find(id)
        .filter(found -> found.referral().particulars().referrer().equals(who.id()))
        .isPresent();
  }

  private void decides(Caller who, ReferralId id, int which) {
    var decision =
        switch (which) {
          case 0 -> new Decision.Advance();
          case 1 -> new Decision.Reject(RejectionReason.SKILLS);
          case 2 -> new Decision.Allow(SettlementReason.REFERRED_FIRST, share(id));
          default -> new Decision.Refuse(SettlementReason.NOT_ELIGIBLE);
        };
    var may =
        which < 2
            ? who.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER)
            : who.has(Role.PROGRAMME_MANAGER);
    persists(
        Step.DECIDE,
        () -> history.product().decideReferral.execute(who, id, decision),
        deciding -> {
          history
              .rules()
              .check(
                  Promise.FOUR_EYES,
                  !(deciding instanceof Deciding.Decided) || (may && !owner(id, who)),
                  () -> who.id() + " decided");
          history
              .rules()
              .check(
                  Promise.MONEY,
                  !(deciding instanceof Deciding.Decided)
                      || !(decision instanceof Decision.Allow(_, var share))
                      || isAllowed(id, share),
                  () -> decision + " was taken, and stands nowhere");
        },
        0);
  }

  /// An appeal is allowed in part at times.
  private Share share(ReferralId id) {
    var isAppeal =
        history
            .trusted()
            .referrals()
            .find(id)
            .filter(found ->
                found.referral() instanceof Referral.Held held
                    && held.because() == HeldBecause.APPEALED)
            .isPresent();
    return isAppeal ? SHARES.get(id.value().hashCode() & 3) : Share.WHOLE;
  }

  private boolean isAllowed(ReferralId id, Share share) {
    return history.trusted().referrals().read(id).orElseThrow().facts().stream()
        .anyMatch(fact -> fact instanceof Fact.Allowed allowed && allowed.share().equals(share));
  }

  private HrEvent event(Said said, boolean otherBody) {
    var body = said + (otherBody ? " other" : "");
    var label = labels.get(said.label());
    return new HrEvent(
        "com.example.hr",
        said.id(),
        history.trusted().seals().digest(body),
        said.report(story.start(), otherBody),
        said.vacancy() < 0 ? Optional.empty() : Optional.of(Company.VACANCIES.get(said.vacancy())),
        label == null ? Optional.empty() : Optional.of(label.id().value()));
  }

  private Optional<io.referralflow.candidate.PersonKey> person(Said said) {
    return said.person() < 0
        ? Optional.empty()
        : Optional.of(history.trusted().seals().person(story.candidate(said.person()).email()));
  }

  private void hrSays(Said said, int variant, int tried) {
    if (variant == 2) {
      trouble(Trouble.MALFORMED, "hear");
      persists(
          Step.REFUSE,
          History.done(() ->
              history
                  .product()
                  .refuseHrEvent
                  .execute(
                      "com.example.hr",
                      "hash",
                      Optional.of(said.id()),
                      Refusals.Reason.UNKNOWN_VERSION)),
          _ -> history.rules().refused(said.id()),
          0);
      return;
    }
    if (tried == 1 && heard.containsKey(said.number())) {
      trouble(variant == 1 ? Trouble.OTHER_BODY : Trouble.DELIVERED_TWICE, kind(said));
    } else if (tried == 1
        && history
            .now()
            .isAfter(story.start().plusSeconds(said.occurredAt()).plusSeconds(86_400))) {
      trouble(Trouble.LATE, kind(said));
    }
    var event = event(said, variant == 1);
    if (variant == 1) {
      var _ = otherBodies.add(said.number());
    } else {
      var _ = carried.putIfAbsent(said.number(), history.now());
      var _ = sent.add(said.number());
    }
    var answer =
        history.attempt(
            Step.HEAR, () -> history.product().takeInHrEvent.execute(event, person(said)));
    if (answer.isPresent()) {
      took(said, variant, answer.get());
    } else if (tried < 3) {
      history.later(Duration.ofMinutes(tried), () -> hrSays(said, variant, tried + 1));
    } else {
      history.park(() -> hrSays(said, variant, 1));
    }
  }

  private static String kind(Said said) {
    return List.of("hired", "start moved", "probation changed", "cancelled", "ended")
        .get(said.kind());
  }

  private void took(Said said, int variant, TakingIn taking) {
    if (taking instanceof TakingIn.Refused) {
      history.rules().refused(said.id());
    }
    if (variant == 0 && !(taking instanceof TakingIn.Refused)) {
      var _ = heard.putIfAbsent(said.number(), carried.getOrDefault(said.number(), history.now()));
    }
  }

  private void enters(int number, Said said) {
    var who = Company.PEOPLE.get(number);
    if (!who.has(Role.RECRUITER)) {
      return;
    }
    persists(
        Step.ENTER,
        () ->
            history
                .product()
                .enterHrEvent
                .execute(
                    who.employee(),
                    event(said, false),
                    person(said),
                    "entry-" + said.number() + "-canary"),
        entering -> {
          if (entering instanceof Entering.Entered) {
            var _ = enteredBy.putIfAbsent(said.number(), number);
          }
        },
        0);
  }

  private void agrees(int number, Said said) {
    var who = Company.PEOPLE.get(number);
    if (!who.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER)) {
      return;
    }
    persists(
        Step.AGREE,
        () -> history.product().agreeToHrEvent.execute(who.employee(), said.id()),
        agreeing -> {
          if (agreeing == Agreeing.AGREED) {
            var _ = heard.putIfAbsent(said.number(), history.now());
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    enteredBy.getOrDefault(said.number(), -1) != number,
                    () -> who.id() + " agreed to what they entered");
          }
        },
        0);
  }

  /// Somebody other than who entered an event gave their word for it.
  boolean isAgreed(int report) {
    return history
        .trusted()
        .entries()
        .find("event-" + report)
        .filter(entry -> entry.agreedBy().filter(by -> !by.equals(entry.enteredBy())).isPresent())
        .isPresent();
  }

  private void confirmsAll(Caller who) {
    history
        .attempt(Step.LIST, () -> history.product().listPayouts.execute(PayoutState.RELEASED, ALL))
        .ifPresent(page ->
            page.items()
                .forEach(line ->
                    confirms(who, line.payout().referral(), line.payout().instalment(), 0, false)));
  }

  private void confirms(Caller who, ReferralId id, int instalment, int variant, boolean hostile) {
    if (!who.has(Role.FINANCE)) {
      return;
    }
    var particulars = history.trusted().referrals().find(id).orElseThrow().referral().particulars();
    var part = particulars.terms().reward().instalment(instalment);
    if (part.isEmpty()) {
      return;
    }
    var today = LocalDate.ofInstant(history.now().minusSeconds(600), particulars.terms().zone());
    var amount = part.get().amount();
    var confirmation =
        new Confirmation(
            who.employee(),
            id,
            instalment,
            variant == 2 ? today.plusDays(2) : variant == 4 ? today.minusDays(1) : today,
            variant == 1 ? new Money(amount.minorUnits() + 1, amount.currency()) : amount,
            PayoutReference.of(particulars.receiptNumber() + (variant == 3 ? 1 : 0), instalment));
    if (hostile) {
      trouble(Trouble.CONFIRMS, "variant " + variant);
    }
    persists(
        Step.CONFIRM,
        () -> history.product().confirmPayout.execute(confirmation),
        confirming ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    confirming != Confirming.CONFIRMED
                        || (variant != 1 && variant != 2 && variant != 3 && !owner(id, who)),
                    () -> "confirmed with variant " + variant),
        0);
  }

  private void holds(Caller who, ReferralId id, int instalment, int reason) {
    if (!who.hasAny(Role.FINANCE, Role.PROGRAMME_MANAGER)) {
      return;
    }
    var request =
        new HoldPayout.Request(
            who.employee(),
            id,
            instalment,
            reason == 7 ? Optional.empty() : Optional.of(REASONS_TO_HOLD.get(reason)));
    persists(
        Step.HOLD,
        () -> history.product().holdPayout.execute(request),
        holding ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    !owner(id, who) || NEVER_HELD.contains(holding),
                    () -> who.id() + " held their own: " + holding),
        0);
  }

  private void correctsPayment(Caller who, ReferralId id, int instalment, int variant) {
    if (!who.has(Role.FINANCE)) {
      return;
    }
    var referral = history.trusted().referrals().find(id).orElseThrow().referral();
    var part = Owed.reward(referral).instalment(instalment);
    if (part.isEmpty()) {
      return;
    }
    var amount = part.get().amount();
    var today =
        LocalDate.ofInstant(history.now().minusSeconds(600), referral.particulars().terms().zone());
    var request =
        new CorrectPayout.Request(
            who.employee(),
            id,
            instalment,
            switch (variant) {
              case 3 -> CorrectionReason.LEFT_EARLIER;
              case 4 -> CorrectionReason.AGREED;
              default -> CorrectionReason.ENTERED_WRONGLY;
            },
            switch (variant) {
              case 2 -> Optional.of(today.minusDays(1));
              case 5 -> Optional.of(today.plusDays(2));
              default -> Optional.empty();
            },
            switch (variant) {
              case 0 ->
                  Optional.of(
                      new Money(amount.minorUnits() - amount.minorUnits() / 10, amount.currency()));
              case 1 -> Optional.of(amount);
              case 3, 4 -> Optional.of(new Money(0, amount.currency()));
              default -> Optional.empty();
            });
    persists(
        Step.CORRECT_PAYMENT,
        () -> history.product().correctPayout.execute(request),
        correcting ->
            history
                .rules()
                .check(
                    Promise.FOUR_EYES,
                    !(correcting instanceof CorrectPayout.Correcting.Corrected)
                        || (variant != 5 && !owner(id, who)),
                    () -> who.id() + " corrected with variant " + variant),
        0);
  }

  private void looks(Caller who, ReferralId id) {
    history
        .attempt(Step.READ, () -> history.product().readReferral.execute(who, id))
        .ifPresent(reading -> history.rules().seen(who, id, reading, owner(id, who)));
    var _ =
        history.attempt(
            Step.LIST, () -> history.product().listOwnReferrals.execute(who.employee(), ALL));
  }

  /// Payouts go on, whoever stopped them.
  void thaws(Caller who) {
    history.rules().frozen(false);
    var _ =
        history
            .stored()
            .brake()
            .thaw(new Brake.Thaw(who.id(), "All is well.", history.now()), Optional.empty());
  }

  private void lists(Caller who) {
    if (who.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER)) {
      var _ = history.attempt(Step.LIST, () -> history.product().readWorklist.execute(ALL));
      var _ = history.attempt(Step.LIST, () -> history.product().listEnteredEvents.execute(ALL));
    }
  }

  static boolean isOwn(Reading reading) {
    return reading instanceof Reading.Own;
  }
}
