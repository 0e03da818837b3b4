package io.referralflow.aws.fault;

import io.referralflow.aws.fault.Beside.Call;
import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.PersonKey;
import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.Saying;
import io.referralflow.fake.FakeIds;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.fake.Stores;
import io.referralflow.figures.ActionReport;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.hire.Stamp;
import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.message.ProgrammeNotice.TermsChanged;
import io.referralflow.message.ProgrammeNotice.TermsRound;
import io.referralflow.payout.PayrollField;
import io.referralflow.payout.PayrollTarget;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.ItemId;
import io.referralflow.points.Order;
import io.referralflow.points.OrderId;
import io.referralflow.points.PointsEntry;
import io.referralflow.points.PointsFixtures;
import io.referralflow.port.Brake;
import io.referralflow.port.Change;
import io.referralflow.port.Companion;
import io.referralflow.port.Directory;
import io.referralflow.port.Entries;
import io.referralflow.port.Failures;
import io.referralflow.port.OperationId;
import io.referralflow.port.Operations;
import io.referralflow.port.Outbox.Claimed;
import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.port.Points.Draw;
import io.referralflow.port.Post;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.ProgrammeFixtures;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.RandomLife;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.reward.RewardKind;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Consequences;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Calls on every method of every port of storage, chosen by a seed, in a small company: so small
/// that they meet each other's rows all the time. They know what memory holds, so that most make
/// sense; some are too late, too early or about somebody unknown.
final class RandomCalls {

  /// How many referrals are at hand at once; the oldest is left alone when another is made.
  private static final int REFERRALS = 12;

  private static final List<Caller> PEOPLE =
      List.of(People.EMMA, People.JORIS, People.RUBEN, People.FATIMA, People.PETRA);
  private static final List<VacancyId> VACANCIES =
      List.of(Programme.JAVA_ENGINEER, Programme.DATA_ENGINEER, new VacancyId("service-desk"));

  private final InMemoryWorld memory;
  private final Random random;
  private final TreeMap<String, Supplier<Call>> makers = new TreeMap<>();
  private final List<ReferralId> referrals = new ArrayList<>();
  private final List<Snapshot> stale = new ArrayList<>();
  private final List<Claimed> claims = new ArrayList<>();
  private final List<Post.Claimed> postClaims = new ArrayList<>();
  private final List<HrEvent> events = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private int numbers;
  private int orders;

  RandomCalls(InMemoryWorld memory, long seed) {
    this.memory = memory;
    random = new Random(seed);
    aboutReferrals();
    aboutMails();
    aboutThePost();
    aboutPeople();
    aboutReports();
    aboutTheProgramme();
    aboutPoints();
  }

  /// The methods that it calls.
  List<String> ports() {
    return List.copyOf(makers.keySet());
  }

  /// A call of any method; those that write referrals come more often than others.
  Call next() {
    var all = ports();
    return random.nextInt(4) == 0
        ? next("Referrals.commit")
        : next(all.get(random.nextInt(all.size())));
  }

  /// A call of one method.
  Call next(String port) {
    now = now.plus(Duration.ofMinutes(random.nextInt(1, 600)));
    var maker = makers.get(port);
    if (maker == null) {
      throw new IllegalArgumentException("No call of " + port + " is known");
    }
    return maker.get();
  }

  private void add(String port, Supplier<Call> maker) {
    makers.put(port, maker);
  }

  private static Call call(String port, Object told, Function<Stores, @Nullable Object> asked) {
    return new Call(port, port + " " + told, asked);
  }

  private static Call doing(String port, Object told, java.util.function.Consumer<Stores> asked) {
    return call(
        port,
        told,
        stores -> {
          asked.accept(stores);
          return "done";
        });
  }

  // Referrals

