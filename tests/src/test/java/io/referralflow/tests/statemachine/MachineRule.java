package io.referralflow.tests.statemachine;

import static io.referralflow.tests.statemachine.Machine.expressionsIn;
import static io.referralflow.tests.statemachine.Machine.list;
import static io.referralflow.tests.statemachine.Machine.map;
import static io.referralflow.tests.statemachine.Machine.text;
import static io.referralflow.tests.statemachine.Machine.textsIn;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What a state machine of ours keeps to. A rule names each place that breaks it.
enum MachineRule {
  THE_TOP_READS_IN_ORDER((machine, broken) ->
      inOrder(
          machine.root().keySet(),
          List.of("Comment", "QueryLanguage", "TimeoutSeconds", "StartAt", "States"),
          "the top",
          broken)),

  STATES_READ_IN_ORDER((machine, broken) ->
      machine
          .states()
          .forEach((name, state) ->
              inOrder(
                  map(state).keySet(),
                  List.of(
                      "Comment",
                      "Type",
                      "Resource",
                      "Arguments",
                      "Seconds",
                      "Choices",
                      "Default",
                      "TimeoutSeconds",
                      "HeartbeatSeconds",
                      "Retry",
                      "Catch",
                      "Assign",
                      "Output",
                      "Error",
                      "Cause",
                      "Next"),
                  name,
                  broken))),

  /// The happy path, then the ends that the business knows, then the faults.
  THE_STORY_COMES_IN_ORDER((machine, broken) -> {
    List<Integer> places =
        machine.states().keySet().stream()
            .map(name ->
                switch (machine.typeOf(name)) {
                  case "Succeed" -> 1;
                  case "Fail" -> 2;
                  default -> 0;
                })
            .toList();
    expect(places.equals(places.stream().sorted().toList()), "ends stand between steps", broken);
  }),

  EVERY_STATE_SAYS_WHAT_IT_IS_FOR((machine, broken) -> {
    expect(!text(machine.root().get("Comment")).isBlank(), "the top has no comment", broken);
    machine
        .states()
        .forEach((name, state) ->
            expect(!text(map(state).get("Comment")).isBlank(), name + " has no comment", broken));
  }),

  NAMES_ARE_PHRASES_OF_THE_BUSINESS((machine, broken) ->
      machine
          .states()
          .keySet()
          .forEach(name -> {
            expect(
                name.matches("([A-Z][a-z]+)( [A-Z][a-z]+)*\\??"),
                name + " is no phrase with capitals",
                broken);
            expect(
                name.endsWith("?") == machine.typeOf(name).equals("Choice"),
                name + " asks and is no choice, or the other way round",
                broken);
          })),

  EVERYTHING_IS_BOUND_IN_TIME((machine, broken) -> {
    expect(machine.root().get("TimeoutSeconds") instanceof Integer, "no end at all", broken);
    for (String name : machine.namesOf("Task")) {
      expect(
          machine.state(name).get("TimeoutSeconds") instanceof Integer,
          name + " has no timeout in plain seconds",
          broken);
    }
  }),

  WAITING_GOES_ON_AFTER_A_TIMEOUT((machine, broken) -> {
    for (String name : machine.namesOf("Task")) {
      if (!text(machine.state(name).get("Resource")).endsWith(".waitForTaskToken")) {
        continue;
      }
      expect(
          Integer.valueOf(25920000).equals(machine.state(name).get("TimeoutSeconds")),
          name + " waits other than 300 days",
          broken);
      expect(
          list(machine.state(name).get("Catch")).stream()
              .anyMatch(way ->
                  list(map(way).get("ErrorEquals")).equals(List.of("States.Timeout"))
                      && name.equals(map(way).get("Next"))),
          name + " ends with its timeout",
          broken);
      expect(
          expressionsIn(machine.state(name).get("Arguments"))
              .contains("$states.context.Task.Token"),
          name + " gives its token to nobody",
          broken);
    }
  }),

  RETRIES_ARE_ALL_THE_SAME((machine, broken) -> {
    Set<Object> blocks = new HashSet<>();
    for (String name : machine.namesOf("Task")) {
      List<Object> retry = list(machine.state(name).get("Retry"));
      expect(!retry.isEmpty(), name + " does not retry", broken);
      blocks.add(retry);
      for (Object one : retry) {
        Set<String> said = map(one).keySet();
        for (String word :
            List.of("IntervalSeconds", "MaxAttempts", "MaxDelaySeconds", "BackoffRate")) {
          expect(said.contains(word), name + " retries without " + word, broken);
        }
        expect(
            "FULL".equals(map(one).get("JitterStrategy")),
            name + " retries without full jitter",
            broken);
        expect(
            list(map(one).get("ErrorEquals")).contains("Lambda.SnapStartNotReadyException"),
            name + " does not wait for a snapshot",
            broken);
      }
    }
    expect(blocks.size() <= 1, "retries differ", broken);
  }),

