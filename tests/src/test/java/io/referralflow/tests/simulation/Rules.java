package io.referralflow.tests.simulation;

import io.referralflow.candidate.Keep;
import io.referralflow.eligibility.Credit;
import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.hire.Employment;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.letter.LetterKind;
import io.referralflow.letter.Recipient;
import io.referralflow.message.Notice;
import io.referralflow.port.Brake;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Division;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.reward.Money;
import io.referralflow.reward.Payment;
import io.referralflow.scenario.Ports;
import io.referralflow.staff.Caller;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import io.referralflow.step.Timing;
import io.referralflow.submission.ReadReferral.Reading;
import io.referralflow.tests.simulation.Oracle.Standing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds a history against the promises: at every write, whenever somebody looks, when personal
/// data must be gone, and at the end.
final class Rules {

  private static final Duration DAY = Duration.ofDays(1);

  /// A hire counts for twelve months, less a day for the lengths of years.
  private static final Duration COUNTS = Duration.ofDays(364);

  /// A person is found for 90 days more.
  private static final Duration FOUND = Duration.ofDays(364 + 90);

  /// Then it is over, a leap year counted in.
  private static final Duration OVER = Duration.ofDays(366 + 90);

  /// How many violations of one history are kept.
  private static final int MANY = 20;

  private final History history;
  private final Story story;
  private final List<String> violations = new ArrayList<>();
  private final Map<Promise, Long> evaluated = new EnumMap<>(Promise.class);
  private final Map<ReferralId, Oracle> oracles = new HashMap<>();
  private final Map<ReferralId, Instant> goneBy = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final Map<ReferralId, Instant> lastFactAt = new HashMap<>();
  private final Map<ReferralId, Instant> asked = new HashMap<>();
  private final Map<ReferralId, Instant> moved = new HashMap<>();
  private final Set<ReferralId> longer = new HashSet<>();
  private final Set<ReferralId> withdrawn = new HashSet<>();
  private final Map<String, Integer> unknown = new HashMap<>();
  private boolean frozen;

  Rules(History history) {
    this.history = history;
    this.story = history.story();
  }

  List<String> violations() {
    return violations;
  }

  Map<Promise, Long> evaluated() {
    return evaluated;
  }

  void check(Promise promise, boolean holds, Supplier<String> otherwise) {
    var _ = evaluated.merge(promise, 1L, Long::sum);
    if (!holds) {
      violated(promise, otherwise.get());
    }
  }

  void broken(Promise promise, String how) {
    var _ = evaluated.merge(promise, 1L, Long::sum);
    violated(promise, how);
  }

  private void violated(Promise promise, String how) {
    if (violations.size() < MANY) {
      violations.add(promise + " at " + history.now() + ": " + how);
    }
  }

  /// An event was answered with a refusal, so that it must be on the failure list.
  void refused(String eventId) {
    var _ = refused.add(eventId);
  }

  /// The same ports; every write of a referral is looked at.
  Ports around(Ports ports) {
    var real = ports.referrals();
    var watched =
        (Referrals)
            Proxy.newProxyInstance(
                Referrals.class.getClassLoader(),
                new Class<?>[] {Referrals.class},
                (_, method, arguments) ->
                    method.getName().equals("commit") && arguments != null
                        ? commit(real, (Change) arguments[0])
                        : call(real, method, arguments));
    return ports.withReferrals(watched);
  }

  private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private Committed commit(Referrals real, Change change) {
    var id = change.after().id();
    var before = real.find(id);
    var committed = real.commit(change);
    var after = real.find(id);
    if (!before.equals(after) && after.isPresent()) {
      written(before, after.get(), change);
    }
    return committed;
  }

  private void written(Optional<Snapshot> before, Snapshot after, Change change) {
    var was = before.map(found -> StateName.of(found.referral()));
    var is = StateName.of(after.referral());
    history.wrote(
        history.now().getEpochSecond(),
        after.version(),
        after.leg(),
        is.name().hashCode(),
        after.referral().id().value().hashCode());
    check(
        Promise.LEGAL,
        was.map(from -> LEGAL.getOrDefault(from, Set.of()).contains(is) || from == is)
                .orElse(is == StateName.INVITED)
            || (before.filter(Rules::isPaidButNotEligible).isPresent() && EMPLOYED.contains(is)),
        () -> "from " + was + " to " + is);
    check(
        Promise.CHAIN,
        after.version() == before.map(Snapshot::version).orElse(0L) + 1
            && after.lastFact()
                == before.map(Snapshot::lastFact).orElse(0L) + change.facts().size(),
        () -> "version " + after.version() + " after " + before);
    var oracle = oracles.computeIfAbsent(after.referral().id(), _ -> oracle(after.referral()));
    for (var fact : change.facts()) {
      author(after.referral(), oracle, fact);
      truth(after, fact);
      oracle.learn(fact);
    }
    var faults = oracle.takeFaults();
    without(Promise.PAID_ONCE, faults, after);
    without(Promise.NOT_EARLY, faults, after);
    without(Promise.MONEY, faults, after);
    if (change.facts().stream().anyMatch(Rules::asksWhoLeft)) {
      without(Promise.NO_LEAVERS, faults, after);
    }
    var learnt = lastFactAt.getOrDefault(after.referral().id(), Instant.MIN);
    change.facts().forEach(fact -> lastFactAt.put(after.referral().id(), fact.at()));
    for (var fact : change.facts()) {
      if (fact instanceof Fact.Released release) {
        history.released();
        var due = release.dueOn().atStartOfDay(story.company().zone()).toInstant();
        check(
            Promise.ON_TIME,
            !story.isQuiet()
                || history
                    .now()
                    .isBefore((due.isAfter(learnt) ? due : learnt).plus(Duration.ofHours(3))),
            () -> "released late though nothing failed, due on " + release.dueOn());
        check(
            Promise.NO_LEAVERS,
            referrerServes(after.referral(), release),
            () -> "released though the directory knew that the referrer left: " + release);
        check(
            Promise.FROZEN,
            !frozen,
            () -> "released while payouts are frozen: " + after.referral().id().value());
        var zone = story.company().zone();
        check(
            Promise.NOT_EARLY,
            !history
                .now()
                .plusSeconds(story.skew())
                .isBefore(release.dueOn().atStartOfDay(zone).toInstant()),
            () -> "released at " + history.now() + ", due on " + release.dueOn());
      }
    }
    change.facts().forEach(fact -> keepsUntil(after.referral(), before, fact));
  }

