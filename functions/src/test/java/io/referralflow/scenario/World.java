package io.referralflow.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.appeal.AppealReferral.Appealing;
import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Details;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.Language;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.fake.InMemoryWorld.Streamed;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.AgreeToHrEvent.Agreeing;
import io.referralflow.intake.EnterHrEvent.Entering;
import io.referralflow.intake.TakeInHrEvent.TakingIn;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.invitation.AnswerInvitation.Answering;
import io.referralflow.invitation.CorrectDetails.Correcting;
import io.referralflow.invitation.GiveCopy.Copy;
import io.referralflow.payout.ConfirmPayout.Confirmation;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.port.History;
import io.referralflow.port.Page;
import io.referralflow.process.FollowReferral.Changed;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.referral.View;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.reward.PayoutReference;
import io.referralflow.screening.CorrectAddress.Correction;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.screening.EnterPhase.Passing;
import io.referralflow.staff.Caller;
import io.referralflow.submission.ReadReferral.Reading;
import io.referralflow.submission.SubmitReferral.Request;
import io.referralflow.submission.SubmitReferral.Submission;
import io.referralflow.submission.TakeBackReferral.TakingBack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// A company in memory with the whole product in it, on a clock that only the story moves.
///
/// People and the HR system act through the methods named for what they do: `advances` is a story's
/// way to say that somebody did, and fails when it was refused; `decide` answers what became of it.
/// After each of them the world settles: it carries the stream to executions and mails and plays
/// the state machine, until nothing is left to do now. Moving the clock rings the alarms of
/// executions on the way and calls upkeep at 06:00 every day, or every hour when asked. The same
/// story always goes the same way.
///
/// ```java
/// var world = World.on("2026-03-02T09:15");
/// var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
/// world.accepts(sam);
/// world.goTo("2026-03-05T11:00");
/// world.advances(RUBEN, sam);
/// world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
/// world.goTo("2026-05-01T07:00");
/// ```
public final class World {

  private static final LocalTime UPKEEP = LocalTime.of(6, 0);

  /// More rounds than any story needs before it comes to rest.
  private static final int MANY = 1_000;

  private final FakeClock clock;
  private final InMemoryWorld store = new InMemoryWorld();
  private final Machine machine;
  private final Postbox postbox;
  private final Ports ports;
  private final Product product;
  private boolean streamFlows = true;
  private boolean isHourly;
  private int upkeepTwice = 1;
  private int events;

  private World(Instant now, UnaryOperator<Ports> faults) {
    clock = new FakeClock(now);
    machine = new Machine(this::product, clock);
    postbox = new Postbox(clock);
    ports = faults.apply(Ports.of(store, machine, postbox, clock));
    product = new Product(ports);
  }

  /// A company at a moment of the programme's local time, such as `2026-03-02T09:15`.
  public static World on(String localTime) {
    return on(localTime, UnaryOperator.identity());
  }

  /// A company that has no programme yet.
  public static World fromNothing(String localTime) {
    return new World(moment(localTime), UnaryOperator.identity());
  }

  /// A company in which something goes wrong.
  public static World on(String localTime, UnaryOperator<Ports> faults) {
    var world = new World(moment(localTime), faults);
    Programme.setUp(world.store.programmes(), world.clock);
    return world;
  }

  /// A moment of the programme's local time.
  public static Instant moment(String localTime) {
    return LocalDateTime.parse(localTime).atZone(Programme.ZONE).toInstant();
  }

  // What people do.

  /// Refers somebody, who becomes a referral.
  public ReferralId refers(Caller who, String address, VacancyId vacancy) {
    var submission = submit(who, address, vacancy, Optional.empty());
    if (!(submission instanceof Submission.Accepted accepted)) {
      throw new AssertionError("Not accepted: " + submission);
    }
    return accepted.id();
  }