  private void aboutReferrals() {
    add(
        "Referrals.nextReceiptNumber",
        () -> call("Referrals.nextReceiptNumber", "", s -> s.referrals().nextReceiptNumber()));
    add(
        "Referrals.find",
        () -> {
          var id = referral();
          return call("Referrals.find", id, s -> s.referrals().find(id));
        });
    add(
        "Referrals.findAll",
        () -> {
          var ids = some();
          return call("Referrals.findAll", ids, s -> s.referrals().findAll(ids));
        });
    add(
        "Referrals.read",
        () -> {
          var id = referral();
          return call("Referrals.read", id, s -> s.referrals().read(id));
        });
    add(
        "Referrals.commit",
        () -> {
          var change = change();
          return call("Referrals.commit", change, s -> s.referrals().commit(change));
        });
    add(
        "Backgrounds.candidacies",
        () -> {
          var referred = memory.persons().find(personKey()).referrals();
          return call(
              "Backgrounds.candidacies", referred, s -> s.backgrounds().candidacies(referred));
        });
    add(
        "Programmes.offer",
        () -> {
          var id = vacancy();
          return call("Programmes.offer", id, s -> s.programmes().offer(id, now));
        });
    add(
        "Chronicles.read",
        () -> {
          var id = referral();
          return call("Chronicles.read", id, s -> s.chronicles().read(id));
        });
    add(
        "Referrals.ownedBy",
        () -> {
          var who = person().id();
          return pages("Referrals.ownedBy", (s, page) -> s.referrals().ownedBy(who, page));
        });
    add(
        "Referrals.worklist",
        () -> pages("Referrals.worklist", (s, page) -> s.referrals().worklist(page)));
    add("Referrals.held", () -> call("Referrals.held", "", s -> Set.copyOf(s.referrals().held())));
    add(
        "Referrals.payouts",
        () -> {
          var state = oneOf(List.of(PayoutState.values()));
          return pages("Referrals.payouts", (s, page) -> s.referrals().payouts(state, page));
        });
    add(
        "Referrals.promisedIn",
        () -> {
          var month = YearMonth.of(2026, random.nextInt(3, 8));
          return call(
              "Referrals.promisedIn", month, s -> Set.copyOf(s.referrals().promisedIn(month)));
        });
    add(
        "Referrals.promisedBy",
        () -> {
          var day = LocalDate.of(2026, random.nextInt(3, 8), random.nextInt(1, 29));
          return call("Referrals.promisedBy", day, s -> Set.copyOf(s.referrals().promisedBy(day)));
        });
    add(
        "Referrals.toErase",
        () -> {
          var by = soon();
          return call("Referrals.toErase", by, s -> s.referrals().toErase(by, 5_000));
        });
    add(
        "Referrals.erasedBetween",
        () -> {
          var from = soon();
          return call(
              "Referrals.erasedBetween",
              from,
              s -> Set.copyOf(s.referrals().erasedBetween(from, from.plus(Duration.ofDays(60)))));
        });
    add(
        "Referrals.wasHandedOver",
        () -> {
          var id = referral();
          var instalment = random.nextInt(1, 3);
          return call(
              "Referrals.wasHandedOver",
              List.of(id, instalment),
              s -> s.referrals().wasHandedOver(id, instalment));
        });
    add(
        "Waits.park",
        () -> {
          var id = referral();
          var leg = leg(id);
          var wakeAt = soon();
          return call(
              "Waits.park", id, s -> s.waits().park(id, leg, "screening", "token-" + leg, wakeAt));
        });
    add(
        "Waits.postpone",
        () -> {
          var id = referral();
          var leg = leg(id);
          var wakeAt = soon();
          return call("Waits.postpone", id, s -> s.waits().postpone(id, leg, wakeAt));
        });
    add(
        "Waits.find",
        () -> {
          var id = referral();
          return call("Waits.find", id, s -> s.waits().find(id));
        });
    add(
        "Waits.remove",
        () -> {
          var id = referral();
          var leg = leg(id);
          return doing("Waits.remove", id, s -> s.waits().remove(id, leg));
        });
    add(
        "Waits.overdue",
        () -> {
          var at = soon();
          return call("Waits.overdue", at, s -> s.waits().overdue(at, 5_000));
        });
    add(
        "Candidates.find",
        () -> {
          var id = referral();
          return call("Candidates.find", id, s -> s.candidates().find(id));
        });
    add(
        "Candidates.findAll",
        () -> {
          var ids = some();
          return call("Candidates.findAll", ids, s -> s.candidates().findAll(ids));
        });
    add(
        "Backgrounds.of",
        () -> {
          var id = referral();
          var who = person().id();
          var vacancy = vacancy();
          return call("Backgrounds.of", id, s -> s.backgrounds().of(id, who, vacancy));
        });
    add(
        "Operations.find",
        () -> {
          var who = person().id();
          var key = "key-" + random.nextInt(6);
          return call("Operations.find", key, s -> s.operations().find(who, key));
        });
  }

  private Change change() {
    var again = random.nextInt(12);
    if (again == 0 && !changes.isEmpty()) {
      return changes.get(random.nextInt(changes.size()));
    }
    var change = again < 4 || referrals.isEmpty() ? submission() : step();
    changes.add(change);
    if (changes.size() > 30) {
      changes.removeFirst();
    }
    return change;
  }

  private Change submission() {
    var id = FakeIds.referral(++numbers);
    referrals.add(id);
    if (referrals.size() > REFERRALS) {
      referrals.removeFirst();
    }
    var who = person();
    var particulars =
        new Particulars(
            id,
            who.id(),
            personKey(),
            vacancy(),
            numbers,
            now,
            random.nextBoolean() ? FactFixtures.terms() : PointsFixtures.terms());
    var companions = new ArrayList<Companion>();
    if (random.nextBoolean()) {
      companions.add(new Companion.CandidateStored(candidate()));
    }
    if (random.nextBoolean()) {
      companions.add(new Companion.EmployeeStored(who.employee()));
    }
    if (random.nextInt(3) > 0) {
      companions.add(
          new Companion.PersonReferred(
              random.nextInt(3) == 0 ? Optional.of(referral()) : Optional.empty()));
    }
    var other = person().id();
    if (!other.equals(who.id())) {
      companions.add(
          new Companion.NotReferredAs(
              other, random.nextBoolean() ? Optional.of(referral()) : Optional.empty()));
    }
    if (random.nextBoolean()) {
      companions.add(new Companion.ProgrammeListed());
    }
    if (random.nextInt(3) == 0) {
      companions.add(
          new Companion.OperationAnswered(
              new Operations.Answer(
                  who.id(), "key-" + random.nextInt(6), "1.body", id, numbers, now, 1)));
    }
    return random.nextInt(4) == 0
        ? broughtIn(particulars, companions)
        : Consequences.ofSubmission(
            new OperationId("submit " + numbers), new Fact.Submitted(now, particulars), companions);
  }

