package io.referralflow.figures;

import io.referralflow.figures.ActionReport.Cost;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.port.Post;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Today;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Money;
import io.referralflow.reward.Payment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Lets every action that has ended report on itself: the report is stored and mailed to whoever
/// manages the action, to decide whether it goes on. Once for each last day, however often it is
/// called. Its work grows with the referrals of the actions that ended.
public final class ReportActions {

  /// A call that broke off between report and mail is made good by those of the next days.
  private static final Duration MADE_GOOD = Duration.ofDays(3);

  private final Programmes programmes;
  private final Referrals referrals;
  private final Post post;
  private final InstantSource clock;

  public ReportActions(Programmes programmes, Referrals referrals, Post post, InstantSource clock) {
    this.programmes = programmes;
    this.referrals = referrals;
    this.post = post;
    this.clock = clock;
  }

  /// Answers how many reports are new.
  public int execute() {
    var actions =
        programmes.portfolio().programmes().stream()
            .filter(Programme::isAction)
            .filter(action -> action.status().wasPublished())
            .toList();
    if (actions.isEmpty()) {
      return 0;
    }
    var now = clock.instant();
    var today = Today.at(now, programmes);
    return (int)
        actions.stream()
            .filter(action -> action.endsOn().filter(today::isAfter).isPresent())
            .filter(action -> report(action, today, now))
            .count();
  }

  /// The report comes first, since the mail tells it.
  private boolean report(Programme action, LocalDate today, Instant now) {
    var endsOn = action.endsOn().orElseThrow();
    var mail = new ProgrammeNotice.ActionEnded(action.id(), endsOn);
    var known =
        programmes.reports(action.id()).stream()
            .filter(each -> each.endsOn().equals(endsOn))
            .findFirst();
    if (known.isPresent()) {
      if (now.isBefore(known.get().at().plus(MADE_GOOD))) {
        post.add(mail, now);
      }
      return false;
    }
    var isNew = programmes.save(counted(action, endsOn, today, now));
    post.add(mail, now);
    return isNew;
  }

  private ActionReport counted(Programme action, LocalDate endsOn, LocalDate today, Instant now) {
    var all =
        referrals.findAll(referrals.ofProgramme(action.id())).stream()
            .map(Snapshot::referral)
            .toList();
    var payments = all.stream().flatMap(each -> payments(each).stream()).toList();
    var kept = payments.stream().filter(ReportActions::isKept).count();
    var open =
        payments.stream()
            .filter(each -> each.paidOn().isEmpty() && !each.promisedOn().isBefore(today))
            .count();
    return new ActionReport(
        action.id(),
        action.startsOn(),
        endsOn,
        now,
        all.size(),
        (int) all.stream().filter(ReportActions::isHired).count(),
        (int) all.stream().filter(ReportActions::isPaid).count(),
        (int) kept,
        (int) (payments.size() - kept - open),
        costs(all));
  }

  private static boolean isHired(Referral referral) {
    return referral instanceof Referral.Employed && !(referral instanceof Referral.HireCancelled);
  }

  private static boolean isPaid(Referral referral) {
    return payments(referral).stream().anyMatch(each -> each.paidOn().isPresent());
  }

  private static boolean isKept(Payment payment) {
    return payment.paidOn().filter(day -> !day.isAfter(payment.promisedOn())).isPresent();
  }

  private static List<Payment> payments(Referral referral) {
    return Owed.of(referral).stream().flatMap(line -> line.payment().stream()).toList();
  }

  /// What was paid, as it was put right.
  private static Optional<Money> paid(Owed.Line line) {
    return line.payment()
        .filter(payment -> payment.paidOn().isPresent())
        .map(payment -> payment.paid(line.instalment().amount()));
  }

  /// What is still to be paid, whether finance holds it or not.
  private static Optional<Money> open(Owed.Line line) {
    var amount = line.instalment().amount();
    if (line.payment().isEmpty()) {
      return line.state() == InstalmentState.PLANNED ? Optional.of(amount) : Optional.empty();
    }
    var payment = line.payment().get();
    return payment.paidOn().isEmpty()
        ? Optional.of(amount)
        : payment.correction().map(known -> known.outstanding(amount));
  }

  private static List<Cost> costs(List<Referral> all) {
    Map<String, Cost> costs = new TreeMap<>();
    for (var referral : all) {
      for (var line : Owed.of(referral)) {
        var amount = line.instalment().amount();
        var nothing = new Money(0, amount.currency());
        costs.merge(
            amount.currency().getCurrencyCode(),
            new Cost(paid(line).orElse(nothing), open(line).orElse(nothing)),
            (one, other) -> new Cost(one.paid().plus(other.paid()), one.open().plus(other.open())));
      }
    }
    return new ArrayList<>(costs.values());
  }
}
