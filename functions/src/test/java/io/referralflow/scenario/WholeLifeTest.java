package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole life of a referral with everything around it: mails, money, machine. The first test to
/// read.
class WholeLifeTest {

  private final World world = World.on("2026-03-02T09:15");

  @AfterEach
  void all_is_sound() {
    world.assertSound();
  }

  @Test
  void from_the_first_click_to_the_last_mail() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    assertThat(Told.view(world, EMMA, sam))
        .isEqualTo("invited; 1000.00 planned, 1000.00 planned; candidate answer by 2026-03-15");

    world.goTo("2026-03-03T20:00");
    world.accepts(sam);
    assertThat(Told.view(world, EMMA, sam))
        .isEqualTo("screening; 1000.00 planned, 1000.00 planned; screening decision");

    world.goTo("2026-03-05T11:00");
    world.advances(RUBEN, sam);
    assertThat(Told.view(world, EMMA, sam))
        .isEqualTo("hiring; 1000.00 planned, 1000.00 planned; hire");

    world.goTo("2026-03-20T16:00");
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
    assertThat(Told.view(world, EMMA, sam))
        .isEqualTo(
            "hired; 1000.00 planned for 2026-05-01, 1000.00 planned for 2026-07-01;"
                + " first working day by 2026-05-01");

    world.goTo("2026-05-01T07:00");
    assertThat(Told.view(world, EMMA, sam))
        .isEqualTo(
            "probation; 1000.00 released for 2026-05-01, 1000.00 planned for 2026-07-01;"
                + " payment by 2026-05-29");
    world.goTo("2026-05-12T15:00");
    world.confirms(FATIMA, sam, 1, "2026-05-12");

    world.goTo("2026-07-01T07:00");
    world.goTo("2026-07-14T15:00");
    world.confirms(FATIMA, sam, 2, "2026-07-14");
    assertThat(Told.view(world, EMMA, sam))
        .isEqualTo("completed; 1000.00 paid for 2026-05-01, 1000.00 paid for 2026-07-01; none");

    assertThat(Told.mails(world, sam))
        .containsExactly(
            "2026-03-02 invitation to sam",
            "2026-03-02 received to emma",
            "2026-03-03 accepted to emma",
            "2026-03-05 advanced to emma",
            "2026-03-20 hired to emma",
            "2026-05-01 payout to finance",
            "2026-05-12 paid to emma",
            "2026-07-01 payout to finance",
            "2026-07-14 paid to emma");
    assertThat(Told.ledger(world, sam))
        .containsExactly(
            "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
            "2026-05-12T15:00 paid 1 1000.00 on 2026-05-12 by fatima",
            "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31",
            "2026-07-14T15:00 paid 2 1000.00 on 2026-07-14 by fatima");
    assertThat(Told.timeline(world, EMMA, sam))
        .containsExactly(
            "2026-03-02 submitted",
            "2026-03-02 invited",
            "2026-03-03 accepted",
            "2026-03-05 advanced",
            "2026-03-20 hired",
            "2026-05-01 released 1",
            "2026-05-12 paid 1",
            "2026-07-01 released 2",
            "2026-07-14 paid 2");
    assertThat(world.visited(sam, 1))
        .containsExactly(
            "Where To?",
            "Invite Candidate",
            "Candidate Answered?",
            "Await Screening",
            "Screening Passed?",
            "Await Hire",
            "Hired?",
            "Plan Next Instalment",
            "More To Pay?",
            "Wait Until Due",
            "Release Instalment",
            "More To Pay?",
            "Wait Until Due",
            "Release Instalment",
            "More To Pay?",
            "Reward Released");
    assertThat(world.transitions(sam)).isEqualTo(17);
    assertThat(world.failures()).isEmpty();
    assertThat(world.runningLegs(sam)).isEmpty();
  }
}