  /// It began before, and comes in with what happened since, at most with all its first day paid.
  private Change broughtIn(Particulars particulars, List<Companion> companions) {
    var by = People.PETRA.id();
    var today = LocalDate.ofInstant(now, particulars.terms().zone());
    var hire =
        new Report.Hired(
            ReportFixtures.HR_NUMBER, new Stamp(now, "import:" + numbers), today, Optional.empty());
    var all =
        new ArrayList<Fact>(
            List.of(
                new Fact.Submitted(now, particulars),
                new Fact.Accepted(now, Feedback.NOTHING, Keep.PROCEDURE),
                new Fact.Advanced(now, by),
                new Fact.Reported(now, hire),
                new Fact.Released(now, 1, today, today.plusDays(30)),
                new Fact.Paid(now, 1, today, by)));
    if (particulars.terms().equals(PointsFixtures.terms())) {
      all.add(new Fact.Released(now, 2, today, today.plusDays(30)));
      all.add(new Fact.Paid(now, 2, today, PointsEntry.ACCOUNT));
    }
    var facts = all.subList(0, random.nextInt(1, all.size() + 1));
    if (facts.size() > 3 && random.nextBoolean()) {
      companions.add(new Companion.HireLinked(hire.employee()));
    }
    return Consequences.ofImport(
        new OperationId("import " + numbers),
        now,
        facts,
        random.nextBoolean() ? Optional.of(LetterKind.IMPORTED) : Optional.empty(),
        companions);
  }

  private Change step() {
    var found = memory.referrals().find(referral());
    var known = random.nextInt(8) == 0 && !stale.isEmpty() ? Optional.of(oneOf(stale)) : found;
    if (known.isEmpty()) {
      return submission();
    }
    var before = known.get();
    stale.add(before);
    if (stale.size() > 20) {
      stale.removeFirst();
    }
    var fact = RandomLife.next(before.referral(), now, random);
    return Consequences.of(
        before,
        new OperationId("step " + before.referral().id().value() + " " + ++numbers),
        now,
        fact.stream().toList(),
        fact.map(this::companions).orElse(List.of()),
        fact.isEmpty());
  }

  private List<Companion> companions(Fact fact) {
    var companions = new ArrayList<Companion>();
    if (fact instanceof Fact.Reported(_, var report) && random.nextBoolean()) {
      if (random.nextBoolean()) {
        companions.add(new Companion.HireLinked(report.employee()));
      }
      if (!events.isEmpty()) {
        var event = oneOf(events);
        companions.add(new Companion.ReportApplied(event.report().employee(), event.id()));
      }
    }
    if (fact instanceof Fact.Erased) {
      companions.add(new Companion.CandidateDeleted());
    }
    return companions;
  }

  // Mails of the programme

  private void aboutThePost() {
    add(
        "Post.add",
        () -> {
          var notice = posted();
          var at = now;
          return doing("Post.add", notice, s -> s.post().add(notice, at));
        });
    add(
        "Post.claim",
        () -> {
          var notice = posted();
          var at = now;
          memory.posted().stream()
              .filter(stored -> stored.notice().equals(notice))
              .filter(stored -> stored.state() == MailState.READY && !stored.dueAt().isAfter(at))
              .map(stored -> new Post.Claimed(notice, stored.attempt() + 1))
              .forEach(postClaims::add);
          return call(
              "Post.claim", notice, s -> s.post().claim(notice.id(), at, at.plusSeconds(300)));
        });
    add(
        "Post.sent",
        () -> {
          var claimed = postClaim();
          var at = now;
          return doing("Post.sent", claimed, s -> s.post().sent(claimed, "mail", at));
        });
    add(
        "Post.dropped",
        () -> {
          var claimed = postClaim();
          var at = now;
          return doing("Post.dropped", claimed, s -> s.post().dropped(claimed, "late", at));
        });
    add(
        "Post.putBack",
        () -> {
          var claimed = postClaim();
          var next = soon();
          return doing("Post.putBack", claimed, s -> s.post().putBack(claimed, next));
        });
    add(
        "Post.gaveUp",
        () -> {
          var claimed = postClaim();
          var at = now;
          return doing("Post.gaveUp", claimed, s -> s.post().gaveUp(claimed, "refused", at));
        });
    add(
        "Post.overdue",
        () -> {
          var at = soon();
          return call("Post.overdue", at, s -> s.post().overdue(at, 5_000));
        });
    add(
        "Post.announcement",
        () -> {
          var version = random.nextInt(2, 4);
          return call("Post.announcement", version, s -> s.post().announcement(version));
        });
    add(
        "Post.nudge",
        () -> {
          var late = memory.post().overdue(soon(), 300);
          if (late.isEmpty()) {
            return next("Post.overdue");
          }
          var overdue = oneOf(late);
          var next = soon();
          return doing("Post.nudge", overdue, s -> s.post().nudge(overdue, next));
        });
  }

  private ProgrammeNotice posted() {
    if (random.nextBoolean()) {
      var version = random.nextInt(2, 4);
      return random.nextInt(10) == 0
          ? TermsRound.first(version, oneOf(List.of(TermsRound.Readers.values())))
          : new TermsChanged(
              version, Optional.of(new HrNumber("HR-" + random.nextInt(1_000))), Optional.empty());
    }
    var action = new ProgrammeId(oneOf(List.of("spring", "autumn")));
    return new ProgrammeNotice.ActionEnded(
        action, LocalDate.of(2026, random.nextInt(3, 8), random.nextInt(1, 29)));
  }

  /// A claim that was made, now or long ago.
  private Post.Claimed postClaim() {
    return postClaims.isEmpty() ? new Post.Claimed(posted(), 1) : oneOf(postClaims);
  }

  // Points

