package io.referralflow.chance;

import io.referralflow.port.Chance;
import java.util.List;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/// The tests of Commons Statistics, both of them two-sided.
public final class CommonsChance implements Chance {

  @Override
  public double ofRanks(List<Double> one, List<Double> other) {
    return MannWhitneyUTest.withDefaults().test(array(one), array(other)).getPValue();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public double ofShares(int hits, int of, int otherHits, int otherOf) {
    var table = new int[][] {{hits, of - hits}, {otherHits, otherOf - otherHits}};
    return isEven(table) ? 1 : FisherExactTest.withDefaults().test(table).getPValue();
  }

  /// All or none were hit in both groups, or a group is empty: nothing can differ.
  private static boolean isEven(int[][] table) {
    return table[0][0] + table[1][0] == 0
        || table[0][1] + table[1][1] == 0
        || table[0][0] + table[0][1] == 0
        || table[1][0] + table[1][1] == 0;
  }
}
