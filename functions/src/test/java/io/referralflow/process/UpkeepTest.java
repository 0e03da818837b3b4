package io.referralflow.process;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.fake.EachPort;
import io.referralflow.fake.FakeExecutions;
import io.referralflow.fake.FakeExecutions.Woken;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.port.Outbox;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.port.Waits.Wait;
import io.referralflow.process.Upkeep.Done;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.FaultyReferrals;
import io.referralflow.scenario.World;
import io.referralflow.step.Steps;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What upkeep does about each kind of overdue thing, and what it leaves alone. Nothing else runs:
/// executions are only remembered.
class UpkeepTest {

  private static final String SAM = "sam@example.org";
  private static final Done NOTHING = new Done(0, 0, 0, 0, 0, 0);

  private final FakeExecutions executions = new FakeExecutions();
  private final World world =
      World.on("2026-03-02T09:15", ports -> ports.withExecutions(executions));

  private ReferralId samIsReferred() {
    return world.refers(EMMA, SAM, JAVA_ENGINEER);
  }

  private void parks(WaitingStep step, ReferralId id, int leg, String token) {
    world.product().parkExecution.execute(step, id, leg, token);
  }

  private Done hourlyAt(String localTime) {
    return runAt(localTime, Run.HOURLY);
  }

  private Done runAt(String localTime, Run run) {
    world.sleepsUntil(localTime);
    var done = world.product().upkeep.execute(run);
    world.settle();
    return done;
  }

  private int leg(ReferralId id) {
    return world.ports().referrals().find(id).orElseThrow().leg();
  }

  private Optional<Instant> clock(ReferralId id) {
    return world.store().waits().find(id).map(Wait::wakeAt);
  }

  @Nested
  class A_wait {

    @Test
    void of_an_execution_that_never_began_is_begun_again_after_an_hour() {
      var sam = samIsReferred();
      assertThat(hourlyAt("2026-03-02T10:14:59")).isEqualTo(NOTHING);
      assertThat(hourlyAt("2026-03-02T10:15")).isEqualTo(new Done(1, 0, 0, 0, 0, 0));

      assertThat(executions.startedFrom(sam, 2)).hasValue("invitation");
      assertThat(executions.isStopped(sam, 1)).isTrue();
      assertThat(clock(sam)).hasValue(Instant.parse("2026-03-02T10:15:00Z"));
      assertThat(world.facts(sam)).hasSize(1);
    }

    @Test
    void of_a_silent_candidate_becomes_a_reminder_and_the_token_stays() {
      var sam = samIsReferred();
      parks(WaitingStep.INVITE, sam, 1, "token-1");
      assertThat(hourlyAt("2026-03-07T09:14:59")).isEqualTo(NOTHING);
      assertThat(hourlyAt("2026-03-07T09:15").waits()).isEqualTo(1);

      assertThat(world.facts(sam))
          .last()
          .isEqualTo(new Fact.Reminded(Instant.parse("2026-03-07T08:15:00Z")));
      assertThat(world.store().waits().find(sam))
          .hasValue(
              new Wait(
                  sam,
                  1,
                  Optional.of("invite"),
                  Optional.of("token-1"),
                  Instant.parse("2026-03-16T08:15:00Z")));
      assertThat(leg(sam)).isEqualTo(1);
    }

    @Test
    void of_a_reminded_candidate_becomes_the_end() {
      var sam = samIsReferred();
      parks(WaitingStep.INVITE, sam, 1, "token-1");
      assertThat(hourlyAt("2026-03-07T09:15").waits()).isEqualTo(1);
      assertThat(hourlyAt("2026-03-16T09:14:59").waits()).isZero();
      assertThat(hourlyAt("2026-03-16T09:15").waits()).isEqualTo(1);

      assertThat(world.referral(sam)).isInstanceOf(Referral.Expired.class);
      assertThat(executions.woken()).containsExactly(new Woken("token-1", "closed"));
      assertThat(clock(sam)).isEmpty();
    }

