package io.referralflow.tests.template;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A CloudFormation template as plain maps, lists and texts. Short forms (`!Ref x`) read like the
/// long ones (`{"Ref": "x"}`); numbers and booleans stay texts, since rules only compare them.
record Template(Map<String, Object> root, String source) {

  static final Path PROJECT = Path.of(System.getProperty("project.root", ".."));

  private static final Pattern PLACE_IN_SUB = Pattern.compile("\\$\\{([^!}][^}]*)}");

  static Template ofProject() {
    return parse(read("template.yaml"));
  }

  static String read(String path) {
    try {
      return Files.readString(PROJECT.resolve(path), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Template parse(String yaml) {
    Node node =
        new Compose(LoadSettings.builder().setAllowDuplicateKeys(false).build())
            .composeString(yaml)
            .orElseThrow();
    return new Template(map(plain(node)), yaml);
  }

  /// The same template with one thing changed; this one stays as it is.
  Template harmed(Consumer<Map<String, Object>> harm) {
    Map<String, Object> copy = map(copyOf(root));
    harm.accept(copy);
    return new Template(copy, source);
  }

  Map<String, Object> resources() {
    return map(root.get("Resources"));
  }

  Map<String, Object> resource(String name) {
    return map(resources().get(name));
  }

  Map<String, Object> properties(String name) {
    return map(resource(name).get("Properties"));
  }

  List<String> namesOf(String type) {
    return resources().keySet().stream()
        .filter(name -> type.equals(resource(name).get("Type")))
        .toList();
  }

  /// A function's properties with what it inherits from `Globals`.
  Map<String, Object> function(String name) {
    Map<String, Object> all = new LinkedHashMap<>(map(at(root, "Globals", "Function")));
    properties(name)
        .forEach((key, own) -> {
          Object shared = all.get(key);
          all.put(key, shared instanceof Map && own instanceof Map ? merged(shared, own) : own);
        });
    return all;
  }

  private static Object merged(Object shared, Object own) {
    Map<String, Object> both = new LinkedHashMap<>(map(shared));
    map(own)
        .forEach((key, value) -> {
          Object before = both.get(key);
          both.put(
              key, before instanceof Map && value instanceof Map ? merged(before, value) : value);
        });
    return both;
  }

  /// The value under these keys, or null; a key into a list is its index.
  static @Nullable Object at(@Nullable Object from, String... keys) {
    Object here = from;
    for (String key : keys) {
      here =
          switch (here) {
            case Map<?, ?> map -> map.get(key);
            case List<?> list -> list.get(Integer.parseInt(key));
            case null, default -> null;
          };
    }
    return here;
  }

  @SuppressWarnings("unchecked") // A template has no other maps than these.
  static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // A template has no other lists than these.
  static List<Object> list(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> (List<Object>) list;
      default -> List.of(value);
    };
  }

  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /// The names that a value refers to: resources, parameters and pseudo parameters.
  static Set<String> references(@Nullable Object value) {
    Set<String> found = new LinkedHashSet<>();
    collectReferences(value, found);
    return found;
  }

  private static void collectReferences(@Nullable Object value, Set<String> found) {
    switch (value) {
      case List<?> list -> list.forEach(each -> collectReferences(each, found));
      case Map<?, ?> map ->
          map.forEach((key, inner) -> {
            switch (text(key)) {
              case "Ref" -> found.add(resourceIn(text(inner)));
              case "Fn::GetAtt" ->
                  found.add(
                      resourceIn(
                          inner instanceof List<?> parts ? text(parts.get(0)) : text(inner)));
              case "Fn::Sub" -> {
                List<Object> parts = list(inner);
                Map<String, Object> own = parts.size() > 1 ? map(parts.get(1)) : Map.of();
                PLACE_IN_SUB
                    .matcher(text(parts.getFirst()))
                    .results()
                    .map(place -> place.group(1).strip())
                    .filter(place -> !own.containsKey(place))
                    .forEach(place -> found.add(resourceIn(place)));
                collectReferences(own, found);
              }
              case "DependsOn" -> list(inner).forEach(each -> found.add(text(each)));
              default -> collectReferences(inner, found);
            }
          });
      case null, default -> {}
    }
  }

  private static String resourceIn(String reference) {
    int dot = reference.indexOf('.');
    return dot < 0 ? reference : reference.substring(0, dot);
  }

  /// Every text anywhere below, keys left out.
  static List<String> texts(@Nullable Object value) {
    List<String> found = new ArrayList<>();
    collectTexts(value, found);
    return found;
  }

  private static void collectTexts(@Nullable Object value, List<String> found) {
    switch (value) {
      case List<?> list -> list.forEach(each -> collectTexts(each, found));
      case Map<?, ?> map -> map.values().forEach(each -> collectTexts(each, found));
      case null -> {}
      default -> found.add(value.toString());
    }
  }

  private static Object plain(Node node) {
    Object value =
        switch (node) {
          case MappingNode mapping -> {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping
                .getValue()
                .forEach(pair ->
                    map.put(
                        ((ScalarNode) pair.getKeyNode()).getValue(), plain(pair.getValueNode())));
            yield map;
          }
          case SequenceNode sequence ->
              sequence.getValue().stream()
                  .map(Template::plain)
                  .collect(Collectors.toCollection(ArrayList::new));
          case ScalarNode scalar -> scalar.getValue();
          default -> throw new IllegalArgumentException("No such thing in a template: " + node);
        };
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return value;
    }
    String name = tag.substring(1);
    String longForm = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    return new LinkedHashMap<>(Map.of(longForm, value));
  }

  private static Object copyOf(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(text(key), copyOf(inner)));
        yield copy;
      }
      case List<?> list ->
          list.stream().map(Template::copyOf).collect(Collectors.toCollection(ArrayList::new));
      default -> value;
    };
  }
}
