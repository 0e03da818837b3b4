package io.referralflow.hire;

import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.hire.ReportFixtures.probationChanged;
import static io.referralflow.hire.ReportFixtures.stamp;
import static io.referralflow.hire.ReportFixtures.startMoved;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// HR's reports come in any order, late, and more than once. Every choice of up to five out of ten
/// reports is taken in every order, and each order again with every subset of it repeated at the
/// end: the employment is always the same.
@Tag("exhaustive")
class ReportOrderTest {

  private static final List<Report> REPORTS =
      List.of(
          hired("2026-03-20T08:00:00Z", "2026-05-01"),
          hired(stamp("2026-03-20T08:00:00Z", "the same hire again"), "2026-05-01"),
          hired("2026-04-03T08:00:00Z", "2026-06-15", "2026-07-31"),
          hired("2026-08-01T08:00:00Z", "2026-09-01"),
          startMoved("2026-03-25T08:00:00Z", "2026-05-15"),
          probationChanged("2026-03-26T08:00:00Z", "2026-08-31"),
          cancelled("2026-04-02T08:00:00Z"),
          cancelled("2026-08-02T08:00:00Z"),
          ended("2026-03-18T08:00:00Z", "2026-04-30"),
          ended("2026-06-20T08:00:00Z", "2026-06-30"));

  private int compared;

  @Test
  void the_same_reports_in_any_order_make_the_same_employment() {
    choose(0, List.of());

    assertThat(compared).isEqualTo(1_024_568);
  }

  /// Goes through all choices of one to five reports with at least one hire among them.
  private void choose(int from, List<Report> chosen) {
    if (chosen.stream().anyMatch(Report.Hired.class::isInstance)) {
      var results = new HashSet<Employment>();
      arrange(List.of(), chosen, results);
      assertThat(results).as("what %s make", chosen).hasSize(1);
    }
    if (chosen.size() < 5) {
      for (var next = from; next < REPORTS.size(); next++) {
        choose(next + 1, with(chosen, REPORTS.get(next)));
      }
    }
  }

  /// Goes through all orders, and repeats every subset of the reports after each.
  private void arrange(List<Report> order, List<Report> rest, Set<Employment> results) {
    if (rest.isEmpty()) {
      var once = read(order);
      for (var subset = 0; subset < 1 << order.size(); subset++) {
        var employment = once;
        for (var i = 0; i < order.size(); i++) {
          if (((subset >> i) & 1) == 1) {
            employment = employment.with(order.get(i));
          }
        }
        compared++;
        results.add(employment);
      }
    }
    for (var next : rest) {
      arrange(
          with(order, next), rest.stream().filter(each -> !each.equals(next)).toList(), results);
    }
  }

  /// What comes before the first hire waits for it, as reports of somebody unknown do.
  private static Employment read(List<Report> order) {
    var early = new ArrayList<Report>();
    for (var i = 0; i < order.size(); i++) {
      if (order.get(i) instanceof Report.Hired hire) {
        var employment = Employment.of(hire);
        for (var report : early) {
          employment = employment.with(report);
        }
        for (var report : order.subList(i + 1, order.size())) {
          employment = employment.with(report);
        }
        return employment;
      }
      early.add(order.get(i));
    }
    throw new IllegalStateException("No hire among " + order);
  }

  private static List<Report> with(List<Report> reports, Report next) {
    var all = new ArrayList<>(reports);
    all.add(next);
    return all;
  }
}
