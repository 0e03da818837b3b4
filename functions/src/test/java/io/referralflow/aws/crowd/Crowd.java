package io.referralflow.aws.crowd;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeExecutions;
import io.referralflow.fake.FakeIds;
import io.referralflow.fake.FakeMailer;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.Stores;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.payout.ConfirmPayout.Confirmation;
import io.referralflow.port.Seals;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.process.WaitingStep;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.reward.PayoutReference;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.Product;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.staff.Caller;
import io.referralflow.submission.SubmitReferral.Request;
import io.referralflow.submission.SubmitReferral.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One run: sixteen people, events and runs of upkeep at once, on few referrals, so that they are
/// in each other's way all the time. Some referrals are hired and due, some just invited, some are
/// made on the way while their hire is reported in the same moment.
final class Crowd {

  static final int THREADS = 16;

  /// Half of the hired ones, and half of the invited ones, at once.
  private static final int HIRED = 10;

  private static final int INVITED = 14;

  private static final Instant START = World.moment("2026-03-02T09:15");
  private static final Instant FIRST_DUE = World.moment("2026-05-01T09:00");
  private static final Instant SECOND_DUE = World.moment("2026-07-01T09:00");

  private final FakeClock clock = new FakeClock(START);
  private final FakeMailer mailer = new FakeMailer();
  private final FakeExecutions executions = new FakeExecutions();
  private final Seals seals = new FakeSeals();
  private final FakeIds ids = new FakeIds();
  private final Ports ports;
  private final Product product;
  private final Stores quiet;
  private final Runnable disturbance;
  private final Random chance;
  private final List<ReferralId> hired = new ArrayList<>();
  private final List<ReferralId> invited = new ArrayList<>();
  private final Map<Integer, ReferralId> met = new ConcurrentHashMap<>();
  private final Map<ReferralId, Integer> prepared = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Deed> deeds = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger meetings = new AtomicInteger();

  /// @param quiet the stores while the run is prepared and looked at
  /// @param troubled the stores as the threads see them
  /// @param disturbance called before each deed, on its thread: what goes wrong in it
  Crowd(Stores quiet, Stores troubled, long seed, Runnable disturbance) {
    this.quiet = quiet;
    this.disturbance = disturbance;
    this.chance = new Random(seed);
    prepare();
    ports = ports(troubled);
    product = new Product(ports);
  }

  private Ports ports(Stores stores) {
    return Ports.of(stores, seals, ids, Programme.workingDays(), executions, mailer, clock);
  }

  private void prepare() {
    var stores = quiet;
    var calm = new Product(ports(stores));
    var programmes = stores.programmes();
    programmes.save(Programme.settings(), PETRA.id(), START);
    var _ =
        new PublishTerms(programmes, Programme.workingDays(), clock)
            .execute(Programme.terms(), Optional.empty(), PETRA.id());
    for (var vacancy : Programme.vacancies()) {
      var _ = new SaveVacancy(programmes, clock).execute(vacancy, PETRA.id());
    }
    for (var i = 0; i < HIRED; i++) {
      var id = submitted(calm, i % 2 == 0 ? EMMA : JORIS, "hired" + i).orElseThrow();
      var _ = calm.takeInHrEvent.execute(hire("prepared-" + i, "HR-1" + i), person("hired" + i));
      hired.add(id);
    }
    for (var i = 0; i < INVITED; i++) {
      invited.add(submitted(calm, i % 2 == 0 ? EMMA : JORIS, "invited" + i).orElseThrow());
    }
    for (var id : List.copyOf(hired)) {
      prepared.put(id, stores.referrals().read(id).orElseThrow().facts().size());
    }
    for (var id : invited) {
      prepared.put(id, 1);
    }
    clock.set(FIRST_DUE);
  }

  private static Optional<ReferralId> submitted(Product product, Caller who, String name) {
    var candidate = World.candidate(name + "@example.org");
    var submission =
        product.submitReferral.execute(
            new Request(who, Programme.JAVA_ENGINEER, _ -> candidate, Optional.of(name), name));
    return submission instanceof Submission.Accepted accepted
        ? Optional.of(accepted.id())
        : Optional.empty();
  }

  private Optional<io.referralflow.candidate.PersonKey> person(String name) {
    return Optional.of(seals.person(World.candidate(name + "@example.org").email()));
  }

  private HrEvent hire(String event, String employee) {
    return event(
        new Report.Hired(
            new HrNumber(employee),
            new Stamp(clock.instant(), event),
            LocalDate.parse("2026-05-01"),
            Optional.empty()));
  }

