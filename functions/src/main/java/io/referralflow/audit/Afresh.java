package io.referralflow.audit;

import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.referral.Division;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Particulars;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is owed, worked out from the facts a second time: from the written policy, in one go over
/// all reports, without the fold, its registers or its calendar. A mistake in one of the two shows
/// as a difference before money leaves.
///
/// The policy (design, sections 2 and 5): of each thing that HR says the report counts that
/// happened last (greater event id when at the same moment); of several HR numbers of the same
/// person the one whose hire stands, and of those the one hired last. Instalments fall due when the
/// hire was agreed, on the first working day, on the day after the last day of probation, on the
/// day after some months of service, or on a day that the terms name, though not before the first
/// working day. Probation ends on the day HR named unless it lies before the start, else the terms'
/// months after the start less a day. An instalment is owed if the hire stands and the person is in
/// service on the due day; a last day from before a later hire, which lies before its start,
/// belongs to an earlier employment. A hire of a referral that had ended, or from before the
/// submission, or of somebody known before by the terms, is held until a person allows it; a
/// withdrawn, outrun, refused or self-referred one earns nothing, unless a person allows it on
/// appeal. Where the terms want the referrer in service on the day of the hire or on the due day,
/// and the directory said that the referrer had left before, it is not owed either. What was
/// released stays as it was released; finance may hold it until it is paid.
final class Afresh {

  /// Where an instalment stands.
  enum Standing {
    PLANNED,
    HELD,
    CANCELLED,
    RELEASED,
    PAID,
    /// Released although it was not owed then, or before its day.
    WRONGLY_RELEASED
  }

  /// One instalment.
  record Line(int instalment, Money amount, LocalDate dueOn, Standing standing) {}

  private final Particulars particulars;
  private final List<Report> reports = new ArrayList<>();
  private final Map<Integer, Fact.Released> released = new TreeMap<>();
  private final List<Integer> paid = new ArrayList<>();
  private final Set<Integer> onHold = new HashSet<>();
  private final List<Integer> wrong = new ArrayList<>();
  private List<Division.Part> parts = List.of();
  private int percent = 100;
  private boolean turnedDown;
  private boolean ended;
  private boolean gone;
  private boolean held;
  private Optional<LocalDate> referrersLastDay = Optional.empty();

  private Afresh(Particulars particulars) {
    this.particulars = particulars;
  }

  /// Every instalment of a referral with these facts; none without a hire that may earn.
  static List<Line> of(List<Fact> facts) {
    if (facts.isEmpty() || !(facts.getFirst() instanceof Fact.Submitted submitted)) {
      return List.of();
    }
    var afresh = new Afresh(submitted.particulars());
    facts.forEach(afresh::take);
    return afresh.lines().stream().filter(afresh::isSomething).toList();
  }

  /// What is no money goes whole to the one with the greatest part, of equal ones to the first; to
  /// the others it is nothing, unless an earlier version released it.
  private boolean isSomething(Line line) {
    var isMoney =
        particulars.terms().reward().instalments().stream()
            .anyMatch(part -> part.number() == line.instalment() && part.benefit().isEmpty());
    return isMoney || parts.isEmpty() || released.containsKey(line.instalment()) || getsTheWhole();
  }

  private boolean getsTheWhole() {
    var best = parts.getFirst();
    for (var part : parts) {
      if (part.weight() > best.weight()) {
        best = part;
      }
    }
    return best.referral().equals(particulars.id());
  }

  private void take(Fact fact) {
    switch (fact) {
      case Fact.Declined _, Fact.Expired _, Fact.Lapsed _, Fact.Rejected _ -> ended = true;
      case Fact.TurnedDown _ -> turnedDown = true;
      case Fact.Moved _ -> turnedDown = false;
      case Fact.Accepted _ -> ended |= turnedDown;
      case Fact.Withdrawn _, Fact.Objected _ -> gone |= !ended && !isHired();
      case Fact.TakenBack _, Fact.Outrun _, Fact.SelfReferred _, Fact.Refused _ -> gone = true;
      case Fact.Appealed(_, _, var hire) -> {
        gone = false;
        held = true;
        percent = 100;
        referrersLastDay = Optional.empty();
        reports.clear();
        reports.add(hire);
      }
      case Fact.ReferrerLeft(_, var lastDay) -> {
        gone |= released.isEmpty();
        referrersLastDay = Optional.of(lastDay);
      }
      case Fact.Allowed allowed -> {
        held = false;
        percent = Math.min(percent, allowed.share().percent());
      }
      case Fact.Divided(_, var among) -> parts = among.parts();
      case Fact.Reported(_, var report) -> hear(report);
      case Fact.Released release -> {
        if (!wasOwed(release)) {
          wrong.add(release.instalment());
        }
        released.put(release.instalment(), release);
      }
      case Fact.Paid(_, var instalment, _, _) -> paid.add(instalment);
      case Fact.PutOnHold(_, var instalment, _, _) -> onHold.add(instalment);
      case Fact.TakenOffHold(_, var instalment, _) -> onHold.remove(instalment);
      case Fact.Submitted _,
          Fact.Reminded _,
          Fact.AddressCorrected _,
          Fact.Advanced _,
          Fact.PhaseEntered _,
          Fact.CopyGiven _,
          Fact.Corrected _,
          Fact.PaymentCorrected _,
          Fact.CandidateTold _,
          Fact.Erased _ -> {}
    }
  }

