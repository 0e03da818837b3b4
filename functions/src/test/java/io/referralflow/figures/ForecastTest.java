package io.referralflow.figures;

import static io.referralflow.figures.Likelihood.COMMITTED;
import static io.referralflow.figures.Likelihood.LIKELY;
import static io.referralflow.figures.Likelihood.POSSIBLE;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static io.referralflow.scenario.Programme.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.programme.Terms.Level;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.reward.Milestone;
import io.referralflow.scenario.World;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is still to be paid. A reward of EUR 2,000.00 in two halves, the second after two months,
/// each promised 30 days after it is due, moved back to a working day.
class ForecastTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private static final ChangedPlan ALL_AT_ONCE =
      new ChangedPlan(
          List.of(new Level("medior", euros("3000.00"))),
          List.of(InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100)),
          1);

  private final World world = World.on("2026-03-20T09:15");

  private List<Liability> forecast() {
    return world.product().readForecast.execute(Assumptions.USUAL, Optional.empty()).lines();
  }

  private static Liability line(
      String month, Likelihood likelihood, int instalments, long cents, long expected) {
    return new Liability(YearMonth.parse(month), likelihood, EUR, instalments, cents, expected);
  }

  private ReferralId hires(String address, String number) {
    var id = world.refers(EMMA, address, JAVA_ENGINEER);
    world.accepts(id);
    world.hears(hired(number, "2026-05-01").of(address).forReferral(id));
    return id;
  }

  @Test
  void nothing_is_owed_where_nobody_is_referred() {
    assertThat(forecast()).isEmpty();
  }

  /// Hired on 4 May, so supposed to begin on 18 June: due on 18 June and 18 August.
  @Test
  void an_invited_candidate_is_possible_from_the_day_supposed() {
    var _ = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);

    assertThat(forecast())
        .containsExactly(
            line("2026-07", POSSIBLE, 1, 100_000, 10_000),
            line("2026-09", POSSIBLE, 1, 100_000, 10_000));
  }

  /// Hired on 19 April, to begin on 3 June.
  @Test
  void a_candidate_in_screening_is_possible() {
    world.accepts(world.refers(EMMA, "kim@example.org", JAVA_ENGINEER));

    assertThat(forecast())
        .containsExactly(
            line("2026-07", POSSIBLE, 1, 100_000, 25_000),
            line("2026-09", POSSIBLE, 1, 100_000, 25_000));
  }

  /// Hired on 3 April, to begin on 18 May.
  @Test
  void a_candidate_who_passed_the_screening_is_likely() {
    var kim = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.accepts(kim);
    world.advances(RUBEN, kim);

    assertThat(forecast())
        .containsExactly(
            line("2026-06", LIKELY, 1, 100_000, 60_000),
            line("2026-08", LIKELY, 1, 100_000, 60_000));
  }

  @Test
  void a_held_hire_is_likely_on_its_own_days() {
    var kim = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.declines(kim);
    world.hears(hired("HR-1", "2026-05-01").of("kim@example.org"));

    assertThat(forecast())
        .containsExactly(
            line("2026-05", LIKELY, 1, 100_000, 50_000),
            line("2026-07", LIKELY, 1, 100_000, 50_000));
  }

  @Test
  void a_hire_is_committed_until_finance_confirms() {
    var sam = hires("sam@example.org", "HR-1");
    var both =
        List.of(
            line("2026-05", COMMITTED, 1, 100_000, 100_000),
            line("2026-07", COMMITTED, 1, 100_000, 100_000));
    assertThat(forecast()).isEqualTo(both);

    world.goTo("2026-05-02T09:00");
    assertThat(forecast()).as("released").isEqualTo(both);
    world.goTo("2026-06-02T09:00");
    assertThat(forecast())
        .as("overdue")
        .containsExactly(
            line("2026-06", COMMITTED, 1, 100_000, 100_000),
            line("2026-07", COMMITTED, 1, 100_000, 100_000));
    world.confirms(FATIMA, sam, 1, "2026-06-01");
    assertThat(forecast())
        .as("paid")
        .containsExactly(line("2026-07", COMMITTED, 1, 100_000, 100_000));
  }

  @Test
  void what_nobody_ended_is_possible_until_it_is_over() {
    world.accepts(world.refers(EMMA, "kim@example.org", JAVA_ENGINEER));
    world.goTo("2027-06-18T07:00");
    assertThat(forecast()).hasSize(2);
    world.goTo("2027-06-19T07:00");

    assertThat(forecast()).isEmpty();
  }

  @Test
  void what_is_cancelled_or_over_is_not_owed() {
    var _ = hires("sam@example.org", "HR-1");
    world.declines(world.refers(EMMA, "kim@example.org", JAVA_ENGINEER));
    world.goTo("2026-05-20T09:00");
    world.hears(left("HR-1", "2026-05-31"));

    assertThat(forecast()).containsExactly(line("2026-05", COMMITTED, 1, 100_000, 100_000));
  }

  @Test
  void months_add_up_and_levels_differ() {
    var _ = hires("sam@example.org", "HR-1");
    var _ = hires("sue@example.org", "HR-2");
    var _ = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    var _ = world.refers(EMMA, "lee@example.org", DATA_ENGINEER);

    assertThat(forecast())
        .containsExactly(
            line("2026-05", COMMITTED, 2, 200_000, 200_000),
            line("2026-07", COMMITTED, 2, 200_000, 200_000),
            line("2026-07", POSSIBLE, 2, 275_000, 27_500),
            line("2026-09", POSSIBLE, 2, 275_000, 27_500));
  }

  /// What was committed on the day of the hires is what is then released, month by month.
  @Test
  void the_commitment_comes_true() {
    var ids = List.of(hires("sam@example.org", "HR-1"), hires("sue@example.org", "HR-2"));
    var committed = forecast();

    world.goTo("2026-07-10T09:00");

    var released =
        ids.stream()
            .flatMap(id -> world.store().ledger(id).values().stream())
            .filter(LedgerEntry.Released.class::isInstance)
            .map(LedgerEntry.Released.class::cast)
            .toList();
    assertThat(released).hasSize(4);
    assertThat(committed)
        .allSatisfy(line ->
            assertThat(
                    released.stream()
                        .filter(each -> YearMonth.from(each.promisedOn()).equals(line.month()))
                        .mapToLong(each -> each.amount().minorUnits())
                        .sum())
                .isEqualTo(line.minorUnits()));
  }

  @Test
  void another_plan_holds_for_who_is_not_hired_yet() {
    var _ = hires("sam@example.org", "HR-1");
    var _ = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    var _ = world.refers(EMMA, "lee@example.org", DATA_ENGINEER);

    var tried = world.product().readForecast.execute(Assumptions.USUAL, Optional.of(ALL_AT_ONCE));

    assertThat(tried.lines()).isEqualTo(forecast());
    assertThat(tried.changed().orElseThrow())
        .containsExactly(
            line("2026-05", COMMITTED, 1, 100_000, 100_000),
            line("2026-07", COMMITTED, 1, 100_000, 100_000),
            line("2026-07", POSSIBLE, 1, 300_000, 30_000));
  }

  @Test
  void other_assumptions_move_and_weigh() {
    var _ = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    var sooner = new Assumptions(0, 0, 0, 12, 33, 0, 0, 0);

    assertThat(world.product().readForecast.execute(sooner, Optional.empty()).lines())
        .containsExactly(
            line("2026-05", POSSIBLE, 1, 100_000, 33_000),
            line("2026-07", POSSIBLE, 1, 100_000, 33_000));
  }

  @Test
  void nothing_is_written() {
    var _ = hires("sam@example.org", "HR-1");
    var before = world.store().everything();
    var _ = world.product().readForecast.execute(Assumptions.USUAL, Optional.of(ALL_AT_ONCE));

    assertThat(world.store().everything()).isEqualTo(before);
  }
}
