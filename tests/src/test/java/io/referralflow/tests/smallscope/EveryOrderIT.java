package io.referralflow.tests.smallscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Report;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralFixtures;
import io.referralflow.reward.InstalmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever of HR's reports come, in whatever order and however often, the same is owed: all
/// choices of up to five of twelve reports (six in a campaign), in every order, each followed by
/// every subset of it once more. Every single run is compared with [Policy].
class EveryOrderIT {

  private static final Instant READ = Instant.parse("2026-04-20T12:00:00Z");

  /// For each size k: the choices of k from 12 that are not all from the 9 that are no hires, times
  /// k! orders, times 2^k subsets.
  private static final long UP_TO_FIVE = 2_705_910;

  private static final long UP_TO_SIX = 41_413_110;

  private long runs;

  @Test
  void of_reports_owes_what_the_policy_says() {
    var hiring = ReferralFixtures.aReferralInHiring();
    var most = Campaign.size(5, 6);
    choose(hiring, List.of(), 0, most);

    Campaign.report(Map.of("orders", runs));
    assertThat(runs).isEqualTo(most == 5 ? UP_TO_FIVE : UP_TO_SIX);
  }

  private void choose(Referral from, List<Report> chosen, int next, int most) {
    if (chosen.stream().anyMatch(Report.Hired.class::isInstance)) {
      arrange(from, chosen, new ArrayList<>(), new boolean[chosen.size()], Policy.shares(chosen));
    }
    if (chosen.size() < most) {
      for (var i = next; i < Reports.ALL.size(); i++) {
        var more = new ArrayList<>(chosen);
        more.add(Reports.ALL.get(i));
        choose(from, more, i + 1, most);
      }
    }
  }

  private void arrange(
      Referral from,
      List<Report> chosen,
      List<Report> order,
      boolean[] used,
      List<Policy.Share> expected) {
    if (order.size() == chosen.size()) {
      repeat(read(from, hireFirst(order)), order, 0, expected);
      return;
    }
    for (var i = 0; i < used.length; i++) {
      if (!used[i]) {
        used[i] = true;
        order.add(chosen.get(i));
        arrange(from, chosen, order, used, expected);
        order.removeLast();
        used[i] = false;
      }
    }
  }

  /// What comes before the first hire waits for it, as reports of somebody unknown do.
  private static List<Report> hireFirst(List<Report> order) {
    var reports = new ArrayList<>(order);
    for (var report : order) {
      if (report instanceof Report.Hired) {
        reports.remove(report);
        reports.addFirst(report);
        return reports;
      }
    }
    return reports;
  }

  /// Every subset once more, each report of it or not.
  private void repeat(
      Referral referral, List<Report> order, int next, List<Policy.Share> expected) {
    if (next == order.size()) {
      compare(referral, order, expected);
      return;
    }
    repeat(referral, order, next + 1, expected);
    repeat(after(referral, order.get(next)), order, next + 1, expected);
  }

  private void compare(Referral referral, List<Report> order, List<Policy.Share> expected) {
    runs++;
    var lines = Owed.of(referral);
    var differs =
        lines.size() != expected.size()
            || IntStream.range(0, lines.size())
                .anyMatch(i -> differs(lines.get(i), expected.get(i)));
    if (differs) {
      assertThat(lines).as("what %s make", order).isEqualTo(expected);
    }
  }

  private static boolean differs(Owed.Line line, Policy.Share share) {
    return !line.dueOn().equals(share.day())
        || line.state() != (share.earned() ? InstalmentState.PLANNED : InstalmentState.CANCELLED);
  }

  private static Referral read(Referral referral, List<Report> reports) {
    var read = referral;
    for (var report : reports) {
      read = after(read, report);
    }
    return read;
  }

  private static Referral after(Referral referral, Report report) {
    return Life.after(referral, new Fact.Reported(READ, report)).orElseThrow();
  }
}