    @Test
    void of_a_candidate_silent_for_longer_than_the_invitation_becomes_the_end_at_once() {
      var sam = samIsReferred();
      assertThat(hourlyAt("2026-03-16T09:15").waits()).isEqualTo(1);

      assertThat(world.facts(sam)).noneMatch(Fact.Reminded.class::isInstance);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Expired.class);
    }

    @Test
    void for_a_person_is_replaced_when_it_is_too_old() {
      var sam = samIsReferred();
      world.accepts(sam);
      parks(WaitingStep.AWAIT_SCREENING, sam, 1, "token-1");
      assertThat(hourlyAt("2026-12-26T09:14:59").waits()).isZero();
      assertThat(hourlyAt("2026-12-26T09:15").waits()).isEqualTo(1);

      assertThat(executions.startedFrom(sam, 2)).hasValue("screening");
      assertThat(executions.isStopped(sam, 1)).isTrue();
    }

    @Test
    void of_a_referral_that_nobody_ends_becomes_the_end_once_no_late_report_can_earn() {
      var sam = samIsReferred();
      world.accepts(sam);
      parks(WaitingStep.AWAIT_SCREENING, sam, 1, "token-1");
      assertThat(hourlyAt("2026-12-26T09:15").waits()).isEqualTo(1);
      parks(WaitingStep.AWAIT_SCREENING, sam, 2, "token-2");
      assertThat(clock(sam)).hasValue(Instant.parse("2027-05-31T08:15:00Z"));
      assertThat(hourlyAt("2027-05-31T10:14:59").waits()).isZero();
      assertThat(hourlyAt("2027-05-31T10:15").waits()).isEqualTo(1);

      assertThat(world.facts(sam)).contains(new Fact.Lapsed(Instant.parse("2027-05-31T08:15:00Z")));
      assertThat(world.referral(sam)).isInstanceOf(Referral.Lapsed.class);
      assertThat(executions.woken()).contains(new Woken("token-2", "closed"));
      assertThat(clock(sam)).isEmpty();
      assertThat(hourlyAt("2027-05-31T11:15").waits()).isZero();
    }

    @Test
    void of_a_referral_that_nobody_ends_goes_on_after_a_restart_and_ends_an_hour_later() {
      var sam = samIsReferred();
      world.accepts(sam);
      parks(WaitingStep.AWAIT_SCREENING, sam, 1, "token-1");
      assertThat(runAt("2027-07-01T09:15", Run.RESTART).waits()).isEqualTo(1);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
      parks(WaitingStep.AWAIT_SCREENING, sam, 2, "token-2");
      assertThat(hourlyAt("2027-07-01T09:20").waits()).isEqualTo(1);

      assertThat(world.referral(sam)).isInstanceOf(Referral.Lapsed.class);
    }

    @Test
    void for_a_release_that_is_overdue_is_replaced() {
      var sam = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      var _ = world.product().planNextInstalment.execute(sam, 1);
      assertThat(hourlyAt("2026-05-01T01:59:59").waits()).isZero();
      assertThat(hourlyAt("2026-05-01T02:00").waits()).isEqualTo(1);

      assertThat(executions.startedFrom(sam, 2)).hasValue("payout");
      assertThat(world.store().ledger(sam)).isEmpty();
    }

    @Test
    void of_what_is_over_is_taken_away_and_its_execution_closed() {
      var sam = samIsReferred();
      world.accepts(sam);
      parks(WaitingStep.AWAIT_SCREENING, sam, 1, "token-1");
      world.streamStops();
      world.rejects(RUBEN, sam, RejectionReason.OTHER);
      world.streamIsLost();
      assertThat(hourlyAt("2026-03-02T10:15").waits()).isEqualTo(1);

      assertThat(executions.woken()).containsExactly(new Woken("token-1", "closed"));
      assertThat(clock(sam)).isEmpty();
      assertThat(leg(sam)).isEqualTo(1);
      assertThat(hourlyAt("2026-03-02T10:20").waits()).isZero();
    }

    @Test
    void of_a_held_referral_is_taken_away_too() {
      var sam = samIsReferred();
      world.streamStops();
      world.hears(
          hired("HR-1", "2026-05-01").of(SAM).occurred(Instant.parse("2026-03-01T08:15:00Z")));
      world.streamIsLost();
      assertThat(hourlyAt("2026-03-02T10:15").waits()).isEqualTo(1);

      assertThat(clock(sam)).isEmpty();
      assertThat(executions.woken()).isEmpty();
    }