  private void without(Promise promise, List<Oracle.Fault> faults, Snapshot after) {
    check(
        promise,
        faults.stream().noneMatch(fault -> fault.promise() == promise),
        () -> faults + " of " + after.referral().id().value());
  }

  private static boolean asksWhoLeft(Fact fact) {
    return fact instanceof Fact.Released
        || fact instanceof Fact.ReferrerLeft
        || fact instanceof Fact.PaymentCorrected;
  }

  /// Whether the referrer was in service on the day that the terms name, by what the directory knew
  /// before. A person may have allowed it all the same, on appeal: what was allowed before the
  /// leave was found was allowed for another reason.
  private boolean referrerServes(Referral referral, Fact.Released release) {
    var it = referral.particulars();
    var isAllowed =
        facts(referral.id()).stream()
            .dropWhile(fact -> !(fact instanceof Fact.ReferrerLeft))
            .anyMatch(Fact.Allowed.class::isInstance);
    return history
            .deeds()
            .lastDay(it.referrer())
            .filter(last -> last.heard().isBefore(history.now()))
            .filter(last ->
                switch (story.company().serviceDay()) {
                  case SUBMISSION -> false;
                  case HIRE ->
                      last.day()
                          .isBefore(Objects.requireNonNull(oracles.get(referral.id())).agreed());
                  case MILESTONE -> last.day().isBefore(release.dueOn());
                })
            .isEmpty()
        || isAllowed;
  }

  /// HR had turned the application down before the yes, which ends it then.
  private static boolean wasTurnedDown(Snapshot found) {
    return found.referral().dossier().course().turnedDown().isPresent();
  }

  /// When the data must be gone: 28 days or, with consent, a year after the procedure's end, which
  /// a hire is as well; a day after a withdrawal.
  private void keepsUntil(Referral referral, Optional<Snapshot> before, Fact fact) {
    var id = referral.id();
    switch (fact) {
      case Fact.Accepted accepted -> {
        if (accepted.keep() == Keep.YEAR) {
          var _ = longer.add(id);
        }
        if (before.filter(Rules::wasTurnedDown).isPresent()) {
          ends(id, fact.at());
        }
      }
      case Fact.Withdrawn _, Fact.Objected _, Fact.TakenBack _ -> {
        goneBy.merge(id, fact.at().plus(DAY), Rules::earlier);
        withdrawn.add(id);
      }
      case Fact.Declined _,
          Fact.Expired _,
          Fact.Lapsed _,
          Fact.Rejected _,
          Fact.Outrun _,
          Fact.SelfReferred _,
          Fact.ReferrerLeft _,
          Fact.Refused _ ->
          ends(id, fact.at());
      case Fact.Reported _ -> {
        var had =
            before
                .filter(found ->
                    found.referral() instanceof Referral.Employed
                        || found.referral() instanceof Referral.Held)
                .isPresent();
        if (!had) {
          ends(id, fact.at());
        }
      }
      case Fact.Submitted _,
          Fact.PhaseEntered _,
          Fact.TurnedDown _,
          Fact.Reminded _,
          Fact.AddressCorrected _,
          Fact.Moved _,
          Fact.Advanced _,
          Fact.Divided _,
          Fact.Appealed _,
          Fact.Allowed _,
          Fact.Released _,
          Fact.Paid _,
          Fact.PutOnHold _,
          Fact.TakenOffHold _,
          Fact.PaymentCorrected _,
          Fact.CopyGiven _,
          Fact.Corrected _,
          Fact.CandidateTold _,
          Fact.Erased _ -> {}
    }
  }

