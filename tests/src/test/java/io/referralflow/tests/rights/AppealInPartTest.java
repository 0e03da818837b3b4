package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.StateName;
import io.referralflow.staff.Caller;
import io.referralflow.tests.contract.Contract;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A decision on an appeal that allows a part of the reward, through the API's own door. Emma, whom
/// another outran, is promised two instalments of 1,000.00 euros.
class AppealInPartTest {

  private static final Contract CONTRACT = Contract.ofProject();

  private final Situation appealed = Situation.of(StateName.ALREADY_KNOWN);

  private static Ask.Reply ask(Situation situation, String call, String body, Caller who) {
    var asked = Ask.of(call).with("id", situation.emmas().value());
    var whole =
        (body.isEmpty() ? asked : asked.json(body)).by(who).header("Accept", "application/json");
    var reply = whole.at(situation.door());
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private void appeals() {
    appealed.world().goTo("2026-03-14T09:00");
    var reply = ask(appealed, "POST /referrals/{id}/appeal", "{\"reason\": \"other\"}", Cast.EMMA);
    assertThat(reply.status()).isEqualTo(200);
  }

  private Ask.Reply decides(String decision, String share) {
    return decides(appealed, decision, share);
  }

  private static Ask.Reply decides(Situation situation, String decision, String share) {
    return ask(
        situation,
        "POST /referrals/{id}/decisions",
        "{\"decision\": \"%s\", \"reason\": \"mistake\", \"share\": %s}".formatted(decision, share),
        Cast.PETRA);
  }

  private static List<String> errors(Ask.Reply reply) {
    assertThat(reply.status()).isEqualTo(422);
    return reply
        .json()
        .get("errors")
        .valueStream()
        .map(error -> error.get("field").asString() + " " + error.get("code").asString())
        .toList();
  }

  @Test
  void the_part_is_read_in_the_decision_the_timeline_and_each_instalment() {
    appeals();

    assertThat(decides("allow", "40").json().get("state").asString()).isEqualTo("hired");
    assertThat(decides("allow", "40").status()).isEqualTo(200);
    assertThat(decides("allow", "41").status()).isEqualTo(409);
    var seen = ask(appealed, "GET /referrals/{id}", "", Cast.EMMA).json();
    var decisions = seen.get("decisions");
    assertThat(decisions.get(decisions.size() - 1).get("share").asInt()).isEqualTo(40);
    var timeline = seen.get("timeline");
    assertThat(timeline.get(timeline.size() - 1).get("kind").asString())
        .isEqualTo("allowed-in-part");
    assertThat(
            IntStream.of(0, 1)
                .mapToObj(i -> seen.at("/instalments/" + i + "/amount/amount").asString()))
        .containsExactly("400.00", "400.00");
  }

  @Test
  void a_part_is_a_whole_percentage_and_goes_with_an_appeal_that_is_allowed() {
    appeals();

    assertThat(errors(decides("allow", "0"))).containsExactly("share out-of-range");
    assertThat(errors(decides("allow", "101"))).containsExactly("share out-of-range");
    assertThat(errors(decides("allow", "12.5"))).containsExactly("share type");
    assertThat(errors(decides("refuse", "40"))).containsExactly("share not-with-decision");
    var held = Situation.of(StateName.HELD);
    assertThat(errors(decides(held, "allow", "40"))).containsExactly("share not-with-decision");
    assertThat(decides(held, "allow", "100").status()).isEqualTo(200);
  }
}
