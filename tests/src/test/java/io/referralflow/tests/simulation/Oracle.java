package io.referralflow.tests.simulation;

import io.referralflow.eligibility.ServiceDay;
import io.referralflow.hire.Report;
import io.referralflow.referral.Division;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who is owed what, written a second time from the programme's policy in words (design, sections 3
/// and 5) and from what happened, in the order in which the product learnt it. It shares no rule
/// with the product: not the states, not the calendar, not the money.
final class Oracle {

  /// What stands of an instalment.
  enum Standing {
    NOTHING,
    PLANNED,
    CANCELLED,
    HELD,
    RELEASED,
    /// Handed to finance, which holds it.
    ON_HOLD,
    PAID
  }

  private enum Place {
    OPEN,
    OVER,
    GONE,
    HELD,
    EARNS
  }

  /// What happened against the policy.
  ///
  /// @param promise that is broken by it
  record Fault(Promise promise, String sentence) {}

  /// The latest word on one question.
  private record Word<T>(T value, Instant at, String event) {
    boolean isBefore(Instant otherAt, String otherEvent) {
      return at.isBefore(otherAt) || (at.equals(otherAt) && event.compareTo(otherEvent) < 0);
    }
  }

  private final ReferralId id;
  private final ZoneId zone;
  private final List<InstalmentTerm.Share> cut;
  private final long[] amounts;
  private final long[] whole;
  private int percent = 100;
  private final int months;
  private final int knownMonths;
  private final ServiceDay serviceDay;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Integer> released = new HashSet<>();
  private final Set<Integer> paid = new HashSet<>();
  private final Set<Integer> onHold = new HashSet<>();
  private final Map<Integer, Long> putRight = new TreeMap<>();
  private final Map<Integer, Integer> corrections = new TreeMap<>();
  private Place place = Place.OPEN;
  private Instant submittedAt = Instant.MIN;
  private boolean known;
  private boolean turnedDown;
  private @Nullable LocalDate referrersLastDay;
  private final Map<String, Employment> employments = new TreeMap<>();

  /// What HR said under one number. A number that was given up says nothing about its successor.
  private static final class Employment {
    @Nullable Word<Boolean> hired;
    @Nullable Word<Boolean> firstHire;
    @Nullable Word<LocalDate> start;
    @Nullable Word<LocalDate> probationEnd;
    @Nullable Word<LocalDate> lastDay;
  }

  /// @param cut the parts of the reward, by shares in percent
  /// @param months of probation
  /// @param knownMonths how long before the referral the candidate may not have been known here
  /// @param serviceDay on which day the referrer must be in service
  Oracle(
      ReferralId id,
      ZoneId zone,
      List<InstalmentTerm.Share> cut,
      long total,
      int months,
      int knownMonths,
      ServiceDay serviceDay) {
    this.id = id;
    this.zone = zone;
    this.cut = cut;
    this.months = months;
    this.knownMonths = knownMonths;
    this.serviceDay = serviceDay;
    amounts = new long[cut.size()];
    var rest = total;
    for (var i = 0; i < cut.size() - 1; i++) {
      amounts[i] = total * cut.get(i).percent() / 100;
      rest -= amounts[i];
    }
    amounts[cut.size() - 1] = rest;
    whole = amounts.clone();
  }

  /// What happened against the policy since it was last asked for.
  List<Fault> takeFaults() {
    var taken = List.copyOf(faults);
    faults.clear();
    return taken;
  }

  private void fault(Promise promise, int instalment, String what) {
    faults.add(new Fault(promise, "instalment " + instalment + " " + what));
  }

  int parts() {
    return amounts.length;
  }

  /// An instalment before it was divided.
  long whole(int instalment) {
    return whole[instalment - 1];
  }

  /// What is owed of an instalment: of its part, as much as was allowed, up to the cent.
  long amount(int instalment) {
    return (amounts[instalment - 1] * percent + 99) / 100;
  }