  /// One account pays, or seldom two, of which the second may have too little.
  private List<Draw> draws(Caller who, int price) {
    var number = EmployeeId.ofHrNumber("HR-" + random.nextInt(3));
    var part = random.nextInt(5) == 0 ? price / 2 : 0;
    return part == 0
        ? List.of(new Draw(who.id(), price))
        : List.of(new Draw(who.id(), price - part), new Draw(number, part));
  }

  private void aboutPoints() {
    add(
        "Points.balance",
        () -> {
          var who = person().id();
          return call("Points.balance", who, s -> s.points().balance(who));
        });
    add(
        "Points.entries",
        () -> {
          var who = person().id();
          return pages("Points.entries", (s, page) -> s.points().entries(who, page));
        });
    add("Points.catalogue", () -> call("Points.catalogue", "", s -> s.points().catalogue()));
    add(
        "Points.item",
        () -> {
          var id = item();
          return call("Points.item", id, s -> s.points().item(id));
        });
    add(
        "Points.save",
        () -> {
          var content =
              PointsFixtures.content(
                  oneOf(List.of(RewardKind.TRAINING_BUDGET, RewardKind.CHARITY)),
                  random.nextInt(1, 60),
                  random.nextBoolean() ? Optional.of(random.nextInt(4)) : Optional.empty());
          var id = item();
          var item =
              memory
                  .points()
                  .item(id)
                  .filter(_ -> random.nextInt(6) > 0)
                  .map(known -> known.with(content))
                  .orElseGet(() -> CatalogueItem.made(id, content));
          var by = person().id();
          var at = now;
          return call("Points.save", item, s -> s.points().save(item, by, at));
        });
    add(
        "Points.order",
        () -> {
          var id = order();
          return call("Points.order", id, s -> s.points().order(id));
        });
    add(
        "Points.placed",
        () -> {
          var who = person().id();
          var key = "order-" + random.nextInt(6);
          return call("Points.placed", key, s -> s.points().placed(who, key));
        });
    add(
        "Points.place",
        () -> {
          var found = memory.points().item(item());
          if (found.isEmpty()) {
            return next("Points.save");
          }
          var who = person();
          var item = found.get();
          var order =
              new Order.Placed(
                  new OrderId(FakeIds.referral(++orders).value()),
                  who.id(),
                  new Order.Ordered(
                      item.id(),
                      item.version(),
                      item.content().title(),
                      item.content().price(),
                      item.content().kind(),
                      Optional.empty()),
                  now);
          var key = "order-" + random.nextInt(40);
          var draws = draws(who, item.content().price());
          return call(
              "Points.place",
              List.of(order, draws),
              s -> s.points().place(order, draws, key, who.employee()));
        });
    add(
        "Points.end",
        () -> {
          var found = memory.points().order(order());
          if (found.isEmpty()) {
            return next("Points.place");
          }
          var placed = found.get().placed();
          var by = person().id();
          Order.Ended ended =
              random.nextBoolean() ? placed.deliver(by, now) : placed.cancel(by, "Gone.", now);
          return call("Points.end", ended, s -> s.points().end(ended));
        });
    add(
        "Points.ordersOf",
        () -> {
          var who = person().id();
          return pages("Points.ordersOf", (s, page) -> s.points().ordersOf(who, page));
        });
    add(
        "Points.openOrders",
        () -> pages("Points.openOrders", (s, page) -> s.points().openOrders(page)));
    add(
        "Points.correct",
        () -> {
          var change = random.nextInt(-40, 200);
          var correction =
              new Points.Correction(
                  person().id(),
                  new PointsEntry.Corrected(
                      People.PETRA.id(),
                      "correction-" + random.nextInt(60),
                      now,
                      change == 0 ? 1 : change,
                      "Put right."));
          return call("Points.correct", correction, s -> s.points().correct(correction));
        });
  }

  private ItemId item() {
    return oneOf(List.of(PointsFixtures.COURSE, new ItemId("charity")));
  }

  private OrderId order() {
    var placed =
        memory.points().ordersOf(person().id(), new Page.Request(5, Optional.empty())).items();
    return placed.isEmpty() || random.nextInt(10) == 0
        ? new OrderId(FakeIds.referral(orders + 1).value())
        : oneOf(placed).id();
  }

  // Mails

