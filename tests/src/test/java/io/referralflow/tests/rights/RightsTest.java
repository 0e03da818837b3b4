package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.StateName;
import io.referralflow.tests.contract.Calls;
import io.referralflow.tests.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every cell of the tables of calls in `docs/rights.md`, asked of the handler.
class RightsTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Policy.Table WITHOUT = Policy.table("Calls about no particular referral");
  private static final Policy.Table OUTSIDE = Policy.table("Calls of outside referrers");
  private static final Policy.Table ABOUT = Policy.table("Calls about one referral");

  /// A company for each state, used again until a call was granted that may have changed it.
  private static final class Companies {
    private final Map<StateName, Situation> fresh = new TreeMap<>();
    private final Map<StateName, String> rows = new TreeMap<>();

    Situation in(StateName state) {
      return fresh.computeIfAbsent(state, Situation::of);
    }

    String rows(StateName state) {
      return rows.computeIfAbsent(state, it -> in(it).world().store().everything());
    }

    void wornOut(StateName state) {
      fresh.remove(state);
      rows.remove(state);
    }
  }

  private final Companies companies = new Companies();
  private final List<String> wrong = new ArrayList<>();
  private int granted;
  private int refused;

  @Test
  void every_call_of_the_contract_is_in_the_policy() {
    var written =
        Stream.of(WITHOUT, ABOUT)
            .flatMap(table -> table.rows().stream())
            .map(row -> row.getOrDefault("Call", ""))
            .map(call -> String.join(" ", List.of(call.split(" ", -1)).subList(0, 2)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(written).isEqualTo(Calls.all());
  }

  @Test
  void about_one_referral_every_call_names_everybody_once() {
    var named = new TreeMap<String, List<String>>();
    for (var row : ABOUT.rows()) {
      var people = named.computeIfAbsent(row.getOrDefault("Call", ""), _ -> new ArrayList<>());
      Policy.people(row.getOrDefault("Who", "")).forEach(people::add);
    }

    assertThat(named).hasSizeGreaterThan(10);
    assertThat(named)
        .allSatisfy((call, people) ->
            assertThat(people).as(call).containsExactlyInAnyOrderElementsOf(Cast.ABOUT_A_REFERRAL));
    assertThat(ABOUT.columnsFrom(2))
        .containsExactlyElementsOf(Situation.states().stream().map(Situation::wireName).toList());
  }

  @Test
  void whoever_may_is_granted_and_whoever_may_not_is_refused() {
    for (var state : Situation.states()) {
      for (var row : WITHOUT.rows()) {
        for (var who : WITHOUT.columnsFrom(1)) {
          compare(state, row.getOrDefault("Call", ""), who, row.getOrDefault(who, ""));
        }
        compare(state, row.getOrDefault("Call", ""), "O", outside(row));
      }
      for (var row : ABOUT.rows()) {
        Policy.people(row.getOrDefault("Who", ""))
            .flatMap(RightsTest::andFromOutside)
            .forEach(who ->
                compare(
                    state,
                    row.getOrDefault("Call", ""),
                    who,
                    row.getOrDefault(Situation.wireName(state), "")));
      }
    }

    System.out.printf(
        "Rights: %d cells of role x call x relation x state asked, %d granted, %d refused without"
            + " a trace, %d wrong%n",
        granted + refused, granted, refused, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(granted + refused).isGreaterThan(5_000);
  }

  /// What the policy says of an outside referrer: what it says of an employee, but for some calls.
  private static String outside(Map<String, String> row) {
    return OUTSIDE.rows().stream()
        .filter(each -> Objects.equals(each.get("Call"), row.get("Call")))
        .findFirst()
        .map(each -> each.getOrDefault("O", ""))
        .orElse(row.getOrDefault("E", ""));
  }

  private static Stream<String> andFromOutside(String who) {
    return switch (who) {
      case "E" -> Stream.of("E", "O");
      case "referrer" -> Stream.of("referrer", "referrer O");
      default -> Stream.of(who);
    };
  }

  private void compare(StateName state, String call, String who, String policy) {
    var situation = companies.in(state);
    var before = companies.rows(state);
    var ask = situation.ask(call, who);
    var reply = ask.at(situation.door());
    var words = "%s %s by %s: ".formatted(Situation.wireName(state), call, who);
    if (!policy.equals(Integer.toString(reply.status()))) {
      wrong.add(words + reply.status() + " instead of " + policy + " " + reply.body());
    }
    CONTRACT.breaches(ask.answered(reply)).forEach(breach -> wrong.add(words + breach));
    if (reply.status() >= 400) {
      refused++;
      secrets(reply).forEach(secret -> wrong.add(words + "the refusal tells " + secret));
    } else {
      granted++;
    }
    var after = situation.world().store().everything();
    if (!after.equals(before)) {
      if (reply.status() >= 400 || call.startsWith("GET")) {
        wrong.add(words + "something was written");
      }
      companies.wornOut(state);
    }
    situation
        .door()
        .takeLog()
        .forEach(line -> {
          if (Situation.SECRETS.stream().anyMatch(line::contains) || line.contains("@")) {
            wrong.add(words + "logged " + line);
          }
        });
  }

  private static Stream<String> secrets(Ask.Reply reply) {
    return Stream.concat(Situation.SECRETS.stream(), Stream.of(Situation.SAM))
        .filter(reply.body()::contains);
  }
}
