package io.referralflow.audit;

import io.referralflow.port.Chronicles;
import io.referralflow.port.Chronicles.Chronicle;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.port.Waits.Wait;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Money;
import io.referralflow.step.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The report before paying: every instalment that is due or soon due, and every one that finance
/// has and did not confirm yet, checked against the record and worked out afresh. A referral that
/// does not hold stops all payouts. The work grows with what is due, not with what is stored.
///
/// Each release checks its own referral in the same way, so that the daily run need look only at
/// what should have been released and was not.
public final class ReportBeforePaying {

  /// How far ahead somebody who asks can see.
  private static final Duration AHEAD = Duration.ofDays(3);

  /// A wait rings some hours after the due moment that it watches over.
  private static final Duration WATCHED = Duration.ofHours(2);

  /// More than a list lags behind what was written.
  private static final Duration LAG = Duration.ofMinutes(15);

  private final Waits waits;
  private final Referrals referrals;
  private final Chronicles chronicles;
  private final StopPayouts stopPayouts;
  private final InstantSource clock;

  public ReportBeforePaying(
      Waits waits,
      Referrals referrals,
      Chronicles chronicles,
      StopPayouts stopPayouts,
      InstantSource clock) {
    this.waits = waits;
    this.referrals = referrals;
    this.chronicles = chronicles;
    this.stopPayouts = stopPayouts;
    this.clock = clock;
  }

  /// Which instalments a line is about.
  public enum When {
    RELEASED,
    DUE,
    SOON
  }

  /// One instalment.
  ///
  /// @param finding why it must not be paid; empty when everything agrees
  public record Line(
      ReferralId referral,
      long receiptNumber,
      int instalment,
      Money amount,
      LocalDate dueOn,
      When when,
      Optional<Finding> finding) {}

  /// A record that cannot even say what is due.
  public record Unreadable(ReferralId referral, Finding finding) {}

  /// What was found.
  ///
  /// @param until instalments due up to this moment were looked at
  public record Report(Instant at, Instant until, List<Line> lines, List<Unreadable> unreadable) {
    public Report {
      lines = List.copyOf(lines);
      unreadable = List.copyOf(unreadable);
    }

    /// How many referrals' records do not hold.
    public int differences() {
      var wrong = new LinkedHashSet<ReferralId>();
      lines.stream()
          .filter(line -> line.finding().isPresent())
          .map(Line::referral)
          .forEach(wrong::add);
      unreadable.stream().map(Unreadable::referral).forEach(wrong::add);
      return wrong.size();
    }
  }

  /// How much is looked at.
  public enum Scope {
    /// All that is due, soon due, or released and not confirmed: for whoever asks.
    WHOLE,
    /// What is due and not released: for every day.
    OVERDUE
  }

  public Report execute(Scope scope) {
    var now = clock.instant();
    return switch (scope) {
      case WHOLE -> report(now, now.plus(AHEAD), released());
      case OVERDUE -> report(now, now, Map.of());
    };
  }

  private Report report(Instant now, Instant until, Map<ReferralId, List<Payout>> released) {
    var watched = watched(until);
    var ids = new LinkedHashSet<>(released.keySet());
    ids.addAll(watched);
    var lines = new ArrayList<Line>();
    var unreadable = new ArrayList<Unreadable>();
    for (var id : ids) {
      chronicles
          .read(id)
          .ifPresent(chronicle -> {
            var finding = Audit.of(chronicle);
            switch (chronicle) {
              case Chronicle.Broken _ ->
                  finding.ifPresent(broken -> unreadable.add(new Unreadable(id, broken)));
              case Chronicle.Whole whole -> {
                var referral = whole.snapshot().referral();
                for (var payout : released.getOrDefault(id, List.of())) {
                  lines.add(line(payout, finding.or(() -> listed(payout, whole, now))));
                }
                next(referral, now, until, finding).ifPresent(lines::add);
              }
            }
          });
    }
    var report = new Report(now, until, lines, unreadable);
    stop(report);
    return report;
  }

  private Map<ReferralId, List<Payout>> released() {
    return Page.all(part -> referrals.payouts(PayoutState.RELEASED, part))
        .collect(Collectors.groupingBy(Payout::referral, LinkedHashMap::new, Collectors.toList()));
  }

  /// The referrals whose clock rings soon, without those that are not hired.
  private List<ReferralId> watched(Instant until) {
    var ringing =
        waits.overdue(until.plus(WATCHED), Integer.MAX_VALUE).stream().map(Wait::referral).toList();
    return referrals.findAll(ringing).stream()
        .map(Snapshot::referral)
        .filter(referral -> !(referral instanceof Referral.Open))
        .map(Referral::id)
        .toList();
  }

  private static Line line(Payout payout, Optional<Finding> finding) {
    return new Line(
        payout.referral(),
        payout.receiptNumber(),
        payout.instalment(),
        payout.amount(),
        payout.dueOn(),
        When.RELEASED,
        finding);
  }

  /// Whether finance's list says what was released, and whether it is on hold: a list that is read
  /// while somebody puts a payout on hold may not know it yet.
  private static Optional<Finding> listed(Payout payout, Chronicle.Whole whole, Instant now) {
    var referral = whole.snapshot().referral();
    var isFresh = isHeldSince(now.minus(LAG), whole.facts(), payout.instalment());
    var particulars = referral.particulars();
    var agrees =
        particulars.referrer().equals(payout.payee())
            && particulars.receiptNumber() == payout.receiptNumber()
            && Owed.of(referral).stream()
                .anyMatch(line ->
                    line.instalment().number() == payout.instalment()
                        && line.instalment().amount().equals(payout.amount())
                        && line.payment()
                            .filter(made ->
                                made.dueOn().equals(payout.dueOn())
                                    && made.promisedOn().equals(payout.promisedOn())
                                    && (isFresh || made.heldBecause().equals(payout.heldBecause())))
                            .isPresent());
    return agrees ? Optional.empty() : Optional.of(Finding.LIST_DIFFERS);
  }

  /// Whether a payout was put on hold, or taken off it, after a moment.
  private static boolean isHeldSince(Instant moment, List<Fact> facts, int payout) {
    return facts.stream()
        .filter(fact -> fact.at().isAfter(moment))
        .anyMatch(fact ->
            switch (fact) {
              case Fact.PutOnHold(_, var instalment, _, _) -> instalment == payout;
              case Fact.TakenOffHold(_, var instalment, _) -> instalment == payout;
              default -> false;
            });
  }

  private static Optional<Line> next(
      Referral referral, Instant now, Instant until, Optional<Finding> finding) {
    return Owed.next(referral)
        .filter(line -> !Timing.dueAt(referral, line).isAfter(until))
        .map(line ->
            new Line(
                referral.id(),
                referral.particulars().receiptNumber(),
                line.instalment().number(),
                line.instalment().amount(),
                line.dueOn(),
                Timing.dueAt(referral, line).isAfter(now) ? When.SOON : When.DUE,
                finding));
  }

  private void stop(Report report) {
    var wrong = new LinkedHashMap<ReferralId, Finding>();
    report.unreadable().forEach(each -> wrong.putIfAbsent(each.referral(), each.finding()));
    report
        .lines()
        .forEach(
            line -> line.finding().ifPresent(found -> wrong.putIfAbsent(line.referral(), found)));
    wrong.forEach((id, finding) -> stopPayouts.execute(id, finding, report.at()));
  }
}
