package io.referralflow.delivery;

import io.referralflow.candidate.Email;
import io.referralflow.figures.ActionReport;
import io.referralflow.letter.ProgrammeLetter;
import io.referralflow.letter.ProgrammeLetter.TermsChanged.Open;
import io.referralflow.letter.Summaries;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.message.ProgrammeNotice.ActionEnded;
import io.referralflow.message.ProgrammeNotice.OrderDelivered;
import io.referralflow.message.ProgrammeNotice.OrderPlaced;
import io.referralflow.message.ProgrammeNotice.PayRunClosed;
import io.referralflow.message.ProgrammeNotice.TermsChanged;
import io.referralflow.points.Order;
import io.referralflow.port.Directory;
import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Settings;
import io.referralflow.programme.ThankYou;
import io.referralflow.referral.Disclosure;
import io.referralflow.referral.Referral;
import io.referralflow.referral.StateName;
import io.referralflow.reward.PayoutReference;
import io.referralflow.staff.Employee;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Gathers whom a mail of the programme goes to and what it tells, as both are when it is sent.
public final class ProgrammeGathering {

  private final Programmes programmes;
  private final Employees employees;
  private final Directory directory;
  private final Referrals referrals;
  private final Points points;
  private final Summaries summaries;
  private final URI site;

  /// Gathers for letters that lead to a site.
  ///
  /// @param site its address, without a slash at its end
  public ProgrammeGathering(
      Programmes programmes,
      Employees employees,
      Directory directory,
      Referrals referrals,
      Points points,
      Summaries summaries,
      URI site) {
    this.programmes = programmes;
    this.employees = employees;
    this.directory = directory;
    this.referrals = referrals;
    this.points = points;
    this.summaries = summaries;
    this.site = site;
  }

  /// What was gathered for a notice.
  sealed interface Gathered {
    record Known(Email to, ProgrammeLetter letter) implements Gathered {}

    /// It is no longer true, or no longer needed.
    record Overtaken() implements Gathered {}

    /// It is needed, and nobody is known whom it could go to: a person must look.
    record Nobody() implements Gathered {}
  }

  /// Gathers for a notice.
  ///
  /// @param again whether it was tried before, so that it may have been handed over already
  Gathered of(ProgrammeNotice.Mail notice, boolean again, Instant now) {
    return switch (notice) {
      case ActionEnded ended -> of(ended);
      case PayRunClosed run -> of(run, again);
      case OrderPlaced placed -> of(placed);
      case OrderDelivered delivered -> of(delivered);
      case TermsChanged changed -> of(changed, now);
    };
  }

  private Gathered of(TermsChanged notice, Instant now) {
    var change = TermsChange.of(notice.version(), programmes);
    var settings = programmes.settings();
    if (change.isEmpty() || settings.isEmpty()) {
      return new Gathered.Overtaken();
    }
    var holdsFrom = change.get().after().effectiveFrom();
    var day = day(change.get(), settings.get().day(holdsFrom.isAfter(now) ? holdsFrom : now));
    var reader = TermsReader.of(notice, directory, employees);
    return Optional.of(reader)
        .filter(it -> it.mayRefer(programmes.portfolio(), change.get().programme(), day))
        .flatMap(it -> it.addressee(settings.get()))
        .<Gathered>map(to ->
            new Gathered.Known(
                to.email(), letter(change.get(), to, settings.get(), open(reader, now), now)))
        .orElseGet(Gathered.Overtaken::new);
  }

  /// An action's terms hold from its first day on, if that is later.
  private static LocalDate day(TermsChange change, LocalDate holdsFrom) {
    return change
        .programme()
        .map(Programme::startsOn)
        .filter(holdsFrom::isBefore)
        .orElse(holdsFrom);
  }

  private ProgrammeLetter letter(
      TermsChange change, Addressee to, Settings settings, List<Open> open, Instant now) {
    var were = summaries.of(change.before(), to.language());
    var are = summaries.of(change.after(), to.language());
    return new ProgrammeLetter.TermsChanged(
        head(to, Optional.of(settings), "terms/" + change.after().version()),
        change.programme().map(Programme::name),
        change.after().effectiveFrom().atZone(settings.zone()),
        change.after().isInForce(now),
        change.after().version(),
        are.stream().filter(line -> !were.contains(line)).toList(),
        were.stream().filter(line -> !are.contains(line)).toList(),
        open);
  }

  /// The reader's referrals that are open as far as the reader knows, each with the version that it
  /// keeps.
  private List<Open> open(TermsReader reader, Instant now) {
    return reader.accounts().stream()
        .flatMap(account -> Page.all(part -> referrals.ownedBy(account, part)))
        .map(Snapshot::referral)
        .filter(referral -> isOpen(Disclosure.stateForReferrer(referral, now)))
        .map(Referral::particulars)
        .map(each -> new Open(each.receiptNumber(), each.terms().version()))
        .sorted(Comparator.comparingLong(Open::receiptNumber))
        .toList();
  }

  private static boolean isOpen(StateName shown) {
    return switch (shown) {
      case INVITED, SCREENING, HIRING, HIRED, PROBATION, HELD -> true;
      case COMPLETED,
          DECLINED,
          REJECTED,
          WITHDRAWN,
          EXPIRED,
          LAPSED,
          HIRE_CANCELLED,
          LEFT,
          NOT_ELIGIBLE,
          ALREADY_KNOWN,
          ENDED ->
          false;
    };
  }

