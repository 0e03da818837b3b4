package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.referral.StateName;
import io.referralflow.tests.contract.Calls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every cell of the tables of fields, lists and shown states in `docs/rights.md`, asked of the
/// handler in every state, before and after the candidate's data is gone.
class FieldsTest {

  private static final Policy.Table FIELDS = Policy.table("Fields");
  private static final Policy.Table LISTS = Policy.table("Where a referral stands in lists");
  private static final Policy.Table SHOWN = Policy.table("What the referrer reads as the state");
  private static final Policy.Table ALLOWED = Policy.table("What the referrer reads of an end");

  /// Longer than any personal data is kept without the candidate's wish.
  private static final Duration LONG = Duration.ofDays(40);

  /// The columns of the table of fields, with somebody who reads as that.
  private static final Map<String, String> READERS =
      new TreeMap<>(
          Map.of(
              "referrer", "referrer RFP",
              "recruiter", "RP",
              "candidate", "candidate",
              "finance", "F"));

  private final List<String> wrong = new ArrayList<>();
  private int cells;

  /// What an answer holds under each name of a field; nulls are kept.
  private static final class Answer {
    private final Map<String, List<JsonNode>> values = new TreeMap<>();

    static Answer of(JsonNode json) {
      var answer = new Answer();
      answer.collect("", json);
      return answer;
    }

    private void collect(String name, JsonNode node) {
      if (node.isObject()) {
        node.propertyStream()
            .forEach(property ->
                collect(
                    name.isEmpty() ? property.getKey() : name + "." + property.getKey(),
                    property.getValue()));
      } else if (node.isArray() && !node.isEmpty()) {
        node.forEach(item -> collect(name, item));
      } else {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(node);
      }
    }

    Set<String> names() {
      return values.keySet();
    }

    /// Whether the field is there, as null or because what would hold it is null.
    boolean isNull(String name) {
      return values.entrySet().stream()
          .filter(each -> each.getKey().equals(name) || name.startsWith(each.getKey() + "."))
          .anyMatch(each -> each.getValue().stream().allMatch(JsonNode::isNull));
    }

    boolean isThere(String name) {
      var found = values.getOrDefault(name, List.of());
      return !found.isEmpty() && found.stream().noneMatch(JsonNode::isNull);
    }
  }

  @Test
  void every_field_of_the_answers_is_in_the_policy() {
    for (var entry : fieldsByCall().entrySet()) {
      var open = entry.getKey().equals("GET /hr-events");
      var written = new TreeSet<String>();
      for (var name : entry.getValue().keySet()) {
        written.add(open && name.startsWith("items.data.") ? "items.data" : name);
      }
      assertThat(written).as(entry.getKey()).isEqualTo(Calls.answerFields(entry.getKey()));
    }
  }

  private static Map<String, Map<String, Map<String, String>>> fieldsByCall() {
    var byCall = new LinkedHashMap<String, Map<String, Map<String, String>>>();
    for (var row : FIELDS.rows()) {
      byCall
          .computeIfAbsent(row.getOrDefault("Answer", ""), _ -> new LinkedHashMap<>())
          .put(row.getOrDefault("Field", ""), row);
    }
    return byCall;
  }

