package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.reward.LedgerEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Due days are days of the programme's calendar; nothing is released before one begins there.
class CalendarTest {

  @ParameterizedTest
  @CsvSource({
    // Month ends: where the day does not exist, probation ends with the month.
    "2026-12-31, 2027-03-01, 2027-02-28T23:00:00Z",
    "2026-12-30, 2027-03-01, 2027-02-28T23:00:00Z",
    "2026-12-29, 2027-03-01, 2027-02-28T23:00:00Z",
    "2026-12-28, 2027-02-28, 2027-02-27T23:00:00Z",
    "2027-01-01, 2027-03-01, 2027-02-28T23:00:00Z",
    "2026-08-31, 2026-10-31, 2026-10-30T23:00:00Z",
    "2026-07-31, 2026-10-01, 2026-09-30T22:00:00Z",
    // A leap year.
    "2027-12-31, 2028-03-01, 2028-02-29T23:00:00Z",
    "2027-12-30, 2028-03-01, 2028-02-29T23:00:00Z",
    "2027-12-29, 2028-02-29, 2028-02-28T23:00:00Z",
    "2028-02-29, 2028-04-29, 2028-04-28T22:00:00Z",
    // The clock goes forward on 29 March 2026 and 28 March 2027, and back on 25 October 2026.
    "2026-03-29, 2026-05-29, 2026-05-28T22:00:00Z",
    "2027-01-28, 2027-03-28, 2027-03-27T23:00:00Z",
    "2027-01-29, 2027-03-29, 2027-03-28T22:00:00Z",
    "2026-08-25, 2026-10-25, 2026-10-24T22:00:00Z",
    "2026-08-26, 2026-10-26, 2026-10-25T23:00:00Z"
  })
  void an_instalment_is_released_when_its_day_begins(
      LocalDate start, LocalDate due, Instant released) {
    var world = World.on(start.minusDays(40) + "T09:15");
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.hears(hired("HR-2041", start.toString()).of("sam@example.org"));
    world.goTo(due + "T09:15");

    assertThat(world.store().ledger(sam).get("1#released"))
        .isInstanceOfSatisfying(
            LedgerEntry.Released.class,
            entry -> {
              assertThat(entry.dueOn()).isEqualTo(start);
              assertThat(entry.at()).isEqualTo(World.moment(start + "T00:00"));
            });
    assertThat(world.store().ledger(sam).get("2#released"))
        .isInstanceOfSatisfying(
            LedgerEntry.Released.class,
            entry -> {
              assertThat(entry.dueOn()).isEqualTo(due);
              assertThat(entry.at()).isEqualTo(released);
            });
    world.assertSound();
  }

  @ParameterizedTest
  @CsvSource({
    // 30 days later is a Sunday, a Saturday, a holiday, a Monday after none.
    "2026-05-01, 2026-05-29",
    "2026-04-30, 2026-05-29",
    "2026-03-28, 2026-04-24",
    "2026-05-02, 2026-06-01",
    "2026-11-25, 2026-12-24",
    "2026-03-07, 2026-04-03"
  })
  void money_is_promised_thirty_days_later_moved_back_to_a_working_day(
      LocalDate start, LocalDate promised) {
    var world = World.on("2026-03-02T09:15");
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.hears(hired("HR-2041", start.toString()).of("sam@example.org"));
    world.goTo(start + "T09:15");

    assertThat(world.store().ledger(sam).get("1#released"))
        .isInstanceOfSatisfying(
            LedgerEntry.Released.class,
            entry -> assertThat(entry.promisedOn()).isEqualTo(promised));
  }

  @Test
  void a_start_beyond_the_longest_wait_is_paid_on_its_day_by_a_second_leg() {
    var world = World.on("2026-03-02T09:15");
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.hears(hired("HR-2041", "2027-06-01").of("sam@example.org"));

    world.goTo("2026-12-26T09:00");
    assertThat(world.runningLegs(sam)).containsExactly(1);
    world.goTo("2026-12-27T09:00");
    assertThat(world.runningLegs(sam)).containsExactly(2);
    world.goTo("2027-08-02T09:00");
    assertThat(Told.ledger(world, sam))
        .containsExactly(
            "2027-06-01T00:00 released 1 1000.00 due 2027-06-01 promised 2027-07-01",
            "2027-08-01T00:00 released 2 1000.00 due 2027-08-01 promised 2027-08-31");
    world.assertSound();
  }

  @Test
  void a_recruiter_who_thinks_for_a_year_costs_a_second_leg_and_nothing_else() {
    var world = World.on("2026-03-02T09:15");
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.accepts(sam);
    world.goTo("2027-03-02T09:15");

    assertThat(world.runningLegs(sam)).containsExactly(2);
    assertThat(Told.mails(world, sam)).hasSize(3);
    world.advances(People.RUBEN, sam);
    assertThat(world.visited(sam, 2))
        .containsExactly("Where To?", "Await Screening", "Screening Passed?", "Await Hire");
  }
}