  private boolean isHired() {
    return !reports.isEmpty();
  }

  private void hear(Report report) {
    if (report instanceof Report.Hired hired) {
      if (!isHired()) {
        held = ended || isTooLate(hired.stamp()) || isKnown(hired);
      } else if (released.isEmpty() && raisesDoubt(hired)) {
        held = true;
      }
    }
    reports.add(report);
  }

  private boolean raisesDoubt(Report.Hired hired) {
    var late = isTooLate(hired.stamp()) && !isTooLate(agreed(reports));
    return late || (isKnown(hired) && all(Report.Hired.class, reports).noneMatch(this::isKnown));
  }

  private boolean isKnown(Report.Hired hired) {
    var months = particulars.terms().rules().knownMonths();
    var referredOn = particulars.submittedAt().atZone(particulars.terms().zone()).toLocalDate();
    var applied = hired.background().appliedOn();
    var employed = hired.background().lastEmployedOn();
    return months > 0
        && ((applied.isPresent()
                && applied.get().isBefore(referredOn)
                && !applied.get().isBefore(referredOn.minusMonths(months)))
            || (employed.isPresent() && !employed.get().isBefore(referredOn.minusMonths(months))));
  }

  private boolean isTooLate(Stamp hire) {
    return particulars.submittedAt().isAfter(hire.occurredAt());
  }

