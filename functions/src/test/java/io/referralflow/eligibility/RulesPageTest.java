package io.referralflow.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The rule book as people read it: `docs/rules.md` holds the table that this test prints.
class RulesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "rules.md");

  private static String wire(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String holds(Rule rule) {
    var nothing = new RuleBook(Set.of(), 0, Credit.LOWEST_RECEIPT, 0);
    return nothing.applies(rule)
        ? "always"
        : RuleBook.STANDARD.applies(rule)
            ? "unless the terms say otherwise"
            : "if the terms say so";
  }

  private static String table() {
    return Arrays.stream(Rule.values())
        .map(rule ->
            "| `%s` | %s | %s | %s |"
                .formatted(wire(rule), wire(rule.moment()), holds(rule), rule.refusal()))
        .collect(
            Collectors.joining(
                "\n", "| Rule | Judged at | Holds | Refusal |\n| --- | --- | --- | --- |\n", "\n"));
  }

  @Test
  void the_page_has_every_rule_as_the_code_has_it() throws IOException {
    assertThat(Files.readString(PAGE)).contains(table());
  }
}
