package io.referralflow.referral;

import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.hire.ReportFixtures.probationChanged;
import static io.referralflow.hire.ReportFixtures.stamp;
import static io.referralflow.hire.ReportFixtures.startMoved;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever the order in which HR's reports arrive, and however often, the same is owed and the
/// referral stands the same. All choices of up to four out of nine reports, two of them about a
/// second HR number of the same person, in every order, each followed by every subset of it once
/// more.
@Tag("exhaustive")
class OrderOfReportsTest {

  private static final HrNumber NEW_NUMBER = new HrNumber("HR-2099");

  private static final List<Report> REPORTS =
      List.of(
          hired("2026-03-20T08:00:00Z", "2026-05-01"),
          hired(stamp("2026-03-01T08:00:00Z", "older than the referral"), "2026-05-01"),
          hired("2026-08-01T08:00:00Z", "2026-09-01"),
          startMoved("2026-03-25T08:00:00Z", "2026-05-15"),
          probationChanged("2026-03-26T08:00:00Z", "2026-08-31"),
          cancelled("2026-04-02T08:00:00Z"),
          ended("2026-06-20T08:00:00Z", "2026-06-30"),
          new Report.Hired(
              NEW_NUMBER,
              stamp("2026-04-10T08:00:00Z"),
              LocalDate.parse("2026-05-04"),
              Optional.empty()),
          new Report.Cancelled(NEW_NUMBER, stamp("2026-04-12T08:00:00Z")));

  /// What must not depend on the order.
  private record Standing(StateName state, List<Owed.Line> lines) {}

  private int compared;

  @Test
  void does_not_change_what_is_owed() {
    choose(0, List.of());

    assertThat(compared).isEqualTo(50_232);
  }

  private void choose(int from, List<Report> chosen) {
    if (chosen.stream().anyMatch(Report.Hired.class::isInstance)) {
      var results = new HashSet<Standing>();
      arrange(List.of(), chosen, results);
      assertThat(results).as("what %s make", chosen).hasSize(1);
    }
    if (chosen.size() < 4) {
      for (var next = from; next < REPORTS.size(); next++) {
        choose(next + 1, with(chosen, REPORTS.get(next)));
      }
    }
  }

  private void arrange(List<Report> order, List<Report> rest, Set<Standing> results) {
    if (rest.isEmpty()) {
      var heard = hireFirst(order);
      var once = read(aReferralInHiring(), heard);
      for (var subset = 0; subset < 1 << order.size(); subset++) {
        var again = new ArrayList<Report>();
        for (var i = 0; i < order.size(); i++) {
          if (((subset >> i) & 1) == 1 && heard.contains(order.get(i))) {
            again.add(order.get(i));
          }
        }
        var referral = read(once, again);
        compared++;
        results.add(new Standing(StateName.of(referral), Owed.of(referral)));
      }
    }
    for (var next : rest) {
      arrange(
          with(order, next), rest.stream().filter(each -> !each.equals(next)).toList(), results);
    }
  }

  private static Referral read(Referral referral, List<Report> reports) {
    var after = referral;
    for (var report : reports) {
      after = Life.after(after, reported("2026-12-01T12:00:00Z", report)).orElseThrow();
    }
    return after;
  }

  /// What comes before the first hire of its number waits for it, as reports of somebody unknown
  /// do; without one it is about nobody.
  private static List<Report> hireFirst(List<Report> order) {
    var reports = new ArrayList<Report>();
    var waiting = new ArrayList<>(order);
    while (!waiting.isEmpty()) {
      var next =
          waiting.stream()
              .filter(report ->
                  report instanceof Report.Hired
                      || reports.stream()
                          .anyMatch(known -> known.employee().equals(report.employee())))
              .findFirst();
      if (next.isEmpty()) {
        break;
      }
      reports.add(next.get());
      waiting.remove(next.get());
    }
    return reports;
  }

  private static List<Report> with(List<Report> reports, Report next) {
    var all = new ArrayList<>(reports);
    all.add(next);
    return all;
  }
}