  /// The events that what is owed rests on.
  Set<String> words() {
    var words = new HashSet<String>();
    var it = counting();
    for (var word : new Word<?>[] {it.hired, it.firstHire, it.start, it.probationEnd, it.lastDay}) {
      if (word != null) {
        words.add(word.event());
      }
    }
    return words;
  }

  /// Of several numbers the one that stands counts, and of those the one hired last.
  private Employment counting() {
    var counting = new Employment();
    for (var each : employments.values()) {
      var known = counting.hired;
      var hired = each.hired;
      if (hired != null
          && (known == null
              || (hired.value() && !known.value())
              || (hired.value().equals(known.value())
                  && known.isBefore(hired.at(), hired.event())))) {
        counting = each;
      }
    }
    return counting;
  }

  void learn(Fact fact) {
    switch (fact) {
      case Fact.Submitted submitted -> submittedAt = submitted.at();
      case Fact.Declined _, Fact.Expired _, Fact.Lapsed _, Fact.Rejected _ -> place = Place.OVER;
      case Fact.TakenBack _, Fact.Outrun _, Fact.SelfReferred _, Fact.Refused _ ->
          place = Place.GONE;
      case Fact.Withdrawn _, Fact.Objected _ -> place = place == Place.OPEN ? Place.GONE : place;
      case Fact.ReferrerLeft(_, var lastDay) -> leave(lastDay);
      case Fact.Allowed allowed -> {
        place = Place.EARNS;
        percent = Math.min(percent, allowed.share().percent());
      }
      case Fact.Divided(_, var division) -> divide(division);
      case Fact.Appealed appealed -> {
        employments.clear();
        referrersLastDay = null;
        known = false;
        place = Place.OVER;
        percent = 100;
        learn(appealed.hire());
      }
      case Fact.Reported reported -> learn(reported.report());
      case Fact.Released release -> release(release);
      case Fact.Paid payment -> {
        if (!released.contains(payment.instalment()) || !paid.add(payment.instalment())) {
          fault(Promise.PAID_ONCE, payment.instalment(), "was confirmed but not owed once");
        }
        if (onHold.contains(payment.instalment())) {
          fault(Promise.MONEY, payment.instalment(), "was confirmed while on hold");
        }
      }
      case Fact.TurnedDown _ -> turnedDown = true;
      case Fact.Moved _ -> turnedDown = false;
      case Fact.Accepted _ -> place = turnedDown ? Place.OVER : place;
      case Fact.PutOnHold held -> {
        var number = held.instalment();
        if (!released.contains(number) || paid.contains(number) || !onHold.add(number)) {
          fault(Promise.MONEY, number, "was put on hold but not to be paid");
        }
      }
      case Fact.TakenOffHold resumed -> {
        if (!onHold.remove(resumed.instalment())) {
          fault(Promise.MONEY, resumed.instalment(), "was not on hold");
        }
      }
      case Fact.PaymentCorrected right -> correct(right);
      case Fact.Reminded _,
          Fact.AddressCorrected _,
          Fact.Advanced _,
          Fact.PhaseEntered _,
          Fact.CopyGiven _,
          Fact.Corrected _,
          Fact.CandidateTold _,
          Fact.Erased _ -> {}
    }
  }

  /// The referrer was not in service when the terms want it: what was to come is not owed.
  private void leave(LocalDate lastDay) {
    if (serviceDay == ServiceDay.SUBMISSION) {
      faults.add(
          new Fault(
              Promise.NO_LEAVERS, "the referrer's service was asked for, which the terms do not"));
    }
    referrersLastDay = lastDay;
    for (var number = 1; number <= parts(); number++) {
      if (!released.contains(number) && inService(number) && referrerServes(number)) {
        fault(Promise.NO_LEAVERS, number, "is owed though the referrer left on " + lastDay);
      }
    }
    place = released.isEmpty() ? Place.GONE : place;
  }