  private void aboutMails() {
    add(
        "Outbox.add",
        () -> {
          var found =
              IntStream.range(0, 8)
                  .mapToObj(_ -> memory.referrals().find(referral()))
                  .flatMap(Optional::stream)
                  .findFirst();
          if (found.isEmpty()) {
            return next("Outbox.claim");
          }
          var particulars = found.get().referral().particulars();
          var at = now;
          var instalment = random.nextInt(1, 3);
          var near =
              new Notice(
                  900_000_000L + instalment,
                  LetterKind.PROMISE_NEAR,
                  OptionalInt.of(instalment),
                  at);
          return doing("Outbox.add", near, s -> s.outbox().add(particulars, near, at));
        });
    add(
        "Outbox.claim",
        () -> {
          var id = referral();
          var number = number(id);
          var at = now;
          memory.notices(id).stream()
              .filter(stored -> stored.notice().number() == number)
              .filter(stored -> stored.state() == MailState.READY && !stored.dueAt().isAfter(at))
              .forEach(stored ->
                  keep(claimed(id, stored.notice(), stored.attempt() + 1, stored.copy())));
          return call(
              "Outbox.claim",
              id + " " + number,
              s -> s.outbox().claim(id, number, at, at.plusSeconds(300)));
        });
    add(
        "Outbox.sent",
        () -> {
          var claimed = claim();
          var at = now;
          return doing("Outbox.sent", claimed, s -> s.outbox().sent(claimed, "mail", at));
        });
    add(
        "Outbox.dropped",
        () -> {
          var claimed = claim();
          var at = now;
          return doing("Outbox.dropped", claimed, s -> s.outbox().dropped(claimed, "late", at));
        });
    add(
        "Outbox.putBack",
        () -> {
          var claimed = claim();
          var next = soon();
          return doing("Outbox.putBack", claimed, s -> s.outbox().putBack(claimed, next));
        });
    add(
        "Outbox.gaveUp",
        () -> {
          var claimed = claim();
          var at = now;
          return doing("Outbox.gaveUp", claimed, s -> s.outbox().gaveUp(claimed, "refused", at));
        });
    add(
        "Outbox.overdue",
        () -> {
          var at = soon();
          return call("Outbox.overdue", at, s -> s.outbox().overdue(at, 5_000));
        });
    add(
        "Outbox.nudge",
        () -> {
          var late = memory.outbox().overdue(soon(), 300);
          if (late.isEmpty()) {
            return next("Outbox.overdue");
          }
          var overdue = oneOf(late);
          var next = soon();
          return doing("Outbox.nudge", overdue, s -> s.outbox().nudge(overdue, next));
        });
    add(
        "Outbox.suspect",
        () -> {
          var late = memory.outbox().overdue(soon(), 300);
          if (late.isEmpty()) {
            return next("Outbox.overdue");
          }
          var overdue = oneOf(late);
          var copyAt = soon();
          var at = now;
          return doing("Outbox.suspect", overdue, s -> s.outbox().suspect(overdue, copyAt, at));
        });
    add(
        "Failures.add",
        () -> {
          var failure =
              new Failures.Failure(
                  "failure-" + random.nextInt(40),
                  Failures.Kind.EVENT,
                  "broken " + random.nextInt(3),
                  now,
                  Optional.of("event"));
          return doing("Failures.add", failure, s -> s.failures().add(failure));
        });
    add("Failures.list", () -> pages("Failures.list", (s, page) -> s.failures().list(page)));
  }

  private void keep(Claimed claimed) {
    claims.add(claimed);
    if (claims.size() > 10) {
      claims.removeFirst();
    }
  }

  private Claimed claim() {
    if (!claims.isEmpty()) {
      return oneOf(claims);
    }
    var id = referral();
    return claimed(id, new Notice(1, LetterKind.INVITATION, OptionalInt.empty(), now), 1, false);
  }

  private Claimed claimed(ReferralId id, Notice notice, int attempt, boolean copy) {
    var particulars = memory.referrals().find(id).map(found -> found.referral().particulars());
    return new Claimed(
        id,
        particulars.map(Particulars::referrer).orElse(People.EMMA.id()),
        particulars.map(Particulars::vacancy).orElse(Programme.JAVA_ENGINEER),
        notice,
        attempt,
        copy);
  }

  private long number(ReferralId id) {
    var last = memory.referrals().find(id).map(Snapshot::lastNotice).orElse(0L);
    return random.nextLong(1, last + 2);
  }

  // People

