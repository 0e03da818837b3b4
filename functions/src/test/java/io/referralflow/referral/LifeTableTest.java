package io.referralflow.referral;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.ReportFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which fact leads from which state to which, as a table for people: what the code does in every
/// reachable state is printed into `statemachines/README.md`, and must stand there already. Run
/// with `-Dlife.table=write` to write it.
@Tag("exhaustive")
class LifeTableTest {

  private static final Path README = Path.of("..", "statemachines", "README.md");
  private static final String BEGIN =
      "<!-- life table: written by LifeTableTest, not by hand -->\n";
  private static final String END = "<!-- life table: end -->\n";

  private static final List<StateName> STATES =
      EnumSet.complementOf(EnumSet.of(StateName.ENDED)).stream().toList();

  private static final List<String> FACTS =
      List.of(
          "Submitted",
          "Reminded",
          "AddressCorrected",
          "Moved",
          "Accepted",
          "Declined",
          "Expired",
          "Lapsed",
          "Withdrawn",
          "Objected",
          "CopyGiven",
          "Corrected",
          "TakenBack",
          "Advanced",
          "PhaseEntered",
          "TurnedDown",
          "Rejected",
          "Reported: Hired",
          "Reported: StartMoved",
          "Reported: ProbationChanged",
          "Reported: Cancelled",
          "Reported: Ended",
          "Divided",
          "Outrun",
          "Appealed",
          "SelfReferred",
          "ReferrerLeft",
          "Allowed",
          "Refused",
          "Released",
          "Paid",
          "PutOnHold",
          "TakenOffHold",
          "PaymentCorrected",
          "CandidateTold",
          "Erased");

  @Test
  void the_table_in_the_readme_is_what_the_code_does() throws IOException {
    var table = table();
    if ("write".equals(System.getProperty("life.table"))) {
      write(table);
    }

    assertThat(between(Files.readString(README))).isEqualTo(table);
  }

  @Test
  void every_kind_of_fact_is_in_the_table_and_but_for_the_submission_allowed_somewhere() {
    var kinds =
        Stream.concat(
                FactFixtures.oneOfEachKind().stream(),
                ReportFixtures.oneOfEachKind().stream()
                    .map(report -> FactFixtures.reported("2026-04-01T12:00:00Z", report)))
            .map(LifeTableTest::name)
            .collect(toSet());

    assertThat(FACTS).containsExactlyInAnyOrderElementsOf(kinds);
    assertThat(cells().keySet())
        .containsExactlyInAnyOrderElementsOf(FACTS.subList(1, FACTS.size()));
  }

  private static Map<String, Map<StateName, Set<StateName>>> cells() {
    return Exploration.whole()
        .moves()
        .collect(
            groupingBy(
                move -> name(move.fact()),
                groupingBy(
                    move -> StateName.of(move.before()),
                    mapping(
                        move -> StateName.of(move.after()),
                        toCollection(() -> EnumSet.noneOf(StateName.class))))));
  }

  private static String table() {
    var cells = cells();
    return "\n| | "
        + STATES.stream().map(LifeTableTest::name).collect(joining(" | "))
        + " |\n|"
        + " --- |".repeat(STATES.size() + 1)
        + "\n"
        + FACTS.stream()
            .map(fact -> "| **" + fact + "** | " + row(cells.getOrDefault(fact, Map.of())) + " |\n")
            .collect(joining())
        + "\n";
  }

  private static String row(Map<StateName, Set<StateName>> cells) {
    return STATES.stream()
        .map(state -> cell(state, cells.getOrDefault(state, Set.of())))
        .collect(joining(" | "));
  }

  private static String cell(StateName before, Set<StateName> after) {
    return after.isEmpty()
        ? "·"
        : after.stream()
            .map(state -> state == before ? "stays" : name(state))
            .collect(joining(", "));
  }

  private static String name(StateName state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String name(Fact fact) {
    var kind = fact.getClass().getSimpleName();
    return fact instanceof Fact.Reported reported
        ? kind + ": " + reported.report().getClass().getSimpleName()
        : kind;
  }

  private static String between(String text) {
    return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
  }

  private static void write(String table) throws IOException {
    var text = Files.readString(README);
    var before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
    Files.writeString(README, before + table + text.substring(text.indexOf(END)));
  }
}
