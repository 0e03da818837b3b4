package io.referralflow.architecture;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What only the sources show. Each rule has a package of its own name below `planted` that breaks
/// it.
enum SourceRule {
  ONLY_KEY_KNOWS_THE_KEY_GRAMMAR("the grammar of keys changes in one file or in none") {

    @Override
    Stream<String> breaches(Path file) {
      return file.endsWith("aws/Key.java")
          ? Stream.empty()
          : linesWith(file, line -> GRAMMAR.matcher(line).find());
    }
  },

  EVERY_PACKAGE_SAYS_WHAT_IT_IS("the first thing a newcomer opens is the package") {
    @Override
    Stream<String> breaches(Path file) {
      var text = linesOf(file).filter(line -> line.startsWith("/// ")).collect(joining());
      return file.endsWith("package-info.java") && text.length() < SHORTEST_TEXT
          ? Stream.of(file + " says too little")
          : Stream.empty();
    }
  },

  EVERY_FOLDER_IS_A_DESCRIBED_PACKAGE("a package without package-info is not null-marked") {
    @Override
    Stream<String> breaches(Path file) {
      return Files.exists(file.resolveSibling("package-info.java"))
          ? Stream.empty()
          : Stream.of(file.getParent() + " has no package-info.java");
    }
  },

  EVERY_SUPPRESSION_HAS_A_REASON("a check is switched off for a reason or not at all") {
    @Override
    Stream<String> breaches(Path file) {
      return linesWith(
          file, line -> line.contains("@Suppress" + "Warnings(") && !line.contains("//"));
    }
  },

  NOTHING_IS_LEFT_TO_DO("what is left to do stands in an issue, not in the code") {
    @Override
    Stream<String> breaches(Path file) {
      return linesWith(file, line -> line.contains("TO" + "DO") || line.contains("FIX" + "ME"));
    }
  };

  /// A literal with the separator after a word of capitals or a gap, or the separator between two
  /// parts or looked for. One that starts a text is an alias of an attribute, which is no key.
  private static final Pattern GRAMMAR =
      Pattern.compile("\"[^\"]*([A-Z]|%s|%d)#|\\+ \"#\"|[(]\"#\"[),]|'#'");

  private static final int SHORTEST_TEXT = 60;

  private final String reason;

  SourceRule(String reason) {
    this.reason = reason;
  }

  /// Where a source file breaks the rule.
  abstract Stream<String> breaches(Path file);

  /// All breaches below a folder, each with its reason.
  List<String> breachesBelow(Path folder) {
    return sourcesBelow(folder).stream()
        .flatMap(this::breaches)
        .map(breach -> breach + ", but " + reason)
        .distinct()
        .toList();
  }

  /// The name of the package that is planted to break this rule.
  String planted() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  static List<Path> sourcesBelow(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> linesWith(Path file, Predicate<String> forbidden) {
    var lines = linesOf(file).toList();
    return IntStream.range(0, lines.size())
        .filter(index -> forbidden.test(lines.get(index)))
        .mapToObj(index -> file + ":" + (index + 1) + " " + lines.get(index).strip());
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
