package io.referralflow.step;

import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.reward.InstalmentState;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Compares what was still to come of a reward before and after a change.
final class Plan {

  private Plan() {}

  /// Whether an instalment that is not released moved, was cancelled or came back.
  static boolean changed(Referral before, Referral after) {
    var was = planned(before);
    var is = planned(after);
    var released =
        Owed.of(after).stream()
            .filter(line -> line.payment().isPresent())
            .map(line -> line.instalment().number())
            .collect(Collectors.toSet());
    was.keySet().removeAll(released);
    return !was.equals(is);
  }

  /// Whether an instalment that was to come will not come any more.
  static boolean lost(Referral before, Referral after) {
    var cancelled =
        Owed.of(after).stream()
            .filter(line -> line.state() == InstalmentState.CANCELLED)
            .map(line -> line.instalment().number())
            .collect(Collectors.toSet());
    return planned(before).keySet().stream().anyMatch(cancelled::contains);
  }

  private static Map<Integer, LocalDate> planned(Referral referral) {
    return Owed.of(referral).stream()
        .filter(line -> line.state() == InstalmentState.PLANNED)
        .collect(
            Collectors.toMap(
                line -> line.instalment().number(), Owed.Line::dueOn, (a, _) -> a, TreeMap::new));
  }
}
