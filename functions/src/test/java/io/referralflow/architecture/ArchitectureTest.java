package io.referralflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the walls between the packages, and proves for each rule that it can fail: an architecture
/// rule about nothing is green for ever.
class ArchitectureTest {

  private static final String ROOT = "io.referralflow";
  private static final String PLANTED = ROOT + ".architecture.planted.";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PLANTED_SOURCES =
      Path.of("src/test/java").resolve(PLANTED.replace('.', '/'));

  /// Fewer classes than this means that the rules looked at the wrong place.
  private static final int FEWEST_CLASSES = 400;

  /// The names that some rule makes an exception for.
  private static final Pattern EXCEPTION =
      Pattern.compile(".*\\.(Key|RandomIds|Pause|Log|Settings|Wiring)");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter().importPath(Path.of("target/classes/io/referralflow"));

  @ParameterizedTest
  @EnumSource
  void the_product_keeps_the_rule(ArchitectureRule rule) {
    rule.in(new Packages(ROOT)).check(PRODUCT);
  }

  @ParameterizedTest
  @EnumSource
  void the_planted_package_breaks_the_rule(ArchitectureRule rule) {
    var root = PLANTED + rule.planted();
    var planted = new ClassFileImporter().importPackages(root);

    assertThat(rule.in(new Packages(root)).allowEmptyShould(true).evaluate(planted).hasViolation())
        .as("%s fails on its planted package %s", rule, root)
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void the_sources_keep_the_rule(SourceRule rule) {
    assertThat(rule.breachesBelow(SOURCES)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_planted_sources_break_the_rule(SourceRule rule) {
    assertThat(rule.breachesBelow(PLANTED_SOURCES.resolve(rule.planted())))
        .as("%s fails on its planted package", rule)
        .isNotEmpty();
  }

  @Nested
  class The_rules_look_at_the_product {

    @Test
    void and_see_its_classes() {
      assertThat(PRODUCT.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void and_its_sources() {
      assertThat(SourceRule.sourcesBelow(SOURCES)).hasSizeGreaterThan(FEWEST_CLASSES / 2);
    }

    @Test
    void and_find_classes_in_every_adapter() {
      assertThat(topPackages()).containsAll(Packages.ADAPTERS);
    }

    @Test
    void and_find_the_business_and_its_ports() {
      var business = topPackages();
      business.removeAll(Packages.ADAPTERS);

      assertThat(business)
          .contains("candidate", "letter", "port", "programme", "referral", "reward")
          .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void and_each_exception_is_one_class() {
      assertThat(
              PRODUCT.stream()
                  .map(JavaClass::getName)
                  .filter(name -> EXCEPTION.matcher(name).matches()))
          .containsExactlyInAnyOrder(
              "io.referralflow.aws.Key",
              "io.referralflow.aws.RandomIds",
              "io.referralflow.aws.table.Pause",
              "io.referralflow.function.Log",
              "io.referralflow.function.Settings",
              "io.referralflow.function.Wiring",
              "io.referralflow.programme.Settings");
    }

    private static Set<String> topPackages() {
      return PRODUCT.stream()
          .map(The_rules_look_at_the_product::topPackage)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String topPackage(JavaClass type) {
      var below = type.getPackageName().substring(ROOT.length() + 1);
      var end = below.indexOf('.');
      return end < 0 ? below : below.substring(0, end);
    }
  }
}