  /// Refers somebody, whatever comes of it.
  public Submission submit(Caller who, String address, VacancyId vacancy, Optional<String> key) {
    var candidate = candidate(address);
    var body = vacancy.value() + " " + address;
    return settled(
        product.submitReferral.execute(new Request(who, vacancy, _ -> candidate, key, body)));
  }

  /// The candidate of an address, with everything that a referrer can fill in.
  public static Candidate candidate(String address) {
    var name = address.substring(0, address.indexOf('@'));
    return new Candidate(
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " Smit",
        new Email(address),
        Optional.of("+31 6 12345678"),
        Optional.of("https://www.linkedin.com/in/" + name),
        Language.EN,
        Optional.empty(),
        Optional.of("We built a pipeline together."),
        OptionalInt.of(4));
  }

  public void takesBack(Caller who, ReferralId id) {
    assertThat(takeBack(who, id)).isEqualTo(TakingBack.TAKEN_BACK);
  }

  public TakingBack takeBack(Caller who, ReferralId id) {
    return settled(product.takeBackReferral.execute(who.employee(), id));
  }

  /// The candidate says yes and leaves the choices as they are.
  public void accepts(ReferralId id) {
    accepts(id, Feedback.STAGE, Keep.PROCEDURE);
  }

  public void accepts(ReferralId id, Feedback feedback, Keep keep) {
    assertThat(answer(id, new Answer.Accept(feedback, keep))).isInstanceOf(Answering.Taken.class);
  }

  public void declines(ReferralId id) {
    assertThat(answer(id, new Answer.Decline())).isInstanceOf(Answering.Taken.class);
  }

  public void withdraws(ReferralId id) {
    assertThat(answer(id, new Answer.Withdraw())).isInstanceOf(Answering.Taken.class);
  }

  /// The candidate objects to the processing.
  public void objects(ReferralId id) {
    assertThat(answer(id, new Answer.Objection())).isInstanceOf(Answering.Taken.class);
  }

  /// The candidate corrects what is stored.
  public Correcting correct(ReferralId id, Details details) {
    return settled(product.correctDetails.execute(link(id), details));
  }

  /// The candidate gets a copy of what is stored.
  public Copy copy(ReferralId id) {
    return settled(product.giveCopy.execute(link(id)).orElseThrow());
  }

  public Answering answer(ReferralId id, Answer answer) {
    return answer(link(id), answer);
  }

  /// Somebody answers by a link, whoever it was sent to.
  public Answering answer(String link, Answer answer) {
    return settled(product.answerInvitation.execute(link, answer));
  }

  /// The token in the link of the last invitation.
  public String link(ReferralId id) {
    var generation =
        store
            .referrals()
            .find(id)
            .map(found -> found.referral().particulars().generation())
            .orElse(1);
    return ports.seals().invitation(id, generation);
  }

  public void corrects(Caller who, ReferralId id, String address) {
    assertThat(correct(who, id, address)).isEqualTo(Correction.CORRECTED);
  }

  public Correction correct(Caller who, ReferralId id, String address) {
    return settled(product.correctAddress.execute(who, id, new Email(address)));
  }

  public void advances(Caller who, ReferralId id) {
    assertThat(decide(who, id, new Decision.Advance())).isInstanceOf(Deciding.Decided.class);
  }

  public void rejects(Caller who, ReferralId id, RejectionReason reason) {
    assertThat(decide(who, id, new Decision.Reject(reason))).isInstanceOf(Deciding.Decided.class);
  }

  /// Somebody moves a referral to another phase.
  public void moves(Caller who, ReferralId id, String phase) {
    assertThat(move(who, id, phase)).isInstanceOf(Passing.Passed.class);
  }

  public Passing move(Caller who, ReferralId id, String phase) {
    return settled(product.enterPhase.execute(who, id, new PhaseId(phase)));
  }

  public void allows(Caller who, ReferralId id) {
    assertThat(decide(who, id, new Decision.Allow(SettlementReason.REFERRED_FIRST)))
        .isInstanceOf(Deciding.Decided.class);
  }

