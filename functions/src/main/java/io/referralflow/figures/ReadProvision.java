package io.referralflow.figures;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.FindColleague;
import io.referralflow.figures.Provision.Kind;
import io.referralflow.port.Employees;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.programme.Today;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Money;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what the organisation owed for referrals at the end of a month, for the books: what was due
/// and not paid, and what is to come of hires that were agreed. It is worked out from what is known
/// now, so that a hire that was cancelled since is no part of it, and a payment confirmed since is
/// taken by the day on which it was paid. A held reward is no part of it until it is allowed.
///
/// The work grows with what is under way and what was paid since that month.
public final class ReadProvision {

  /// The past months that can be asked for: what was paid is looked through from a year before.
  public static final int MONTHS = 12;

  private final UnderWay underWay;
  private final Referrals referrals;
  private final Employees employees;
  private final FindColleague findColleague;
  private final Programmes programmes;
  private final InstantSource clock;

  public ReadProvision(
      Waits waits,
      Referrals referrals,
      Employees employees,
      FindColleague findColleague,
      Programmes programmes,
      InstantSource clock) {
    underWay = new UnderWay(waits, referrals);
    this.referrals = referrals;
    this.employees = employees;
    this.findColleague = findColleague;
    this.programmes = programmes;
    this.clock = clock;
  }

  /// The provision of a month.
  ///
  /// @param asOf its last day; today in the present month
  public record Month(LocalDate asOf, List<Provision> lines) {
    public Month {
      lines = List.copyOf(lines);
    }
  }

  /// One instalment that was owed.
  private record Part(EmployeeId payee, Kind kind, Money amount) {}

  /// What was owed at a month's end; empty where the month is still to come, or too long ago.
  ///
  /// @param month empty for the present one
  public Optional<Month> execute(Optional<YearMonth> month) {
    var now = clock.instant();
    var today = Today.at(now, programmes);
    var present = YearMonth.from(today);
    var asked = month.orElse(present);
    if (asked.isAfter(present) || asked.isBefore(present.minusMonths(MONTHS))) {
      return Optional.empty();
    }
    var day = asked.equals(present) ? today : asked.atEndOfMonth();
    return Optional.of(new Month(day, sum(parts(day, now))));
  }

  private List<Part> parts(LocalDate day, Instant now) {
    var handed =
        Stream.concat(underWay.released().stream(), underWay.paid(day).stream())
            .filter(payout -> owedOn(day, payout).minorUnits() > 0 || isUnpaidOn(day, payout))
            .toList();
    var agreed = agreed(handed, day);
    var parts = new ArrayList<Part>();
    for (var payout : handed) {
      if (!payout.dueOn().isAfter(day)) {
        parts.add(new Part(payout.payee(), Kind.DUE, owedOn(day, payout)));
      } else if (agreed.contains(payout.referral())) {
        parts.add(new Part(payout.payee(), Kind.TO_COME, owedOn(day, payout)));
      }
    }
    underWay.live(now).stream()
        .filter(referral -> isAgreed(referral, day))
        .forEach(referral ->
            Owed.of(referral).stream()
                .filter(line -> line.state() == InstalmentState.PLANNED)
                .forEach(line ->
                    parts.add(
                        new Part(
                            referral.particulars().referrer(),
                            line.dueOn().isAfter(day) ? Kind.TO_COME : Kind.DUE,
                            line.instalment().amount()))));
    return parts;
  }

  private static boolean isUnpaidOn(LocalDate day, Payout payout) {
    return payout.paidOn().filter(paid -> !paid.isAfter(day)).isEmpty();
  }

  /// All of it, or what is known by now to have been paid too little.
  private static Money owedOn(LocalDate day, Payout payout) {
    return isUnpaidOn(day, payout) ? payout.amount() : payout.outstanding();
  }

  /// The hires that were agreed by a day, of those whose instalments are due after it.
  private Set<ReferralId> agreed(List<Payout> payouts, LocalDate day) {
    var ids =
        payouts.stream()
            .filter(payout -> payout.dueOn().isAfter(day))
            .map(Payout::referral)
            .distinct()
            .toList();
    return referrals.findAll(ids).stream()
        .map(Snapshot::referral)
        .filter(referral -> isAgreed(referral, day))
        .map(Referral::id)
        .collect(Collectors.toSet());
  }

  private static boolean isAgreed(Referral referral, LocalDate day) {
    return switch (referral) {
      case Employed employed ->
          !LocalDate.ofInstant(
                  employed.hire().attributedAt(), employed.particulars().terms().zone())
              .isAfter(day);
      case Held _, Referral.Open _, Referral.Ended _ -> false;
    };
  }

  private record Cell(String entity, String costCentre, Kind kind, Currency currency) {

    static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::entity)
            .thenComparing(Cell::costCentre)
            .thenComparing(Cell::kind)
            .thenComparing(cell -> cell.currency().getCurrencyCode());
  }

  private List<Provision> sum(List<Part> parts) {
    var payees = employees.findAll(parts.stream().map(Part::payee).distinct().toList());
    var colleagues = findColleague.execute(payees.values());
    var cells = new TreeMap<Cell, List<Part>>(Cell.ORDER);
    for (var part : parts) {
      var payee = Optional.ofNullable(colleagues.get(part.payee()));
      var cell =
          new Cell(
              said(payee, Detail.ENTITY),
              said(payee, Detail.COST_CENTRE),
              part.kind(),
              part.amount().currency());
      cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(part);
    }
    return cells.entrySet().stream()
        .map(cell -> provision(cell.getKey(), cell.getValue()))
        .toList();
  }

  private static String said(Optional<Colleague> payee, Detail detail) {
    return payee.flatMap(colleague -> colleague.text(detail)).orElse("");
  }

  private static Provision provision(Cell cell, List<Part> parts) {
    return new Provision(
        Optional.of(cell.entity()).filter(text -> !text.isEmpty()),
        Optional.of(cell.costCentre()).filter(text -> !text.isEmpty()),
        cell.kind(),
        cell.currency(),
        parts.size(),
        parts.stream().mapToLong(part -> part.amount().minorUnits()).reduce(0, Math::addExact));
  }
}