  @Test
  void everybody_reads_what_is_theirs_in_every_state_before_and_after_the_data_is_gone() {
    for (var state : Situation.states()) {
      var situation = Situation.of(state);
      compare(situation, "at first");
      situation.world().pass(LONG);
      compare(situation, "after " + LONG.toDays() + " days");
      if (situation.world().store().knowsCandidate(situation.emmas())) {
        var withdrawn = situation.ask("POST /invitation withdraw", "candidate");
        assertThat(withdrawn.at(situation.door()).status()).isEqualTo(200);
        situation.world().settle();
        compare(situation, "withdrawn");
      }
      assertThat(situation.world().store().everything())
          .as("what is stored after " + Situation.wireName(state))
          .doesNotContain(Situation.SECRETS);
    }

    System.out.printf("Rights: %d cells of fields asked, %d wrong%n", cells, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(cells).isGreaterThan(3_000);
  }

  private void compare(Situation situation, String when) {
    var knows = situation.world().store().knowsCandidate(situation.emmas());
    var state = StateName.of(situation.world().referral(situation.emmas()));
    fieldsByCall()
        .forEach((call, fields) ->
            READERS.forEach((column, reader) -> {
              var rights = fields.values().iterator().next().getOrDefault(column, "-");
              if (rights.equals("-")) {
                return;
              }
              var json = situation.ask(call, reader).at(situation.door()).json();
              var ours = ours(json, situation);
              if (ours.isEmpty()) {
                return;
              }
              for (var each : ours) {
                compare(
                    Answer.of(each),
                    fields,
                    column,
                    knows,
                    state == StateName.HELD,
                    "%s %s %s for %s: ".formatted(Situation.wireName(state), when, call, column));
              }
              leaks(call, column, json, knows, Situation.wireName(state) + " " + when);
            }));
  }

  /// The parts of an answer that are about Emma's referral: the item of a list, or all of it.
  private static List<JsonNode> ours(JsonNode json, Situation situation) {
    if (!json.has("items")) {
      return List.of(json);
    }
    var id = situation.emmas().value();
    return json.get("items")
        .valueStream()
        .filter(item -> item.toString().contains(id))
        .<JsonNode>map(item -> {
          var page = JsonMapper.shared().createObjectNode();
          page.putArray("items").add(item);
          page.set("next", json.get("next"));
          return page;
        })
        .toList();
  }

  private void compare(
      Answer answer,
      Map<String, Map<String, String>> fields,
      String column,
      boolean knows,
      boolean held,
      String where) {
    for (var name : answer.names()) {
      var covered =
          fields.containsKey(name)
              || fields.keySet().stream().anyMatch(field -> field.startsWith(name + "."));
      if (!covered) {
        wrong.add(where + name + " is not in the policy");
      }
    }
    fields.forEach((name, row) -> {
      cells++;
      var right =
          switch (row.getOrDefault(column, "")) {
            case "always" -> answer.isThere(name);
            case "stored" -> knows ? answer.isThere(name) : answer.isNull(name);
            case "held" -> held ? answer.isThere(name) : answer.isNull(name);
            case "maybe" -> true;
            case "never" -> !answer.names().contains(name);
            default -> false;
          };
      if (!right) {
        wrong.add(where + name + " is not " + row.get(column));
      }
    });
  }

  /// What was known of Sam from Emma alone shows where the policy shows the candidate, and nowhere
  /// else.
  private void leaks(String call, String column, JsonNode json, boolean knows, String where) {
    var mayRead =
        knows
            && fieldsByCall().getOrDefault(call, Map.of()).values().stream()
                .anyMatch(row -> row.getOrDefault(column, "").equals("stored"));
    if (!mayRead && Situation.SECRETS.stream().anyMatch(json.toString()::contains)) {
      wrong.add(where + ": " + call + " for " + column + " tells of the candidate");
    }
  }

  @Test
  void a_referral_stands_in_the_lists_of_those_it_concerns() {
    var asked = 0;
    for (var state : Situation.states()) {
      var situation = Situation.of(state);
      for (var row : LISTS.rows()) {
        for (var who : Policy.people(row.getOrDefault("Who", "")).toList()) {
          var reply = situation.ask(row.getOrDefault("List", ""), who).at(situation.door());
          var stands = reply.body().contains(situation.emmas().value()) ? "yes" : "no";
          assertThat(stands)
              .as("%s for %s in %s", row.get("List"), who, Situation.wireName(state))
              .isEqualTo(row.get(Situation.wireName(state)));
          asked++;
        }
      }
    }

    System.out.printf("Rights: %d cells of lists asked%n", asked);
    assertThat(asked).isGreaterThan(500);
  }

  @Test
  void the_referrer_reads_every_unhappy_end_as_ended_and_a_day_late() {
    assertThat(SHOWN.rows())
        .extracting(row -> row.get("True state"))
        .containsExactlyElementsOf(Situation.states().stream().map(Situation::wireName).toList());
    for (var state : Situation.states()) {
      var row =
          SHOWN.rows().stream()
              .filter(each -> Situation.wireName(state).equals(each.get("True state")))
              .findFirst()
              .orElseThrow();
      var situation = Situation.of(state);
      assertThat(shown(situation)).as("%s at once", state).isEqualTo(row.get("At once"));
      situation.world().pass(Duration.ofDays(1));
      assertThat(shown(situation)).as("%s later", state).isEqualTo(row.get("A day later"));
    }
  }

  private static String shown(Situation situation) {
    var own = situation.ask("GET /referrals/{id}", "referrer").at(situation.door()).json();
    var listed = situation.ask("GET /referrals", "referrer").at(situation.door()).json();
    assertThat(listed.at("/items/0/state")).isEqualTo(own.get("state"));
    return own.get("state").asString();
  }

  @Test
  void the_referrer_reads_as_much_of_a_rejection_as_the_candidate_allowed() {
    assertThat(ALLOWED.rows()).hasSameSizeAs(Feedback.values());
    for (var row : ALLOWED.rows()) {
      var allowed = Feedback.valueOf(row.getOrDefault("Allowed", "").toUpperCase(Locale.ROOT));
      var situation = Situation.of(StateName.REJECTED, allowed);
      situation.world().pass(Duration.ofDays(2));
      var timeline =
          situation
              .ask("GET /referrals/{id}", "referrer")
              .at(situation.door())
              .json()
              .get("timeline");
      var last = timeline.get(timeline.size() - 1);

      assertThat(last.get("kind").asString()).isEqualTo("ended");
      for (var field : List.of("stage", "reason")) {
        assertThat(last.has(field) ? "yes" : "no")
            .as("%s where %s is allowed", field, allowed)
            .isEqualTo(row.get(field));
      }
    }
  }
}
