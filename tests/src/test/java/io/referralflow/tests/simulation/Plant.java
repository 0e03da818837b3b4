package io.referralflow.tests.simulation;

import io.referralflow.candidate.Email;
import io.referralflow.fake.FakeIds;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.port.Brake;
import io.referralflow.port.Change;
import io.referralflow.port.Chronicles.Chronicle;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.Entries.Entry;
import io.referralflow.port.Mailer;
import io.referralflow.port.Outbox.Overdue;
import io.referralflow.port.Persons;
import io.referralflow.port.Programmes;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.Dossier;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.reward.Money;
import io.referralflow.reward.Reward;
import io.referralflow.scenario.Ports;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Consequences;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A bug put between the product and its ports, to see whether the rules find it. None of them is
/// in the product: each meddles with a method of a port or two.
record Plant(@Nullable Bug bug) {

  static final Plant NONE = new Plant(null);

  private static final Duration WEEK = Duration.ofDays(7);

  /// What is wrong.
  enum Bug {
    VERSION_IGNORED("Referrals", "a step that came second overwrites the first"),
    DECIDED_ON_FIRST_READING(
        "Chronicles", "a release is decided on the record as it was first read"),
    READS_FROM_CACHE("Referrals", "reads answer what was true at the first look of the hour"),
    NOTICES_LOST("Referrals", "releases are written without their mail"),
    FINANCE_ASKED_TWICE("Referrals", "a release writes two mails to finance"),
    LEDGER_TORN("Referrals", "releases are written without their ledger row"),
    LEDGER_ROUNDED("Referrals", "the ledger holds a minor unit more than is owed"),
    SPLIT_ROUNDED("Referrals", "each part of a reward is rounded on its own"),
    SHARE_FORGOTTEN("Referrals", "an appeal that is allowed in part earns the whole"),
    ERASE_DAY_FORGOTTEN("Referrals", "the day of deletion is not written"),
    ERASURE_LEAVES_DATA("Referrals", "data counts as erased and stays"),
    PERSON_NOT_LISTED("Referrals", "a referral cannot be found by its person"),
    KEY_NOT_STORED("Referrals", "the idempotency key is not stored with the submission"),
    HIRE_NOT_LINKED("Referrals", "an HR number is not linked to its referral"),
    REPORT_NOT_MARKED("Referrals", "an applied report is not marked as applied"),
    MAIL_NOT_MARKED("Referrals", "the goodbye is told but not marked as sent"),
    KNOWN_REFUSED("Referrals", "whom another referred before cannot be referred"),
    RECEIPTS_REPEAT("Referrals", "two referrals get one receipt number"),
    ERASURE_NOT_TENDED("Referrals", "nobody looks for data that must go"),
    FIRST_INVITATION_COUNTS(
        "Referrals", "at the right address a candidate has the time that is left of the wrong one"),
    REFUSAL_FORGOTTEN("Referrals", "a refusal that came before a move counts again after it"),
    NEVER_LAPSES("Referrals", "a referral that nobody ends is left open"),
    MOVE_NOT_DATED("Referrals", "when a referral was moved is forgotten"),
    MONTHS_OF_30_DAYS("HrReports", "probation lasts months of thirty days"),
    FOLD_BY_ARRIVAL("HrReports", "the report that came last wins"),
    SEEN_FOR_A_WEEK("HrReports", "an event that comes again after a week is new"),
    START_A_DAY_LATE("HrReports", "a start date slips by a day"),
    UNMATCHED_FORGOTTEN_EARLY("HrReports", "unmatched reports go after a day"),
    PERSONS_FORGOTTEN_EARLY("Persons", "a person counts as referred for too short"),
    LAST_REFERRER_WINS("Persons", "of several referrers only the last one is seen"),
    CLOCK_AHEAD("InstantSource", "releases run on a clock that is a day ahead"),
    CLOCK_BEHIND("InstantSource", "upkeep runs on a clock that is three days behind"),
    UTC_DAYS("Programmes", "the programme's days begin at midnight in London"),
    CLOSED_VACANCY("Programmes", "a closed vacancy counts as open"),
    FIRST_TERMS_FOR_EVER("Programmes", "new terms cut rewards as the first did"),
    KEY_WITHOUT_CALLER("Operations", "an idempotency key belongs to everybody"),
    KEYS_FORGOTTEN("Operations", "an idempotency key is forgotten after a week"),
    BODY_NOT_COMPARED("Seals", "a key takes any request for the same"),
    TOKEN_GUESSED("Seals", "a forged invitation opens the first referral"),
    SAME_PERSON_AGREES("Entries", "who entered an event may agree to it"),
    ENTERER_CONFIRMS("Entries", "who entered an event may confirm the payout"),
    MAIL_NOT_TENDED("Outbox", "nobody looks for mail that was not sent"),
    UNKNOWN_NEVER_SETTLED("Outbox", "a claim that ran out is left alone"),
    WARNINGS_LOST("Outbox", "warnings of a near promise are not written"),
    FINANCE_COPY_IN_SILENCE("Outbox", "an unknown mail to finance is sent again at once"),
    COPY_WITH_NEW_REFERENCE("Mailer", "every mail carries a reference of its own"),
    PAUSE_IS_REFUSAL("Mailer", "mail that cannot be taken now is given up"),
    REFUSAL_IS_PAUSE("Mailer", "mail that is refused is tried for ever"),
    MAILED_TWICE("Mailer", "a mail is handed over twice"),
    MAIL_TO_FINANCE("Mailer", "mails to referrers go to finance"),
    WAITS_NOT_TENDED("Waits", "nobody looks for alarms that went off"),
    TOKEN_NOT_STORED("Waits", "the token of a waiting step is not stored"),
    WAIT_DROPPED("Waits", "a wait that is moved is dropped"),
    SECOND_LEG_NOT_STARTED("Executions", "a new leg is not started"),
    RESTORE_WITHOUT_FREEZE("Brake", "a restore does not pull the brake"),
    BRAKE_IGNORED("Referrals", "a release does not ask for the brake"),
    LEAVES_UNKNOWN("Directory", "whoever left the company counts as staying"),
    LEAVERS_REFER("Directory", "whoever left refers as one who stays"),
    LEAVERS_ENTERED("Directory", "a referral is entered for whoever left as for one who stays"),
    ALLOWED_MAY_LEAVE(
        "Directory", "the referrer of a hire that was once allowed counts as staying"),
    LEAVERS_TOLD_CLOSED(
        "Employees Programmes", "for whoever leaves, every vacancy is said to be closed"),
    FAILURES_NOT_LISTED("Failures", "what fails is on no list");