  public void refuses(Caller who, ReferralId id) {
    assertThat(decide(who, id, new Decision.Refuse(SettlementReason.REFERRED_TOO_LATE)))
        .isInstanceOf(Deciding.Decided.class);
  }

  public Deciding decide(Caller who, ReferralId id, Decision decision) {
    return settled(product.decideReferral.execute(who, id, decision));
  }

  /// A referrer appeals against what was decided.
  public Appealing appeal(Caller who, ReferralId id, AppealReason reason) {
    return settled(product.appealReferral.execute(who.employee(), id, reason));
  }

  /// New terms with other rules are in force.
  public void changesRules(Caller who, RuleBook rules) {
    var terms = Programme.terms();
    assertThat(
            new PublishTerms(store.programmes(), ports.workingDays(), clock)
                .execute(
                    new PublishTerms.Content(
                        terms.text(),
                        terms.levels(),
                        terms.instalments(),
                        terms.probationMonths(),
                        terms.promise(),
                        terms.eligibilityMonths(),
                        rules),
                    Optional.empty(),
                    who.id()))
        .isInstanceOf(PublishTerms.Publication.Published.class);
  }

  /// Terms with other rules are announced for a moment of the programme's local time.
  public void announcesRules(Caller who, RuleBook rules, String from) {
    var terms = Programme.terms();
    assertThat(
            new PublishTerms(store.programmes(), ports.workingDays(), clock)
                .execute(
                    new PublishTerms.Content(
                        terms.text(),
                        terms.levels(),
                        terms.instalments(),
                        terms.probationMonths(),
                        terms.promise(),
                        terms.eligibilityMonths(),
                        rules),
                    Optional.of(moment(from)),
                    who.id()))
        .isInstanceOf(PublishTerms.Publication.Published.class);
  }

  /// Finance confirms an instalment as it was released.
  public void confirms(Caller who, ReferralId id, int instalment, String paidOn) {
    assertThat(confirm(who, id, instalment, paidOn)).isEqualTo(Confirming.CONFIRMED);
  }

  public Confirming confirm(Caller who, ReferralId id, int instalment, String paidOn) {
    var referral = store.referrals().find(id).orElseThrow().referral();
    var particulars = referral.particulars();
    return settled(
        product.confirmPayout.execute(
            new Confirmation(
                who.employee(),
                id,
                instalment,
                LocalDate.parse(paidOn),
                Owed.reward(referral).instalment(instalment).orElseThrow().amount(),
                PayoutReference.of(particulars.receiptNumber(), instalment))));
  }

  // What the HR system says.

  /// An event arrives that belongs to a referral.
  public void hears(HrMessage message) {
    assertThat(hear(message)).isEqualTo(new TakingIn.Applied());
  }

  /// An event arrives that belongs to no referral.
  public void hearsInVain(HrMessage message) {
    assertThat(hear(message)).isEqualTo(new TakingIn.Unmatched());
  }

  public TakingIn hear(HrMessage message) {
    return settled(
        product.takeInHrEvent.execute(event(message), message.email().map(ports.seals()::person)));
  }

  /// A person enters what the HR system does not say.
  public void enters(Caller who, HrMessage message) {
    assertThat(enter(who, message)).isInstanceOf(Entering.Entered.class);
  }

  public Entering enter(Caller who, HrMessage message) {
    return settled(
        product.enterHrEvent.execute(
            who.employee(), event(message), message.email().map(ports.seals()::person), "{}"));
  }

  public void agrees(Caller who, String eventId) {
    assertThat(agree(who, eventId)).isEqualTo(Agreeing.AGREED);
  }

  public Agreeing agree(Caller who, String eventId) {
    return settled(product.agreeToHrEvent.execute(who.employee(), eventId));
  }

