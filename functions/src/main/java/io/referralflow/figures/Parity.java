package io.referralflow.figures;

import io.referralflow.port.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Whether all kinds of referrer are treated alike (S33): each kind beside all the others together.
///
/// Nobody can be singled out: a kind is shown only when at least ten people referred in it, and
/// compared only when at least ten referred in the others as well. A difference is flagged when
/// chance alone would make one as great in less than one of twenty reports of which nothing is
/// true, whatever the number of comparisons in it (the level 0.05 is shared among them).
public final class Parity {

  /// Fewer people than this are not shown.
  static final int FEWEST_PEOPLE = 10;

  private static final double LEVEL = 0.05;

  private final Chance chance;

  Parity(Chance chance) {
    this.chance = chance;
  }

  /// One kind.
  ///
  /// @param referrals how many were decided
  /// @param days how long the answers took: the middle one, in days
  /// @param accepted the share that was let pass
  /// @param paid the share for which an instalment was released
  public record Row(ReferrerKind kind, int referrals, Figure days, Figure accepted, Figure paid) {}

  /// One figure.
  ///
  /// @param chance how probable a difference as great is by chance; empty where there is nothing to
  ///   compare with
  /// @param differs whether it is flagged
  public record Figure(double value, Optional<Double> chance, boolean differs) {}

  /// The kinds that can be shown.
  List<Row> of(Map<ReferrerKind, List<Treatment>> byKind) {
    var shown =
        byKind.entrySet().stream()
            .filter(kind -> people(kind.getValue()) >= FEWEST_PEOPLE)
            .sorted(Map.Entry.comparingByKey())
            .toList();
    var compared = shown.stream().filter(kind -> isComparable(byKind, kind.getKey())).count();
    var level = LEVEL / Math.max(1, 3 * compared);
    return shown.stream().map(kind -> row(kind.getKey(), byKind, level)).toList();
  }

  private static long people(List<Treatment> treatments) {
    return treatments.stream().map(Treatment::referrer).distinct().count();
  }

  private static boolean isComparable(
      Map<ReferrerKind, List<Treatment>> byKind, ReferrerKind kind) {
    return people(others(byKind, kind)) >= FEWEST_PEOPLE;
  }

  private static List<Treatment> others(
      Map<ReferrerKind, List<Treatment>> byKind, ReferrerKind kind) {
    var others = new ArrayList<Treatment>();
    byKind.forEach((each, treatments) -> {
      if (each != kind) {
        others.addAll(treatments);
      }
    });
    return others;
  }

  private Row row(ReferrerKind kind, Map<ReferrerKind, List<Treatment>> byKind, double level) {
    var own = byKind.getOrDefault(kind, List.of());
    var others = Optional.of(others(byKind, kind)).filter(_ -> isComparable(byKind, kind));
    return new Row(
        kind,
        own.size(),
        figure(median(days(own)), own, others, level, this::ranks),
        share(own, others, level, Treatment::accepted),
        share(own, others, level, Treatment::paid));
  }

  private Figure share(
      List<Treatment> own,
      Optional<List<Treatment>> others,
      double level,
      Predicate<Treatment> hit) {
    return figure(
        count(own, hit) / (double) own.size(),
        own,
        others,
        level,
        (one, other) ->
            chance.ofShares(count(one, hit), one.size(), count(other, hit), other.size()));
  }

  private static Figure figure(
      double value,
      List<Treatment> own,
      Optional<List<Treatment>> others,
      double level,
      BiFunction<List<Treatment>, List<Treatment>, Double> test) {
    var probable = others.map(other -> test.apply(own, other));
    return new Figure(value, probable, probable.filter(it -> it < level).isPresent());
  }

  private double ranks(List<Treatment> one, List<Treatment> other) {
    return chance.ofRanks(days(one), days(other));
  }

  private static int count(List<Treatment> treatments, Predicate<Treatment> hit) {
    return (int) treatments.stream().filter(hit).count();
  }

  private static List<Double> days(List<Treatment> treatments) {
    return treatments.stream().map(Treatment::days).sorted().toList();
  }

  private static double median(List<Double> sorted) {
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
