package io.referralflow.tests.smallscope;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How much is run: the gate's share, or one slice of a campaign, named by `-Dcampaign.slice=n`.
/// Counts go to the output, where `build/campaign.py` adds them up.
public final class Campaign {

  private static final int GATE = -1;

  private Campaign() {}

  /// Whether this is a slice of a campaign.
  public static boolean runs() {
    return slice() != GATE;
  }

  /// The number of the slice, from 0; -1 in the gate.
  public static int slice() {
    return Integer.getInteger("campaign.slice", GATE);
  }

  /// A size that is one thing in the gate and another in each slice of a campaign.
  public static int size(int gate, int slice) {
    return runs() ? slice : gate;
  }

  /// Prints what was run, such as `campaign {"runs": 12}`.
  public static void report(Map<String, ? extends Number> counts) {
    var text =
        new TreeMap<>(counts)
            .entrySet().stream()
                .map(count -> "\"" + count.getKey() + "\": " + count.getValue())
                .collect(Collectors.joining(", ", "campaign {", "}"));
    System.out.println(text);
  }
}
