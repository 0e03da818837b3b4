package io.referralflow.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the build's files must agree on, since `functions/pom.xml` cannot inherit it.
class BuildTest {

  private static final Pattern VERSION =
      Pattern.compile("<([a-z0-9.-]+\\.version|maven\\.compiler\\.release)>([^<]+)</");
  private static final Pattern MUTATED =
      Pattern.compile("<param>io\\.referralflow\\.([a-z]+)\\.\\*</param>");

  private static final Pattern NOT_MUTATED =
      Pattern.compile("<excludedClass>io\\.referralflow\\.([a-z]+)\\.\\*</excludedClass>");

  @Test
  void the_poms_name_the_same_versions() throws Exception {
    var alone = versions(Path.of("pom.xml"));
    var whole = versions(Path.of("../pom.xml"));

    alone.keySet().retainAll(whole.keySet());
    whole.keySet().retainAll(alone.keySet());
    assertThat(alone).hasSizeGreaterThan(10).isEqualTo(whole);
  }

  @Test
  void the_mutation_gate_leaves_out_only_adapters() throws Exception {
    assertThat(found(NOT_MUTATED, Path.of("pom.xml")).stream().map(match -> match.group(1)))
        .containsExactlyElementsOf(Packages.ADAPTERS);
  }

  @Test
  void the_mutation_gate_names_packages_that_are_there() throws Exception {
    assertThat(found(MUTATED, Path.of("pom.xml")).stream().map(match -> match.group(1)))
        .contains("referral", "reward", "step")
        .allSatisfy(
            name -> assertThat(Path.of("src/main/java/io/referralflow", name)).isDirectory());
  }

  private static Map<String, String> versions(Path pom) throws Exception {
    return found(VERSION, pom).stream()
        .collect(toMap(match -> match.group(1), match -> match.group(2)));
  }

  private static List<MatchResult> found(Pattern pattern, Path file) throws Exception {
    return pattern.matcher(Files.readString(file)).results().toList();
  }
}