    @Test
    void is_tended_once_however_many_run() {
      var sam = samIsReferred();
      assertThat(hourlyAt("2026-03-02T10:15").waits()).isEqualTo(1);
      assertThat(hourlyAt("2026-03-02T10:15")).isEqualTo(NOTHING);

      assertThat(leg(sam)).isEqualTo(2);
    }

    @Test
    void seen_by_two_at_once_is_tended_once() {
      var sam = samIsReferred();
      world.sleepsUntil("2026-03-02T10:15");
      var twice =
          new Upkeep(
              world.ports().referrals(),
              new LateWaits(world.ports().waits(), () -> world.upkeep(Run.HOURLY)),
              world.ports().outbox(),
              world.ports().post(),
              world.ports().hrReports(),
              world.ports().persons(),
              world.ports().entries(),
              world.ports().brake(),
              world.ports().failures(),
              world.product().reportBeforePaying,
              world.product().warnOfPromises,
              world.product().escalateThanks,
              world.product().reportActions,
              executions,
              world.product().applyReports,
              new Steps(world.ports().referrals(), world.ports().clock()),
              world.ports().clock());
      assertThat(twice.execute(Run.HOURLY).waits()).isEqualTo(1);

      assertThat(leg(sam)).isEqualTo(2);
      assertThat(clock(sam)).isPresent();
    }
  }

  @Nested
  class After_a_restore {

    @Test
    void every_live_referral_gets_a_new_leg() {
      var sam = samIsReferred();
      var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
      world.accepts(ada);
      var bob = world.refers(EMMA, "bob@example.org", JAVA_ENGINEER);
      world.declines(bob);
      assertThat(runAt("2026-03-02T09:20", Run.RESTART)).isEqualTo(new Done(2, 0, 0, 0, 0, 0));

      assertThat(executions.startedFrom(sam, 2)).hasValue("invitation");
      assertThat(executions.startedFrom(ada, 2)).hasValue("screening");
      assertThat(executions.startedFrom(bob, 2)).isEmpty();
    }

    @Test
    void a_silent_candidate_gets_the_new_leg_first() {
      var sam = samIsReferred();
      assertThat(runAt("2026-03-08T09:20", Run.RESTART).waits()).isEqualTo(1);

      assertThat(leg(sam)).isEqualTo(2);
      assertThat(world.facts(sam)).hasSize(1);
    }
  }

  @Nested
  class A_notice {

    @Test
    void that_is_due_later_is_nudged_when_it_is_due() {
      var sam = samIsReferred();
      world.accepts(sam);
      world.rejects(RUBEN, sam, RejectionReason.OTHER);
      assertThat(hourlyAt("2026-03-03T09:14:59").notices()).isZero();
      assertThat(state(sam, 5)).isEqualTo(MailState.READY);
      assertThat(hourlyAt("2026-03-03T09:15").notices()).isEqualTo(1);

      assertThat(state(sam, 5)).isEqualTo(MailState.SENT);
    }

    @Test
    void that_the_stream_lost_is_nudged_after_a_quarter_of_an_hour() {
      world.streamStops();
      var sam = samIsReferred();
      world.streamIsLost();
      assertThat(hourlyAt("2026-03-02T09:29:59").notices()).isZero();
      world.streamStops();
      assertThat(hourlyAt("2026-03-02T09:30").notices()).isEqualTo(2);
      assertThat(hourlyAt("2026-03-02T09:59:59").notices()).isZero();
      assertThat(hourlyAt("2026-03-02T10:00").notices()).isEqualTo(2);
      world.streamFlows();

      assertThat(state(sam, 1)).isEqualTo(MailState.SENT);
      assertThat(world.postbox().received()).hasSize(2);
    }

    @Test
    void of_which_nobody_knows_is_sent_again() {
      world.postbox().answerNext(new Handover.Unknown("lost"));
      var sam = samIsReferred();
      assertThat(state(sam, 1)).isEqualTo(MailState.SENDING);
      assertThat(hourlyAt("2026-03-02T09:29:59").notices()).isZero();
      assertThat(hourlyAt("2026-03-02T09:30").notices()).isEqualTo(1);

      assertThat(state(sam, 1)).isEqualTo(MailState.SENT);
      assertThat(world.failures()).isEmpty();
    }

    @Test
    void to_finance_of_which_nobody_knows_is_listed_and_copied_a_day_later() {
      var sam = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.sleepsUntil("2026-05-01T09:00");
      world.postbox().answerNext(new Handover.Unknown("lost"));
      var _ = world.product().releaseInstalment.execute(sam, 1, 1);
      world.settle();
      assertThat(state(sam, 4)).isEqualTo(MailState.SENDING);
      assertThat(hourlyAt("2026-05-01T09:15").notices()).isEqualTo(1);

      assertThat(state(sam, 4)).isEqualTo(MailState.READY);
      assertThat(world.failures()).containsExactly("mail mail-unknown");
      assertThat(hourlyAt("2026-05-02T09:14:59").notices()).isZero();
      assertThat(hourlyAt("2026-05-02T09:15").notices()).isEqualTo(1);
      assertThat(state(sam, 4)).isEqualTo(MailState.SENT);
    }

    @Test
    void to_finance_that_was_throttled_is_simply_sent() {
      var sam = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.sleepsUntil("2026-05-01T09:00");
      world.postbox().answerNext(new Handover.TryLater("throttled"));
      var _ = world.product().releaseInstalment.execute(sam, 1, 1);
      world.settle();
      assertThat(state(sam, 4)).isEqualTo(MailState.READY);
      assertThat(hourlyAt("2026-05-01T09:01").notices()).isEqualTo(1);

      assertThat(state(sam, 4)).isEqualTo(MailState.SENT);
      assertThat(world.failures()).isEmpty();
    }

    private MailState state(ReferralId id, int number) {
      return world.store().notices(id).get(number - 1).state();
    }
  }

  @Nested
  class A_report {

    private void isStoredOnly() {
      var message = hired("HR-1", "2026-05-01").of(SAM);
      var _ =
          world
              .ports()
              .hrReports()
              .receive(
                  world.event(message),
                  message.email().map(world.ports().seals()::person),
                  world.now());
    }

    @Test
    void that_was_stored_and_not_applied_is_applied_after_a_quarter_of_an_hour() {
      var sam = samIsReferred();
      isStoredOnly();
      assertThat(hourlyAt("2026-03-02T09:30").reports()).isZero();
      assertThat(hourlyAt("2026-03-02T09:30:01").reports()).isEqualTo(1);

      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
      assertThat(hourlyAt("2026-03-02T09:31").reports()).isZero();
    }

    @Test
    void of_nobody_is_looked_at_once() {
      isStoredOnly();
      assertThat(hourlyAt("2026-03-02T10:30").reports()).isEqualTo(1);
      assertThat(hourlyAt("2026-03-02T11:30").reports()).isZero();
    }

    @Test
    void of_nobody_is_forgotten_daily_after_thirty_days() {
      world.hearsInVain(hired("HR-1", "2026-05-01").of(SAM));
      assertThat(runAt("2026-04-01T09:15", Run.DAILY).forgotten()).isZero();
      assertThat(hourlyAt("2026-04-01T10:16").forgotten()).isZero();
      assertThat(runAt("2026-04-01T10:16", Run.DAILY).forgotten()).isEqualTo(1);
    }
  }

  @Nested
  class Personal_data {

    @Test
    void past_its_day_is_deleted_by_any_run() {
      var sam = samIsReferred();
      world.declines(sam);
      assertThat(hourlyAt("2026-03-30T10:14:59").erased()).isZero();
      assertThat(hourlyAt("2026-03-30T10:15").erased()).isEqualTo(1);

      assertThat(world.store().knowsCandidate(sam)).isFalse();
      assertThat(world.facts(sam))
          .last()
          .isEqualTo(new Fact.Erased(Instant.parse("2026-03-30T08:15:00Z")));
      assertThat(hourlyAt("2026-03-30T11:15").erased()).isZero();
    }

    @Test
    void that_a_list_names_too_early_stays() {
      var sam = samIsReferred();
      world.declines(sam);
      var early =
          new Upkeep(
              new HastyReferrals(world.ports().referrals(), sam),
              world.ports().waits(),
              world.ports().outbox(),
              world.ports().post(),
              world.ports().hrReports(),
              world.ports().persons(),
              world.ports().entries(),
              world.ports().brake(),
              world.ports().failures(),
              world.product().reportBeforePaying,
              world.product().warnOfPromises,
              world.product().escalateThanks,
              world.product().reportActions,
              executions,
              world.product().applyReports,
              new Steps(world.ports().referrals(), world.ports().clock()),
              world.ports().clock());
      world.sleepsUntil("2026-03-30T10:14:59");
      assertThat(early.execute(Run.HOURLY).erased()).isEqualTo(1);
      assertThat(world.store().knowsCandidate(sam)).isTrue();
    }

    @Test
    void of_a_person_that_can_no_longer_be_matched_goes_daily() {
      var _ = samIsReferred();
      assertThat(runAt("2027-05-31T10:14", Run.DAILY).forgotten()).isZero();
      assertThat(runAt("2027-05-31T10:15", Run.DAILY).forgotten()).isEqualTo(1);
    }

    @Test
    void in_an_entry_that_nobody_agreed_to_goes_daily_after_thirty_days() {
      world.enters(ROSA, hired("HR-1", "2026-05-01").of(SAM));
      assertThat(runAt("2026-04-01T10:15", Run.DAILY).forgotten()).isZero();
      assertThat(runAt("2026-04-01T10:16", Run.DAILY).forgotten()).isEqualTo(1);
    }
  }

  @Test
  void nothing_overdue_is_nothing_to_do() {
    var _ = samIsReferred();

    assertThat(runAt("2026-03-02T09:20", Run.DAILY)).isEqualTo(NOTHING);
  }

  /// Waits among which another upkeep is as busy, between the list and the work.
  private record LateWaits(Waits sound, Runnable meanwhile) implements Waits {

    @Override
    public boolean park(ReferralId id, int leg, String step, String token, Instant wakeAt) {
      return sound.park(id, leg, step, token, wakeAt);
    }

    @Override
    public boolean postpone(ReferralId id, int leg, Instant wakeAt) {
      return sound.postpone(id, leg, wakeAt);
    }

    @Override
    public Optional<Wait> find(ReferralId id) {
      return sound.find(id);
    }

    @Override
    public void remove(ReferralId id, int leg) {
      sound.remove(id, leg);
    }

    @Override
    public List<Wait> overdue(Instant now, int limit) {
      var overdue = sound.overdue(now, limit);
      meanwhile.run();
      return overdue;
    }
  }

  /// Referrals whose list of what is to be erased runs ahead.
  private record HastyReferrals(Referrals sound, ReferralId id) implements FaultyReferrals {

    @Override
    public List<ReferralId> toErase(Instant by, int limit) {
      return java.util.List.of(id);
    }
  }

  /// As after a roll back, when a newer release wrote it.
  @Nested
  class A_referral_that_cannot_be_read {

    private Optional<ReferralId> unreadable = Optional.empty();
    private final World faulty =
        World.on(
            "2026-03-02T09:15",
            ports ->
                ports.withReferrals(
                    new FaultyReferrals() {
                      @Override
                      public Referrals sound() {
                        return ports.referrals();
                      }

                      @Override
                      public Optional<Snapshot> find(ReferralId id) {
                        if (unreadable.filter(id::equals).isPresent()) {
                          throw new IllegalStateException("newer");
                        }
                        return sound().find(id);
                      }

                      @Override
                      public Committed commit(Change change) {
                        if (unreadable.filter(change.after().id()::equals).isPresent()) {
                          throw new IllegalStateException("newer");
                        }
                        return sound().commit(change);
                      }
                    }));
    private final ReferralId sam = faulty.refers(EMMA, SAM, JAVA_ENGINEER);
    private final ReferralId kim = faulty.refers(EMMA, "kim@example.org", JAVA_ENGINEER);

    private void isSam() {
      unreadable = Optional.of(sam);
    }

    private void upkeepFails() {
      assertThatThrownBy(() -> faulty.product().upkeep.execute(Run.DAILY)).hasMessage("newer");
    }

    @Test
    void holds_up_no_other_and_is_not_kept_quiet() {
      isSam();
      faulty.sleepsUntil("2026-03-16T12:00");

      upkeepFails();
      unreadable = Optional.empty();
      assertThat(faulty.referral(kim)).isInstanceOf(Referral.Expired.class);
      assertThat(faulty.referral(sam)).isInstanceOf(Referral.Invited.class);
      assertThat(faulty.store().waits().find(sam)).isPresent();
      assertThat(faulty.failures()).containsExactly("record fault");
    }

    @Test
    void makes_room_at_the_head_of_the_list_and_is_looked_at_by_the_next_run() {
      isSam();
      faulty.sleepsUntil("2026-03-16T12:00");

      upkeepFails();
      assertThat(faulty.store().waits().overdue(faulty.now(), 1)).isEmpty();
      unreadable = Optional.empty();
      faulty.sleepsUntil("2026-03-16T13:00");
      var _ = faulty.product().upkeep.execute(Run.HOURLY);
      assertThat(faulty.referral(sam)).isInstanceOf(Referral.Expired.class);
    }

    @Test
    void whose_data_must_go_is_listed_and_goes_when_it_can_be_read() {
      faulty.declines(sam);
      faulty.declines(kim);
      isSam();
      faulty.sleepsUntil("2026-03-30T12:00");

      upkeepFails();
      assertThat(faulty.store().knowsCandidate(kim)).isFalse();
      assertThat(faulty.store().knowsCandidate(sam)).isTrue();
      assertThat(faulty.failures()).containsExactly("record fault");
      unreadable = Optional.empty();
      assertThat(faulty.product().upkeep.execute(Run.DAILY).erased()).isEqualTo(1);
      assertThat(faulty.store().knowsCandidate(sam)).isFalse();
    }

    @Test
    void that_was_reported_on_is_listed_and_its_report_kept() {
      var message = hired("HR-1", "2026-05-01").of(SAM);
      var _ =
          faulty
              .ports()
              .hrReports()
              .receive(
                  faulty.event(message),
                  message.email().map(faulty.ports().seals()::person),
                  faulty.now());
      isSam();
      faulty.sleepsUntil("2026-03-02T10:00");

      upkeepFails();
      assertThat(faulty.ports().hrReports().unfinished(faulty.now(), 10)).hasSize(1);
      assertThat(faulty.failures()).containsExactly("event fault");
    }
  }

  @Test
  void a_notice_that_cannot_be_nudged_holds_up_no_other() {
    var firstFails = new AtomicBoolean(true);
    var faulty =
        World.on(
            "2026-03-02T09:15",
            ports ->
                ports.on(
                    EachPort.instead(port ->
                        port.getReturnType() == Outbox.class
                            ? nudging(ports.outbox(), firstFails)
                            : port.invoke(ports))));
    faulty.streamStops();
    var sam = faulty.refers(EMMA, SAM, JAVA_ENGINEER);
    faulty.streamIsLost();
    faulty.sleepsUntil("2026-03-02T09:30");

    assertThatThrownBy(() -> faulty.product().upkeep.execute(Run.HOURLY)).hasMessage("out");
    faulty.settle();

    assertThat(faulty.store().notices(sam))
        .extracting(InMemoryWorld.StoredNotice::state)
        .containsExactlyInAnyOrder(MailState.READY, MailState.SENT);
  }

  private static Object nudging(Outbox sound, AtomicBoolean fails) {
    return Proxy.newProxyInstance(
        Outbox.class.getClassLoader(),
        new Class<?>[] {Outbox.class},
        (_, method, arguments) -> {
          if (method.getName().equals("nudge") && fails.getAndSet(false)) {
            throw new IllegalStateException("out");
          }
          return method.invoke(sound, arguments);
        });
  }
}