  /// Whether the referrer was in service on the day that the terms name.
  private boolean referrerServes(int instalment) {
    var last = referrersLastDay;
    if (last == null) {
      return true;
    }
    return switch (serviceDay) {
      case SUBMISSION -> true;
      case HIRE -> !last.isBefore(agreed());
      case MILESTONE -> !last.isBefore(day(instalment));
    };
  }

  /// The day on which the hire was agreed.
  LocalDate agreed() {
    var first = counting().firstHire;
    return first == null ? LocalDate.MAX : LocalDate.ofInstant(first.at(), zone);
  }

  private void correct(Fact.PaymentCorrected right) {
    var number = right.instalment();
    var times = corrections.merge(number, 1, Integer::sum);
    if (!paid.contains(number) || right.correction().number() != times) {
      fault(Promise.MONEY, number, "was put right as number " + times);
    }
    if (right.correction().reason() == CorrectionReason.LEFT_EARLIER && inService(number)) {
      fault(Promise.NO_LEAVERS, number, "was taken back though it had vested");
    }
    putRight.put(number, right.correction().paid().minorUnits());
  }

  /// What was paid of an instalment in all, in minor units.
  long paid(int instalment) {
    return paid.contains(instalment) ? putRight.getOrDefault(instalment, amount(instalment)) : 0;
  }

  /// Whole cents in proportion; what is left over goes cent by cent to those who came first.
  private void divide(Division division) {
    long all = 0;
    for (var part : division.parts()) {
      all += part.weight();
    }
    for (var i = 0; i < amounts.length; i++) {
      var left = whole[i];
      for (var part : division.parts()) {
        left -= whole[i] * part.weight() / all;
      }
      for (var part : division.parts()) {
        if (part.referral().equals(id)) {
          amounts[i] = whole[i] * part.weight() / all + (left > 0 && part.weight() > 0 ? 1 : 0);
        }
        left -= part.weight() > 0 ? 1 : 0;
      }
    }
  }

  private void learn(Report report) {
    var at = report.stamp().occurredAt();
    var event = report.stamp().eventId();
    var it = employments.computeIfAbsent(report.employee().value(), _ -> new Employment());
    switch (report) {
      case Report.Hired hire -> {
        var wasLate =
            employments.values().stream()
                .anyMatch(
                    each -> each.firstHire != null && submittedAt.isAfter(each.firstHire.at()));
        var late = submittedAt.isAfter(at);
        var wasKnown = known;
        known |= isKnown(hire);
        it.hired = later(it.hired, true, at, event);
        if (it.firstHire == null || !it.firstHire.isBefore(at, event)) {
          it.firstHire = new Word<>(true, at, event);
        }
        it.start = later(it.start, hire.start(), at, event);
        if (hire.probationEnd().isPresent()) {
          it.probationEnd = later(it.probationEnd, hire.probationEnd().get(), at, event);
        }
        switch (place) {
          case OPEN -> place = late || known ? Place.HELD : Place.EARNS;
          case OVER -> place = Place.HELD;
          case EARNS -> {
            var doubtful = (late && !wasLate) || (known && !wasKnown);
            place = doubtful && released.isEmpty() ? Place.HELD : place;
          }
          case GONE, HELD -> {}
        }
      }
      case Report.StartMoved moved -> it.start = later(it.start, moved.start(), at, event);
      case Report.ProbationChanged changed ->
          it.probationEnd = later(it.probationEnd, changed.probationEnd(), at, event);
      case Report.Cancelled _ -> it.hired = later(it.hired, false, at, event);
      case Report.Ended ended -> it.lastDay = later(it.lastDay, ended.lastDay(), at, event);
    }
  }

  /// Who applied, or was employed, within so many months before the day of the referral was known.
  private boolean isKnown(Report.Hired hire) {
    if (knownMonths == 0) {
      return false;
    }
    var day = submittedAt.atZone(zone).toLocalDate();
    var since = day.minusMonths(knownMonths);
    var applied = hire.background().appliedOn().orElse(LocalDate.MIN);
    var left = hire.background().lastEmployedOn().orElse(LocalDate.MIN);
    return (!applied.isBefore(since) && applied.isBefore(day)) || !left.isBefore(since);
  }

