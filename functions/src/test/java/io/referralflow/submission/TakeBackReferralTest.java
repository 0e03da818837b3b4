package io.referralflow.submission;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.World;
import io.referralflow.submission.TakeBackReferral.TakingBack;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The referrer thinks better of it.
class TakeBackReferralTest {

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  @Test
  void before_the_hire_it_can_be_taken_back_once() {
    assertThat(world.takeBack(EMMA, sam)).isEqualTo(TakingBack.TAKEN_BACK);
    world.goTo("2026-03-03T09:15");
    assertThat(world.takeBack(EMMA, sam)).isEqualTo(TakingBack.TAKEN_BACK);

    assertThat(world.facts(sam))
        .filteredOn(Fact.TakenBack.class::isInstance)
        .containsExactly(new Fact.TakenBack(Instant.parse("2026-03-02T08:15:00Z")));
  }

  @Test
  void in_every_open_state() {
    world.accepts(sam);
    world.advances(RUBEN, sam);

    assertThat(world.takeBack(EMMA, sam)).isEqualTo(TakingBack.TAKEN_BACK);
  }

  @Test
  void one_of_another_is_not_found() {
    assertThat(world.takeBack(JORIS, sam)).isEqualTo(TakingBack.NOT_FOUND);
    assertThat(world.takeBack(EMMA, new ReferralId("nosuchreferral000000000000")))
        .isEqualTo(TakingBack.NOT_FOUND);
    assertThat(world.facts(sam)).hasSize(1);
  }

  @Test
  void after_the_hire_it_is_too_late() {
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));

    assertThat(world.takeBack(EMMA, sam)).isEqualTo(TakingBack.TOO_LATE);
  }

  @Test
  void after_another_end_it_is_too_late() {
    world.accepts(sam);
    world.rejects(RUBEN, sam, RejectionReason.OTHER);
    assertThat(world.takeBack(EMMA, sam)).isEqualTo(TakingBack.TOO_LATE);

    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
    assertThat(world.takeBack(EMMA, sam)).isEqualTo(TakingBack.TOO_LATE);
  }

  @Test
  void what_the_candidate_ended_cannot_be_taken_back() {
    world.withdraws(sam);

    assertThat(world.takeBack(EMMA, sam)).isEqualTo(TakingBack.TOO_LATE);
  }
}
