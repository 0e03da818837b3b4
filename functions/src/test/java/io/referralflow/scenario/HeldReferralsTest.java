package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.Page;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.referral.StateName;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.screening.ReadWorklist.Item;
import io.referralflow.screening.ReadWorklist.WaitsFor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Hires that contradict what the product knows: a person decides, and nothing is paid by itself.
class HeldReferralsTest extends Story {

  @BeforeEach
  void upkeep_runs_hourly() {
    world.hourly();
  }

  /// HR hired Sam in the morning; Emma refers Sam three days later.
  private ReferralId samIsReferredTooLate() {
    world.hearsInVain(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.goTo("2026-03-05T09:15");
    return samIsReferred();
  }

  @Nested
  class Referred_only_after_the_hire {

    @Test
    void is_held_and_never_paid_by_itself() {
      var sam = samIsReferredTooLate();

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("held; 1000.00 held for 2026-05-01, 1000.00 held for 2026-07-01; settlement");
      assertThat(Told.mails(world, sam))
          .containsExactlyInAnyOrder(
              "2026-03-05 invitation to sam",
              "2026-03-05 received to emma",
              "2026-03-05 held to emma");
      assertThat(world.visited(sam, 1))
          .containsExactly("Where To?", "Invite Candidate", "Candidate Answered?", "Referral Held");
      assertThat(world.product().readWorklist.execute(new Page.Request(20, Optional.empty())))
          .isEqualTo(
              new Page<>(
                  List.of(
                      new Item(
                          sam,
                          Optional.of("Sam Smit"),
                          Programme.JAVA_ENGINEER,
                          WaitsFor.SETTLEMENT,
                          World.moment("2026-03-05T09:15"),
                          Optional.empty())),
                  Optional.empty()));

      world.goTo("2028-01-01T09:15");
      assertThat(Told.ledger(world, sam)).isEmpty();
      assertThat(world.referral(sam)).isInstanceOf(Referral.Held.class);
    }

    @Test
    void earns_when_the_programme_manager_allows_it() {
      var sam = samIsReferredTooLate();
      world.goTo("2026-03-10T15:00");
      world.allows(PETRA, sam);

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "hired; 1000.00 planned for 2026-05-01, 1000.00 planned for 2026-07-01;"
                  + " first working day by 2026-05-01");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-10 hired to emma");
      assertThat(world.runningLegs(sam)).containsExactly(2);
      world.goTo("2026-07-02T15:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
    }

    @Test
    void earns_nothing_when_the_programme_manager_refuses_and_is_told_a_day_later() {
      var sam = samIsReferredTooLate();
      world.goTo("2026-03-10T15:00");
      world.refuses(PETRA, sam);

      world.goTo("2026-03-11T14:59");
      assertThat(Told.view(world, EMMA, sam)).startsWith("held; 1000.00 held");
      world.goTo("2026-03-11T15:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-11 ended to emma");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-03-10T15:00 cancelled 1 1000.00", "2026-03-10T15:00 cancelled 2 1000.00");
      assertThat(Told.timeline(world, PETRA, sam))
          .last()
          .isEqualTo("2026-03-10 not eligible invited referred too late");
    }

    @Test
    void is_settled_once() {
      var sam = samIsReferredTooLate();
      world.allows(PETRA, sam);

      assertThat(world.decide(PETRA, sam, new Decision.Allow(SettlementReason.REFERRED_FIRST)))
          .isEqualTo(new Deciding.Decided(StateName.HIRED));
      assertThat(world.decide(PETRA, sam, new Decision.Refuse(SettlementReason.MISTAKE)))
          .isEqualTo(new Deciding.DecidedOtherwise());
    }

    @Test
    void follows_what_hr_says_meanwhile() {
      var sam = samIsReferredTooLate();
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18"));
      assertThat(Told.view(world, EMMA, sam)).contains("1000.00 held for 2026-05-18");
      world.hears(cancelled(SAMS_HR_NUMBER));
      world.allows(PETRA, sam);

      assertThat(world.referral(sam)).isInstanceOf(Referral.HireCancelled.class);
      world.goTo("2026-09-01T15:00");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-06 ended to emma");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-03-05T09:15 cancelled 1 1000.00", "2026-03-05T09:15 cancelled 2 1000.00");
    }

    @Test
    void turns_out_later_when_the_older_of_two_hires_comes_last() {
      var sam = samIsReferred();
      world.goTo("2026-03-10T10:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
      world.hears(
          hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).occurred(World.moment("2026-02-27T10:00")));

      assertThat(world.referral(sam)).isInstanceOf(Referral.Held.class);
      assertThat(world.runningLegs(sam)).isEmpty();
      world.goTo("2027-01-01T10:00");
      assertThat(Told.ledger(world, sam)).isEmpty();
    }
  }

  @Nested
  class Hired_after_an_end {

    @Test
    void a_rejected_one_is_held() {
      var sam = samIsConsidered();
      world.rejects(RUBEN, sam, RejectionReason.SALARY);
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("held; 1000.00 held for 2026-05-01, 1000.00 held for 2026-07-01; settlement");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-20 held to emma");
      world.goTo("2027-01-01T10:00");
      assertThat(Told.ledger(world, sam)).isEmpty();
    }

    @Test
    void a_declined_one_is_held_and_may_be_allowed() {
      var sam = samIsReferred();
      world.declines(sam);
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.allows(PETRA, sam);
      world.goTo("2026-07-02T16:00");

      assertThat(Told.ledger(world, sam)).hasSize(2);
    }

    @Test
    void an_expired_one_is_held_whatever_became_of_its_data() {
      var sam = samIsReferred();
      world.goTo("2026-06-01T10:00");
      assertThat(world.store().knowsCandidate(sam)).isFalse();
      world.hears(hired(SAMS_HR_NUMBER, "2026-07-01").of(SAM));

      assertThat(world.referral(sam)).isInstanceOf(Referral.Held.class);
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-06-01 held to emma");
    }

    @Test
    void before_the_end_was_told_it_never_is() {
      var sam = samIsConsidered();
      world.rejects(RUBEN, sam, RejectionReason.SALARY);
      world.goTo("2026-03-05T20:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.goTo("2026-04-01T10:00");

      assertThat(Told.mails(world, sam)).noneMatch(mail -> mail.contains("ended"));
      assertThat(Told.timeline(world, EMMA, sam)).noneMatch(line -> line.contains("ended"));
    }
  }
}
