package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What goes wrong costs time and nothing else.
class FaultsTest extends Story {

  private static final List<String> ALL_MAILS =
      List.of(
          "2026-03-02 invitation to sam",
          "2026-03-02 received to emma",
          "2026-03-03 accepted to emma",
          "2026-03-05 advanced to emma",
          "2026-03-20 hired to emma",
          "2026-05-01 payout to finance",
          "2026-05-21 promise near to finance",
          "2026-07-01 payout to finance");

  @BeforeEach
  void upkeep_runs_hourly() {
    world.hourly();
  }

  @Nested
  class Executions {

    @Test
    void do_not_outlive_their_year_however_long_each_wait_was() {
      var sam = samIsScreened();
      world.goTo("2026-09-20T11:00");
      world.advances(RUBEN, sam);
      assertThat(world.runningLegs(sam)).containsExactly(1);

      world.goTo("2026-12-29T11:00");
      assertThat(world.runningLegs(sam)).containsExactly(2);
    }

    @Test
    void all_lost_again_and_again_change_no_payout_only_its_hour() {
      var sam = samIsReferred();
      world.losesAllExecutions();
      world.goTo("2026-03-03T20:00");
      world.losesAllExecutions();
      world.accepts(sam);
      world.losesAllExecutions();
      world.goTo("2026-03-05T11:00");
      world.advances(RUBEN, sam);
      world.losesAllExecutions();
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.losesAllExecutions();
      world.goTo("2026-04-30T16:00");
      world.losesAllExecutions();
      world.goTo("2026-05-10T16:00");
      world.losesAllExecutions();
      world.goTo("2026-07-02T16:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T02:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T02:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
      assertThat(Told.mails(world, sam)).isEqualTo(ALL_MAILS);
      assertThat(world.store().waits().find(sam)).isEmpty();
    }

    @Test
    void lost_of_a_silent_candidate_are_missed_by_nobody() {
      var sam = samIsReferred();
      world.losesAllExecutions();
      world.goTo("2026-04-01T16:00");

      assertThat(world.referral(sam)).isInstanceOf(Referral.Expired.class);
      assertThat(Told.mails(world, sam))
          .containsExactly(
              "2026-03-02 invitation to sam",
              "2026-03-02 received to emma",
              "2026-03-07 invitation reminder to sam",
              "2026-03-16 expired to sam",
              "2026-03-17 ended to emma");
      assertThat(world.store().waits().find(sam)).isEmpty();
    }

    @Test
    void one_stopped_by_hand_is_replaced_when_something_was_due() {
      var sam = samIsHired();
      world.stopsExecution(sam, 1);
      world.goTo("2026-05-01T01:59");
      assertThat(Told.ledger(world, sam)).isEmpty();
      world.goTo("2026-05-01T02:00");

      assertThat(Told.ledger(world, sam)).hasSize(1);
      assertThat(world.runningLegs(sam)).containsExactly(2);
    }

    @Test
    void never_started_is_started_an_hour_later() {
      world.streamStops();
      var sam = samIsReferred();
      world.streamIsLost();
      assertThat(world.runningLegs(sam)).isEmpty();
      assertThat(Told.mails(world, sam)).isEmpty();
      world.goTo("2026-03-02T11:00");

      assertThat(world.runningLegs(sam)).containsExactly(2);
      assertThat(Told.mails(world, sam))
          .containsExactly("2026-03-02 invitation to sam", "2026-03-02 received to emma");
    }

    @Test
    void never_woken_is_replaced_an_hour_later() {
      var sam = samIsReferred();
      world.streamStops();
      world.accepts(sam);
      world.streamIsLost();
      assertThat(world.visited(sam, 1)).endsWith("Invite Candidate");
      world.goTo("2026-03-02T11:00");

      assertThat(world.visited(sam, 2)).containsExactly("Where To?", "Await Screening");
      assertThat(world.runningLegs(sam)).containsExactly(2);
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-02 accepted to emma");
    }

    @Test
    void never_started_for_a_hire_that_was_reported_first_still_find_it() {
      world.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.streamStops();
      var sam = samIsReferred();
      world.accepts(sam);
      world.streamIsLost();
      world.goTo("2026-03-02T11:00");

      assertThat(world.visited(sam, 2))
          .containsExactly(
              "Where To?",
              "Await Screening",
              "Screening Passed?",
              "Plan Next Instalment",
              "More To Pay?",
              "Wait Until Due");
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    }

    @Test
    void of_an_ended_referral_never_woken_are_closed_by_upkeep() {
      var sam = samIsScreened();
      world.streamStops();
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);
      world.streamIsLost();
      world.goTo("2026-03-05T09:00");

      assertThat(world.visited(sam, 1)).endsWith("Screening Passed?", "Referral Closed");
      assertThat(world.store().waits().find(sam)).isEmpty();
    }

