package io.referralflow.payout;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.directory.Detail;
import io.referralflow.directory.SaveColleague;
import io.referralflow.hire.HrNumber;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.payout.ConfirmPayouts.Line;
import io.referralflow.payout.ExportPayRun.Exporting;
import io.referralflow.payout.ExportPayRun.Gap;
import io.referralflow.payout.PayrollTarget.Column;
import io.referralflow.programme.PublishTerms;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.staff.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What finance exchanges with the payroll system about the payouts of a day.
class PayRunTest {

  private static final LocalDate MAY_29 = LocalDate.parse("2026-05-29");

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = released("sam@example.org", "HR-2041");

  private ReferralId released(String address, String number) {
    var id = world.refers(EMMA, address, JAVA_ENGINEER);
    world.accepts(id);
    world.advances(RUBEN, id);
    world.hears(hired(number, "2026-05-01").of(address));
    return id;
  }

  private void knows(Map<Detail, String> details) {
    var said = new HashMap<Detail, Optional<String>>();
    details.forEach((detail, value) -> said.put(detail, Optional.of(value)));
    var _ =
        new SaveColleague(world.ports().directory(), world.ports().seals(), world::now)
            .execute(PETRA.id(), new HrNumber("HR-0001"), said);
  }

  private void knowsAllOfEmma() {
    knows(
        Map.of(
            Detail.ENTITY, "1",
            Detail.COST_CENTRE, "4100",
            Detail.WAGE_CODE, "410",
            Detail.PERSONNEL_NUMBER, "90007"));
  }

  private void inMay() {
    world.goTo("2026-05-02T09:00");
  }

  private Exporting export(String target) {
    return world.product().exportPayRun.execute(MAY_29, target);
  }

  private Map<Long, Confirming> confirm(Line... lines) {
    return world.product().confirmPayouts.execute(FATIMA.employee(), List.of(lines));
  }

  private static Line line(long number, String reference, String paidOn, String amount) {
    return new Line(number, reference, LocalDate.parse(paidOn), new BigDecimal(amount));
  }

  @Test
  void a_run_holds_what_was_promised_for_its_day_and_whom_payroll_knows() {
    knowsAllOfEmma();
    inMay();

    var run = world.product().readPayRun.execute(MAY_29);

    assertThat(run.items()).hasSize(1);
    var item = run.items().getFirst();
    assertThat(item.payout().referral()).isEqualTo(sam);
    assertThat(item.payeeName()).isEqualTo("Emma Jansen");
    assertThat(item.colleague().orElseThrow().personnelNumber()).isEqualTo("90007");
    assertThat(run.cutOff()).isEmpty();
    assertThat(world.product().readPayRun.execute(MAY_29.minusDays(1)).items()).isEmpty();
    assertThat(world.product().readPayRun.execute(MAY_29.plusDays(1)).items()).isEmpty();
  }

  @Test
  void a_run_closes_as_the_terms_in_force_say() {
    payroll(new PayrollCalendar(25, 5, List.of(new PayRun(MAY_29.minusDays(3), MAY_29))));

    assertThat(cutOff("2026-03-25")).contains(LocalDate.parse("2026-03-18"));
    assertThat(cutOff("2026-04-24")).contains(LocalDate.parse("2026-04-17"));
    assertThat(cutOff("2026-04-25")).isEmpty();
    assertThat(cutOff("2026-05-29")).contains(LocalDate.parse("2026-05-26"));
  }

  @Test
  void a_run_that_was_moved_back_into_the_month_before_is_one_of_that_day() {
    payroll(new PayrollCalendar(1, 5, List.of()));

    assertThat(cutOff("2026-10-30")).contains(LocalDate.parse("2026-10-23"));
    assertThat(cutOff("2026-09-30")).isEmpty();
    assertThat(cutOff("2026-07-31")).contains(LocalDate.parse("2026-07-24"));
  }

  private void payroll(PayrollCalendar calendar) {
    var terms = Programme.terms();
    var _ =
        new PublishTerms(world.ports().programmes(), Programme.workingDays(), world::now)
            .execute(
                new PublishTerms.Content(
                    terms.text(),
                    terms.levels(),
                    terms.instalments(),
                    terms.probationMonths(),
                    new Promise(120, Optional.of(calendar)),
                    terms.eligibilityMonths()),
                Optional.empty(),
                PETRA.id());
  }

  private Optional<LocalDate> cutOff(String day) {
    return world.product().readPayRun.execute(LocalDate.parse(day)).cutOff();
  }

  @Test
  void afas_takes_in_year_period_employee_employer_component_and_amount() {
    knowsAllOfEmma();
    inMay();

    assertThat(export("afas-hrcompmut"))
        .isEqualTo(
            new Exporting.Exported(
                List.of("Year", "PeId", "EmId", "ErId", "Sc02", "VaD1"),
                List.of(List.of("2026", "5", "90007", "1", "410", "1000.00"))));
  }

  @Test
  void every_field_can_be_a_column() {
    knowsAllOfEmma();
    world.ports().programmes().save(Programme.labelled(), PETRA.id(), world.now());
    inMay();
    var columns =
        Arrays.stream(PayrollField.values())
            .map(field ->
                new Column(
                    field.name(),
                    field,
                    field == PayrollField.CONSTANT ? Optional.of("Premie") : Optional.empty()))
            .toList();
    world.ports().payrollTargets().save(new PayrollTarget("all", columns), PETRA.id(), world.now());

    assertThat(export("all"))
        .isEqualTo(
            new Exporting.Exported(
                columns.stream().map(Column::title).toList(),
                List.of(
                    List.of(
                        "2026",
                        "5",
                        "90007",
                        "HR-0001",
                        "Emma Jansen",
                        "1",
                        "4100",
                        "410",
                        "1000.00",
                        "EUR",
                        "2026-05-01",
                        "2026-05-29",
                        "RF-1-1",
                        "Bijzondere beloning",
                        "Premie"))));
  }