  private void aboutPeople() {
    add(
        "Employees.find",
        () -> {
          var id = person().id();
          return call("Employees.find", id, s -> s.employees().find(id));
        });
    add(
        "Employees.findAll",
        () -> {
          var ids = PEOPLE.stream().filter(_ -> random.nextBoolean()).map(Caller::id).toList();
          return call("Employees.findAll", ids, s -> s.employees().findAll(ids));
        });
    add(
        "Employees.save",
        () -> {
          var employee = person().employee();
          return doing("Employees.save", employee, s -> s.employees().save(employee));
        });
    add(
        "Directory.find",
        () -> {
          var number = hrNumber();
          return call("Directory.find", number, s -> s.directory().find(number));
        });
    add(
        "Directory.findAll",
        () -> {
          var numbers = List.of(hrNumber(), hrNumber(), hrNumber());
          return call("Directory.findAll", numbers, s -> s.directory().findAll(numbers));
        });
    add(
        "Directory.at",
        () -> {
          var key = personKey();
          return call("Directory.at", key, s -> s.directory().at(key));
        });
    add("Directory.list", () -> pages("Directory.list", (s, page) -> s.directory().list(page)));
    add(
        "Directory.invited",
        () -> pages("Directory.invited", (s, page) -> s.directory().invited(page)));
    add(
        "Directory.save",
        () -> {
          var change = colleague(hrNumber());
          var heard =
              random.nextBoolean()
                  ? Optional.of(
                      new Directory.Heard(
                          "directory", "said-" + random.nextInt(50), "hash-" + random.nextInt(2)))
                  : Optional.<Directory.Heard>empty();
          return call("Directory.save", change, s -> s.directory().save(change, heard));
        });
    add(
        "Directory.saveAll",
        () -> {
          var changes =
              Stream.generate(this::hrNumber).limit(3).distinct().map(this::colleague).toList();
          return call("Directory.saveAll", changes, s -> s.directory().saveAll(changes));
        });
    add(
        "PayrollTargets.find",
        () -> {
          var name = "target-" + random.nextInt(3);
          return call("PayrollTargets.find", name, s -> s.payrollTargets().find(name));
        });
    add(
        "PayrollTargets.save",
        () -> {
          var column =
              new PayrollTarget.Column(
                  "Column " + random.nextInt(5), PayrollField.AMOUNT, Optional.empty());
          var target = new PayrollTarget("target-" + random.nextInt(3), List.of(column));
          var by = person().id();
          var at = now;
          return doing("PayrollTargets.save", target, s -> s.payrollTargets().save(target, by, at));
        });
    add(
        "Referrals.recognition",
        () -> {
          var id = referral();
          return call("Referrals.recognition", id, s -> s.referrals().recognition(id));
        });
    add(
        "Referrals.unrecognised",
        () -> {
          var day = LocalDate.parse("2026-03-01").plusDays(random.nextInt(400));
          return call(
              "Referrals.unrecognised", day, s -> Set.copyOf(s.referrals().unrecognised(day)));
        });
    add(
        "Referrals.recognise",
        () -> {
          var fresh =
              Recognition.prepared(
                  referral(), now, LocalDate.parse("2026-03-01").plusDays(random.nextInt(400)));
          var deed = random.nextBoolean() ? Recognition.Deed.THANKS : Recognition.Deed.MENTION;
          var next =
              random.nextBoolean()
                  ? fresh
                  : fresh.done(deed, new Recognition.Mark(now, person().id().value()));
          return call("Referrals.recognise", next, s -> s.referrals().recognise(next));
        });
    add(
        "Referrals.promised",
        () -> {
          var state = oneOf(List.of(PayoutState.values()));
          var from = LocalDate.parse("2026-03-01").plusDays(random.nextInt(400));
          var to = from.plusDays(random.nextInt(60));
          return call("Referrals.promised", from, s -> s.referrals().promised(state, from, to));
        });
    add(
        "Persons.find",
        () -> {
          var key = personKey();
          return call("Persons.find", key, s -> s.persons().find(key));
        });
    add(
        "Persons.referred",
        () -> pages("Persons.referred", (s, page) -> s.persons().referred(page)));
    add(
        "Persons.forgetExpired",
        () -> {
          var at = now.plus(Duration.ofDays(random.nextInt(0, 40)));
          return call("Persons.forgetExpired", at, s -> s.persons().forgetExpired(at, 500));
        });
    add("Brake.standing", () -> call("Brake.standing", "", s -> s.brake().standing()));
    add(
        "Brake.pull",
        () -> {
          var pull =
              new Brake.Pull(
                  Brake.Cause.OPERATOR,
                  Optional.empty(),
                  Optional.of(person().id()),
                  "Reason " + random.nextInt(3),
                  now);
          return call("Brake.pull", pull, s -> s.brake().pull(pull));
        });
    add(
        "Brake.thaw",
        () -> {
          var thaw = new Brake.Thaw(person().id(), "Answered.", now);
          var seen =
              random.nextInt(3) == 0
                  ? Optional.of(memory.brake().standing().version() - random.nextInt(2))
                  : Optional.<Long>empty();
          return call("Brake.thaw", thaw, s -> s.brake().thaw(thaw, seen));
        });
    add("Brake.changes", () -> pages("Brake.changes", (s, page) -> s.brake().changes(page)));
    add(
        "Entries.enter",
        () -> {
          var entry =
              new Entries.Entry(
                  event("entry-" + random.nextInt(30)),
                  Optional.of(personKey()),
                  "{}",
                  person().id(),
                  now,
                  Optional.empty());
          return call("Entries.enter", entry, s -> s.entries().enter(entry));
        });
    add(
        "Entries.find",
        () -> {
          var id = "entry-" + random.nextInt(30);
          return call("Entries.find", id, s -> s.entries().find(id));
        });
    add(
        "Entries.agree",
        () -> {
          var id = "entry-" + random.nextInt(30);
          var by = person().id();
          return call("Entries.agree", id, s -> s.entries().agree(id, by));
        });
    add(
        "Entries.forgetPending",
        () -> {
          var before = now.minus(Duration.ofHours(random.nextInt(0, 144)));
          return call("Entries.forgetPending", before, s -> s.entries().forgetPending(before, 500));
        });
    add("Entries.pending", () -> pages("Entries.pending", (s, page) -> s.entries().pending(page)));
  }

  /// Something new that is said of a colleague; now and then of one as they were before.
  private Directory.Change colleague(HrNumber number) {
    var known = memory.directory().find(number).orElseGet(() -> Colleague.unheardOf(number));
    var before =
        random.nextInt(5) == 0
            ? new Colleague(number, known.details(), Math.max(0, known.version() - 1))
            : known;
    var said = new HashMap<Detail, Optional<String>>();
    said.put(Detail.TEAM, Optional.of("Team " + random.nextInt(5)));
    if (random.nextBoolean()) {
      said.put(
          Detail.EMAIL,
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of("colleague" + random.nextInt(5) + "@example.org"));
    }
    var after = before.with(new Saying(new Stamp(now, "said-" + ++numbers), said));
    return Directory.Change.of(before, after, new FakeSeals());
  }

  // Reports