  /// When a hire was agreed: the earliest one reported.
  private static Stamp agreed(List<Report> about) {
    return all(Report.Hired.class, about)
        .map(Report::stamp)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// What HR says under the number that counts.
  private List<Report> counting() {
    var byNumber = reports.stream().collect(Collectors.groupingBy(Report::employee));
    return byNumber.values().stream()
        .max(
            Comparator.<List<Report>, Boolean>comparing(
                    about -> word(about) instanceof Report.Hired)
                .thenComparing(about -> word(about).stamp()))
        .orElseThrow();
  }

  /// The last word on whether a hire stands.
  private static Report word(List<Report> about) {
    return Stream.concat(all(Report.Hired.class, about), all(Report.Cancelled.class, about))
        .max(Comparator.comparing(Report::stamp))
        .orElseThrow();
  }

  private boolean wasOwed(Fact.Released release) {
    var begins = release.dueOn().atStartOfDay(particulars.terms().zone()).toInstant();
    return !release.at().isBefore(begins)
        && lines().stream()
            .anyMatch(line ->
                line.instalment() == release.instalment()
                    && line.dueOn().equals(release.dueOn())
                    && line.standing() == Standing.PLANNED);
  }

  private List<Line> lines() {
    if (gone || !isHired()) {
      return List.of();
    }
    var about = counting();
    return particulars.terms().reward().instalments().stream()
        .map(part -> line(part, about))
        .toList();
  }

  private Line line(Instalment part, List<Report> about) {
    var number = part.number();
    var release = Optional.ofNullable(released.get(number));
    var due = release.map(Fact.Released::dueOn).orElseGet(() -> due(part, about));
    return new Line(number, allowed(amount(part.amount())), due, standing(number, due, about));
  }

  /// What a person allowed of an amount: the part that they did not allow, cut to the cent, is
  /// taken off.
  private Money allowed(Money mine) {
    var refused =
        BigInteger.valueOf(mine.minorUnits())
            .multiply(BigInteger.valueOf(100 - percent))
            .divide(BigInteger.valueOf(100));
    return new Money(mine.minorUnits() - refused.longValueExact(), mine.currency());
  }

  /// What this referral gets of an amount that is divided: whole cents in proportion, and of the
  /// cents that are left over one for each of the first.
  private Money amount(Money whole) {
    if (parts.isEmpty()) {
      return whole;
    }
    var all = parts.stream().mapToInt(Division.Part::weight).sum();
    var before = BigInteger.ZERO;
    var given = BigInteger.ZERO;
    for (var part : parts) {
      var exact =
          BigInteger.valueOf(whole.minorUnits()).multiply(BigInteger.valueOf(part.weight()));
      before = before.add(exact.divide(BigInteger.valueOf(all)));
      if (part.referral().equals(particulars.id())) {
        given = given.add(exact.divide(BigInteger.valueOf(all)));
      }
    }
    var over = whole.minorUnits() - before.longValueExact();
    var first =
        parts.stream()
            .filter(part -> part.weight() > 0)
            .limit(over)
            .anyMatch(part -> part.referral().equals(particulars.id()));
    return new Money(given.longValueExact() + (first ? 1 : 0), whole.currency());
  }

  private Standing standing(int number, LocalDate due, List<Report> about) {
    if (wrong.contains(number)) {
      return Standing.WRONGLY_RELEASED;
    }
    if (held) {
      return Standing.HELD;
    }
    if (released.containsKey(number)) {
      if (paid.contains(number)) {
        return Standing.PAID;
      }
      return onHold.contains(number) ? Standing.HELD : Standing.RELEASED;
    }
    return isInService(due, about) && !lacksReferrer(due, about)
        ? Standing.PLANNED
        : Standing.CANCELLED;
  }

  private boolean lacksReferrer(LocalDate due, List<Report> about) {
    var day =
        switch (particulars.terms().rules().inService()) {
          case SUBMISSION -> LocalDate.MIN;
          case HIRE -> agreedOn(about);
          case MILESTONE -> due;
        };
    return referrersLastDay.isPresent() && referrersLastDay.get().isBefore(day);
  }

  private LocalDate agreedOn(List<Report> about) {
    return agreed(about).occurredAt().atZone(particulars.terms().zone()).toLocalDate();
  }

  private LocalDate due(Instalment part, List<Report> about) {
    var start = start(about);
    return switch (part.milestone()) {
      case Milestone.HireAgreed _ -> agreedOn(about);
      case Milestone.FirstWorkingDay _ -> start;
      case Milestone.EndOfProbation _ -> probationEnd(about).plusDays(1);
      case Milestone.MonthsServed(var months) -> served(start, months).plusDays(1);
      case Milestone.OnDay(var day) -> day.isAfter(start) ? day : start;
    };
  }

  private static LocalDate start(List<Report> about) {
    return latest(
            about,
            report ->
                switch (report) {
                  case Report.Hired hired -> Optional.of(hired.start());
                  case Report.StartMoved moved -> Optional.of(moved.start());
                  case Report.ProbationChanged _, Report.Cancelled _, Report.Ended _ ->
                      Optional.empty();
                })
        .orElseThrow();
  }

  private LocalDate probationEnd(List<Report> about) {
    var start = start(about);
    Optional<LocalDate> named =
        latest(
            about,
            report ->
                switch (report) {
                  case Report.Hired hired -> hired.probationEnd();
                  case Report.ProbationChanged changed -> Optional.of(changed.probationEnd());
                  case Report.StartMoved _, Report.Cancelled _, Report.Ended _ -> Optional.empty();
                });
    return named.isPresent() && !named.get().isBefore(start)
        ? named.get()
        : served(start, particulars.terms().probationMonths());
  }

  /// The last day of so many months that begin on a day.
  private static LocalDate served(LocalDate start, int months) {
    var month = YearMonth.from(start).plusMonths(months);
    return month.isValidDay(start.getDayOfMonth())
        ? month.atDay(start.getDayOfMonth()).minusDays(1)
        : month.atEndOfMonth();
  }

  private static boolean isInService(LocalDate day, List<Report> about) {
    var word = word(about);
    if (word instanceof Report.Cancelled) {
      return false;
    }
    var leave = all(Report.Ended.class, about).max(Comparator.comparing(Report::stamp));
    var isOfThisHire =
        leave
            .filter(last ->
                last.stamp().compareTo(word.stamp()) > 0 || !last.lastDay().isBefore(start(about)))
            .isPresent();
    return !isOfThisHire || !leave.get().lastDay().isBefore(day);
  }

  private static <R extends Report> Stream<R> all(Class<R> kind, List<Report> about) {
    return about.stream().filter(kind::isInstance).map(kind::cast);
  }

  /// What the report that happened last says, among those that say anything of it.
  private static Optional<LocalDate> latest(
      List<Report> about, Function<Report, Optional<LocalDate>> word) {
    return about.stream()
        .filter(report -> word.apply(report).isPresent())
        .max(Comparator.comparing(Report::stamp))
        .flatMap(word);
  }
}
