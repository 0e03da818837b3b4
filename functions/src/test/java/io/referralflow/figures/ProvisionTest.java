package io.referralflow.figures;

import static io.referralflow.figures.Provision.Kind.DUE;
import static io.referralflow.figures.Provision.Kind.TO_COME;
import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.directory.Detail;
import io.referralflow.directory.SaveColleague;
import io.referralflow.figures.Provision.Kind;
import io.referralflow.hire.HrNumber;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is owed at the end of a month: a reward of EUR 2,000.00 in two halves, on the first working
/// day and two months later.
class ProvisionTest {

  private final World world = World.on("2026-03-20T09:15");
  private int people;

  private ReferralId hires(Caller referrer, String start) {
    var address = "candidate" + ++people + "@example.org";
    var id = world.refers(referrer, address, JAVA_ENGINEER);
    world.accepts(id);
    world.hears(hired("HR-9" + people, start).of(address).forReferral(id));
    return id;
  }

  private List<String> provision(String month) {
    return world
        .product()
        .readProvision
        .execute(Optional.of(YearMonth.parse(month)))
        .orElseThrow()
        .lines()
        .stream()
        .map(ProvisionTest::told)
        .toList();
  }

  private static String told(Provision line) {
    return "%s/%s %s %d %d"
        .formatted(
            line.entity().orElse("-"),
            line.costCentre().orElse("-"),
            line.kind(),
            line.instalments(),
            line.minorUnits());
  }

  private static String line(Kind kind, int instalments, long cents) {
    return "-/- %s %d %d".formatted(kind, instalments, cents);
  }

  private void knows(String number, String entity, String costCentre) {
    var details = new EnumMap<Detail, Optional<String>>(Detail.class);
    for (var detail : Detail.values()) {
      details.put(detail, Optional.empty());
    }
    details.putAll(
        Map.of(
            Detail.NAME, Optional.of("Somebody"),
            Detail.CONTRACT, Optional.of("permanent"),
            Detail.ENTITY, Optional.of(entity),
            Detail.COST_CENTRE, Optional.of(costCentre)));
    var ports = world.ports();
    var _ =
        new SaveColleague(ports.directory(), ports.seals(), ports.clock())
            .execute(FATIMA.id(), new HrNumber(number), details);
  }

  @Test
  void a_hire_that_is_agreed_is_to_come_and_then_due_until_it_is_paid() {
    assertThat(provision("2026-03")).isEmpty();
    var id = hires(EMMA, "2026-05-01");
    assertThat(provision("2026-03")).containsExactly(line(TO_COME, 2, 200_000));

    world.goTo("2026-05-02T09:00");
    assertThat(provision("2026-05"))
        .containsExactly(line(DUE, 1, 100_000), line(TO_COME, 1, 100_000));

    world.goTo("2026-05-20T09:00");
    world.confirms(FATIMA, id, 1, "2026-05-19");
    assertThat(provision("2026-05")).containsExactly(line(TO_COME, 1, 100_000));
  }

  @Test
  void a_past_month_is_as_it_was_though_it_was_paid_since() {
    var id = hires(EMMA, "2026-05-01");
    world.goTo("2026-08-20T09:00");
    world.confirms(FATIMA, id, 1, "2026-06-01");
    world.confirms(FATIMA, id, 2, "2026-07-31");

    assertThat(provision("2026-02")).isEmpty();
    assertThat(provision("2026-03")).containsExactly(line(TO_COME, 2, 200_000));
    assertThat(provision("2026-05"))
        .containsExactly(line(DUE, 1, 100_000), line(TO_COME, 1, 100_000));
    assertThat(provision("2026-06")).containsExactly(line(TO_COME, 1, 100_000));
    assertThat(provision("2026-07")).isEmpty();
  }

  @Test
  void what_is_due_and_frozen_is_owed_as_well() {
    var _ = hires(EMMA, "2026-05-01");
    world.freezes();
    world.goTo("2026-05-02T09:00");

    assertThat(provision("2026-05"))
        .containsExactly(line(DUE, 1, 100_000), line(TO_COME, 1, 100_000));
  }

  @Test
  void a_hire_that_was_cancelled_since_was_never_owed() {
    var _ = hires(EMMA, "2026-05-01");
    world.goTo("2026-04-02T09:00");
    world.hears(cancelled("HR-91"));

    assertThat(provision("2026-03")).isEmpty();
  }

  @Test
  void every_employer_and_cost_centre_has_its_own_line() {
    var _ = hires(EMMA, "2026-05-01");
    var _ = hires(JORIS, "2026-05-01");
    var _ = hires(JORIS, "2026-06-01");
    knows("HR-0001", "Example NL", "4100");
    knows("HR-0002", "Example BE", "4200");

    assertThat(provision("2026-03"))
        .containsExactly("Example BE/4200 TO_COME 4 400000", "Example NL/4100 TO_COME 2 200000");
  }

  @Test
  void the_present_month_is_the_usual_and_a_year_back_the_farthest() {
    var read = world.product().readProvision;

    assertThat(read.execute(Optional.empty()).orElseThrow().asOf())
        .isEqualTo(LocalDate.parse("2026-03-20"));
    assertThat(read.execute(Optional.of(YearMonth.parse("2025-03"))).orElseThrow().asOf())
        .isEqualTo(LocalDate.parse("2025-03-31"));
    assertThat(read.execute(Optional.of(YearMonth.parse("2025-02")))).isEmpty();
    assertThat(read.execute(Optional.of(YearMonth.parse("2026-04")))).isEmpty();
  }
}
