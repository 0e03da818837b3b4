package io.referralflow.figures;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.figures.ReadPromiseKept.Month;
import io.referralflow.figures.ReadPromiseKept.Months;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Scope;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.scenario.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The published share of payouts that were paid by the promised day.
class PromiseKeptTest {

  private static final ProgrammeId SPRING = new ProgrammeId("spring");

  private final World world = World.on("2026-03-02T09:15");
  private int people;

  /// Hired to begin on a day; the first half is due then, the second two months later.
  private ReferralId hiredFrom(String start) {
    var address = "candidate" + ++people + "@example.org";
    var id = world.refers(EMMA, address, JAVA_ENGINEER);
    world.accepts(id);
    world.hears(hired("HR-" + people, start).of(address).forReferral(id));
    return id;
  }

  private Months months(int count) {
    return world.product().readPromiseKept.execute(count);
  }

  private List<PromiseKept> all(int count) {
    return months(count).months().stream().map(Month::all).toList();
  }

  private PromiseKept only(String month) {
    return all(24).stream()
        .filter(each -> each.month().equals(YearMonth.parse(month)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_instalment_is_open_until_its_day_then_late_until_it_is_paid_in_time_or_not() {
    var kept = hiredFrom("2026-05-01");
    var late = hiredFrom("2026-05-01");
    var _ = hiredFrom("2026-05-01");
    world.goTo("2026-05-02T09:00");
    assertThat(only("2026-05")).isEqualTo(new PromiseKept(YearMonth.of(2026, 5), 0, 0, 3));
    assertThat(only("2026-05").share()).isEmpty();

    world.goTo("2026-05-29T12:00");
    world.confirms(FATIMA, kept, 1, "2026-05-29");
    assertThat(only("2026-05")).isEqualTo(new PromiseKept(YearMonth.of(2026, 5), 1, 0, 2));
    assertThat(only("2026-05").share()).contains(new BigDecimal("1.0000"));

    world.goTo("2026-05-30T12:00");
    world.confirms(FATIMA, late, 1, "2026-05-30");
    assertThat(only("2026-05")).isEqualTo(new PromiseKept(YearMonth.of(2026, 5), 1, 2, 0));
    assertThat(only("2026-05").share()).contains(new BigDecimal("0.3333"));
    assertThat(only("2026-05").promised()).isEqualTo(3);
  }

  @Test
  void what_was_paid_in_time_stays_kept_when_it_is_confirmed_later() {
    var id = hiredFrom("2026-05-01");
    world.goTo("2026-06-15T12:00");
    assertThat(only("2026-05")).isEqualTo(new PromiseKept(YearMonth.of(2026, 5), 0, 1, 0));
    world.confirms(FATIMA, id, 1, "2026-05-29");

    assertThat(only("2026-05")).isEqualTo(new PromiseKept(YearMonth.of(2026, 5), 1, 0, 0));
  }

  @Test
  void the_months_end_with_the_present_one_in_the_programmes_zone() {
    world.goTo("2026-06-01T00:30");

    var months = months(2);

    assertThat(months.asOf()).isEqualTo("2026-06-01");
    assertThat(months.months())
        .extracting(Month::all)
        .containsExactly(
            new PromiseKept(YearMonth.of(2026, 5), 0, 0, 0),
            new PromiseKept(YearMonth.of(2026, 6), 0, 0, 0));
  }

  @Test
  void each_programme_that_promised_something_has_its_own_share_of_the_month() {
    var standing = hiredFrom("2026-05-01");
    action();
    var inTime = hiredFrom("2026-05-01");
    var tooLate = hiredFrom("2026-05-01");
    world.goTo("2026-05-30T12:00");
    world.confirms(FATIMA, standing, 1, "2026-05-29");
    world.confirms(FATIMA, inTime, 1, "2026-05-29");
    world.confirms(FATIMA, tooLate, 1, "2026-05-30");

    var may = YearMonth.of(2026, 5);
    assertThat(months(2).months())
        .filteredOn(month -> month.all().month().equals(may))
        .containsExactly(
            new Month(
                new PromiseKept(may, 2, 1, 0),
                byId(
                    Map.of(
                        ProgrammeId.STANDING,
                        new PromiseKept(may, 1, 0, 0),
                        SPRING,
                        new PromiseKept(may, 1, 1, 0)))));
  }

  private static SortedMap<ProgrammeId, PromiseKept> byId(Map<ProgrammeId, PromiseKept> counts) {
    var sorted = new TreeMap<ProgrammeId, PromiseKept>(Comparator.comparing(ProgrammeId::value));
    sorted.putAll(counts);
    return sorted;
  }

  /// From now on everybody refers by an action.
  private void action() {
    var programmes = world.ports().programmes();
    var action =
        new Programme(
            SPRING,
            "Spring",
            Audience.INTERNAL,
            Scope.EVERYBODY,
            LocalDate.parse("2026-03-01"),
            Optional.of(LocalDate.parse("2026-03-31")),
            Set.of(),
            Programme.Status.PUBLISHED,
            List.of(),
            Optional.of(PETRA.id()));
    assertThat(programmes.save(programmes.portfolio().with(action), action, world.now())).isTrue();
  }

  /// Forty hires of eight days, paid by a payroll that forgets some and pays others late: the
  /// published figures are those that the ledger, counted row by row, gives.
  @Test
  void the_ledger_gives_the_same_figures() {
    var ids = new ArrayList<ReferralId>();
    for (var i = 0; i < 40; i++) {
      ids.add(hiredFrom(LocalDate.of(2026, 4, 1).plusDays(i % 8 * 9L).toString()));
    }
    world.goTo("2026-05-20T12:00");
    pay(ids, 1, 3, "2026-05-20");
    world.goTo("2026-07-20T12:00");
    pay(ids, 1, 4, "2026-06-30");
    pay(ids, 2, 5, "2026-07-17");
    world.goTo("2026-08-20T12:00");

    var published = all(24);

    assertThat(published.stream().mapToInt(PromiseKept::promised).sum()).isGreaterThan(60);
    assertThat(published.stream().mapToInt(PromiseKept::kept).sum()).isPositive();
    assertThat(published.stream().mapToInt(PromiseKept::late).sum()).isPositive();
    assertThat(published.stream().mapToInt(PromiseKept::open).sum()).isPositive();
    assertThat(published.stream().filter(month -> month.promised() > 0))
        .containsExactlyElementsOf(counted("2026-08-20"));
  }

  private void pay(List<ReferralId> ids, int instalment, int everyNth, String paidOn) {
    for (var i = 0; i < ids.size(); i++) {
      var ledger = world.store().ledger(ids.get(i));
      if (i % everyNth == 0
          && ledger.containsKey(instalment + "#released")
          && !ledger.containsKey(instalment + "#paid")) {
        world.confirms(FATIMA, ids.get(i), instalment, paidOn);
      }
    }
  }

  private List<PromiseKept> counted(String day) {
    var counts = new TreeMap<YearMonth, int[]>();
    for (var id : world.store().everyReferral()) {
      var ledger = world.store().ledger(id).values();
      for (var entry : ledger) {
        if (entry instanceof LedgerEntry.Released released) {
          var paid =
              ledger.stream()
                  .filter(LedgerEntry.Paid.class::isInstance)
                  .map(LedgerEntry.Paid.class::cast)
                  .filter(each -> each.instalment() == released.instalment())
                  .findFirst();
          var promised = released.promisedOn();
          if (promised.isAfter(LocalDate.parse("2026-08-31"))) {
            continue;
          }
          var place =
              paid.isPresent()
                  ? paid.get().paidOn().isAfter(promised) ? 1 : 0
                  : promised.isBefore(LocalDate.parse(day)) ? 1 : 2;
          counts.computeIfAbsent(YearMonth.from(promised), _ -> new int[3])[place]++;
        }
      }
    }
    return counts.entrySet().stream()
        .map(month ->
            new PromiseKept(
                month.getKey(), month.getValue()[0], month.getValue()[1], month.getValue()[2]))
        .toList();
  }
}
