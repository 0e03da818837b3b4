package io.referralflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.hire.HrNumber;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Milestone.MonthsServed;
import io.referralflow.reward.Money;
import io.referralflow.reward.RewardKind;
import io.referralflow.scenario.Programme;
import io.referralflow.takeover.ImportReferrals.Line;
import io.referralflow.takeover.OldPromise;
import io.referralflow.takeover.OldPromise.Part;
import io.referralflow.takeover.Progress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The columns of a file of referrals that began earlier: what each takes, and what is said of a
/// cell that is missing or wrong.
class ReferralFileJsonTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  /// A hire, two days off on the first working day and EUR 500.00 after the probation.
  private static final Map<String, String> HIRED =
      cells(
          "reference=OLD-7",
          "referrer=HR-0001",
          "name=Sam Smit",
          "email=sam@example.org",
          "phone=+31 20 555 0100",
          "linkedin=https://www.linkedin.com/in/sam-smit",
          "language=nl",
          "vacancyId=java-engineer",
          "referredOn=2025-10-06",
          "state=hired",
          "informed=true",
          "hrNumber=HR-2041",
          "hiredOn=2025-12-01",
          "startDate=2026-02-02",
          "probationEndDate=2026-03-31",
          "probationMonths=1",
          "currency=EUR",
          "part1=first-working-day",
          "part1Kind=days-off",
          "part1Quantity=2",
          "part1DescriptionNl=Extra vrije dag",
          "part1DescriptionEn=Extra day off",
          "part1PaidOn=2026-02-24",
          "part2=end-of-probation",
          "part2Amount=500.00");

  private static Map<String, String> cells(String... cells) {
    var named = new HashMap<String, String>();
    Arrays.stream(cells)
        .map(cell -> cell.split("=", 2))
        .forEach(cell -> named.put(cell[0], cell[1]));
    return named;
  }

  private static Map<String, String> hiredWith(String... cells) {
    var changed = new HashMap<>(HIRED);
    changed.putAll(cells(cells));
    return changed;
  }

  private static Line read(Map<String, String> cells) {
    return switch (ReferralFileJson.line(2, cells)) {
      case Decoded.Right<Line>(var line) -> line;
      case Decoded<Line> other -> throw new AssertionError(other);
    };
  }

  private static List<String> errors(Map<String, String> cells) {
    return switch (ReferralFileJson.line(2, cells)) {
      case Decoded.Wrong<Line>(var errors) ->
          errors.stream().map(error -> error.field() + " " + error.code()).toList();
      case Decoded<Line> other -> throw new AssertionError(other);
    };
  }

  private static Part money(Milestone milestone, String amount) {
    return new Part(
        milestone, Money.of(new BigDecimal(amount), EUR), Optional.empty(), Optional.empty());
  }

  @Test
  void a_line_with_every_column_is_read_whole() {
    var line = read(HIRED);

    assertThat(line)
        .extracting(
            Line::number,
            Line::reference,
            Line::referrer,
            Line::vacancy,
            Line::referredOn,
            Line::informed)
        .containsExactly(
            2L,
            "OLD-7",
            "HR-0001",
            new VacancyId("java-engineer"),
            LocalDate.parse("2025-10-06"),
            true);
    assertThat(line.candidate().in(Programme.settings()))
        .isEqualTo(
            new Candidate(
                "Sam Smit",
                new Email("sam@example.org"),
                Optional.of("+31 20 555 0100"),
                Optional.of("https://www.linkedin.com/in/sam-smit"),
                Language.NL,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty()));
    assertThat(line.progress())
        .isEqualTo(
            new Progress.Hired(
                new HrNumber("HR-2041"),
                LocalDate.parse("2025-12-01"),
                LocalDate.parse("2026-02-02"),
                Optional.of(LocalDate.parse("2026-03-31"))));
    assertThat(line.promise())
        .isEqualTo(
            new OldPromise(
                List.of(
                    new Part(
                        Milestone.FIRST_WORKING_DAY,
                        new Money(0, EUR),
                        Optional.of(
                            new Benefit(
                                RewardKind.DAYS_OFF, 2, "Extra vrije dag", "Extra day off")),
                        Optional.of(LocalDate.parse("2026-02-24"))),
                    money(Milestone.END_OF_PROBATION, "500.00")),
                OptionalInt.of(1)));
  }

  @Test
  void the_line_is_known_again_by_its_cells_whatever_their_order_and_empty_ones_say_nothing() {
    var again = hiredWith("part3=", "part3Amount=");

    assertThat(read(again).body()).isEqualTo(read(HIRED).body());
    assertThat(read(hiredWith("part2Amount=500.01")).body()).isNotEqualTo(read(HIRED).body());
  }

  @ParameterizedTest
  @CsvSource({
    "reference, required",
    "referrer, required",
    "name, required",
    "email, required",
    "vacancyId, required",
    "referredOn, required",
    "state, required",
    "informed, required",
    "currency, required",
    "hrNumber, required",
    "hiredOn, required",
    "startDate, required",
    "part1, required",
    "part1Quantity, required",
    "part1DescriptionNl, required",
    "part1DescriptionEn, required",
    "part2Amount, required",
    "part2, part2Amount not-with-field"
  })
  void without_a_cell_that_it_needs_it_is_refused(String column, String code) {
    assertThat(errors(hiredWith(column + "=")))
        .containsExactly(code.contains(" ") ? code : column + " " + code);
  }

  @Test
  void without_its_kind_a_part_is_money() {
    assertThat(errors(hiredWith("part1Kind=")))
        .containsExactlyInAnyOrder(
            "part1Quantity not-with-field",
            "part1DescriptionNl not-with-field",
            "part1DescriptionEn not-with-field",
            "part1Amount required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phone",
        "linkedin",
        "language",
        "probationEndDate",
        "probationMonths",
        "part1PaidOn"
      })
  void without_a_cell_that_it_may_lack_it_is_taken(String column) {
    assertThat(read(hiredWith(column + "=")).reference()).isEqualTo("OLD-7");
  }

  @ParameterizedTest
  @CsvSource({
    "reference, OLD 7, format",
    "referrer, HR 1, format",
    "name, '\u0007', control-characters",
    "email, sam at example, format",
    "phone, none, format",
    "linkedin, linkedin.com/in/sam, format",
    "language, fr, not-in-list",
    "vacancyId, Java engineer, format",
    "referredOn, 6-10-2025, date",
    "state, employed, not-in-list",
    "informed, yes, type",
    "hrNumber, HR 2, format",
    "hiredOn, 2025-02-30, date",
    "startDate, soon, date",
    "probationEndDate, 2026-13-01, date",
    "probationMonths, 25, out-of-range",
    "probationMonths, two, type",
    "currency, euro, not-in-list",
    "part1, at-christmas, not-in-list",
    "part1, 61-months-in-service, not-in-list",
    "part1, 0-months-in-service, not-in-list",
    "part1, 2026-02-30, not-in-list",
    "part1Kind, cake, not-in-list",
    "part1Kind, money, not-in-list",
    "part1Quantity, 0, out-of-range",
    "part1Quantity, 100001, out-of-range",
    "part1Quantity, some, type",
    "part1PaidOn, 24 February, date",
    "part2Amount, 500, decimals",
    "part2Amount, '500,00', format",
    "part2Amount, 0.00, out-of-range",
    "part2PaidOn, later, date"
  })
  void a_cell_that_is_wrong_is_refused_with_its_reason(String column, String cell, String code) {
    assertThat(errors(hiredWith(column + "=" + cell))).containsExactly(column + " " + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"part1DescriptionNl", "part1DescriptionEn"})
  void a_description_is_one_line_of_a_hundred_characters(String column) {
    assertThat(errors(hiredWith(column + "=" + "x".repeat(101))))
        .containsExactly(column + " too-long");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(errors(hiredWith("email=x", "state=x", "currency=x", "part2Amount=x")))
        .containsExactlyInAnyOrder(
            "email format", "state not-in-list", "currency not-in-list", "part2Amount format");
  }

  @ParameterizedTest
  @CsvSource({"invited", "screening", "hiring"})
  void who_is_not_hired_has_nothing_of_a_hire_and_nothing_paid(String state) {
    assertThat(errors(hiredWith("state=" + state)))
        .containsExactlyInAnyOrder(
            "hrNumber not-with-field",
            "hiredOn not-with-field",
            "startDate not-with-field",
            "probationEndDate not-with-field",
            "part1PaidOn not-with-field");
    var open =
        hiredWith(
            "state=" + state,
            "hrNumber=",
            "hiredOn=",
            "startDate=",
            "probationEndDate=",
            "part1PaidOn=");
    assertThat(read(open).progress())
        .isEqualTo(
            switch (state) {
              case "invited" -> new Progress.Invited();
              case "screening" -> new Progress.Screening();
              default -> new Progress.Hiring();
            });
  }

  @Test
  void a_part_is_due_at_any_milestone() {
    var due =
        Stream.of(
                "hire-agreed",
                "first-working-day",
                "end-of-probation",
                "12-months-in-service",
                "60-months-in-service",
                "2026-12-31")
            .map(name -> read(hiredWith("part2=" + name)).promise().parts().get(1).milestone());

    assertThat(due)
        .containsExactly(
            Milestone.HIRE_AGREED,
            Milestone.FIRST_WORKING_DAY,
            Milestone.END_OF_PROBATION,
            new MonthsServed(12),
            new MonthsServed(60),
            new Milestone.OnDay(LocalDate.parse("2026-12-31")));
  }

  @Test
  void there_are_up_to_six_parts_without_a_gap() {
    var six =
        hiredWith(
            "part3=2027-01-01",
            "part3Amount=3.00",
            "part4=2027-02-01",
            "part4Amount=4.00",
            "part5=2027-03-01",
            "part5Amount=5.00",
            "part6=2027-04-01",
            "part6Amount=6.00");
    assertThat(read(six).promise().parts())
        .hasSize(6)
        .endsWith(money(new Milestone.OnDay(LocalDate.parse("2027-04-01")), "6.00"));

    assertThat(errors(hiredWith("part4=2027-02-01", "part4Amount=4.00")))
        .containsExactly("part4 out-of-range");
    assertThat(errors(hiredWith("part7=2027-05-01"))).containsExactly("part7 unknown");
  }

  @Test
  void what_says_more_of_a_part_goes_with_the_part() {
    assertThat(
            errors(
                hiredWith(
                    "part3Amount=1.00",
                    "part3Kind=charity",
                    "part3Quantity=1",
                    "part3DescriptionNl=x",
                    "part3DescriptionEn=x",
                    "part3PaidOn=2026-02-02")))
        .containsExactlyInAnyOrder(
            "part3Amount not-with-field",
            "part3Kind not-with-field",
            "part3Quantity not-with-field",
            "part3DescriptionNl not-with-field",
            "part3DescriptionEn not-with-field",
            "part3PaidOn not-with-field");
  }

  @Test
  void a_part_is_money_or_something_else() {
    assertThat(errors(hiredWith("part1Amount=10.00")))
        .containsExactly("part1Amount not-with-benefit");
    assertThat(errors(hiredWith("part2Quantity=1")))
        .containsExactly("part2Quantity not-with-field");
  }

  @Test
  void points_that_were_given_are_no_part_of_it() {
    assertThat(errors(hiredWith("part1Kind=points")))
        .containsExactly("part1PaidOn not-with-benefit");
    assertThat(
            read(hiredWith("part1Kind=points", "part1PaidOn="))
                .promise()
                .parts()
                .getFirst()
                .benefit()
                .orElseThrow()
                .kind())
        .isEqualTo(RewardKind.POINTS);
  }

  @Test
  void every_file_has_the_columns_that_every_line_needs() {
    assertThat(ReferralFileJson.columns())
        .doesNotHaveDuplicates()
        .containsAll(ReferralFileJson.needed())
        .containsAll(HIRED.keySet())
        .hasSize(17 + 6 * 7);
    assertThat(ReferralFileJson.needed())
        .containsExactly(
            "reference",
            "referrer",
            "name",
            "email",
            "vacancyId",
            "referredOn",
            "state",
            "informed",
            "currency",
            "part1",
            "part1Amount");
  }
}