  private static HrEvent event(Report report) {
    return new HrEvent(
        "com.example.hr",
        report.stamp().eventId(),
        "1." + report.stamp().eventId(),
        report,
        Optional.empty(),
        Optional.empty());
  }

  /// Lets the threads do so many deeds together.
  void rush(int operations) throws InterruptedException {
    var left = new AtomicInteger(operations);
    var go = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (var number = 0; number < THREADS; number++) {
      var mine = new Random(chance.nextLong());
      var thread = number;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  go.await();
                } catch (InterruptedException ended) {
                  return;
                }
                for (var n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
                  if (n == operations / 2) {
                    clock.set(SECOND_DUE);
                  }
                  act(thread, mine);
                }
              }));
    }
    go.countDown();
    for (var thread : threads) {
      thread.join();
    }
  }

  private void act(int thread, Random mine) {
    var paid = oneOf(hired, mine);
    var open = oneOf(invited, mine);
    var instalment = 1 + mine.nextInt(2);
    switch (mine.nextInt(20)) {
      case 0, 1, 2, 3 -> release(thread, paid, instalment);
      case 4, 5 ->
          note(thread, "confirm", paid, "" + instalment, () -> confirm(paid, instalment, mine));
      case 6 -> leave(thread, paid, mine);
      case 7, 8, 9 -> answer(thread, open, mine);
      case 10, 11 -> decide(thread, open, mine);
      case 12 ->
          note(
              thread,
              "upkeep",
              open,
              "",
              () -> {
                var _ = product.upkeep.execute(Run.HOURLY);
                return "done";
              });
      case 13, 14 -> send(thread, mine.nextBoolean() ? paid : open, mine);
      case 15, 16 -> meet(thread);
      case 17 -> park(thread, open);
      default ->
          note(
              thread,
              "read",
              paid,
              "",
              () -> {
                var _ = product.readReferral.execute(EMMA, paid);
                return "read";
              });
    }
  }

  private void release(int thread, ReferralId id, int instalment) {
    note(
        thread,
        "release",
        id,
        "" + instalment,
        () -> {
          var leg = ports.referrals().find(id).orElseThrow().leg();
          return product.releaseInstalment.execute(id, leg, instalment).getClass().getSimpleName();
        });
  }

  private String confirm(ReferralId id, int instalment, Random mine) {
    var particulars = ports.referrals().find(id).orElseThrow().referral().particulars();
    return product
        .confirmPayout
        .execute(
            new Confirmation(
                FATIMA.employee(),
                id,
                instalment,
                LocalDate.parse(mine.nextInt(8) == 0 ? "2026-04-30" : "2026-05-01"),
                particulars.terms().reward().instalment(instalment).orElseThrow().amount(),
                PayoutReference.of(particulars.receiptNumber(), instalment)))
        .toString();
  }

  /// On the day before the first milestone, or during probation.
  private void leave(int thread, ReferralId id, Random mine) {
    var number = hired.indexOf(id);
    if (number % 3 == 0) {
      return;
    }
    var name = "left-" + number + "-" + mine.nextInt(3);
    var day = LocalDate.parse(number % 3 == 1 ? "2026-04-30" : "2026-06-15");
    note(
        thread,
        "hear",
        id,
        name,
        () ->
            product
                .takeInHrEvent
                .execute(
                    event(
                        new Report.Ended(
                            new HrNumber("HR-1" + number), new Stamp(FIRST_DUE, name), day)),
                    Optional.empty())
                .getClass()
                .getSimpleName());
  }

  private void answer(int thread, ReferralId id, Random mine) {
    switch (mine.nextInt(10)) {
      case 0 ->
          note(
              thread,
              "take back",
              id,
              "",
              () ->
                  product
                      .takeBackReferral
                      .execute(
                          invited.indexOf(id) % 2 == 0 ? EMMA.employee() : JORIS.employee(), id)
                      .toString());
      case 1, 2 -> note(thread, "decline", id, "", () -> answered(id, new Answer.Decline()));
      default ->
          note(
              thread,
              "accept",
              id,
              "",
              () -> answered(id, new Answer.Accept(Feedback.STAGE, Keep.PROCEDURE)));
    }
  }

  private String answered(ReferralId id, Answer answer) {
    return product
        .answerInvitation
        .execute(seals.invitation(id, 1), answer)
        .getClass()
        .getSimpleName();
  }

  private void decide(int thread, ReferralId id, Random mine) {
    var rejects = mine.nextInt(4) == 0;
    var decision = rejects ? new Decision.Reject(RejectionReason.SKILLS) : new Decision.Advance();
    note(
        thread,
        rejects ? "reject" : "advance",
        id,
        "",
        () -> product.decideReferral.execute(RUBEN, id, decision).getClass().getSimpleName());
  }

  private void send(int thread, ReferralId id, Random mine) {
    var number = mine.nextLong(1, 7);
    note(
        thread,
        "send",
        id,
        "" + number,
        () -> {
          product.sendNotice.round(id).send(number);
          return "done";
        });
  }

  private void park(int thread, ReferralId id) {
    note(
        thread,
        "park",
        id,
        "",
        () -> {
          var leg = ports.referrals().find(id).orElseThrow().leg();
          product.parkExecution.execute(
              WaitingStep.INVITE, id, leg, "token-" + id.value() + "-" + leg);
          return "done";
        });
  }

  /// Two threads that come one after the other meet: one refers, the other reports the hire.
  private void meet(int thread) {
    var number = meetings.getAndIncrement();
    var pair = number / 2;
    var name = "met" + pair;
    if (number % 2 == 0) {
      note(
          thread,
          "submit",
          FakeIds.referral(0),
          name,
          () -> {
            var id = submitted(product, EMMA, name);
            id.ifPresent(made -> met.put(pair, made));
            return id.isPresent() ? "Accepted" : "refused";
          });
    } else {
      note(
          thread,
          "hear",
          FakeIds.referral(0),
          "met-" + pair,
          () ->
              product
                  .takeInHrEvent
                  .execute(hire("met-" + pair, "HR-2" + pair), person(name))
                  .getClass()
                  .getSimpleName());
    }
  }

  private void note(int thread, String kind, ReferralId id, String detail, Supplier<String> work) {
    disturbance.run();
    var began = System.nanoTime();
    String outcome;
    try {
      outcome = work.get();
    } catch (RuntimeException failed) {
      outcome = "failed";
      faults.add(failed.getClass().getName() + ": " + failed.getMessage());
    }
    deeds.add(new Deed(thread, began, System.nanoTime(), kind, id, detail, outcome));
  }

  private static <T> T oneOf(List<T> all, Random mine) {
    return all.get(mine.nextInt(all.size()));
  }

  List<Deed> deeds() {
    return List.copyOf(deeds);
  }

  /// What reached the threads as failures, by its first words.
  Map<String, Long> faults() {
    return faults.stream()
        .map(text -> text.substring(0, Math.min(90, text.length())))
        .collect(
            Collectors.groupingBy(text -> text, java.util.TreeMap::new, Collectors.counting()));
  }

  /// What cannot have been right, once all is quiet again.
  List<String> violations() {
    var violations = new ArrayList<String>();
    var byReferral = deeds.stream().collect(Collectors.groupingBy(Deed::referral));
    var everywhere = deeds.stream().filter(deed -> deed.kind().equals("upkeep")).toList();
    for (var id : prepared.keySet()) {
      var mine = new ArrayList<>(byReferral.getOrDefault(id, List.of()));
      mine.addAll(everywhere);
      var history = quiet.referrals().read(id).orElseThrow();
      violations.addAll(Judge.violations(history, mine, prepared.get(id)));
    }
    meetings(violations);
    mails(violations);
    return violations;
  }

  /// The machine parks each new execution, and upkeep looks for what was left: then whoever was
  /// referred and hired in the same moment is hired, by that one event, once.
  private void meetings(List<String> violations) {
    var calm = new Product(ports(quiet));
    clock.advance(Duration.ofHours(3));
    for (var pair = 0; pair < meetings.get() / 2; pair++) {
      var name = "met" + pair;
      var id = submitted(calm, EMMA, name).orElseThrow();
      if (met.containsKey(pair) && !met.get(pair).equals(id)) {
        violations.add(name + " was referred twice by one key");
      }
      var leg = quiet.referrals().find(id).orElseThrow().leg();
      calm.parkExecution.execute(WaitingStep.INVITE, id, leg, "late-" + id.value());
      var _ = calm.takeInHrEvent.execute(hire("met-" + pair, "HR-2" + pair), person(name));
      var hires =
          quiet.referrals().read(id).orElseThrow().facts().stream()
              .filter(Fact.Reported.class::isInstance)
              .count();
      if (hires != 1) {
        violations.add(name + " was hired " + hires + " times");
      }
    }
    var _ = calm.upkeep.execute(Run.HOURLY);
  }

  /// Nobody failed to hear of a sending, so no notice may have been sent twice in one run unless
  /// its claim was lost.
  private void mails(List<String> violations) {
    var seen = new HashSet<String>();
    var letters = mailer.sent();
    for (var letter : letters) {
      if (!seen.add(letter.reference()) && faults.isEmpty()) {
        violations.add("sent twice: " + letter.reference());
      }
    }
  }
}
