package io.referralflow.aws.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.port.OperationId;
import io.referralflow.referral.FactFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.dsl.TheoryBuilder;

/// A chain of facts shows whatever was done to it afterwards.
class ChainTest {

  private static final List<Attributes> FACTS = chained();
  private static final String END = Chain.hash(FACTS.getLast());

  private static List<Attributes> chained() {
    var chain = new ArrayList<Attributes>();
    var previous = Chain.BEGINNING;
    for (var fact : FactFixtures.oneOfEachKind()) {
      var row =
          FactItem.toItem(
              FactFixtures.REFERRAL,
              chain.size() + 1L,
              fact,
              new OperationId("operation " + chain.size()));
      chain.add(Chain.link(previous, row));
      previous = Chain.hash(chain.getLast());
    }
    return List.copyOf(chain);
  }

  private static boolean isWhole(List<Attributes> facts) {
    return Chain.isWhole(facts, FACTS.size(), END);
  }

  /// The rows under the keys of the places where they stand.
  private static List<Attributes> renumbered(List<Attributes> rows) {
    var numbered = new ArrayList<Attributes>();
    for (var row : rows) {
      numbered.add(
          row.and(Attributes.none().key(Key.fact(FactFixtures.REFERRAL, numbered.size() + 1L))));
    }
    return numbered;
  }

  @Test
  void what_was_written_is_whole() {
    assertThat(isWhole(FACTS)).isTrue();
  }

  /// The hash was worked out by another program, from the description in [Chain] alone.
  @Test
  void it_is_the_same_on_every_machine() {
    var row =
        FactItem.toItem(FactFixtures.REFERRAL, 1, FactFixtures.reminded(), new OperationId("x"));

    assertThat(Chain.hash(Chain.link(Chain.BEGINNING, row)))
        .isEqualTo("jcC7l3e5EVc1_f_HnAWUpODsZpZp4UAo9nbbrC4LiYo");
  }

  @Test
  void what_a_newer_version_adds_is_chained_too() {
    var row = FACTS.getFirst().without("hash").and(Attributes.none().flag("addedLater", true));
    var linked = Chain.link(Chain.BEGINNING, row);

    assertThat(Chain.isWhole(List.of(linked), 1, Chain.hash(linked))).isTrue();
    assertThat(Chain.isWhole(List.of(linked.without("addedLater")), 1, Chain.hash(linked)))
        .isFalse();
  }

  @Test
  void a_changed_fact_is_found() {
    places()
        .checkAssert(place -> {
          for (var name : FACTS.get(place).values().keySet()) {
            if (!name.equals("pk") && !name.equals("sk")) {
              var facts = new ArrayList<>(FACTS);
              facts.set(place, FACTS.get(place).without(name));
              assertThat(isWhole(facts)).as("%s without %s", place, name).isFalse();
            }
          }
          var facts = new ArrayList<>(FACTS);
          facts.set(
              place, FACTS.get(place).and(Attributes.none().text("at", "2020-01-01T00:00:00Z")));
          assertThat(isWhole(facts)).isFalse();
        });
  }

  @Test
  void a_fact_rewritten_with_a_hash_of_its_own_is_found() {
    places()
        .checkAssert(place -> {
          var previous = place == 0 ? Chain.BEGINNING : Chain.hash(FACTS.get(place - 1));
          var forged =
              FACTS.get(place).without("hash").and(Attributes.none().text("operation", "forged"));
          var facts = new ArrayList<>(FACTS);
          facts.set(place, Chain.link(previous, forged));

          assertThat(isWhole(facts)).isFalse();
        });
  }

  @Test
  void a_removed_fact_is_found() {
    places()
        .checkAssert(place -> {
          var facts = new ArrayList<>(FACTS);
          var _ = facts.remove((int) place);

          assertThat(isWhole(facts)).isFalse();
          assertThat(isWhole(renumbered(facts))).isFalse();
        });
  }

  @Test
  void swapped_facts_are_found() {
    qt().withFixedSeed(20260302)
        .forAll(place(), place())
        .assuming((one, other) -> !one.equals(other))
        .checkAssert((one, other) -> {
          var facts = new ArrayList<>(FACTS);
          Collections.swap(facts, one, other);

          assertThat(isWhole(facts)).isFalse();
          assertThat(isWhole(renumbered(facts))).isFalse();
        });
  }

  @Test
  void an_inserted_fact_is_found() {
    places()
        .checkAssert(place -> {
          var facts = new ArrayList<>(FACTS);
          facts.add(place, FACTS.get(place));

          assertThat(isWhole(facts)).isFalse();
          assertThat(isWhole(renumbered(facts))).isFalse();
        });
  }

  @Test
  void a_chain_cut_off_at_its_end_is_found() {
    for (var length = 0; length < FACTS.size(); length++) {
      assertThat(isWhole(FACTS.subList(0, length))).isFalse();
    }
  }

  private static Gen<Integer> place() {
    return integers().between(0, FACTS.size() - 1);
  }

  private static TheoryBuilder<Integer> places() {
    return qt().withFixedSeed(20260302).forAll(place());
  }
}
