package io.referralflow.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.referralflow.tests.contract.ProjectFiles;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No regular expression of the functions takes longer than in proportion to its input. How long is
/// counted, not timed: how often the engine looks at a character of inputs that are built from the
/// expression's own characters, which is what makes a bad one go back and forth.
class PatternsTest {

  private static final Path SOURCES = ProjectFiles.root().resolve("functions/src/main/java");
  private static final int LENGTH = 400;

  /// Looks at each character for each length of input; a bad expression needs more the longer the
  /// input is.
  private static final double MOST = 40;

  private static final Pattern IN_SOURCE =
      Pattern.compile(
          "\\.(?:replaceAll|replaceFirst|matches|split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern SEARCHES =
      Pattern.compile("\\.(?:find|results|replaceAll|replaceFirst|lookingAt)\\(");

  /// An input that counts how often it is looked at.
  private static final class Watched implements CharSequence {
    private final String text;
    private long looks;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void every_expression_of_the_sources_is_rated_safe() throws IOException {
    var rated = compiled();
    assertThat(rated).hasSize(count("Pattern.compile("));
    rated.putAll(inSources());

    System.out.printf(
        "Patterns: %d expressions rated, the worst looks %.1f times at each character%n",
        rated.size(), rated.values().stream().mapToDouble(it -> it).max().orElse(0));
    assertThat(rated).hasSizeGreaterThan(20);
    assertThat(rated).allSatisfy((name, looks) -> assertThat(looks).as(name).isLessThan(MOST));
  }

  @Test
  void an_expression_that_goes_back_and_forth_is_found() {
    for (var bad : List.of("(a+)+b", "(a*)*@", "\\s+$", "(.*)@(.*)@")) {
      assertThat(rating(Pattern.compile(bad), bad.startsWith("\\s"))).as(bad).isGreaterThan(MOST);
    }
  }

  private static double rating(Pattern pattern, boolean searches) {
    var worst = 0.0;
    for (var input : inputs(pattern)) {
      var watched = new Watched(input);
      var found = pattern.matcher(watched);
      if (searches) {
        while (found.find() && watched.looks < MOST * LENGTH) {
          worst = Math.max(worst, (double) watched.looks / LENGTH);
        }
      } else {
        var _ = found.matches();
      }
      worst = Math.max(worst, (double) watched.looks / LENGTH);
      if (worst > MOST) {
        return worst;
      }
    }
    return worst;
  }

  /// Repetitions of one and two characters that the expression may like, with what it may not like
  /// before and behind.
  private static Set<String> inputs(Pattern pattern) {
    var liked = new LinkedHashSet<Character>();
    pattern.pattern().chars().forEach(each -> liked.add((char) each));
    "a0 .@-\t\u00a0\u0000".chars().forEach(each -> liked.add((char) each));
    var inputs = new LinkedHashSet<String>();
    for (var one : liked) {
      for (var other : List.of(one, 'a', '.', ' ', '0')) {
        var pump = ("" + one + other).repeat(LENGTH / 2);
        for (var end : List.of("", "!", "@", "\n", "\u0000")) {
          inputs.add(pump + end);
          inputs.add("a@" + pump + end);
          inputs.add("https://" + pump + end);
          inputs.add("{" + pump + end);
        }
      }
    }
    return inputs;
  }

  /// Every expression that a class of the functions holds, with its rating. Where the class only
  /// asks whether a whole text matches, nothing is searched for here either.
  private static Map<String, Double> compiled() {
    var rated = new TreeMap<String, Double>();
    new ClassFileImporter()
        .importPackages("io.referralflow").stream()
            .filter(each -> Files.exists(source(each.getName())))
            .flatMap(each -> each.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
            .forEach(field -> {
              var owner = field.getOwner().getName();
              var searches = SEARCHES.matcher(ProjectFiles.text(source(owner))).find();
              rated.put(field.getFullName(), rating(held(owner, field.getName()), searches));
            });
    return rated;
  }

  private static Path source(String owner) {
    return SOURCES.resolve(owner.split("\\$", -1)[0].replace('.', '/') + ".java");
  }

  private static Pattern held(String owner, String name) {
    try {
      var field = Class.forName(owner).getDeclaredField(name);
      assertThat(Modifier.isStatic(field.getModifiers())).as(name).isTrue();
      field.setAccessible(true);
      return (Pattern) field.get(null);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int count(String words) throws IOException {
    var count = 0;
    for (var source : sources()) {
      count += ProjectFiles.text(source).split(Pattern.quote(words), -1).length - 1;
    }
    return count;
  }

  /// Expressions that stand in a call.
  private static Map<String, Double> inSources() throws IOException {
    var rated = new TreeMap<String, Double>();
    for (var source : sources()) {
      IN_SOURCE
          .matcher(ProjectFiles.text(source))
          .results()
          .map(found -> found.group(1).translateEscapes())
          .forEach(text ->
              rated.put(source.getFileName() + " " + text, rating(Pattern.compile(text), true)));
    }
    return rated;
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
