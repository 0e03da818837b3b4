package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.Saying;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Directory;
import io.referralflow.referral.ReferralId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/// Where stories begin: Monday 2 March 2026, a quarter past nine. Emma refers Sam for a reward of
/// EUR 2,000.00.
abstract class Story {

  static final String SAM = "sam@example.org";
  static final String SAMS_HR_NUMBER = "HR-2041";

  final World world = World.on("2026-03-02T09:15");

  @AfterEach
  final void all_is_sound() {
    world.assertSound();
  }

  /// Emma refers Sam on 2 March.
  final ReferralId samIsReferred() {
    return world.refers(EMMA, SAM, JAVA_ENGINEER);
  }

  /// Sam says yes on 3 March at 20:00.
  final ReferralId samIsScreened() {
    var sam = samIsReferred();
    world.goTo("2026-03-03T20:00");
    world.accepts(sam);
    return sam;
  }

  /// Ruben advances Sam on 5 March at 11:00.
  final ReferralId samIsConsidered() {
    var sam = samIsScreened();
    world.goTo("2026-03-05T11:00");
    world.advances(RUBEN, sam);
    return sam;
  }

  /// HR hires Sam on 20 March at 16:00, to begin on 1 May. Half falls due on 1 May and half, after
  /// two months, on 1 July.
  final ReferralId samIsHired() {
    var sam = samIsConsidered();
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    return sam;
  }

  /// Sam's first working day is over.
  final ReferralId samIsAtWork() {
    var sam = samIsHired();
    world.goTo("2026-05-01T18:00");
    return sam;
  }

  /// HR's directory says that the referrer is gone: an employee who left, or who died.
  final void emmaIsGone(String lastDay) {
    var directory = world.ports().directory();
    var before = Colleague.unheardOf(new HrNumber("HR-0001"));
    var saying =
        new Saying(
            new Stamp(world.now(), "gone"),
            Map.of(
                Detail.NAME,
                Optional.of("Emma Jansen"),
                Detail.EMAIL,
                Optional.of("emma@example.com"),
                Detail.IN_SERVICE_TO,
                Optional.of(lastDay)));
    assertThat(
            directory.save(
                Directory.Change.of(before, before.with(saying), world.ports().seals()),
                Optional.empty()))
        .isEqualTo(Directory.Saving.SAVED);
    world.settle();
  }
}