  /// The event that a message becomes when it is sent now.
  public HrEvent event(HrMessage message) {
    var id = message.id().orElseGet(() -> "event-" + ++events);
    var stamp = new Stamp(message.occurredAt().orElseGet(clock::instant), id);
    var report = message.saying().with(new HrNumber(message.employee()), stamp);
    var body =
        String.join(
            "|",
            report.toString(),
            message.email().map(Email::value).orElse(""),
            message.vacancy().map(VacancyId::value).orElse(""),
            message.referral().orElse(""));
    return new HrEvent(
        "com.example.hr",
        id,
        ports.seals().digest(body),
        report,
        message.vacancy(),
        message.referral());
  }

  // How time passes.

  public Instant now() {
    return clock.instant();
  }

  /// Moves the clock to a moment of the programme's local time.
  public void goTo(String localTime) {
    goTo(moment(localTime));
  }

  public void pass(Duration time) {
    goTo(now().plus(time));
  }

  /// Moves the clock forward; everything that is due on the way happens on its moment.
  public void goTo(Instant moment) {
    if (moment.isBefore(now())) {
      throw new IllegalArgumentException("Time does not run backwards");
    }
    settle();
    for (var next = nextMoment(); !next.isAfter(moment); next = nextMoment()) {
      clock.set(next);
      machine.ring();
      settle();
      if (nextUpkeep(next.minusNanos(1)).equals(next)) {
        for (var i = 0; i < upkeepTwice; i++) {
          upkeep(next.atZone(Programme.ZONE).toLocalTime().equals(UPKEEP) ? Run.DAILY : Run.HOURLY);
        }
      }
    }
    clock.set(moment);
    settle();
  }

  /// Moves the clock to a moment; nothing happens on the way, as if all had been down.
  public void sleepsUntil(String localTime) {
    clock.set(moment(localTime));
  }

  private Instant nextMoment() {
    var alarm = machine.nextAlarm();
    var upkeep = nextUpkeep(now());
    return alarm.isBefore(upkeep) ? alarm : upkeep;
  }

