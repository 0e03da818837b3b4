package io.referralflow.json;

import static io.referralflow.reward.InstalmentTerm.fixed;
import static io.referralflow.reward.InstalmentTerm.inKind;
import static io.referralflow.reward.InstalmentTerm.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.programme.PublishTerms.Content;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.reward.RewardKind;
import io.referralflow.reward.RewardPlan;
import io.referralflow.submission.Offered;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reward plans on the wire, in vacancies and in terms. Quotes are written as apostrophes.
class PlansTest {

  private static final VacancyId ID = new VacancyId("architect");

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String vacancy(String more) {
    return json(
        "{'title': 'Architect', 'functionLevel': 'lead', 'profile': 'Draws.', 'status': 'open'"
            + more
            + "}");
  }

  private static String plan(String amount, String instalments) {
    return vacancy(", 'plan': {'amount': " + amount + ", 'instalments': [" + instalments + "]}");
  }

  private static String money(String amount, String currency) {
    return "{'amount': '" + amount + "', 'currency': '" + currency + "'}";
  }

  private static Money amount(String amount, String currency) {
    return Money.of(new BigDecimal(amount), Currency.getInstance(currency));
  }

  private static Vacancy read(String body) {
    var decoded = Requests.vacancy(ID, body);
    assertThat(decoded).isInstanceOf(Decoded.Right.class);
    return ((Decoded.Right<Vacancy>) decoded).value();
  }

