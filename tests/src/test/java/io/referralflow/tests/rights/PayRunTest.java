package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.StateName;
import io.referralflow.scenario.People;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pay runs and their files through the API's own door. Emma's first instalment is released and
/// promised for 29 May 2026.
class PayRunTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Caller FATIMA = People.caller("fatima", "Fatima", "HR-0005", Role.FINANCE);
  private static final String EXPORT = "GET /pay-runs/2026-05-29/export";

  private final Situation situation = Situation.of(StateName.PROBATION);

  private Ask.Reply ask(Ask ask, Caller who) {
    var whole = ask.by(who).header("Accept", "application/json");
    var reply = whole.at(situation.door());
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private void knows(String more) {
    var reply =
        ask(
            Ask.of("PUT /employees/HR-0001")
                .json("{\"name\": \"Emma Jansen\", \"contract\": \"permanent\"" + more + "}"),
            Cast.PETRA);
    assertThat(reply.status()).isLessThan(300);
  }

  private Ask.Reply confirm(String text) {
    return ask(
        Ask.of("POST /payouts/confirmations").header("Content-Type", "text/csv").body(text),
        FATIMA);
  }

  private static List<String> errors(Ask.Reply reply, String list) {
    return reply
        .json()
        .get(list)
        .valueStream()
        .map(error -> error.get("field").asString() + " " + error.get("code").asString())
        .toList();
  }

  private String reference() {
    var number = situation.world().referral(situation.emmas()).particulars().receiptNumber();
    return "RF-" + number + "-1";
  }

  @Test
  void a_run_names_whom_payroll_knows_and_what_is_still_to_be_paid() {
    knows(", \"entity\": \"1\", \"wageCode\": \"410\", \"costCentre\": \"4100\"");

    var run = ask(Ask.of("GET /pay-runs/2026-05-29"), FATIMA).json();

    assertThat(run.get("cutOff").isNull()).isTrue();
    assertThat(run.at("/items/0/personnelNumber").asString()).isEqualTo("HR-0001");
    assertThat(run.at("/items/0/costCentre").asString()).isEqualTo("4100");
    assertThat(run.at("/items/0/state").asString()).isEqualTo("released");
    assertThat(run.at("/totals").toString())
        .isEqualTo("[{\"amount\":\"1000.00\",\"currency\":\"EUR\"}]");
    assertThat(ask(Ask.of("GET /pay-runs/2026-05-30"), FATIMA).json().get("items")).isEmpty();
  }

  @Test
  void the_file_for_the_payroll_system_is_a_file() {
    knows(", \"entity\": \"1\", \"wageCode\": \"410\", \"personnelNumber\": \"90007\"");

    var reply = ask(Ask.of(EXPORT), FATIMA);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers())
        .containsEntry("Content-Type", "text/csv; charset=utf-8")
        .containsEntry(
            "Content-Disposition",
            "attachment; filename=\"payouts-2026-05-29-afas-hrcompmut.csv\"");
    assertThat(reply.body())
        .isEqualTo("Year,PeId,EmId,ErId,Sc02,VaD1\r\n2026,5,90007,1,410,1000.00\r\n");
  }

  @Test
  void no_cell_of_the_file_is_a_formula() {
    knows(", \"entity\": \"=HYPERLINK(\\\"http://example.org\\\")\", \"wageCode\": \"@SUM(1)\"");

    assertThat(ask(Ask.of(EXPORT), FATIMA).body())
        .isEqualTo(
            String.join(
                "\r\n",
                "Year,PeId,EmId,ErId,Sc02,VaD1",
                "2026,5,HR-0001,\"'=HYPERLINK(\"\"http://example.org\"\")\",'@SUM(1),1000.00",
                ""));
  }

  @Test
  void what_the_directory_lacks_is_named() {
    var reply = ask(Ask.of(EXPORT), FATIMA);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("detail").asString())
        .isEqualTo(
            "The directory lacks: %1$s personnel-number, %1$s entity, %1$s wage-code."
                .formatted(reference()));
  }

  @Test
  void a_day_and_a_payroll_system_must_exist() {
    assertThat(errors(ask(Ask.of("GET /pay-runs/2026-02-30"), FATIMA), "errors"))
        .containsExactly("payDay date");
    assertThat(errors(ask(Ask.of(EXPORT).query("target", "nmbrs"), FATIMA), "errors"))
        .containsExactly("target not-in-list");
    assertThat(ask(Ask.of("GET /payroll-targets/nmbrs"), FATIMA).status()).isEqualTo(404);
    assertThat(ask(Ask.of("GET /payroll-targets/NMBRS"), FATIMA).status()).isEqualTo(404);
  }

  @Test
  void the_columns_are_a_setting() {
    var body =
        """
        {"columns": [{"title": "Bedrag", "field": "amount"},
                     {"title": "Soort", "field": "constant", "constant": "Premie"}]}
        """;

    assertThat(ask(Ask.of("PUT /payroll-targets/nmbrs").json(body), Cast.PETRA).status())
        .isEqualTo(200);

    assertThat(ask(Ask.of("GET /payroll-targets/nmbrs"), FATIMA).body())
        .isEqualTo(
            """
            {"name":"nmbrs","columns":[{"title":"Bedrag","field":"amount"},\
            {"title":"Soort","field":"constant","constant":"Premie"}]}\
            """);
    assertThat(ask(Ask.of(EXPORT).query("target", "nmbrs"), FATIMA).body())
        .isEqualTo("Bedrag,Soort\r\n1000.00,Premie\r\n");
  }

  @Test
  void columns_that_contradict_themselves_are_refused() {
    var body =
        """
        {"columns": [{"title": "A", "field": "amount", "constant": "x"},
                     {"title": "A", "field": "constant"},
                     {"title": "B", "field": "iban"}]}
        """;

    assertThat(errors(ask(Ask.of("PUT /payroll-targets/nmbrs").json(body), Cast.PETRA), "errors"))
        .containsExactlyInAnyOrder(
            "columns[0].constant not-with-field",
            "columns[1].constant required",
            "columns[1].title duplicate",
            "columns[2].field not-in-list");
    assertThat(errors(ask(Ask.of("PUT /payroll-targets/NMBRS").json("{}"), Cast.PETRA), "errors"))
        .containsExactly("name format");
  }

  @Test
  void a_file_of_payments_is_confirmed_and_the_other_lines_named() {
    var ours = reference();

    var reply =
        confirm(
            """
            reference;paidOn;amount
            %1$s;2026-05-01;999.00
            RF-404-1;2026-05-01;1000.00
            %1$s;2026-05-02;1000.00
            ;yesterday;much
            """
                .formatted(ours));

    assertThat(reply.json().get("confirmed").asInt()).isZero();
    assertThat(errors(reply, "refused"))
        .containsExactly(
            "amount differs",
            "reference reference-unknown",
            "paidOn in-the-future",
            "reference required",
            "paidOn date",
            "amount format");
    assertThat(confirm("reference,paidOn,amount\n" + ours + ",2026-05-01,1000.00\n").body())
        .isEqualTo("{\"confirmed\":1,\"refused\":[]}");
    assertThat(
            ask(Ask.of("GET /pay-runs/2026-05-29"), FATIMA).json().at("/items/0/state").asString())
        .isEqualTo("paid");
  }

  @Test
  void nobody_confirms_what_rests_on_their_own_word_or_referral() {
    var line = "reference,paidOn,amount\n" + reference() + ",2026-05-01,1000.00\n";
    var file = Ask.of("POST /payouts/confirmations").header("Content-Type", "text/csv").body(line);

    assertThat(errors(ask(file, People.as(Cast.EMMA, Role.FINANCE)), "refused"))
        .containsExactly("reference own-referral");
    assertThat(errors(ask(file, People.as(Cast.PETRA, Role.FINANCE)), "refused"))
        .containsExactly("reference second-person");
    assertThat(errors(confirm("reference,paidOn\n" + reference() + ",2026-05-01\n"), "errors"))
        .containsExactly("lines[1].amount required");
  }
}
