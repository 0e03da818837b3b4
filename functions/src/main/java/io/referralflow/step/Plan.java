package io.referralflow.step;

import io.referralflow.referral.Disclosure;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.reward.InstalmentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares what was still to come of a reward before and after a change.
final class Plan {

  private Plan() {}

  /// Whether an instalment that is not released moved, was cancelled or came back, in the eyes of a
  /// referrer who knows of a cancellation only after the delay.
  static boolean changed(Referral before, Referral after, Instant at) {
    var was = planned(before);
    hidden(before, at).forEach(was::putIfAbsent);
    var is = planned(after);
    var released =
        Owed.of(after).stream()
            .filter(line -> line.payment().isPresent())
            .map(line -> line.instalment().number())
            .collect(Collectors.toSet());
    was.keySet().removeAll(released);
    return !was.equals(is);
  }

  /// The first instalment that was to come and will not come any more.
  static OptionalInt lost(Referral before, Referral after) {
    var were = planned(before).keySet();
    return Owed.of(after).stream()
        .filter(line -> line.state() == InstalmentState.CANCELLED)
        .mapToInt(line -> line.instalment().number())
        .filter(were::contains)
        .findFirst();
  }

  private static Map<Integer, LocalDate> hidden(Referral referral, Instant at) {
    return referral instanceof Employed employed
        ? byNumber(
            Owed.of(employed).stream()
                .filter(line -> Disclosure.isHidden(employed, line.instalment().number(), at)))
        : Map.of();
  }

  private static Map<Integer, LocalDate> planned(Referral referral) {
    return byNumber(
        Owed.of(referral).stream().filter(line -> line.state() == InstalmentState.PLANNED));
  }

  private static Map<Integer, LocalDate> byNumber(Stream<Owed.Line> lines) {
    return lines.collect(
        Collectors.toMap(
            line -> line.instalment().number(), Owed.Line::dueOn, (a, _) -> a, TreeMap::new));
  }
}
