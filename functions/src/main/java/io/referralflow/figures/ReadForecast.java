package io.referralflow.figures;

import io.referralflow.figures.Projection.Part;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Waits;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.Today;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Referral;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Says what is still to be paid, month by month: what is committed, what is likely and what is
/// possible; as things stand, and, where a plan is tried out, as they would be if it held for
/// everybody who is not hired yet. Who is hired keeps the terms of the day of referral.
///
/// The work grows with what is under way and what was promised since a year ago.
public final class ReadForecast {

  private final UnderWay underWay;
  private final Programmes programmes;
  private final WorkingDays workingDays;
  private final InstantSource clock;

  public ReadForecast(
      Waits waits,
      Referrals referrals,
      Programmes programmes,
      WorkingDays workingDays,
      InstantSource clock) {
    underWay = new UnderWay(waits, referrals);
    this.programmes = programmes;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /// A forecast.
  ///
  /// @param lines as things stand, by month, likelihood and currency
  /// @param changed the same under the plan that is tried out; empty where none is
  public record Forecast(
      LocalDate asOf,
      Assumptions assumptions,
      List<Liability> lines,
      Optional<List<Liability>> changed) {
    public Forecast {
      lines = List.copyOf(lines);
      changed = changed.map(List::copyOf);
    }
  }

  public Forecast execute(Assumptions assumptions, Optional<ChangedPlan> plan) {
    var now = clock.instant();
    var today = Today.at(now, programmes);
    var live = underWay.live(now);
    var released = toPay(today);
    return new Forecast(
        today,
        assumptions,
        sum(live, released, today, projection(now, assumptions, Optional.empty(), Map.of())),
        plan.map(tried ->
            sum(
                live,
                released,
                today,
                projection(now, assumptions, Optional.of(tried), vacancies(live)))));
  }

  /// What finance has to pay: all that is not confirmed, and the rest of what is known by now to
  /// have been paid too little.
  private List<Payout> toPay(LocalDate today) {
    return Stream.concat(
            underWay.released().stream(),
            underWay.paid(today).stream().filter(payout -> payout.outstanding().minorUnits() > 0))
        .toList();
  }

  private Projection projection(
      Instant now,
      Assumptions assumptions,
      Optional<ChangedPlan> plan,
      Map<VacancyId, Vacancy> vacancies) {
    return new Projection(now, assumptions, workingDays, plan, vacancies);
  }

  private Map<VacancyId, Vacancy> vacancies(List<Referral> live) {
    return programmes.vacancies(
        live.stream().map(each -> each.particulars().vacancy()).distinct().toList());
  }

  private record Cell(YearMonth month, Likelihood likelihood, Currency currency) {

    static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::month)
            .thenComparing(Cell::likelihood)
            .thenComparing(cell -> cell.currency().getCurrencyCode());
  }

  private static List<Liability> sum(
      List<Referral> live, List<Payout> released, LocalDate today, Projection projection) {
    var present = YearMonth.from(today);
    var parts =
        Stream.concat(
            released.stream().map(payout -> part(payout, present)),
            live.stream().flatMap(projection::of));
    var cells = new TreeMap<Cell, List<Part>>(Cell.ORDER);
    parts.forEach(part ->
        cells
            .computeIfAbsent(
                new Cell(part.month(), part.likelihood(), part.amount().currency()),
                _ -> new ArrayList<>())
            .add(part));
    return cells.entrySet().stream()
        .map(cell -> liability(cell.getKey(), cell.getValue()))
        .toList();
  }

  private static Part part(Payout payout, YearMonth present) {
    var month = YearMonth.from(payout.promisedOn());
    return new Part(
        month.isBefore(present) ? present : month,
        Likelihood.COMMITTED,
        payout.outstanding(),
        Projection.CERTAIN);
  }

  private static Liability liability(Cell cell, List<Part> parts) {
    var whole = parts.stream().mapToLong(part -> part.amount().minorUnits()).sum();
    var weighed =
        parts.stream()
            .mapToLong(part -> Math.multiplyExact(part.amount().minorUnits(), part.rate()))
            .sum();
    return new Liability(
        cell.month(),
        cell.likelihood(),
        cell.currency(),
        parts.size(),
        whole,
        Math.floorDiv(weighed + Projection.CERTAIN / 2, Projection.CERTAIN));
  }
}