  private void aboutReports() {
    add(
        "HrReports.receive",
        () -> {
          var known = random.nextInt(5) == 0 && !events.isEmpty();
          var event = known ? oneOf(events) : event("event-" + ++numbers);
          if (!known) {
            events.add(event);
            if (events.size() > 20) {
              events.removeFirst();
            }
          }
          var person =
              random.nextBoolean() ? Optional.of(personKey()) : Optional.<PersonKey>empty();
          var at = now;
          return call("HrReports.receive", event, s -> s.hrReports().receive(event, person, at));
        });
    add(
        "HrReports.hear",
        () -> {
          var event = applicationEvent("heard-" + random.nextInt(100));
          var person =
              random.nextBoolean() ? Optional.of(personKey()) : Optional.<PersonKey>empty();
          var at = now;
          return call("HrReports.hear", event, s -> s.hrReports().hear(event, person, at));
        });
    add(
        "HrReports.of",
        () -> {
          var employee = hrNumber();
          return call("HrReports.of", employee, s -> s.hrReports().of(employee));
        });
    add(
        "HrReports.settle",
        () -> {
          var employee = hrNumber();
          var ids =
              memory.hrReports().of(employee).reports().stream()
                  .filter(_ -> random.nextBoolean())
                  .map(stored -> stored.event().id())
                  .toList();
          return doing("HrReports.settle", ids, s -> s.hrReports().settle(employee, ids));
        });
    add(
        "HrReports.unfinished",
        () -> {
          var before = soon();
          return call("HrReports.unfinished", before, s -> s.hrReports().unfinished(before, 500));
        });
    add(
        "HrReports.forgetUnmatched",
        () -> {
          var before = now.minus(Duration.ofHours(random.nextInt(0, 144)));
          return call(
              "HrReports.forgetUnmatched", before, s -> s.hrReports().forgetUnmatched(before, 500));
        });
  }

  private ApplicationEvent applicationEvent(String id) {
    return new ApplicationEvent(
        "hr.example",
        "1.hash-" + random.nextInt(2),
        new Stamp(now.plusSeconds(random.nextInt(-86_400, 86_400)), id),
        Optional.empty(),
        random.nextBoolean() ? Optional.of(new VacancyId("java-engineer")) : Optional.empty(),
        random.nextBoolean()
            ? new ApplicationEvent.Saying.Advanced(new PhaseId("interview"))
            : new ApplicationEvent.Saying.Rejected(oneOf(List.of(RejectionReason.values()))));
  }

  private HrEvent event(String id) {
    var stamp = new Stamp(now.minusSeconds(random.nextInt(86_400)), id);
    var employee = hrNumber();
    var day = LocalDate.parse("2026-05-01").plusDays(random.nextInt(60));
    var report =
        switch (random.nextInt(4)) {
          case 0 -> new Report.StartMoved(employee, stamp, day);
          case 1 -> new Report.Ended(employee, stamp, day);
          default -> new Report.Hired(employee, stamp, day, Optional.empty());
        };
    return new HrEvent(
        "com.example.hr",
        id,
        "1.hash-" + numbers,
        report,
        Optional.of(vacancy()),
        Optional.empty());
  }

  // The programme

  private void aboutTheProgramme() {
    add("Programmes.terms", () -> call("Programmes.terms", now, s -> s.programmes().terms(now)));
    add(
        "Programmes.upcoming",
        () -> call("Programmes.upcoming", now, s -> s.programmes().upcoming(now)));
    add(
        "Programmes.version",
        () -> {
          var version = 1 + random.nextInt(4);
          return call("Programmes.version", version, s -> s.programmes().version(version));
        });
    add(
        "Programmes.publish",
        () -> {
          var content = Programme.terms();
          var version =
              memory
                      .programmes()
                      .upcoming(now)
                      .or(() -> memory.programmes().terms(now))
                      .map(Terms::version)
                      .orElse(0)
                  + random.nextInt(2);
          var terms = terms(content, Math.max(1, version));
          var by = person().id();
          return call("Programmes.publish", version, s -> s.programmes().publish(terms, by));
        });
    add(
        "Programmes.ownTerms",
        () -> {
          var ids =
              Stream.of("action-0", "action-1", "action-2")
                  .filter(_ -> random.nextBoolean())
                  .map(ProgrammeId::new)
                  .toList();
          return call("Programmes.ownTerms", ids, s -> s.programmes().ownTerms(ids, now));
        });
    add(
        "Programmes.ownUpcoming",
        () -> {
          var id = new ProgrammeId("action-" + random.nextInt(3));
          return call("Programmes.ownUpcoming", id, s -> s.programmes().ownUpcoming(id, now));
        });
    add("Programmes.publishOwn", this::ownTermsPublished);
    add("Programmes.ground", () -> call("Programmes.ground", now, s -> s.programmes().ground(now)));
    add(
        "Programmes.settings",
        () -> call("Programmes.settings", "", s -> s.programmes().settings()));
    add(
        "Programmes.vacancy",
        () -> {
          var id = vacancy();
          return call("Programmes.vacancy", id, s -> s.programmes().vacancy(id));
        });
    add(
        "Programmes.said",
        () -> {
          var id = vacancy();
          return call("Programmes.said", id, s -> s.programmes().said(id));
        });
    add(
        "Programmes.hear",
        () -> {
          var id = vacancy();
          var before = memory.programmes().said(id).filter(_ -> random.nextInt(4) > 0);
          var stamp = new Stamp(now, "vacancy-event-" + random.nextInt(60));
          var after =
              new Programmes.Said(
                  new Vacancy(id, "Engineer " + ++numbers, "medior", "Builds.", true),
                  stamp,
                  stamp,
                  new EmployeeId("event:" + numbers),
                  now);
          var event = new Directory.Heard("ats", stamp.eventId(), "hash-" + random.nextInt(2));
          return call("Programmes.hear", after, s -> s.programmes().hear(before, after, event));
        });
    add(
        "Programmes.vacancies",
        () -> {
          var ids = VACANCIES.stream().filter(_ -> random.nextBoolean()).toList();
          return random.nextBoolean()
              ? call("Programmes.vacancies", ids, s -> s.programmes().vacancies(ids))
              : pages("Programmes.vacancies", (s, page) -> s.programmes().vacancies(page));
        });
    add(
        "Programmes.reports",
        () -> {
          var id = new ProgrammeId("action-" + random.nextInt(3));
          return call("Programmes.reports", id, s -> s.programmes().reports(id));
        });
    add(
        "Referrals.ofProgramme",
        () -> {
          var id = random.nextInt(3) > 0 ? ProgrammeId.STANDING : new ProgrammeId("action-1");
          return call("Referrals.ofProgramme", id, s -> Set.copyOf(s.referrals().ofProgramme(id)));
        });
    add(
        "Programmes.portfolio",
        () -> call("Programmes.portfolio", "", s -> s.programmes().portfolio()));
    add(
        "Programmes.save",
        () ->
            switch (random.nextInt(4)) {
              case 0 -> settingsSaved();
              case 1 -> vacancySaved();
              case 2 -> reportSaved();
              default -> portfolioSaved();
            });
  }