  private void ends(ReferralId id, Instant at) {
    var by = at.plus(Duration.ofDays(longer.contains(id) ? 365 : 28));
    var known = goneBy.get(id);
    goneBy.put(id, known != null && withdrawn.contains(id) ? earlier(known, by) : by);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Whoever is asked has the whole time that the terms name, from the last question on.
  private void patience(Referral referral, Fact fact) {
    var id = referral.id();
    var terms = referral.particulars().terms();
    switch (fact) {
      case Fact.Submitted _, Fact.AddressCorrected _ -> asked.put(id, fact.at());
      case Fact.Reminded _ -> silent(id, fact, terms.reminderAfter());
      case Fact.Expired _ -> silent(id, fact, terms.expiryAfter());
      default -> {}
    }
  }

  /// A referral that nobody ends is open as long as a hire of its time can be reported.
  private void lapse(Referral referral, Fact fact) {
    var submitted = referral.particulars().submittedAt();
    check(
        Promise.LAPSES,
        !(fact instanceof Fact.Lapsed) || !fact.at().isBefore(submitted.plus(FOUND)),
        () -> referral.id().value() + " of " + submitted + " is over at " + fact.at());
  }

  private void silent(ReferralId id, Fact fact, Duration patience) {
    var since = Objects.requireNonNull(asked.get(id));
    check(
        Promise.INFORMED,
        !fact.at().isBefore(since.plus(patience)),
        () -> fact + " of " + id.value() + ", whose candidate was asked at " + since);
  }

  /// What a fact must agree with.
  private void truth(Snapshot after, Fact fact) {
    patience(after.referral(), fact);
    lapse(after.referral(), fact);
    var off = Duration.between(history.now(), fact.at()).abs();
    check(
        Promise.NOT_EARLY,
        off.toSeconds() <= story.skew(),
        () -> fact.getClass().getSimpleName() + " is dated " + fact.at());
    if (fact instanceof Fact.Reported(_, var report)) {
      var said =
          story.reports().stream()
              .filter(each -> each.id().equals(report.stamp().eventId()))
              .findFirst();
      check(
          Promise.ANY_ORDER,
          said.filter(each ->
                  each.report(story.start(), false).equals(report)
                      || (history.deeds().hadOtherBody(each.number())
                          && each.report(story.start(), true).equals(report)))
              .isPresent(),
          () -> "HR said " + said + ", the fact is " + report);
      said.ifPresent(each -> first(after.referral(), each));
    }
  }

  /// Of several referrals of one person that still run, the one that the terms' rule names gets a
  /// hire. Where the candidate may have been known the rule asks more, and this asks nothing.
  private void first(Referral referral, Story.Said said) {
    var company = story.company();
    var mayBeKnown = company.knownMonths() > 0 && (said.applied() != 0 || said.employed() != 0);
    if (said.kind() != 0
        || said.person() < 0
        || said.vacancy() >= 0
        || said.label() >= 0
        || mayBeKnown) {
      return;
    }
    var it = referral.particulars();
    var hired = story.start().plusSeconds(said.occurredAt());
    var isFirst =
        history.trusted().referrals().read(referral.id()).orElseThrow().facts().stream()
                .filter(Fact.Reported.class::isInstance)
                .count()
            == 1;
    if (isFirst && it.submittedAt().isBefore(hired)) {
      for (var id : history.store().everyReferral()) {
        var other = history.trusted().referrals().find(id).orElseThrow().referral();
        check(
            Promise.HUSH,
            !(other instanceof Referral.Open)
                || !other.particulars().person().equals(it.person())
                || !goesBefore(other, referral, said)
                || other.particulars().submittedAt().isAfter(hired)
                || !canBeFound(other, hired, history.now()),
            () -> "the hire went to " + it.receiptNumber() + " rather than to " + other);
      }
    }
  }

  /// Whether the rule of the terms prefers another referral.
  private boolean goesBefore(Referral other, Referral winner, Story.Said said) {
    var isEarlier = other.particulars().receiptNumber() < winner.particulars().receiptNumber();
    var isLater = other.particulars().receiptNumber() > winner.particulars().receiptNumber();
    if (!story.company().credit().equals(Credit.LAST_BEFORE_APPLICATION)) {
      return isEarlier;
    }
    if (said.applied() == 0) {
      return isLater;
    }
    var otherCameBefore = submittedOn(other) <= said.applied();
    var winnerCameBefore = submittedOn(winner) <= said.applied();
    if (otherCameBefore && winnerCameBefore) {
      return isLater;
    }
    return otherCameBefore || (!winnerCameBefore && isEarlier);
  }

  private long submittedOn(Referral referral) {
    return referral
        .particulars()
        .submittedAt()
        .atZone(story.company().zone())
        .toLocalDate()
        .toEpochDay();
  }

  /// Payouts are frozen, or go on, as somebody outside wanted.
  void frozen(boolean now) {
    frozen = now;
  }

  /// Upkeep was told of a restore; unless that failed, payouts are frozen now.
  void restored() {
    var done = history.trusted().brake().standing().isFrozen();
    frozen = frozen || done;
    check(
        Promise.FROZEN,
        done || !history.faults().happened().isEmpty(),
        () -> "a restore did not freeze payouts");
  }

  /// Nobody knows whether a mail was handed over.
  void unknown(String reference) {
    var _ = unknown.merge(reference, 1, Integer::sum);
  }

  private Oracle oracle(Referral referral) {
    var terms = referral.particulars().terms();
    var company = story.company();
    var cut =
        Company.CUTS.get((company.cut() + terms.version() - 1) % Company.CUTS.size()).stream()
            .map(InstalmentTerm.Share.class::cast)
            .toList();
    var first = terms.version() == 1;
    var medior = referral.particulars().vacancy().equals(Company.VACANCIES.get(0));
    var total = medior ? (first ? 2001 : 1500) : 3500;
    var minor = total * (long) Math.pow(10, company.currency().getDefaultFractionDigits());
    return new Oracle(
        referral.id(),
        company.zone(),
        cut,
        minor,
        company.months() + terms.version() - 1,
        company.knownMonths(),
        company.serviceDay());
  }

  /// Who may not have written a fact.
  private void author(Referral referral, Oracle oracle, Fact fact) {
    var owner = referral.particulars().referrer();
    var by =
        switch (fact) {
          case Fact.Advanced advanced -> Optional.of(advanced.by());
          case Fact.PhaseEntered entered -> Optional.of(entered.by());
          case Fact.Rejected rejected -> Optional.of(rejected.by());
          case Fact.TurnedDown turned -> Optional.of(turned.by());
          case Fact.Moved moved -> Optional.of(moved.by());
          case Fact.AddressCorrected corrected -> Optional.of(corrected.by());
          case Fact.Allowed allowed -> Optional.of(allowed.by());
          case Fact.Refused some -> Optional.of(some.by());
          case Fact.Paid paid -> Optional.of(paid.by());
          case Fact.PutOnHold held -> Optional.of(held.by());
          case Fact.TakenOffHold resumed -> Optional.of(resumed.by());
          case Fact.PaymentCorrected right -> Optional.of(right.by());
          default -> Optional.<EmployeeId>empty();
        };
    by.ifPresent(person ->
        check(
            Promise.FOUR_EYES,
            !person.equals(owner)
                && (fact instanceof Fact.Moved
                    || fact instanceof Fact.AddressCorrected
                    || referral.particulars().enteredBy().filter(person::equals).isEmpty()),
            () -> person + " acted on their own referral"));
    if (fact instanceof Fact.Moved) {
      moved.put(referral.id(), fact.at());
    }
    by.filter(person -> person.value().startsWith("event:"))
        .ifPresent(system -> {
          check(
              Promise.ANY_ORDER,
              history.deeds().wasSaidOfAnApplication(fact),
              () -> system + " never said " + fact);
          var since = moved.getOrDefault(referral.id(), Instant.MIN);
          check(
              Promise.ANY_ORDER,
              !history.deeds().isOfAnotherApplication(fact, since),
              () -> fact + " is of the vacancy from which " + referral.id().value() + " was moved");
        });
    var payer =
        switch (fact) {
          case Fact.Paid paid -> Optional.of(paid.by());
          case Fact.PaymentCorrected right -> Optional.of(right.by());
          default -> Optional.<EmployeeId>empty();
        };
    if (payer.isPresent()) {
      for (var word : oracle.words()) {
        var entry = history.trusted().entries().find(word);
        check(
            Promise.FOUR_EYES,
            entry
                .filter(found ->
                    found.enteredBy().equals(payer.get())
                        || found.agreedBy().filter(payer.get()::equals).isPresent())
                .isEmpty(),
            () -> payer.get() + " confirmed what they entered or agreed to");
      }
    }
    if (fact instanceof Fact.Reported reported) {
      var number = reported.report().stamp().eventId().replaceAll("[^0-9]", "");
      check(
          Promise.FOUR_EYES,
          history.deeds().wasSaid(Integer.parseInt(number))
              || history.deeds().isAgreed(Integer.parseInt(number)),
          () -> "event " + number + " counts on one person's word");
    }
  }

  /// What somebody saw of a referral.
  void seen(Caller who, ReferralId id, Reading reading, boolean owner) {
    switch (reading) {
      case Reading.Own own -> {
        check(Promise.HUSH, owner, () -> who.id() + " sees another's referral as their own");
        if (own.view().state() == StateName.ENDED) {
          check(
              Promise.HUSH,
              mayKnowOfTheEnd(id),
              () -> who.id() + " sees the end of " + id.value() + " too early");
        } else {
          check(
              Promise.HUSH,
              EnumSet.of(
                      StateName.INVITED,
                      StateName.SCREENING,
                      StateName.HIRING,
                      StateName.HIRED,
                      StateName.PROBATION,
                      StateName.COMPLETED,
                      StateName.HELD)
                  .contains(own.view().state()),
              () -> who.id() + " sees " + own.view().state());
        }
      }
      case Reading.Whole _ ->
          check(
              Promise.HUSH,
              who.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER) && !owner,
              () -> who.id() + " sees all of " + id.value());
      case Reading.NotFound _ ->
          check(
              Promise.HUSH,
              !owner && !who.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER),
              () -> who.id() + " does not see " + id.value());
    }
  }

  /// A day after the candidate was told, where the candidate is told; else a day after the fact.
  private boolean mayKnowOfTheEnd(ReferralId id) {
    var facts = history.trusted().referrals().read(id).orElseThrow().facts();
    var latest = history.now().plusSeconds(story.skew()).minus(DAY);
    return facts.stream()
        .anyMatch(fact ->
            fact instanceof Fact.TakenBack
                || ((fact instanceof Fact.CandidateTold
                        || fact instanceof Fact.Outrun
                        || fact instanceof Fact.SelfReferred
                        || fact instanceof Fact.ReferrerLeft
                        || fact instanceof Fact.Refused
                        || fact instanceof Fact.Reported)
                    && !fact.at().isAfter(latest)));
  }

  /// Searches everything for what must be gone by now.
  void searchForWhatIsGone() {
    var text = (String) null;
    for (var person = 0; person < 8; person++) {
      var canary = story.canary(person);
      var due = mustBeGone(person);
      if (due) {
        text = text == null ? history.store().everything() : text;
        var all = text;
        check(Promise.GONE, !all.contains(canary), () -> canary + " is still stored");
      }
    }
  }

  private boolean mustBeGone(int person) {
    var any = false;
    for (var id : history.store().everyReferral()) {
      var by = goneBy.get(id);
      var particulars =
          history.trusted().referrals().find(id).orElseThrow().referral().particulars();
      if (!isOf(particulars, person)) {
        continue;
      }
      if (by == null || by.plus(DAY).isAfter(history.now())) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /// Whether a referral is of a candidate, by either address.
  boolean isOf(Particulars particulars, int person) {
    return Stream.of(story.candidate(person).email(), story.rightAddress(person))
        .map(history.trusted().seals()::person)
        .anyMatch(particulars.person()::equals);
  }

  // At the end.

  void atEnd() {
    var undisturbed = story.calm();
    var receipts = new HashSet<Long>();
    for (var id : history.store().everyReferral()) {
      var read = history.trusted().referrals().read(id).orElseThrow();
      var referral = read.snapshot().referral();
      var made = made(read.facts());
      check(
          Promise.CHAIN,
          made.equals(Optional.of(referral)) && read.snapshot().lastFact() == read.facts().size(),
          () -> "the facts of " + id.value() + " do not make its state");
      if (made.isEmpty()) {
        continue;
      }
      once(id, read.facts());
      money(id, referral);
      mails(id);
      anyOrder(referral, read.facts());
      check(
          Promise.CHAIN,
          receipts.add(referral.particulars().receiptNumber()),
          () -> "two referrals have the receipt of " + id.value());
      if (undisturbed) {
        settled(id, referral, read.facts());
      }
    }
    for (var change :
        history.trusted().brake().changes(new Page.Request(1000, Optional.empty())).items()) {
      check(
          Promise.FROZEN,
          !(change instanceof Brake.Change.Pulled(var pull))
              || pull.cause() == Brake.Cause.OPERATOR
              || pull.cause() == Brake.Cause.RESTORE,
          () -> "the product froze payouts: " + change);
    }
    if (undisturbed) {
      searchForWhatIsGone();
      census();
    }
  }

  /// Empty when one of the facts cannot follow on those before it.
  private static Optional<Referral> made(List<Fact> facts) {
    try {
      return Optional.of(Life.of(facts));
    } catch (IllegalStateException impossible) {
      return Optional.empty();
    }
  }

  /// After an appeal all that was reported counts anew. Each time that the candidate is invited,
  /// which is anew at another address, there is one reminder. After each move there is one refusal
  /// for the vacancy, and what refused before never does so again.
  private void once(ReferralId id, List<Fact> facts) {
    var seen = new HashSet<String>();
    var refusals = new HashSet<EmployeeId>();
    var invitations = 0;
    var moves = 0;
    for (var fact : facts) {
      if (fact instanceof Fact.Appealed) {
        seen.removeIf(name -> name.startsWith("reported"));
      }
      var refuses =
          switch (fact) {
            case Fact.TurnedDown turned -> Optional.of(turned.by());
            case Fact.Rejected rejected -> Optional.of(rejected.by());
            default -> Optional.<EmployeeId>empty();
          };
      refuses.ifPresent(by ->
          check(
              Promise.UNKNOWN_SETTLED,
              refusals.add(by),
              () -> by + " refused " + id.value() + " before"));
      invitations += fact instanceof Fact.AddressCorrected ? 1 : 0;
      moves += fact instanceof Fact.Moved ? 1 : 0;
      var name =
          switch (fact) {
            case Fact.Released released -> "released " + released.instalment();
            case Fact.Paid paid -> "paid " + paid.instalment();
            case Fact.PhaseEntered(_, _, _, var since) -> "phase " + since;
            case Fact.Reported reported -> "reported " + reported.report().stamp().eventId();
            case Fact.Reminded _ -> "reminded at invitation " + invitations;
            case Fact.TurnedDown _ -> "turned down after move " + moves;
            case Fact.Submitted _,
                Fact.Accepted _,
                Fact.Declined _,
                Fact.Expired _,
                Fact.Lapsed _,
                Fact.Advanced _,
                Fact.TakenBack _,
                Fact.Withdrawn _,
                Fact.Objected _,
                Fact.Rejected _,
                Fact.Outrun _,
                Fact.Appealed _,
                Fact.SelfReferred _,
                Fact.ReferrerLeft _,
                Fact.CandidateTold _,
                Fact.Erased _ ->
                fact.getClass().getSimpleName();
            case Fact.PaymentCorrected right ->
                "corrected " + right.instalment() + " no. " + right.correction().number();
            case Fact.AddressCorrected _,
                Fact.PutOnHold _,
                Fact.TakenOffHold _,
                Fact.Moved _,
                Fact.Divided _,
                Fact.Allowed _,
                Fact.Refused _,
                Fact.CopyGiven _,
                Fact.Corrected _ ->
                fact.toString();
          };
      check(
          name.startsWith("released") || name.startsWith("paid")
              ? Promise.PAID_ONCE
              : Promise.UNKNOWN_SETTLED,
          seen.add(name),
          () -> name + " stands twice in " + id.value());
    }
  }

  private void money(ReferralId id, Referral referral) {
    var oracle = oracles.get(id);
    if (oracle == null) {
      broken(Promise.CHAIN, id.value() + " was never written");
      return;
    }
    var instalments = Owed.reward(referral).instalments();
    var ended = referral instanceof Referral.Ended;
    if (instalments.size() != oracle.parts()) {
      broken(Promise.MONEY, id.value() + " is cut into " + instalments);
      return;
    }
    var ledger = history.store().ledger(id).values();
    var lines = Owed.of(referral);
    var sums = new long[5];
    for (var instalment : instalments) {
      var number = instalment.number();
      check(
          Promise.MONEY,
          instalment.amount().minorUnits()
              == (ended ? oracle.whole(number) : oracle.amount(number)),
          () -> "instalment " + number + " is " + instalment.amount());
      sums[0] += oracle.amount(number);
      var released =
          ledger.stream()
              .filter(entry ->
                  entry instanceof LedgerEntry.Released row
                      && row.instalment() == number
                      && row.amount().minorUnits() == oracle.amount(number))
              .count();
      var standing = oracle.standing(number);
      var state =
          lines.stream()
              .filter(line -> line.instalment().number() == number)
              .map(Owed.Line::state)
              .findFirst();
      check(
          Promise.ORACLE,
          state.equals(expected(standing)),
          () -> id.value() + " instalment " + number + " is " + state + ", owed " + standing);
      if (standing == Standing.PLANNED) {
        check(
            Promise.ORACLE,
            lines.stream()
                .anyMatch(line ->
                    line.instalment().number() == number
                        && line.dueOn().equals(oracle.day(number))),
            () -> id.value() + " instalment " + number + " is due on " + oracle.day(number));
      }
      check(
          Promise.MONEY,
          booked(ledger, number) == oracle.paid(number)
              && paid(referral, number) == oracle.paid(number),
          () ->
              "of instalment "
                  + number
                  + " of "
                  + id.value()
                  + " the ledger says that "
                  + booked(ledger, number)
                  + " was paid, the state "
                  + paid(referral, number));
      var isReleased =
          standing == Standing.RELEASED
              || standing == Standing.ON_HOLD
              || standing == Standing.PAID;
      check(
          Promise.PAID_ONCE,
          released == (isReleased ? 1 : 0)
              || standing == Standing.HELD
              || standing == Standing.NOTHING,
          () -> "the ledger of " + id.value() + " has " + released + " releases of " + number);
      var place =
          switch (standing) {
            case RELEASED, ON_HOLD, PAID -> 1;
            case HELD -> 2;
            case CANCELLED, NOTHING -> 3;
            case PLANNED -> 4;
          };
      sums[place] += oracle.amount(number);
    }
    check(
        Promise.MONEY,
        sums[0] == sums[1] + sums[2] + sums[3] + sums[4],
        () -> "the money of " + id.value() + " does not add up");
    released(id, ledger);
  }

  /// What was paid by the rows of the ledger: the confirmation and what corrections changed it by.
  private static long booked(Iterable<LedgerEntry> ledger, int instalment) {
    var sum = 0L;
    for (var entry : ledger) {
      if (entry.instalment() == instalment) {
        sum +=
            switch (entry) {
              case LedgerEntry.Paid paid -> paid.amount().minorUnits();
              case LedgerEntry.Corrected right -> right.difference();
              default -> 0;
            };
      }
    }
    return sum;
  }

  private static long paid(Referral referral, int instalment) {
    return Owed.of(referral).stream()
        .filter(line -> line.instalment().number() == instalment)
        .flatMap(line ->
            line.payment().stream()
                .filter(payment -> payment.paidOn().isPresent())
                .map(payment -> payment.paid(line.instalment().amount())))
        .mapToLong(Money::minorUnits)
        .sum();
  }

  private static Optional<InstalmentState> expected(Standing standing) {
    return switch (standing) {
      case NOTHING -> Optional.empty();
      case PLANNED -> Optional.of(InstalmentState.PLANNED);
      case CANCELLED -> Optional.of(InstalmentState.CANCELLED);
      case HELD, ON_HOLD -> Optional.of(InstalmentState.HELD);
      case RELEASED -> Optional.of(InstalmentState.RELEASED);
      case PAID -> Optional.of(InstalmentState.PAID);
    };
  }

  /// The ledger holds each release once, a payment only of what was released, and finance's list
  /// just these.
  private void released(ReferralId id, Iterable<LedgerEntry> ledger) {
    var releases = new HashSet<Integer>();
    for (var entry : ledger) {
      if (entry instanceof LedgerEntry.Released released) {
        check(
            Promise.PAID_ONCE,
            releases.add(released.instalment()),
            () -> "two releases in the ledger of " + id.value());
      }
    }
    for (var entry : ledger) {
      if (entry instanceof LedgerEntry.Paid paid) {
        check(
            Promise.PAID_ONCE,
            releases.contains(paid.instalment()),
            () -> "paid, not released: " + id.value());
      }
    }
    var payouts = history.trusted().referrals();
    var listed =
        List.of(Referrals.PayoutState.RELEASED, Referrals.PayoutState.PAID).stream()
            .flatMap(state ->
                payouts.payouts(state, new Page.Request(1000, Optional.empty())).items().stream())
            .filter(payout -> payout.referral().equals(id))
            .count();
    check(
        Promise.PAID_ONCE,
        listed == releases.size(),
        () -> "finance's list has " + listed + " of " + releases.size());
  }

  private void mails(ReferralId id) {
    var posted = new HashMap<String, Integer>();
    var referral = history.trusted().referrals().find(id).orElseThrow().referral();
    var kinds = new HashMap<String, LetterKind>();
    for (var stored : history.store().notices(id)) {
      kinds.put(id.value() + "-" + stored.notice().number(), stored.notice().kind());
    }
    for (var mail : history.mailbox().posted()) {
      if (mail.reference().startsWith(id.value())) {
        posted.merge(mail.reference(), 1, Integer::sum);
        var kind = kinds.get(mail.reference());
        check(
            Promise.MAIL,
            kind != null && address(referral, kind).test(mail.to()),
            () -> mail + " is no notice of " + kind);
      }
    }
    var finance = new HashSet<Integer>();
    for (var stored : history.store().notices(id)) {
      var notice = stored.notice();
      var reference = id.value() + "-" + notice.number();
      var copies = posted.getOrDefault(reference, 0);
      var doubts = unknown.getOrDefault(reference, 0);
      check(
          Promise.MAIL,
          copies <= 1 + doubts,
          () -> reference + " was sent " + copies + " times after " + doubts + " doubts");
      check(
          Promise.MAIL,
          stored.state() != MailState.SENT || copies > 0,
          () -> reference + " counts as sent");
      if (notice.kind() == LetterKind.PAYOUT) {
        check(
            Promise.PAID_ONCE,
            finance.add(notice.instalment().orElse(0)),
            () -> "finance was asked twice for one instalment of " + id.value());
        check(
            Promise.MAIL,
            copies < 2 || isOnFailureList("mail-" + reference),
            () -> "finance got a copy of " + reference + " in silence");
      }
      if (stored.state() == MailState.GIVEN_UP) {
        check(
            Promise.MAIL,
            notice.kind().recipient() == Recipient.CANDIDATE && history.mailbox().refusesAny(),
            () -> reference + " was given up, though nobody refused it");
      }
    }
    var releases = Owed.of(referral).stream().filter(line -> line.payment().isPresent()).count();
    check(
        Promise.MAIL,
        finance.size() >= releases,
        () -> id.value() + " has " + releases + " releases and " + finance + " mails to finance");
  }

  private static Predicate<String> address(Referral referral, LetterKind kind) {
    return switch (kind.recipient()) {
      case FINANCE -> "finance@example.com"::equals;
      case REFERRER -> (referral.particulars().referrer().value() + "@example.com")::equals;
      case CANDIDATE -> to -> to.endsWith("@example.org") || to.endsWith("@example.net");
      case MANAGER, PROGRAMME_MANAGER -> _ -> false;
    };
  }

  private boolean isOnFailureList(String id) {
    return history
        .trusted()
        .failures()
        .list(new Page.Request(1000, Optional.empty()))
        .items()
        .stream()
        .anyMatch(failure -> failure.id().equals(id));
  }

  /// The reports of each HR number once more, in three other orders.
  private void anyOrder(Referral referral, List<Fact> facts) {
    var hire =
        switch (referral) {
          case Referral.Employed employed -> employed.hire();
          case Referral.Held held -> held.hire();
          case Referral.Open _, Referral.Ended _ -> null;
        };
    if (hire == null) {
      return;
    }
    var dice = new Dice(Dice.hash(story.seed(), facts.size()));
    var reports = new TreeMap<String, List<Report>>();
    for (var fact : facts) {
      if (fact instanceof Fact.Appealed(_, _, var hired)) {
        reports.clear();
        reports.computeIfAbsent(hired.employee().value(), _ -> new ArrayList<>()).add(hired);
      } else if (fact instanceof Fact.Reported(_, var report)) {
        reports.computeIfAbsent(report.employee().value(), _ -> new ArrayList<>()).add(report);
      }
    }
    reports.forEach((number, said) -> {
      var known =
          number.equals(hire.employee().value())
              ? hire.employment()
              : hire.others().get(new HrNumber(number));
      for (var i = 0; i < 3 && said.size() > 1; i++) {
        var shuffled = shuffled(said, dice);
        var first =
            shuffled.stream()
                .filter(Report.Hired.class::isInstance)
                .map(Report.Hired.class::cast)
                .findFirst()
                .orElseThrow();
        var employment = Employment.of(first);
        for (var report : shuffled) {
          employment = employment.with(report);
        }
        var end = employment;
        check(
            Promise.ANY_ORDER,
            end.equals(known),
            () -> shuffled + " make " + end + " instead of " + known);
      }
    });
  }

  private static List<Report> shuffled(List<Report> reports, Dice dice) {
    var shuffled = new ArrayList<>(reports);
    for (var i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, dice.below(i + 1));
    }
    return shuffled;
  }

  /// Once faults have stopped for two days.
  private void settled(ReferralId id, Referral referral, List<Fact> facts) {
    var yesterday = history.now().minus(DAY).minus(Duration.ofHours(2));
    for (var stored : history.store().notices(id)) {
      check(
          Promise.MAIL,
          (stored.state() != MailState.READY && stored.state() != MailState.SENDING)
              || isOnHold(stored.notice(), referral)
              || stored.notice().notBefore().isAfter(history.now().minus(Duration.ofHours(46))),
          () -> "notice " + stored + " of " + id.value() + " was not handed over");
    }
    var wait = history.trusted().waits().find(id);
    var alive = Timing.wakeAt(referral, history.now(), history.now()).isPresent();
    check(
        Promise.AWAKE,
        alive == wait.isPresent(),
        () -> id.value() + " is " + StateName.of(referral) + " and waits for " + wait);
    check(
        Promise.AWAKE,
        wait.isEmpty() || wait.get().wakeAt().isAfter(history.now().minus(Duration.ofHours(3))),
        () -> id.value() + " should have been woken: " + wait);
    for (var line : Owed.of(referral)) {
      var due = line.dueOn().atStartOfDay(story.company().zone()).toInstant();
      check(
          Promise.ON_TIME,
          line.state() != InstalmentState.PLANNED || due.isAfter(yesterday),
          () -> id.value() + " owes " + line);
    }
    warned(id, referral, facts);
    lapsed(referral, yesterday);
    var informed =
        history.store().notices(id).stream()
            .filter(stored -> stored.notice().kind() == LetterKind.INVITATION)
            .reduce((_, last) -> last);
    var age = Duration.between(referral.particulars().invitedAt(), history.now());
    check(
        Promise.INFORMED,
        age.toDays() < 7
            || informed
                .filter(stored ->
                    stored.state() == MailState.SENT
                        || !history.store().knowsCandidate(id)
                        || stored.state() == MailState.GIVEN_UP)
                .isPresent(),
        () -> "the candidate of " + id.value() + " was never informed: " + informed);
  }

  /// Nobody is waited for when no hire can count any more.
  private void lapsed(Referral referral, Instant yesterday) {
    var since =
        switch (referral) {
          case Referral.Screening screening -> screening.since();
          case Referral.Hiring hiring -> hiring.since();
          case Referral.Invited _, Referral.Employed _, Referral.Held _, Referral.Ended _ ->
              yesterday;
        };
    check(
        Promise.LAPSES,
        !since.isBefore(yesterday)
            || referral.particulars().submittedAt().isAfter(yesterday.minus(OVER)),
        () -> referral.id().value() + " still is " + StateName.of(referral));
  }

  /// Finance is not asked for what it holds, until it holds it no more.
  private static boolean isOnHold(Notice notice, Referral referral) {
    return (notice.kind() == LetterKind.PAYOUT || notice.kind() == LetterKind.PAYOUT_COPY)
        && Owed.of(referral).stream()
            .filter(line -> OptionalInt.of(line.instalment().number()).equals(notice.instalment()))
            .flatMap(line -> line.payment().stream())
            .anyMatch(payment -> payment.heldBecause().isPresent());
  }

  /// Of each instalment that finance did not confirm by the fifth working day before its promised
  /// day there is one warning.
  private void warned(ReferralId id, Referral referral, List<Fact> facts) {
    var zone = story.company().zone();
    var today = history.now().minus(DAY).atZone(zone).toLocalDate();
    for (var line : Owed.of(referral)) {
      var number = line.instalment().number();
      var warnings =
          history.store().notices(id).stream()
              .filter(stored ->
                  stored.notice().kind() == LetterKind.PROMISE_NEAR
                      && stored.notice().instalment().equals(OptionalInt.of(number)))
              .toList();
      var isOpen = line.payment().filter(payment -> payment.paidOn().isEmpty()).isPresent();
      check(
          Promise.WARNED,
          warnings.size() == 1
              || (warnings.isEmpty()
                  && !(isOpen && workingDaysTo(line.payment().get().promisedOn(), today) < 5)),
          () -> "instalment " + line + " of " + id.value() + " was warned of by " + warnings);
      for (var warning : warnings) {
        var at = warning.notice().notBefore();
        var day = LocalDate.ofInstant(at.minusSeconds(story.skew()), zone);
        var promised = promisedThen(facts, number, at);
        check(
            Promise.WARNED,
            promised.stream().anyMatch(promise -> workingDaysTo(promise, day) <= 5),
            () -> warning + " came too early for " + line + ", then promised for " + promised);
      }
    }
  }

  /// By when an instalment was promised at a moment, by the reports that were known then; clocks
  /// that go wrong leave open which of two plans was in force when one followed on the other.
  private List<LocalDate> promisedThen(List<Fact> facts, int instalment, Instant at) {
    var promise = Life.of(facts).particulars().terms().promise();
    return IntStream.rangeClosed(1, facts.size())
        .filter(known ->
            known == facts.size()
                || !facts.get(known).at().isBefore(at.minus(Duration.ofMinutes(10))))
        .filter(known -> !facts.get(known - 1).at().isAfter(at.plus(Duration.ofMinutes(10))))
        .mapToObj(known -> Life.of(facts.subList(0, known)))
        .flatMap(Rules::lines)
        .filter(line -> line.instalment().number() == instalment)
        .map(line ->
            line.payment()
                .map(Payment::promisedOn)
                .orElseGet(() -> promise.day(line.dueOn(), history.trusted().workingDays())))
        .distinct()
        .toList();
  }

  /// What is owed, or would be if the person who has to decide allowed it.
  private static Stream<Owed.Line> lines(Referral referral) {
    return (referral instanceof Referral.Held held
            ? Owed.of(held.particulars(), held.hire())
            : Owed.of(referral))
        .stream();
  }

  /// How many working days lie after a day and not after a later one.
  private long workingDaysTo(LocalDate promised, LocalDate day) {
    var workingDays = history.trusted().workingDays();
    return day.isAfter(promised)
        ? 0
        : day.datesUntil(promised)
            .map(each -> each.plusDays(1))
            .filter(each -> workingDays.onOrBefore(each).equals(each))
            .count();
  }

  /// Everything that was acknowledged is somewhere.
  private void census() {
    for (var taken : history.deeds().acknowledged()) {
      check(
          Promise.NOTHING_LOST,
          history.trusted().referrals().find(taken.id()).isPresent(),
          () -> taken + " is lost");
    }
    var failures =
        history.trusted().failures().list(new Page.Request(1000, Optional.empty())).items();
    for (var eventId : refused) {
      check(
          Promise.NOTHING_LOST,
          failures.stream()
              .anyMatch(failure -> failure.eventId().filter(eventId::equals).isPresent()),
          () -> "the refused event " + eventId + " is on no list");
    }
    for (var said : story.reports()) {
      var heard = history.deeds().heard().get(said.number());
      if (heard == null) {
        continue;
      }
      var listed =
          failures.stream()
              .anyMatch(failure -> failure.eventId().filter(said.id()::equals).isPresent());
      var owners = new ArrayList<ReferralId>();
      for (var id : history.store().everyReferral()) {
        var referral = history.trusted().referrals().find(id).orElseThrow().referral();
        var facts = history.trusted().referrals().read(id).orElseThrow().facts();
        if (facts.stream().anyMatch(fact -> isAbout(fact, said))) {
          owners.add(id);
          check(
              Promise.NOTHING_LOST,
              facts.stream().anyMatch(fact -> isOf(fact, said))
                  || listed
                  || referral instanceof Referral.Ended
                  || wasForgotten(id, said, heard),
              () -> said + " is not among the facts of " + id.value());
        }
        check(
            Promise.NOTHING_LOST,
            !(referral instanceof Referral.Open || referral instanceof Referral.Lapsed)
                || listed
                || !mustMeet(referral, said, heard),
            () -> said + " did not meet " + id.value());
      }
      check(
          Promise.NOTHING_LOST,
          owners.size() < 2 || earnTogether(owners),
          () -> said.hrNumber() + " belongs to " + owners);
    }
  }

  /// Whether referrals share the reward of one hire, and their parts are no more than all of it.
  /// Each gets its part of its own reward: they may be for different vacancies. One that appealed
  /// names whom it joined, and takes nothing of theirs.
  private boolean earnTogether(List<ReferralId> owners) {
    var earners = owners.stream().filter(id -> !appealed(id)).toList();
    var parts = 0.0;
    for (var id : earners) {
      if (earners.size() > 1 && !shared(id).containsAll(earners)) {
        return false;
      }
      var oracle = Objects.requireNonNull(oracles.get(id));
      parts += (double) (oracle.amount(1) - 1) / oracle.whole(1);
    }
    return parts <= 1
        && owners.stream()
            .filter(this::appealed)
            .allMatch(id -> shared(id).stream().anyMatch(each -> !each.equals(id)));
  }

  private List<Fact> facts(ReferralId id) {
    return history.trusted().referrals().read(id).orElseThrow().facts();
  }

  private boolean appealed(ReferralId id) {
    return facts(id).stream().anyMatch(Fact.Appealed.class::isInstance);
  }

  /// With whom a referral shares the hire, itself among them.
  private List<ReferralId> shared(ReferralId id) {
    return Division.among(facts(id))
        .map(division -> division.parts().stream().map(part -> part.referral()).toList())
        .orElse(List.of());
  }

  private static boolean isAbout(Fact fact, Story.Said said) {
    return report(fact).filter(it -> it.employee().equals(said.hrNumber())).isPresent();
  }

  private static boolean isOf(Fact fact, Story.Said said) {
    return report(fact).filter(it -> it.stamp().eventId().equals(said.id())).isPresent();
  }

  private static Optional<Report> report(Fact fact) {
    return switch (fact) {
      case Fact.Reported(_, var report) -> Optional.of(report);
      case Fact.Appealed(_, _, var hired) -> Optional.of(hired);
      default -> Optional.empty();
    };
  }

  /// A hire by address ends the waiting of every referral of that person that was there when it
  /// came, whoever gets it.
  private boolean mustMeet(Referral referral, Story.Said said, Instant heard) {
    var it = referral.particulars();
    var hired = story.start().plusSeconds(said.occurredAt());
    return said.kind() == 0
        && said.person() >= 0
        && said.label() < 0
        && it.person()
            .equals(history.trusted().seals().person(story.candidate(said.person()).email()))
        && it.invitedAt().isBefore(heard)
        && it.submittedAt().isBefore(hired)
        && canBeFound(referral, hired, heard);
  }

  /// Whether a hire still counts for a referral, and finds it: once a referral counts no more, its
  /// referrer may refer the same candidate anew, who is then found by that.
  private boolean canBeFound(Referral referral, Instant hired, Instant heard) {
    var it = referral.particulars();
    return it.submittedAt().isAfter(hired.minus(COUNTS))
        && it.submittedAt().isAfter(heard.minus(FOUND))
        && history.store().everyReferral().stream()
            .map(id -> history.trusted().referrals().find(id).orElseThrow().referral())
            .map(Referral::particulars)
            .noneMatch(other ->
                other.submittedAt().isAfter(it.submittedAt().plus(COUNTS))
                    && other.submittedAt().isBefore(heard)
                    && other.person().equals(it.person())
                    && other.referrer().equals(it.referrer())
                    && other.vacancy().equals(it.vacancy()));
  }

  /// What nobody can be matched with goes after 30 days; a hire that is reported later than that
  /// after another word about it finds that word gone.
  private boolean wasForgotten(ReferralId id, Story.Said said, Instant heard) {
    return history.trusted().referrals().read(id).orElseThrow().facts().stream()
        .filter(fact -> isAbout(fact, said))
        .map(Fact::at)
        .min(Instant::compareTo)
        .filter(linked -> linked.isAfter(heard.plus(Duration.ofDays(30))))
        .isPresent();
  }

  /// The states of whoever was hired, among which reports choose.
  private static final Set<StateName> EMPLOYED =
      EnumSet.of(
          StateName.HIRED,
          StateName.PROBATION,
          StateName.COMPLETED,
          StateName.LEFT,
          StateName.HIRE_CANCELLED,
          StateName.HELD,
          StateName.NOT_ELIGIBLE);

  /// The states that may follow each other, from the design's list; a report may come to any
  /// employed one, and revive it.
  private static final Map<StateName, Set<StateName>> LEGAL = legal();

  /// The referrer left after a payment: the referral bears the name of an end, and lives on.
  private static boolean isPaidButNotEligible(Snapshot found) {
    return found.referral() instanceof Referral.Employed
        && StateName.of(found.referral()) == StateName.NOT_ELIGIBLE;
  }

  private static Map<StateName, Set<StateName>> legal() {
    var hire = EMPLOYED;
    var legal = new EnumMap<StateName, Set<StateName>>(StateName.class);
    var open = EnumSet.copyOf(hire);
    open.addAll(EnumSet.of(StateName.WITHDRAWN, StateName.ALREADY_KNOWN));
    legal.put(
        StateName.INVITED,
        plus(
            open,
            StateName.SCREENING,
            StateName.HIRING,
            StateName.DECLINED,
            StateName.REJECTED,
            StateName.EXPIRED));
    legal.put(
        StateName.SCREENING, plus(open, StateName.HIRING, StateName.REJECTED, StateName.LAPSED));
    legal.put(StateName.HIRING, plus(open, StateName.REJECTED, StateName.LAPSED));
    for (var employed : hire) {
      legal.put(employed, hire);
    }
    legal.put(StateName.NOT_ELIGIBLE, EnumSet.of(StateName.HELD));
    legal.put(StateName.ALREADY_KNOWN, EnumSet.of(StateName.HELD));
    for (var ended :
        List.of(StateName.DECLINED, StateName.REJECTED, StateName.EXPIRED, StateName.LAPSED)) {
      legal.put(ended, EnumSet.of(StateName.HELD, StateName.NOT_ELIGIBLE));
    }
    return legal;
  }

  private static Set<StateName> plus(Set<StateName> some, StateName... more) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }
}
