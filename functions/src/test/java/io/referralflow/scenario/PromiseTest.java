package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.process.Upkeep.Run;
import io.referralflow.referral.ReferralId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Finance and the programme manager are warned before a promise is missed: here that of Friday 29
/// May, five working days before which is Thursday 21 May, since 25 May is Whit Monday.
class PromiseTest {

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  @BeforeEach
  void sam_begins_on_the_first_of_may() {
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.goTo("2026-05-01T07:00");
  }

  private List<String> warnings() {
    return warnings(sam);
  }

  private List<String> warnings(ReferralId id) {
    return Told.mails(world, id).stream().filter(mail -> mail.contains("promise near")).toList();
  }

  @Test
  void five_working_days_before_once() {
    world.goTo("2026-05-20T23:00");
    assertThat(warnings()).isEmpty();

    world.upkeepRunsTwice();
    world.goTo("2026-06-10T09:00");

    assertThat(warnings()).containsExactly("2026-05-21 promise near to finance");
    assertThat(world.failures()).containsExactly("payout promise-near");
  }

  @Test
  void not_of_what_is_confirmed() {
    world.confirms(FATIMA, sam, 1, "2026-05-01");
    world.goTo("2026-06-10T09:00");

    assertThat(warnings()).isEmpty();
    assertThat(world.failures()).isEmpty();
  }

  @Test
  void not_of_what_was_confirmed_before_the_mail_was_sent() {
    world.streamStops();
    world.goTo("2026-05-22T09:00");
    world.confirms(FATIMA, sam, 1, "2026-05-22");
    world.streamFlows();

    assertThat(warnings()).isEmpty();
  }

  @Test
  void later_too_when_upkeep_was_down() {
    world.sleepsUntil("2026-06-05T09:00");
    world.upkeep(Run.DAILY);

    assertThat(warnings()).containsExactly("2026-06-05 promise near to finance");
  }

  @Test
  void of_what_is_frozen_too_and_not_again_when_it_is_released() {
    world.goTo("2026-06-30T20:00");
    world.confirms(FATIMA, sam, 1, "2026-05-01");
    world.freezes();
    world.goTo("2026-07-24T05:00");
    assertThat(warnings()).containsExactly("2026-05-21 promise near to finance");

    world.goTo("2026-07-24T09:00");
    world.thaw();
    world.goTo("2026-08-20T09:00");

    assertThat(warnings())
        .containsExactly(
            "2026-05-21 promise near to finance", "2026-07-24 promise near to finance");
    assertThat(Told.ledger(world, sam))
        .last()
        .isEqualTo("2026-07-25T06:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
  }

  /// The promises of a hire that a person has to decide about are Friday 29 May and Friday 31 July.
  @Test
  void of_what_is_held_for_a_person_too_due_or_not_and_once() {
    var held = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.hears(
        hired("HR-2", "2026-05-01")
            .of("kim@example.org")
            .occurred(World.moment("2026-04-30T10:00")));
    world.goTo("2026-05-20T23:00");
    assertThat(warnings(held)).isEmpty();

    world.upkeepRunsTwice();
    world.goTo("2026-06-10T09:00");
    assertThat(warnings(held)).containsExactly("2026-05-21 promise near to finance");
    assertThat(world.failures()).containsExactly("payout promise-near", "payout promise-near");

    world.allows(PETRA, held);
    world.goTo("2026-06-20T09:00");
    assertThat(Told.ledger(world, held)).anyMatch(row -> row.contains("released 1"));
    assertThat(warnings(held)).containsExactly("2026-05-21 promise near to finance");
  }

  @Test
  void not_of_what_was_refused_or_whose_hire_was_cancelled() {
    var refused = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.hears(
        hired("HR-2", "2026-05-01")
            .of("kim@example.org")
            .occurred(World.moment("2026-04-30T10:00")));
    var cancelled = world.refers(EMMA, "lou@example.org", JAVA_ENGINEER);
    world.hears(
        hired("HR-3", "2026-05-01")
            .of("lou@example.org")
            .occurred(World.moment("2026-04-30T10:00")));
    world.refuses(PETRA, refused);
    world.hears(cancelled("HR-3"));
    world.goTo("2026-06-10T09:00");

    assertThat(warnings(refused)).isEmpty();
    assertThat(warnings(cancelled)).isEmpty();
  }

  @Test
  void of_what_could_not_be_released_because_its_executions_are_lost() {
    world.confirms(FATIMA, sam, 1, "2026-05-01");
    world.losesAllExecutions();
    world.streamStops();
    world.goTo("2026-07-24T09:00");
    world.streamIsLost();
    world.upkeep(Run.HOURLY);

    assertThat(warnings()).containsExactly("2026-07-24 promise near to finance");
  }
}
