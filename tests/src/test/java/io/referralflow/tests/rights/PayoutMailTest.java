package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.programme.PublishTerms;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.rights.Ask.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// How finance is told what to pay, asked of the handler; every answer is as the contract says.
class PayoutMailTest {

  private static final Contract CONTRACT = Contract.ofProject();

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  private Reply ask(Ask ask) {
    var reply = ask.at(door);
    CONTRACT.check(ask.answered(reply));
    return reply;
  }

  private String stored() {
    return ask(Ask.of("GET /settings").by(People.PETRA)).json().path("payoutMail").asString();
  }

  private Reply settings(String more) {
    return ask(
        Ask.of("PUT /settings")
            .by(People.PETRA)
            .json(
                ("{'organisation':'Example B.V.','financeEmail':'finance@example.com',"
                        + "'timeZone':'Europe/Amsterdam'"
                        + more
                        + "}")
                    .replace('\'', '"')));
  }

  private static List<String> errors(Reply reply) {
    return StreamSupport.stream(reply.json().path("errors").spliterator(), false)
        .map(error -> error.path("field").asString() + " " + error.path("code").asString())
        .toList();
  }

  private void payroll() {
    var terms = Programme.terms();
    var _ =
        new PublishTerms(world.ports().programmes(), Programme.workingDays(), world::now)
            .execute(
                new PublishTerms.Content(
                    terms.text(),
                    terms.levels(),
                    terms.instalments(),
                    terms.probationMonths(),
                    new Promise(60, Optional.of(new PayrollCalendar(25, 5, List.of()))),
                    terms.eligibilityMonths()),
                Optional.empty(),
                People.PETRA.id());
  }

  @Test
  void it_is_a_mail_for_each_instalment_where_nobody_said_otherwise() {
    assertThat(stored()).isEqualTo("per-instalment");
    payroll();

    assertThat(settings(",'payoutMail':'per-run'").json().path("payoutMail").asString())
        .isEqualTo("per-run");
    assertThat(stored()).isEqualTo("per-run");
    assertThat(settings("").status()).isEqualTo(200);
    assertThat(stored()).isEqualTo("per-instalment");
  }

  @Test
  void a_mail_for_each_run_is_refused_where_the_terms_name_no_calendar() {
    var refused = settings(",'payoutMail':'per-run'");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(errors(refused)).containsExactly("payoutMail no-payroll-calendar");
    assertThat(stored()).isEqualTo("per-instalment");
    assertThat(errors(settings(",'payoutMail':'weekly'")))
        .containsExactly("payoutMail not-in-list");
  }
}
