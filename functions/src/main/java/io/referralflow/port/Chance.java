package io.referralflow.port;

import java.util.List;

/// How probable it is that two groups differ this much by chance alone, from 0 to 1, if nothing
/// made them differ.
public interface Chance {

  /// Of two groups of measurements: whether those of one tend to be greater (rank sum test, both
  /// sides). Neither group is empty.
  double ofRanks(List<Double> one, List<Double> other);

  /// Of two groups in which some were hit (exact test of two shares, both sides).
  double ofShares(int hits, int of, int otherHits, int otherOf);
}