  /// All that finance is to pay on the run's day of what was due by its cut-off. What finance holds
  /// is told as well, since no other mail tells it.
  private Gathered of(PayRunClosed run, boolean again) {
    var settings = programmes.settings();
    var payouts =
        settings.stream()
            .flatMap(known ->
                referrals.promised(PayoutState.RELEASED, run.payDay(), run.payDay()).stream()
                    .filter(payout -> !payout.dueOn().isAfter(run.cutOff()))
                    .filter(payout -> PayRunMail.tells(payout.kind(), known)))
            .sorted(
                Comparator.comparingLong(Payout::receiptNumber)
                    .thenComparingInt(Payout::instalment))
            .toList();
    return settings
        .filter(_ -> !payouts.isEmpty())
        .<Gathered>map(
            known -> new Gathered.Known(known.financeEmail(), letter(run, payouts, known, again)))
        .orElseGet(Gathered.Overtaken::new);
  }

  private ProgrammeLetter letter(
      PayRunClosed run, List<Payout> payouts, Settings settings, boolean again) {
    var payees = employees.findAll(payouts.stream().map(Payout::payee).distinct().toList());
    var to = new Addressee(settings.financeEmail(), "", settings.language());
    return new ProgrammeLetter.PayRunClosed(
        head(to, Optional.of(settings), "payouts"),
        run.payDay(),
        run.cutOff(),
        again,
        payouts.stream()
            .map(payout ->
                new ProgrammeLetter.ToPay(
                    PayoutReference.of(payout.receiptNumber(), payout.instalment()),
                    Optional.ofNullable(payees.get(payout.payee())).map(Employee::name).orElse(""),
                    payout.amount(),
                    payout.benefit(),
                    settings.taxLabel(payout.kind()),
                    payout.heldBecause().isPresent()))
            .toList());
  }

  /// Whoever handed it over needs not be asked for it any more.
  private Gathered of(OrderPlaced notice) {
    if (!(points.order(notice.order()).orElse(null) instanceof Order.Placed order)) {
      return new Gathered.Overtaken();
    }
    var kind = order.ordered().kind();
    return programmes
        .settings()
        .map(settings -> new Addressee(settings.handsOut(kind), "", settings.language()))
        .<Gathered>map(to ->
            new Gathered.Known(
                to.email(),
                new ProgrammeLetter.OrderPlaced(
                    head(to, programmes.settings(), ""),
                    title(order, to),
                    employees.find(order.by()).map(Employee::name).orElse(""),
                    order.ordered().taxLabel())))
        .orElseGet(Gathered.Nobody::new);
  }

  private Gathered of(OrderDelivered notice) {
    if (!(points.order(notice.order()).orElse(null) instanceof Order.Delivered delivered)) {
      return new Gathered.Overtaken();
    }
    var order = delivered.placed();
    return employees
        .find(order.by())
        .map(who -> new Addressee(who.email(), who.name(), who.language()))
        .<Gathered>map(to ->
            new Gathered.Known(
                to.email(),
                new ProgrammeLetter.OrderDelivered(
                    head(to, programmes.settings(), "referrals"),
                    title(order, to),
                    order.ordered().price())))
        .orElseGet(Gathered.Nobody::new);
  }

  private static String title(Order.Placed order, Addressee to) {
    return switch (to.language()) {
      case NL -> order.ordered().title().dutch();
      case EN -> order.ordered().title().english();
    };
  }

  private Gathered of(ActionEnded notice) {
    var action = programmes.portfolio().find(notice.action());
    var report =
        programmes.reports(notice.action()).stream()
            .filter(each -> each.endsOn().equals(notice.endsOn()))
            .findFirst();
    if (action.isEmpty() || report.isEmpty()) {
      return new Gathered.Overtaken();
    }
    var settings = programmes.settings();
    return manager(action.get(), settings)
        .<Gathered>map(
            to -> new Gathered.Known(to.email(), letter(action.get(), report.get(), to, settings)))
        .orElseGet(Gathered.Nobody::new);
  }

  /// Who manages a programme: whoever made or changed it last, if they ever signed in to refer;
  /// else the programme manager's address among the settings.
  private Optional<Addressee> manager(Programme programme, Optional<Settings> settings) {
    return programme
        .managedBy()
        .flatMap(employees::find)
        .map(who -> new Addressee(who.email(), who.name(), who.language()))
        .or(() ->
            settings.flatMap(known ->
                known
                    .thankYou()
                    .map(ThankYou::escalateTo)
                    .map(email -> new Addressee(email, "", known.language()))));
  }

  private ProgrammeLetter letter(
      Programme action, ActionReport report, Addressee to, Optional<Settings> settings) {
    return new ProgrammeLetter.ActionEnded(
        head(to, settings, "programme"),
        action.name(),
        report.startsOn(),
        report.endsOn(),
        new ProgrammeLetter.Count(
            report.submitted(), report.hired(), report.paid(), report.kept(), report.late()),
        report.costs().stream()
            .map(cost -> new ProgrammeLetter.Cost(cost.paid(), cost.open()))
            .toList());
  }

  /// @param page of the site, that the letter leads to
  private ProgrammeLetter.Head head(Addressee to, Optional<Settings> settings, String page) {
    return new ProgrammeLetter.Head(
        to.language(),
        settings.map(Settings::organisation).orElse(""),
        to.name(),
        URI.create(site + "/#/" + page));
  }
}