  private Instant nextUpkeep(Instant after) {
    if (isHourly) {
      return after.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
    var today = after.atZone(Programme.ZONE).with(UPKEEP);
    return (today.toInstant().isAfter(after) ? today : today.plusDays(1)).toInstant();
  }

  /// Upkeep runs now.
  public void upkeep(Run run) {
    var _ = product.upkeep.execute(run);
    settle();
  }

  /// The table is brought back to a moment, and upkeep told so.
  public void restore(InMemoryWorld.Moment moment) {
    store().returnTo(moment);
    upkeep(Run.AMNESIA);
  }

  /// Petra lets frozen payouts go on.
  public void thaw() {
    var _ =
        ports().brake().thaw(new Thaw(People.PETRA.id(), "All is well.", now()), Optional.empty());
  }

  /// Fatima of finance freezes all payouts.
  public void freezes() {
    freezes(Cause.OPERATOR, Optional.empty());
  }

  /// Payouts are frozen for a cause, which may lie in one referral.
  public void freezes(Cause cause, Optional<ReferralId> about) {
    var by = Optional.of(People.FATIMA.id()).filter(_ -> cause == Cause.OPERATOR);
    var _ = ports().brake().pull(new Pull(cause, about, by, "A question.", now()));
  }

  /// From now on upkeep runs every hour.
  public void hourly() {
    isHourly = true;
  }

  /// From now on every upkeep runs twice.
  public void upkeepRunsTwice() {
    upkeepTwice = 2;
  }

  /// Carries the stream and plays the machine until nothing is left to do now.
  public void settle() {
    for (var round = 0; round < MANY; round++) {
      var streamed = streamFlows ? store.takeStream() : List.<Streamed>of();
      if (streamed.isEmpty() && machine.isIdle()) {
        return;
      }
      deliver(streamed);
      machine.work();
    }
    throw new IllegalStateException("The world does not come to rest");
  }

  /// One batch: starts and wake-ups first, mails after.
  private void deliver(List<Streamed> batch) {
    for (var record : batch) {
      if (record
          instanceof Streamed.Head(var id, var leg, var state, var version, var leads, var wakes)) {
        product.followReferral.execute(
            new Changed(id, leg, state, version == leads, version == wakes));
      }
    }
    var mails = new LinkedHashMap<ReferralId, List<Long>>();
    for (var record : batch) {
      if (record instanceof Streamed.Mail(var id, var number)) {
        mails.computeIfAbsent(id, _ -> new ArrayList<>()).add(number);
      }
    }
    mails.forEach((id, numbers) -> numbers.forEach(product.sendNotice.round(id)::send));
    for (var record : batch) {
      if (record instanceof Streamed.ProgrammeMail(var id)) {
        product.sendProgrammeNotice.execute(id);
      }
    }
  }

  private <T> T settled(T outcome) {
    settle();
    return outcome;
  }

  // What goes wrong.

  /// Every execution is lost without a trace.
  public void losesAllExecutions() {
    machine.loseAll();
  }

  /// An execution is stopped by hand.
  public void stopsExecution(ReferralId id, int leg) {
    machine.stop(id, leg);
  }

  /// The waits of executions last too long from now on; upkeep must do instead.
  public void waitsDoNotElapse() {
    machine.waitsDoNotElapse();
  }

  /// What is streamed stays on the way until the stream flows again.
  public void streamStops() {
    streamFlows = false;
  }

  public void streamFlows() {
    streamFlows = true;
    settle();
  }

  /// What is on the way is lost.
  public void streamIsLost() {
    var _ = store.takeStream();
    streamFlows = true;
  }

  // What there is to see.

  /// The product, for what a story says in its own words.
  public Product product() {
    return product;
  }

  public Ports ports() {
    return ports;
  }

  public InMemoryWorld store() {
    return store;
  }

  public Postbox postbox() {
    return postbox;
  }

  public Referral referral(ReferralId id) {
    return ports.referrals().find(id).orElseThrow().referral();
  }

  public List<Fact> facts(ReferralId id) {
    return ports.referrals().read(id).map(History::facts).orElse(List.of());
  }

  /// What somebody is shown of a referral.
  public View seenBy(Caller who, ReferralId id) {
    return switch (product.readReferral.execute(who, id)) {
      case Reading.Own(_, var view, _) -> view;
      case Reading.Whole(_, var view, _, _, _) -> view;
      case Reading.NotFound _ -> throw new AssertionError("Not found");
    };
  }

  /// The states that a leg visited, its end included.
  public List<String> visited(ReferralId id, int leg) {
    return machine.visited(id, leg);
  }

  /// State transitions of all legs of a referral, each start included.
  public int transitions(ReferralId id) {
    return machine.transitions(id);
  }

  /// The legs of a referral whose executions still run.
  public List<Integer> runningLegs(ReferralId id) {
    return machine.runningLegs(id);
  }

  /// The failure list, newest first, as `kind reason`.
  public List<String> failures() {
    return ports.failures().list(new Page.Request(100, Optional.empty())).items().stream()
        .map(failure -> Told.words(failure.kind()) + " " + failure.reason())
        .toList();
  }

  /// What must be true at any moment of any story.
  public void assertSound() {
    for (var id : store.everyReferral()) {
      var history = ports.referrals().read(id).orElseThrow();
      assertThat(Life.of(history.facts()))
          .as("the fold of the facts")
          .isEqualTo(history.snapshot().referral());
      var instalments = referral(id).particulars().terms().reward().instalments();
      for (var instalment : instalments) {
        assertThat(store.ledger(id).values())
            .as("releases of one instalment")
            .filteredOn(entry ->
                entry instanceof LedgerEntry.Released released
                    && released.instalment() == instalment.number())
            .hasSizeLessThan(2);
      }
    }
  }
}
