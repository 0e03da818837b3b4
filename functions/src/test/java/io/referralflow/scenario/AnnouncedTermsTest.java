package io.referralflow.scenario;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.referral.ReferralId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Terms that are announced (S34): they hold from their moment on, and for no referral before it.
class AnnouncedTermsTest {

  private static final RuleBook OTHER = new RuleBook(Set.of(), 6, Credit.SPLIT_EQUALLY, 7);

  private final World world = World.on("2026-03-02T09:15");

  private int version(ReferralId id) {
    return world.referral(id).particulars().terms().version();
  }

  @Test
  void a_referral_keeps_the_version_that_was_in_force_when_it_was_submitted() {
    world.announcesRules(PETRA, OTHER, "2026-04-01T00:00");
    world.goTo("2026-03-31T23:59:59");
    var before = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.goTo("2026-04-01T00:00");
    var after = world.refers(JORIS, "kim@example.org", DATA_ENGINEER);
    world.goTo("2026-04-02T09:00");

    assertThat(version(before)).isEqualTo(1);
    assertThat(world.referral(before).particulars().terms().rules()).isEqualTo(RuleBook.STANDARD);
    assertThat(version(after)).isEqualTo(2);
    assertThat(world.referral(after).particulars().terms().rules()).isEqualTo(OTHER);
  }

  @Test
  void what_was_replaced_before_its_moment_never_holds() {
    world.announcesRules(PETRA, OTHER, "2026-04-01T00:00");
    world.changesRules(PETRA, RuleBook.STANDARD);
    world.goTo("2026-04-01T09:00");

    var id = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

    assertThat(version(id)).isEqualTo(3);
    assertThat(world.referral(id).particulars().terms().rules()).isEqualTo(RuleBook.STANDARD);
  }
}
