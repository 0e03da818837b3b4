package io.referralflow.figures;

import static io.referralflow.figures.ReferrerKind.FLEX;
import static io.referralflow.figures.ReferrerKind.OUTSIDE;
import static io.referralflow.figures.ReferrerKind.PERMANENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.referralflow.chance.CommonsChance;
import io.referralflow.figures.Parity.Row;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whether a difference in treatment is found, and none where there is none.
class ParityTest {

  private final Parity parity = new Parity(new CommonsChance());

  /// So many referrals, each by another person.
  private static List<Treatment> treated(
      String who, int count, int everyNthAccepted, int everyNthPaid, int days) {
    var all = new ArrayList<Treatment>();
    for (var i = 0; i < count; i++) {
      all.add(
          new Treatment(
              new EmployeeId(who + i),
              Duration.ofDays(days).plusHours(i),
              i % everyNthAccepted == 0,
              i % everyNthPaid == 0));
    }
    return all;
  }

  private static Row row(List<Row> rows, ReferrerKind kind) {
    return rows.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void kinds_that_are_treated_alike_do_not_differ() {
    var rows =
        parity.of(
            Map.of(
                PERMANENT, treated("p", 60, 2, 4, 5),
                FLEX, treated("f", 60, 2, 4, 5)));

    assertThat(rows).hasSize(2);
    assertThat(rows)
        .allSatisfy(each -> {
          assertThat(each.referrals()).isEqualTo(60);
          assertThat(each.accepted().value()).isEqualTo(0.5);
          assertThat(each.paid().value()).isEqualTo(0.25);
          assertThat(each.days().value()).isCloseTo(6.2292, within(0.0001));
          assertThat(each.days().differs()).isFalse();
          assertThat(each.accepted().differs()).isFalse();
          assertThat(each.paid().differs()).isFalse();
        });
  }

  @Test
  void a_kind_that_waits_longer_is_flagged_for_just_that() {
    var rows =
        parity.of(
            Map.of(
                PERMANENT, treated("p", 60, 2, 4, 3),
                FLEX, treated("f", 30, 2, 4, 9)));

    assertThat(row(rows, FLEX).days().differs()).isTrue();
    assertThat(row(rows, FLEX).days().chance().orElseThrow()).isLessThan(0.001);
    assertThat(row(rows, FLEX).accepted().differs()).isFalse();
    assertThat(row(rows, FLEX).paid().differs()).isFalse();
  }

  @Test
  void a_kind_that_is_accepted_or_paid_less_is_flagged_for_just_that() {
    var rows =
        parity.of(
            Map.of(
                PERMANENT, treated("p", 60, 1, 1, 3),
                FLEX, treated("f", 60, 5, 1, 3),
                OUTSIDE, treated("o", 60, 1, 6, 3)));

    assertThat(row(rows, FLEX).accepted().differs()).isTrue();
    assertThat(row(rows, FLEX).paid().value()).isEqualTo(1);
    assertThat(row(rows, OUTSIDE).paid().differs()).isTrue();
    assertThat(row(rows, OUTSIDE).days().differs()).isFalse();
  }

  @Test
  void a_kind_of_fewer_than_ten_people_is_not_shown_however_much_they_referred() {
    var nine = new ArrayList<Treatment>();
    for (var i = 0; i < 20; i++) {
      nine.addAll(treated("f", 9, 2, 2, 3));
    }
    var rows = parity.of(Map.of(PERMANENT, treated("p", 30, 2, 2, 3), FLEX, nine));

    assertThat(rows).extracting(Row::kind).containsExactly(PERMANENT);
    assertThat(rows.getFirst().days().chance()).isEmpty();
    assertThat(rows.getFirst().days().differs()).isFalse();
    assertThat(parity.of(Map.of(FLEX, treated("f", 10, 2, 2, 3)))).hasSize(1);
  }

  /// The kinds below ten people count among the others once these are ten together.
  @Test
  void small_kinds_together_are_others_to_compare_with() {
    var rows =
        parity.of(
            Map.of(
                PERMANENT, treated("p", 30, 2, 2, 3),
                FLEX, treated("f", 5, 2, 2, 3),
                OUTSIDE, treated("o", 5, 2, 2, 3)));

    assertThat(rows).extracting(Row::kind).containsExactly(PERMANENT);
    assertThat(rows.getFirst().paid().chance()).isPresent();
  }

  /// Five hundred companies that treat everybody alike, and five hundred that keep flex waiting.
  @Test
  void chance_alone_is_flagged_in_less_than_one_report_of_twenty_and_a_bias_mostly_is() {
    var random = new Random(20260302);
    var falseAlarms = 0;
    var found = 0;
    for (var i = 0; i < 500; i++) {
      if (isFlagged(company(random, 0))) {
        falseAlarms++;
      }
      if (isFlagged(company(random, 4))) {
        found++;
      }
    }

    System.out.printf(
        "Parity: of 500 fair companies %d flagged, of 500 that keep flex waiting %d%n",
        falseAlarms, found);
    assertThat(falseAlarms).isLessThan(25);
    assertThat(found).isGreaterThan(450);
  }

  private boolean isFlagged(Map<ReferrerKind, List<Treatment>> company) {
    return parity.of(company).stream()
        .anyMatch(row -> row.days().differs() || row.accepted().differs() || row.paid().differs());
  }

  private static Map<ReferrerKind, List<Treatment>> company(Random random, int flexWaits) {
    return Map.of(
        PERMANENT, drawn(random, "p", 80, 0),
        FLEX, drawn(random, "f", 40, flexWaits),
        OUTSIDE, drawn(random, "o", 20, 0));
  }

  private static List<Treatment> drawn(Random random, String who, int count, int longer) {
    var all = new ArrayList<Treatment>();
    for (var i = 0; i < count; i++) {
      var accepted = random.nextInt(100) < 45;
      all.add(
          new Treatment(
              new EmployeeId(who + i),
              Duration.ofHours(24L * longer + random.nextInt(24 * 10)),
              accepted,
              accepted && random.nextInt(100) < 40));
    }
    return all;
  }

  @Test
  void nothing_is_compared_where_nothing_is_decided() {
    assertThat(parity.of(Map.of())).isEmpty();
    assertThat(Optional.of(parity.of(Map.of(FLEX, List.of())))).contains(List.of());
  }
}
