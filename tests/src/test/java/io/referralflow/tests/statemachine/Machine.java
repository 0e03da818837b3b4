package io.referralflow.tests.statemachine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A state machine's definition, read with the order of its keys.
record Machine(Map<String, Object> root) {

  static final Path PROJECT = Path.of(System.getProperty("project.root", ".."));

  static Machine ofProject() {
    return new Machine(
        JsonMapper.shared()
            .readValue(source(), new TypeReference<LinkedHashMap<String, Object>>() {}));
  }

  static String source() {
    try {
      return Files.readString(PROJECT.resolve("statemachines/referral.asl.json"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same machine with one thing changed; this one stays as it is.
  Machine harmed(Consumer<Map<String, Object>> harm) {
    Map<String, Object> copy = map(copyOf(root));
    harm.accept(copy);
    return new Machine(copy);
  }

  Map<String, Object> states() {
    return map(root.get("States"));
  }

  Map<String, Object> state(String name) {
    return map(states().get(name));
  }

  String typeOf(String name) {
    return text(state(name).get("Type"));
  }

  List<String> namesOf(String type) {
    return states().keySet().stream().filter(name -> typeOf(name).equals(type)).toList();
  }

  /// Every way out of a state: where it leads, and what is assigned on it.
  List<Exit> exitsOf(String name) {
    Map<String, Object> state = state(name);
    List<Exit> exits = new ArrayList<>();
    addExit(exits, state, state.get("Next"));
    addExit(exits, state, state.get("Default"));
    for (String ways : List.of("Choices", "Catch")) {
      for (Object way : list(state.get(ways))) {
        addExit(exits, map(way), map(way).get("Next"));
      }
    }
    return exits;
  }

  private static void addExit(List<Exit> exits, Map<String, Object> from, @Nullable Object next) {
    if (next != null) {
      exits.add(new Exit(text(next), new LinkedHashSet<>(map(from.get("Assign")).keySet())));
    }
  }

  record Exit(String to, Set<String> assigned) {}

  /// All expressions below a value, without their braces.
  static List<String> expressionsIn(@Nullable Object value) {
    return textsIn(value).stream()
        .filter(text -> text.startsWith("{%"))
        .map(text -> text.substring(2, text.length() - 2).strip())
        .toList();
  }

  static List<String> textsIn(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Map<?, ?> map -> map.values().stream().flatMap(each -> textsIn(each).stream()).toList();
      case List<?> list -> list.stream().flatMap(each -> textsIn(each).stream()).toList();
      default -> List.of(value.toString());
    };
  }

  @SuppressWarnings("unchecked") // JSON has no other maps than these.
  static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // JSON has no other lists than these.
  static List<Object> list(@Nullable Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static Object copyOf(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(text(key), copyOf(inner)));
        yield copy;
      }
      case List<?> list ->
          list.stream().map(Machine::copyOf).collect(Collectors.toCollection(ArrayList::new));
      default -> value;
    };
  }
}