    @Test
    void that_sleep_on_real_time_are_replaced_when_the_clock_is_stepped() {
      world.waitsDoNotElapse();
      var sam = samIsHired();
      world.goTo("2026-07-02T16:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T02:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T02:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
      assertThat(Told.mails(world, sam)).isEqualTo(ALL_MAILS);
    }

    @Test
    void after_a_restore_all_begin_anew() {
      var sam = samIsHired();
      world.losesAllExecutions();
      world.upkeep(Run.RESTART);

      assertThat(world.runningLegs(sam)).containsExactly(2);
      world.goTo("2026-07-02T16:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
    }

    @Test
    void that_are_doubled_pay_once() {
      var sam = samIsHired();
      world.upkeep(Run.RESTART);
      world.upkeep(Run.RESTART);
      world.ports().executions().start(sam, 1, "payout");
      world.ports().executions().start(sam, 2, "payout");
      world.goTo("2026-07-02T16:00");

      assertThat(Told.ledger(world, sam)).hasSize(2);
      assertThat(Told.mails(world, sam)).isEqualTo(ALL_MAILS);
    }
  }

  @Nested
  class Upkeeps {

    @Test
    void that_run_twice_do_no_harm() {
      world.upkeepRunsTwice();
      var silent = samIsReferred();
      world.goTo("2026-04-20T16:00");
      assertThat(Told.mails(world, silent))
          .containsExactly(
              "2026-03-02 invitation to sam",
              "2026-03-02 received to emma",
              "2026-03-07 invitation reminder to sam",
              "2026-03-16 expired to sam",
              "2026-03-17 ended to emma");
    }

    @Test
    void that_run_twice_pay_once() {
      world.upkeepRunsTwice();
      world.waitsDoNotElapse();
      var sam = samIsHired();
      world.goTo("2026-07-02T16:00");

      assertThat(Told.ledger(world, sam)).hasSize(2);
      assertThat(Told.mails(world, sam)).isEqualTo(ALL_MAILS);
    }

    @Test
    void that_find_a_report_stored_but_not_applied_apply_it() {
      var sam = samIsConsidered();
      var message = hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM);
      var _ =
          world
              .ports()
              .hrReports()
              .receive(
                  world.event(message),
                  message.email().map(world.ports().seals()::person),
                  world.now());
      world.goTo("2026-03-05T12:00");

      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    }
  }

  @Nested
  class Mails {

    @Test
    void throttled_go_later_and_later() {
      var throttled = new Handover.TryLater("throttled");
      world.postbox().answerNext(throttled);
      world.postbox().answerNext(throttled);
      var sam = samIsReferred();
      assertThat(Told.mails(world, sam)).isEmpty();
      world.goTo("2026-03-02T10:00");

      assertThat(Told.mails(world, sam))
          .containsExactly("2026-03-02 invitation to sam", "2026-03-02 received to emma");
    }

    @Test
    void of_which_nobody_knows_are_sent_again_under_the_same_reference() {
      world.postbox().answerNext(new Handover.Unknown("answer lost"));
      var sam = samIsReferred();
      world.goTo("2026-03-02T12:00");

      assertThat(world.postbox().received())
          .extracting(Postbox.Received::reference)
          .containsExactly(sam.value() + "-1", sam.value() + "-2", sam.value() + "-1");
    }

    @Test
    void to_finance_of_which_nobody_knows_are_listed_and_sent_a_day_later_as_a_copy() {
      var sam = samIsHired();
      world.postbox().answerNext(new Handover.Unknown("answer lost"));
      world.goTo("2026-05-01T01:00");
      assertThat(world.failures()).containsExactly("mail mail-unknown");
      world.goTo("2026-05-02T00:59");
      assertThat(Told.mails(world, sam)).filteredOn(mail -> mail.contains("payout")).hasSize(1);
      world.goTo("2026-05-02T02:00");

      var payouts =
          world.postbox().received().stream()
              .filter(mail -> mail.to().value().equals("finance@example.com"))
              .toList();
      assertThat(payouts).hasSize(2);
      assertThat(payouts.get(0).letter().text()).doesNotContain("KOPIE");
      assertThat(payouts.get(1).letter().subject()).isNotEqualTo(payouts.get(0).letter().subject());
      assertThat(payouts.get(1).reference()).isEqualTo(payouts.get(0).reference());
    }

    @Test
    void that_are_refused_are_listed_and_an_end_is_told_all_the_same() {
      var sam = samIsScreened();
      world.postbox().answerNext(new Handover.Refused("no such address"));
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);
      world.goTo("2026-03-04T20:00");

      assertThat(world.failures()).containsExactly("mail mail-refused");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-04 ended to emma");
      assertThat(Told.view(world, EMMA, sam)).startsWith("ended");
    }

    @Test
    void whose_claim_was_left_standing_are_sent_again() {
      world.streamStops();
      var sam = samIsReferred();
      var now = world.now();
      var claimed = world.ports().outbox().claim(sam, 1, now, now.plus(Duration.ofMinutes(5)));
      assertThat(claimed).isPresent();
      world.streamFlows();
      assertThat(states(sam)).containsExactly(MailState.SENDING, MailState.SENT);
      world.goTo("2026-03-02T10:00");

      assertThat(states(sam)).containsExactly(MailState.SENT, MailState.SENT);
    }

    private List<MailState> states(ReferralId id) {
      return world.store().notices(id).stream().map(stored -> stored.state()).toList();
    }
  }

  @Test
  void a_plan_that_changes_while_the_stream_is_down_still_pays_on_the_new_day() {
    var sam = samIsHired();
    world.streamStops();
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18"));
    world.streamIsLost();
    world.goTo("2026-07-20T16:00");

    assertThat(Told.ledger(world, sam))
        .containsExactly(
            "2026-05-18T00:00 released 1 1000.00 due 2026-05-18 promised 2026-06-17",
            "2026-07-18T00:00 released 2 1000.00 due 2026-07-18 promised 2026-08-17");
    assertThat(world.visited(sam, 1))
        .endsWith("Release Instalment", "More To Pay?", "Leg Superseded");
  }
}