  private Call reportSaved() {
    var report =
        new ActionReport(
            new ProgrammeId("action-" + random.nextInt(3)),
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3 + random.nextInt(3), 28),
            now,
            random.nextInt(9),
            1,
            1,
            1,
            0,
            List.of());
    return call("Programmes.save", report, s -> s.programmes().save(report));
  }

  /// Now and then with a version that somebody else stored since.
  private Call portfolioSaved() {
    var known = memory.programmes().portfolio();
    var read = new Portfolio(known.programmes(), Math.max(0, known.version() - random.nextInt(2)));
    var changed =
        ProgrammeFixtures.action(
            "action-" + random.nextInt(3),
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3 + random.nextInt(3), 28));
    var at = now;
    return call(
        "Programmes.save", changed, s -> s.programmes().save(read.with(changed), changed, at));
  }

  /// Now and then with a version that somebody else stored since, or a number that is taken.
  private Call ownTermsPublished() {
    var known = memory.programmes().portfolio();
    var read = new Portfolio(known.programmes(), Math.max(0, known.version() - random.nextInt(2)));
    var programme =
        known
            .find(new ProgrammeId("action-" + random.nextInt(3)))
            .orElse(io.referralflow.programme.Programme.STANDING);
    var newest =
        memory
            .programmes()
            .upcoming(now)
            .or(() -> memory.programmes().terms(now))
            .map(Terms::version)
            .orElse(0);
    var number = Math.max(1, Math.max(newest, known.newestTerms()) + random.nextInt(2));
    var by = person().id();
    var changed = ProgrammeFixtures.promising(programme, number, by);
    var terms = terms(Programme.terms(), number);
    return call(
        "Programmes.publishOwn",
        List.of(changed, number),
        s -> s.programmes().publishOwn(read.with(changed), changed, terms, by));
  }

  private Call settingsSaved() {
    var old = Programme.settings();
    var settings =
        new Settings(
            old.organisation(),
            old.financeEmail(),
            old.zone(),
            Duration.ofDays(random.nextInt(1, 9)),
            old.expiryAfter(),
            old.noticeDelay(),
            old.language());
    var by = person().id();
    var at = now;
    return doing("Programmes.save", settings, s -> s.programmes().save(settings, by, at));
  }

  private Call vacancySaved() {
    var vacancy =
        new Vacancy(
            vacancy(), "Engineer " + random.nextInt(5), "medior", "Builds.", random.nextBoolean());
    var by = person().id();
    var at = now;
    return call("Programmes.save", vacancy, s -> s.programmes().save(vacancy, by, at));
  }

  private Terms terms(PublishTerms.Content content, int version) {
    return new Terms(
        version,
        now,
        content.text(),
        content.levels(),
        content.instalments(),
        content.probationMonths() + random.nextInt(2),
        content.promise(),
        content.eligibilityMonths(),
        content.rules(),
        random.nextBoolean() ? now : now.plus(Duration.ofMinutes(1 + random.nextInt(2_000))));
  }

  // Pieces

  /// A list, read to its end in parts of some size.
  private Call pages(
      String port, java.util.function.BiFunction<Stores, Page.Request, Page<?>> list) {
    var limit = random.nextInt(8) == 0 ? 3 : 100;
    return call(
        port,
        "by " + limit,
        stores -> {
          var all = new ArrayList<Object>();
          Optional<String> cursor = Optional.empty();
          var parts = 0;
          do {
            var page = list.apply(stores, new Page.Request(limit, cursor));
            all.addAll(page.items());
            cursor = page.next();
            parts++;
          } while (cursor.isPresent() && parts < 4);
          return new Page<>(all, cursor);
        });
  }

  private ReferralId referral() {
    return referrals.isEmpty() || random.nextInt(20) == 0
        ? FakeIds.referral(999_999)
        : oneOf(referrals);
  }

  private List<ReferralId> some() {
    return referrals.stream().filter(_ -> random.nextBoolean()).toList();
  }

  private int leg(ReferralId id) {
    return memory.referrals().find(id).map(Snapshot::leg).orElse(1) - random.nextInt(6) / 5;
  }

  private Instant soon() {
    return now.plus(Duration.ofHours(random.nextInt(0, 24 * 10)));
  }

  private Caller person() {
    return oneOf(PEOPLE);
  }

  private PersonKey personKey() {
    return new PersonKey("1.person-" + random.nextInt(5));
  }

  private HrNumber hrNumber() {
    return new HrNumber(random.nextInt(3) == 0 ? "HR-1001" : "HR-" + random.nextInt(6));
  }

  private VacancyId vacancy() {
    return oneOf(VACANCIES);
  }

  private Candidate candidate() {
    return World.candidate("person" + random.nextInt(5) + "@example.org");
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
