package io.referralflow.screening;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.referral.Share;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Decisions: by whom, in which state, and again.
class DecideReferralTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
  private static final Decision ADVANCE = new Decision.Advance();
  private static final Decision REJECT = new Decision.Reject(RejectionReason.SKILLS);
  private static final Decision ALLOW = new Decision.Allow(SettlementReason.REFERRED_FIRST);
  private static final Decision REFUSE = new Decision.Refuse(SettlementReason.MISTAKE);

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  private void decides(Caller who, Decision decision, Deciding expected) {
    assertThat(world.decide(who, sam, decision)).isEqualTo(expected);
  }

  private static Deciding decided(StateName state) {
    return new Deciding.Decided(state);
  }

  private static Deciding wrong(StateName state) {
    return new Deciding.WrongState(state);
  }

  private void isHeld() {
    world.accepts(sam);
    world.rejects(RUBEN, sam, RejectionReason.SKILLS);
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
  }

  @Nested
  class The_screening {

    @Test
    void is_decided_by_a_recruiter_or_a_programme_manager() {
      world.accepts(sam);
      decides(EMMA, ADVANCE, new Deciding.NotAllowed());
      decides(JORIS, REJECT, new Deciding.NotAllowed());
      decides(FATIMA, ADVANCE, new Deciding.NotAllowed());
      assertThat(world.facts(sam)).hasSize(2);

      decides(PETRA, ADVANCE, decided(StateName.HIRING));
      assertThat(world.facts(sam)).last().isEqualTo(new Fact.Advanced(NOW, PETRA.id()));
      decides(RUBEN, REJECT, decided(StateName.REJECTED));
      assertThat(world.facts(sam))
          .contains(new Fact.Rejected(NOW, RUBEN.id(), RejectionReason.SKILLS));
    }

    @Test
    void begins_with_the_candidates_yes() {
      decides(RUBEN, ADVANCE, wrong(StateName.INVITED));
      decides(RUBEN, REJECT, wrong(StateName.INVITED));
    }

    @Test
    void again_is_the_same_answer_whoever_asks() {
      world.accepts(sam);
      decides(RUBEN, ADVANCE, decided(StateName.HIRING));
      decides(RUBEN, ADVANCE, decided(StateName.HIRING));
      decides(ROSA, ADVANCE, decided(StateName.HIRING));
      world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
      decides(RUBEN, ADVANCE, decided(StateName.HIRED));

      assertThat(world.facts(sam)).filteredOn(Fact.Advanced.class::isInstance).hasSize(1);
    }

    @Test
    void otherwise_is_refused_once_it_was_decided() {
      world.accepts(sam);
      decides(RUBEN, REJECT, decided(StateName.REJECTED));

      decides(RUBEN, REJECT, decided(StateName.REJECTED));
      decides(RUBEN, ADVANCE, new Deciding.DecidedOtherwise());
      decides(RUBEN, new Decision.Reject(RejectionReason.SALARY), new Deciding.DecidedOtherwise());
    }

    @Test
    void is_compared_with_the_latest_decision() {
      world.accepts(sam);
      decides(RUBEN, ADVANCE, decided(StateName.HIRING));
      decides(RUBEN, REJECT, decided(StateName.REJECTED));

      decides(RUBEN, REJECT, decided(StateName.REJECTED));
      decides(RUBEN, ADVANCE, new Deciding.DecidedOtherwise());
    }

    @Test
    void after_a_hire_that_nobody_decided_on_is_too_late() {
      world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));

      decides(RUBEN, ADVANCE, wrong(StateName.HIRED));
      decides(RUBEN, REJECT, wrong(StateName.HIRED));
    }

    @Test
    void after_the_candidate_withdrew_is_too_late() {
      world.accepts(sam);
      world.withdraws(sam);

      decides(RUBEN, ADVANCE, wrong(StateName.WITHDRAWN));
    }
  }

  @Nested
  class A_settlement {

    @Test
    void is_the_programme_managers() {
      isHeld();
      decides(RUBEN, ALLOW, new Deciding.NotAllowed());
      decides(RUBEN, REFUSE, new Deciding.NotAllowed());
      decides(PETRA, ALLOW, decided(StateName.HIRED));

      assertThat(world.facts(sam))
          .last()
          .isEqualTo(new Fact.Allowed(NOW, PETRA.id(), SettlementReason.REFERRED_FIRST));
    }

    @Test
    void of_what_is_not_held_is_refused() {
      world.accepts(sam);
      decides(PETRA, ALLOW, wrong(StateName.SCREENING));
      decides(PETRA, REFUSE, wrong(StateName.SCREENING));
    }

    @Test
    void again_is_the_same_answer_and_another_is_refused() {
      isHeld();
      decides(PETRA, REFUSE, decided(StateName.NOT_ELIGIBLE));

      decides(PETRA, REFUSE, decided(StateName.NOT_ELIGIBLE));
      decides(PETRA, ALLOW, new Deciding.DecidedOtherwise());
      decides(PETRA, new Decision.Refuse(SettlementReason.OTHER), new Deciding.DecidedOtherwise());
      assertThat(world.facts(sam))
          .contains(new Fact.Refused(NOW, PETRA.id(), SettlementReason.MISTAKE));
    }

    @Test
    void of_what_is_held_by_the_terms_is_all_or_nothing() {
      isHeld();
      decides(PETRA, allow(40), new Deciding.NotShared());
      decides(PETRA, allow(100), decided(StateName.HIRED));
    }

    @Test
    void of_an_appeal_says_how_much_and_another_share_is_another_decision() {
      var joriss = world.refers(JORIS, "sam@example.org", JAVA_ENGINEER);
      world.accepts(sam);
      world.accepts(joriss);
      world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
      world.goTo("2026-03-04T09:15");
      var _ = world.appeal(JORIS, joriss, AppealReason.OTHER);

      assertThat(world.decide(PETRA, joriss, allow(40))).isEqualTo(decided(StateName.HIRED));
      assertThat(world.decide(PETRA, joriss, allow(40))).isEqualTo(decided(StateName.HIRED));
      assertThat(world.decide(PETRA, joriss, allow(41))).isEqualTo(new Deciding.DecidedOtherwise());
      assertThat(world.decide(PETRA, joriss, allow(100)))
          .isEqualTo(new Deciding.DecidedOtherwise());
    }

    private static Decision allow(int percent) {
      return new Decision.Allow(SettlementReason.MISTAKE, new Share(percent));
    }

    @Test
    void is_no_answer_to_the_screening() {
      isHeld();
      decides(PETRA, ALLOW, decided(StateName.HIRED));

      decides(PETRA, REJECT, decided(StateName.HIRED));
      decides(PETRA, ADVANCE, new Deciding.DecidedOtherwise());
    }
  }

  @Test
  void nobody_decides_on_a_referral_of_their_own() {
    world.accepts(sam);
    var emma = People.as(EMMA, Role.RECRUITER, Role.PROGRAMME_MANAGER);

    for (var decision : List.of(ADVANCE, REJECT, ALLOW, REFUSE)) {
      decides(emma, decision, new Deciding.OwnReferral());
    }
    assertThat(world.facts(sam)).hasSize(2);
  }

  @Test
  void an_unknown_referral_is_not_found() {
    assertThat(world.decide(RUBEN, new ReferralId("nosuchreferral000000000000"), ADVANCE))
        .isEqualTo(new Deciding.NotFound());
  }
}
