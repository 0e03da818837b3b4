package io.referralflow.architecture;

import java.util.List;

/// The packages that the rules speak of, below any root, so that one rule can look at the product
/// and at the package planted to break it. Whatever is not an adapter is the business or its ports,
/// and held to the strictest rule without being named.
record Packages(String root) {

  /// The only packages that know something beside the JDK.
  static final List<String> ADAPTERS =
      List.of("aws", "chance", "csv", "function", "holiday", "json");

  /// The package of a name and all below it, as ArchUnit spells it.
  String the(String name) {
    return root + "." + name + "..";
  }

  String all() {
    return root + "..";
  }

  String[] adapters() {
    return ADAPTERS.stream().map(this::the).toArray(String[]::new);
  }
}