  private static <T> Word<T> later(@Nullable Word<T> known, T value, Instant at, String event) {
    return known == null || known.isBefore(at, event) ? new Word<>(value, at, event) : known;
  }

  private void release(Fact.Released release) {
    var number = release.instalment();
    if (!released.add(number)) {
      fault(Promise.PAID_ONCE, number, "was released twice");
    }
    if (place != Place.EARNS) {
      fault(Promise.NOT_EARLY, number, "was released though nobody had earned it");
    } else if (!inService(number) || !referrerServes(number)) {
      fault(Promise.NO_LEAVERS, number, "was released though somebody had left before");
    } else if (!release.dueOn().equals(day(number))) {
      fault(Promise.NOT_EARLY, number, "was due on " + day(number) + ", not on " + release.dueOn());
    } else if (release.at().isBefore(day(number).atStartOfDay(zone).toInstant())) {
      fault(Promise.NOT_EARLY, number, "was released before its day");
    }
    var promised = release.promisedOn();
    if (promised.isAfter(release.dueOn().plusDays(30))
        || promised.isBefore(release.dueOn().plusDays(24))
        || promised.getDayOfWeek().getValue() > 5) {
      fault(Promise.NOT_EARLY, number, "was promised for " + promised);
    }
  }

  /// The due day of an instalment, on what is known.
  LocalDate day(int instalment) {
    var it = counting();
    if (it.firstHire == null || it.start == null) {
      return LocalDate.MAX;
    }
    return switch (cut.get(instalment - 1).milestone()) {
      case Milestone.HireAgreed _ -> LocalDate.ofInstant(it.firstHire.at(), zone);
      case Milestone.FirstWorkingDay _ -> it.start.value();
      case Milestone.EndOfProbation _ -> afterProbation(it.start.value(), it.probationEnd);
      case Milestone.MonthsServed served -> after(it.start.value(), served.months());
      case Milestone.OnDay on -> on.day().isAfter(it.start.value()) ? on.day() : it.start.value();
    };
  }

  private LocalDate afterProbation(LocalDate first, @Nullable Word<LocalDate> named) {
    if (named != null && !named.value().isBefore(first)) {
      return named.value().plusDays(1);
    }
    return after(first, months);
  }

  /// The day after so many whole months from a first day on.
  private static LocalDate after(LocalDate first, int months) {
    var year = first.getYear() + (first.getMonthValue() - 1 + months) / 12;
    var month = (first.getMonthValue() - 1 + months) % 12 + 1;
    var length = LocalDate.of(year, month, 1).lengthOfMonth();
    return first.getDayOfMonth() > length
        ? LocalDate.of(year, month, length).plusDays(1)
        : LocalDate.of(year, month, first.getDayOfMonth());
  }

  /// Who leaves before the milestone has not reached it; a leave that belongs to an earlier
  /// employment does not count.
  private boolean inService(int instalment) {
    var it = counting();
    if (it.hired == null || !it.hired.value() || it.start == null) {
      return false;
    }
    if (it.lastDay == null) {
      return true;
    }
    var earlier =
        it.lastDay.isBefore(it.hired.at(), it.hired.event())
            && it.lastDay.value().isBefore(it.start.value());
    return earlier || !it.lastDay.value().isBefore(day(instalment));
  }

  Standing standing(int instalment) {
    if (paid.contains(instalment)) {
      return place == Place.HELD ? Standing.HELD : Standing.PAID;
    }
    if (released.contains(instalment)) {
      if (place == Place.HELD) {
        return Standing.HELD;
      }
      return onHold.contains(instalment) ? Standing.ON_HOLD : Standing.RELEASED;
    }
    return switch (place) {
      case OPEN, OVER, GONE -> Standing.NOTHING;
      case HELD -> Standing.HELD;
      case EARNS ->
          inService(instalment) && referrerServes(instalment)
              ? Standing.PLANNED
              : Standing.CANCELLED;
    };
  }
}