  ERRORS_HAVE_NAMES_THAT_EXIST((machine, broken) -> {
    Set<String> known =
        Set.of(
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.SnapStartNotReadyException",
            "Lambda.SnapStartTimeoutException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "States.ALL",
            "States.TaskFailed",
            "States.Timeout");
    machine
        .states()
        .forEach((name, state) -> {
          for (String ways : List.of("Retry", "Catch")) {
            for (Object way : list(map(state).get(ways))) {
              list(map(way).get("ErrorEquals"))
                  .forEach(error ->
                      expect(
                          known.contains(text(error)),
                          name + " names the unknown error " + error,
                          broken));
            }
          }
        });
  }),

  ALL_OTHER_FAULTS_COME_LAST_AND_TO_ONE_PLACE((machine, broken) -> {
    for (String name : machine.namesOf("Task")) {
      List<Object> ways = list(machine.state(name).get("Catch"));
      for (int i = 0; i < ways.size(); i++) {
        List<Object> errors = list(map(ways.get(i)).get("ErrorEquals"));
        boolean last = i == ways.size() - 1;
        expect(
            errors.contains("States.ALL") == last && (!last || errors.size() == 1),
            name + " does not catch the rest last",
            broken);
      }
      expect(!ways.isEmpty(), name + " catches nothing", broken);
      if (!ways.isEmpty()) {
        Map<String, Object> rest = map(ways.getLast());
        expect("Step Failed".equals(rest.get("Next")), name + " fails elsewhere", broken);
        expect(
            expressionsIn(rest.get("Assign")).contains("$states.context.State.Name"),
            name + " does not say where it failed",
            broken);
      }
    }
  }),

  ONLY_FAULTS_FAIL((machine, broken) -> {
    Set<String> known = Set.of("StepFailed", "InputNotUnderstood", "AnswerNotUnderstood");
    for (String name : machine.namesOf("Fail")) {
      Map<String, Object> state = machine.state(name);
      expect(
          known.contains(text(state.get("Error"))),
          name + " has an error of no list: " + state.get("Error"),
          broken);
      expect(
          text(state.get("Error")).equals(name.replace(" ", "")),
          name + " is called otherwise than its error",
          broken);
      expect(text(state.get("Cause")).contains("upkeep"), name + " helps nobody", broken);
    }
    for (String name : machine.namesOf("Succeed")) {
      expect(
          map(machine.state(name).get("Output"))
              .keySet()
              .containsAll(Set.of("id", "leg", "outcome")),
          name + " does not say how it ended",
          broken);
    }
  }),

  CHOICES_ALWAYS_LEAD_SOMEWHERE((machine, broken) -> {
    for (String name : machine.namesOf("Choice")) {
      String otherwise = text(machine.state(name).get("Default"));
      expect(
          machine.states().containsKey(otherwise) && machine.typeOf(otherwise).equals("Fail"),
          name + " has no default that fails",
          broken);
    }
  }),