  @Test
  void what_is_saved_under_a_name_stands_before_what_the_product_knows() {
    inMay();
    var own =
        new PayrollTarget(
            "afas-hrcompmut", List.of(new Column("Amount", PayrollField.AMOUNT, Optional.empty())));
    assertThat(world.product().readPayrollTarget.execute("afas-hrcompmut"))
        .contains(PayrollTarget.AFAS);

    world.ports().payrollTargets().save(own, PETRA.id(), world.now());

    assertThat(world.product().readPayrollTarget.execute("afas-hrcompmut")).contains(own);
    assertThat(export("afas-hrcompmut"))
        .isEqualTo(new Exporting.Exported(List.of("Amount"), List.of(List.of("1000.00"))));
  }

  @Test
  void a_payee_of_whom_something_is_not_known_stops_the_export() {
    inMay();
    assertThat(export("afas-hrcompmut"))
        .isEqualTo(
            new Exporting.Incomplete(
                List.of(
                    new Gap("RF-1-1", PayrollField.PERSONNEL_NUMBER),
                    new Gap("RF-1-1", PayrollField.ENTITY),
                    new Gap("RF-1-1", PayrollField.WAGE_CODE))));

    knows(Map.of(Detail.ENTITY, "1"));

    assertThat(export("afas-hrcompmut"))
        .isEqualTo(new Exporting.Incomplete(List.of(new Gap("RF-1-1", PayrollField.WAGE_CODE))));
  }

  @Test
  void what_is_confirmed_is_not_exported_again() {
    knowsAllOfEmma();
    inMay();
    world.confirms(FATIMA, sam, 1, "2026-05-02");

    assertThat(export("afas-hrcompmut"))
        .isEqualTo(
            new Exporting.Exported(
                List.of("Year", "PeId", "EmId", "ErId", "Sc02", "VaD1"), List.of()));
    assertThat(world.product().readPayRun.execute(MAY_29).items()).hasSize(1);
  }

  @Test
  void there_is_no_export_for_a_payroll_system_that_nobody_set_up() {
    assertThat(export("nmbrs")).isEqualTo(new Exporting.NoTarget());
    assertThat(world.product().readPayrollTarget.execute("nmbrs")).isEmpty();
  }

  @Test
  void the_name_of_a_payroll_system_is_short_and_plain() {
    assertThat(PayrollTarget.isName("afas-hrcompmut")).isTrue();
    assertThat(PayrollTarget.isName("-afas")).isFalse();
    assertThat(PayrollTarget.isName("AFAS")).isFalse();
    assertThat(PayrollTarget.isName("")).isFalse();
    assertThat(PayrollTarget.isName("a".repeat(65))).isFalse();
  }

  @Test
  void a_file_of_payments_is_confirmed_line_by_line_and_again_the_same() {
    var kim = released("kim@example.org", "HR-2042");
    inMay();
    var file =
        new Line[] {
          line(2, "RF-1-1", "2026-05-02", "1000.00"),
          line(3, "RF-2-1", "2026-05-01", "1000"),
          line(4, "RF-9-1", "2026-05-01", "1000.00"),
          line(5, "RF-2-2", "2026-05-01", "1000.00")
        };
    var outcomes =
        Map.of(
            2L,
            Confirming.CONFIRMED,
            3L,
            Confirming.CONFIRMED,
            4L,
            Confirming.NOT_FOUND,
            5L,
            Confirming.NOT_FOUND);

    assertThat(confirm(file)).isEqualTo(outcomes);
    var written = world.facts(kim);
    assertThat(confirm(file)).isEqualTo(outcomes);

    assertThat(world.facts(kim)).isEqualTo(written);
    assertThat(world.seenBy(EMMA, kim).instalments().getFirst().paidOn())
        .contains(LocalDate.parse("2026-05-01"));
  }

  @Test
  void a_line_is_refused_for_what_one_confirmation_is_refused_for() {
    inMay();

    assertThat(
            confirm(
                line(2, "RF-1-1", "2026-05-03", "1000.00"),
                line(3, "RF-1-1", "2026-05-02", "999.00"),
                line(4, "RF-1-1", "2026-05-02", "1000.001")))
        .isEqualTo(
            Map.of(2L, Confirming.IN_THE_FUTURE, 3L, Confirming.DIFFERS, 4L, Confirming.DIFFERS));
    assertThat(
            world
                .product()
                .confirmPayouts
                .execute(
                    People.as(EMMA, Role.FINANCE).employee(),
                    List.of(line(2, "RF-1-1", "2026-05-02", "1000.00"))))
        .isEqualTo(Map.of(2L, Confirming.OWN_REFERRAL));
  }

  @Test
  void a_file_without_lines_confirms_nothing() {
    assertThat(confirm()).isEmpty();
  }

  @Test
  void a_payment_that_was_confirmed_before_is_found_around_its_promised_day() {
    inMay();
    world.confirms(FATIMA, sam, 1, "2026-05-02");

    assertThat(confirm(line(2, "RF-1-1", "2026-05-01", "1000.00")))
        .isEqualTo(Map.of(2L, Confirming.DIFFERS));
    assertThat(confirm(line(2, "RF-1-1", "2025-04-23", "1000.00")))
        .isEqualTo(Map.of(2L, Confirming.NOT_FOUND));
    assertThat(confirm(line(2, "RF-1-1", "2025-04-24", "1000.00")))
        .isEqualTo(Map.of(2L, Confirming.DIFFERS));
  }
}