  private static List<String> errors(Decoded<?> decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Wrong.class);
    return ((Decoded.Wrong<?>) decoded)
        .errors().stream().map(error -> error.field() + " " + error.code()).toList();
  }

  @Nested
  class A_vacancy {

    @Test
    void is_in_the_programme_with_its_levels_reward_when_nothing_else_is_said() {
      var plain = new Vacancy(ID, "Architect", "lead", "Draws.", true, true, Optional.empty());

      assertThat(read(vacancy(""))).isEqualTo(plain);
      assertThat(read(vacancy(", 'inProgramme': true"))).isEqualTo(plain);
    }

    @Test
    void can_have_other_rewards_beside_its_money() {
      var benefit =
          "'benefit': {'kind': 'days-off', 'quantity': 2,"
              + " 'description': {'nl': 'Extra vrije dag', 'en': 'Extra day off'}}";
      var body =
          plan(
              money("1000.00", "EUR"),
              "{'number': 1, 'milestone': 'first-working-day', 'share': 100},"
                  + "{'number': 2, 'milestone': 'end-of-probation', "
                  + benefit
                  + "}");

      var vacancy = read(body);
      var terms =
          new Terms(1, Instant.EPOCH, Map.of(), List.of(), List.of(), 2, Promise.within(30), 12);

      assertThat(vacancy.plan().orElseThrow().instalments())
          .containsExactly(
              share(Milestone.FIRST_WORKING_DAY, 100),
              inKind(
                  Milestone.END_OF_PROBATION,
                  new Benefit(RewardKind.DAYS_OFF, 2, "Extra vrije dag", "Extra day off")));
      assertThat(Answers.vacancy(new Offered(vacancy, terms.reward(vacancy)), true))
          .contains(
              json("{'number':2,'milestone':'end-of-probation',"),
              json(
                  "'benefit':{'kind':'days-off','quantity':2,"
                      + "'description':{'nl':'Extra vrije dag','en':'Extra day off'}}"),
              json("'amount':{'amount':'0.00','currency':'EUR'}"));
    }

    @Test
    void is_refused_with_everything_that_is_wrong_with_its_other_rewards() {
      var body =
          plan(
              money("1000.00", "EUR"),
              "{'number': 1, 'milestone': 'first-working-day', 'share': 50, 'amount': 'x',"
                  + " 'benefit': {'kind': 'money', 'quantity': 0, 'description': {'nl': 'Geld'}}},"
                  + "{'number': 3, 'milestone': 'first-working-day', 'benefit': {}}");

      assertThat(errors(Requests.vacancy(ID, body)))
          .containsExactlyInAnyOrder(
              "plan.instalments[0].share not-with-benefit",
              "plan.instalments[0].amount not-with-benefit",
              "plan.instalments[0].benefit.kind not-in-list",
              "plan.instalments[0].benefit.quantity out-of-range",
              "plan.instalments[0].benefit.description.en required",
              "plan.instalments[1].number out-of-range",
              "plan.instalments[1].benefit.kind required",
              "plan.instalments[1].benefit.quantity required",
              "plan.instalments[1].benefit.description required");
    }

    @Test
    void can_be_left_out() {
      assertThat(read(vacancy(", 'inProgramme': false")).inProgramme()).isFalse();
    }

    @Test
    void can_have_a_plan_of_shares_with_every_milestone() {
      var body =
          plan(
              money("1000.00", "EUR"),
              "{'number': 1, 'milestone': 'hire-agreed', 'share': 10},"
                  + "{'number': 2, 'milestone': 'first-working-day', 'share': 20},"
                  + "{'number': 3, 'milestone': 'end-of-probation', 'share': 30},"
                  + "{'number': 4, 'milestone': 'months-in-service', 'months': 6, 'share': 15},"
                  + "{'number': 5, 'milestone': 'on-day', 'day': '2027-01-31', 'share': 25}");

      var vacancy = read(body);

      assertThat(vacancy.plan())
          .contains(
              new RewardPlan(
                  amount("1000.00", "EUR"),
                  List.of(
                      share(Milestone.HIRE_AGREED, 10),
                      share(Milestone.FIRST_WORKING_DAY, 20),
                      share(Milestone.END_OF_PROBATION, 30),
                      share(new Milestone.MonthsServed(6), 15),
                      share(new Milestone.OnDay(LocalDate.parse("2027-01-31")), 25))));
      assertThat(Answers.vacancy(new Offered(vacancy, Optional.empty()), true))
          .contains(
              json("{'number':4,'milestone':'months-in-service','months':6,'share':15}"),
              json("{'number':5,'milestone':'on-day','day':'2027-01-31','share':25}"));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1000, 400, 600", "KWD, 1.001, 0.400, 0.601", "EUR, 1.01, 0.50, 0.51"})
    void can_have_a_plan_of_amounts_in_any_currency(
        String currency, String whole, String first, String second) {
      var body =
          plan(
              money(whole, currency),
              "{'number': 1, 'milestone': 'first-working-day', 'amount': %s},"
                      .formatted(money(first, currency))
                  + "{'number': 2, 'milestone': 'end-of-probation', 'amount': %s}"
                      .formatted(money(second, currency)));

      var vacancy = read(body);

      assertThat(vacancy.plan())
          .contains(
              new RewardPlan(
                  amount(whole, currency),
                  List.of(
                      fixed(Milestone.FIRST_WORKING_DAY, amount(first, currency)),
                      fixed(Milestone.END_OF_PROBATION, amount(second, currency)))));
      assertThat(Answers.vacancy(new Offered(vacancy, Optional.empty()), true))
          .contains(json("'amount':{'amount':'" + second + "','currency':'" + currency + "'}"));
    }
  }

  @Nested
  class A_plan_is_refused {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "'milestone': 'first-working-day', 'share': 99 | plan.instalments shares",
          "'milestone': 'first-working-day', 'amount': {'amount': '9.00', 'currency': 'EUR'} |"
              + " plan.instalments amounts",
          "'milestone': 'first-working-day', 'share': 50,"
              + " 'amount': {'amount': '10.00', 'currency': 'EUR'} |"
              + " plan.instalments[0].share not-with-amount",
          "'milestone': 'months-in-service', 'share': 100 |"
              + " plan.instalments[0].months required",
          "'milestone': 'on-day', 'share': 100 | plan.instalments[0].day required",
          "'milestone': 'on-day', 'day': '2027-02-30', 'share': 100 |"
              + " plan.instalments[0].day date",
          "'milestone': 'hire-agreed', 'months': 6, 'share': 100 |"
              + " plan.instalments[0].months not-with-milestone",
          "'milestone': 'hire-agreed', 'day': '2027-01-31', 'share': 100 |"
              + " plan.instalments[0].day not-with-milestone",
          "'milestone': 'months-in-service', 'months': 61, 'share': 100 |"
              + " plan.instalments[0].months out-of-range",
          "'milestone': 'hire-agreed', 'amount': {'amount': '10', 'currency': 'EUR'} |"
              + " plan.instalments[0].amount.amount decimals",
          "'milestone': 'hire-agreed', 'amount': {'amount': '10.00', 'currency': 'USD'} |"
              + " plan.instalments amounts"
        })
    void with_the_field_and_what_is_wrong(String instalment, String error) {
      var body = plan(money("10.00", "EUR"), "{'number': 1, " + instalment + "}");

      assertThat(errors(Requests.vacancy(ID, body))).containsExactly(error);
    }

    @Test
    void when_a_share_of_it_comes_to_nothing() {
      var body =
          plan(money("0.00", "EUR"), "{'number': 1, 'milestone': 'hire-agreed', 'share': 100}");

      assertThat(errors(Requests.vacancy(ID, body)))
          .containsExactly("plan.amount comes-to-nothing");
    }

    @Test
    void when_shares_stand_beside_amounts() {
      var body =
          plan(
              money("10.00", "EUR"),
              "{'number': 1, 'milestone': 'hire-agreed', 'share': 50},"
                  + "{'number': 2, 'milestone': 'first-working-day', 'amount': "
                  + money("5.00", "EUR")
                  + "}");

      assertThat(errors(Requests.vacancy(ID, body))).containsExactly("plan.instalments mixed");
    }
  }

  @Nested
  class Terms_of_a_programme {

    /// What was published can be read and published again as it is.
    private static Content readAgain(Content content) {
      var published =
          new Terms(
              1,
              Instant.EPOCH,
              content.text(),
              content.levels(),
              content.instalments(),
              content.probationMonths(),
              content.promise(),
              content.eligibilityMonths());
      var answered = Json.parse(Answers.terms(published, Map.of())).orElseThrow();
      var body = Json.object();
      body.set("text", answered.get("text"));
      body.set("rules", answered.get("rules"));
      return ((Decoded.Right<Requests.NewTerms>) Requests.terms(body.toString())).value().content();
    }

    private static String terms(String ofLead, String instalment) {
      return json(
          "{'text': {'nl': 'Zo.', 'en': 'So.'}, 'rules': {"
              + "'levels': [{'functionLevel': 'lead', 'amount': "
              + money("10.00", "EUR")
              + ofLead
              + "}], 'instalments': [{'number': 1, 'milestone': 'first-working-day', "
              + instalment
              + "}], 'probationMonths': 2, 'promiseDays': 30, 'eligibilityMonths': 12,"
              + "'severalReferrers': 'lowest-receipt'}}");
    }

    @Test
    void may_cut_all_levels_by_amounts_that_add_up_to_each() {
      var right = terms("", "'amount': " + money("10.00", "EUR"));
      var wrong = terms("", "'amount': " + money("9.00", "EUR"));

      var content = ((Decoded.Right<Requests.NewTerms>) Requests.terms(right)).value().content();
      assertThat(readAgain(content)).isEqualTo(content);
      assertThat(errors(Requests.terms(wrong))).containsExactly("rules.levels[0].amount amounts");
    }

    @Test
    void give_every_level_something() {
      var shared = terms("", "'share': 100").replace("10.00", "0.00");
      var own =
          terms(
                  ", 'instalments': [{'number': 1, 'milestone': 'hire-agreed', 'share': 100}]",
                  "'share': 100")
              .replace("10.00", "0.00");

      assertThat(errors(Requests.terms(shared)))
          .containsExactly("rules.levels[0].amount comes-to-nothing");
      assertThat(errors(Requests.terms(own)))
          .containsExactly("rules.levels[0].amount comes-to-nothing");
    }

    @Test
    void may_name_the_payrolls_calendar() {
      var body =
          terms("", "'share': 100")
              .replace(
                  json("'promiseDays': 30,"),
                  json(
                      "'promiseDays': 45, 'payroll': {'payDay': 25, 'cutOffWorkingDays': 8,"
                          + " 'morePayDays': [10], 'extraRuns':"
                          + " [{'cutOff': '2026-12-20', 'payDay': '2026-12-31'}]},"));

      var content = ((Decoded.Right<Requests.NewTerms>) Requests.terms(body)).value().content();

      assertThat(readAgain(content)).isEqualTo(content);
      assertThat(content.promise())
          .isEqualTo(
              new Promise(
                  45,
                  Optional.of(
                      new PayrollCalendar(
                          25,
                          8,
                          List.of(
                              new PayRun(
                                  LocalDate.parse("2026-12-20"), LocalDate.parse("2026-12-31"))),
                          List.of(10)))));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "'payDay': 32, 'cutOffWorkingDays': 8 | rules.payroll.payDay out-of-range",
          "'payDay': 25 | rules.payroll.cutOffWorkingDays required",
          "'payDay': 25, 'cutOffWorkingDays': 8, 'morePayDays': [10, 25] |"
              + " rules.payroll.morePayDays duplicate",
          "'payDay': 25, 'cutOffWorkingDays': 8, 'morePayDays': [10, 10] |"
              + " rules.payroll.morePayDays duplicate",
          "'payDay': 25, 'cutOffWorkingDays': 8, 'morePayDays': [32] |"
              + " rules.payroll.morePayDays out-of-range",
          "'payDay': 25, 'cutOffWorkingDays': 8,"
              + " 'extraRuns': [{'cutOff': '2026-12-20', 'payDay': '2026-12-19'}] |"
              + " rules.payroll.extraRuns[0].payDay dates-contradict"
        })
    void name_no_calendar_that_cannot_be(String payroll, String error) {
      var body =
          terms("", "'share': 100")
              .replace(
                  json("'promiseDays': 30,"),
                  json("'promiseDays': 45, 'payroll': {" + payroll + "},"));

      assertThat(errors(Requests.terms(body))).containsExactly(error);
    }

    @Test
    void may_cut_one_level_in_its_own_way() {
      var own =
          ", 'instalments': [{'number': 1, 'milestone': 'months-in-service', 'months': 12,"
              + " 'share': 100}]";
      var read = Requests.terms(terms(own, "'amount': " + money("9.00", "EUR")));

      var content = ((Decoded.Right<Requests.NewTerms>) read).value().content();
      assertThat(content.levels())
          .containsExactly(
              new Terms.Level(
                  "lead",
                  amount("10.00", "EUR"),
                  List.of(share(new Milestone.MonthsServed(12), 100))));
      assertThat(readAgain(content)).isEqualTo(content);
    }
  }
}