  EVERY_STATE_IS_REACHED_AND_EXISTS((machine, broken) -> {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(text(machine.root().get("StartAt")));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!machine.states().containsKey(name)) {
        broken.accept("there is no state " + name);
      } else if (reached.add(name)) {
        machine.exitsOf(name).forEach(exit -> open.add(exit.to()));
      }
    }
    machine.states().keySet().stream()
        .filter(name -> !reached.contains(name))
        .forEach(name -> broken.accept(name + " is never reached"));
  }),

  /// On every way into a state its variables have been assigned before.
  VARIABLES_ARE_BOUND((machine, broken) -> {
    Map<String, Set<String>> known = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    String start = text(machine.root().get("StartAt"));
    known.put(start, Set.of());
    open.add(start);
    while (!open.isEmpty()) {
      String name = open.pop();
      for (Machine.Exit exit : machine.exitsOf(name)) {
        Set<String> after = new HashSet<>(known.getOrDefault(name, Set.of()));
        after.addAll(exit.assigned());
        Set<String> before = known.get(exit.to());
        if (before != null) {
          after.retainAll(before);
        }
        if (!after.equals(before)) {
          known.put(exit.to(), after);
          open.add(exit.to());
        }
      }
    }
    Pattern variable = Pattern.compile("\\$([a-zA-Z_]\\w*)(?!\\w|\\s*\\()");
    machine
        .states()
        .forEach((name, state) ->
            expressionsIn(state)
                .forEach(expression ->
                    variable
                        .matcher(withoutTexts(expression))
                        .results()
                        .map(found -> found.group(1))
                        .filter(found -> !found.equals("states"))
                        .filter(found -> !known.getOrDefault(name, Set.of()).contains(found))
                        .forEach(found ->
                            broken.accept(name + " uses $" + found + " before it is there"))));
  }),

  EXPRESSIONS_ARE_SHORT_AND_RIGHT((machine, broken) -> {
    // The functions of JSONata that this file needs; Step Functions knows those of 2.0.6.
    Set<String> functions = Set.of("exists", "not");
    Pattern call = Pattern.compile("\\$([a-zA-Z_]\\w*)\\s*\\(");
    for (String text : textsIn(machine.root())) {
      if (!text.contains("{%") && !text.contains("%}")) {
        continue;
      }
      expect(
          text.matches("\\{% \\S.*\\S %}") && !text.contains("\n"), "braces of: " + text, broken);
      if (!text.startsWith("{%") || !text.endsWith("%}")) {
        continue;
      }
      String expression = text.substring(2, text.length() - 2).strip();
      expect(expression.length() <= 80, "too long: " + expression, broken);
      expect(
          !expression.matches("'[^']*'|\"[^\"]*\"|\\d+|true|false|null"),
          "written as JSON it would be shorter: " + expression,
          broken);
      try {
        Jsonata.jsonata(expression);
      } catch (JException e) {
        broken.accept("cannot be read: " + expression + ", " + e.getMessage());
      }
      call.matcher(withoutTexts(expression))
          .results()
          .map(found -> found.group(1))
          .filter(name -> !functions.contains(name))
          .forEach(name -> broken.accept("unknown function $" + name));
    }
  }),

  NOTHING_IS_LEFT_OF_THE_OLD_PATHS((machine, broken) -> {
    Set<String> words =
        Set.of(
            "InputPath", "OutputPath", "Parameters", "ResultPath", "ResultSelector", "SecondsPath");
    expect("JSONata".equals(machine.root().get("QueryLanguage")), "no JSONata", broken);
    machine
        .states()
        .forEach((name, state) ->
            keysIn(state).stream()
                .filter(key -> words.contains(key) || key.endsWith(".$"))
                .forEach(key -> broken.accept(name + " has " + key)));
  }),

  NOTHING_NAMES_A_PLACE_IN_A_CLOUD((machine, broken) ->
      textsIn(machine.root()).stream()
          .filter(text ->
              text.matches(".*\\d{12}.*")
                  || (text.startsWith("arn:")
                      && !text.startsWith("arn:aws:states:::lambda:invoke")))
          .forEach(text -> broken.accept("names a place: " + text)));

  @SuppressWarnings("ImmutableEnumChecker") // All of them are lambdas that capture nothing.
  private final BiConsumer<Machine, Consumer<String>> rule;

  MachineRule(BiConsumer<Machine, Consumer<String>> rule) {
    this.rule = rule;
  }

  List<String> brokenIn(Machine machine) {
    List<String> broken = new ArrayList<>();
    rule.accept(machine, broken::add);
    return broken;
  }

  private static void inOrder(
      Set<String> found, List<String> order, String where, Consumer<String> broken) {
    found.stream()
        .filter(key -> !order.contains(key))
        .forEach(key -> broken.accept(where + " has the unknown word " + key));
    List<String> known = found.stream().filter(order::contains).toList();
    expect(
        known.equals(order.stream().filter(known::contains).toList()),
        where + " is not in order",
        broken);
  }

  private static void expect(boolean right, String otherwise, Consumer<String> broken) {
    if (!right) {
      broken.accept(otherwise);
    }
  }

  private static String withoutTexts(String expression) {
    return expression.replaceAll("'[^']*'|\"[^\"]*\"", "''");
  }

  private static List<String> keysIn(Object value) {
    List<String> keys = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> {
        keys.add(text(key));
        keys.addAll(keysIn(inner));
      });
    } else if (value instanceof List<?> values) {
      values.forEach(inner -> keys.addAll(keysIn(inner)));
    }
    return keys;
  }
}
