package io.referralflow.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The packages that the rules speak of, below any root, so that one rule can look at the product
/// and at the package planted to break it.
record Packages(String root) {

  static final List<String> CONCEPTS =
      List.of(
          "candidate",
          "hire",
          "letter",
          "message",
          "programme",
          "referral",
          "reward",
          "staff",
          "step");

  static final List<String> ADAPTERS = List.of("aws", "function", "holiday", "json");

  /// Every package there may be.
  static List<String> named() {
    return Stream.of(CONCEPTS, List.of("port"), ADAPTERS).flatMap(List::stream).toList();
  }

  String[] concepts() {
    return these(CONCEPTS);
  }

  /// The package of a name and all below it, as ArchUnit spells it.
  String the(String name) {
    return root + "." + name + "..";
  }

  /// The concepts and what a rule allows besides.
  String[] conceptsAnd(String... others) {
    return Stream.concat(Arrays.stream(concepts()), Arrays.stream(others)).toArray(String[]::new);
  }

  private String[] these(List<String> names) {
    return names.stream().map(this::the).toArray(String[]::new);
  }
}