    private final String ports;
    private final String sentence;

    /// @param ports which it meddles with, between spaces
    Bug(String ports, String sentence) {
      this.ports = ports;
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }

    private List<String> ports() {
      return List.of(ports.split(" ", -1));
    }
  }

  boolean is(Bug which) {
    return bug == which;
  }

  /// The rest of a call.
  private interface Rest {
    @Nullable Object with(@Nullable Object... arguments) throws Throwable;
  }

  /// The same ports with the bug in one of them.
  Ports in(Ports ports, History history) {
    if (bug == null) {
      return ports;
    }
    try {
      var components = Ports.class.getRecordComponents();
      var values = new Object[components.length];
      var types = new Class<?>[components.length];
      var meddling = new Meddling(bug, history, ports);
      for (var i = 0; i < components.length; i++) {
        var real = components[i].getAccessor().invoke(ports);
        types[i] = components[i].getType();
        values[i] =
            bug.ports().contains(types[i].getSimpleName())
                ? Proxy.newProxyInstance(
                    types[i].getClassLoader(),
                    new Class<?>[] {types[i]},
                    (_, method, arguments) ->
                        meddling.call(
                            method.getName(),
                            arguments == null ? new Object[0] : arguments,
                            some -> invoke(real, method, some)))
                : real;
      }
      return Ports.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable Object invoke(Object real, Method method, @Nullable Object... arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  /// What one bug does in one history.
  private static final class Meddling {
    private final Bug bug;
    private final History history;
    private final Ports ports;
    private final Map<Object, Object> remembered = new HashMap<>();
    private final Map<Object, Instant> since = new HashMap<>();
    private int count;

    Meddling(Bug bug, History history, Ports ports) {
      this.bug = bug;
      this.history = history;
      this.ports = ports;
    }

    @Nullable Object call(String method, Object[] given, Rest rest) throws Throwable {
      return switch (bug.ports().getFirst()) {
        case "Referrals" -> referrals(method, given, rest);
        case "HrReports" -> reports(method, given, rest);
        case "Outbox" -> outbox(method, given, rest);
        case "Mailer" -> mailer(method, given, rest);
        default -> others(method, given, rest);
      };
    }

    private @Nullable Object referrals(String method, Object[] given, Rest rest) throws Throwable {
      return switch (method) {
        case "commit" -> commit((Change) given[0], rest);
        case "find" -> found((ReferralId) given[0], rest.with(given));
        case "nextReceiptNumber" -> {
          var number = (Long) Objects.requireNonNull(rest.with(given));
          yield bug == Bug.RECEIPTS_REPEAT ? (Long) (number + 1) / 2 : number;
        }
        case "toErase" -> bug == Bug.ERASURE_NOT_TENDED ? List.of() : rest.with(given);
        case "read" ->
            bug == Bug.REFUSAL_FORGOTTEN && history.step() == Step.HEAR_APPLICATION
                ? ((Optional<?>) Objects.requireNonNull(rest.with(given)))
                    .map(read -> withoutRefusal((io.referralflow.port.History) read))
                : rest.with(given);
        default -> rest.with(given);
      };
    }

    private @Nullable Object found(ReferralId id, @Nullable Object answer) {
      if (!(answer instanceof Optional<?> some
          && some.isPresent()
          && some.get() instanceof Snapshot now)) {
        return answer;
      }
      if (bug == Bug.READS_FROM_CACHE) {
        var old = since.getOrDefault(id, Instant.MIN).plus(Duration.ofHours(1));
        if (old.isBefore(history.now())) {
          since.put(id, history.now());
          remembered.put(id, now);
        }
        return Optional.of(Objects.requireNonNull(remembered.get(id)));
      }
      var other = misremembered(now.referral());
      return other.equals(now.referral()) ? answer : Optional.of(stored(other, now));
    }

    private Referral misremembered(Referral referral) {
      if (!(referral instanceof Referral.Open open)) {
        return referral;
      }
      var it = referral.particulars();
      return switch (bug) {
        case FIRST_INVITATION_COUNTS ->
            about(open, it.invitedAnew(it.person(), it.generation(), it.submittedAt()));
        case MOVE_NOT_DATED ->
            about(
                open,
                new Particulars(
                    it.id(),
                    it.referrer(),
                    it.person(),
                    it.vacancy(),
                    it.receiptNumber(),
                    it.submittedAt(),
                    it.terms(),
                    it.generation(),
                    it.invitedAt(),
                    it.enteredBy(),
                    Optional.empty()));
        default -> referral;
      };
    }

    private static Referral about(Referral.Open open, Particulars other) {
      var it = open.dossier();
      return open.with(
          new Dossier(
              other,
              it.feedback(),
              it.keep(),
              it.toldAt(),
              it.withdrawnAt(),
              it.erasedAt(),
              it.course()));
    }

    private static io.referralflow.port.History withoutRefusal(io.referralflow.port.History it) {
      return new io.referralflow.port.History(
          it.snapshot(),
          it.facts().stream().filter(fact -> !(fact instanceof Fact.TurnedDown)).toList());
    }

    private static Snapshot stored(Referral other, Snapshot now) {
      return new Snapshot(
          other,
          now.version(),
          now.leg(),
          now.legSince(),
          now.lastFact(),
          now.lastHash(),
          now.lastNotice(),
          now.lastOperation());
    }

    private @Nullable Object commit(Change change, Rest rest) throws Throwable {
      var releases = change.facts().stream().anyMatch(Fact.Released.class::isInstance);
      return switch (bug) {
        case VERSION_IGNORED -> {
          var now = ports.referrals().find(change.after().id());
          yield rest.with(
              change.before().isPresent() && now.isPresent()
                  ? before(change, stored(change.before().get().referral(), now.get()))
                  : change);
        }
        case FIRST_INVITATION_COUNTS, MOVE_NOT_DATED -> {
          var now = ports.referrals().find(change.after().id());
          yield rest.with(
              change.before().map(Snapshot::version).equals(now.map(Snapshot::version))
                      && now.isPresent()
                  ? before(change, now.get())
                  : change);
        }
        case NEVER_LAPSES -> {
          if (change.facts().stream().noneMatch(Fact.Lapsed.class::isInstance)) {
            yield rest.with(change);
          }
          var open = change.before().orElseThrow();
          var _ =
              ports
                  .waits()
                  .postpone(open.referral().id(), open.leg(), history.now().plus(Story.LENGTH));
          yield new Committed.Done(open);
        }
        case NOTICES_LOST -> rest.with(releases ? notices(change, List.of()) : change);
        case FINANCE_ASKED_TWICE -> rest.with(releases ? twice(change) : change);
        case LEDGER_TORN -> rest.with(releases ? ledger(change, List.of()) : change);
        case LEDGER_ROUNDED ->
            rest.with(ledger(change, change.ledger().stream().map(Meddling::more).toList()));
        case SPLIT_ROUNDED ->
            rest.with(
                !change.facts().isEmpty()
                        && change.facts().getFirst() instanceof Fact.Submitted submitted
                    ? rounded(change, submitted)
                    : change);
        case SHARE_FORGOTTEN ->
            rest.with(
                change.facts().stream().anyMatch(Fact.Allowed.class::isInstance)
                    ? whole(change)
                    : change);
        case ERASE_DAY_FORGOTTEN -> rest.with(eraseBy(change));
        case ERASURE_LEAVES_DATA ->
            rest.with(without(change, Companion.CandidateDeleted.class::isInstance));
        case PERSON_NOT_LISTED ->
            rest.with(without(change, Companion.PersonReferred.class::isInstance));
        case KEY_NOT_STORED ->
            rest.with(without(change, Companion.OperationAnswered.class::isInstance));
        case HIRE_NOT_LINKED -> rest.with(without(change, Companion.HireLinked.class::isInstance));
        case REPORT_NOT_MARKED ->
            rest.with(without(change, Companion.ReportApplied.class::isInstance));
        case MAIL_NOT_MARKED -> rest.with(without(change, Companion.NoticeSent.class::isInstance));
        case KNOWN_REFUSED -> {
          var person = change.after().particulars().person();
          var known =
              change.companions().stream()
                  .filter(Companion.PersonReferred.class::isInstance)
                  .findFirst();
          yield known.isPresent() && !ports.persons().find(person).referrals().isEmpty()
              ? new Committed.Clash(known.get())
              : rest.with(change);
        }
        case BRAKE_IGNORED -> {
          var standing = ports.brake().standing();
          if (!releases || !standing.isFrozen()) {
            yield rest.with(change);
          }
          var by = new EmployeeId("nobody");
          var _ = ports.brake().thaw(new Brake.Thaw(by, "none", history.now()), Optional.empty());
          var answer = rest.with(change);
          standing
              .pulls()
              .forEach(pull -> {
                var _ = ports.brake().pull(pull);
              });
          yield answer;
        }
        default -> rest.with(change);
      };
    }

    private static LedgerEntry more(LedgerEntry entry) {
      return entry
              instanceof LedgerEntry.Released(var number, var at, var amount, var due, var promised)
          ? new LedgerEntry.Released(
              number, at, new Money(amount.minorUnits() + 1, amount.currency()), due, promised)
          : entry;
    }

    private static Change rounded(Change change, Fact.Submitted submitted) {
      var it = submitted.particulars();
      var reward = it.terms().reward();
      var total = reward.instalments().stream().mapToLong(part -> part.amount().minorUnits()).sum();
      var parts = reward.instalments().size();
      var cut =
          reward.instalments().stream()
              .map(part ->
                  new Instalment(
                      part.number(),
                      part.milestone(),
                      new Money((total + parts / 2) / parts, part.amount().currency())))
              .toList();
      var terms = it.terms();
      var other =
          new Particulars(
              it.id(),
              it.referrer(),
              it.person(),
              it.vacancy(),
              it.receiptNumber(),
              it.submittedAt(),
              new Particulars.Pinned(
                  terms.version(),
                  new Reward(cut),
                  terms.probationMonths(),
                  terms.promise(),
                  terms.eligibilityMonths(),
                  terms.zone(),
                  terms.reminderAfter(),
                  terms.expiryAfter(),
                  terms.noticeDelay()));
      return Consequences.ofSubmission(
          change.operation(), new Fact.Submitted(submitted.at(), other), change.companions());
    }

    private static Change whole(Change change) {
      var facts =
          change.facts().stream()
              .map(fact ->
                  fact instanceof Fact.Allowed(var at, var by, var reason, _)
                      ? new Fact.Allowed(at, by, reason)
                      : fact)
              .toList();
      return Consequences.of(
          change.before().orElseThrow(),
          change.operation(),
          change.at(),
          facts,
          change.companions(),
          false);
    }

    private static Change twice(Change change) {
      var last = change.notices().getLast();
      var notices = new ArrayList<>(change.notices());
      notices.add(
          new Notice(last.number() + 1, LetterKind.PAYOUT, last.instalment(), last.notBefore()));
      return notices(change, notices);
    }

    private static Change before(Change it, Snapshot other) {
      return new Change(
          Optional.of(other),
          Life.of(other.referral(), it.facts()),
          it.operation(),
          it.at(),
          it.facts(),
          it.ledger(),
          it.notices(),
          it.newLeg(),
          it.wakes(),
          it.timer(),
          it.eraseBy(),
          it.companions());
    }

    private static Change notices(Change it, List<Notice> other) {
      return new Change(
          it.before(),
          it.after(),
          it.operation(),
          it.at(),
          it.facts(),
          it.ledger(),
          other,
          it.newLeg(),
          it.wakes(),
          it.timer(),
          it.eraseBy(),
          it.companions());
    }

    private static Change ledger(Change it, List<LedgerEntry> other) {
      return new Change(
          it.before(),
          it.after(),
          it.operation(),
          it.at(),
          it.facts(),
          other,
          it.notices(),
          it.newLeg(),
          it.wakes(),
          it.timer(),
          it.eraseBy(),
          it.companions());
    }

    private static Change eraseBy(Change it) {
      return new Change(
          it.before(),
          it.after(),
          it.operation(),
          it.at(),
          it.facts(),
          it.ledger(),
          it.notices(),
          it.newLeg(),
          it.wakes(),
          it.timer(),
          Optional.empty(),
          it.companions());
    }

    private static Change without(Change it, Predicate<Companion> gone) {
      return new Change(
          it.before(),
          it.after(),
          it.operation(),
          it.at(),
          it.facts(),
          it.ledger(),
          it.notices(),
          it.newLeg(),
          it.wakes(),
          it.timer(),
          it.eraseBy(),
          it.companions().stream().filter(gone.negate()).toList());
    }

    private @Nullable Object reports(String method, Object[] given, Rest rest) throws Throwable {
      return switch (method) {
        case "receive" -> {
          var event = (HrEvent) given[0];
          yield rest.with(received(event), given[1], given[2]);
        }
        case "forgetUnmatched" ->
            bug == Bug.UNMATCHED_FORGOTTEN_EARLY
                ? rest.with(((Instant) given[0]).plus(Duration.ofDays(29)), given[1])
                : rest.with(given);
        default -> rest.with(given);
      };
    }

    private HrEvent received(HrEvent event) {
      return switch (bug) {
        case MONTHS_OF_30_DAYS ->
            with(
                event,
                event.id(),
                report ->
                    report
                            instanceof
                            Report.Hired(var who, var stamp, var start, var end, var known)
                        ? new Report.Hired(
                            who, stamp, start, end.or(() -> Optional.of(start.plusDays(59))), known)
                        : report);
        case FOLD_BY_ARRIVAL ->
            with(
                event, event.id(), report -> stamped(report, new Stamp(history.now(), event.id())));
        case START_A_DAY_LATE ->
            with(
                event,
                event.id(),
                report ->
                    report instanceof Report.StartMoved(var who, var stamp, var start)
                        ? new Report.StartMoved(who, stamp, start.plusDays(1))
                        : report);
        case SEEN_FOR_A_WEEK -> {
          var first = since.computeIfAbsent(event.id(), _ -> history.now());
          var again = first.plus(WEEK).isBefore(history.now());
          var id = again ? event.id() + "-again" : event.id();
          yield with(
              event, id, report -> stamped(report, new Stamp(report.stamp().occurredAt(), id)));
        }
        default -> event;
      };
    }

    private static HrEvent with(HrEvent event, String id, UnaryOperator<Report> change) {
      return new HrEvent(
          event.source(),
          id,
          event.bodyHash(),
          change.apply(event.report()),
          event.vacancy(),
          event.referralId());
    }

    private static Report stamped(Report report, Stamp stamp) {
      return switch (report) {
        case Report.Hired it ->
            new Report.Hired(it.employee(), stamp, it.start(), it.probationEnd(), it.background());
        case Report.StartMoved it -> new Report.StartMoved(it.employee(), stamp, it.start());
        case Report.ProbationChanged it ->
            new Report.ProbationChanged(it.employee(), stamp, it.probationEnd());
        case Report.Cancelled it -> new Report.Cancelled(it.employee(), stamp);
        case Report.Ended it -> new Report.Ended(it.employee(), stamp, it.lastDay());
      };
    }

    private @Nullable Object outbox(String method, Object[] given, Rest rest) throws Throwable {
      return switch (method) {
        case "overdue" -> {
          var all = (List<?>) Objects.requireNonNull(rest.with(given));
          yield switch (bug) {
            case MAIL_NOT_TENDED -> List.of();
            case UNKNOWN_NEVER_SETTLED ->
                all.stream().filter(each -> !((Overdue) each).unknown()).toList();
            default -> all;
          };
        }
        case "add" -> bug == Bug.WARNINGS_LOST ? (Object) true : rest.with(given);
        case "suspect" -> {
          if (bug == Bug.FINANCE_COPY_IN_SILENCE) {
            ports.outbox().nudge((Overdue) given[0], (Instant) given[1]);
            yield null;
          }
          yield rest.with(given);
        }
        default -> rest.with(given);
      };
    }

    private @Nullable Object mailer(String method, Object[] given, Rest rest) throws Throwable {
      if (!method.equals("send")) {
        return rest.with(given);
      }
      count++;
      return switch (bug) {
        case COPY_WITH_NEW_REFERENCE -> rest.with(given[0], given[1], given[2] + "-" + count);
        case PAUSE_IS_REFUSAL ->
            rest.with(given) instanceof Mailer.Handover answer
                    && answer instanceof Mailer.Handover.TryLater later
                ? new Mailer.Handover.Refused(later.reason())
                : new Mailer.Handover.Accepted("mail-" + count);
        case REFUSAL_IS_PAUSE -> {
          var answer = rest.with(given);
          yield answer instanceof Mailer.Handover.Refused refused
              ? new Mailer.Handover.TryLater(refused.reason())
              : answer;
        }
        case MAILED_TWICE -> {
          var _ = rest.with(given);
          yield rest.with(given);
        }
        case MAIL_TO_FINANCE -> {
          var to = (Email) given[0];
          yield rest.with(
              to.value().endsWith("@example.com") ? new Email("finance@example.com") : to,
              given[1],
              given[2]);
        }
        default -> rest.with(given);
      };
    }

    private @Nullable Object others(String method, Object[] given, Rest rest) throws Throwable {
      return switch (bug) {
        case PERSONS_FORGOTTEN_EARLY ->
            method.equals("forgetExpired")
                ? rest.with(((Instant) given[0]).plus(Duration.ofDays(330)), given[1])
                : rest.with(given);
        case LAST_REFERRER_WINS -> {
          var answer = rest.with(given);
          yield history.step() != Step.SUBMIT
                  && answer instanceof Persons.Person(var referrals, var hires, var applications)
                  && referrals.size() > 1
              ? new Persons.Person(List.of(referrals.getLast()), hires, applications)
              : answer;
        }
        case CLOCK_AHEAD ->
            shifted(
                rest,
                given,
                history.step() == Step.RELEASE || history.step() == Step.PLAN,
                Duration.ofHours(26));
        case CLOCK_BEHIND ->
            shifted(
                rest,
                given,
                history.step() == Step.UPKEEP_HOURLY || history.step() == Step.UPKEEP_DAILY,
                Duration.ofDays(-3));
        case UTC_DAYS, CLOSED_VACANCY, FIRST_TERMS_FOR_EVER ->
            method.equals("offer") && rest.with(given) instanceof Programmes.Offer offer
                ? offered(offer)
                : rest.with(given);
        case KEY_WITHOUT_CALLER ->
            Company.PEOPLE.stream()
                .flatMap(who -> ports.operations().find(who.id(), (String) given[1]).stream())
                .findFirst();
        case KEYS_FORGOTTEN -> {
          var answer = (Optional<?>) Objects.requireNonNull(rest.with(given));
          var first = since.computeIfAbsent(List.of(given), _ -> history.now());
          yield first.plus(WEEK).isBefore(history.now()) ? Optional.empty() : answer;
        }
        case BODY_NOT_COMPARED ->
            method.equals("digest") && history.step() == Step.SUBMIT ? "same" : rest.with(given);
        case TOKEN_GUESSED ->
            method.equals("opened") && given[0].equals("forged")
                ? Optional.of(FakeIds.referral(1))
                : rest.with(given);
        case SAME_PERSON_AGREES -> entries(method, given, rest, Step.AGREE);
        case ENTERER_CONFIRMS ->
            method.equals("find") && history.step() == Step.CONFIRM
                ? Optional.empty()
                : rest.with(given);
        case DECIDED_ON_FIRST_READING -> {
          var answer = rest.with(given);
          if (history.step() == Step.RELEASE
              && answer instanceof Optional<?> some
              && some.orElse(null) instanceof Chronicle.Whole now) {
            var first = (Chronicle.Whole) remembered.computeIfAbsent(now.id(), _ -> now);
            yield Optional.of(
                new Chronicle.Whole(
                    stored(first.snapshot().referral(), now.snapshot()),
                    first.written(),
                    first.ledger()));
          }
          yield answer;
        }
        case WAITS_NOT_TENDED -> method.equals("overdue") ? List.of() : rest.with(given);
        case TOKEN_NOT_STORED -> method.equals("park") ? (Object) true : rest.with(given);
        case WAIT_DROPPED -> {
          if (method.equals("postpone")) {
            var answer = rest.with(given);
            ports.waits().remove((ReferralId) given[0], (Integer) given[1]);
            yield answer;
          }
          yield rest.with(given);
        }
        case SECOND_LEG_NOT_STARTED ->
            method.equals("start") && (Integer) given[1] > 1 ? null : rest.with(given);
        case RESTORE_WITHOUT_FREEZE ->
            method.equals("pull") && ((Brake.Pull) given[0]).cause() == Brake.Cause.RESTORE
                ? ports.brake().standing()
                : rest.with(given);
        case LEAVES_UNKNOWN ->
            method.equals("findAll")
                    && history.step() != Step.SUBMIT
                    && history.step() != Step.SUBMIT_FOR
                ? Map.of()
                : rest.with(given);
        case LEAVERS_REFER ->
            method.equals("findAll") && history.step() == Step.SUBMIT ? Map.of() : rest.with(given);
        case LEAVERS_ENTERED ->
            method.equals("findAll") && history.step() == Step.SUBMIT_FOR
                ? Map.of()
                : rest.with(given);
        case ALLOWED_MAY_LEAVE ->
            method.equals("findAll")
                    && history.step() == Step.RELEASE
                    && wasAllowed((List<?>) given[0])
                ? Map.of()
                : rest.with(given);
        case LEAVERS_TOLD_CLOSED -> {
          var answer = rest.with(given);
          if (history.step() == Step.SUBMIT_FOR
              && answer instanceof Optional<?> some
              && some.orElse(null) instanceof Employee referrer) {
            remembered.put("leaver", history.deeds().lastDay(referrer.id()).isPresent());
          }
          yield history.step() == Step.SUBMIT_FOR
                  && answer instanceof Programmes.Offer offer
                  && remembered.getOrDefault("leaver", false).equals(true)
              ? closed(offer)
              : answer;
        }
        case FAILURES_NOT_LISTED -> method.equals("add") ? null : rest.with(given);
        default -> throw new IllegalStateException("Not planted: " + bug);
      };
    }

    /// Whether a person ever allowed a hire of somebody with one of these HR numbers.
    private boolean wasAllowed(List<?> numbers) {
      return history.store().everyReferral().stream()
          .map(id -> ports.referrals().read(id).orElseThrow())
          .filter(read -> read.facts().stream().anyMatch(Fact.Allowed.class::isInstance))
          .map(read -> read.snapshot().referral().particulars().referrer())
          .anyMatch(referrer ->
              Company.PEOPLE.stream()
                  .filter(person -> person.id().equals(referrer))
                  .flatMap(person -> person.employee().hrNumber().stream())
                  .anyMatch(number -> numbers.contains(new HrNumber(number))));
    }

    private Programmes.Offer offered(Programmes.Offer offer) {
      return new Programmes.Offer(
          offer.terms().map(terms -> bug == Bug.FIRST_TERMS_FOR_EVER ? first(terms) : terms),
          offer.settings().map(settings -> bug == Bug.UTC_DAYS ? utc(settings) : settings),
          offer.vacancy().map(vacancy -> bug == Bug.CLOSED_VACANCY ? open(vacancy) : vacancy),
          offer.portfolio());
    }

    private Terms first(Terms it) {
      var first = history.story().company().terms(0, it.publishedAt());
      return new Terms(
          it.version(),
          it.publishedAt(),
          it.text(),
          first.levels(),
          first.instalments(),
          first.probationMonths(),
          it.promise(),
          it.eligibilityMonths());
    }

    private static Settings utc(Settings it) {
      return new Settings(
          it.organisation(),
          it.financeEmail(),
          ZoneOffset.UTC,
          it.reminderAfter(),
          it.expiryAfter(),
          it.noticeDelay(),
          it.language());
    }

    private static Programmes.Offer closed(Programmes.Offer it) {
      return new Programmes.Offer(
          it.terms(),
          it.settings(),
          it.vacancy()
              .map(vacancy ->
                  new Vacancy(
                      vacancy.id(),
                      vacancy.title(),
                      vacancy.functionLevel(),
                      vacancy.profile(),
                      false)),
          it.portfolio());
    }

    private static Vacancy open(Vacancy it) {
      return new Vacancy(it.id(), it.title(), it.functionLevel(), it.profile(), true);
    }

    private @Nullable Object entries(String method, Object[] given, Rest rest, Step step)
        throws Throwable {
      var answer = rest.with(given);
      return method.equals("find")
              && history.step() == step
              && answer instanceof Optional<?> some
              && some.orElse(null) instanceof Entry it
          ? Optional.of(
              new Entry(
                  it.event(),
                  it.person(),
                  it.data(),
                  new EmployeeId("nobody"),
                  it.enteredAt(),
                  it.agreedBy()))
          : answer;
    }

    private static @Nullable Object shifted(Rest rest, Object[] given, boolean here, Duration by)
        throws Throwable {
      var answer = rest.with(given);
      return here && answer instanceof Instant moment ? moment.plus(by) : answer;
    }
  }

  static List<Bug> all() {
    return Arrays.asList(Bug.values());
  }
}
